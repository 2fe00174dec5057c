"""Words -> the date in them, as ISO 8601: "2 August, 2013" is 2013-08-02, "agosto de 2013" is 2013-08.

Months of English, Spanish, French, Portuguese, German, Italian and Dutch. Spans of years are no date: "2013/14".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january jan enero ene janvier janv janeiro januar jänner gennaio januari",
    "february feb febrero février févr fevereiro fev februar febbraio februari",
    "march mar marzo mars março märz maart",
    "april apr abril abr avril avr aprile",
    "may mayo mai maio maggio mei",
    "june jun junio juin junho juni giugno",
    "july jul julio juillet juil julho juli luglio",
    "august aug agosto ago août augustus",
    "september sept sep septiembre setiembre septembre setembro set settembre",
    "october oct octubre octobre outubro out oktober okt ottobre",
    "november nov noviembre novembre novembro",
    "december dec diciembre dic décembre déc dezembro dez dezember dicembre",
)
DIGIT = re.compile(r"\d")
MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
MONTH = "(?:" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\b\.?"
SEASON = """(?:spring|summer|autumn|fall|winter|primavera|verano|otoño|invierno|printemps|été|automne|hiver|verão|outono
    |inverno|frühjahr|sommer|herbst|q[1-4]|[1-4]q|(?:first|second|third|fourth)\\s+quarter(?:\\s+of)?)"""
YEAR = r"(?<![\d/.–-])(?<![–-]\s)(?<!\d,)(?P<year>(?:18|19|20)\d\d)(?![\d]|\s?[/–-]\s?\d|[.,]\d)"
DAY = r"(?<![\d.,/–-])(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|re|º|°|ª)?"
OF_DAY = r"\s*(?:of|de|di|d[’'])?\s*"
OF = r"(?:\s*,\s*|\s+(?:of|de|del|do|di|d[’'])?\s*)"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing dates: what it looks like, and the ISO date that its parts make."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], str | None]


def iso(words: str) -> str | None:
    """The first date in `words`, as much of it as is stated, in the most exact form found; None for none."""
    return next((read for _, read in _dates(words)), None)


def only_date(words: str) -> str | None:
    """The date that `words` are, and nothing beside it; None when there is more, or none."""
    bare = words.strip(" \t.,;:()[]|–—-")
    return next((read for found, read in _dates(bare) if found.group() == bare), None)


def without_date(words: str) -> str:
    """`words` without the first date in them."""
    found = next((found for found, _ in _dates(words)), None)
    return words if found is None else f"{words[: found.start()]} {words[found.end() :]}"


def _dates(words: str) -> Iterator[tuple[re.Match[str], str]]:
    if not DIGIT.search(words):
        return
    for form in FORMS:
        for found in form.pattern.finditer(words):
            read = form.read(found)
            if read:
                yield found, read


def _named(found: re.Match[str]) -> str | None:
    """A date whose month is a word."""
    parts = found.groupdict()
    month = MONTH_NUMBER[parts["month"].lower().rstrip(".")]
    return _valid(int(parts["year"]), month, int(parts["day"]) if parts.get("day") else None)


def _numbered(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    return _valid(int(parts["year"]), int(parts["month"]), int(parts["day"]) if parts.get("day") else None)


def _slashed(found: re.Match[str]) -> str | None:
    """3/4/2013 is in March to some and in April to others: only its year is sure."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if one > 12:
        return _valid(year, two, one)
    if two > 12 or one == two:
        return _valid(year, one, two)
    return str(year)


def _year(found: re.Match[str]) -> str:
    return str(found["year"])


def _valid(year: int, month: int, day: int | None) -> str | None:
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _form(pattern: str, read: Callable[[re.Match[str]], str | None]) -> Form:
    return Form(re.compile(pattern, re.IGNORECASE | re.VERBOSE), read)


MONTH_GROUP = f"(?P<month>{MONTH})"
RANGE = rf"(?:\s?[–/-]\s?(?:[0-3]?\d\s*)?(?:{MONTH})?)"
FORMS = (
    _form(
        r"(?<![\d/-])(?P<year>(?:18|19|20)\d\d)(?P<mark>[-/.])(?P<month>[01]\d)(?P=mark)(?P<day>[0-3]\d)(?!\d)",
        _numbered,
    ),
    _form(rf"{DAY}[.]?{OF_DAY}{MONTH_GROUP}{OF}{YEAR}", _named),  # 2 August, 2013; 2 de agosto de 2013; 4. August 2013
    _form(rf"\b{MONTH_GROUP}\s+{DAY}\s*,?\s+{YEAR}", _named),  # August 2nd, 2013
    _form(r"(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|20)\d\d)(?!\d)", _numbered),
    _form(r"(?<![\d/])(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)/(?P<year>(?:19|20)\d\d)(?![\d/])", _slashed),
    _form(rf"\b{MONTH_GROUP}(?:\s+[0-3]?\d)?{RANGE}?{OF}{YEAR}", _named),  # August 2013; July/August 2013; 2-3 May 2013
    _form(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-])", _numbered),
    _form(rf"\b{SEASON}[\s,/]+(?:de\s+|of\s+)?{YEAR}", _year),
    _form(YEAR, _year),
)
"""The most exact first: a day before a month before a year."""
