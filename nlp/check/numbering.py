"""The numbers of a claim against those of its sources: every one must be one of theirs, as they mean it.

A number holds if one source number has its value, scale and unit, and speaks of the same: rounding must be said
("about"), a bound must be true of it, and the year it is given must be its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from math import floor, log10

from nlp.check.reading import Amount, Bound, Reading, bound_of, factors
from nlp.check.record import Fault, Flaw
from nlp.cite.names import years
from nlp.model import Kind

NEAR = 0.25
"""How far a bound may lie from the number it is true of: "more than 400" of 412, not of 4,120."""
ROUND = 0.03
"""How far a number that is said to be rounded may be off, if it is not its rounding to fewer digits."""
FRACTION = re.compile(
    r"\b(?:third|quarter|half|fifth|tenth|sixth|eighth|thirds|quarters|fifths|tenths|in (?:two|three|four|five|ten))\b"
)
AT_LEAST = re.compile(r"at least|or more|(?:no|not) (?:less|fewer|lower) than|minimum")
AT_MOST = re.compile(
    r"at most|up to|as (?:much|many|high) as|or (?:less|fewer)|(?:no|not) (?:more|greater|higher) than|maximum"
)
DIVISORS = {"megawatt hour": "mwh", "kilowatt hour": "kwh", "gigawatt hour": "gwh", "ha": "hectare", "annum": "year"}
SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
SCALE = re.compile("|".join(SCALES), re.IGNORECASE)
SMALL = 6
"""Up to here a number in words may count what a passage lists without counting it."""
COUNTS = frozenset({None, Kind.COUNT})


def check_numbers(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """What is wrong with the numbers of `claim`."""
    known = [one for source in sources for one in source.amounts]
    for amount in claim.amounts:
        if any(_fits(claim, amount, one) for one in known) and _spread(amount, known):
            continue
        whole = _with_scale(claim, amount)
        if whole is not None and any(_fits(claim, whole, one) for one in known):
            continue
        if derived(claim, amount, sources) or _is_small(claim, amount, known):
            continue
        yield _unmatched(claim, amount, known)
    for start, end, factor in factors(claim.text):
        if not _multiplied(factor, bound_of(claim.text[max(0, start - 12) : start]), sources):
            yield Fault(Flaw.NUMBER, start, end, f"no passage says “{claim.text[start:end]}”, or has figures that do.")


def fitting(claim: Reading, amount: Amount, source: Reading) -> list[Amount]:
    """Those numbers of a source that a number of the claim may stand for."""
    return [one for one in source.amounts if _fits(claim, amount, one)]


def derived(claim: Reading, amount: Amount, sources: Sequence[Reading]) -> bool:
    """Whether a number of the claim follows from two of the sources: a fraction in words, a difference, years between.

    Only what a reader would work out in the head: ratios as "half" or "a third", differences of like numbers.
    """
    printed = claim.text[amount.start : amount.end]
    near = [source for source in sources if claim.stems & source.stems]  # else any two numbers will do
    known = [one for source in near for one in source.amounts if one.low == one.high and one.low]
    if amount.kind is Kind.PERCENT and FRACTION.search(printed):
        shares = [100 * one.low / other.low for one, other in permutations(known, 2) if _comparable(one, other)]
        shares += [100 - share for share in shares if share < 100]
        shares += [one.low for one in known if one.kind is Kind.PERCENT and one.bound in (Bound.EXACT, Bound.ABOUT)]
        return any(_is_share(amount, share) for share in shares)
    if amount.kind is Kind.DURATION and amount.unit.startswith("year"):
        told = {int(year) for source in sources for year in years(source.text)}
        return any(abs(one - other) == amount.low for one, other in combinations(told, 2))
    gaps = [
        replace(one, low=abs(one.low - other.low), high=abs(one.low - other.low), bound=Bound.EXACT)
        for one, other in combinations(known, 2)
        if _comparable(one, other)
    ]
    gaps = [replace(one, low=round(one.low, 6), high=round(one.high, 6)) for one in gaps]
    points = amount.unit == "percentage points"
    return any(
        (_same_unit(amount, one) or (points and one.unit == "%")) and _bounded(claim, amount, one)
        for one in gaps
        if amount.kind is not None and amount.kind is not Kind.COUNT
    )


def _with_scale(claim: Reading, amount: Amount) -> Amount | None:
    """A bare number with scale and unit of the number that it is part of: "4.5 of the 12 million dollars"."""
    whole = claim.whole(amount)
    scale = SCALE.search(claim.text, whole.start, whole.end) if whole else None
    if whole is None or scale is None or amount.kind not in COUNTS:
        return None
    factor = SCALES[scale.group().casefold()]
    return replace(amount, low=amount.low * factor, high=amount.high * factor, kind=whole.kind, unit=whole.unit)


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


def _is_small(claim: Reading, amount: Amount, known: Sequence[Amount]) -> bool:
    """Whether a small number in words counts what no source counts: "the three periods"."""
    printed = claim.text[amount.start : amount.end]
    if not printed.isalpha() or amount.low > SMALL or amount.kind not in COUNTS:
        return False
    return not any(one.kind in COUNTS and one.unit and one.unit == amount.unit for one in known)


def _unmatched(claim: Reading, amount: Amount, known: Sequence[Amount]) -> Fault:
    printed = claim.text[amount.start : amount.end]
    place = (amount.start, amount.end)
    same = [one for one in known if _equal(amount, one)]
    if any(_same_unit(amount, one) for one in same) and not _spread(amount, known):
        return Fault(Flaw.UNIT, *place, f"“{printed}” is not for each {amount.per} in any passage.")
    if any(_same_unit(amount, one) for one in same):
        return Fault(Flaw.BOUND, *place, f"no passage bounds “{printed}” so.")
    if same:
        return Fault(Flaw.UNIT, *place, f"“{printed}” has another unit in the passages.")
    return Fault(Flaw.NUMBER, *place, f"no passage has “{printed}”.")


def _fits(claim: Reading, amount: Amount, one: Amount) -> bool:
    return _same_unit(amount, one) and _bounded(claim, amount, one)


def _spread(amount: Amount, known: Sequence[Amount]) -> bool:
    """Whether a period or divisor that the claim gives a number is that of such numbers in the sources."""
    spread = {_divisor(one.per) for one in known if one.kind is amount.kind and one.per}
    return amount.per is None or _divisor(amount.per) in spread


def _divisor(per: str | None) -> str:
    words = (per or "").casefold().replace("-", " ").removesuffix("s")
    return DIVISORS.get(words, words)


def _same_unit(amount: Amount, one: Amount) -> bool:
    if Kind.RATE in (amount.kind, one.kind) and (amount.kind in COUNTS or one.kind in COUNTS):
        return True  # "655" beside "410 per 100,000 shifts"
    if amount.kind in COUNTS or one.kind in COUNTS:
        # A number without a unit may be any; a count is told by its noun, which may be worded otherwise.
        bare = amount.kind is None or one.kind is None or not amount.unit or not one.unit
        return bare or amount.kind is one.kind
    if amount.kind is not one.kind:
        return False
    money = amount.kind is Kind.MONEY and not (amount.unit and one.unit)
    return money or amount.unit == one.unit


def _equal(amount: Amount, one: Amount) -> bool:
    """Whether the values are the same; one end of a range counts."""
    if amount.low != amount.high:
        return amount.low == one.low and amount.high == one.high
    return amount.low in (one.low, one.high)


def _bounded(claim: Reading, amount: Amount, one: Amount) -> bool:
    """Whether what the claim says of the value is true of the source's."""
    if amount.low != amount.high:
        return _equal(amount, one)
    value = amount.low
    match amount.bound:
        case Bound.EXACT:
            return value == one.low == one.high and one.bound not in (Bound.OVER, Bound.UNDER)
        case Bound.ABOUT:
            middle = (one.low + one.high) / 2
            return any(_rounded(claim, amount, each) for each in (one.low, one.high, middle))
        case Bound.OVER:
            told = one.bound is Bound.OVER and value == one.low
            return (
                told
                or (one.bound is not Bound.UNDER and value < one.low <= value * (1 + NEAR))
                or (
                    value == one.low
                    and (one.high > one.low or _at_least(claim, amount))
                    and one.bound is not Bound.UNDER
                )
            )
        case Bound.UNDER:
            told = one.bound is Bound.UNDER and value == one.high
            return (
                told
                or (one.bound is not Bound.OVER and value * (1 - NEAR) <= one.high < value)
                or (
                    value == one.high
                    and (one.high > one.low or _at_most(claim, amount))
                    and one.bound is not Bound.OVER
                )
            )


def _at_least(claim: Reading, amount: Amount) -> bool:
    """Whether it may be that very number."""
    return AT_LEAST.search(_hedge(claim, amount)) is not None


def _at_most(claim: Reading, amount: Amount) -> bool:
    return AT_MOST.search(_hedge(claim, amount)) is not None


def _hedge(claim: Reading, amount: Amount) -> str:
    return (
        claim.text[amount.hedge - 10 if amount.hedge > 10 else 0 : amount.end + 10].casefold()
        if amount.hedge >= 0
        else ""
    )


def _rounded(claim: Reading, amount: Amount, value: float) -> bool:
    """Whether a number that is said to be rounded is near enough."""
    if amount.low == value:
        return True
    if not amount.low or not value or (amount.low < 0) != (value < 0):
        return False
    printed = claim.text[amount.start : amount.end]
    if FRACTION.search(printed):
        return abs(amount.low - value) <= 2.5
    step = 10.0 ** (floor(log10(abs(amount.low))) - _digits(printed) + 1)
    return abs(amount.low - value) <= max(step / 2, ROUND * abs(value)) and abs(amount.low - value) <= 0.12 * abs(value)


def _digits(printed: str) -> int:
    """How many digits of a printed number mean something: trailing noughts of a whole number do not."""
    number = re.search(r"\d[\d,. ]*", printed)
    if number is None:
        return 1
    digits = re.sub(r"\D", "", number.group())
    if "." not in number.group().rstrip("."):
        digits = digits.rstrip("0")
    return max(1, len(digits.lstrip("0")))


def _multiplied(factor: float, bound: Bound, sources: Sequence[Reading]) -> bool:
    """Whether a source says that something is so many times another, or has two figures of which that is true."""
    if any(abs(each - factor) < 1e-9 for source in sources for _, _, each in factors(source.text)):
        return True
    for source in sources:
        for one in source.amounts:
            for other in source.amounts:
                alike = one is not other and one.kind is other.kind and one.low and _same_unit(one, other)
                if alike and _is_times(other.low / one.low, factor, bound):
                    return True
    return False


def _is_times(ratio: float, factor: float, bound: Bound) -> bool:
    """Whether a ratio is what "double", "more than double" or "nearly double" says."""
    low = 1.0 if bound is Bound.OVER else 1 - (NEAR if bound is Bound.UNDER else 0.06)
    high = 1.0 if bound is Bound.UNDER else 1 + (NEAR if bound is Bound.OVER else 0.06)
    return low * factor <= ratio <= high * factor
