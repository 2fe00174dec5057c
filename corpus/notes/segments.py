"""Markers and labels whose numbering begins again -> the runs of labels that answer a run of markers.

A numbered list in the body looks like notes that begin anew; but the markers do not, and each run of markers has
one run of notes. Which belong together is told by how many numbers they share, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

MOST = 250_000
"""Pairs of runs that are compared at most: a book that restarts on every page has as many runs of both."""


def runs(numbers: Sequence[int]) -> list[range]:
    """The stretches of `numbers` in which they rise, as ranges of indices."""
    cuts = [0, *(at + 1 for at, (one, two) in enumerate(pairwise(numbers)) if two <= one), len(numbers)]
    return [range(a, b) for a, b in pairwise(cuts) if a < b]


def answering(markers: Sequence[int], labels: Sequence[int]) -> set[int]:
    """Indices of the labels in runs that answer a run of markers; all of them where nothing speaks against it."""
    called, told = runs(markers), runs(labels)
    if len(told) <= len(called) or len(told) * len(called) > MOST:
        return set(range(len(labels)))
    asked = [{markers[at] for at in run} for run in called]
    shared = [[len(numbers & {labels[at] for at in run}) for run in told] for numbers in asked]
    return {at for run in _chosen(shared, len(told)) for at in told[run]}


def _chosen(shared: Sequence[Sequence[int]], width: int) -> list[int]:
    """For each run of markers at most one run of labels, in order, so that the most numbers are shared."""
    best = [[0] * (width + 1) for _ in range(len(shared) + 1)]
    for row, counts in enumerate(shared):
        for column, count in enumerate(counts):
            paired = best[row][column] + count
            best[row + 1][column + 1] = max(best[row][column + 1], best[row + 1][column], paired)
    found: list[int] = []
    row, column = len(shared), width
    while row and column:
        if best[row][column] == best[row][column - 1]:
            column -= 1
        elif best[row][column] == best[row - 1][column]:
            row -= 1
        else:
            row, column = row - 1, column - 1
            found.append(column)
    return found
