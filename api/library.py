"""One library, behind every door: the one place that wires stages and engines together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from api.exhibits import referred
from api.figures.filters import FigureFilter
from api.figures.sieve import Sieve
from api.identities.current import Identities
from api.identities.name_index import NameIndex
from api.indexes import Indexes
from api.layers import LAYERS
from api.loaded import Loaded, Shelf, meant
from api.records import Record
from api.reports import Added, Outcome, Progress
from api.search.around import Around, around
from api.search.results import Results
from api.search.searcher import Searcher, Wanted
from api.settings import LateUse, Settings
from api.workers import Analyse, analyse_named
from corpus.model import CrossReference, Exhibit, Paper, Passage
from corpus.store import Held, Store
from nlp.engines import Encoder
from nlp.find.meaning import SentenceEncoder
from nlp.find.remembered import RememberedVectors
from nlp.link.directory import Directory
from nlp.model import Answer, Figure, Mode
from nlp.query.reading import Query, read

if TYPE_CHECKING:
    from api.asking import Asking
    from api.checking.checking import Checking
    from api.citing.citing import Citing
    from api.corrections.making import Corrections
    from api.describing import Describing
    from api.quotations.picking import Quotations
    from api.writing import Writer

ANY = FigureFilter()


class Library:
    """A folder with a store (the record of truth) and the indexes derived from it.

    Open it with `Library.open`; use it as a context manager or call `close`. Any call may raise
    LibraryBusyError or StorageError (the disk would not; nothing that was there is lost).
    """

    def __init__(
        self,
        folder: Path,
        store: Store,
        encoder: Encoder,
        names: str | None = None,
        late: LateUse = LateUse.AUTO,
    ) -> None:
        """`names`: who is to find names from now on, as `Settings.names`; None for who has found them so far."""
        self.folder = folder
        self._names_by = names
        self._store = store
        self._encoder, self._sentences = encoder, RememberedVectors(encoder)
        self._identities = Identities(store)
        self._shelf = Shelf(store, self._identities)
        self._indexes = Indexes(folder, store, encoder, late)
        self._indexes.reconcile()
        self._names: NameIndex | None = None
        self._searcher = Searcher(store, self._indexes, encoder, self._shelf, self.full_names, self.naming)

    @classmethod
    def open(cls, settings: Settings, *, create: bool = False, encoder: Encoder | None = None) -> Library:
        """Open the library at `settings.library`; make it first if `create` and it is not there.

        `encoder` takes the place of the model that `settings` names. Raises LibraryMissingError when the
        library is not there or was written by a newer pincite, MissingEngineError when the model is not there.
        """
        engine = encoder or SentenceEncoder(settings.model)
        store = Store.open(settings.library, LAYERS, create=create)
        try:
            return cls(settings.library, store, engine, settings.names, settings.late)
        except BaseException:
            store.close()
            raise

    def warm(self) -> None:
        """Load the model now, not at the first search. Raises MissingEngineError."""
        self._encoder.encode(["warm"])

    def close(self) -> None:
        """Release files and locks."""
        self._indexes.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(
        self,
        paths: Sequence[Path],
        *,
        jobs: int = 1,
        progress: Progress = lambda *_: None,
        analyse: Analyse = analyse_named,
    ) -> Iterator[Added]:
        """Read, analyse and keep papers, one transaction each; a report per file as it is done.

        Folders are walked for files pincite can read. A file already held, byte for byte and by this
        pipeline, is left alone; a changed one replaces its paper and nothing else. `analyse` reads a file where
        one job is enough (see `api.apart`). Raises LibraryBusyError when another process is adding.
        """
        with self._writer() as writer:
            yield from writer.add(paths, jobs, progress, analyse)

    def replace(self, name: str, path: Path, *, analyse: Analyse = analyse_named) -> Added:
        """Read the file at `path` in place of a paper; what was set by hand stays. Raises also NoSuchPaperError."""
        with self._writer() as writer:
            return writer.replace(self._held(name).name, path, analyse)

    def refresh(self, *, progress: Progress = lambda *_: None) -> list[str]:
        """Redo what another pipeline analysed or another model encoded, from the texts kept; the papers' names.

        Raises MissingEngineError when the model that is to find names is not there.
        """
        with self._writer() as writer:
            return writer.refresh(progress)

    def remove(self, name: str) -> None:
        """Forget one paper and all that was made of it. Raises NoSuchPaperError."""
        with self._writer() as writer:
            writer.remove(self._held(name).name)

    def _writer(self) -> Writer:
        from api.recognisers import choice  # noqa: PLC0415 - analysing loads much that a search does not need
        from api.writing import Writer  # noqa: PLC0415

        return Writer(self._store, self._indexes, choice(self._store, self._names_by))

    def names(self) -> list[str]:
        """The papers held, in order of name."""
        return list(self._store.held())

    def full_names(self, names: Iterable[str]) -> list[str]:
        """The papers so named, or named by their beginnings; all if none are. Raises NoSuchPaperError."""
        held = self._store.held()
        return [self._held(name, held).name for name in names] or list(held)

    def paper(self, name: str) -> Paper:
        """One paper; `name` may be any unambiguous beginning ("002"). Raises NoSuchPaperError."""
        return self._loaded(name).paper

    def layer(self, name: str, kind: type[Any]) -> Sequence[Any]:
        """The records of one type (Block, Note, Figure ...) of one paper, in text order. Raises NoSuchPaperError."""
        return self._loaded(name).layer(kind)

    def search(
        self,
        query: str | Query,
        *,
        k: int = 10,
        papers: Iterable[str] = (),
        kinds: Iterable[str] = (),
        entities: Sequence[str] = (),
        mode: Mode = Mode.BOTH,
        late: bool = True,
    ) -> Results:
        """The `k` best passages for `query`, best first, and how the query was read.

        `query` is in the language of `nlp.query.reading.read`. `papers` (names or their beginnings), `kinds` ("body",
        "note", "table", "caption") and `entities` (all of them are named in the passage; "Colombia" also by
        Colombians, "GPE:Colombia" is not) narrow it down; `late=False` leaves late interaction out. Raises
        BadQueryError for a query that cannot be read or has nothing to look for, or a name that nobody has,
        NoSuchPaperError.
        """
        wanted = Wanted(k, tuple(papers), tuple(map(str, kinds)), tuple(entities), Mode(mode), late)
        self._shelf.renew()
        return self._searcher.search(read(query) if isinstance(query, str) else query, wanted)

    def alike(self, name: str, start: int, *, k: int = 10, papers: Iterable[str] = ()) -> Results:
        """The `k` passages most like the one of paper `name` that has the character `start`, best first.

        Raises NoSuchPaperError, and BadSpanError where no passage stands.
        """
        self._shelf.renew()
        return self._searcher.alike(self._held(name).name, start, Wanted(k, tuple(papers)))

    def figures(self, which: FigureFilter = ANY) -> Iterator[tuple[Paper, Figure]]:
        """Every figure that passes the filter, by paper and place. Raises NoSuchPaperError, BadQueryError."""
        for loaded, figure in self.sieve(which):
            yield loaded.paper, figure

    def sieve(self, which: FigureFilter = ANY, begin: str = "") -> Sieve:
        """The same from paper `begin` on, with all known of their papers, and what was left out and why. Raises so."""
        held = self._now()
        papers = [self._held(name, held).name for name in which.papers]
        return Sieve(self._store, self._shelf, held, papers, which, self.naming() if which.entity else None, begin)

    def exhibits(self, papers: Iterable[str] = ()) -> Iterator[tuple[Paper, Exhibit | None, Sequence[CrossReference]]]:
        """Every exhibit with the references to it, by paper and place; None for one that is referred to but missing.

        References to a missing exhibit come together, where the first stands. Raises NoSuchPaperError.
        """
        for name in papers or self.names():
            paired = referred(self.layer(name, Exhibit), self.layer(name, CrossReference))
            yield from ((self.paper(name), one, told) for one, told in paired)

    def ask(self, question: str, *, papers: Iterable[str] = ()) -> Answer:
        """The sentences that answer, each with citations that hold; or a refusal that says what is missing.

        Raises BadQueryError for a question without a word in it.
        """
        return self.asking.answer(question, papers)

    @property
    def asking(self) -> Asking:
        """What is weighed when it is asked."""
        from api.asking import Asking  # noqa: PLC0415 - one door of many

        return Asking(self, self._loaded, self._sentences, self._indexes.keyword)

    @property
    def citing(self) -> Citing:
        """Its places and papers as citations of new writing."""
        from api.citing.citing import Citing  # noqa: PLC0415 - one door of many

        return Citing(self, self._store)

    @property
    def quotations(self) -> Quotations:
        """What its reader picked, in his own order."""
        from api.quotations.picking import Quotations  # noqa: PLC0415 - one door of many

        return Quotations(self, self._store)

    @property
    def checking(self) -> Checking:
        """Its passages as judges of new writing: of quotations, and of sentences that cite them."""
        from api.checking.checking import Checking  # noqa: PLC0415 - one door of many

        return Checking(self, self._loaded, self._indexes.keyword, lambda of: self._indexes.where(self._now(), of, ()))

    @property
    def metadata(self) -> Describing:
        """What its papers say of themselves, and what a user says instead."""
        from api.describing import Describing  # noqa: PLC0415 - one door of many

        return Describing(self._store, lambda name: self._held(name).name, self._writer)

    def around(self, name: str, passage: Passage) -> Around:
        """The notes, figures and names of a passage of a paper. Raises NoSuchPaperError."""
        return around(self._loaded(name), passage)

    def export(self) -> Record:
        """Every layer of every paper as standoff records; see api/standoff.py for their shape."""
        from api.standoff import standoff  # noqa: PLC0415 - one door of many

        return standoff(self._store, self._identities.overlay())

    @property
    def corrections(self) -> Corrections:
        """What users know better than the taggers of who is who: to be added to, listed and taken back."""
        from api.corrections.making import Corrections  # noqa: PLC0415 - one door of many

        return Corrections(self._store, self._identities, lambda name: self._held(name).name)

    def directory(self) -> Directory:
        """Who is who in all papers, as corrected."""
        return self._identities.now().directory

    def naming(self) -> NameIndex:
        """Whom each passage names, as things stand."""
        if self._names is None or self._names.directory is not self.directory():
            self._names = NameIndex(self._store, self.directory())
        return self._names

    def status(self) -> Record:
        """Counts, engines in use, versions and the health of the indexes."""
        from api.health import status  # noqa: PLC0415 - one door of many

        return status(self.folder, self._store, self._indexes, self._encoder, self._identities, self._names_by)

    def _loaded(self, name: str) -> Loaded:
        return self._shelf.take(self._held(name, self._now()))

    def _now(self) -> Mapping[str, Held]:
        """What is held, with what was corrected so far."""
        self._shelf.renew()
        return self._store.held()

    def _held(self, name: str, held: Mapping[str, Held] | None = None) -> Held:
        return meant(name, self._store.held() if held is None else held)


__all__ = ["ANY", "LAYERS", "Added", "FigureFilter", "Library", "Mode", "Outcome", "Progress"]
