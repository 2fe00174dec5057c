"""A string of prose -> the numbers printed in it, in digits or in words, each with its scale.

What a number measures, and ranges and lists of several, are the business of other files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from nlp.tag.figures.number_words import (
    COUNTED_SCALES,
    FRACTION_SIGNS,
    SCALES,
    SHORT_SCALES,
    TEENS,
    TENS,
    UNITS,
    VAGUE,
    WORD_VALUES,
)
from nlp.tag.figures.starts import starts

_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(UNITS)}))?|{'|'.join(TEENS)}|{'|'.join(UNITS)}|zero)"
_WORDED = re.compile(
    rf"""
    (?P<vague>                                          # hundreds of millions · several million · a few dozen
        \b(?:several\s|many\s|a\sfew\s)?
          (?:tens|dozens|scores|hundreds|thousands|lakhs|crores|millions|billions|trillions)
          (?:\sof\s(?:tens|dozens|hundreds|thousands|lakhs|crores|millions|billions|trillions)){{0,2}}\b
      | \b(?:several|a\sfew|a\scouple(?:\sof)?)\s(?:{COUNTED_SCALES})
          (?:\s(?:thousand|million|billion|trillion|crore))?\b
    )
  | (?P<words>
        \b(?: (?:a|{_SMALL})[\s-]hundred(?:\s(?:and\s)?{_SMALL})?   # three hundred and fifty
            | {_SMALL}[\s-]and[\s-]a[\s-](?:half|quarter)          # two and a half
            | (?:half|three[\s-]quarters|(?:a\s|one\s)?quarter)           # half a million, a quarter of a million
              (?:[\s-]of)?(?:[\s-]an?)?(?=[\s-](?:dozen|million|billion|trillion)\b)
            | {_SMALL}
            | an?(?=[\s-](?:thousand|million|billion|trillion|lakh|crore|dozen)\b)
          )\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PRINTED = re.compile(
    rf"""
    (?<!\d)(?<!\d[.,’'])
        (?: \d{{1,3}}(?:,\d{{2,3}}){{0,6}},\d{{3}}(?:\.\d{{1,15}})?        # 1,234.5 · 12,34,567
          | \d{{1,3}}(?:\.\d{{3}}){{2,6}}(?:,\d{{1,2}})?        # 1.234.567
          | \d{{1,3}}(?:\.\d{{3}}){{1,6}},\d{{1,2}}                  # 1.234,56
          | \d{{1,3}}(?:['’]\d{{3}}){{1,6}}(?:\.\d{{1,15}})?                # 1'234'567
          | \d{{1,3}}(?:\s\d{{3}}){{1,6}}(?:[.,]\d{{1,2}})?(?!\d)    # 1 234 567
          | \d{{1,15}}\s\d/\d                                         # 2 1/2
          | \d{{1,15}},\d{{1,2}}                                      # 2,5 (decimal comma)
          | \d{{1,15}}(?:[.·]\d{{1,15}})?(?:\s?[½¼¾⅓⅔])?                     # 12 · 1.5 · 2½
          | (?<![\w.)])\.\d+                                   # .5
          | [½¼¾⅓⅔]
        )
        (?!\d)(?![.,]\d)
        (?:\sand\sa\s(?P<rest>half|quarter)(?=\s(?:{COUNTED_SCALES})))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SCALE_WORDS = "|".join(re.escape(word) for word in sorted(SCALES, key=len, reverse=True))
_SCALE = re.compile(
    rf"""(?:[\s-]?(?P<first>{_SCALE_WORDS})s?(?![^\W_]))
         (?:\s(?P<second>thousand|million|billion|trillion|crore)s?(?![^\W_]))?(?:(?<=[Mm]io|[Mm]rd)\.(?!\Z))?""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[^\w\s.,;:()“”'’–—-]|\b[A-Z]{3})\s?\Z")
"""A sign or a code before a number: only then is "mm" a million, else millimetres."""
_DOZEN = re.compile(r"[\s-]dozen\b", re.IGNORECASE)
_SHORT = re.compile(r"\s?([KkMmBbT])(?![^\W_])(?!['’]\w)")
_SINGULAR = re.compile(r"s$")
_GLUED = re.compile(r"(?:[^\W\d_]|[^\W\d_][-‑.]|/|\\|#)$")


class Form(StrEnum):
    """How a number is printed."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Number:
    """One printed number: where it stands in its string, and what it comes to."""

    start: int
    end: int
    low: float
    high: float
    """`low` and `high` include the scale; they differ only for a vague number ("hundreds of")."""
    scale: float = 1.0
    """The printed scale: 1e6 for "2 million"."""
    form: Form = Form.DIGITS
    short: tuple[int, float] | None = None
    """End and factor of a single-letter scale, which counts only beside a currency: "$5m"."""
    glued: bool = False
    """A letter, or a letter and a hyphen, stands directly before: "G20", "MS-13"."""
    grouped: bool = False
    """Printed with thousands separators or a decimal point: no year, no number of a page or note."""

    @property
    def year_like(self) -> bool:
        """Four bare digits from 1400 to 2100: a year unless a unit says otherwise."""
        plain = self.form is Form.DIGITS and not self.grouped and self.scale == 1
        return plain and self.end - self.start == 4 and 1400 <= self.low <= 2100

    def scaled(self, factor: float) -> Number:
        """The same number, times a scale that is printed elsewhere."""
        return replace(self, low=times(self.low, factor), high=times(self.high, factor), scale=self.scale * factor)


def times(value: float, factor: float) -> float:
    """The product as it is written by hand: 281.8 times a million is 281,800,000 exactly."""
    return float(Decimal(repr(value)) * Decimal(repr(factor)))


def numbers(text: str, *, decimal_commas: bool = False, at: Sequence[int] | None = None) -> list[Number]:
    """Every number in `text`, in order; offsets are into `text`. `at` is starts(text), if the caller knows it.

    With `decimal_commas` "5.154" is five thousand, otherwise five and a bit. Ranges and lists give several
    numbers; years, dates and the like are numbers too: it is for the caller to know them.
    """
    found = _matches(text, starts(text) if at is None else at)
    return list(_joined(text, (_number(text, match, decimal_commas) for match in found)))


def _matches(text: str, at: Iterable[int]) -> Iterator[re.Match[str]]:
    taken = 0
    for start in at:
        if start < taken:
            continue
        if text[start].isdecimal() or text[start] in FRACTION_SIGNS:
            point = start and text[start - 1] == "."
            found = (_PRINTED.match(text, start - 1) if point else None) or _PRINTED.match(text, start)
        else:
            found = _WORDED.match(text, start)
        if found is not None:
            taken = found.end()
            yield found


def _number(text: str, match: re.Match[str], decimal_commas: bool) -> Number:
    start, end = match.span()
    glued = start > 0 and not text[start - 1].isspace() and _GLUED.search(text, max(0, start - 2), start) is not None
    if match.re is _PRINTED:
        printed = match.group().rstrip()
        value, grouped = _digits(printed, decimal_commas)
        number = Number(start, start + len(printed), value, value, grouped=grouped, glued=glued)
    elif match["vague"]:
        return _vague(match)
    else:
        value = _words(match["words"])
        number = Number(start, end, value, value, form=Form.WORDS, glued=glued)
    return _with_scale(text, number)


def _digits(printed: str, decimal_commas: bool) -> tuple[float, bool]:
    """The value of a number in digits, and whether separators or a decimal sign show that it is a quantity."""
    if printed.isdecimal():
        return float(printed), False
    rest = 0.0
    if half := re.search(r"\sand\sa\s(half|quarter)$", printed, re.IGNORECASE):
        rest = 0.5 if half[1].lower() == "half" else 0.25
        printed = printed[: half.start()]
    if common := re.search(r"\s(\d)/(\d)$", printed):
        rest = int(common[1]) / (int(common[2]) or 1)
        printed = printed[: common.start()]
    if printed[-1:] in FRACTION_SIGNS:
        rest = FRACTION_SIGNS[printed[-1]]
        printed = printed[:-1].strip() or "0"
    plain = re.sub(r"[\s'’]", "", printed).replace("·", ".")
    dots_group = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain) and (decimal_commas or plain.count(".") > 1)
    if dots_group or re.fullmatch(r"[\d.]*\d,\d{1,2}", plain):
        plain = plain.replace(".", "").replace(",", ".")
    return float(plain.replace(",", "")) + rest, not printed.isdigit() or rest > 0


def _words(printed: str) -> float:
    """The value of words: "three hundred and fifty" 350, "half a" 0.5, "three quarters of a" 0.75."""
    words = re.split(r"[\s-]+", printed.lower())
    if words[0] == "half":
        return 0.5
    if "quarter" in words[:2] or "quarters" in words[:2]:
        return 0.75 if words[0] == "three" else 0.25
    total = 0.0
    for at, word in enumerate(words):
        if word == "hundred":
            total *= 100
        elif word in {"half", "quarter"}:
            total += 0.5 if word == "half" else 0.25
        elif word not in {"a", "an"} or at == 0:
            total += WORD_VALUES.get(word, 0)
    return total


def _vague(match: re.Match[str]) -> Number:
    words = match["vague"].lower().split()
    named = [_SINGULAR.sub("", word) for word in words if _SINGULAR.sub("", word) in VAGUE]
    if words[-1].endswith("s"):
        low, high = VAGUE[named[0]]
        factors = named[1:]
    else:
        couple = "couple" in words
        low, high = (2, 2) if couple else (2, 10)
        factors = named
    for name in factors:
        low, high = low * VAGUE[name][0], high * VAGUE[name][0]
    scale = 1.0 if low < 1000 else 1000.0
    return Number(match.start(), match.end(), float(low), float(high), scale=scale, form=Form.VAGUE)


def _with_scale(text: str, number: Number) -> Number:
    found = _SCALE.match(text, number.end)
    millimetres = found is not None and found["first"].lower() == "mm" and not _is_signed(text, number)
    if found is None or millimetres:
        if number.form is Form.WORDS or not number.grouped:
            dozen = _DOZEN.match(text, number.end)
            if dozen:
                return replace(number.scaled(12), scale=1.0, end=dozen.end())
        short = _SHORT.match(text, number.end)
        if short and number.form is Form.DIGITS:
            return replace(number, short=(short.end(), float(SHORT_SCALES[short[1].lower()])))
        return number
    factor = SCALES[found["first"].lower()] * (SCALES[found["second"].lower()] if found["second"] else 1)
    return replace(number.scaled(factor), end=found.end())


def _is_signed(text: str, number: Number) -> bool:
    return _SIGNED.search(text, max(0, number.start - 5), number.start) is not None


def _joined(text: str, parts: Iterator[Number]) -> Iterator[Number]:
    """Numbers in several scales: "two million three hundred thousand", "5 crore 20 lakh"."""
    held: Number | None = None
    for part in parts:
        if held and part.start < held.end:
            continue
        if held and _belongs(text, held, part):
            held = replace(held, end=part.end, low=held.low + part.low, high=held.high + part.high)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _belongs(text: str, one: Number, two: Number) -> bool:
    gap = text[one.end : two.start]
    both = one.form is two.form is Form.WORDS or (one.form is two.form is Form.DIGITS and two.scale > 1)
    joined = gap == " " or (gap == " and " and one.form is Form.WORDS and two.scale == 1 and one.scale > 1)
    return both and joined and one.scale > two.scale and two.high < one.scale
