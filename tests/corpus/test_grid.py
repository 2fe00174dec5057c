"""A table's text -> its cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grid import rows
from corpus.model import Span


def cells(table: str) -> list[list[str]]:
    return [[table[slice(*cell)] for cell in row] for row in rows(table, Span(0, len(table)))]


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
        (
            "Item     2010   2011\n====================\nAid         5      7",
            [["Item", "2010", "2011"], ["Aid", "5", "7"]],
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
