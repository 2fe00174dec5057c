"""Two things compared: which is named on which side, and what the figures say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from nlp.check.amounts import Amount
from nlp.check.deeds import Deed, deeds
from nlp.check.reading import Reading
from nlp.find.words import STOP_WORDS, stem

THAN = re.compile(r"\bthan\b|\bcompared (?:with|to)\b|\bagainst\b", re.IGNORECASE)

HALT = re.compile(r"[;:]")
NEXT = 4
"""Words behind "after" or "above" that may be what it is after or above."""
SAME = 2
"""First words behind "after" that are enough to tell that both speak of the same."""
OVER = re.compile(
    r"""(?:above|below|beneath|exceed\w*|outnumber\w*|surpass\w*|trailed|topped|overtook|outstrip\w*|outweigh\w*
      |preceded|follow(?:ed|ing)|before|after|behind|ahead|short\sof)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands between two things that it compares."""


def compared(claim: Reading, at: int, sources: Sequence[Reading]) -> int | None:
    """1 if by the sources' figures what stands left of the comparison at an offset is the larger, -1 if the smaller.

    None where both sides are not subjects of one figure each, of one unit.
    """
    sides = _sides(claim, at)
    if sides is None:
        return None
    left, right = (_subjects(side, sides, sources) for side in sides)
    pairs = [
        (one, other) for one in left for other in right if one.kind and (one.kind, one.unit) == (other.kind, other.unit)
    ]
    if len(pairs) != 1 or pairs[0][0].low == pairs[0][1].low:
        return None
    return 1 if pairs[0][0].low > pairs[0][1].low else -1


def _subjects(
    side: frozenset[str], sides: tuple[frozenset[str], frozenset[str]], sources: Sequence[Reading]
) -> list[Amount]:
    """The figures of the sources whose deed's subject is named on this side alone."""
    other = sides[0] if side is sides[1] else sides[1]

    def own(deed: Deed) -> bool:
        return bool(deed.subject & side) and len(deed.subject & side) > len(deed.subject & other)

    told = [(source, deed) for source in sources for deed in deeds(source) if own(deed)]
    return [one for source, deed in told for one in source.amounts if deed.holds(one.start)]


def compares(reading: Reading, at: int) -> bool:
    """Whether two things, and not two times, are compared at an offset."""
    sides = _sides(reading, at)
    return sides is not None and not all(word.isdigit() for word in sides[1])


def crossed(claim: Reading, at: int, source: Reading, there: int) -> int:
    """-1 where both compare two things and name them in opposite order: "A is above B", "B is below A"; else 1.

    Where one of them names a single side ("A runs faster trains", "waits are longer in A"), that counts.
    """
    ours, theirs = _sides(claim, at), _sides(source, there)
    if ours is None and theirs is None:
        return 1
    if ours is None or theirs is None:
        one, single, place = (ours, source, there) if ours else (theirs, claim, at)
        return _to_one(one, single, place) if one else 1
    if _next(claim, at) and _next(claim, at) == _next(source, there):
        return 1
    told = ours[1] | theirs[1]  # what one side shares with the other sentence's same side may be all there is
    straight = len(ours[0] & theirs[0] & told) + len(ours[1] & theirs[1])
    crossed = len(ours[0] & theirs[1]) + len(ours[1] & theirs[0])
    return -1 if crossed > straight else 1


def _next(reading: Reading, at: int) -> list[str]:
    """The first words behind "after" or "above"; none for another comparison."""
    over = OVER.match(reading.text, at)
    return list(islice(_words(reading.text[over.end() :]), SAME)) if over else []


def _to_one(sides: tuple[frozenset[str], frozenset[str]], single: Reading, at: int) -> int:
    """-1 where what is said of one thing alone is of the other side of a comparison: "waits are shorter in A"."""
    first, last = single.clause(at)
    for text in (single.text[first:at], single.text[at:last]):
        two = frozenset(_words(text))
        if sides[1] & two and not sides[0] & two:
            return -1
    return 1


def _sides(reading: Reading, at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words on both sides of a comparison; None where nothing is compared."""
    halt = HALT.search(reading.text, at)
    than = THAN.search(reading.text, at, halt.start() if halt else len(reading.text))
    over = OVER.match(reading.text, at)
    cut = than.start() if than else at if over else None
    if cut is None:
        return None
    left = frozenset(_words(reading.text[: at if over else cut]))
    _, last = reading.clause(cut)
    behind = list(_words(reading.text[cut:last]))
    return left, frozenset(behind if than else behind[: NEXT + 1])


def related(claim: Reading, at: int, source: Reading, there: int) -> bool:
    """Whether what a claim puts another thing before or after is named on either side in a source."""
    ours, theirs = _sides(claim, at), _sides(source, there)
    if ours is None or theirs is None:
        return True
    return bool(ours[1] & theirs[1]) or bool(ours[1] & theirs[0] and ours[0] & theirs[1])


def _words(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W_]+", text.casefold()):
        if word not in STOP_WORDS:
            yield stem(word)


def shown(claim: Reading, sources: Sequence[Reading]) -> int | None:
    """Which way those figures of the sources went that the claim names: 1 up, -1 down, None where it is open."""
    ways = set()
    named = {(one.low, one.high) for one in claim.amounts}
    for source in sources:
        for one, other in combinations(source.amounts, 2):
            if one.kind is None or one.since is None or other.since is None or one.since == other.since:
                continue
            if not {(one.low, one.high), (other.low, other.high)} & named:
                continue
            alike = (one.kind is other.kind and one.unit == other.unit) or not other.unit
            early, late = (one, other) if one.since < other.since else (other, one)
            if alike and early.low != late.low:
                ways.add(1 if late.low > early.low else -1)
    return ways.pop() if len(ways) == 1 else None
