"""Gazetteer names in running text: case, accents, hyphens, possessives, and words that only look alike."""

from __future__ import annotations

import pytest

from nlp.tag.names.lists.ruler import find_names


def names(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.label.value) for f in find_names([text])[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rivers of Peru and Chile", [("Peru", "GPE"), ("Chile", "GPE")]),
        ("Kenya's farmers", [("Kenya", "GPE")]),
        ("Kenya’s farmers", [("Kenya", "GPE")]),
        ("anti-American feeling", [("American", "NORP")]),
        ("the US-Mexico border", [("US", "GPE"), ("Mexico", "GPE")]),
        ("a U.S.-led effort", [("U.S.", "GPE")]),
        ("the U.S. and the U.K.", [("U.S.", "GPE"), ("U.K.", "GPE")]),
        ("the U.N. said", [("U.N.", "ORG")]),
        ("Bogotá or Bogota", [("Bogotá", "GPE"), ("Bogota", "GPE")]),
        ("Côte d’Ivoire", [("Côte d’Ivoire", "GPE")]),
        ("WATER IN LATIN AMERICA", [("LATIN AMERICA", "LOC")]),
        ("TRADE AND KENYA", [("KENYA", "GPE")]),
        ("South Africa is in Africa", [("South Africa", "GPE"), ("Africa", "LOC")]),
        ("Niger and Nigeria", [("Niger", "GPE"), ("Nigeria", "GPE")]),
        ("the Gulf is warm", [("Gulf", "LOC")]),
        ("Washington, D.C., decided", [("Washington, D.C.", "GPE")]),
        ("Latin Americans vote", [("Latin Americans", "NORP")]),
        ("he moved to a house in Jackson last year", [("Jackson", "GPE")]),
        ("post-Cold War order", [("Cold War", "EVENT")]),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Most people agreed.",
        "Reading the paper is nice.",
        "Jackson wrote the report.",
        "tell us more, and join in",
        "a gulf between them",
        "it cost US$5 million",
        "turkey, china and chile are words",
        "Nothing was named here.",
        "We met in March and in May.",
        "",
    ],
)
def test_finds_nothing(text: str) -> None:
    assert names(text) == []


def test_lines_are_read_apart() -> None:
    assert [[f.name for f in line] for line in find_names(["in Peru", "", "Chile"])] == [["Peru"], [], ["Chile"]]


def test_found_names_carry_the_canonical_name() -> None:
    (found,) = find_names(["the Ivory Coast"])[0]
    assert found.name == "Côte d'Ivoire"
    assert found.by == "gazetteer"
