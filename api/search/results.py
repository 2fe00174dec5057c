"""What was found, in order, with how the query was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from corpus.model import Paper
from nlp.model import Hit
from nlp.query.reading import Query
from nlp.query.tree import Notice

Found = tuple[Paper, Hit]


@dataclass(frozen=True)
class Results(Sequence[Found]):
    """The passages that answer a query, best first, each with its paper."""

    hits: tuple[Found, ...]
    query: Query
    """As it was read: `query.readable` says how."""
    notices: tuple[Notice, ...] = ()
    """What was not read as it may have been meant, with its place in the query, and how instead."""

    @overload
    def __getitem__(self, index: int) -> Found: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Found]: ...
    def __getitem__(self, index: int | slice) -> Found | Sequence[Found]:
        """One hit, or some."""
        return self.hits[index]

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Found]:
        return iter(self.hits)
