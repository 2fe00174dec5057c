"""When two printed names are one: as many pairs that must not merge as pairs that must."""

from __future__ import annotations

import pytest

from nlp.model import Label
from nlp.tag.names.lists.canon import key, listed_name, whole_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mérida Initiative", "Merida Initiative"),
        ("the Mérida Initiative", "Mérida Initiative"),
        ("LATIN AMERICA", "Latin America"),
        ("U.S. Congress", "US Congress"),
        ("United States Congress", "U.S. Congress"),
        ("UN Charter", "United Nations Charter"),
        ("Department of Defence", "Department of Defense"),
        ("World Food Programme", "World Food Program"),
        ("International Labour Organisation", "International Labor Organization"),
        ("Latin-American", "Latin American"),
        ("Trade & Ports Board", "Trade and Ports Board"),
        ("Economic Co-operation Board", "Economic Cooperation Board"),
        ("Kenya’s", "Kenya"),
    ],
)
def test_same_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Asia", "South Asia"),
        ("Niger", "Nigeria"),
        ("Guinea", "Guinea-Bissau"),
        ("Congo", "Democratic Republic of the Congo"),
        ("North Korea", "South Korea"),
        ("Colombia", "Colombian"),
        ("Dominica", "Dominican Republic"),
        ("Central Bank of Peru", "Central Bank of Chile"),
        ("Ministry of Health", "Ministry of Wealth"),
        ("World War I", "World War II"),
        ("John Smith", "Joan Smith"),
        ("Plan Colombia", "Colombia"),
        ("Security Council", "National Security Council"),
    ],
)
def test_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("printed", "label", "name"),
    [
        ("U.S.", Label.GPE, "United States"),
        ("United States of America", Label.GPE, "United States"),
        ("Colombians", Label.NORP, "Colombian"),
        ("Organisation of American States", Label.ORG, "Organization of American States"),
        ("Colombians", Label.GPE, None),
        ("Colombia", Label.NORP, None),
        ("Ministry of Fish", Label.ORG, None),
    ],
)
def test_listed_name(printed: str, label: Label, name: str | None) -> None:
    assert listed_name(printed, label) == name


@pytest.mark.parametrize(
    ("names", "name", "whole"),
    [
        (["Ruth Kimani", "Kimani"], "Kimani", "Ruth Kimani"),
        (["Ruth W. Kimani", "Ruth Kimani", "Kimani"], "Kimani", "Ruth W. Kimani"),
        (["R. Kimani", "Ruth Kimani"], "R. Kimani", "Ruth Kimani"),
        (["Ilona Szabo de Carvalho", "Ilona Szabo", "Szabo"], "Szabo", "Ilona Szabo de Carvalho"),
        (["Hugo Chávez", "Chavez"], "Chavez", "Hugo Chávez"),
        # must not merge
        (["Ruth Kimani", "Peter Kimani", "Kimani"], "Kimani", "Kimani"),
        (["Ruth Kimani", "Peter Kimani"], "Ruth Kimani", "Ruth Kimani"),
        (["P. Kimani", "Ruth Kimani"], "P. Kimani", "P. Kimani"),
        (["Ruth Kimani", "Ruth"], "Ruth", "Ruth"),
        (["Ruth Kimani", "Kimanis"], "Kimanis", "Kimanis"),
        (["John Smith", "Robert Smith", "J. Smith"], "J. Smith", "John Smith"),
    ],
)
def test_whole_names(names: list[str], name: str, whole: str) -> None:
    assert whole_names(names)[name] == whole
