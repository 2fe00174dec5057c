"""Which identities each passage names -> which are named together more often than chance would have it.

Counting is sparse: what it costs grows with the mentions and with the pairs that do meet, not with all pairs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Numbers = NDArray[np.int64]
Named = Sequence[tuple[str, Collection[int]]]
"""For each passage its paper and the numbers of the identities it names, each once."""
ONCE = 1
"""To meet so often is no pattern: a list of twenty names would otherwise tie each to all others."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How often two are named in one passage."""

    passages: int
    papers: int
    """How many papers these passages are from."""
    association: float | None
    """`association` of the two; None where they meet in a single passage."""


def beside(named: Named, asked: Collection[int]) -> dict[int, Shared]:
    """For each other identity what it shares with those `asked`, taken as one."""
    wanted = frozenset(asked)
    alone = Counter(number for _, numbers in named for number in numbers)
    meeting = [(paper, numbers) for paper, numbers in named if not wanted.isdisjoint(numbers)]
    passages = Counter(number for _, numbers in meeting for number in numbers)
    papers = Counter(number for _, number in {(paper, number) for paper, numbers in meeting for number in numbers})
    return {
        number: _shared(many, papers[number], len(meeting), alone[number], len(named))
        for number, many in passages.items()
        if number not in wanted
    }


def pairs(named: Named) -> dict[tuple[int, int], Shared]:
    """Every two identities that meet, the lower number first, and what they share."""
    alone = Counter(number for _, numbers in named for number in numbers)
    most = max(alone, default=0) + 1
    met = [_met(passages, most) for passages in _by_paper(named).values()]
    codes = np.concatenate([np.empty(0, np.int64), *(code for code, _ in met)])
    counts = np.concatenate([np.empty(0, np.int64), *(count for _, count in met)])
    unique, place, papers = np.unique(codes, return_inverse=True, return_counts=True)
    passages = np.bincount(place, weights=counts, minlength=unique.size).astype(int)
    two = [divmod(int(code), most) for code in unique]
    return {
        (a, b): _shared(shared, among, alone[a], alone[b], len(named))
        for (a, b), shared, among in zip(two, passages.tolist(), papers.tolist(), strict=True)
    }


def association(both: int, first: int, second: int, passages: int) -> float:
    """Dunning's log-likelihood ratio G², below zero where two meet less often than chance would have it.

    Of `passages` in all, `first` name the one, `second` the other and `both` the two. It says how sure one may be
    that they belong together, and unlike mutual information it holds for rare names as well: above 10.8 chance
    would do it in fewer than one case of a thousand. T. Dunning, "Accurate Methods for the Statistics of Surprise
    and Coincidence", Computational Linguistics 19 (1993).

    >>> round(association(8, 10, 10, 100), 1), association(1, 10, 10, 100)
    (35.8, 0.0)
    """
    table = (
        (both, first * second),
        (first - both, first * (passages - second)),
        (second - both, (passages - first) * second),
        (passages - first - second + both, (passages - first) * (passages - second)),
    )
    ratio = 2 * sum(seen * math.log(seen * passages / chance) for seen, chance in table if seen)
    return math.copysign(max(0.0, ratio), both * passages - first * second) or 0.0


def _shared(both: int, papers: int, first: int, second: int, passages: int) -> Shared:
    return Shared(both, papers, association(both, first, second, passages) if both > ONCE else None)


def _by_paper(named: Named) -> Mapping[str, list[Collection[int]]]:
    papers: dict[str, list[Collection[int]]] = {}
    for paper, numbers in named:
        papers.setdefault(paper, []).append(numbers)
    return papers


def _met(passages: Sequence[Collection[int]], most: int) -> tuple[Numbers, Numbers]:
    """One paper's pairs, each as first * `most` + second, and in how many of its passages they meet."""
    columns = np.fromiter((number for numbers in passages for number in numbers), dtype=np.int64)
    rows = np.repeat(np.arange(len(passages)), [len(numbers) for numbers in passages])
    local, place = np.unique(columns, return_inverse=True)
    there = sparse.csr_array((np.ones(columns.size, np.int64), (rows, place)), shape=(len(passages), local.size))
    meeting = sparse.triu(there.T @ there, k=1).tocoo()
    return local[meeting.row] * most + local[meeting.col], meeting.data
