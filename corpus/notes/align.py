"""Markers and labels, each in text order -> which belongs to which: same number, label behind its marker, in order.

Numbers alone do not say it where numbering restarts and notes are lost. The pairing that joins the most is found
as the heaviest chain of pairs that run forwards in both (Hunt and Szymanski 1977), near pairs weighing a little more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.notes.marks import Mark

MOST_RIVALS = 64
"""Labels of one number that are weighed for a marker: the nearest behind it. Bounds the time for long books."""
NEAR = 5_000
"""Characters between a marker and a note that stands before it, at most: about a page."""
NEARNESS = 0.4
"""A pair weighs 1, less this much at the most for its distance."""


def pairs(found: Sequence[Mark], labels: Sequence[Mark]) -> dict[int, int]:
    """Index of marker -> index of label."""
    places: dict[int, list[int]] = {}
    for at, each in enumerate(labels):
        places.setdefault(each.link.number, []).append(at)
    starts = {number: [labels[at].span.start for at in ats] for number, ats in places.items()}
    farthest = max((each.span.end for each in (*found, *labels)), default=1)
    best = _Heaviest(len(labels))
    steps: list[tuple[int, int, int | None]] = []  # marker, label, the step before
    last: tuple[float, int | None] = (0.0, None)
    for at, mark in enumerate(found):
        number = mark.link.number
        first = bisect_right(starts.get(number, []), mark.span.start)
        rivals = places.get(number, [])[first : first + MOST_RIVALS]
        for rival in reversed(rivals):  # downwards, so that no two pairs share this marker
            score, before = best.below(rival)
            far = (labels[rival].span.start - mark.span.start) / farthest
            here = (score + 1 - NEARNESS * far, len(steps))
            steps.append((at, rival, before))
            best.put(rival, here)
            last = here if here[0] > last[0] else last
    return _walked(steps, last[1])


def displaced(found: Sequence[Mark], labels: Sequence[Mark], partner: Mapping[int, int]) -> dict[int, int]:
    """More pairs: notes that a typesetter put on the page before their marker, alone of their number there.

    Both must stand between the partners of the same two pairs.
    """
    more: dict[int, int] = {}
    paired = sorted(partner.items())
    for (at, low), (stop, high) in pairwise([(-1, -1), *paired, (len(found), len(labels))]):
        left = {found[marker].link.number: marker for marker in range(at + 1, stop)}
        for label in range(low + 1, high):
            marker = left.pop(labels[label].link.number, None)
            if marker is not None and abs(labels[label].span.start - found[marker].span.start) < NEAR:
                more[marker] = label
    return more


def _walked(steps: Sequence[tuple[int, int, int | None]], last: int | None) -> dict[int, int]:
    found: dict[int, int] = {}
    while last is not None:
        marker, label, last = steps[last]
        found[marker] = label
    return dict(sorted(found.items()))


class _Heaviest:
    """The heaviest chain that ends below a label: a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self._scores = [0.0] * (size + 1)
        self._steps: list[int | None] = [None] * (size + 1)

    def below(self, label: int) -> tuple[float, int | None]:
        """Score and last step of the heaviest chain whose labels all stand before `label`."""
        score, step, scores = 0.0, None, self._scores
        while label > 0:
            if scores[label] > score:
                score, step = scores[label], self._steps[label]
            label -= label & -label
        return score, step

    def put(self, label: int, step: tuple[float, int]) -> None:
        """A chain that ends at `label`."""
        score, number = step
        at, scores = label + 1, self._scores
        while at < len(scores):
            if score > scores[at]:
                scores[at], self._steps[at] = score, number
            at += at & -at
