"""Rows of tables are told from prose, their headings and rules with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outline.tabular import tabular

ROW = "Northby          45      12      900"
TABLES = [
    "District        Wells drilled   Paid (EUR million)   Share (%)\n" + ROW,
    "District        Wells   Paid    Share\n------------------------------------\n" + ROW,
    "District        Wells drilled   Paid so far   Share (%)\n====================================\n" + ROW,
    "                              Share of\nDistrict        Wells   Paid    wells\n" + ROW,
    "                Number of     Share of     Paid by\nDistrict        wells   wells     2019\n" + ROW,
    "                Wells           Money\nDistrict         2018    2019    2020\n" + ROW,
    ROW + "\nSouthby          no wells      not told      n/a",
    "District  Wells drilled  Paid (EUR million)  Share (%)\n" + ROW,
    "a\tb\n| c | d |",
]
NOT_ROWS = [
    "Table 4.   Wells drilled   by district",
    "Wells by district",
    "          Wells by district and by the year in which they were drilled",
    "The wells were counted.  They are few.",
    "1.   Wells of the north",
]


@pytest.mark.parametrize("table", TABLES)
def test_all_lines_of_a_table_are_rows(table: str) -> None:
    assert all(tabular(table.split("\n")))


@pytest.mark.parametrize("line", NOT_ROWS)
def test_a_line_above_a_table_is_no_row(line: str) -> None:
    assert tabular([line, ROW]) == [False, True]


@pytest.mark.parametrize(
    "line", ["Note: all wells.  Some are dry.  Source: a count.", "   Note: all.  Dry.  Source: none."]
)
def test_a_line_under_a_table_is_no_row(line: str) -> None:
    assert tabular([ROW, line]) == [True, False]


@pytest.mark.parametrize("above", ["", "Words that run on"])
def test_no_heading_without_a_row_just_beneath(above: str) -> None:
    heads = "District        Wells drilled   Paid (EUR million)   Share (%)"
    assert tabular([heads, above, ROW]) == [False, False, True]


@given(st.lists(st.text(alphabet="a1 -=|\t", max_size=40), max_size=12))
def test_every_line_is_judged_and_blank_lines_are_no_rows(words: list[str]) -> None:
    told = tabular(words)
    assert len(told) == len(words)
    assert not any(row and not line.strip(" ") for line, row in zip(words, told, strict=True))


def test_a_long_text_takes_linear_time() -> None:
    assert not any(tabular(["a  " * 20_000, "   " * 20_000, "a " * 20_000] * 20))
