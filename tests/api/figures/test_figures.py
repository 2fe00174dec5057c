"""A figure's record gives what it bears with its spans, and nothing that the paper does not say."""

import pytest

from api.columns import columns, fields
from api.figures.record import figure_record, years
from api.surroundings import Surroundings
from corpus.model import Exhibit, Marker, Note, Page, Paper, Passage, PassageKind, Source, Span
from nlp.model import Figure, Kind

TEXT = "Bridges\n\nOak gave $5 million for bridges in 2008.¹\n\n1 See the ledger.\n\nCost, $ thousand\nA\t30\n"
PAPER = Paper("oak.txt", TEXT, Source("oak.txt", "txt", "0", "txt 1"), (Page(Span(0, len(TEXT)), "7"),))


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


BODY = Passage((at("Oak gave $5 million for bridges in 2008.¹"),), section=(at("Bridges"),), paragraph=1)
AROUND = Surroundings(
    [BODY, Passage((at("1 See the ledger."),), PassageKind.NOTE, note=0)],
    [Exhibit("table", "", at("Cost, $ thousand"), at("A\t30"))],
    [Marker(at("¹"), "1", 0)],
    [Note("1", (at("1 See the ledger."),), at("1 "))],
)
SUM = Figure(
    at("$5 million"), Kind.MONEY, 5e6, 5e6, "USD", sentence=BODY.spans, subject=(at("bridges"),), relation=at("gave"),
    who=(at("Oak"),), when=(at("in 2008"),), since=2008, until=2008, markers=(at("¹"),),
)  # fmt: skip


def test_a_full_record():
    record = figure_record(PAPER, SUM, AROUND, context=True)
    assert (record["text"], record["scale"], record["subject"], record["relation"]) == (
        "$5 million", "million", "bridges", "gave",
    )  # fmt: skip
    assert (record["who"], record["where"], record["when"], record["year"]) == (["Oak"], [], ["in 2008"], "2008")
    assert (record["notes"], record["section"], record["citation"]) == (["1"], ["Bridges"], "oak.txt, p. 7, para. 1")
    assert record["sentence"] == "Oak gave $5 million for bridges in 2008.¹"
    for name in ("subject", "who", "when", "relation"):
        told = record[name] if isinstance(record[name], list) else [record[name]]
        assert [TEXT[s:e] for s, e in record[f"{name}_spans"]] == told


def test_what_is_not_said_is_empty():
    record = figure_record(PAPER, Figure(at("$5 million"), Kind.MONEY, 5e6, 6e6, ""))
    assert record["value"] == [5_000_000, 6_000_000]
    empty = ("subject", "relation", "since", "until", "year", "row", "per")
    assert [record[name] for name in empty] == [None] * len(empty)
    assert [record[name] for name in ("where", "who", "when", "notes", "section", "markers")] == [[]] * 6
    assert "sentence" not in record


def test_the_scale_of_a_cell_is_in_its_caption():
    cell = Figure(at("30"), Kind.MONEY, 30_000.0, 30_000.0, "USD", implied=True)
    assert figure_record(PAPER, cell, AROUND)["scale"] == "thousand"
    assert figure_record(PAPER, cell)["scale"] is None


def test_the_columns_are_the_fields_of_a_record():
    record = figure_record(PAPER, SUM, AROUND, context=True)
    assert list(fields(context=True)) == list(record)
    assert set(columns(context=True)) == set(record) - {"value"}


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [(2008, 2008, "2008"), (2000, 2012, "2000-2012"), (2004, None, "2004-"), (None, 1999, "-1999"), (None, None, None)],
)
def test_years(since, until, shown):
    assert years(since, until) == shown
