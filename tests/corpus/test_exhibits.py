"""Blocks -> exhibits, and a table's text -> its cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exhibits.find import exhibits
from corpus.grid import rows
from corpus.model import Block, BlockKind, Span

KINDS = {
    "C": BlockKind.CAPTION,
    "T": BlockKind.TABLE,
    "S": BlockKind.SOURCE_LINE,
    "N": BlockKind.NOTE,
    "P": BlockKind.PARAGRAPH,
    "H": BlockKind.HEADING,
}


def laid_out(*parts: tuple[str, str]) -> tuple[str, list[Block]]:
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(Span(len(text), len(text) + len(words)), KINDS[kind]))
        text += words + "\n\n"
    return text, blocks


def cells(table: str) -> list[list[str]]:
    return [[table[slice(*cell)] for cell in row] for row in rows(table, Span(0, len(table)))]


def test_table_below_its_caption_with_source() -> None:
    text, blocks = laid_out(
        ("P", "Before."), ("C", "Table A.1. Aid"), ("T", "\t2010\nAid\t5"), ("S", "Source: OECD"), ("P", "After.")
    )
    (found,) = exhibits(text, blocks)
    assert (found.kind, found.label) == ("table", "Table A.1")
    assert found.body == blocks[2].span
    assert found.source == blocks[3].span


def test_notes_between_caption_and_table_do_not_part_them() -> None:
    text, blocks = laid_out(("C", "Figure 6. Aid"), ("N", "59 A note."), ("T", "a\tb\nc\td"))
    assert exhibits(text, blocks)[0].body == blocks[2].span


def test_caption_below_its_table() -> None:
    text, blocks = laid_out(("P", "Text."), ("T", "a\tb\nc\td"), ("C", "Table 2. Aid"), ("P", "More."))
    assert exhibits(text, blocks)[0].body == blocks[1].span


def test_each_table_has_one_caption() -> None:
    text, blocks = laid_out(("C", "Table 1. One"), ("T", "a\tb\nc\td"), ("C", "Table 2. Two"), ("P", "No table."))
    first, second = exhibits(text, blocks)
    assert first.body == blocks[1].span
    assert second.body is None


def test_a_paragraph_parts_caption_and_table() -> None:
    text, blocks = laid_out(("C", "Figure 1. A map"), ("P", "Text."), ("T", "a\tb\nc\td"))
    (found,) = exhibits(text, blocks)
    assert found.body is None
    assert found.kind == "figure"


@pytest.mark.parametrize(
    ("caption", "kind", "label"),
    [
        ("Figure 6. Aid", "figure", "Figure 6"),
        ("**Table A.1:** Aid", "table", "Table A.1"),
        ("Tableau 2 – Dépenses", "table", "Tableau 2"),
        ("Cuadro 3. Gasto", "table", "Cuadro 3"),
        ("Box 3: A case", "box", "Box 3"),
        ("TABLE IV. AID", "table", "TABLE IV"),
        ("Fig. 2.1 Aid", "figure", "Fig. 2.1"),
        ("Map 1. Where", "map", "Map 1"),
        ("Spending by ministry", "figure", ""),
    ],
)
def test_labels(caption: str, kind: str, label: str) -> None:
    text, blocks = laid_out(("C", caption))
    (found,) = exhibits(text, blocks)
    assert (found.kind, found.label) == (kind, label)


def test_no_caption_no_exhibit() -> None:
    text, blocks = laid_out(("P", "Text."), ("T", "a\tb\nc\td"))
    assert exhibits(text, blocks) == []


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("\t2010\t2011\nAid\t5*\t \n", [["", "2010", "2011"], ["Aid", "5*", ""]]),
        ("| a | b |\n|---|:-:|\n| x |  |", [["a", "b"], ["x", ""]]),
        ("a | b\n--- | ---\nx | 1", [["a", "b"], ["x", "1"]]),
        ("Item     2010   2011\nAid         5      7", [["Item", "2010", "2011"], ["Aid", "5", "7"]]),
        (
            "          2010   2011   2012\nAid          5             7\nTotal       12     13   14.5",
            [["", "2010", "2011", "2012"], ["Aid", "5", "", "7"], ["Total", "12", "13", "14.5"]],
        ),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("", []),
    ],
)
def test_rows(table: str, expected: list[list[str]]) -> None:
    assert cells(table) == expected


@given(
    st.lists(
        st.lists(st.sampled_from(["", "5", "1 200", "Aid", "n/a"]), min_size=2, max_size=5), min_size=1, max_size=5
    )
)
def test_tab_separated_cells_come_back(grid: list[list[str]]) -> None:
    kept = [row for row in grid if any(row)]
    assert cells("\n".join("\t".join(row) for row in grid)) == kept


@given(st.text(alphabet="ab1 |\t\n-", max_size=60))
def test_cells_are_ordered_and_inside(table: str) -> None:
    for row in rows(table, Span(0, len(table))):
        for cell, after in pairwise(row):
            assert cell.end <= after.start
        assert all(cell.end <= len(table) for cell in row)
