"""Definitions of short forms: what is printed on both sides of the bracket, and what is not a definition."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Span, hull
from corpus.view import View
from nlp.tag.names.acronyms.definitions import acronyms, definitions


def pairs(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*a.short)], text[slice(*hull(a.long))]) for a in acronyms(View.of(text))]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Baltic Marine Fund (BMF) pays.", "BMF", "Baltic Marine Fund"),
        ("the Organization of Island States (OIS) met", "OIS", "Organization of Island States"),
        ("the Bureau for Alcohol and Tobacco [BAT] fined", "BAT", "Bureau for Alcohol and Tobacco"),
        ("OIS (Organization of Island States) met", "OIS", "Organization of Island States"),
        ("the Harbour Safety Initiative, or HSI, began", "HSI", "Harbour Safety Initiative"),
        ("the Harbour Safety Initiative or HSI began", "HSI", "Harbour Safety Initiative"),
        ("the Harbour Safety Initiative (“HSI”) began", "HSI", "Harbour Safety Initiative"),
        ("the Harbour Safety Initiative (hereafter HSI) began", "HSI", "Harbour Safety Initiative"),
        ("the Harbour Safety Initiative (HSI, in force since 2004) began", "HSI", "Harbour Safety Initiative"),
        ("official development assistance (ODA) fell", "ODA", "official development assistance"),
        ("distributed denial-of-service attacks (DDoS) rose", "DDoS", "distributed denial-of-service attacks"),
        # initials of another language: the head word speaks for the long form
        ("the Revolutionary Armed Forces of Colombia (FARC) fought", "FARC", "Revolutionary Armed Forces of Colombia"),
        ("the Andean Community (CAN) met", "CAN", "Andean Community"),
        (
            "the Inter-American Telecommunication Commission (CITEL)",
            "CITEL",
            "Inter-American Telecommunication Commission",
        ),
        (
            "the United Nations Economic and Social Council (ECOSOC)",
            "ECOSOC",
            "United Nations Economic and Social Council",
        ),
        ("Brazil’s National Bank for Rural Credit (BNCR) lent", "BNCR", "National Bank for Rural Credit"),
        ("ADB Asian Development Bank", "ADB", "Asian Development Bank"),
        ("several Transnational Criminal Organizations (TCOs)", "TCOs", "Transnational Criminal Organizations"),
    ],
)
def test_finds_definition(text: str, short: str, long: str) -> None:
    assert pairs(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "The fund grew (see Figure 3).",
        "The Ministry of Defence (Colombia) said so.",
        "Many farmers (Smith 2004) agreed.",
        "A first point (II) and a second (III).",
        "The price (USD) was high.",
        "He left (or so it seems).",
        "The ministers (A, B and C) met.",
        "The war (1998–2003) ended.",
        "crime, or both, rose",
        "Farmers in the valley (who had no land) left.",
        "We call it that (Note: not here).",
        "The river (the Nile) floods.",
        "",
    ],
)
def test_no_definition(text: str) -> None:
    assert pairs(text) == []


def test_stops_at_the_article_before_the_name() -> None:
    text = "against crime, the International Commission on Impunity in Guyana (CICIG) works"
    assert pairs(text) == [("CICIG", "International Commission on Impunity in Guyana")]


def test_a_definition_over_a_line_end_holds_in_the_source() -> None:
    text = "the Baltic Marine\nFund (BMF) pays"
    view = View.of(text).sub("\n", " ")
    (found,) = acronyms(view)
    assert [text[slice(*span)] for span in found.long] == ["Baltic Marine\nFund"]


def test_a_definition_that_a_note_cuts_in_two_leaves_the_note_out() -> None:
    text = "the Baltic Marine\n\n12 See the annex.\n\nFund (BMF) pays"
    end, start = text.index("\n12"), text.index("Fund")
    view = View.of(text, Span(0, end), Span(start, len(text))).sub("\n+", " ")
    (found,) = acronyms(view)
    assert [text[slice(*span)].strip() for span in found.long] == ["Baltic Marine", "Fund"]


def test_a_definition_is_told_once_where_it_is_first_printed() -> None:
    text = (
        "the Baltic Marine Fund (BMF) | the Baltic Marine Fund (BMF) | the Baltic Marine and Coastal Fund (BMF) | "
        "the Baltic Mining Fund (BMF)"
    )
    bounds = [0, *(at for at, char in enumerate(text) if char == "|"), len(text)]
    views = [View.of(text, Span(a, b)) for a, b in pairwise(bounds)]
    told = definitions(views)
    assert [text[slice(*hull(d.long))] for d in told] == ["Baltic Marine Fund", "Baltic Mining Fund"]
    assert told[0].short.start == text.index("BMF")


@given(st.text(alphabet="ABCabc ()[],.-'éÉ1\n", max_size=60))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in acronyms(View.of(text)):
        assert text[slice(*found.short)]
        assert all(text[slice(*span)] for span in found.long)
        assert not any(found.short.overlaps(span) for span in found.long)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for found in acronyms(View.of(text)):
        assert found.short.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "()" * 50_000,
        "A" * 100_000,
        "A." * 50_000,
        "A-" * 50_000,
        " " * 100_000,
        "(the " * 20_000,
        "(" + "the " * 25_000 + ")",
        "AB = " * 20_000,
        "ABC (ABC) " * 2_000,
        ("a " * 99 + "(AAAAAAAAAAAA) ") * 50,
        " or AB" * 2_000,
        "the ABC " * 2_000,
    ],
    ids=range(13),
)
def test_hostile_text_defines_nothing_and_takes_no_end_of_time(text: str) -> None:
    assert pairs(text) == []
