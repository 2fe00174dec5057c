"""A quotation stands word for word in one place, whatever printing does to it; or it is not one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.check.quoting import EVEN, check_quotations, find_quotation
from nlp.check.wording import ALIKE

TEXT = (
    "The minister said that no pensioner “will lose a cent” – not one.¹ Rates of 4.5% were cut to 3.5% in "
    "the Elm-Ash region; the bank's own office was closed."
)


@pytest.mark.parametrize(
    "quote",
    [
        "no pensioner “will lose a cent”",
        'no pensioner "will lose a cent"',
        "cent” - not one",
        "the  bank’s\nown office",
        "4.5% were cut to 3.5%",
        "the Elm–Ash region",
    ],
)
def test_what_printing_changes_does_not_count(quote):
    start, end = find_quotation(quote, TEXT)
    assert TEXT[start:end].split(maxsplit=1)[0][-3:] == quote.split()[0][-3:].replace("4.5", "4.5")
    assert len(TEXT[start:end].split()) == len(quote.split())


@pytest.mark.parametrize(
    "quote",
    [
        "no pensioner will lose a cent",
        "Rates of 4.6% were cut",
        "Rates of 4.5% were cut to 3.5",
        "ates of 4.5%",
        "the bank's own offic",
        "rates of 4.5%",
        "were cut … office",
        "",
        "—",
        "%",
    ],
)
def test_what_words_change_does(quote):
    if quote == "Rates of 4.5% were cut to 3.5":
        assert find_quotation(quote, TEXT) is not None  # a figure may be quoted without its sign
    else:
        assert find_quotation(quote, TEXT) is None


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_every_run_of_whole_words_is_found_where_it_stands_or_earlier(one, other):
    words = TEXT.split()
    first, last = sorted((one % len(words), other % len(words)))
    quote = " ".join(words[first : last + 1])
    found = find_quotation(quote, TEXT)
    if any(char.isalnum() for char in quote):
        assert found is not None
        assert TEXT[slice(*found)] == quote


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        ("He said “no pensioner”.", True),
        ("He said “no pensioner ‘will lose a cent’”.", True),
        ("“Rates of 4.5% … in the Elm-Ash region” it reads.", True),
        ("“[r]ates of 4.5% were cut” it reads.", True),
        ("He said “not one … Rates of 4.5%”.", False),
        ("“the bank's own office … Rates of 4.5%” it reads.", False),
        ("He said “no pensioner will ever lose a cent”.", False),
        ("Nothing is quoted.", True),
        ("An open “quotation is none.", True),
    ],
)
def test_quotations_of_a_claim(claim, holds):
    assert (not list(check_quotations(claim, [TEXT]))) is holds


def test_every_kind_of_quotation_mark_is_one_sign_also_word_by_word():
    marks = "\"'“”„«»‘’‚`"
    assert len({ALIKE[ord(mark)] for mark in marks}) == 1
    assert len({EVEN[ord(mark)] for mark in marks if ord(mark) in EVEN} | {"'"}) == 1
