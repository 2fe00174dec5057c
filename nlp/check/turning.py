"""Which way a claim points against its sources: rose or fell, more or less, was or was not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from nlp.check.nearness import likeness, near
from nlp.check.reading import Reading
from nlp.check.record import Fault, Flaw
from nlp.find.words import STOP_WORDS, stem

AS_NEAR = 0.8
"""The share of the best likeness from which another place of the same direction counts as well."""
SCOPE = 6
"""Words behind a denial that it may deny."""
SAID = 0.6
"""The share of what a source denies that a claim must say to be about it."""
THAN = re.compile(r"\bthan\b|\bcompared (?:with|to)\b|\bagainst\b", re.IGNORECASE)
PAIR = re.compile(r"\bfrom\b.*\bto\b")


def check_directions(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """Words of the claim that say the reverse of what the sources say at the place that speaks of the same."""
    for start, end, axis, sign in claim.cues:
        about = near(claim, start, end)
        told = [
            (likeness(about, near(source, first, last)), sign * other * _crossed(claim, start, source, first))
            for source in sources
            for first, last, line, other in source.cues
            if line == axis
        ]
        best = max((value for value, _ in told), default=0.0)
        agreeing = [value for value, agrees in told if agrees > 0]
        word = claim.text[start:end]
        if told and (not agreeing or max(agreeing) < AS_NEAR * best):
            yield Fault(Flaw.DIRECTION, start, end, f"the passages say the reverse of “{word}”.")
        elif not told and axis == "change" and _shown(claim, sources) == -sign:
            yield Fault(Flaw.DIRECTION, start, end, f"by the figures in the passages it is the reverse of “{word}”.")


def check_denials(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """What the claim denies and the sources do not, and the other way round."""
    theirs = [(scope, source) for source in sources for _, _, scope in _denied(source)]
    for start, end, scope in _denied(claim):
        backed = any(scope & other or not scope for other, _ in theirs)
        if not backed and not _turned(claim, start, sources):
            why = f"the passages do not say “{claim.text[start:end]}” of it."
            yield Fault(Flaw.DENIAL, start, end, why)
    ours = [scope for _, _, scope in _denied(claim)]
    for source in sources:
        for start, end, scope in _denied(source):
            said = scope & claim.stems
            about = len(said) >= SAID * len(scope) and said
            if about and not any(scope & other for other in ours) and not _said_otherwise(claim, source, start):
                why = f"the passages say “{source.text[start:end]}” of it."
                yield Fault(Flaw.DENIAL, 0, len(claim.text), why)


def _denied(reading: Reading) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Every denial with the words that it may deny."""
    for start, end in reading.denials:
        _, last = reading.clause(start)
        behind = [word for first, _, word in reading.words if end <= first < last][:SCOPE]
        if not behind:
            first, _ = reading.clause(start)
            behind = [word for at, _, word in reading.words if first <= at < start][-SCOPE:]
        yield start, end, frozenset(behind)


def _turned(claim: Reading, at: int, sources: Sequence[Reading]) -> bool:
    """Whether a denial turns a word round that the sources say the reverse of: "did not rise" of "fell"."""
    _, last = claim.clause(at)
    turned = [(axis, sign) for start, _, axis, sign in claim.cues if at <= start < last]
    return any(
        (axis, sign) in {(line, way) for _, _, line, way in source.cues} for axis, sign in turned for source in sources
    )


def _said_otherwise(claim: Reading, source: Reading, at: int) -> bool:
    """The same for a denial of a source: "fell" of "did not rise"."""
    _, last = source.clause(at)
    turned = {(axis, sign) for start, _, axis, sign in source.cues if at <= start < last}
    return any((axis, sign) in turned for _, _, axis, sign in claim.cues)


def _crossed(claim: Reading, at: int, source: Reading, there: int) -> int:
    """-1 where both compare two things and name them in opposite order: "A is above B", "B is below A"; else 1."""
    ours, theirs = _sides(claim, at), _sides(source, there)
    if ours is None or theirs is None:
        return 1
    straight = len(ours[0] & theirs[0]) + len(ours[1] & theirs[1])
    crossed = len(ours[0] & theirs[1]) + len(ours[1] & theirs[0])
    return -1 if crossed > straight else 1


def _sides(reading: Reading, at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words on both sides of a comparison; None where nothing is compared."""
    than = THAN.search(reading.text, at)
    over = re.match(
        r"(?:above|below|beneath|exceed\w*|outnumber\w*|surpass\w*|trailed|topped|overtook|outstrip\w*"
        r"|outweigh\w*|preceded|followed|before|after)\b",
        reading.text[at:],
        re.IGNORECASE,
    )
    cut = than.start() if than else at if over else None
    if cut is None:
        return None
    left = frozenset(_words(reading.text[:at]))
    return left, frozenset(_words(reading.text[cut:]))


def _words(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W_]+", text.casefold()):
        if word not in STOP_WORDS:
            yield stem(word)


def _shown(claim: Reading, sources: Sequence[Reading]) -> int | None:
    """Which way the figures of the sources went that the claim names: 1 up, -1 down, None where it is not to be told."""
    ways = set()
    named = {(one.low, one.high) for one in claim.amounts}
    for source in sources:
        for one, other in combinations(source.amounts, 2):
            if one.kind is None or one.since is None or other.since is None or one.since == other.since:
                continue
            if not {(one.low, one.high), (other.low, other.high)} & named:
                continue
            alike = one.kind is other.kind and one.unit == other.unit or not other.unit
            early, late = (one, other) if one.since < other.since else (other, one)
            if alike and early.low != late.low:
                ways.add(1 if late.low > early.low else -1)
    return ways.pop() if len(ways) == 1 else None
