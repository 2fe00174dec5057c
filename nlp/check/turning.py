"""Which way a claim points against its sources: rose or fell, more or less, was or was not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.check.amounts import FACTOR, NOT_OVER, Bound, factors
from nlp.check.comparing import compared, compares, crossed, related, shown
from nlp.check.going import Cue, trends, ways
from nlp.check.nearness import likeness, near
from nlp.check.reading import Reading
from nlp.check.record import Fault, Flaw
from nlp.check.roles import Told

AS_NEAR = 0.65
"""The share of the best likeness from which another place of the same direction counts as well."""
LEAST = 0.5
"""The likeness from which two places speak of the same at all."""
SUBJECT = 2
"""Words of its subject that a place must share for it to be of the very thing that rose or fell."""
SCOPE = 6
"""Words behind a denial that it may deny."""
ALIGNED = 0.8
"""The share of the best overlap from which a sentence of the sources is one that the claim tells of."""
SAID = 0.6
"""The share of what a source denies that a claim must say to be about it."""
COMPARING = frozenset({"height", "order", "speed", "frequency", "likely", "cost"})
"""Axes whose words compare two things."""
WISHING = re.compile(
    r"""\b(?:recommend\w*|propos\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\sfor|want(?:s|ed)?|ask(?:s|ed)?|demand\w*
      |advis\w*|suggest\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
CONCEDING = re.compile(r"\b(?:although|though|despite|but|instead|however|yet|while|whereas)\b", re.IGNORECASE)
"""What tells that a claim knows of the other side."""


def check_directions(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """Words of the claim that say the reverse of what the sources say at the place that speaks of the same."""
    ours = Told(claim)
    for start, end, axis, sign in [*claim.cues, *trends(claim)]:
        word = claim.text[start:end]
        if FACTOR.match(claim.text, start) and any(_multiplies(word, each) for each in sources):
            continue
        going = ways(claim, (start, end, axis, sign), sources)
        if going and not (axis in COMPARING and compares(claim, start)):
            if going == {-1}:
                yield Fault(Flaw.DIRECTION, start, end, f"the passages say the reverse of “{word}” of that number.")
            continue
        told = _likened(ours, (start, end, axis, sign), sources)
        best = max((value for value, _ in told), default=0.0)
        agreeing = [value for value, agrees in told if agrees > 0]
        by_figures = compared(claim, start, sources) if axis == "height" else None
        if by_figures is not None and by_figures != sign:
            yield Fault(Flaw.DIRECTION, start, end, f"by the figures in the passages it is the reverse of “{word}”.")
        elif told and (not agreeing or max(agreeing) < AS_NEAR * best):
            yield Fault(Flaw.DIRECTION, start, end, f"the passages say the reverse of “{word}”.")
        elif not told and axis == "change" and shown(claim, sources) == -sign:
            yield Fault(Flaw.DIRECTION, start, end, f"by the figures in the passages it is the reverse of “{word}”.")


def _likened(ours: Told, cue: Cue, sources: Sequence[Reading]) -> list[tuple[float, int]]:
    """Every word of the sources on a cue's axis: how far it is of the same, and 1 if it agrees with it, -1 if not."""
    start, end, axis, sign = cue
    claim, about = ours.reading, near(ours.reading, start, end)
    deed = ours.deed(start)
    subject = deed.subject if deed is not None else frozenset()
    told = [
        (
            likeness(about, near(source, first, last)),
            sign * other * (crossed(claim, start, source, first) if axis in COMPARING else 1),
            len(subject & source.around(first)),
        )
        for source in sources
        for first, last, line, other in [*source.cues, *trends(source)]
        if line == axis and (axis != "order" or related(claim, start, source, first))
    ]
    most = max((shared for *_, shared in told), default=0)
    if axis == "change" and most >= SUBJECT:
        return [(value, agrees) for value, agrees, shared in told if shared == most]
    return [(value, agrees) for value, agrees, _ in told if value >= LEAST or agrees > 0]


def check_denials(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """What the claim denies and the sources do not, and the other way round."""
    theirs = [(scope, source, at) for source in sources for at, _, scope in _denied(source)]
    for start, end, scope in _denied(claim):
        wide = scope | claim.around(start)
        most = max((len(wide & source.stems) for source in sources), default=0)
        backed = any(
            wide & (other | source.around(at)) and len(wide & source.stems) >= ALIGNED * most
            for other, source, at in theirs
        )
        backed = backed or any(wide & source.around(at) for source in sources for at, _ in source.bars)
        if not backed and not _turned(claim, start, sources) and not _bounds(claim, start, end):
            why = f"the passages do not say “{claim.text[start:end]}” of it."
            yield Fault(Flaw.DENIAL, start, end, why)
    ours = [scope | claim.around(at) for at, _, scope in _denied(claim)]
    best = max((_overlap(claim, source) for source in sources), default=0.0)
    for source in sources:
        aligned = _overlap(claim, source) >= ALIGNED * best
        if CONCEDING.search(claim.text) or _goes_on(claim, source) or _wished(claim, source):
            continue
        for start, end, scope in _denied(source):
            said = scope & claim.stems
            whole = len(scope) > 1 and said == scope
            about = whole or (aligned and said and len(said) >= SAID * len(scope))
            if (
                about
                and not _barred(claim, source)
                and not any(scope & other for other in ours)
                and not _said_otherwise(claim, source, start)
            ):
                why = f"the passages say “{source.text[start:end]}” of it."
                yield Fault(Flaw.DENIAL, 0, len(claim.text), why)


def _denied(reading: Reading) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Every denial with the words that it may deny."""
    for start, end in reading.denials:
        _, last = reading.clause(start)
        first = min((at for at, _, _ in reading.words if at >= end), default=last)
        ends = [one.start for one in reading.amounts if one.start >= first]
        last = min([last, *ends, *(other for other, _ in reading.denials if other >= end)])
        behind = [word for first, _, word in reading.words if end <= first < last][:SCOPE]
        if not behind:
            first, _ = reading.clause(start)
            behind = [word for at, _, word in reading.words if first <= at < start][-SCOPE:]
        yield start, end, frozenset(behind)


def _goes_on(claim: Reading, source: Reading) -> bool:
    """Whether the claim tells what came after the time up to which the source denies something."""
    return any(
        one.until is None and other.since is None and one.since == other.until
        for one in claim.times
        for other in source.times
    )


def _bounds(claim: Reading, start: int, end: int) -> bool:
    """Whether a denial only turns a bound: "no grant exceeded £2.4 million"."""
    _, last = claim.clause(start)
    bounded = [one for one in claim.amounts if end <= one.hedge < last and one.bound in (Bound.OVER, Bound.UNDER)]
    return any(NOT_OVER.search(claim.text, start, one.hedge) for one in bounded)


def _multiplies(word: str, source: Reading) -> bool:
    """Whether a source says as many times: "half of what they were" for "halved"."""
    return {times for *_, times in factors(word)} <= {times for *_, times in factors(source.text)}


def _wished(claim: Reading, source: Reading) -> bool:
    """Whether the claim tells of a wish that the source tells of beside what was not done."""
    return bool(WISHING.search(claim.text) and WISHING.search(source.text))


def _overlap(claim: Reading, source: Reading) -> float:
    """How much of a claim a sentence has: words, and amounts for two."""
    amounts = {one.low for one in claim.amounts} & {one.low for one in source.amounts}
    return len(claim.stems & source.stems) + 2 * len(amounts)


def _barred(claim: Reading, source: Reading) -> bool:
    """Whether the claim says in words that the source has not that something may not be, or is not."""
    theirs = {source.text[start:end].casefold() for start, end in source.bars}
    return any(claim.text[start:end].casefold() not in theirs for start, end in claim.bars)


def _turned(claim: Reading, at: int, sources: Sequence[Reading]) -> bool:
    """Whether a denial turns a word round that the sources say the reverse of: "did not rise" of "fell"."""
    _, last = claim.clause(at)
    turned = [(axis, sign) for start, _, axis, sign in claim.cues if at < start < last]
    return any(
        (axis, sign) in {(line, way) for _, _, line, way in source.cues} for axis, sign in turned for source in sources
    )


def _said_otherwise(claim: Reading, source: Reading, at: int) -> bool:
    """The same for a denial of a source: "fell" of "did not rise"."""
    _, last = source.clause(at)
    turned = {(axis, sign) for start, _, axis, sign in source.cues if at <= start < last}
    return any((axis, sign) in turned for _, _, axis, sign in claim.cues)
