"""A query vector -> the passages nearest to it: exact search over unit rows in memory.

Every passage the filter allows is compared, so nothing is missed; about 15 ms for 100,000 passages of 384
dimensions. The rows are kept by paper and laid out as one matrix when the first search needs it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from nlp.engines import Vectors
from nlp.find.threads import one_thread
from nlp.model import Ref, Where

Rows = NDArray[np.intp]
MANY = 0.1
"""The share of the rows from which on all are compared and the filter is applied to the cosines."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All rows as one matrix, in order of Ref, so that a row's number settles ties."""

    matrix: Vectors
    papers: tuple[str, ...]
    starts: tuple[int, ...]
    """The first row of each paper, and the end of the last."""
    kinds: Mapping[str, NDArray[np.bool_]]
    """For each kind of passage, which rows are of it."""
    place: Mapping[str, int]
    """Paper name -> its number in `papers`."""

    def ref(self, row: int) -> Ref:
        """The passage in `row`."""
        number = bisect_right(self.starts, row) - 1
        return Ref(self.papers[number], row - self.starts[number])

    def row(self, ref: Ref) -> int | None:
        """Where a passage stands, None if it is not held."""
        number = self.place.get(ref.paper)
        if number is None or not 0 <= ref.passage < self.starts[number + 1] - self.starts[number]:
            return None
        return self.starts[number] + ref.passage

    def rows(self, where: Where) -> Rows | None:
        """The rows that pass the filter, None for all of them."""
        if not where.papers and not where.kinds and where.passages is None:
            return None
        asked = set(where.papers or self.place)
        asked &= self.place.keys() if where.passages is None else self.place.keys() & where.passages.keys()
        parts = [self._of_paper(number, where) for number in sorted(self.place[name] for name in asked)]
        rows = np.concatenate(parts) if parts else np.arange(0)
        if not where.kinds:
            return rows
        wanted = [self.kinds[kind][rows] for kind in where.kinds & self.kinds.keys()]
        return rows[np.logical_or.reduce(wanted)] if wanted else rows[:0]

    def _of_paper(self, number: int, where: Where) -> Rows:
        """The rows of a paper's passages, or of those that the filter names."""
        start, end = self.starts[number], self.starts[number + 1]
        if where.passages is None:
            return np.arange(start, end)
        rows = start + np.array(where.passages[self.papers[number]], dtype=np.intp)
        return rows[(rows >= start) & (rows < end)]

    def cosines(self, query: Vectors, rows: Rows | None) -> Vectors:
        """Of the rows, in their order; None for all. Picking many rows out costs more than comparing all."""
        with one_thread():
            if rows is None:
                return self.matrix @ _row(query)
            if rows.size > len(self.matrix) * MANY:
                return (self.matrix @ _row(query))[rows]
            return self.matrix[rows] @ _row(query)


class VectorIndex:
    """Exact vector search, the embedded form of `nlp.engines.Meaning`. It forgets all when the process ends."""

    def __init__(self, dim: int) -> None:
        self.dim = dim
        self._held: dict[str, tuple[tuple[str, ...], Vectors]] = {}
        self._layout: Layout | None = None
        self._scanned: tuple[bytes, Where, Layout, float] | None = None

    def replace(self, paper: str, kinds: Sequence[str], matrix: Vectors) -> None:
        """Hold exactly these rows for `paper`: one a passage, with the passage's kind.

        Raises ValueError when there are not as many kinds as rows or the rows have another width.
        """
        if matrix.shape != (len(kinds), self.dim):
            raise ValueError(f"{paper}: {len(kinds)} passages of {self.dim} dimensions, but {matrix.shape}")
        self._held[paper] = (tuple(kinds), np.asarray(matrix, dtype=np.float32))
        self._layout = None

    def remove(self, papers: Iterable[str]) -> None:
        """Forget these papers; those not held are ignored."""
        for paper in papers:
            self._held.pop(paper, None)
        self._layout = None

    def __len__(self) -> int:
        return sum(len(kinds) for kinds, _ in self._held.values())

    def search(self, query: Vectors, limit: int, where: Where) -> list[tuple[Ref, float]]:
        """The nearest passages to one query row with their cosines, best first, ties in order of Ref."""
        layout = self._laid_out()
        rows = layout.rows(where)
        cosines = layout.cosines(query, rows)
        self._scanned = (_row(query).tobytes(), where, layout, _least(cosines))
        best = _best(cosines, limit)
        numbers = best if rows is None else rows[best]
        return [(layout.ref(int(n)), float(cosines[b])) for n, b in zip(numbers, best, strict=True)]

    def floor(self, query: Vectors, where: Where) -> float:
        """The least cosine among all passages that pass the filter, 0 if none does.

        Nothing is computed when the last `search` was for the same query and filter.
        """
        layout, scanned = self._laid_out(), self._scanned
        if scanned and scanned[:2] == (_row(query).tobytes(), where) and scanned[2] is layout:
            return scanned[3]
        return _least(layout.cosines(query, layout.rows(where)))

    def scores(self, query: Vectors, refs: Sequence[Ref]) -> list[float]:
        """The cosine of each of `refs`; 0 for one that is not held."""
        layout = self._laid_out()
        rows = [layout.row(ref) for ref in refs]
        known = [row for row in rows if row is not None]
        cosines = iter((layout.matrix[known] @ _row(query)).tolist())
        return [0.0 if row is None else next(cosines) for row in rows]

    def _laid_out(self) -> Layout:
        if self._layout is None:
            names = tuple(sorted(self._held))
            held = [self._held[name] for name in names]
            matrix = np.concatenate([np.empty((0, self.dim), np.float32), *(rows for _, rows in held)])
            starts = (0, *accumulate(len(kinds) for kinds, _ in held))
            for name, (kinds, _), start, end in zip(names, held, starts, starts[1:], strict=False):
                self._held[name] = (kinds, matrix[start:end])  # a view: each row is in memory once
            self._layout = Layout(
                matrix=matrix,
                papers=names,
                starts=starts,
                kinds=_by_kind([kind for kinds, _ in held for kind in kinds]),
                place={name: number for number, name in enumerate(names)},
            )
        return self._layout


def _row(query: Vectors) -> Vectors:
    return np.asarray(query, dtype=np.float32).reshape(-1)


def _by_kind(kinds: Sequence[str]) -> dict[str, NDArray[np.bool_]]:
    column = np.array(kinds, dtype=np.str_)
    return {kind: column == kind for kind in sorted(set(kinds))}


def _least(cosines: Vectors) -> float:
    return float(cosines.min()) if cosines.size else 0.0


def _best(scores: Vectors, limit: int) -> Rows:
    """The positions of the `limit` highest scores, best first, equal ones in order of position."""
    if limit <= 0 or not scores.size:
        return np.arange(0)
    if limit < scores.size:
        least = np.partition(scores, scores.size - limit)[scores.size - limit]
        at = np.flatnonzero(scores >= least)
    else:
        at = np.arange(scores.size)
    return at[np.lexsort((at, -scores[at]))][:limit]
