"""Did-you-mean from the corpus's own words: what is proposed, and what is left alone."""

from __future__ import annotations

import pytest
from fakes import indexed
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.find.keyword import TantivyIndex
from nlp.find.spelling import Meant, corrected, misspelt

TEXTS = (
    "Cocaine and coca cultivation in Colombia.",
    "Colombia again, and cocaine; violence grew.",
    "The guerrilla trafficked drugs; trafficking of drugs, the defence of Mérida.",
    "Kant was read; the drug was not.",
)


@pytest.fixture(scope="module")
def keyword(tmp_path_factory: pytest.TempPathFactory) -> TantivyIndex:
    index = TantivyIndex(tmp_path_factory.mktemp("keyword"))
    index.replace("p", "1", [indexed("body", text) for text in TEXTS])
    index.commit()
    return index


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cocane", "cocaine"),
        ("Colmobia", "colombia"),
        ("colombiaa violance", "colombia violence"),
        ("guerilla", "guerrilla"),
        ("cultvation of coca", "cultivation of coca"),
        ("oclombia", "colombia"),
        ("colombian", "colombia"),
        ("cokaine, 156,000", "cocaine, 156,000"),
        ("drugtrafficking", "drug trafficking"),
        ("Meridda", "merida"),
    ],
)
def test_a_likely_word_is_proposed(keyword: TantivyIndex, typed: str, meant: str) -> None:
    assert corrected(typed, misspelt(typed, keyword)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("cocaine", "Colombia's", "cultivate", "defense", "merida", "drug"),  # the corpus has them
        *("zzzz", "helicopter", "cnt", "qant", "olombia", "156,001", "2008", "x9y8", "", "?!", "co", "coc"),
    ],
)
def test_what_is_known_or_nothing_is_near_to_is_left_alone(keyword: TantivyIndex, typed: str) -> None:
    assert misspelt(typed, keyword) == []


def test_places_are_those_of_the_query(keyword: TantivyIndex) -> None:
    assert misspelt("see  cocane!", keyword) == [Meant(5, 6, "cocane", "cocaine")]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_looked_at(keyword: TantivyIndex, text: str) -> None:
    for word in misspelt(text, keyword):
        assert text[word.at : word.at + word.length] == word.typed
        assert keyword.beginning(word.meant.split()[0])
