"""Prose -> the same, without the digits that measure nothing."""

from __future__ import annotations

import pytest

from nlp.tag.figures.masks import BLANK, masked
from nlp.tag.figures.quantities import quantities


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("See doi:10.1000/182 and 6 ferries", "See ~ and 6 ferries"),
        ("A doi has 6 parts", "A doi has 6 parts"),
        ("Resolution A/RES/60/1 frees 6 ferries", "Resolution ~ frees 6 ferries"),
        ("Ward A/B has 6 beds", "Ward A/B has 6 beds"),
        ("Under §§ 12.3 some 6 ferries", "Under ~ some 6 ferries"),
        ("On its 1,000th day 6 ferries", "On its ~ day 6 ferries"),
        ("Its 1,000 thin ferries", "Its 1,000 thin ferries"),
    ],
)
def test_what_measures_nothing_is_masked(text: str, left: str) -> None:
    words = masked(text)
    assert len(words) == len(text)
    assert "~".join(part for part in words.split(BLANK) if part) == left


@pytest.mark.parametrize("piece", ["111,", "doi:", "A/", "§", "1/", "(1", "½", "@", "www.", "Table 1, "])
def test_long_input_is_read_in_linear_time(piece: str) -> None:
    text = masked("6 " + piece * 20_000)
    assert len(text) == 2 + len(piece) * 20_000
    assert quantities(text) is not None
