"""Dates are read as far as they are stated, in several languages; numbers that are no dates are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.dates import iso, only_date, without_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2 August, 2013", "2013-08-02"),
        ("August 2nd, 2013", "2013-08-02"),
        ("3rd of May 2019", "2019-05-03"),
        ("October 7, 2021", "2021-10-07"),
        ("November, 2006.", "2006-11"),
        ("Sept. 2013", "2013-09"),
        ("may 2013", "2013-05"),
        ("July/August 2013", "2013-07"),
        ("July–August 2013", "2013-07"),
        ("2-3 May 2013", "2013-05"),
        ("May 2-3, 2013", "2013-05"),
        ("Spring 2013", "2013"),
        ("Q3 2019", "2019"),
        ("agosto de 2013", "2013-08"),
        ("2 de agosto de 2013", "2013-08-02"),
        ("12 de outubro de 2014", "2014-10-12"),
        ("4 août 2013", "2013-08-04"),
        ("1er août 2013", "2013-08-01"),
        ("4. August 2013", "2013-08-04"),
        ("den 12. März 2015", "2015-03-12"),
        ("12 dicembre 2019", "2019-12-12"),
        ("2013-08-02", "2013-08-02"),
        ("2013/08/02", "2013-08-02"),
        ("02.08.2013", "2013-08-02"),
        ("13/08/2013", "2013-08-13"),
        ("08/13/2013", "2013-08-13"),
        ("03/04/2013", "2013"),
        ("2020-05", "2020-05"),
        ("30 February 2013", "2013-02"),
        ("Elm House, London, May 2013", "2013-05"),
        ("in 2012, at the latest", "2012"),
        ("Policy Paper 14, March 2024", "2024-03"),
        ("2013/14", None),
        ("1989-2001", None),
        ("2019 - 2020", None),
        ("2019–20", None),
        ("5,154", None),
        ("1,2013", None),
        ("ISSN 2359-098X", None),
        ("20130802", None),
        ("1234567", None),
        ("Mayoral", None),
        ("3.2013 %", None),
        ("", None),
    ],
)
def test_the_date_in_words(words, expected):
    assert iso(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("May 2019", "2019-05"),
        (" (2019) ", "2019"),
        ("3 May 2019.", "2019-05-03"),
        ("San José, May 2019", None),
        ("2019 and 2020", None),
        ("Vision 2030", None),
    ],
)
def test_words_that_are_a_date_and_nothing_else(words, expected):
    assert only_date(words) == expected


def test_what_is_left_without_the_date():
    assert without_date("© 2013 Elm House").split() == ["©", "Elm", "House"]
    assert without_date("no date here") == "no date here"


@given(st.dates())
def test_any_day_is_read_back_from_its_iso_form(day):
    expected = day.isoformat() if 1800 <= day.year <= 2099 else None
    assert iso(day.isoformat()) == expected


@given(st.text(alphabet="0123456789 ./-,Mayde", max_size=60))
def test_whatever_is_read_has_a_year_and_real_parts(words):
    found = iso(words)
    assert found is None or (found[:4].isdigit() and all(1 <= int(part) <= 31 for part in found.split("-")[1:]))
