"""What a reader works out in the head from a source's numbers: shares, multiples, differences, years between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from nlp.check.amounts import Amount, Bound, factors
from nlp.check.matching import COUNTS, FRACTION, NEAR, bounded, same_unit
from nlp.check.reading import Reading
from nlp.cite.names import years
from nlp.model import Kind

SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
SCALE = re.compile("|".join(SCALES), re.IGNORECASE)
BY = re.compile(r"\b(?:by|fewer|more|less|margin of|difference of|gap of|lead of|net)\b", re.IGNORECASE)
"""What tells that a number is a difference."""
BESIDE = 14
"""How many characters before or behind a number that may stand."""
MOSTLY = re.compile(r"\b(?:largely|chiefly|primarily|predominantly|main|majority|bulk)\b", re.IGNORECASE)


def derived(claim: Reading, amount: Amount, sources: Sequence[Reading]) -> bool:
    """Whether a number of the claim follows from others of the sources that speak of the same at all."""
    near = [source for source in sources if claim.stems & source.stems]  # else any two numbers will do
    known = [one for source in near for one in source.amounts if one.low == one.high and one.low]
    if amount.unit == "most":
        shares = [one for one in known if one.kind is Kind.PERCENT and one.low > 50]
        return bool(shares) or any(MOSTLY.search(source.text) for source in near)
    if amount.kind is Kind.PERCENT and FRACTION.search(claim.text[amount.start : amount.end]):
        return any(_is_share(amount, share) for share in _shares(known))
    if amount.kind is Kind.DURATION and amount.unit.startswith("year"):
        told = {int(year) for source in sources for year in years(source.text)}
        return any(abs(one - other) == amount.low for one, other in combinations(told, 2))
    if amount.kind in COUNTS and not _is_difference(claim, amount):
        return False
    points = amount.unit == "percentage points"
    return any(
        (same_unit(amount, one) or (points and one.unit == "%")) and bounded(claim, amount, one)
        for source in near
        for one in _gaps(source)
    )


def with_scale(claim: Reading, amount: Amount) -> Amount | None:
    """A bare number with scale and unit of the number that it is part of: "4.5 of the 12 million dollars"."""
    whole = claim.whole(amount)
    scale = SCALE.search(claim.text, whole.start, whole.end) if whole else None
    if whole is None or scale is None or amount.kind not in COUNTS:
        return None
    factor = SCALES[scale.group().casefold()]
    return replace(amount, low=amount.low * factor, high=amount.high * factor, kind=whole.kind, unit=whole.unit)


def multiplied(factor: float, bound: Bound, sources: Sequence[Reading]) -> bool:
    """Whether a source says that something is so many times another, or has two figures of which that is true."""
    if any(abs(each - factor) < 1e-9 for source in sources for _, _, each in factors(source.text)):
        return True
    return any(
        one.low and _alike(one, other) and _is_times(other.low / one.low, factor, bound)
        for source in sources
        for one, other in permutations(source.amounts, 2)
    )


def _shares(known: Sequence[Amount]) -> Iterator[float]:
    """In per cent: one number of another, what is left of it, and the percentages that are told."""
    for one, other in permutations(known, 2):
        if _comparable(one, other):
            share = 100 * one.low / other.low
            yield share
            if share < 100:
                yield 100 - share
    yield from (one.low for one in known if one.kind is Kind.PERCENT and one.bound in (Bound.EXACT, Bound.ABOUT))


def _gaps(source: Reading) -> Iterator[Amount]:
    """The differences of like numbers of one sentence."""
    known = [one for one in source.amounts if one.low == one.high and one.low]
    for one, other in combinations(known, 2):
        if _comparable(one, other):
            gap = round(abs(one.low - other.low), 6)
            yield replace(one, low=gap, high=gap, bound=Bound.EXACT)


def _is_difference(claim: Reading, amount: Amount) -> bool:
    before = claim.text[max(0, amount.start - BESIDE) : amount.start]
    return BY.search(before + "…" + claim.text[amount.end : amount.end + BESIDE]) is not None


def _alike(one: Amount, other: Amount) -> bool:
    """Whether one may be so many times the other; "14 months, against a limit of six" says the unit once."""
    bare = (one.kind is None) != (other.kind is None)
    return (one.kind is other.kind and same_unit(one, other)) or (bare and not (one.ordinal or other.ordinal))


def _comparable(one: Amount, other: Amount) -> bool:
    same = one.kind in COUNTS and other.kind in COUNTS
    return same or (one.kind is other.kind and one.unit == other.unit)


def _is_share(amount: Amount, share: float) -> bool:
    match amount.bound:
        case Bound.OVER:
            return amount.low < share <= amount.low * (1 + NEAR) + 10
        case Bound.UNDER:
            return amount.low * (1 - NEAR) - 10 <= share < amount.low
        case _:
            return abs(share - amount.low) <= 2.5


def _is_times(ratio: float, factor: float, bound: Bound) -> bool:
    """Whether a ratio is what "double", "more than double" or "nearly double" says."""
    if factor < 1:  # "more than halved" is less than a half
        ratio, factor = 1 / ratio if ratio else 0.0, 1 / factor
    low = 1.0 if bound is Bound.OVER else 1 - (NEAR if bound is Bound.UNDER else 0.06)
    high = 1.0 if bound is Bound.UNDER else (1 + 1 / factor if bound is Bound.OVER else 1.06)
    return low * factor <= ratio <= high * factor
