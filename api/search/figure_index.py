"""The figures of a library -> which passages have one of a kind, in a unit, of a size; one figure must be all of it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from corpus.model import Passage
from corpus.store import Store
from nlp.model import Figure

MOST = 2048
"""Papers whose figures are kept in memory; the one unused for longest gives way."""


class Sized(NamedTuple):
    """A figure, as far as a search asks for it."""

    passage: int | None
    """The number of the passage it stands in; None in what is no passage."""
    kind: str
    unit: str
    low: float
    high: float


Passes = Callable[[Sized], bool]


class FigureIndex:
    """The figures of the papers of a store, at one moment."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.version = store.data_version()
        self._papers: OrderedDict[str, Sequence[Sized]] = OrderedDict()

    def passages(self, passes: Sequence[Passes], papers: Collection[str]) -> dict[str, tuple[int, ...]]:
        """Paper -> the numbers of its passages with a figure that passes all, for each of `papers` that has any."""
        found = {}
        for paper in sorted(papers):
            held = {one.passage for one in self.of(paper) if all(each(one) for each in passes)}
            numbers = sorted(number for number in held if number is not None)
            if numbers:
                found[paper] = tuple(numbers)
        return found

    def of(self, paper: str) -> Sequence[Sized]:
        """The figures of a paper, in text order."""
        if paper not in self._papers:
            self._papers[paper] = list(self._read(paper))
            while len(self._papers) > MOST:
                self._papers.popitem(last=False)
        self._papers.move_to_end(paper)
        return self._papers[paper]

    def _read(self, paper: str) -> Iterable[Sized]:
        held = [json.loads(spans) for _, spans in self._store.cells(Passage, ("spans",), [paper])]
        spans = sorted((start, end, number) for number, each in enumerate(held) for start, end in each)
        starts = [start for start, _, _ in spans]
        for _, start, kind, unit, low, high in self._store.cells(
            Figure, ("start", "kind", "unit", "low", "high"), [paper]
        ):
            place = bisect_right(starts, start) - 1
            inside = place >= 0 and start < spans[place][1]
            yield Sized(spans[place][2] if inside else None, kind, unit, low, high)
