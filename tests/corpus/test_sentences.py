"""Sentences end where a reader stops, not at every full stop."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences
from corpus.view import View


def split(text):
    return [text[a:b] for a, b in sentences(View.of(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["It fell.", "Then it rose."],
        ["Why?", "Nobody knows!", "So it goes."],
        ["The U.S. Department of State said so.", "It was late."],
        ["They met in the U.S.", "The law passed."],
        ["See Fig. 6 and no. 7 of vol. 2.", "It shows all."],
        ["J. F. Kennedy spoke.", "Others left."],
        ["Costs rose by 3.5 per cent to $1.4 billion.", "Nobody paid."],
        ["“We will not pay.”", "He left (for good.)", "She stayed."],
        ["Smith et al. found nothing.", "Others did."],
        ["Dr. Mora and Sen. Paz agreed, e.g. on prices.", "Mr. Ríos did not."],
        ["It cost $5.", "4 more were bought."],
        ["Acme Inc. said no.", "Beta Ltd. said yes."],
        ["They liked modern art.", "Critics did not."],
        ["One ended …", "And another began."],
        ["They were “dismantling . . . cartels” in June.", "Nobody saw it."],
        [". . . an estimated half came by land.", "The rest flew."],
        ["One ended . . .", "And another began."],
        ["¿Quién paga?", "Nadie."],
        ["12 people died.", "“None” survived."],
        ["it was i.e. over.", "The end"],
    ],
)
def test_text_splits_into_its_sentences(parts):
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "whole",
    [
        "on 3.5 ha of land",
        "at www.example.org/a.b it stands",
        "pp. 12-14 of Art. 5",
        "the report (Ministry of Water, 2019. p. 4) says",
        "approx. half",
        "Fig. A and vol. IV",
        "from Jan. 5 to Nov. 2012",
        "the U.K. Treasury",
        "A. B. Costa",
        "no stop at all",
    ],
)
def test_one_sentence_is_left_whole(whole):
    assert split(whole) == [whole]


def test_nothing_gives_nothing():
    assert split("") == split(" \n ") == []


@given(st.text(alphabet=st.sampled_from('abcA. ?!\n"”)(1É'), max_size=80))
def test_sentences_are_in_order_trimmed_and_lose_no_word(text):
    found = sentences(View.of(text))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))
