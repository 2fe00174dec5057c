"""What a paper's short forms stand for: everywhere in it, as a name or as a common noun, or for nobody."""

from __future__ import annotations

import pytest

from corpus.view import View
from nlp.model import Label
from nlp.tag.names.acronyms.glossaries import glossary
from nlp.tag.names.acronyms.shortforms import read_definitions, short_forms
from nlp.tag.names.entities import entities


def named(text: str, listed: str = "") -> list[tuple[str, str, str]]:
    """(printed, label, canonical name) of every mention, in order."""
    mentions, _ = entities([View.of(text)], (), glossary(listed))
    return [(text[slice(*m.span)], str(m.label), m.entity) for m in mentions]


def table(*texts: str) -> dict[str, tuple[str | None, Label | None]]:
    return {form: (one.long, one.label) for form, one in short_forms(texts, read_definitions(texts)).items()}


@pytest.mark.parametrize(
    ("text", "short", "label"),
    [
        ("the World Seed Bank (WSB)", "WSB", Label.ORG),
        ("the Harbour Safety Initiative (HSI)", "HSI", Label.PROGRAM),
        ("the Treaty of Ostrava (the “Treaty”)", "Treaty", Label.PROGRAM),
        ("gross regional product (GRP)", "GRP", None),
        ("fishing and landing rights (FLRs)", "FLRs", None),
    ],
)
def test_a_short_form_takes_the_label_of_its_long_form(text: str, short: str, label: Label | None) -> None:
    assert table(text)[short][1] is label


def test_two_prints_of_one_name_are_one() -> None:
    longs = table("the Office on Reefs and Boats (ORB) and the Office for Reefs and Boats (ORB)")
    assert longs["ORB"][0] == "Office on Reefs and Boats"


def test_two_names_are_none() -> None:
    assert table("the Office for Reefs (OR) and the Office of Roads (OR)")["OR"][0] is None


def test_the_singular_of_a_plural_means_the_same() -> None:
    assert table("small reef firms (SRFs)")["SRF"] == table("small reef firms (SRFs)")["SRFs"]


def test_a_defined_word_is_meant_where_it_stands_alone() -> None:
    text = "The Arcadian Reef Agency (the “Agency”) met. The Agency paid; the Agency for Roads did not."
    agencies = [(printed, name) for printed, _, name in named(text) if "Agency" in printed]
    assert agencies[-2:] == [("Agency", "Arcadian Reef Agency"), ("Agency for Roads", "Agency for Roads")]


def test_common_nouns_are_no_entities() -> None:
    assert named("Their gross regional product (GRP) grew; the GRP of others fell.") == []


def test_a_list_of_abbreviations_labels_the_short_forms() -> None:
    listed = "Abbreviations\nARF\tArcadian Reef Fund\nBAHO\tFederal Office for Timber\n"
    assert ("BAHO", "ORG", "Federal Office for Timber") in named("In spring BAHO sold much wood.", listed=listed)


def test_points_do_not_make_another_body() -> None:
    found = named("The Arcadian Reef Fund (ARF) pays. The A.R.F. is old.")
    assert ("A.R.F.", "ORG", "Arcadian Reef Fund") in found
