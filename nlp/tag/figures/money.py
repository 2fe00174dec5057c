"""Quantities of a string -> the same, where a number with a scale alone takes the currency of the sum before it.

"Aid totalled $120 billion; other donors gave 6.6 billion": the second is money too, and only implied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.tag.figures.numbers import Form
from nlp.tag.figures.quantity import Quantity, ends_phrase

NEAR = 200
"""Characters between a sum and a number that goes on counting in its currency."""
_INDIAN = re.compile(r"lakh|lac\b|crore|cr\b", re.IGNORECASE)
_RUPEES = {"INR", "PKR", "BDT", "NPR", "LKR"}
_OF_PEOPLE = re.compile(
    r"""\b(?:reach(?:ed|es|ing)?|serv(?:ed|es|ing)|cover(?:ed|s|ing)|benefit(?:s|ed|ing)?|employ(?:ed|s|ing)?
      |displac(?:ed|es|ing)
          |kill(?:ed|s|ing)|numbers?|herds?|flocks?|stocks?|visitors|arrivals|populations?|inhabitants?|people|membership|users|subscribers|households|population\sof)
        (?:\s[\w’]+){0,3}\s\Z""",
    re.VERBOSE | re.IGNORECASE,
)


def implied(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Give the scaled numbers without a unit the currency of the sum they follow, unless they count something."""
    found: list[Quantity] = []
    last: Quantity | None = None
    for each in quantities:
        one = _million(text, last, each)
        if one.unit is None and last is not None and last.unit and _goes_on(text, last, one):
            found.append(replace(one, unit=last.unit, implied=True))
            last = found[-1]
            continue
        found.append(one)
        if one.is_money():
            last = one if one.unit and one.unit.factor == 1 else last
        elif one.unit is None and (one.scaled or _counts(text, one)):
            last = None  # something else is counted from here on
    return found


def _counts(text: str, one: Quantity) -> bool:
    """Whether a noun follows a letter for a scale: "1.1m homes"."""
    return one.number.short is not None and not ends_phrase(text, one.number.short[0])


def _million(text: str, last: Quantity | None, one: Quantity) -> Quantity:
    """After "£240m" a "300m" is no distance."""
    metres = one.unit is not None and one.unit.shy and one.unit.name == "m" and one.number.short is not None
    if not metres or last is None or text[last.end - 1] not in "mnkbMB" or one.start - last.end > NEAR:
        return one
    return replace(one.times(10**6), unit=None)


def _goes_on(text: str, last: Quantity, one: Quantity) -> bool:
    printed = one.number.form is not Form.VAGUE and one.scaled and one.number.scale >= 10**5
    near = one.start - last.end <= NEAR
    indian = _INDIAN.search(text, one.start, one.end) is not None
    if indian and not (last.unit and _RUPEES & set(last.unit.codes)):
        return False
    return (
        printed
        and near
        and ends_phrase(text, one.end)
        and not _OF_PEOPLE.search(text, max(0, one.start - 60), one.start)
    )
