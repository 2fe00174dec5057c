"""Names that their head word gives away: where they begin and end, where "and" divides, what is only a kind."""

from __future__ import annotations

import pytest

from nlp.tag.names.patterns.triggers import find_triggered


def triggered(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.label.value) for f in find_triggered(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Health said", [("Ministry of Health", "ORG")]),
        ("the Health Ministry said", [("Health Ministry", "ORG")]),
        ("the Ministry of Foreign Affairs and Trade met", [("Ministry of Foreign Affairs and Trade", "ORG")]),
        ("the Food and Agriculture Bureau met", [("Food and Agriculture Bureau", "ORG")]),
        (
            "the Port Agency and the Rivers Commission met",
            [("Port Agency", "ORG"), ("Rivers Commission", "ORG")],
        ),
        ("the Commission for Coasts and the Caribbean", [("Commission for Coasts and the Caribbean", "ORG")]),
        ("Bureau of Alcohol, Tobacco and Explosives", [("Bureau of Alcohol, Tobacco and Explosives", "ORG")]),
        ("the Observatory for the Press in Latin America", [("Observatory for the Press in Latin America", "ORG")]),
        ("the Ministry of Defence in Colombia", [("Ministry of Defence", "ORG")]),
        ("Women's Health Initiative", [("Women's Health Initiative", "PROGRAM")]),
        ("the Fishers' Union", []),
        ("the Workers' Union", [("Workers' Union", "ORG")]),
        ("Kenya's Water Authority", [("Water Authority", "ORG")]),
        ("the Treaty of Lagos of 1975", [("Treaty of Lagos", "PROGRAM")]),
        ("Plan Pacífico began", [("Plan Pacífico", "PROGRAM")]),
        ("the US National Defense Strategy", [("National Defense Strategy", "PROGRAM")]),
        ("the Second Congo War ended", [("Second Congo War", "EVENT")]),
        ("along the Patía River", [("Patía River", "LOC")]),
        ("in Cauca Province", [("Cauca Province", "GPE")]),
        ("King's College London", [("King's College London", "ORG")]),
        ("Director of the Central Statistics Office", [("Central Statistics Office", "ORG")]),
        ("the OAS Inter-American Committee against Fraud", [("Inter-American Committee against Fraud", "ORG")]),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert triggered(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Act was passed.",
        "our Foreign Policy and a Conceptual Framework",
        "the ministry of health",
        "the Minister of Health resigned",
        "Agency alone",
        "Law Enforcement Agencies met",
        "A war broke out.",
        "The Secretary of State spoke.",
        "",
    ],
)
def test_finds_nothing(text: str) -> None:
    assert triggered(text) == []
