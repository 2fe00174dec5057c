"""Numbers and ranges of pages, as a style wants them."""

from __future__ import annotations

import re

from nlp.csl.locale import Locale

ONE = r"[A-Za-z]{0,3}\d+(?:\.\d+)*[A-Za-z]{0,2}"
NUMERIC = re.compile(rf"{ONE}(?:\s*[-–&,]\s*{ONE})*")
"""What counts as a number: "12", "12a", "2-5", "1, 3 & 5"."""
RANGE = re.compile(
    r"(?P<one>[A-Za-z]*)(?P<first>\d+)(?P<a>[a-z]?)\s*[-–—]+\s*(?P<two>[A-Za-z]*)(?P<last>\d+)(?P<b>[a-z]?)"
)
MANY = re.compile(r"\d\w*\s*(?:[-–—,&]|and)\s*\w*\d")
HYPHEN = re.compile(r"(?<=[\dIVXLCivxlc])\s*-+\s*(?=[\dIVXLCivxlcA-Z])")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def is_numeric(value: str) -> bool:
    """Whether a value is a number, or several."""
    return NUMERIC.fullmatch(value.strip()) is not None


def is_many(value: str) -> bool:
    """Whether it names several: "12-15", "3, 7"."""
    return MANY.search(value) is not None


def pages(value: str, how: str | None, dash: str) -> str:
    """Ranges with the style's dash, their ends as long as the style wants: "chicago", "expanded", "minimal" ..."""
    if how is None:
        return HYPHEN.sub(dash, value)
    return HYPHEN.sub(dash, RANGE.sub(lambda found: _range(found, how, dash), value))


def _range(found: re.Match[str], how: str, dash: str) -> str:
    first, last = found["first"], found["last"]
    same = found["one"] == found["two"] or not found["two"]
    if not same or len(last) > len(first) or found["a"] or found["b"]:
        return f"{found['one']}{first}{found['a']}{dash}{found['two']}{last}{found['b']}"
    whole = first[: len(first) - len(last)] + last
    if int(whole) < int(first):
        return f"{found['one']}{first}{dash}{found['two']}{last}"
    end = _end(first, whole, how)
    again = found["one"] if end == whole else ""
    return f"{found['one']}{first}{dash}{again}{end}"


def _end(first: str, last: str, how: str) -> str:
    """The last page, without the digits that the style leaves out."""
    changed = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(last) - 1)
    two = min(changed, max(len(last) - 2, 0))
    number = int(first)
    if how.startswith("chicago"):  # Chicago Manual of Style, 9.63 (18th) and 9.61 (17th edition)
        small = number < 100 or number % 100 == 0 or (how == "chicago-15" and len(first) == 4 and two < len(last) - 2)
        how = "expanded" if small else "minimal" if number % 100 < 10 else "minimal-two"
    if how == "expanded" or len(first) != len(last):
        return last
    return last[changed if how == "minimal" else two :]


def numbered(value: str, form: str, locale: Locale, term: str) -> str:
    """A number as such, as an ordinal ("3rd", "third") or in Roman numerals; what is none stays."""
    if not value.strip().isdigit() or form == "numeric":
        return HYPHEN.sub("–", value)
    number = int(value)
    if form == "roman":
        return _roman(number)
    if form == "long-ordinal" and (long := locale.term(f"long-ordinal-{number:02}")):
        return long
    return locale.ordinal(number, locale.gender(term))


def _roman(number: int) -> str:
    found = ""
    for worth, letters in ROMAN:
        while number >= worth and len(found) < 20:
            found += letters
            number -= worth
    return found
