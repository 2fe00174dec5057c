"""What the network is told of words beside their pieces."""

from __future__ import annotations

import pytest

from nlp.tag.names.head.clues import AT, CLUES, clues, shape
from nlp.tag.names.head.words import words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("water", "small"),
        ("Water", "capital"),
        ("WATER", "capitals"),
        ("W", "letter"),
        ("McLeod", "mixed"),
        ("1998", "digits"),
        ("COP26", "coded"),
        ("—", "sign"),
        ("Élan", "capital"),
    ],
)
def test_shape(word: str, expected: str) -> None:
    assert shape(word) == expected


def told(text: str) -> dict[str, set[str]]:
    spots = words(text)
    (table,) = clues([text], [spots])
    return {
        text[start:end]: {clue for clue in CLUES if row[AT[clue]]}
        for (start, end), row in zip(spots, table, strict=True)
    }


def test_lists_and_print_are_told() -> None:
    found = told("Maria flew to New Zealand.")
    assert found["Maria"] == {"capital", "begins", "given"}
    assert "first of GPE" in found["New"]
    assert "inside GPE" in found["Zealand"]
    assert found["flew"] == {"small"}


def test_shouting_is_told() -> None:
    assert "shouted" in told("THE RIVERS OF KENYA")["RIVERS"]
    assert "shouted" not in told("the rivers of KENYA")["KENYA"]


def test_an_empty_stretch_has_no_rows() -> None:
    (table,) = clues([""], [[]])
    assert table.shape == (0, len(CLUES))
