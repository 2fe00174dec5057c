"""What was found, in order, with how the query was read, and what else may be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

from api.search.around import Around
from api.search.facets import Facet
from corpus.model import Paper, Passage
from nlp.model import Hit, Ref
from nlp.query.reading import Query
from nlp.query.tree import Notice

Found = tuple[Paper, Hit]


@dataclass(frozen=True)
class Results(Sequence[Found]):
    """The passages that answer a query, best first, each with its paper."""

    hits: tuple[Found, ...]
    query: Query
    """As it was read: `query.readable` says how."""
    notices: tuple[Notice, ...]
    """What was not read as it may have been meant, with its place in the query, and how instead."""
    suggestion: str | None
    """The query with words that no passage has replaced by likely ones; None where there are none."""
    facets: Callable[[], Mapping[str, Sequence[Facet]]] = field(repr=False)
    """Counts over the best passages, by facet: see `api.search.facets`."""
    around: Callable[[Hit], Around] = field(repr=False)
    """The notes, figures and names of a hit's passage."""
    place: Callable[[Ref], tuple[Paper, Passage, str | None]] = field(repr=False)
    """The paper, the passage and, of a note, the label of one of `Hit.also`."""

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
