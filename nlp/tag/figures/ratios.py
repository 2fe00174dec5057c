"""A string and its quantities -> rates ("27 per 100,000 people"), fractions ("two thirds"), multiples ("tenfold")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nlp.model import Kind
from nlp.tag.figures.number_words import WORD_VALUES
from nlp.tag.figures.quantity import Counted, Quantity

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
      | (?<=by\s)a\s(?P<cut>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\b(?!\s(?:of\sa\s|[a-z]+s\b))
      | (?<=by\s)(?P<halved>half)\b(?!\s(?:a|an|of\sa)\b)
      | (?P<half>half)(?=\sof\b(?!\sa\s(?:century|decade|million|billion|dozen))|\s(?:the|its|their|all|our
        |these|those|that)\b|\s*[.,;)]|\s(?:in|live|were|are|had|have)\b)
    )(?![\s-](?:century|hour|year|day|dozen|million|billion|life|time|finals?)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_LINK = 16
"""Characters of " out of every "."""
_OUT_OF = re.compile(r"\s(?:in|(?P<out>out\sof))(?:\severy)?\s", re.IGNORECASE)
_WHOLES = frozenset({*range(3, 11), 100})
_NO_WHOLE = re.compile(
    r"\s?(?:%|-|–)?\s?(?:to\s)?\d|[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|decades?|quarters?|[A-Z])"
    r"|\s?(?:%|per\s?cent)"
)
"""What follows a time or a place and no whole: "five in ten years"."""
_NO_HALF = re.compile(
    r"\b(?:first|second|other|latter|better|earlier|top|bottom|last|former|lower|upper|a\shalf|and\sa"
    r"|and)\s\Z",
    re.IGNORECASE,
)


def fractions(text: str, at: Sequence[int]) -> Iterator[Counted]:
    """Such as "two thirds", "half of"; `at` is where numbers may begin."""
    for start in at:
        found = _FRACTION.match(text, start) if text[start].isalpha() else None
        if found is None:
            continue
        if found["half"] and _NO_HALF.search(text, max(0, found.start() - 12), found.start()):
            continue
        part = (found["parts"] or found["part"] or found["piece"] or found["cut"] or "half").lower().removesuffix("s")
        many = WORD_VALUES[(found["many"] or "one").lower()]
        value = many / _PARTS[part] * 100
        yield Counted(found.start(), found.end(), Kind.PERCENT, value, value, "%")


def shares(text: str, quantities: Sequence[Quantity]) -> Iterator[Counted]:
    """Such as "one in five adults" or "six out of ten", as per cents; "three in ten years" is none."""
    for at, one in enumerate(quantities[:-1]):
        two = quantities[at + 1]
        link = _OUT_OF.fullmatch(text, one.end, two.start) if two.start - one.end < LONGEST_LINK else None
        if link is None or one.unit or two.unit or one.number.glued or one.scaled or two.scaled:
            continue
        whole = two.low in _WHOLES or link["out"] or one.low == 1
        if whole and one.low < two.low <= 1000 and one.low == int(one.low) and _NO_WHOLE.match(text, two.end) is None:
            value = one.low / two.low * 100
            yield Counted(one.start, two.end, Kind.PERCENT, value, value, "%")


def folds(text: str, at: Sequence[int]) -> Iterator[Counted]:
    """Such as "tenfold", "3.5-fold"; `at` is where numbers may begin."""
    if "fold" not in text.lower():
        return
    for found in filter(None, (_FOLD.match(text, start) for start in at)):
        value = float(found[2]) if found[2] else float(WORD_VALUES.get(found[1].lower(), 100))
        yield Counted(found.start(), found.end(), Kind.RATE, value, value, "times")


def rates(text: str, quantities: Sequence[Quantity]) -> Iterator[Counted]:
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
