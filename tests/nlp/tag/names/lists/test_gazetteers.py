"""The tables of names: what stands in them, what must not, and that every list can be read."""

from __future__ import annotations

import pytest

from nlp.model import Label
from nlp.tag.names.lists.gazetteers import country_names, entries, is_term, known, lookup
from nlp.tag.names.lists.places import plural
from nlp.tag.names.lists.tables import fold, words


@pytest.mark.parametrize(
    ("surface", "label", "name"),
    [
        ("Colombia", Label.GPE, "Colombia"),
        ("United States", Label.GPE, "United States"),
        ("US", Label.GPE, "United States"),
        ("Ivory Coast", Label.GPE, "Côte d'Ivoire"),
        ("Cote d'Ivoire", Label.GPE, "Côte d'Ivoire"),
        ("Burma", Label.GPE, "Myanmar"),
        ("Türkiye", Label.GPE, "Turkey"),
        ("Trinidad & Tobago", Label.GPE, "Trinidad and Tobago"),
        ("Bogota", Label.GPE, "Bogotá"),
        ("Washington, D.C.", Label.GPE, "Washington D.C."),
        ("Texas", Label.GPE, "Texas"),
        ("Nairobi", Label.GPE, "Nairobi"),
        ("Latin America", Label.LOC, "Latin America"),
        ("sub-Saharan Africa", Label.LOC, "Sub-Saharan Africa"),
        ("Strait of Hormuz", Label.LOC, "Strait of Hormuz"),
        ("Kenyans", Label.NORP, "Kenyan"),
        ("Chinese", Label.NORP, "Chinese"),
        ("Spaniards", Label.NORP, "Spanish"),
        ("Muslims", Label.NORP, "Muslim"),
        ("Kurds", Label.NORP, "Kurdish"),
        ("World Bank", Label.ORG, "World Bank"),
        ("the World Bank", Label.ORG, "World Bank"),
        ("UNODC", Label.ORG, "United Nations Office on Drugs and Crime"),
        ("Kyoto Protocol", Label.PROGRAM, "Kyoto Protocol"),
        ("Cold War", Label.EVENT, "Cold War"),
    ],
)
def test_known(surface: str, label: Label, name: str) -> None:
    entry = known(surface)
    assert entry is not None
    assert (entry.label, entry.name) == (label, name)


@pytest.mark.parametrize("word", ["he", "March", "Government", "Table", "Agency", "GDP", "We", "The", "Of"])
def test_not_listed(word: str) -> None:
    assert known(word) is None


@pytest.mark.parametrize("word", ["Most", "Reading", "Mobile", "Jackson", "Orange", "Lincoln", "Split"])
def test_cities_that_are_words_or_surnames_are_weak(word: str) -> None:
    entry = known(word)
    assert entry is None or entry.weak


def test_a_people_and_its_country_stay_apart() -> None:
    assert known("Colombian") != known("Colombia")
    assert lookup()["Colombian"].label is Label.NORP


def test_entries_are_distinct_when_folded() -> None:
    folded = [fold(entry.surface) for entry in entries()]
    assert len(folded) == len(set(folded))


def test_entries_are_clean() -> None:
    assert all(e.surface == e.surface.strip() and e.name and len(e.surface) >= 2 for e in entries())


def test_every_state_of_the_united_nations_is_there() -> None:
    assert {"Andorra", "Zimbabwe", "Eswatini", "Timor-Leste", "South Sudan", "North Macedonia"} <= country_names()
    assert len({e.name for e in entries() if fold(e.surface) in country_names()}) >= 193


@pytest.mark.parametrize(("short", "expected"), [("GDP", True), ("NGOs", True), ("OAS", False), ("FARC", False)])
def test_terms(short: str, *, expected: bool) -> None:
    assert is_term(short) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Salvadoran", "Salvadorans"),
        ("Chinese", "Chinese"),
        ("Swiss", "Swiss"),
        ("Iraqi", "Iraqis"),
        ("British", "British"),
    ],
)
def test_plural(word: str, expected: str) -> None:
    assert plural(word) == expected


def test_fold_keeps_the_length() -> None:
    text = "Mérida’s Łódź, São Paulo, Nguyễn"
    assert len(fold(text)) == len(text)
    assert fold("Mérida’s") == "Merida's"


def test_given_names_hold_no_country() -> None:
    assert words("given_names.txt").isdisjoint(country_names() - {"Chad"})
