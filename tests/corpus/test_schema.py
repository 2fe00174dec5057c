"""Every record type of every layer goes into a table of readable columns and comes back exactly."""

import typing
from dataclasses import dataclass, fields
from enum import StrEnum
from types import NoneType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select
from sqlalchemy.schema import CreateTable

from corpus.model import Block, Exhibit, Marker, Metadata, Note, Page, Paper, Passage, Region, Source, Span, Spans
from corpus.schema import Layer, matrix_of, paper_of, paper_row, schema, vector_row
from nlp.model import Acronym, Entity, Figure, Mention

RECORDS = [Block, Marker, Note, Exhibit, Passage, Page, Region, Figure, Mention, Entity, Acronym]
WORDS = st.text(max_size=12)
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**9), st.integers(0, 10**6))
VALUES = {
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    str: WORDS,
    bool: st.booleans(),
    Span: SPANS,
    Spans: st.lists(SPANS, max_size=3).map(tuple),
    tuple[int, ...]: st.lists(st.integers(-(2**63), 2**63 - 1), max_size=3).map(tuple),
    tuple[str, ...]: st.lists(WORDS, max_size=3).map(tuple),
    NoneType: st.none(),
}


def value_of(hint):
    """A strategy for the values of a field."""
    if hint in VALUES:
        return VALUES[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return st.one_of([value_of(kind) for kind in typing.get_args(hint)])


def record_of(record):
    """A strategy for records of that type."""
    hints = typing.get_type_hints(record)
    return st.builds(record, **{field.name: value_of(hints[field.name]) for field in fields(record)})


@pytest.fixture(scope="module")
def engine():
    made = create_engine("sqlite://")
    yield made
    made.dispose()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
@given(data=st.data())
def test_a_record_comes_back_from_its_table_exactly(engine, record, data):
    written = data.draw(st.lists(record_of(record), max_size=3))
    layer = Layer(f"some_{record.__name__}", record)
    table = schema([layer]).layers[layer]
    with engine.connect() as connection:
        table.create(connection, checkfirst=True)
        connection.commit()
        rows = [{"paper_id": 1, **row} for row in layer.rows(written)]
        if rows:
            connection.execute(insert(table), rows)
        cells = connection.execute(select(*(table.c[name] for name in layer.columns)).order_by(table.c.n))
        read = [layer.decode(each) for each in cells]
        connection.rollback()
    assert read == written
    for was, now in zip(written, read, strict=True):
        assert [type(getattr(now, f.name)) for f in fields(now)] == [type(getattr(was, f.name)) for f in fields(was)]


def test_the_figures_table_reads_well():
    layer = Layer("figures", Figure, indexed=("kind", "unit"))
    table = schema([layer]).layers[layer]
    assert list(layer.columns) == [
        "start", "end", "kind", "low", "high", "unit", "place", "qualifier", "per", "implied", "assumed",
        "row_start", "row_end", "column_start", "column_end", "total", "sentence", "subject",
        "relation_start", "relation_end", "where", "who", "when", "since", "until", "markers",
    ]  # fmt: skip
    assert [column.name for column in table.primary_key] == ["paper_id", "n"]
    assert sorted(index.name for index in table.indexes) == ["figures_kind", "figures_unit"]
    assert "FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE" in str(CreateTable(table))
    assert not table.c.low.nullable
    assert table.c.per.nullable


@dataclass(frozen=True)
class Clash:
    span: Span
    end: int


@dataclass(frozen=True)
class Numbered:
    n: int


@dataclass(frozen=True)
class Wild:
    extra: dict[str, int]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Layer("clashes", Clash), "'clashes': Clash makes two uses of column 'end'"),
        (lambda: Layer("numbers", Numbered), "'numbers': Numbered makes two uses of column 'n'"),
        (lambda: Layer("wild", Wild), "Wild.extra"),
        (lambda: Layer("blocks", Block, indexed=("colour",)), "no column for each of"),
        (lambda: schema([Layer("papers", Block)]), "'papers' of Block is already there"),
        (lambda: schema([Layer("blocks", Block), Layer("blocks", Note)]), "'blocks' of Note is already there"),
        (lambda: schema([Layer("blocks", Block), Layer("others", Block)]), "'others' of Block is already there"),
        (lambda: Layer("blocks", Block).encode(Span(0, 1)), "keeps Block, not Span"),
    ],
)
def test_what_cannot_be_a_layer_is_refused(make, message):
    with pytest.raises(TypeError, match=message):
        make()


def test_a_signature_tells_when_a_table_has_to_be_made_anew():
    def one_of(*layers):
        return schema(layers).signature()

    assert one_of(Layer("a", Block), Layer("b", Note)) == one_of(Layer("b", Note), Layer("a", Block))
    different = {
        one_of(),
        one_of(Layer("a", Block)),
        one_of(Layer("b", Block)),
        one_of(Layer("a", Note)),
        one_of(Layer("a", Block, indexed=("kind",))),
    }
    assert len(different) == 5
    assert "list_item" in one_of(Layer("a", Block)), "the values of an enumeration are part of the promise"


@given(
    paper=st.builds(
        Paper,
        name=st.text(min_size=1),
        text=st.text(),
        source=record_of(Source),
        pages=st.lists(record_of(Page), max_size=2).map(tuple),
        metadata=record_of(Metadata),
        regions=st.lists(record_of(Region), max_size=2).map(tuple),
    )
)
def test_a_paper_comes_back_from_its_row(paper):
    row = paper_row(paper, "s1")
    assert paper_of(row, paper.pages, paper.regions) == paper
    assert row["stamp"] == "s1"
    assert row["added_at"].endswith("Z")


def test_a_matrix_comes_back_from_its_row():
    matrix = np.array([[1.5, -2.0, 3e-8], [0.0, 4.0, 5.0]], dtype=np.float32)
    row = vector_row("mini", matrix)
    assert (row["rows"], row["dim"], row["data"][:4]) == (2, 3, b"\x00\x00\xc0\x3f")
    back = matrix_of(row["rows"], row["dim"], row["data"])
    assert back.dtype == np.float32
    assert (back == matrix).all()
    assert matrix_of(0, 384, b"").shape == (0, 384)
    with pytest.raises(ValueError, match="unpack"):
        vector_row("mini", matrix[0])


def test_listing_papers_never_reads_past_their_text():
    assert list(schema([]).papers.columns.keys())[-1] == "text"
