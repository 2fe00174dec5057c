"""Papers and their records -> one file that keeps them, and back: the library's record of truth.

Each paper is one transaction: after a crash, a kill or a full disk it is there whole, as it was before or as it
is now. Several processes may read while one writes; what a reader sees does not change under its hands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    Text,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)

from corpus.database import Database
from corpus.errors import NoSuchPaperError, UnreadableFileError
from corpus.migrate import MIGRATIONS, REVISION_KEY, Migration, open_database
from corpus.model import Paper
from corpus.schema import PAGES, Layer, Matrix, Row, Schema, matrix_of, paper_of, paper_row, schema, vector_row

R = TypeVar("R")
ANY: Mapping[str, Any] = MappingProxyType({})
AT_ONCE = 1000
"""Names in one query: databases allow some tens of thousands."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the library holds under a name, without its text: enough to tell whether it is up to date."""

    name: str
    sha256: str
    stamp: str
    """The pipeline that analysed it; empty when it has to be analysed anew."""
    path: str
    format: str
    reader: str
    added_at: str
    """UTC, ISO 8601."""


class Store:
    """The open library. Use it as a context manager or call `close`; finish iterating before that.

    Any thread may use it. Any call may raise LibraryBusyError (another process was writing for longer than
    `patience`) and StorageError (the disk would not take it; nothing was changed).
    """

    def __init__(self, database: Database, tables: Schema) -> None:
        self._database = database
        self._tables = tables
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
        records: Mapping[type[Any], Sequence[Any]] | Mapping[str, Sequence[Any]],
        vectors: tuple[str, Matrix] | None = None,
    ) -> int:
        """Keep `paper` in place of what has its name, and nothing else; returns the new `data_version`.

        `records`: layer name or record type -> the paper's records in order; a layer left out is empty.
        `vectors`: the model's name and one row a passage. Raises UnreadableFileError for a name or text with
        half of a surrogate pair in it, TypeError or ValueError for records that are not as their type promises.
        """
        try:
            row = paper_row(paper, stamp)
            layers = self._rows(paper, records)
        except UnicodeEncodeError as error:
            raise UnreadableFileError(
                f"{paper.name!a} has characters that are no text (half of a surrogate pair) in its name or its "
                "words: rename the file, or save it again as UTF-8."
            ) from error
        kept = [] if vectors is None else [vector_row(*vectors)]
        with self._database.writing() as connection:
            paper_id = self._replace(connection, row)
            for table, rows in [*layers.items(), (self._tables.vectors, kept)]:
                connection.execute(delete(table).where(table.c.paper_id == paper_id))
                if rows:
                    connection.execute(insert(table), [{"paper_id": paper_id, **cells} for cells in rows])
            return self._count_up(connection)

    def put_vectors(self, held: Held, model: str, matrix: Matrix) -> int:
        """Keep `matrix` as the model's vectors of a paper that is there already; returns the new `data_version`.

        Raises NoSuchPaperError when the paper has gone or changed since it was `held`: the rows would not fit.
        """
        table = self._tables.vectors
        row = vector_row(model, matrix)
        with self._database.writing() as connection:
            papers = self._tables.papers.c
            same = (papers.name == held.name, papers.sha256 == held.sha256, papers.stamp == held.stamp)
            paper_id = connection.scalar(select(papers.id).where(*same))
            if paper_id is None:
                raise NoSuchPaperError(f"{held.name} was changed or removed by another process: try again.")
            connection.execute(delete(table).where(table.c.paper_id == paper_id, table.c.model == model))
            connection.execute(insert(table), [{"paper_id": paper_id, **row}])
            return self._count_up(connection)

    def remove(self, name: str) -> int:
        """Forget a paper and all that belongs to it; returns the new `data_version`. Raises NoSuchPaperError."""
        papers = self._tables.papers
        with self._database.writing() as connection:
            self._id(connection, name)
            connection.execute(delete(papers).where(papers.c.name == name))
            return self._count_up(connection)

    def held(self) -> dict[str, Held]:
        """Name -> what is held under it, in order of name, without reading any text."""
        names = [field.name for field in fields(Held)]
        papers = self._tables.papers
        with self._database.reading() as connection:
            rows = connection.execute(select(*(papers.c[name] for name in names)).order_by(papers.c.name))
            return {row.name: Held(*row) for row in rows}

    def paper(self, name: str) -> Paper:
        """One paper, exactly as it was put. Raises NoSuchPaperError."""
        papers, pages = self._tables.papers, self._tables.pages
        with self._database.reading() as connection:
            row = connection.execute(select(papers).where(papers.c.name == name)).mappings().first()
            if row is None:
                raise _no_such_paper(name)
            cells = connection.execute(_of_paper(PAGES, pages, row["id"]))
            return paper_of(row, (PAGES.decode(each) for each in cells))

    def records(self, name: str, kind: type[R]) -> list[R]:
        """The paper's records of that type, in the order they were put. Raises NoSuchPaperError."""
        layer, table = self._layer(kind)
        with self._database.reading() as connection:
            cells = connection.execute(_of_paper(layer, table, self._id(connection, name)))
            return [layer.decode(each) for each in cells]

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
        conditions = [table.c[_known(layer, name)] == value for name, value in equal.items()]
        conditions += [table.c[_known(layer, name)] >= value for name, value in at_least.items()]
        conditions += [table.c[_known(layer, name)] <= value for name, value in at_most.items()]
        return self._each(layer, table, sorted(set(papers)), conditions)

    def count(self, kind: type[Any]) -> int:
        """How many records of that type the library holds."""
        _, table = self._layer(kind)
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(table)) or 0

    def vectors(self, model: str) -> Iterator[tuple[str, Matrix]]:
        """Paper name and matrix (read-only, one row a passage) for each paper that `model` has encoded, by name."""
        papers, table = self._tables.papers, self._tables.vectors
        wanted = select(papers.c.name, table.c.rows, table.c.dim, table.c.data).join(papers)
        with self._database.reading() as connection:
            for name, rows, dim, data in connection.execute(
                wanted.where(table.c.model == model).order_by(papers.c.name), execution_options={"yield_per": 16}
            ):
                yield name, matrix_of(rows, dim, data)

    def data_version(self) -> int:
        """A number that each change raises by one, whichever process makes it."""
        with self._database.reading() as connection:
            return self._version(connection)

    def _layer(self, kind: type[R]) -> tuple[Layer[R], Table]:
        """The layer of that record type. Raises ValueError when the library was opened without it."""
        if kind not in self._layers:
            raise ValueError(f"no layer of this library keeps {kind.__name__}")
        return self._layers[kind]

    def _rows(self, paper: Paper, records: Mapping[Any, Sequence[Any]]) -> dict[Table, list[Row]]:
        """The rows of all layers and the pages, without their paper's number. Nothing has been written so far."""
        known = {layer.name: layer for layer in self._tables.layers}
        named = {key if isinstance(key, str) else self._layer(key)[0].name: each for key, each in records.items()}
        if not named.keys() <= known.keys():
            raise ValueError(f"this library has no layers {sorted(named.keys() - known.keys())}")
        rows = {table: layer.rows(named.get(layer.name, ())) for layer, table in self._tables.layers.items()}
        return rows | {self._tables.pages: PAGES.rows(paper.pages)}

    def _replace(self, connection: Connection, row: Row) -> int:
        """Write a row of `papers`; one that has the name already keeps its number."""
        papers = self._tables.papers
        found = connection.scalar(select(papers.c.id).where(papers.c.name == row["name"]))
        if found is not None:
            connection.execute(update(papers).where(papers.c.id == found).values(row))
            return int(found)
        return int(connection.execute(insert(papers).values(row).returning(papers.c.id)).scalar_one())

    def _id(self, connection: Connection, name: str) -> int:
        """The number of the paper of that name. Raises NoSuchPaperError."""
        papers = self._tables.papers
        found = connection.scalar(select(papers.c.id).where(papers.c.name == name))
        if found is None:
            raise _no_such_paper(name)
        return int(found)

    def _count_up(self, connection: Connection) -> int:
        """Note, inside a transaction, that it changes something; returns the new version."""
        library = self._tables.library
        more = cast(cast(library.c.value, Integer) + 1, Text)
        connection.execute(update(library).where(library.c.key == REVISION_KEY).values(value=more))
        return self._version(connection)

    def _version(self, connection: Connection) -> int:
        library = self._tables.library
        return int(connection.execute(select(library.c.value).where(library.c.key == REVISION_KEY)).scalar_one())

    def _each(
        self, layer: Layer[R], table: Table, names: Sequence[str], conditions: Sequence[ColumnElement[bool]]
    ) -> Iterator[tuple[str, R]]:
        """One query, or one for each thousand names asked for; both in one transaction."""
        papers = self._tables.papers
        columns = (papers.c.name, *(table.c[name] for name in layer.columns))
        wanted = select(*columns).join_from(table, papers).where(*conditions).order_by(papers.c.name, table.c.n)
        some = (names[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE))
        parts = [wanted.where(papers.c.name.in_(each)) for each in some] if names else [wanted]
        with self._database.reading() as connection:
            for part in parts:
                for name, *cells in connection.execute(part, execution_options={"yield_per": 500}):
                    yield name, layer.decode(cells)


def _of_paper(layer: Layer[R], table: Table, paper_id: int) -> Select[Any]:
    """The query for all cells of a paper's layer, in order."""
    columns = [table.c[name] for name in layer.columns]
    return select(*columns).where(table.c.paper_id == paper_id).order_by(table.c.n)


def _known(layer: Layer[R], column: str) -> str:
    """The column's own name. Raises ValueError when the layer has no such column."""
    if column not in layer.columns:
        raise ValueError(f"{layer.name} have no {column!r}; there is {', '.join(layer.columns)}")
    return column


def _no_such_paper(name: str) -> NoSuchPaperError:
    return NoSuchPaperError(f"The library holds no paper named {name!r}: `pincite status` lists the names.")
