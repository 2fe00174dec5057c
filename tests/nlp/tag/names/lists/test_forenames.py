"""Words that are names of persons, and words that only may be."""

from __future__ import annotations

import pytest

from nlp.tag.names.lists.forenames import is_family, is_given, may_be_given


@pytest.mark.parametrize("word", ["Wangari", "Zeynep", "María", "Maria", "Abena", "Narendra", "Björn", "Thabo"])
def test_given_names_of_many_languages(word: str) -> None:
    assert is_given(word)


@pytest.mark.parametrize("word", ["Hope", "Grant", "Will", "May", "Summer", "Justice", "Trade", "Ministry", "Report"])
def test_words_of_english_are_no_given_names(word: str) -> None:
    assert not is_given(word)


@pytest.mark.parametrize("word", ["Hope", "Grant", "Will"])
def test_some_of_them_may_be(word: str) -> None:
    assert may_be_given(word)


@pytest.mark.parametrize(("word", "family"), [("Okafor", True), ("Nguyen", True), ("Committee", False), ("of", False)])
def test_family_names(word: str, family: bool) -> None:
    assert is_family(word) is family
