"""The words of a caption or heading -> the unit and scale they fix for the cells below or beside them.

"Budget by ministry (US$ million), 2010-2015" makes every cell a sum in millions of US dollars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from nlp.model import Kind
from nlp.tag.figures.nouns import counted_noun
from nlp.tag.figures.quantities import quantities
from nlp.tag.figures.quantity import Quantity, ends_phrase
from nlp.tag.figures.units import Unit


@dataclass(frozen=True, slots=True)
class Measure:
    """What a bare number in a table means. `unit` None: only a scale is stated ("in thousands")."""

    unit: Unit | None
    factor: float = 1.0
    noun: str = ""
    """For counts: what is counted, "projects" for a column headed "Number of projects"."""
    weak: bool = False
    """The noun alone stands there: "Staff" may head a column of people or, under "US$ million", of salaries."""
    per: str | None = None
    """The period or divisor that is stated: "kg" for "US$/kg"."""

    def within(self, outer: Measure | None) -> Measure:
        """This measure, with the unit of the outer one where it states only a scale."""
        if self.unit is not None or self.noun or outer is None or outer.factor == 0:
            return self
        if self.factor == 0:  # "number" beneath "Boats" says no more; beneath money it says that there is none
            return outer if outer.noun else self
        return replace(outer, factor=self.factor if outer.factor == 1 else outer.factor)


NOTHING = Measure(None, 0.0)
"""A heading that says its numbers are something else: years, ranks, an index."""

_YEARS = re.compile(
    r"(?<![\d.,$€£])(?:FY\s?)?(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?(?![\d.,]\d)(?!\d)[aep]?"
    r"|\bFY\s?\d\d(?:[-–/]\d\d)?"
)
_THOUSANDS = re.compile(
    r"(?<![\d.,\w])1[ ,.]?000(?![\d.,]?\d)\b|[’'‘´`]\s?000s?\b|(?<![\d.,])0?00s\b|(?<![\d.,\w])000\b"
)
_LEADS = re.compile(
    r"""^(?:(?:all\s)?(?:figures?|amounts?|values?|data|numbers|units?|expressed|measured|estimates|costs?
      |budgets?|prices?)\s?:?\s(?:are\s|is\s)?(?:in\s)?
         |in\s|en\s|em\s|at\s|by\s|as\s(?:an?\s)?|constant\s|current\s|nominal\s|real\s|annual\s|total\s|average\s
           |prices?\s|unit\s?:?\s|the\s)+""",
    re.VERBOSE | re.IGNORECASE,
)
_TAILS = re.compile(
    r"\s(?:at\s|in\s)?(?:constant|current|nominal|real|market)(?:\s\d{4})?\s?(?:prices?|terms"
    r"|rates)?$|\s(?:equivalent|unless.*|except.*|prices?)$",
    re.IGNORECASE,
)
_SCALE_FIRST = re.compile(
    r"^(thousands?|millions?|billions?|trillions?|lakhs?|crores?|hundreds?|mn|bn|tn)\s(?:of\s)?(?:the\s)?",
    re.IGNORECASE,
)
_SCALES_ABROAD = re.compile(
    r"""\b(?:(?P<billion>milliards?|milliarden|mrd\b\.?|mld\b\.?|mil(?:es\sde)?\s(?:millones|milhões)|bilh(?:ões|ão))
          |(?P<million>millones|millón|milhões|milhão|millionen|mio\b\.?)
          |(?P<thousand>milliers|miles|milhares|tausend|tsd\b\.?|tys\b\.?))(?!\w)\s?(?:(?:de|von|d[’'])\s?\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""Scales in French, Spanish, Portuguese, German and Polish headings."""
_LOOSE_LETTER = re.compile(r"(?<=[$€£¥₹A-Z])\s([mkMK])$")
_BY = re.compile(r"\s*(?:by|per|each|every)\s(?!cent\b)", re.IGNORECASE)
"""How the cells are parted, or what one of them is for: "by year", "per hectare"."""
_OF = re.compile(r"\s(?:of|per)\s|\s?/")
_INSIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_PARTED = re.compile(r"[,;:]\s|\s[–—-]\s|\n")
_IN = re.compile(
    r"\bin\s(?=(?:current\s|constant\s|nominal\s|real\s|the\s|’|'|\d{4}\s)?(?:[$€£¥₹]|[A-Z]{1,4}[$€£]"
    r"|[A-Z]{3}\b|\w+s\b|per\s?cent|million|billion|thousand|crore|lakh|Rs|square|km|kg|ha\b))"
)
_PERCENT = re.compile(r"^(?:%|％|per\s?cent\b|percent(?:age)?s?\b(?!\spoints?)|pct\b|share\s\(?%)|%\)?$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"^(?:total\s)?(?:numbers?|nos?\.|nr\.?|count"
    r"|#)\s(?:of\s)?(?:the\s)?(?P<noun>[^\W\d_][\w’'-]*(?:\s(?!by\b|in\b|per\b|for\b|from\b|and\b"
    r"|with\b|to\b|at\b|on\b)[^\W\d_][\w’'-]*){0,4})",
    re.IGNORECASE,
)
_NO_FIGURE = re.compile(
    r"""(?:years?|fiscal\syear|fy|date|period|rank(?:ing)?|no\.?|nr\.?|\#|id|code|page|ref(?:erence)?s?|source
      |note|phase|month|quarter
          |start(?:\s(?:year|date))?|end(?:\s(?:year|date))?|duration|since|approved|age(?:\sgroup)?|gini.*
            |multiplier|grade|rating|position
          |n|number|count|units?|sample.*|share|proportion|change|growth|percentile|rate|(?:no|number|\#|count)\b.*
          |.*\b(?:index|indices|ratio|rank|score|year|code|codes|ids?|identifier|(?:tele)?phone|tel\.?|fax|mobile|contact
            |latitude|longitude|lat\.?|lon\.?|coordinates?|easting|northing|post\s?code|zip|isbn|issn|ref\.?)
          |.*\s(?:no|nr|num)\.?|(?:tele)?phones?\b.*|tel\b.*|contacts?|coordinates\b.*)""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_UNIT_AT_ALL = re.compile(
    r"""(?:(?:the\s)?(?:fiscal|financial|calendar|school|academic|base|start|end|reference|model)\s)?(?:year|month|quarter|week|day|date)
        (?:\s(?:of|from|to|and|ended|ending|ratified|adopted|founded|established|started|completed)\b.*)?\W*
        |ids?|codes?""",
    re.VERBOSE | re.IGNORECASE,
)
"""One year or day, not how many; and what is printed like a currency."""
_COUNTED = re.compile(
    r"""(?:[^\W\d_]+\s){0,2}(?:population|people|persons|households|beneficiaries|staff|employees|projects
      |programmes|programs|schools
          |students|pupils|districts|municipalities|countries|states|villages|families|farmers|workers|jobs
            |cases|homicides|murders
          |deaths|arrests|victims|contracts|schemes|participants|members|beds|teachers|facilities|hospitals
            |clinics|patients
          |respondents|observations|refugees|migrants|inhabitants|women|men|children|girls|boys|killed|injured)""",
    re.VERBOSE | re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:shares?|proportion|percentage|per|change|growth|costs?|spending|average|mean|median|ratio|index|of)\b",
    re.IGNORECASE,
)
"""What stands before a noun where no number of them is told: "Share of households"."""
_RATE = re.compile(
    r"\bper\s(?:(?:1|10|100)[, ]?000(?:[, ]000)?|100|thousand|million)(?:\s(?!in\b|by\b|and\b)[^\W\d_]+)?",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"(?:numbers?|nos?\.?|nr\.?|#|count|nombre|número|anzahl)", re.IGNORECASE)
_HEADS = frozenset({"head", "heads"})
_PER = re.compile(
    r"(?:\bper\s|/\s?)(?!cent\b)(?P<what>capita|person|head|[a-z]{1,12})\b|\b(?P<annual>annual(?:ly)?"
    r"|monthly|daily|p\.a\.)",
    re.IGNORECASE,
)
_PERIODS = {"annual": "year", "annually": "year", "p.a.": "year", "monthly": "month", "daily": "day", "annum": "year"}


LONGEST = 200
"""Characters: a longer cell is an account of something, no heading; a caption may be five times as long."""


def measure(label: str, *, short: bool = True) -> Measure | None:
    """What `label`, plain prose without note marks, states: None if nothing, NOTHING if no figures at all.

    A `short` label, the heading of a column or row, may be a unit as a whole; a caption states its unit in brackets,
    between commas or after "in".
    """
    return None if len(label) > (LONGEST if short else 5 * LONGEST) else _measure(label, short=short)


@lru_cache(maxsize=4096)
def _measure(label: str, *, short: bool) -> Measure | None:
    if short and _NO_UNIT_AT_ALL.fullmatch(label):
        return NOTHING
    rate = _RATE.search(label)
    if rate:
        return Measure(Unit(0, 0, Kind.RATE, " ".join(rate.group().split())))
    found = next((read for chunk, whole in _chunks(label, short=short) if (read := _read(chunk, whole=whole))), None)
    if found is not None and found.unit is not None:
        return replace(found, per=_spread(label)) if found.unit.kind is not Kind.PERCENT else found
    if found is None and (numbered := _numbered(label)) is not None:
        return numbered
    bare = " ".join(_INSIDE.sub("", _YEARS.sub("", label)).split())
    counted = _NUMBER_OF.match(_after_label(label))
    scale = found is not None and found.unit is None and not short
    if scale and counted_noun(re.split(r"\sby\s|,", (bare := _after_label(bare)))[0]):
        short = True
    noun = counted["noun"] if counted else _noun(bare) if short and (found is None or found.unit is None) else ""
    if noun:
        return Measure(Unit(0, 0, Kind.COUNT, noun), (found.factor if found else 0) or 1.0, noun, weak=not counted)
    return NOTHING if found is None and short and _NO_FIGURE.fullmatch(bare) else found


def _numbered(label: str) -> Measure | None:
    """What brackets say of a count: "Flocks (million head)", "Canoes (number)"; NOTHING where none is named."""
    for inside in _INSIDE.findall(label):
        bare = " ".join(_INSIDE.sub("", label).split())
        if _NUMBER_ALONE.fullmatch(inside.strip()) and bare:
            return Measure(Unit(0, 0, Kind.COUNT, bare), noun=bare)
        words = _normal(inside)
        if words.lower() in _HEADS:
            return Measure(Unit(0, 0, Kind.COUNT, words), noun=words)
        scale, space, noun = words.partition(" ")
        if space and (read := _quantity(scale)) is not None and read[0].unit is None and read[0].low > 1:
            counted = noun.lower() in _HEADS or counted_noun(noun)
            return Measure(Unit(0, 0, Kind.COUNT, noun), read[0].low, noun) if counted else NOTHING
    return None


def _noun(bare: str) -> str:
    return (
        bare
        if (_COUNTED.fullmatch(bare) and not _RELATIVE.search(bare))
        or (not _NO_FIGURE.fullmatch(bare) and counted_noun(bare))
        else ""
    )


def _spread(label: str) -> str | None:
    """The period or divisor in a heading: "US$/kg", "annual cost", "per capita"."""
    found = _PER.search(label)
    if found is None:
        return None
    word = (found["what"] or found["annual"]).lower()
    return _PERIODS.get(word, word)


_LABELLED = re.compile(r"^\W*\w+\.?\s(?:[A-Z]{0,2}[.-]?\d+[\d.a-z-]*|[IVX]+)\s?[.:–—|-]?\s*")


def _after_label(label: str) -> str:
    return _LABELLED.sub("", label, count=1)


def _chunks(label: str, *, short: bool) -> Iterator[tuple[str, bool]]:
    """Stretches that may state a unit, the surest first, and whether each must be a unit from end to end."""
    for inside in _INSIDE.findall(label):
        yield inside, False
        for part in _PARTED.split(inside):
            yield part, False
    bare = _INSIDE.sub(" ", label)
    for part in reversed(_PARTED.split(bare)[1:]):
        yield part, True
    for found in reversed(list(_IN.finditer(bare))):
        yield bare[found.end() :], True
    if short:
        yield bare, True
        yield label.replace("(", " ").replace(")", " "), True
        words = bare.split()
        for at in range(1, len(words)):
            if not _BY.match(f"{words[at - 1]} {words[at]}"):
                yield " ".join(words[at:]), True


def _read(chunk: str, *, whole: bool) -> Measure | None:
    if _BY.match(chunk):
        return None
    words = _normal(chunk)
    if _PERCENT.search(words):
        return Measure(Unit(0, 0, Kind.PERCENT, "%"))
    found = _quantity(words) if words else None
    if found is None:
        return None
    one, rest = found
    if one.unit is None:
        return Measure(None, one.low) if one.low > 1 and not rest else None
    money = one.unit.kind is Kind.MONEY
    # "in euro area countries" states nothing, "in US$ thousands by region" does.
    plain_word = one.low == 1 and one.unit.name.islower()
    if rest and ((money and whole and plain_word) or (not money and (whole or not _OF.match(rest)))):
        return None
    return Measure(one.unit, one.low)


def _normal(chunk: str) -> str:
    """The stretch without years and the like: "in constant 2010 US$, millions" gives "US$ millions"."""
    words = _SCALES_ABROAD.sub(_in_english, _THOUSANDS.sub(" thousand ", chunk))
    words = " ".join(_YEARS.sub(" ", words).replace(",", " ").split()).strip(" .:*†‡")
    for _ in range(2):
        words = _TAILS.sub("", _LEADS.sub("", words)).strip()
    words = re.sub(
        r"(?<=[^\w]|[A-Za-z])\s(?:in|of)\s(?=(?:thousand|million|billion|trillion|lakh|crore)s?\b)", " ", words
    )
    words = _LOOSE_LETTER.sub(r"\1", words)
    return re.sub(_SCALE_FIRST, lambda scale: f"{scale[1].lower().removesuffix('s')} ", words)


def _in_english(scale: re.Match[str]) -> str:
    return f"{scale.lastgroup} "


def _quantity(words: str) -> tuple[Quantity, str] | None:
    """One of the unit, read as if a 1 stood before or after it, and the words that follow it."""
    after = f"1 {words}"
    first = next(iter(quantities(after)), None)
    if first and first.start == 0 and (first.unit or first.scaled):
        money = first.unit is not None and first.unit.kind is Kind.MONEY
        if not money or ends_phrase(after, first.end) or (first.unit and not first.unit.name.islower()):
            return first, after[first.end :]
    before = quantities(f"{words} 1000")
    if before and before[-1].leads and before[-1].start == 0:
        return replace(before[-1], low=before[-1].low / 1000), ""
    return None
