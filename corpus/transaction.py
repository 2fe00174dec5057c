"""A connection inside a transaction -> the rows of a library's tables, read and written by paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    RowMapping,
    Table,
    Text,
    cast,
    delete,
    insert,
    select,
    update,
)

from corpus.errors import NoSuchPaperError
from corpus.metadata.facts import FIELDS, Said, Statement, Told, effective
from corpus.migrate import REVISION_KEY
from corpus.model import Metadata, Paper
from corpus.said import read_all, read_statements, replace_statements
from corpus.schema import (
    PAGES,
    READ_PAGES,
    REGIONS,
    Layer,
    Matrix,
    Row,
    Schema,
    matrix_of,
    metadata_of,
    paper_of,
    vector_row,
)

R = TypeVar("R")


class Vectors(NamedTuple):
    """What a model makes of a paper."""

    model: str
    rows: Matrix
    """One for each passage."""
    words: Sequence[bytes] = ()
    """For each passage what it makes of the words in it, packed; none at all where that is not kept."""


AT_ONCE = 1000
"""Names in one query: databases allow some tens of thousands."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the library holds under a name, without its text: enough to tell whether it is up to date."""

    name: str
    sha256: str
    stamp: str
    """The pipeline that analysed it; empty when it has to be analysed anew."""
    about: str
    """A fingerprint of its metadata: other metadata, another fingerprint."""
    path: str
    format: str
    reader: str
    added_at: str
    """UTC, ISO 8601."""


class Transaction:
    """What is done to the tables before the connection's transaction ends; it is kept or undone as a whole."""

    def __init__(self, connection: Connection, tables: Schema) -> None:
        self._connection = connection
        self._tables = tables

    def row(self, name: str) -> RowMapping:
        """The row of the paper of that name. Raises NoSuchPaperError."""
        papers = self._tables.papers
        row = self._connection.execute(select(papers).where(papers.c.name == name)).mappings().first()
        if row is None:
            raise _no_such_paper(name)
        return row

    def paper_id(self, name: str) -> int:
        """The number of the paper of that name. Raises NoSuchPaperError."""
        papers = self._tables.papers
        found = self._connection.scalar(select(papers.c.id).where(papers.c.name == name))
        if found is None:
            raise _no_such_paper(name)
        return int(found)

    def held_id(self, held: Held) -> int:
        """The number of the paper that is there as it was `held`. Raises NoSuchPaperError when it has changed."""
        papers = self._tables.papers.c
        same = (getattr(papers, name) == getattr(held, name) for name in ("name", "sha256", "stamp", "about"))
        found = self._connection.scalar(select(papers.id).where(*same))
        if found is None:
            raise NoSuchPaperError(f"{held.name} was changed or removed by another process: try again.")
        return int(found)

    def paper(self, name: str) -> Paper:
        """The paper as it is shown, without its regions. Raises NoSuchPaperError."""
        row = self.row(name)
        return paper_of(row, self.records(PAGES, self._tables.pages, row["id"]))

    def as_read(self, name: str) -> Paper:
        """The paper as its reader made it. Raises NoSuchPaperError."""
        row = self.row(name)
        pages = self.records(READ_PAGES, self._tables.read_pages, row["id"])
        regions = self.records(REGIONS, self._tables.regions, row["id"])
        stated: Said = {source: told for source, told in self.said(row["id"]).items() if source is Told.FILE}
        return replace(paper_of(row, pages, regions), metadata=effective(stated))

    def replace(self, row: Row) -> int:
        """Write a row of `papers` and return its number; one that has the name already keeps its own."""
        papers = self._tables.papers
        found = self._connection.scalar(select(papers.c.id).where(papers.c.name == row["name"]))
        if found is not None:
            self._connection.execute(update(papers).where(papers.c.id == found).values(row))
            return int(found)
        return int(self._connection.execute(insert(papers).values(row).returning(papers.c.id)).scalar_one())

    def replace_rows(self, paper_id: int, table: Table, rows: Sequence[Row]) -> None:
        """Write `rows` as all that `table` has of a paper."""
        self._connection.execute(delete(table).where(table.c.paper_id == paper_id))
        if rows:
            self._connection.execute(insert(table), [{"paper_id": paper_id, **cells} for cells in rows])

    def replace_vectors(self, paper_id: int, vectors: Vectors | None) -> None:
        """Write the vectors of one model, or none, in place of those of all models."""
        for table in (self._tables.vectors, self._tables.word_vectors):
            self._connection.execute(delete(table).where(table.c.paper_id == paper_id))
        if vectors is not None:
            self._insert_vectors(paper_id, vectors)

    def add_vectors(self, paper_id: int, vectors: Vectors) -> None:
        """Write the vectors of one model in place of what this model had; those of others stay."""
        for table in (self._tables.vectors, self._tables.word_vectors):
            its_own = (table.c.paper_id == paper_id, table.c.model == vectors.model)
            self._connection.execute(delete(table).where(*its_own))
        self._insert_vectors(paper_id, vectors)

    def _insert_vectors(self, paper_id: int, vectors: Vectors) -> None:
        row = {"paper_id": paper_id, **vector_row(vectors.model, vectors.rows)}
        self._connection.execute(insert(self._tables.vectors), [row])
        its_own = {"paper_id": paper_id, "model": vectors.model}
        words = [{**its_own, "n": n, "data": data} for n, data in enumerate(vectors.words)]
        if words:
            self._connection.execute(insert(self._tables.word_vectors), words)

    def restamp(self, paper_id: int, stamp: str) -> None:
        """Note which pipeline made what a paper has."""
        papers = self._tables.papers
        self._connection.execute(update(papers).where(papers.c.id == paper_id).values(stamp=stamp))

    def replace_statements(self, paper_id: int, rows: Mapping[Told, Sequence[Row]]) -> None:
        """Write what some sources say of a paper, in place of what they said."""
        replace_statements(self._connection, self._tables, paper_id, rows)

    def abouts(self) -> Iterator[tuple[str, Metadata]]:
        """Name and metadata of each paper, by name."""
        papers = self._tables.papers
        for row in self._connection.execute(select(*(papers.c[name] for name in ("name", *FIELDS)))).mappings():
            yield row["name"], metadata_of(row)

    def said(self, paper_id: int) -> Said:
        """What each source says of a paper."""
        return read_statements(self._connection, self._tables, paper_id)

    def said_by(self, source: Told) -> dict[str, Statement]:
        """Name -> what `source` says of the paper, for those of which it says something."""
        return read_all(self._connection, self._tables, source)

    def records(self, layer: Layer[R], table: Table, paper_id: int) -> list[R]:
        """All records of a paper's layer, in order."""
        wanted = select(*(table.c[name] for name in layer.columns)).where(table.c.paper_id == paper_id)
        return [layer.decode(cells) for cells in self._connection.execute(wanted.order_by(table.c.n))]

    def each(
        self, layer: Layer[R], table: Table, names: Sequence[str], conditions: Iterable[ColumnElement[bool]]
    ) -> Iterator[tuple[str, R]]:
        """Paper name and record, for every record that meets the conditions."""
        for name, *cells in self.cells(table, layer.columns, names, conditions):
            yield name, layer.decode(cells)

    def cells(
        self, table: Table, columns: Sequence[str], names: Sequence[str], conditions: Iterable[ColumnElement[bool]] = ()
    ) -> Iterator[Any]:
        """Paper name and some columns as they are kept; one query, or one for each thousand names asked for."""
        papers = self._tables.papers
        wanted = select(papers.c.name, *(table.c[name] for name in columns)).join_from(table, papers)
        wanted = wanted.where(*conditions).order_by(papers.c.name, table.c.n)
        some = (names[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE))
        for part in [wanted.where(papers.c.name.in_(each)) for each in some] if names else [wanted]:
            yield from self._connection.execute(part, execution_options={"yield_per": 500})

    def vectors(self, model: str) -> Iterator[tuple[str, Matrix]]:
        """Paper name and matrix for each paper that `model` has encoded, by name."""
        papers, table = self._tables.papers, self._tables.vectors
        wanted = select(papers.c.name, table.c.rows, table.c.dim, table.c.data).join(papers)
        wanted = wanted.where(table.c.model == model).order_by(papers.c.name)
        for name, rows, dim, data in self._connection.execute(wanted, execution_options={"yield_per": 16}):
            yield name, matrix_of(rows, dim, data)

    def choice(self, key: str) -> str | None:
        """What the library was told to be, or None."""
        library = self._tables.library
        found = self._connection.scalar(select(library.c.value).where(library.c.key == key))
        return None if found is None else str(found)

    def choose(self, key: str, value: str) -> None:
        """Keep a choice in place of the one before."""
        library = self._tables.library
        self._connection.execute(delete(library).where(library.c.key == key))
        self._connection.execute(insert(library).values(key=key, value=value))

    def count_up(self) -> int:
        """Note that something changes; returns the new version."""
        library = self._tables.library
        more = cast(cast(library.c.value, Integer) + 1, Text)
        self._connection.execute(update(library).where(library.c.key == REVISION_KEY).values(value=more))
        return self.version()

    def version(self) -> int:
        """How many changes there have been."""
        library = self._tables.library
        wanted = select(library.c.value).where(library.c.key == REVISION_KEY)
        return int(self._connection.execute(wanted).scalar_one())


def _no_such_paper(name: str) -> NoSuchPaperError:
    return NoSuchPaperError(f"The library holds no paper named {name!r}: `pincite status` lists the names.")
