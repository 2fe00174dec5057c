"""A date of an item -> words, as a style or its language writes dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from nlp.csl.cases import cased
from nlp.csl.locale import Locale
from nlp.csl.marks import clean, wrapped_in
from nlp.csl.seams import affixed, together

PARTS: Mapping[str, frozenset[str]] = {
    "year": frozenset({"year"}),
    "year-month": frozenset({"year", "month"}),
    "year-month-day": frozenset({"year", "month", "day"}),
}
ORDER = ("year", "month", "day")
MONTHS = 12


class Day(NamedTuple):
    """A day, a month or a year; 0 for what is not said."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def sortable(self) -> str:
        """So that later days come later."""
        return f"{self.year + 10000:05}{self.month:02}{self.day:02}"


def days(value: Any) -> list[Day]:
    """The day of a CSL date, or the first and last of a range; none if it is not in numbers."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    found = []
    for each in parts if isinstance(parts, Sequence) and not isinstance(parts, str) else ():
        numbers = [int(part) for part in each[:3] if str(part).lstrip("-").isdigit()]
        if numbers and numbers[0]:
            found.append(Day(*numbers))
    return found[:2]


def is_uncertain(value: Any) -> bool:
    """Whether the item says "about"."""
    return isinstance(value, Mapping) and bool(value.get("circa"))


def written(element: Element, value: Any, locale: Locale) -> str:
    """The date as `element` wants it, without its affixes; "" where nothing is said."""
    told = days(value)
    if not told:
        words = value.get("literal") or value.get("raw") if isinstance(value, Mapping) else value
        return clean(str(words)) if words else ""
    parts, delimiter = _parts(element, locale)
    season = value.get("season") if isinstance(value, Mapping) else None
    if len(told) == 1:
        return together([_part(part, told[0], locale, season) for part in parts], delimiter)
    return _range(parts, delimiter, told, locale)


def _parts(element: Element, locale: Locale) -> tuple[list[Element], str]:
    """The parts to print in order, and what stands between them."""
    form = element.get("form")
    if form is None:
        return element.findall("date-part"), element.get("delimiter", "")
    base = locale.date(form)
    if base is None:
        return [], ""
    wanted = PARTS.get(element.get("date-parts", "year-month-day"), PARTS["year-month-day"])
    own = {part.get("name"): part.attrib for part in element.findall("date-part")}
    shown = [part for part in base.findall("date-part") if part.get("name") in wanted]
    parts = [Element("date-part", {**part.attrib, **own.get(part.get("name"), {})}) for part in shown]
    return parts, base.get("delimiter", "")


def _part(part: Element, day: Day, locale: Locale, season: Any = None, *, suffix: bool = True) -> str:
    text = _number(part, day, locale, season)
    shown = wrapped_in(part, cased(text, part.get("text-case"), english=locale.english))
    if part.get("strip-periods") == "true":
        shown = shown.replace(".", "")
    return affixed(part.get("prefix", ""), shown, part.get("suffix", "") if suffix else "")


def _number(part: Element, day: Day, locale: Locale, season: Any) -> str:
    form = part.get("form", "long")
    match part.get("name"):
        case "year":
            year = f"{abs(day.year) % 100:02}" if form == "short" else str(abs(day.year))
            return year + (locale.term("bc") or "BC" if day.year < 0 else "")
        case "month":
            return _month(day.month, form, locale) if day.month else _season(season, locale)
        case "day" if day.day:
            first_only = locale.option("limit-day-ordinals-to-day-1") == "true" and day.day != 1
            if form == "ordinal" and not first_only:
                return locale.ordinal(day.day, locale.gender(f"month-{day.month:02}"))
            return f"{day.day:02}" if form == "numeric-leading-zeros" else str(day.day)
    return ""


def _month(month: int, form: str, locale: Locale) -> str:
    if month > MONTHS:  # CSL counts seasons on from the months
        return _season(month % 4 or 4, locale)
    if form.startswith("numeric"):
        return f"{month:02}" if form == "numeric-leading-zeros" else str(month)
    return locale.term(f"month-{month:02}", form) or ""


def _season(season: Any, locale: Locale) -> str:
    if not season:
        return ""
    return locale.term(f"season-{int(season):02}") or "" if str(season).isdigit() else clean(str(season))


def _range(parts: list[Element], delimiter: str, told: list[Day], locale: Locale) -> str:
    """Two days: what both share is said once."""
    one, other = told
    apart = next((name for name in ORDER if getattr(one, name) != getattr(other, name)), "year")
    own = set(ORDER[ORDER.index(apart) :])
    at = [number for number, part in enumerate(parts) if part.get("name") in own]
    if not at:
        return together([_part(part, one, locale) for part in parts], delimiter)
    first, last = at[0], at[-1] + 1
    left = [_part(part, one, locale, suffix=part is not parts[last - 1]) for part in parts[first:last]]
    right = [_part(part, other, locale) for part in parts[first:last]]
    begun, ended = together(left, delimiter).rstrip(), together(right, delimiter)
    middle = f"{begun}{parts[first].get('range-delimiter', '–')}{ended}" if begun and ended else begun + ended
    before = [_part(part, one, locale) for part in parts[:first]]
    after = [_part(part, one, locale) for part in parts[last:]]
    return together([*before, middle, *after], delimiter)
