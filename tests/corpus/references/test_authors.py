"""Author lists of any make give the same surnames; folded words compare across print."""

import pytest

from corpus.references.acronyms import definitions, fits
from corpus.references.entries import year_in
from corpus.references.names import authors, surname, title_words, words
from corpus.references.works import head_of, list_like, name_like


@pytest.mark.parametrize(
    ("printed", "surnames"),
    [
        ("Marsh, A.", ("marsh",)),
        ("Marsh, A. and Olin, P.", ("marsh", "olin")),
        ("Marsh, A., Olin, P., & de Luna, C.", ("marsh", "olin", "luna")),
        ("Marsh, Anna, and Peter Olin", ("marsh", "olin")),
        ("Marsh, Anna T., David C. Olin, and Jo Pike", ("marsh", "olin", "pike")),
        ("Acre, B, Bell-Tower, D. and C. Young", ("acre", "bell tower", "young")),
        ("García López, M., Ríos, P.", ("garcia lopez", "rios")),
        ("Marsh A, Olin PB", ("marsh", "olin")),
        ("MARSH A.", ("marsh",)),
        ("A. Marsh and P. Olin", ("marsh", "olin")),
        ("Anna Marsh; Peter Olin", ("marsh", "olin")),
        ("van der Berg, J.", ("berg",)),
        ("Marsh, A., Jr.", ("marsh",)),
        ("Marsh, A. (ed.)", ("marsh",)),
        ("O’Hara, J. y Peña, M.", ("hara", "pena")),
    ],
)
def test_surnames(printed, surnames):
    assert authors(printed).surnames == surnames


@pytest.mark.parametrize(
    ("printed", "whole", "acronyms"),
    [
        ("World Bank", "world bank", set()),
        ("The World Bank.", "world bank", set()),
        ("Andean Water Council (AWC)", "andean water council", {"awc"}),
        ("AWC - Andean Water Council", "andean water council", {"awc"}),
        ("U.S. Water Board", "united states water board", set()),
    ],
)
def test_bodies(printed, whole, acronyms):
    by = authors(printed)
    assert (by.whole, by.acronyms, by.people) == (whole, acronyms, False)


def test_a_short_list_is_known_to_go_on():
    assert authors("Marsh, A. et al.").more
    assert not authors("Marsh, A.").more


def test_words_are_folded():
    assert words("Perú’s U.S.–Andean “Pact”") == ["peru", "us", "andean", "pact"]
    assert surname("Raposo de Lima") == "raposo de lima"
    assert title_words("The Law of the Rivers, the Law") == ("law", "rivers")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Andean Water Council (AWC) met.", {"awc": "andean water council"}),
        ("the Office on Rivers and Rain (ORR)", {"orr": "office on rivers and rain"}),
        ("the Andean Water Council (ABC)", {}),
        ("It rained (AWC).", {}),
        ("Andean Water Council (AWC), then the Asian Wheat Centre (AWC)", {}),
    ],
)
def test_acronyms_are_what_the_text_spells_out(text, expected):
    assert definitions(text) == expected


def test_acronyms_fit_word_by_word():
    assert fits("us wc", "united states water council")
    assert not fits("us wc", "united states rain council")


@pytest.mark.parametrize(
    ("segment", "head"),
    [
        ("Pick and Hale, Shared Rivers, 16", "Pick and Hale"),
        ("Hale, A., Shared Rivers, 16", "Hale, A."),
        ("Pick, Luna, and Hale, Shared Rivers, 16", "Pick, Luna, and Hale"),
        ("World Bank, World Report, 16", "World Bank"),
        ("Office on Rivers and Rain, “Law,” 3", "Office on Rivers and Rain"),
        ("“Law,” 3", ""),
        ("However, the law fell", None),
        ("the law fell, and so on", None),
        ("Likewise, Russia rose", None),
    ],
)
def test_where_the_names_of_a_citation_end(segment, head):
    found = head_of(segment)
    assert (None if found is None else segment[: found[0]]) == head


def test_what_reads_like_a_name():
    assert name_like("Ministry of Water")
    assert list_like("Pick, Luna and Hale")
    assert not name_like("However")
    assert not name_like("the law of rivers")
    assert not list_like("Pick, Shared Rivers")


def test_the_year_of_a_citation_is_no_range_and_no_address():
    assert year_in("(Lima: Sol, 2001), 1990-95.") == "2001"
    assert year_in("http://a.example/2011/x, 2012") == "2012"
    assert year_in("12–14") == ""
