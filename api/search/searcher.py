"""A query and what narrows it -> the engines asked, and the passages they name, as they stand in the papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from api.identities.name_index import NameIndex
from api.indexes import Indexes
from api.loaded import Loaded, Shelf
from api.search.around import around
from api.search.facets import Facet, facets
from api.search.fields import Fields
from api.search.figure_index import FigureIndex
from api.search.other_names import other_names
from api.search.results import Found, Results
from corpus.errors import BadSpanError
from corpus.model import Paper, Passage
from corpus.prose import prose
from corpus.store import Held, Store
from nlp.engines import Encoder, Vectors
from nlp.find.alike import asked_like
from nlp.find.asking import Asked, compiled
from nlp.find.best import best
from nlp.find.bm25 import idf
from nlp.find.folding import folded
from nlp.find.marking import matches
from nlp.find.search import CANDIDATES, Engines, search
from nlp.find.search import Found as Ranked
from nlp.find.spelling import corrected, misspelt
from nlp.model import Entity, Hit, Mode, Ref, Where
from nlp.query.reading import Query, plain

SPARE = 10
"""Passages looked at beyond those asked for, in case some repeat others."""

NAMED = 20_000
"""Entities of a library up to which who is who is worked out for a query's sake: it takes a second or two, once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many passages, and what narrows them down: see `Library.search`."""

    k: int = 10
    papers: Sequence[str] = ()
    kinds: Sequence[str] = ()
    entities: Sequence[str] = ()
    mode: Mode = Mode.BOTH
    late: bool = True


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

    def search(self, query: Query, wanted: Wanted) -> Results:
        """As `Library.search`."""
        keyword = self._indexes.keyword
        asked = compiled(query, keyword, Fields(self._store.abouts, self._naming, self._figure_index).condition)
        asked = self._with_other_names(asked)
        meant = str(query.reworded(lambda text: corrected(text, misspelt(text, keyword))))
        return self._results(query, asked, wanted, suggestion=meant if meant != str(query) else None)

    def _with_other_names(self, asked: Asked) -> Asked:
        """The same, ranked also by what else the papers call whom it names; in libraries of up to NAMED entities."""
        if self._store.count(Entity) > NAMED:
            return asked
        more = other_names(asked.ranked, self._naming().directory, asked.tokens)
        return asked._replace(tokens={**asked.tokens, **more})

    def alike(self, name: str, start: int, wanted: Wanted) -> Results:
        """As `Library.alike`."""
        held = self._store.held()
        loaded = self._shelf.take(held[name])
        number = next(
            (n for n, one in enumerate(loaded.passages) if any(s.start <= start < s.end for s in one.spans)), None
        )
        if number is None:
            raise BadSpanError(f"no passage of {name} stands at {start}: name a place inside one, as `start` of a hit.")
        entry = loaded.entries()[number]
        row = self._encoder.encode([entry.text])
        asked = asked_like(entry.said, self._rarity)
        return self._results(plain(entry.said), asked, wanted, row=row, but=Ref(name, number))

    def _results(
        self,
        query: Query,
        asked: Asked,
        wanted: Wanted,
        *,
        row: Vectors | None = None,
        but: Ref | None = None,
        suggestion: str | None = None,
    ) -> Results:
        held = self._store.held()
        where, engines = self._where(held, wanted), self._engines(held, wanted)

        def ranked(limit: int) -> list[Ranked]:
            found = search(asked, engines, limit=limit, where=where, mode=wanted.mode, row=row)
            return [one for one in found if one.ref != but]

        def counted() -> Mapping[str, Sequence[Facet]]:
            places = [(self._loaded(held, one.ref), one.ref) for one in ranked(CANDIDATES)]
            return facets(places, self._naming(), self._figure_index())

        best_of_all = self._unfolded(held, ranked(wanted.k + SPARE), wanted.k)
        hits = tuple(self._hit(held, one, also, asked) for one, also in best_of_all)
        return Results(
            hits,
            query,
            tuple(asked.notices),
            suggestion,
            counted,
            lambda hit: around(self._loaded(held, hit.ref), hit.passage),
            lambda ref: self._place(self._loaded(held, ref), ref),
        )

    def _place(self, loaded: Loaded, ref: Ref) -> tuple[Paper, Passage, str | None]:
        passage = loaded.passages[ref.passage]
        return loaded.paper, passage, loaded.note_label(passage)

    def _where(self, held: Mapping[str, Held], wanted: Wanted) -> Where:
        named = self._full_names(wanted.papers) if wanted.papers else []
        passages = self._naming().passages(wanted.entities, named or held) if wanted.entities else None
        return self._indexes.where(held, named, wanted.kinds, passages)

    def _engines(self, held: Mapping[str, Held], wanted: Wanted) -> Engines:
        return Engines(
            self._indexes.keyword,
            None if wanted.mode is Mode.WORDS else self._indexes.meaning(held),
            self._encoder,
            self._indexes.late(held) if wanted.late and wanted.mode is Mode.BOTH else None,
        )

    def _unfolded(self, held: Mapping[str, Held], found: Sequence[Ranked], k: int) -> list[tuple[Ranked, list[Ref]]]:
        """The `k` best that say something of their own, each with those that repeat it."""
        repeats = folded([self._said(held, one.ref) for one in found])
        kept: dict[int, tuple[Ranked, list[Ref]]] = {}
        for number, (one, earlier) in enumerate(zip(found, repeats, strict=True)):
            if earlier is None:
                kept[number] = (one, [])
            else:
                kept[earlier][1].append(one.ref)
        return list(kept.values())[:k]

    def _said(self, held: Mapping[str, Held], ref: Ref) -> str:
        loaded = self._loaded(held, ref)
        passage = loaded.passages[ref.passage]
        return prose(loaded.paper.text, passage.spans, loaded.markers_in(passage)).text

    def _hit(self, held: Mapping[str, Held], found: Ranked, also: Sequence[Ref], asked: Asked) -> Found:
        loaded = self._loaded(held, found.ref)
        passage, text = loaded.passages[found.ref.passage], loaded.paper.text
        markers = loaded.markers_in(passage)
        hit = Hit(
            ref=found.ref,
            passage=passage,
            score=found.score,
            words=found.words,
            meaning=found.meaning,
            matched=matches(text, passage, markers, asked.tokens.keys()),
            note=loaded.note_label(passage),
            best=best(text, passage, markers, asked.tokens, self._rarity),
            also=tuple(also),
            late=found.late,
        )
        return loaded.paper, hit

    def _loaded(self, held: Mapping[str, Held], ref: Ref) -> Loaded:
        return self._shelf.take(held[ref.paper])

    def _rarity(self, token: str) -> float:
        return idf(self._indexes.keyword.count(), self._indexes.keyword.frequency(token))

    def _figure_index(self) -> FigureIndex:
        if self._figures is None or self._figures.version != self._store.data_version():
            self._figures = FigureIndex(self._store)
        return self._figures
