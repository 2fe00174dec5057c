"""Which identities each passage names -> which are named together more often than chance would have it.

Counting is sparse: what it costs grows with the mentions and with the pairs that do meet, not with all pairs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Who = TypeVar("Who", bound=Hashable)
Named = Sequence[tuple[str, Collection[Who]]]
"""For each passage its paper and whom it names, each once; also for passages that name nobody."""
Numbers = NDArray[np.int64]
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


def beside(named: Named[Who], asked: Sequence[Collection[Who]]) -> dict[Who, Shared]:
    """For each other identity what it shares with the passages that name at least one of each group `asked`."""
    groups = [frozenset(group) for group in asked]
    alone = Counter(who for _, there in named for who in there)
    meeting = [(paper, there) for paper, there in named if not any(group.isdisjoint(there) for group in groups)]
    passages = Counter(who for _, there in meeting for who in there)
    papers = Counter(who for _, who in {(paper, who) for paper, there in meeting for who in there})
    return {
        who: _shared(many, papers[who], len(meeting), alone[who], len(named))
        for who, many in passages.items()
        if not any(who in group for group in groups)
    }


def pairs(named: Named[Who]) -> dict[tuple[Who, Who], Shared]:
    """Every two identities that meet, the one that more passages name first, and what they share."""
    alone = Counter(who for _, there in named for who in there)
    order = sorted(alone, key=lambda who: (-alone[who], str(who)))
    place = {who: number for number, who in enumerate(order)}
    met = [_met(there, place) for there in _by_paper(named).values()]
    codes = np.concatenate([np.empty(0, np.int64), *(code for code, _ in met)])
    counts = np.concatenate([np.empty(0, np.int64), *(count for _, count in met)])
    unique, which, papers = np.unique(codes, return_inverse=True, return_counts=True)
    passages = np.bincount(which, weights=counts, minlength=unique.size).astype(int)
    found = {}
    for code, both, among in zip(unique.tolist(), passages.tolist(), papers.tolist(), strict=True):
        a, b = (order[number] for number in divmod(code, len(order)))
        found[a, b] = _shared(both, among, alone[a], alone[b], len(named))
    return found


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


def _by_paper(named: Named[Who]) -> Mapping[str, list[Collection[Who]]]:
    papers: dict[str, list[Collection[Who]]] = {}
    for paper, there in named:
        papers.setdefault(paper, []).append(there)
    return papers


def _met(passages: Sequence[Collection[Who]], place: Mapping[Who, int]) -> tuple[Numbers, Numbers]:
    """One paper's pairs, each as the first's place * how many there are + the second's, and how often they meet."""
    columns = np.fromiter((place[who] for there in passages for who in there), dtype=np.int64)
    rows = np.repeat(np.arange(len(passages)), [len(there) for there in passages])
    local, where = np.unique(columns, return_inverse=True)
    there = sparse.csr_array((np.ones(columns.size, np.int64), (rows, where)), shape=(len(passages), local.size))
    meeting = sparse.triu(there.T @ there, k=1).tocoo()
    return local[meeting.row] * len(place) + local[meeting.col], meeting.data
