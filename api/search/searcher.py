"""A query and what narrows it -> the engines asked, and the passages they name, as they stand in the papers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from api.identities.name_index import NameIndex
from api.indexes import Indexes
from api.loaded import Shelf
from api.search.fields import Fields
from api.search.figure_index import FigureIndex
from api.search.results import Found, Results
from corpus.store import Held, Store
from nlp.engines import Encoder
from nlp.find.asking import compiled
from nlp.find.marking import matches
from nlp.find.search import Engines, search
from nlp.find.search import Found as Named
from nlp.model import Hit, Mode
from nlp.query.reading import Query, read


class Searcher:
    """Asks the engines of one library."""

    def __init__(
        self,
        store: Store,
        indexes: Indexes,
        encoder: Encoder,
        shelf: Shelf,
        full_names: Callable[[Iterable[str]], Sequence[str]],
        naming: Callable[[], NameIndex],
    ) -> None:
        self._store = store
        self._indexes = indexes
        self._encoder = encoder
        self._shelf = shelf
        self._full_names = full_names
        self._naming = naming
        self._figures: FigureIndex | None = None

    def search(
        self,
        query: str | Query,
        k: int,
        papers: Iterable[str],
        kinds: Iterable[str],
        entities: Sequence[str],
        mode: Mode,
    ) -> Results:
        """As `Library.search`."""
        held = self._store.held()
        asking = read(query) if isinstance(query, str) else query
        asked = compiled(asking, self._indexes.keyword, self._fields().condition)
        named = self._full_names(papers) if papers else []
        passages = self._naming().passages(entities, named or held) if entities else None
        where = self._indexes.where(held, named, kinds, passages)
        found = search(asked, self._engines(held, mode), limit=k, where=where, mode=mode)
        hits = tuple(self._hit(held, one, asked.tokens.keys()) for one in found)
        return Results(hits, asking, tuple(asked.notices))

    def _engines(self, held: Mapping[str, Held], mode: Mode) -> Engines:
        return Engines(
            self._indexes.keyword,
            None if mode is Mode.WORDS else self._indexes.meaning(held),
            self._encoder,
            self._indexes.late(held) if mode is Mode.BOTH else None,
        )

    def _fields(self) -> Fields:
        return Fields(self._store.abouts, self._naming, self._figure_index)

    def _figure_index(self) -> FigureIndex:
        if self._figures is None or self._figures.version != self._store.data_version():
            self._figures = FigureIndex(self._store)
        return self._figures

    def _hit(self, held: Mapping[str, Held], found: Named, tokens: Collection[str]) -> Found:
        loaded = self._shelf.take(held[found.ref.paper])
        passage = loaded.passages[found.ref.passage]
        marked = matches(loaded.paper.text, passage, loaded.markers_in(passage), tokens)
        hit = Hit(
            ref=found.ref,
            passage=passage,
            score=found.score,
            words=found.words,
            meaning=found.meaning,
            matched=marked,
            note=loaded.note_label(passage),
            late=found.late,
        )
        return loaded.paper, hit
