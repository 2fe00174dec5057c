"""Which way a claim points against its sources: rose or fell, more or less, was or was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.check.amounts import FACTOR, factors
from nlp.check.comparing import compared, compares, crossed, related, shown
from nlp.check.going import Cue, multiples, trends, ways
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
COMPARING = frozenset({"height", "order", "speed", "frequency", "likely", "cost"})
"""Axes whose words compare two things."""


def check_directions(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """Words of the claim that say the reverse of what the sources say at the place that speaks of the same."""
    ours = Told(claim)
    over_time = trends(claim)
    settled: set[tuple[int, int]] = set()
    timed = {(start, end) for start, end, *_ in over_time}
    for start, end, axis, sign in [*over_time, *claim.cues]:
        word = claim.text[start:end]
        if FACTOR.match(claim.text, start) and any(_multiplies(word, each) for each in sources):
            continue
        going = ways(claim, (start, end, axis, sign), sources)
        if going and not (axis in COMPARING and compares(claim, start)):
            if going == {-1}:
                yield Fault(Flaw.DIRECTION, start, end, f"the passages say the reverse of “{word}” of that number.")
            continue
        told = _likened(ours, (start, end, axis, sign), sources)
        if axis == "change" and (start, end) in timed and told:
            settled.add((start, end))
        if axis == "height" and (start, end) in settled:
            continue
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
        for first, last, line, other in [*source.cues, *trends(source), *multiples(source)]
        if line == axis and (axis != "order" or related(claim, start, source, first))
    ]
    most = max((shared for *_, shared in told), default=0)
    if axis == "change" and most >= SUBJECT:
        return [(value, agrees) for value, agrees, shared in told if shared == most]
    return [(value, agrees) for value, agrees, _ in told if value >= LEAST or agrees > 0]


def _multiplies(word: str, source: Reading) -> bool:
    """Whether a source says as many times: "half of what they were" for "halved"."""
    return {times for *_, times in factors(word)} <= {times for *_, times in factors(source.text)}
