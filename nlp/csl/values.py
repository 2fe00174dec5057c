"""A variable of a reference where it is printed -> its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from nlp.csl.locale import Locale
from nlp.csl.marks import clean
from nlp.csl.numbers import pages
from nlp.csl.situation import Situation
from nlp.csl.style import Style

BEHIND_FIRST = re.compile(r"[-–,].*$")


def value(at: Situation, variable: str, form: str, style: Style, locale: Locale) -> str:
    """What `variable` says, in its short form if that is asked for and there; "" where it says nothing in words."""
    if variable in ("page", "page-first", "locator"):
        return _pages(at, variable, style, locale)
    if variable in OF_SITUATION:
        return OF_SITUATION[variable](at)
    short = at.item.get(f"{variable}-short") if form == "short" else None
    told = at.item.get(variable) if short is None else short
    return clean(str(told)) if isinstance(told, str | int | float) else ""


def _pages(at: Situation, variable: str, style: Style, locale: Locale) -> str:
    how = style.root.get("page-range-format")
    if variable == "locator":
        return pages(clean(at.cite.locator), how if at.cite.label == "page" else None, "–") if at.cite else ""
    told = clean(str(at.item.get("page", "")))
    if variable == "page-first":
        return BEHIND_FIRST.sub("", told).strip()
    return pages(told, how, locale.term("page-range-delimiter") or "–")


OF_SITUATION: Mapping[str, Callable[[Situation], str]] = {
    "year-suffix": lambda at: at.apart.year,
    "citation-number": lambda at: str(at.number),
    "first-reference-note-number": lambda at: str(at.note or ""),
    "citation-label": lambda at: clean(str(at.item.get("id", ""))),
}
"""Variables that no reference has by itself."""
