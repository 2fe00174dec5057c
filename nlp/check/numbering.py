"""The numbers of a claim against those of its sources: every one must be one of theirs, as they mean it.

A number holds if a source number may stand for it (nlp/check/matching.py), or it follows from two of them
(nlp/check/deriving.py). Whether it is said of the same is for roles and dates to tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.check.amounts import Amount, bound_of, factors
from nlp.check.dating import RHYTHM, rhythm
from nlp.check.deriving import derived, multiplied, with_scale
from nlp.check.matching import COUNTS, equal, fits, same_unit
from nlp.check.reading import Reading
from nlp.check.record import Fault, Flaw

DIVISORS = {"megawatt hour": "mwh", "kilowatt hour": "kwh", "gigawatt hour": "gwh", "ha": "hectare", "annum": "year"}
SMALL = 6
"""Up to here a number in words may count what a passage lists without counting it."""


def check_numbers(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """What is wrong with the numbers of `claim`."""
    known = [one for source in sources for one in source.amounts]
    for amount in claim.amounts:
        if any(fits(claim, amount, one) for one in known) and _spread(amount, known, sources):
            continue
        whole = with_scale(claim, amount)
        if whole is not None and any(fits(claim, whole, one) for one in known):
            continue
        if derived(claim, amount, sources) or _is_small(claim, amount, known):
            continue
        yield _unmatched(claim, amount, known, sources)
    for start, end, factor in factors(claim.text):
        if not multiplied(factor, bound_of(claim.text[max(0, start - 12) : start]), sources):
            yield Fault(Flaw.NUMBER, start, end, f"no passage says “{claim.text[start:end]}”, or has figures that do.")


def _is_small(claim: Reading, amount: Amount, known: Sequence[Amount]) -> bool:
    """Whether a small number in words counts what no source counts: "the three periods"."""
    printed = claim.text[amount.start : amount.end]
    if not printed.isalpha() or amount.low > SMALL or amount.kind not in COUNTS:
        return False
    return not any(one.kind in COUNTS and one.unit and one.unit == amount.unit for one in known)


def _unmatched(claim: Reading, amount: Amount, known: Sequence[Amount], sources: Sequence[Reading]) -> Fault:
    printed = claim.text[amount.start : amount.end]
    place = (amount.start, amount.end)
    same = [one for one in known if equal(amount, one)]
    if any(same_unit(amount, one) for one in same) and not _spread(amount, known, sources):
        return Fault(Flaw.UNIT, *place, f"“{printed}” is not for each {amount.per} in any passage.")
    if any(same_unit(amount, one) for one in same):
        return Fault(Flaw.BOUND, *place, f"no passage bounds “{printed}” so.")
    if same:
        return Fault(Flaw.UNIT, *place, f"“{printed}” has another unit in the passages.")
    return Fault(Flaw.NUMBER, *place, f"no passage has “{printed}”.")


def _spread(amount: Amount, known: Sequence[Amount], sources: Sequence[Reading]) -> bool:
    """Whether a period or divisor that the claim gives a number is that of such numbers in the sources.

    A word may tell it from afar: "the annual harvest dropped to 2.3 million".
    """
    spread = {_divisor(one.per) for one in known if one.kind is amount.kind and one.per}
    spread |= {
        rhythm(found)
        for source in sources
        if any(one.low == amount.low for one in source.amounts)
        for found in RHYTHM.finditer(source.text)
    }
    return amount.per is None or _divisor(amount.per) in spread


def _divisor(per: str | None) -> str:
    words = (per or "").casefold().replace("-", " ").removesuffix("s")
    return DIVISORS.get(words, words)
