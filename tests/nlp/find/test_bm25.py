"""Scores within a small selection, and the traps of the package below."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nlp.find.bm25 import rank

TOKENS = st.lists(st.lists(st.sampled_from("abcde"), max_size=6), max_size=6)


def test_no_sentences() -> None:
    assert rank([], ["coca"]) == []


def test_empty_sentences_and_empty_queries_score_nothing() -> None:
    assert rank([[], []], ["coca"]) == [0.0, 0.0]
    assert rank([["coca"], ["poppy"]], []) == [0.0, 0.0]


def test_a_word_of_most_sentences_still_speaks_for_them() -> None:
    with_word, also, without = rank([["coca", "ha"], ["coca", "law"], ["poppy"]], ["coca"])
    assert with_word > without
    assert also > without == 0.0


def test_one_sentence_that_matches_scores_above_0() -> None:
    assert rank([["coca"]], ["coca"])[0] > 0


def test_the_rarer_word_counts_more() -> None:
    scores = rank([["coca", "law"], ["coca", "ha"], ["coca", "law"], ["law", "law"]], ["coca", "ha"])
    assert scores.index(max(scores)) == 1


@given(TOKENS, st.lists(st.sampled_from("abcdef"), max_size=4))
def test_a_sentence_scores_exactly_when_it_shares_a_token(sentences: list[list[str]], query: list[str]) -> None:
    scores = rank(sentences, query)
    assert len(scores) == len(sentences)
    for sentence, score in zip(sentences, scores, strict=True):
        assert (score > 0) == bool(set(sentence) & set(query))
