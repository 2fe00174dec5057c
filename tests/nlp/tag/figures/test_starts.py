"""Prose -> the places where a number may begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tag.figures.starts import lowered, starts


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Two of 35 schools closed", [0, 7]),
        ("(half a million)", [1, 6]),
        ("a few hundred", [0]),
        ("a twofold rise", [2]),
        ("Hundreds of thousands of euros", [0, 12]),
        ("1.5 and ¾", [0, 2, 8]),
        ("২৫ and ٣ and 2½", [0, 7, 13]),
        ("The tone of a network often tends to freight", []),
        ("a man, an onion, halfway house", []),
        ("", []),
    ],
)
def test_starts(text: str, begins: list[int]) -> None:
    assert starts(text) == begins


@given(st.text())
def test_lower_case_keeps_every_place(text: str) -> None:
    assert len(lowered(text)) == len(text)
