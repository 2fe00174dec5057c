"""Neighbouring quantities of a string -> lists that share a unit or scale, ranges made one, small change added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.model import Kind
from nlp.tag.figures.attach import LARGE
from nlp.tag.figures.numbers import Form
from nlp.tag.figures.quantity import RANGE, Quantity, ends_phrase

FURTHEST_RATIO = 50
"""In "$3, $4 and $7 billion" the last scale holds for all; "$500 and $2 million" are too unlike for that."""

_LIST = re.compile(r",?\s(?:and|or|to|through|&|versus|vs\.?|against|or\seven)\s|\s?[-–‑]\s?|[—/]")
_COMMA = re.compile(r",\s|;\s")
_BETWEEN = re.compile(
    r"\bbetween\s(?:(?:about|around|roughly|approximately|some|an\sestimated)\s)?[(“\"]?\Z", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:from|(?P<change>(?:rose|grew|fell|dropped|increased|decreased|declined|up"
    r"|down)(?:\sby)?))\s(?:[\w’]+\s){0,2}\Z",
    re.IGNORECASE,
)
_RANGING = re.compile(
    r"\b(?:rang\w+|var\w+|anywhere|somewhere|anything|estimates|estimated)\s(?:\w+\s)?(?:from"
    r"|between)\s(?:[\w’]+\s){0,2}\Z",
    re.IGNORECASE,
)
_SHORT_SCALE = re.compile(r"(?<=[\d\s])(?:[kmbt]|[mbt]n|bln|mln)\Z", re.IGNORECASE)
"""A scale that is written so of money alone, whatever noun follows: "between HUF 298 and 386 bn missing"."""
_SUB = re.compile(r"(?:,?\sand\s|,?\s)\Z")


def is_small_change(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether `two` goes on with the sum `one`: "thirteen dollars and forty-five cents"."""
    if not (one.is_money() and two.is_money()) or two.leads or one.unit is None or two.unit is None:
        return False
    gap = text[one.end : two.start]
    sub = abs(two.low) < 1 and two.unit.name in {"cent", "pence", "penny", "¢", "paise", "centavo", "us cent"}
    return sub and _SUB.fullmatch(gap) is not None and not one.scaled and one.low == int(one.low)


def with_change(one: Quantity, two: Quantity) -> Quantity:
    """The two as one sum."""
    return replace(one, end=two.end, low=round(one.low + two.low, 2), high=round(one.high + two.high, 2))


def shared(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Units and scales that a list or range prints once, given to each of its members."""
    shared = list(found)
    linked = False
    for at in range(len(shared) - 2, -1, -1):
        one, two = shared[at], shared[at + 1]
        gap = text[one.end : two.start]
        if not (_LIST.fullmatch(gap) or (linked and _COMMA.fullmatch(gap))):
            linked = False
            continue
        linked = True
        shared[at], shared[at + 1] = _share(text, one, two, gap)
        _spread(text, shared, at)
    return _elliptic(text, shared)


def _spread(text: str, found: list[Quantity], at: int) -> None:
    """As "A$5, $8 or $12": the first sign says which dollar the others are."""
    first, second = found[at].unit, found[at + 1].unit
    while first and second and first.certain and second.certain and at + 2 < len(found):
        third, gap = found[at + 2].unit, text[found[at + 1].end : found[at + 2].start]
        bare = third is not None and not third.certain and set(first.codes) & set(third.codes) and found[at + 2].leads
        if third is None or not bare or not (_LIST.fullmatch(gap) or _COMMA.fullmatch(gap)):
            return
        found[at + 2] = replace(found[at + 2], unit=replace(third, codes=second.codes))
        at, second = at + 1, found[at + 2].unit


def _elliptic(text: str, found: list[Quantity]) -> list[Quantity]:
    """As "EUR 5, 7 and 9 million": the sign printed first and the scale printed last hold for every member."""
    for last in range(len(found) - 1, 1, -1):
        if found[last].unit is None and found[last].scaled and ends_phrase(text, found[last].end):
            first = _opened(text, found, last)
            if first is not None:
                listed = [_lent(found[first], each, found[last]) for each in found[first:last]]
                found[first : last + 1] = [*listed, replace(found[last], unit=found[first].unit, implied=True)]
    return found


def _opened(text: str, found: Sequence[Quantity], last: int) -> int | None:
    """The sum that opens the list which ends at `last`, if nothing but bare numbers stands between."""
    printed = found[last].low / found[last].number.scale
    for at in range(last - 1, -1, -1):
        one = found[at]
        gap = text[one.end : found[at + 1].start]
        parted = _LIST.fullmatch(gap) if at == last - 1 else _COMMA.fullmatch(gap)
        if not parted or one.scaled or not printed / FURTHEST_RATIO <= one.low <= printed * FURTHEST_RATIO:
            return None
        if one.is_money():
            return at if one.leads and last - at > 1 else None
        if one.unit is not None or not _may_take(one):
            return None
    return None


def _lent(first: Quantity, one: Quantity, last: Quantity) -> Quantity:
    return replace(one.times(last.number.scale), unit=first.unit, implied=True)


def _share(text: str, one: Quantity, two: Quantity, gap: str) -> tuple[Quantity, Quantity]:
    bounds = _bounds(text, one, gap)
    if bounds and one.is_money() and one.leads:
        two = _in_short_scale(two)
    share = two.unit is not None and two.unit.kind is Kind.PERCENT and (one.scaled or one.number.short is not None)
    if two.unit and not one.unit and not two.leads and not share and _may_take(one):
        one = _scale_back(replace(one, unit=two.unit, implied=True), two, bounds=bounds)
    elif one.is_money() and not two.unit and one.unit and _may_go_on(text, one, two, gap):
        two = replace(two, unit=one.unit, implied=True)
        one = _scale_back(one, two, bounds=bounds)
    elif one.is_money() and two.is_money() and one.unit and two.unit and set(one.unit.codes) & set(two.unit.codes):
        first, second = one.unit, two.unit
        one = _scale_back(one, two, bounds=bounds) if one.leads or one.implied else one
        if not first.certain and second.certain and not two.leads:
            one = replace(one, unit=replace(first, codes=second.codes))
        elif first.certain and not second.certain and two.leads:
            two = replace(two, unit=replace(second, codes=first.codes))
    elif bounds and not (one.unit or two.unit) and _may_take(one):
        one = _scale_back(one, two, bounds=True)
    return one, two


def _bounds(text: str, one: Quantity, gap: str) -> bool:
    """Whether what stands between two numbers makes them the ends of a range: "3-5", "3 to 5", "between 3 and 5"."""
    between = " and " in gap and _BETWEEN.search(text, max(0, one.start - 40), one.start) is not None
    return between or RANGE.fullmatch(gap) is not None


def _in_short_scale(two: Quantity) -> Quantity:
    """The end of a range that a currency opens: in "PLN 447-575m" the letter is a million and no metres."""
    metres = two.unit is not None and two.unit.kind is Kind.DISTANCE and two.unit.name == "m"
    if two.number.short is None or not (two.unit is None or metres):
        return two
    end, factor = two.number.short
    number = two.number.scaled(factor)
    return replace(two, end=end, low=number.low, high=number.high, number=number, unit=None)


def _may_take(one: Quantity) -> bool:
    number = one.number
    return not number.glued and not (number.form is Form.WORDS and number.low <= 1) and number.form is not Form.VAGUE


def _may_go_on(text: str, one: Quantity, two: Quantity, gap: str) -> bool:
    """Whether the sign holds on: in "$10-15 billion" and "from $10 to 15 billion" it does, in "$5 to 3 people" not."""
    if one.number.form is Form.VAGUE or not one.leads or two.number.glued:
        return False
    if not _bounds(text, one, gap):
        return False
    short = _SHORT_SCALE.search(text, two.number.start, two.end) is not None
    return (not gap[-1].isalpha() and gap[-1] != " ") or short or ends_phrase(text, two.end)


def _scale_back(one: Quantity, two: Quantity, *, bounds: bool) -> Quantity:
    """Give `one` the scale of `two` where the list or range prints it once."""
    if (
        one.scaled
        or not two.scaled
        or two.number.form is Form.VAGUE
        or one.low >= LARGE
        or (one.unit and one.unit.factor < 1)
    ):
        return one
    printed = two.low / two.number.scale
    if bounds and one.low >= printed > 0:
        return one
    if not bounds and not 1 / FURTHEST_RATIO <= (one.low or 1) / (printed or 1) <= FURTHEST_RATIO:
        return one
    return replace(one.times(two.number.scale), implied=True)


def ranges(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Two quantities that bound one: "$10 to $15 billion", "3-4 per cent", "between 5 and 7 million euros"."""
    merged: list[Quantity] = []
    for one in found:
        if merged and _is_range(text, merged[-1], one):
            low = merged.pop()
            merged.append(replace(one, start=low.start, low=low.low, implied=False, leads=low.leads, ranged=True))
        else:
            merged.append(one)
    return merged


def _is_range(text: str, one: Quantity, two: Quantity) -> bool:
    if one.ranged or one.number.form is Form.VAGUE or not one.low < two.high or not _alike(one, two):
        return False
    gap = text[one.end : two.start]
    if gap in {" and ", " and up to "}:
        return _BETWEEN.search(text, max(0, one.start - 40), one.start) is not None
    if gap == " or ":
        return one.number.form is two.number.form is Form.WORDS and one.unit is two.unit and two.low - one.low == 1
    if not RANGE.fullmatch(gap):
        return False
    if gap.strip() not in {"to", "through"}:
        return gap != "-" or not (
            one.unit and not one.implied and not one.leads and two.unit and one.unit.name != two.unit.name
        )
    window = max(0, one.start - 40)
    by = one.implied and text.endswith("by ", 0, one.start)
    return by or _FROM.search(text, window, one.start) is None or _RANGING.search(text, window, one.start) is not None


def _alike(one: Quantity, two: Quantity) -> bool:
    if one.unit is None or two.unit is None:
        return one.unit is two.unit
    same = one.unit.kind is two.unit.kind
    return same and (bool(set(one.unit.codes) & set(two.unit.codes)) or one.unit.name == two.unit.name)
