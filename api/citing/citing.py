"""The library's places and papers as citations: what commands, services and Python code ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from api.citing.pinned import PinnedReferences
from api.citing.places import Place, citation_of, place_of
from api.citing.printing import cite_records, entry_records
from api.records import Record
from corpus.model import Paper, Spans
from corpus.store import Store
from nlp.cite.links import Found, Link, follow
from nlp.csl.situation import Item
from nlp.csl.style import Style
from nlp.model import Citation

if TYPE_CHECKING:
    from api.library import Library

DEFAULT = "chicago"


class Citing:
    """How a library is cited."""

    def __init__(self, library: Library, store: Store) -> None:
        self._library = library
        self._references = PinnedReferences(store, library.full_names)

    def items(self, papers: Iterable[str] = ()) -> dict[str, Item]:
        """Name of a paper -> its reference as a CSL item, whose id is its cite key; all papers when none is named.

        A key is pinned when it is first asked for. Raises NoSuchPaperError.
        """
        return self._references.items(papers)

    def named(self, key: str) -> str | None:
        """The paper whose cite key this is; None when none has it."""
        return self._references.named(key)

    def place(self, locator: str) -> Place:
        """The place that a locator means; see `api.citing.places.place_of`. Raises as it does."""
        return place_of(self._library, locator)

    def citation(self, paper: Paper, spans: Spans) -> Citation:
        """The citation of words of a paper. Raises BadSpanError."""
        return citation_of(self._library, paper, spans)

    def found(self, query: str, k: int) -> list[Place]:
        """The best sentences of the `k` best passages for a query. Raises BadQueryError."""
        hits = self._library.search(query, k=k)
        return [Place(paper, self.citation(paper, hit.best or hit.passage.spans)) for paper, hit in hits]

    def cite(self, places: Sequence[Place], style: str | Path = DEFAULT, locale: str | None = None) -> list[Record]:
        """A record for each place, cited in this order; see `api.citing.printing.cite_records`.

        `style`: a short name ("apa"), a name from the CSL repository, or a .csl file. Raises BadQueryError.
        """
        return list(cite_records(self._library, places, style_of(style), locale))

    def bibliography(
        self, papers: Iterable[str] = (), style: str | Path = DEFAULT, locale: str | None = None
    ) -> list[Record]:
        """A record for each entry, in the style's order. Raises NoSuchPaperError, BadQueryError."""
        return list(entry_records(self._library, papers, style_of(style), locale))

    def follow(self, links: Sequence[Link]) -> list[Found]:
        """Where each link leads now: "here", "moved", "changed" or "gone"."""
        papers = {name: self._library.paper(name) for name in self._library.names()}
        return [follow(link, papers) for link in links]


def style_of(style: str | Path) -> Style:
    """A style by its name or from its file. Raises BadQueryError when there is none."""
    return Style.read(style) if isinstance(style, Path) else Style.named(style)
