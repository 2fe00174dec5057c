"""The analyser: what must meet, what must stay apart, and that it takes any string."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.find.words import PART, Token, analyse, asked, is_amount, terms, weighed

MEET = [
    ("Mérida", "MERIDA", "merida"),
    ("Me\u0301rida", "Mérida", "merida"),
    ("156,000", "156000", "156000"),
    ("156 000", "156,000", "156000"),
    ("156\u202f000", "156000", "156000"),
    ("1'250'000", "1,250,000", "1.25_million"),
    ("156K", "156 thousand", "156000"),
    ("1.400.000", "1,400,000", "1.4_million"),
    ("1,56,000", "156,000", "156000"),
    ("$1.4bn", "US$1,400 million", "1.4_billion"),
    ("$1.4bn", "1.4 billion dollars", "1.4_billion"),
    (r"\$1.4 billion", "US$ 1,400,000,000", "1.4_billion"),
    ("$5-10 million", "US$5 million", "5_million"),
    ("€1,4 billion", "1.40 billion euros", "1.4_billion"),
    ("two million", "2m dollars and $2m", "2_million"),
    ("40%", "40 per cent", "40_percent"),
    ("40 percent", "40.0 per\u00a0cent", "40_percent"),
    ("80 pct", "80%", "percent"),
    ("ha", "hectares", "hectar"),
    ("156,000ha", "a hectare", "hectar"),
    ("12 kg", "kilograms", "kilogram"),
    ("counter-narcotics", "counternarcotic", "counternarcot"),
    ("counter- narcotics", "counter-narcotic", "counternarcot"),
    ("counter‑narcotics", "counter narcotics", "narcot"),
    ("COVID-19", "covid19", "covid19"),
    ("COVID19", "covid", "covid"),
    ("U.S.", "US", "us"),
    ("U.N. troops", "UN", "un"),
    ("Colombia’s", "colombia", "colombia"),
    ("the 1980s", "1980", "1980"),
    ("21st century", "21", "21"),
    ("defence", "defense", "defens"),
    ("programmes", "program", "program"),
    ("labour", "labor", "labor"),
    ("neighbouring", "neighboring", "neighbor"),
    ("centre", "centers", "center"),
    ("kilometres", "kilometers", "kilomet"),
    ("analyse", "analyze", "analyz"),
    ("privatised", "privatized", "privat"),
    ("travelling", "traveling", "travel"),
    ("enrolment", "enrollment", "enrol"),
    ("haemorrhage", "hemorrhage", "hemorrhag"),
    ("women", "woman", "woman"),
    ("Łódź", "lodz", "lodz"),
    ("ﬁnance", "finances", "financ"),
    ("$", "dollars", "dollar"),
    ("note¹²", "notes", "note"),
]

APART = [
    ("1.4", "14"),
    ("1.4 billion", "1.4 million"),
    ("156,000", "156,001"),
    ("5m", "$5m"),  # metres
    ("1,2,3", "1.2"),
    ("40%", "4.0 per cent"),
    ("US$", "US"),
    ("supervise", "superb"),
    ("hour", "hor"),
    ("rise", "rize"),
    ("contour", "contor"),
    ("2008-2012", "20082012"),
]


@pytest.mark.parametrize(("one", "other", "token"), MEET)
def test_two_spellings_share_a_token(one: str, other: str, token: str) -> None:
    assert token in terms(one)
    assert token in terms(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_things_share_no_distinctive_token(one: str, other: str) -> None:
    only_one, only_other = set(terms(one)), set(terms(other))
    assert only_one - only_other or only_other - only_one
    amounts = {token for token in only_one & only_other if "_" in token}
    assert not amounts


def test_offsets_point_at_what_is_printed() -> None:
    text = "Some $1.4 billion for counter-narcotics in Mérida’s centre."
    places = {token.text: text[token.start : token.end] for token in analyse(text)}
    assert places["1.4_billion"] == "$1.4 billion" or places["1.4_billion"] == "1.4 billion"
    assert places["counternarcot"] == "counter-narcotics"
    assert places["narcot"] == "narcotics"
    assert places["merida"] == "Mérida"
    assert places["center"] == "centre"


def test_little_words_are_marked_not_dropped() -> None:
    assert analyse("the coca") == [
        Token("the", 0, 3, little=True, position=0, form="the"),
        Token("coca", 4, 8, position=1, form="coca"),
    ]
    assert asked("the coca") == ["coca"]


def test_a_query_of_little_words_still_asks_for_them() -> None:
    assert asked("to be or not to be") == ["to", "be", "or", "not", "to", "be"]


def test_who_in_capitals_is_a_name() -> None:
    assert asked("what WHO says") == ["WHO", "say"]
    assert asked("who says") == ["say"]


def test_us_is_never_little() -> None:
    assert asked("us aid to mexico") == ["us", "aid", "mexico"]


@pytest.mark.parametrize("text", ["", "   ", "?!…", "—", "\u0301", "🙂", "_", "½", "..."])
def test_no_words(text: str) -> None:
    assert analyse(text) == []
    assert asked(text) == []
    assert weighed(text) == {}


def test_parts_of_a_compound_weigh_less() -> None:
    assert weighed("counter-narcotics policy") == {
        "counter": PART, "counternarcot": 1.0, "narcot": PART, "polici": 1.0,
    }  # fmt: skip


def test_a_word_asked_for_twice_counts_twice() -> None:
    assert weighed("coca, coca!") == {"coca": 2.0}


@given(st.text())
def test_any_string_can_be_analysed(text: str) -> None:
    for token in analyse(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.text
        assert not any(c.isspace() for c in token.text)
    assert set(weighed(text)) == set(asked(text))


@given(st.text(alphabet="0123456789.,$ %-'’mbk€", max_size=40))
def test_any_muddle_of_digits_can_be_analysed(text: str) -> None:
    assert all(text[token.start : token.end] for token in analyse(text))


@given(st.text(max_size=30), st.text(max_size=30))
def test_tokens_do_not_depend_on_what_stands_a_line_away(one: str, other: str) -> None:
    assert set(terms(one)) <= set(terms(f"{one}\n|\n{other}"))


@given(st.integers(min_value=1_000, max_value=10**12))
def test_thousands_separators_do_not_matter(number: int) -> None:
    plain = str(number)
    assert plain in terms(f"{number:,} ha")
    assert plain in terms(plain)
    assert terms(f"{number:,}") == terms(plain)


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=0, max_value=9))
def test_scales_agree(whole: int, tenth: int) -> None:
    billions, millions = f"${whole}.{tenth}bn", f"US$ {whole * 1000 + tenth * 100:,} million"
    amount = {token for token in terms(billions) if "_" in token}
    assert amount
    assert amount <= set(terms(millions))


def test_a_long_text_takes_no_time() -> None:
    assert len(terms("1" * 100_000)) >= 1
    assert len(terms("-".join(["word"] * 20_000))) >= 20_000
    assert len(weighed("drug-related violence in 156,000 ha " * 2_000)) > 3


@pytest.mark.parametrize("query", ["156,000", "$1.4 billion", "US$ 1.4bn", "30 per cent", "169,000 ha", "€5m"])
def test_a_number_with_its_unit_is_an_amount(query):
    assert is_amount(query)


@pytest.mark.parametrize("query", ["", "dollars", "coca 156,000", "$1.4 billion for Mexico", "2008 plan", "billion"])
def test_a_query_with_other_words_is_no_amount(query):
    assert not is_amount(query)
