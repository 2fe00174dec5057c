"""Tables of any shape -> figures that keep value, unit, year and labels; large and odd ones in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Exhibit, Span
from nlp.model import Figure
from nlp.tag.figures.figures import figures

UNITS = st.sampled_from([
    ("€ million", 1e6, "EUR"), ("US$ '000", 1e3, "USD"), ("£bn", 1e9, "GBP"), ("hectares", 1, "ha"), ("%", 1, "%"),
    ("Rs crore", 1e7, "INR"), ("A$m", 1e6, "AUD"), ("tonnes", 1, "tonnes"), ("GWh", 1, "GWh"),
    ("R$ million", 1e6, "BRL"),
])  # fmt: skip
NUMBERS = st.lists(st.lists(st.integers(0, 99_999), min_size=2, max_size=5), min_size=1, max_size=6)


def read(caption: str, table: str) -> tuple[str, list[Figure]]:
    text = f"{caption}\n\n{table}\n"
    body = Span(len(caption) + 2, len(caption) + 2 + len(table))
    return text, figures(text, [], [Exhibit("table", "", Span(0, len(caption)), body)], [body])


@given(UNITS, NUMBERS, st.booleans(), st.booleans())
def test_every_cell_comes_back(
    unit: tuple[str, float, str], numbers: list[list[int]], grouped: bool, piped: bool
) -> None:
    printed, factor, name = unit
    width = min(len(row) for row in numbers)
    by = " | " if piped else "\t"
    lines = [by.join(["Item", *(str(2001 + at) for at in range(width))])]
    lines += [
        by.join(["Oak" + "k" * at, *(f"{one:,}" if grouped else str(one) for one in row[:width])])
        for at, row in enumerate(numbers)
    ]
    text, found = read(f"Table 1. Timber ({printed})", "\n".join(lines))
    expected = [(one * factor, name, 2001 + at) for row in numbers for at, one in enumerate(row[:width])]
    assert [(figure.low, figure.unit, figure.since) for figure in found] == [
        (pytest.approx(value), code, year) for value, code, year in expected
    ]
    for figure in found:
        assert figure.row is not None
        assert figure.column is not None
        assert text[slice(*figure.column)] == str(figure.since)


@given(st.text(alphabet="0123456789\t\n |-()%€$., abcTotalMenYear²ᵃ", max_size=300))
def test_no_table_is_too_odd(table: str) -> None:
    text, found = read("Table 1. Timber (€ million), 2010", table)
    ends = [figure.span.end for figure in found]
    assert ends == sorted(ends)
    for figure in found:
        assert any(char.isdigit() for char in text[slice(*figure.span)])
        assert all(span.end <= len(text) for span in (*figure.sentence, *figure.subject, *figure.when))


@pytest.mark.parametrize(
    "table",
    [
        "Item\t2010\n" + "Oak\t5\n" * 20_000,
        "\t".join(["Item", *["2010"] * 4000]) + "\n" + "\t".join(["Oak", *["5"] * 4000]),
        "Item\tCost\n" + "in dollars " * 20_000 + "\t5",
        "Item\tCost\nA\t" + "5 " * 30_000,
        "Item\tCost\nA\t" + "(" * 30_000,
        "Item\t2010\n" * 10_000,
        "Oak\n" * 20_000,
    ],
    ids=range(7),
)
def test_a_large_table_takes_no_longer_than_its_length(table: str) -> None:
    begun = time.perf_counter()
    read("Table 1. Timber (€ million)", table)
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize("cell", ["*" * 4000 + "x", "§*" * 2000 + "x", "5" + " a,b" * 1000 + "x", "1 " * 4000 + "x"])
def test_marks_without_end_do_no_harm(cell: str) -> None:
    text = f"Item\tCost (€m)\nRoads\t{cell}\nWells\t12\n"
    found = figures(text, [], [], [Span(0, len(text) - 1)])
    assert (12e6, "EUR") in [(figure.value, figure.unit) for figure in found]
