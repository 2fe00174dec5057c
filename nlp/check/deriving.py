"""What a reader works out in the head from a source's numbers: shares, multiples, differences, years between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations, product

from nlp.check.amounts import SCALE, SCALES, Amount, Bound, factors
from nlp.check.matching import COUNTS, FRACTION, NEAR, bounded, same_unit
from nlp.check.reading import Reading
from nlp.cite.names import years
from nlp.model import Kind

DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25, "decade": 3652.5,
        "century": 36525}  # fmt: skip
BY = re.compile(
    r"""\b(?: by | more | (?:margin|difference|gap|lead|rise|fall|increase|decrease|drop|decline|growth|reduction|gain
          |loss|shortfall|surplus)\s(?:of|in) | net | extra | additional | further | added | gained | lost | shed
      | apart
      | (?:few|low|high|soon|fast|slow|quick|great|larg|small|bigg|long|short|tall|young|old|earli|lat|wid|heavi|light
          |cheap)er | less
      | above | below | beyond | remain\w* | rest | left | balance | up | down | short | off | percentage )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What tells that a number is a difference, or what is left."""
SUM = re.compile(
    r"\b(?:together|in\s(?:all|total)|altogether|total\w*|combined|sum|both|jointly|overall)\b", re.IGNORECASE
)
"""What tells that a number is a sum."""
OTHER = re.compile(r"\bother\s\Z", re.IGNORECASE)
"""What stands before a number that leaves one out: "the other five" of six."""
ONLY = re.compile(r"\b(?:only|just|rest|others?|remain\w*|the\sremainder|but)\b", re.IGNORECASE)
BESIDE = 24
"""How many characters before or behind a number that may stand."""
LOOSE = 2.5
"""By how much a fraction in words may be off from the share that it rounds, in per cent."""
MOSTLY = re.compile(r"\b(?:largely|chiefly|primarily|predominantly|main|majority|bulk)\b", re.IGNORECASE)


def derived(claim: Reading, amount: Amount, sources: Sequence[Reading]) -> bool:
    """Whether a number of the claim follows from others of the sources that speak of the same at all."""
    near = [source for source in sources if claim.stems & source.stems]  # else any two numbers will do
    if amount.unit == "most":
        shares = (one for source in near for one in source.amounts if one.kind is Kind.PERCENT)
        return any(one.low > 50 for one in shares) or any(MOSTLY.search(source.text) for source in near)
    if amount.kind is Kind.RATE and amount.unit == "times":
        return multiplied(amount.low, amount.bound, near, apart=True)
    if amount.kind is Kind.PERCENT and FRACTION.search(claim.text[amount.start : amount.end]):
        return is_left(claim, amount, near) or any(_is_share(amount, share, LOOSE) for share in _shares(_known(near)))
    if amount.kind is Kind.DURATION and amount.unit.startswith("year"):
        told = {int(year) for source in sources for year in years(source.text)}
        if any(abs(one - other) == amount.low for one, other in combinations(told, 2)):
            return True
    return _is_worked_out(claim, amount, near)


def _is_worked_out(claim: Reading, amount: Amount, near: Sequence[Reading]) -> bool:
    """Whether it is a share of two numbers, what is left of a whole, a sum that is called one, or such a difference."""
    if amount.kind is Kind.PERCENT:
        counts = [one for one in _known(near) if one.kind is not Kind.PERCENT]
        if any(_is_share(amount, share, _step(claim, amount)) for share in _shares(counts)):
            return True
    if OTHER.search(claim.text, 0, amount.start) and any(one.low == amount.low + 1 for one in _known(near)):
        return True
    points = amount.unit == "percentage points"
    found = [
        *(_sums(near) if SUM.search(claim.text) else ()),
        *(_gaps(near) if _is_difference(claim, amount) else ()),
        *_multiples(near),
        *_portions(near),
        *_converted(amount, near),
    ]
    return is_left(claim, amount, near) or any(
        (same_unit(amount, one) or (points and one.unit == "%")) and bounded(claim, amount, one) for one in found
    )


def _known(near: Sequence[Reading]) -> list[Amount]:
    return [one for source in near for one in source.amounts if one.low == one.high and one.low]


def _step(claim: Reading, amount: Amount) -> float:
    """By how much a percentage may be off from the share that it rounds: half of its last digit."""
    decimals = re.search(r"\.(\d+)", claim.text[amount.start : amount.end])
    return 0.5 * 10.0 ** -len(decimals[1]) if decimals else 0.5


def is_left(claim: Reading, amount: Amount, sources: Sequence[Reading]) -> bool:
    """Whether a number is what a source's part leaves of the same whole: seven of sixteen, where it tells of nine."""
    if amount.kind is Kind.PERCENT:  # 94 per cent where 6 are missing
        return any(
            one.kind is Kind.PERCENT
            and abs(100 - one.low - amount.low) < 1e-9
            and one.low != amount.low
            and (_excludes(claim, amount) or _excludes(source, one))
            for source in sources
            for one in source.amounts
        )
    whole = claim.whole(amount)
    if whole is None:
        return False
    part = (with_scale(claim, amount) or amount).low
    return any(
        whole.low > part and whole.low == one.low and one.low == part + other.low for one, other in _ordered(sources)
    )


def _ordered(sources: Sequence[Reading]) -> Iterator[tuple[Amount, Amount]]:
    for one, other in _pairs(sources):
        yield (one, other) if one.low > other.low else (other, one)


def _excludes(reading: Reading, amount: Amount) -> bool:
    """Whether the clause of a number says that something is not so, or so only of some."""
    first, last = reading.clause(amount.start)
    no = any(first <= at < last for at, _ in (*reading.denials, *reading.bars))
    return no or ONLY.search(reading.text, first, last) is not None


def with_scale(claim: Reading, amount: Amount) -> Amount | None:
    """A bare number with scale and unit of the number that it is part of: "4.5 of the 12 million dollars"."""
    whole = claim.whole(amount)
    scale = SCALE.search(claim.text, whole.start, whole.end) if whole else None
    own = SCALE.search(claim.text, amount.start, amount.end)
    if whole is None or scale is None or own or amount.kind not in COUNTS:
        return None
    factor = SCALES[scale.group().casefold()]
    return replace(amount, low=amount.low * factor, high=amount.high * factor, kind=whole.kind, unit=whole.unit)


def multiplied(factor: float, bound: Bound, sources: Sequence[Reading], *, apart: bool = False) -> bool:
    """Whether a source says that something is so many times another, or has two figures of which that is true.

    `apart`: the two figures may stand in different sentences.
    """
    if any(abs(each - factor) < 1e-9 for source in sources for _, _, each in factors(source.text)):
        return True
    if any(one.unit == "times" and one.low == factor for source in sources for one in source.amounts):
        return True
    groups = [[one for source in sources for one in source.amounts]] if apart else [one.amounts for one in sources]
    return any(
        one.low and _alike(one, other) and _is_times(other.low / one.low, factor, bound)
        for group in groups
        for one, other in permutations(group, 2)
    )


def _shares(known: Sequence[Amount]) -> Iterator[float]:
    """In per cent: one number of another, by how much it is less or more, and the percentages that are told."""
    for one, other in permutations(known, 2):
        if _comparable(one, other):
            share = 100 * one.low / other.low
            yield share
            yield abs(100 - share)
    yield from (one.low for one in known if one.kind is Kind.PERCENT and one.bound in (Bound.EXACT, Bound.ABOUT))


def _pairs(sources: Sequence[Reading]) -> Iterator[tuple[Amount, Amount]]:
    """Like numbers of one sentence, each with each."""
    for source in sources:
        known = [one for one in source.amounts if one.low == one.high and one.low and not one.ordinal]
        yield from ((one, other) for one, other in combinations(known, 2) if _comparable(one, other))


def _sums(sources: Sequence[Reading]) -> Iterator[Amount]:
    for one, other in _pairs(sources):
        both = round(one.low + other.low, 6)
        yield replace(one, low=both, high=both, bound=Bound.EXACT)


def _gaps(sources: Sequence[Reading]) -> Iterator[Amount]:
    for one, other in _pairs(sources):
        gap = round(abs(one.low - other.low), 6)
        yield replace(one, low=gap, high=gap, bound=Bound.EXACT)


def _multiples(sources: Sequence[Reading]) -> Iterator[Amount]:
    """What a number is of which a source says that it is so many times something else, or half of it."""
    told = [times for source in sources for *_, times in factors(source.text)]
    told += [one.low for source in sources for one in source.amounts if one.unit == "times"]
    for one in _known(sources):
        for value in (each for times in told for each in (one.low * times, one.low / times)):
            yield replace(one, low=round(value, 6), high=round(value, 6), bound=Bound.EXACT)


def _portions(sources: Sequence[Reading]) -> Iterator[Amount]:
    """What a percentage of a number is that stands in its sentence: 40 per cent of a budget of 512 million."""
    for source in sources:
        known = _known([source])
        parts = [one for one in known if one.kind is Kind.PERCENT and one.low < 100]
        for one, part in product([one for one in known if one.kind in (None, Kind.COUNT, Kind.MONEY)], parts):
            value = round(one.low * part.low / 100, 6)
            yield replace(one, low=value, high=value, bound=part.bound)


def _converted(amount: Amount, sources: Sequence[Reading]) -> Iterator[Amount]:
    """Times in the unit of the claim's: eleven weeks in months."""
    for one in _known(sources):
        units = one.unit.rstrip("s"), amount.unit.rstrip("s")
        if one.kind is amount.kind is Kind.DURATION and units[0] != units[1] and DAYS.keys() >= {*units}:
            value = round(one.low * DAYS[units[0]] / DAYS[units[1]], 1)
            yield replace(one, low=value, high=value, unit=amount.unit)


def _is_difference(claim: Reading, amount: Amount) -> bool:
    """Whether the words beside a number, or two years that the claim compares, tell that it is a difference."""
    if amount.kind in COUNTS and len({*years(claim.text)}) > 1:
        return True
    before = claim.text[max(0, amount.start - BESIDE) : amount.start]
    return BY.search(before + "…" + claim.text[amount.end : amount.end + BESIDE]) is not None


def _alike(one: Amount, other: Amount) -> bool:
    """Whether one may be so many times the other; "14 months, against a limit of six" says the unit once."""
    bare = (one.kind is None) != (other.kind is None)
    return (one.kind is other.kind and same_unit(one, other)) or (bare and not (one.ordinal or other.ordinal))


def _comparable(one: Amount, other: Amount) -> bool:
    same = one.kind in COUNTS and other.kind in COUNTS
    return same or (one.kind is other.kind and one.unit == other.unit)


def _is_share(amount: Amount, share: float, loose: float) -> bool:
    match amount.bound:
        case Bound.OVER:
            return amount.low < share <= amount.low * (1 + NEAR) + 10
        case Bound.UNDER:
            return amount.low * (1 - NEAR) - 10 <= share < amount.low
        case _:
            return abs(share - amount.low) <= loose


def _is_times(ratio: float, factor: float, bound: Bound) -> bool:
    """Whether a ratio is what "double", "more than double" or "nearly double" says."""
    if factor < 1:  # "more than halved" is less than a half
        ratio, factor = 1 / ratio if ratio else 0.0, 1 / factor
    low = 1.0 if bound is Bound.OVER else 1 - (NEAR if bound is Bound.UNDER else 0.06)
    high = 1.0 if bound is Bound.UNDER else (1 + 1 / factor if bound is Bound.OVER else 1.06)
    return low * factor <= ratio <= high * factor
