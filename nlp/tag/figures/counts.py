"""Quantities without a unit -> what they count; and the rates, fractions and multiples of a string.

A number counts the plural noun that follows it. What follows is looked at word by word, without a tagger:
better no count than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.model import Kind
from nlp.tag.figures.number_words import WORD_VALUES
from nlp.tag.figures.numbers import Form
from nlp.tag.figures.quantity import Quantity, ends_phrase
from nlp.tag.figures.starts import starts

MOST_WORDS = 5
NEAR = 160
"""Characters within which a large number without a noun counts what the number before it counted."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, rate or fraction at ``text[start:end]``."""

    start: int
    end: int
    kind: Kind
    low: float
    high: float
    unit: str
    implied: bool = False


_WORD = re.compile(r"[\s]([^\W\d_][\w’']*(?:[-‑][\w’']+)*)|\s(\.\d\d-?[\w-]*)")
_OF = re.compile(r"\sof\s(?:the\s|these\s|those\s|its\s|their\s|our\s)?(?=\w)")
_STOP = frozenset(
    """of in to and or the a an is are was were be been has have had for from by with at on as per than that
    which who whom whose when while where but not no nor if so this these those its their our his her my
    your it they we he she i you will would could can may might must should do does did into over under up
    down out about after before between during since until through within without against among across
    towards toward via plus minus times fold percent each every both either also only less fewer most least
    much many such same another own ago later earlier old per versus vs s each hours went came including
    because although though however thus hence there here then there's now still just even once again""".split()
)
_PLURALS = frozenset(
    """people men women children police personnel staff troops cattle livestock fish youth persons militia
    clergy alumni media data criteria phenomena analyses crises bases theses indices feet mice lives wives
    policemen policewomen servicemen fishermen sheep aircraft spacecraft species series gendarmes folk
    countrymen businessmen congressmen poor dead wounded injured maras""".split()
)
_SINGULARS = frozenset(
    """this is was has as us thus plus less versus its his perhaps always besides towards afterwards species'
    yes focus status campus virus consensus bus gas bonus census crisis basis analysis process success
    access progress congress business press class loss mass address illness fitness abuses' across previous
    various numerous serious religious indigenous dangerous famous analogous continuous obvious precious
    tremendous enormous generous politics economics mathematics vols eds chapters'""".split()
)
_NUMBER_OF = {"dozens", "scores"}
_PER = re.compile(
    r"""(?P<what>(?:\s[^\W\d_][\w’'-]*){0,4}?)\s(?:per|for\severy|in\severy|out\sof\severy)\s
        (?:(?P<base>\d[\d,. ]*\d(?:\s(?:thousand|million))?|\d+|(?:a\s|one\s)?(?:hundred\s)?(?:thousand
          |million|mille)|1,000|hundred)
           (?:\s(?P<whom>live\sbirths|[^\W\d_]+))?
         | (?P<each>inhabitant|person|capita|household|head|child|teacher|student|pupil|doctor|woman|resident
           |worker))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_WHOM = frozenset(
    "in and or to for by from compared while with as per between during over the a of at on is was were are".split()
)
_TIMES = re.compile(
    r"(?:\s|-)times\b(?!\s(?:a|per|each|every|this|that|since|already|on|when|before|during|by)\b)", re.IGNORECASE
)
_CHANGE = re.compile(r"\b(?:increas|gr[eo]w|ris|rose|multipl|higher|rais|expand|jump)\w*", re.IGNORECASE)
_RISING = re.compile(
    r"""\b(?:increas|gr[eo]w|ris|rose|fell|fall|drop|declin|decreas|jump|climb|reduc|expand|shr[aiu]nk
      |went)\w*(?:\s[\w’]+){0,4}?
        \sfrom\s(?:[\w’]+\s){0,2}(?:[\d.,]+(?:\s\w+){0,3}\sto\s(?:[\w’]+\s){0,2})?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_SHARE = re.compile(
    r"\s(?:(?:in|from|for|by|to|at)\s(?:the\s)?(?=[A-Z])|(?:are|were|is|was)\s|of\s(?:them|which|whom)\b)"
)
_LINK = re.compile(r",?\s(?:to|and|or|and\sthen|to\sover|out\sof)\s|,\s|\sof\s(?:the|its|their|these|those)\s")
_SMALL = "|".join(word for word, value in WORD_VALUES.items() if value >= 2)
_FOLD = re.compile(rf"(?<![\w-])(?:({_SMALL}|hundred)|(\d+(?:\.\d+)?))[-\s]?fold\b", re.IGNORECASE)
_PARTS: Mapping[str, int] = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_FRACTION = re.compile(
    r"""(?<![\w-])(?:
        (?P<many>two|three|four|five|six|seven|eight|nine)[\s-](?P<parts>thirds|quarters|fourths|fifths|sixths
          |sevenths|eighths|ninths|tenths)\b
      | (?P<one>one)[\s-](?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b
      | (?P<some>a)\s(?P<piece>third|quarter|fifth|sixth|seventh|eighth|ninth
        |tenth)\b(?=\sof\b(?!\sa\s(?:century|million|billion)))
      | (?P<half>half)(?=\sof\b(?!\sa\s(?:century|decade|million|billion|dozen))|\s(?:the|its|their|all|our
        |these|those|that)\b|\s*[.,;)]|\s(?:in|live|were|are|had|have)\b)
    )(?![\s-](?:century|hour|year|day|dozen|million|billion|life|time|finals?)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_HALF = re.compile(
    r"\b(?:first|second|other|latter|better|earlier|top|bottom|last|former|lower|upper|a\shalf|and\sa"
    r"|and)\s\Z",
    re.IGNORECASE,
)


def counts(text: str, quantities: Sequence[Quantity], at: Sequence[int] | None = None) -> list[Counted]:
    """What the bare ones among `quantities` count, with the multiples and fractions; sorted, apart from each other.

    `at` is where numbers may begin (numbers.starts), if the caller knows it.
    """
    at = starts(text) if at is None else at
    found = [*_fractions(text, at), *_folds(text, at), *_rates(text, quantities), *_nouns(text, quantities)]
    apart: list[Counted] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _fractions(text: str, at: Sequence[int]) -> Iterator[Counted]:
    for start in at:
        found = _FRACTION.match(text, start)
        if found is None:
            continue
        if found["half"] and _NO_HALF.search(text, max(0, found.start() - 12), found.start()):
            continue
        part = (found["parts"] or found["part"] or found["piece"] or "half").lower().removesuffix("s")
        many = WORD_VALUES[(found["many"] or "one").lower()]
        value = many / _PARTS[part] * 100
        yield Counted(found.start(), found.end(), Kind.PERCENT, value, value, "%")


def _folds(text: str, at: Sequence[int]) -> Iterator[Counted]:
    if "fold" not in text.lower():
        return
    for found in filter(None, (_FOLD.match(text, start) for start in at)):
        value = float(found[2]) if found[2] else float(WORD_VALUES.get(found[1].lower(), 100))
        yield Counted(found.start(), found.end(), Kind.RATE, value, value, "times")


def _rates(text: str, quantities: Sequence[Quantity]) -> Iterator[Counted]:
    """Such as "27 homicides per 100,000 people", "fifteen times"."""
    for one in quantities:
        if one.unit is not None or one.number.glued:
            continue
        found = _PER.match(text, one.end)
        if found:
            yield _rate(one, found)
        elif multiple := _TIMES.match(text, one.end):
            since = text[max(0, one.start - 80) : one.start]
            if one.low > 1 and (not text.startswith(" in ", multiple.end()) or _CHANGE.search(since)):
                yield Counted(one.start, multiple.end(), Kind.RATE, one.low, one.high, "times")


def _rate(one: Quantity, found: re.Match[str]) -> Counted:
    whom = found["whom"]
    end = found.end()
    if whom and whom.lower() in _NOT_WHOM:
        end, whom = found.start("whom") - 1, None
    base = found["each"] or found["base"]
    unit = " ".join(f"{found['what']} per {base} {whom or ''}".split())
    return Counted(one.start, end, Kind.RATE, one.low, one.high, unit)


def _nouns(text: str, quantities: Sequence[Quantity]) -> list[Counted]:
    """Right to left, so that "from 57 to 107 programs" gives its noun back."""
    quantities = [_in_millions(text, one) for one in quantities]
    found: list[Counted] = []
    noun = ""
    for at in range(len(quantities) - 1, -1, -1):
        one = quantities[at]
        if one.unit is not None or not _may_count(text, one):
            noun = ""
            continue
        own = _noun(text, one)
        if own:
            noun = own
            found.append(_counted(one, own))
        elif noun and at + 1 < len(quantities) and _LINK.fullmatch(text, one.end, quantities[at + 1].start):
            found.append(_counted(one, noun, implied=True))
        elif _is_elliptic(text, one):
            noun = ""
            found.append(_counted(one, "", implied=True))
        else:
            noun = ""
    found.reverse()
    return list(_with_nouns(text, found))


def _in_millions(text: str, one: Quantity) -> Quantity:
    """The quantity, in millions where a noun follows the letter: "2.5m barrels"."""
    if one.unit is not None or one.number.short is None or one.ranged:
        return one
    end, factor = one.number.short
    scaled = replace(one.times(factor), end=end)
    return scaled if text[end - 1] in "mkbn" and end == one.end + 1 and _noun(text, scaled) else one


def _is_elliptic(text: str, one: Quantity) -> bool:
    """Whether a number counts though no noun follows: "estimated at 25,000,", "from 57 to 107", "87 are run by"."""
    if not ends_phrase(text, one.end) or one.number.form is Form.VAGUE:
        return False
    if (one.low >= 1000 and float(one.low).is_integer()) and (one.number.grouped or one.scaled):
        return True
    before = text[max(0, one.start - 60) : one.start]
    return _RISING.search(before) is not None or (
        one.number.form is Form.DIGITS and not one.number.grouped and _SHARE.match(text, one.end) is not None
    )


def _with_nouns(text: str, found: Sequence[Counted]) -> Iterator[Counted]:
    """A number without a noun counts what the one before counted, if it stands near; else only a large one counts."""
    last: Counted | None = None
    for one in found:
        if one.unit:
            last = one
            yield one
        elif last and one.start - last.end <= NEAR:
            last = replace(one, unit=last.unit)
            yield last
        elif (
            one.low >= 1000
            or not text[one.start - 1 : one.start].isspace()
            or _RISING.search(text, max(0, one.start - 60), one.start)
        ):
            yield one


def _counted(one: Quantity, noun: str, *, implied: bool = False) -> Counted:
    return Counted(one.start, one.end, Kind.COUNT, one.low, one.high, noun, implied=implied)


def _may_count(text: str, one: Quantity) -> bool:
    number = one.number
    broken = not float(one.low).is_integer() and not one.scaled
    worded = number.form is Form.WORDS and one.low <= 1
    edge = text[one.end : one.end + 1]
    return not (number.glued or worded or broken or edge in {"-", "‑", "/", "\x00"} or edge.isalpha())


def _noun(text: str, one: Quantity) -> str:
    """The words from the number to the plural noun it counts; empty where there is none.

    >>> _noun("28 member countries of the Union", quantity)
    'member countries'
    """
    at = one.end
    if (one.number.form is Form.VAGUE or text[one.start : one.end].lower() in _NUMBER_OF) and (
        of := _OF.match(text, at)
    ):
        at = of.end() - 1
    words: list[str] = []
    last = 0
    while len(words) < MOST_WORDS:
        found = _WORD.match(text, at)
        if found is None:
            break
        word = found[1] or found[2]
        plain = word.lower().replace("’", "'")
        if plain in {"and", "or"} and words and not last and words[-1].lower() not in _STOP:
            at = found.end()
            continue
        if plain in _STOP or (plain.endswith(("'s", "s'")) and not words):
            break
        words.append(word)
        at = found.end()
        if _is_plural(plain):
            last = len(words)
        elif last:
            break
    return " ".join(words[:last])


def _is_plural(word: str) -> bool:
    word = word.rsplit("-", 1)[-1]
    if word in _PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "'s", "sis"))
        and word not in _SINGULARS
    )
