"""Names beside the word for what they are."""

from __future__ import annotations

import pytest

from nlp.tag.names.patterns.kinds import find_by_kind


def found(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.label.value) for f in find_by_kind(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the NGO Blåhav says", [("Blåhav", "ORG")]),
        ("the carmaker Volux closed", [("Volux", "ORG")]),
        ("firms such as Volux, Trandek and Poliva grew", [("Volux", "ORG"), ("Trandek", "ORG"), ("Poliva", "ORG")]),
        ("under the AquaVida programme", [("AquaVida", "PROGRAM")]),
        ("in the town of Elmwick", [("Elmwick", "GPE")]),
        ("fields in Kalandé district", [("Kalandé", "GPE")]),
        ("along the Mbolo, villages", [("Mbolo", "LOC")]),
        ("in the Mbolo delta", [("Mbolo", "LOC")]),
        ("Elmwick is a town of weavers", [("Elmwick", "GPE")]),
        # nothing
        ("the company said", []),
        ("the World Bank programme", []),
        ("a Kenyan project", []),
        ("the EU scheme", []),
        ("Coastal wetlands shrink", []),
        ("Major rivers flood", []),
        ("the city of tomorrow", []),
        ("companies such as these", []),
        ("organisations such as NATO", []),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
