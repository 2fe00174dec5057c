"""Frozen records -> typed tables, and back again, exactly: one table a layer, made from its record's own fields.

A column is named after its field. A Span becomes two columns (`caption_start`, `caption_end`; just `start` and
`end` for a field named `span`), several spans become ``[[start,end],...]`` with the hull beside a field named
`spans`, so that every table reads well in a database browser and can be filtered in SQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, RowMapping, Table, Text

from corpus.cells import Codec, codecs, read_strings, write_strings, write_text
from corpus.metadata.facts import FIELDS, digest
from corpus.model import Metadata, Page, Paper, Region, Source

R = TypeVar("R")
Matrix = NDArray[np.float32]
Row = dict[str, Any]
OWN_TABLES = frozenset(
    """papers pages read_pages regions facts vectors word_vectors bases library corrections quotations""".split()
)
OWN_COLUMNS = ("paper_id", "n")


@dataclass(frozen=True, slots=True)
class Layer(Generic[R]):
    """One kind of record that papers have: `name` names the table, `indexed` the columns filters ask for.

    Raises TypeError when a field of `record` cannot be kept, or would need a column that is already taken.
    """

    name: str
    record: type[R]
    indexed: tuple[str, ...] = ()
    codecs: tuple[tuple[str, Codec], ...] = field(init=False, repr=False, compare=False)
    columns: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        made = tuple(codecs(self.record))
        columns = tuple(column for _, codec in made for column, _, _ in codec.columns)
        taken = sorted({name for name in columns if name in OWN_COLUMNS or columns.count(name) > 1})
        if taken or not set(self.indexed) <= set(columns):
            problem = f"two uses of column {taken[0]!r}" if taken else f"no column for each of {self.indexed}"
            raise TypeError(f"layer {self.name!r}: {self.record.__name__} makes {problem}")
        object.__setattr__(self, "codecs", made)
        object.__setattr__(self, "columns", columns)

    def encode(self, record: R) -> Row:
        """Column -> cell. Raises TypeError or ValueError when the record is not what its type promises."""
        if type(record) is not self.record:
            raise TypeError(f"layer {self.name!r} keeps {self.record.__name__}, not {type(record).__name__}")
        cells: list[Any] = []
        for name, codec in self.codecs:
            cells += codec.encode(getattr(record, name))
        return dict(zip(self.columns, cells, strict=True))

    def decode(self, cells: Sequence[Any]) -> R:
        """The record kept in `cells`, which stand in the order of `columns`."""
        values: dict[str, Any] = {}
        at = 0
        for name, codec in self.codecs:
            values[name] = codec.decode(cells[at : at + len(codec.columns)])
            at += len(codec.columns)
        return self.record(**values)

    def rows(self, records: Sequence[R]) -> list[Row]:
        """The records as rows of the layer's table, numbered, without their paper's id."""
        return [{"n": n, **self.encode(record)} for n, record in enumerate(records)]

    def table(self, metadata: MetaData) -> Table:
        """The layer's table, with the paper a row belongs to and its place `n` among the paper's records."""
        made = [Column(c, kind, nullable=empty) for _, codec in self.codecs for c, kind, empty in codec.columns]
        return Table(
            self.name,
            metadata,
            _paper_id(),
            Column("n", Integer, primary_key=True, autoincrement=False),
            *made,
            *(Index(f"{self.name}_{column}", column) for column in self.indexed),
        )

    def column(self, name: str) -> str:
        """`name`, which is one of its columns. Raises ValueError when it is not."""
        if name not in self.columns:
            raise ValueError(f"{self.name} have no {name!r}; there is {', '.join(self.columns)}")
        return name

    def signature(self) -> list[str]:
        """What the table promises, one line a column: when it changes, the table has to be made anew."""
        lines = [f"{name}: {codec.allowed}{'?' * codec.optional}" for name, codec in self.codecs]
        return [*lines, *(f"index on {column}" for column in self.indexed)]


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of one library. Vectors and layers can be derived again from the others, which are its truth."""

    metadata: MetaData
    library: Table
    papers: Table
    pages: Table
    read_pages: Table
    regions: Table
    facts: Table
    corrections: Table
    quotations: Table
    vectors: Table
    word_vectors: Table
    bases: Table
    layers: Mapping[Layer[Any], Table]

    def signature(self) -> str:
        """What the derived tables promise, as JSON: table name -> its lines."""
        lines = {layer.name: layer.signature() for layer in self.layers}
        return json.dumps(lines, sort_keys=True)


PAGES = Layer("pages", Page)
READ_PAGES = Layer("read_pages", Page)
"""Pages as the reader found them: those shown may have labels that were told from the text, or all be told from it."""
REGIONS = Layer("regions", Region)


def schema(layers: Iterable[Layer[Any]]) -> Schema:
    """The tables for `layers`. Raises TypeError when two share a name or record type, or one takes a name of ours."""
    layers = tuple(layers)
    metadata = MetaData()
    seen: set[object] = set(OWN_TABLES)
    for layer in layers:
        if layer.name in seen or layer.record in seen:
            raise TypeError(f"layer {layer.name!r} of {layer.record.__name__} is already there")
        seen |= {layer.name, layer.record}
    library = Table("library", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
    papers = _papers(metadata)
    read = (PAGES.table(metadata), READ_PAGES.table(metadata), REGIONS.table(metadata))
    said = (_facts(metadata), _corrections(metadata), _quotations(metadata))
    made = (_vectors(metadata), _word_vectors(metadata), _bases(metadata))
    tables = {layer: layer.table(metadata) for layer in layers}
    return Schema(metadata, library, papers, *read, *said, *made, tables)


def _papers(metadata: MetaData) -> Table:
    """One row a paper. The text stands last: listing papers then never reads past it."""
    return Table(
        "papers",
        metadata,
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("name", Text, nullable=False, unique=True),
        *(Column(name, Text) for name in FIELDS),
        *(Column(name, Text, nullable=False) for name in ("path", "format", "sha256", "reader", "encoding")),
        *(Column(name, Text, nullable=False) for name in ("stamp", "about", "added_at")),
        Column("text", Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _facts(metadata: MetaData) -> Table:
    """One row for what one source says of one field of a paper: the columns of `papers` are what comes of them."""
    return Table(
        "facts",
        metadata,
        _paper_id(),
        Column("source", Text, primary_key=True),
        Column("field", Text, primary_key=True),
        Column("value", Text, nullable=False),
        Column("origin", Text, nullable=False),
    )


def _corrections(metadata: MetaData) -> Table:
    """One row for what a user said of who is who. No key ties it to a paper: it outlives those it speaks of."""
    return Table(
        "corrections",
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=True),
        *(Column(name, Text, nullable=False) for name in ("change", "name", "label")),
        *(Column(name, Text) for name in ("other", "other_label", "form", "paper", "quote", "prefix", "suffix")),
        Column("said_at", Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _quotations(metadata: MetaData) -> Table:
    """One row for words that a reader picked, with his own on them. Like a correction it outlives its paper."""
    return Table(
        "quotations",
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=True),
        Column("place", Integer, nullable=False),
        *(Column(name, Text, nullable=False) for name in ("paper", "key", "spans", "quote", "prefix", "suffix")),
        Column("paragraph", Integer),
        *(Column(name, Text) for name in ("page", "note", "section")),
        *(Column(name, Text, nullable=False) for name in ("remark", "tags", "picked_at")),
        sqlite_autoincrement=True,
    )


def _vectors(metadata: MetaData) -> Table:
    """The embedding of each passage of a paper: `rows` times `dim` numbers, float32, little endian, row by row."""
    return Table(
        "vectors",
        metadata,
        _paper_id(),
        Column("model", Text, primary_key=True),
        Column("rows", Integer, nullable=False),
        Column("dim", Integer, nullable=False),
        Column("data", LargeBinary, nullable=False),
    )


def _word_vectors(metadata: MetaData) -> Table:
    """What a model makes of the words of one passage, packed: a row for each passage, for they are read singly."""
    return Table(
        "word_vectors",
        metadata,
        _paper_id(),
        Column("model", Text, primary_key=True),
        Column("n", Integer, primary_key=True, autoincrement=False),
        Column("data", LargeBinary, nullable=False),
    )


def _bases(metadata: MetaData) -> Table:
    """For each model what its word vectors are packed by, the same for all papers."""
    return Table(
        "bases",
        metadata,
        Column("model", Text, primary_key=True),
        Column("data", LargeBinary, nullable=False),
    )


def _paper_id() -> Column[int]:
    """A column that ties a row to its paper and lets it go with the paper."""
    return Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True)


def paper_row(paper: Paper, stamp: str) -> Row:
    """The row of `papers` that keeps `paper`, added now. Raises UnicodeEncodeError for text that is none."""
    source = paper.source
    row: Row = {"name": paper.name, "path": source.path, "format": source.format, "sha256": source.sha256}
    row |= {"reader": source.reader, "encoding": source.encoding, "stamp": stamp, "text": paper.text}
    for cell in row.values():
        write_text(cell)
    added_at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return row | about_row(paper.metadata) | {"added_at": added_at}


def about_row(metadata: Metadata) -> Row:
    """The cells of `papers` that keep its metadata. Raises UnicodeEncodeError for text that is none."""
    row: Row = {name: getattr(metadata, name) for name in FIELDS}
    for name, value in row.items():
        row[name] = write_strings(value)[0] if isinstance(value, tuple) else value and write_text(value)[0]
    return row | {"about": digest(metadata)}


def paper_of(row: RowMapping | Row, pages: Iterable[Page], regions: Iterable[Region] = ()) -> Paper:
    """The way back from `paper_row`."""
    source = Source(row["path"], row["format"], row["sha256"], row["reader"], row["encoding"])
    return Paper(row["name"], row["text"], source, tuple(pages), metadata_of(row), tuple(regions))


def metadata_of(row: RowMapping | Row) -> Metadata:
    """The way back from `about_row`."""
    return Metadata(**{name: row[name] for name in FIELDS} | {"authors": read_strings(row["authors"])})


def vector_row(model: str, matrix: Matrix) -> Row:
    """The row of `vectors` that keeps a matrix. Raises ValueError when it has not two dimensions."""
    rows, dim = matrix.shape
    return {"model": model, "rows": rows, "dim": dim, "data": matrix.astype("<f4").tobytes()}


def matrix_of(rows: int, dim: int, data: bytes) -> Matrix:
    """The way back from `vector_row`; read-only."""
    return np.frombuffer(data, dtype="<f4").reshape(rows, dim)
