"""The label of a row or column -> the unit that it states; a size that describes what it names states none.

"Cement (tonnes)" and "Area, ha" state a unit, "Rice, 50 kg", "Under 6 months" and "18-24 years" tell of what kind
the thing is.
"""

from __future__ import annotations

import re

from nlp.model import Kind
from nlp.tag.figures.measures import LONGEST, NOTHING, Measure, measure
from nlp.tag.figures.quantities import quantities

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")
_SCALE = re.compile(r"[’'‘´`]?\s?0{2,3}s?\b|1(?:[ ,.]?000){1,3}\b")
"""What scales a unit and is no size: "(1,000 ha)", "'000 tonnes"."""
_INSIDE = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MANY = re.compile(r"(?:s|％|%)$")

_PRICES = re.compile(r"\b(?:prices?|tariffs?|fares?|wages?|precios?|preços?|prix|preise?)\b", re.IGNORECASE)
_TERMS = re.compile(
    r"\b(?:at|in|à|a)\s(?:[\w-]{1,20}\s){0,3}pri(?:ces?|x)\b|\b(?:constant|current|fixed|(?:1[5-9]|20)\d\d)\s(?:market\s)?prices\b",
    re.IGNORECASE,
)
"""In what money sums are told: "at constant prices"."""


def label_measure(label: str) -> Measure | None:
    """What `label` states for bare numbers beneath or beside it: as `measure`, but for sizes."""
    if label.count("(") > 1 and _is_torn(label):
        return NOTHING
    return measure(_without_sizes(label)) if any(char.isdigit() for char in label) else measure(label)


def _is_torn(label: str) -> bool:
    """Whether it is the headings of several columns that stand in one cell: their units differ."""
    told = [measure(inside) for inside in _INSIDE.findall(label)[:9]]
    return len({one.unit.kind for one in told if one is not None and one.unit is not None and not one.weak}) > 1


def _without_sizes(label: str) -> str:
    if len(label) > LONGEST:
        return label
    kept, at = "", 0
    for one in quantities(label):
        printed = label[one.start : one.end]
        number = next((place for place, char in enumerate(printed) if char.isdigit()), None)
        if one.unit is None or number is None:
            continue
        if _YEAR.match(printed, number) or _SCALE.match(printed, number):
            continue
        kept += label[at : one.start]
        at = one.end
    return kept + label[at:]


def is_unit_name(label: str, stated: Measure | None) -> bool:
    """Whether `label` is one bare word that may be a name or a sum as well as a unit: "Acre", "Sum", "Rand"."""
    if stated is None or stated.unit is None or stated.unit.kind in {Kind.PERCENT, Kind.COUNT, Kind.RATE}:
        return False
    return _WORD.fullmatch(label) is not None and _MANY.search(label) is None and not label.isupper()


def tells_prices(label: str) -> bool:
    """Whether `label` says that the sums beneath it are prices of something."""
    return _PRICES.search(_TERMS.sub(" ", label)) is not None
