"""Papers and their records -> one file that keeps them, and back: the library's record of truth.

Each paper is one transaction: after a crash, a kill or a full disk it is there whole, as it was before or as it
is now. Several processes may read while one writes; what a reader sees does not change under its hands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self, TypeVar

from sqlalchemy import Table, delete, func, select

from corpus.corrections import Corrections
from corpus.database import Database
from corpus.errors import UnreadableFileError
from corpus.metadata.facts import NOTHING, Said, Statement, Told, facts_of
from corpus.migrate import MIGRATIONS, Migration, open_database
from corpus.model import Metadata, Paper
from corpus.quotations import Quotations
from corpus.said import statement_rows
from corpus.schema import PAGES, READ_PAGES, REGIONS, Layer, Matrix, Row, Schema, paper_row, schema
from corpus.transaction import Held, Transaction, Vectors
from corpus.word_vectors import WordVectors

R = TypeVar("R")
T = TypeVar("T")
Records = Mapping[type[Any], Sequence[Any]] | Mapping[str, Sequence[Any]]
"""Layer name or record type -> a paper's records in order."""
ANY: Mapping[str, Any] = MappingProxyType({})

__all__ = ["Held", "Store", "Vectors"]


class Store:
    """The open library. Use it as a context manager or call `close`; finish iterating before that.

    Any thread may use it. Any call may raise LibraryBusyError (another process was writing for longer than
    `patience`) and StorageError (the disk would not take it; nothing was changed).
    """

    def __init__(self, database: Database, tables: Schema) -> None:
        self._database = database
        self._tables = tables
        self.corrections = Corrections(database, tables)
        self.quotations = Quotations(database, tables)
        self.words = WordVectors(database, tables)
        self._layers = {layer.record: (layer, table) for layer, table in tables.layers.items()}

    @classmethod
    def open(
        cls,
        place: str | Path,
        layers: Iterable[Layer[Any]],
        *,
        create: bool = False,
        readonly: bool = False,
        patience: float = 10.0,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> Store:
        """Open the library at `place`: its folder, its file, or any SQLAlchemy URL.

        It is made first if `create` and nothing is there, and brought up to date if an older pincite wrote it;
        `readonly` does neither. `patience`: how many seconds to wait for another process that is writing.
        Raises LibraryMissingError when it is not there, no library, damaged, or from a newer pincite.
        """
        tables = schema(layers)
        create = create and not readonly
        database = open_database(place, tables, migrations, create=create, readonly=readonly, patience=patience)
        return cls(database, tables)

    def close(self) -> None:
        """Release files and locks."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def put(
        self,
        paper: Paper,
        stamp: str,
        records: Records,
        vectors: Vectors | None = None,
        *,
        read: Paper | None = None,
        beside: Statement = NOTHING,
    ) -> int:
        """Keep `paper` in place of what has its name, and nothing else; returns the new `data_version`.

        A layer left out of `records` is empty. `vectors`: what a model makes of it. `read`: the
        paper as its reader made it, to be analysed again one day. `beside`: what a file beside it says; what was
        set by hand stays. Raises UnreadableFileError for a name or text with half of a surrogate pair in it,
        TypeError or ValueError for records that are not as their type promises.
        """
        own = paper if read is None else read
        stated = Statement(facts_of(Metadata() if read is None else read.metadata))
        said = {Told.FILE: stated, Told.SIDECAR: beside, Told.PAPER: Statement(facts_of(paper.metadata))}
        try:
            row = paper_row(paper, stamp)
            layers = self._rows(paper, own, records)
            told = {source: statement_rows(source, statement) for source, statement in said.items()}
        except UnicodeEncodeError as error:
            raise UnreadableFileError(
                f"{paper.name!a} has characters that are no text (half of a surrogate pair) in its name or its "
                "words: rename the file, or save it again as UTF-8."
            ) from error
        with self._writing() as change:
            paper_id = change.replace(row)
            for table, rows in layers.items():
                change.replace_rows(paper_id, table, rows)
            change.replace_vectors(paper_id, vectors)
            change.replace_statements(paper_id, told)
            return change.count_up()

    def state(self, name: str, source: Told, statement: Statement, vectors: Vectors | None = None) -> int:
        """Keep what `source` says of a paper, in place of what it said; returns the new `data_version`.

        `vectors` take the place of those of all models; None leaves them. Raises NoSuchPaperError, and
        UnicodeEncodeError for text that is none.
        """
        rows = {source: statement_rows(source, statement)}
        with self._writing() as change:
            paper_id = change.paper_id(name)
            change.replace_statements(paper_id, rows)
            if vectors is not None:
                change.replace_vectors(paper_id, vectors)
            return change.count_up()

    def put_vectors(self, held: Held, vectors: Vectors) -> int:
        """Keep `vectors` as what their model makes of a paper that is there already; returns the new `data_version`.

        Raises NoSuchPaperError when the paper has gone or changed since it was `held`: the rows would not fit.
        """
        with self._writing() as change:
            change.add_vectors(change.held_id(held), vectors)
            return change.count_up()

    def renew(self, held: Held, stamp: str, records: Records) -> int:
        """Keep `records` in place of what a paper has in the same layers; all else stays as it is.

        `stamp`: the pipeline that has made all of it now. Returns the new `data_version`. Raises NoSuchPaperError
        when the paper has gone or changed since it was `held`, and TypeError or ValueError as `put` does.
        """
        layers = self._layer_rows(records)
        with self._writing() as change:
            paper_id = change.held_id(held)
            for table, rows in layers.items():
                change.replace_rows(paper_id, table, rows)
            change.restamp(paper_id, stamp)
            return change.count_up()

    def remove(self, name: str) -> int:
        """Forget a paper and all that belongs to it; returns the new `data_version`. Raises NoSuchPaperError."""
        papers = self._tables.papers
        with self._database.writing() as connection:
            change = Transaction(connection, self._tables)
            connection.execute(delete(papers).where(papers.c.id == change.paper_id(name)))
            return change.count_up()

    def held(self) -> dict[str, Held]:
        """Name -> what is held under it, in order of name, without reading any text."""
        names = [field.name for field in fields(Held)]
        papers = self._tables.papers
        with self._database.reading() as connection:
            rows = connection.execute(select(*(papers.c[name] for name in names)).order_by(papers.c.name))
            return {row.name: Held(*row) for row in rows}

    def paper(self, name: str) -> Paper:
        """One paper as it was put, with the metadata that hold and without its regions. Raises NoSuchPaperError."""
        with self._reading() as look:
            return look.paper(name)

    def as_read(self, name: str) -> Paper:
        """One paper as its reader made it, with its regions, and of pages and metadata only what its file states.

        Analysing it gives what analysing its file gave. Raises NoSuchPaperError.
        """
        with self._reading() as look:
            return look.as_read(name)

    def abouts(self) -> dict[str, Metadata]:
        """Name -> the metadata of the paper that hold, without reading any text."""
        with self._reading() as look:
            return dict(look.abouts())

    def said(self, name: str) -> Said:
        """What each source says of a paper. Raises NoSuchPaperError."""
        with self._reading() as look:
            return look.said(look.paper_id(name))

    def sidecars(self) -> dict[str, Statement]:
        """Name -> what a file beside the paper said of it, for the papers that had one."""
        with self._reading() as look:
            return look.said_by(Told.SIDECAR)

    def records(self, name: str, kind: type[R]) -> list[R]:
        """The paper's records of that type, in the order they were put. Raises NoSuchPaperError."""
        layer, table = self._layer(kind)
        with self._reading() as look:
            return look.records(layer, table, look.paper_id(name))

    def each(
        self,
        kind: type[R],
        *,
        papers: Iterable[str] = (),
        equal: Mapping[str, Any] = ANY,
        at_least: Mapping[str, Any] = ANY,
        at_most: Mapping[str, Any] = ANY,
    ) -> Iterator[tuple[str, R]]:
        """Paper name and record, by name and place, for every record that meets all conditions; one at a time.

        `papers`: only these, none for all. The others name columns: ``equal={"kind": "money", "unit": "USD"}``,
        ``at_least={"high": 1e6}``. Raises ValueError for a column that the layer does not have.
        """
        layer, table = self._layer(kind)
        conditions = [table.c[layer.column(name)] == value for name, value in equal.items()]
        conditions += [table.c[layer.column(name)] >= value for name, value in at_least.items()]
        conditions += [table.c[layer.column(name)] <= value for name, value in at_most.items()]
        return self._while_reading(lambda look: look.each(layer, table, sorted(set(papers)), conditions))

    def cells(self, kind: type[Any], columns: Sequence[str], papers: Iterable[str] = ()) -> Iterator[Any]:
        """Paper name and these columns of each record as they are kept, by name and place: less work than `each`.

        `papers`: only these, none for all. Raises ValueError for a column that the layer does not have.
        """
        layer, table = self._layer(kind)
        wanted = [layer.column(name) for name in columns]
        return self._while_reading(lambda look: look.cells(table, wanted, sorted(set(papers))))

    def count(self, kind: type[Any]) -> int:
        """How many records of that type the library holds."""
        _, table = self._layer(kind)
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(table)) or 0

    def vectors(self, model: str) -> Iterator[tuple[str, Matrix]]:
        """Paper name and matrix (read-only, one row a passage) for each paper that `model` has encoded, by name."""
        return self._while_reading(lambda look: look.vectors(model))

    def data_version(self) -> int:
        """A number that each change raises by one, whichever process makes it."""
        with self._reading() as look:
            return look.version()

    def choice(self, key: str) -> str | None:
        """What this library was told to be, None for a key under which nothing was chosen."""
        with self._reading() as look:
            return look.choice(key)

    def choose(self, key: str, value: str) -> None:
        """Keep a choice with the library, in place of the one before."""
        with self._writing() as change:
            change.choose(key, value)

    @contextmanager
    def _reading(self) -> Iterator[Transaction]:
        with self._database.reading() as connection:
            yield Transaction(connection, self._tables)

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        with self._database.writing() as connection:
            yield Transaction(connection, self._tables)

    def _layer(self, kind: type[R]) -> tuple[Layer[R], Table]:
        """The layer of that record type. Raises ValueError when the library was opened without it."""
        if kind not in self._layers:
            raise ValueError(f"no layer of this library keeps {kind.__name__}")
        return self._layers[kind]

    def _layer_rows(self, records: Records) -> dict[Table, list[Row]]:
        """The rows of the layers in `records`, without their paper's number. Nothing has been written so far."""
        known = {layer.name: (layer, table) for layer, table in self._layers.values()}
        named = {key if isinstance(key, str) else self._layer(key)[0].name: each for key, each in records.items()}
        if not named.keys() <= known.keys():
            raise ValueError(f"this library has no layers {sorted(named.keys() - known.keys())}")
        return {known[name][1]: known[name][0].rows(each) for name, each in named.items()}

    def _rows(self, paper: Paper, read: Paper, records: Records) -> dict[Table, list[Row]]:
        """The same of all layers, and of pages and regions."""
        tables = self._tables
        seen = {tables.read_pages: READ_PAGES.rows(read.pages), tables.regions: REGIONS.rows(read.regions)}
        empty: dict[Table, list[Row]] = {table: [] for table in tables.layers.values()}
        return empty | self._layer_rows(records) | seen | {tables.pages: PAGES.rows(paper.pages)}

    def _while_reading(self, each: Callable[[Transaction], Iterator[T]]) -> Iterator[T]:
        with self._reading() as look:
            yield from each(look)
