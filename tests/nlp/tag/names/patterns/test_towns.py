"""Small towns, and words that only "in" makes a place."""

from __future__ import annotations

import pytest

from nlp.tag.names.patterns.towns import find_placed, find_towns


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a plant in Biarritz closed", ["Biarritz"]),
        ("between Biarritz and the sea", ["Biarritz"]),
        ("Biarritz, France, hosted it", ["Biarritz"]),
        # nothing
        ("Biarritz alone", []),
        ("in March and in Chapter 2", []),
        ("as in Keynes and Smith", []),
    ],
)
def test_towns(text: str, expected: list[str]) -> None:
    assert [text[f.start : f.end] for f in find_towns(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a shipyard in Elmwick closed", ["Elmwick"]),
        ("farms near Novo Elmo and beyond", ["Novo Elmo"]),
        # nothing
        ("an increase in Literature, too", []),
        ("as in Appendix, below", []),
        ("In Elmwick it rains", []),
        ("fluent in Swahili and proud", []),
        ("trust in Parliament and in Congress", []),
        ("a rise in Liberalism, then", []),
        ("costs in Euros and in Dollar", []),
        ("in Ana and in May", []),
    ],
)
def test_words_made_places_by_in(text: str, expected: list[str]) -> None:
    assert [text[f.start : f.end] for f in find_placed(text)] == expected
