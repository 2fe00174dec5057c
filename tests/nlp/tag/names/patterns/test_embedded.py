"""Places that stand for themselves, and places that are only part of another name."""

from __future__ import annotations

import pytest

from nlp.tag.names.lists.ruler import find_names
from nlp.tag.names.patterns.embedded import without_embedded


def places(text: str) -> list[str]:
    return [text[f.start : f.end] for f in without_embedded(text, find_names([text])[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it was printed in the Lisbon Evening Courant that day", []),
        ("we asked the people at Zerkon Kenya about it", []),
        ("the scheme called Swasth India began then", []),
        # they stand
        ("ministers met in Lisbon and left", ["Lisbon"]),
        ("In Lisbon President Okello spoke of it", ["Lisbon"]),
        ("They left Lisbon Tuesday at noon", ["Lisbon"]),
        ("the mayor of Lisbon, Ana Ruiz, said so", ["Lisbon"]),
        ("ports in Northern Kenya closed again", ["Kenya"]),
        ("Fishing Rights Kenya Should Defend", ["Kenya"]),
        ("Prime Minister of Kenya", ["Kenya"]),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert places(text) == expected
