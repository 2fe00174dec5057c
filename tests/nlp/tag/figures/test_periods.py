"""Headings and phrases -> the years they tell."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tag.figures.periods import is_period, period, periods

TOLD = [
    ("2004", (2004, 2004)),
    ("(2008)", (2008, 2008)),
    ("FY 2009", (2009, 2009)),
    ("FY09", (2009, 2009)),
    ("FY 09", (2009, 2009)),
    ("FY2009/10", (2009, 2010)),
    ("2009/10", (2009, 2010)),
    ("2009-10", (2009, 2010)),
    ("2008-10", (2008, 2010)),
    ("1999-00", (1999, 2000)),
    ("1999/2000", (1999, 2000)),
    ("2004/5", (2004, 2005)),
    ("1998–2012", (1998, 2012)),
    ("1998 - 2012", (1998, 2012)),
    ("2000 to 2012", (2000, 2012)),
    ("from 2000 to 2012", (2000, 2012)),
    ("between 2000 and 2012", (2000, 2012)),
    ("1990s", (1990, 1999)),
    ("the 1990s and 2000s", (1990, 2009)),
    ("’90s", (1990, 1999)),
    ("mid-2005", (2005, 2005)),
    ("early 2005", (2005, 2005)),
    ("end of 2010", (2010, 2010)),
    ("Q3 2012", (2012, 2012)),
    ("2012 Q3", (2012, 2012)),
    ("2012Q3", (2012, 2012)),
    ("third quarter of 2012", (2012, 2012)),
    ("March 2011", (2011, 2011)),
    ("31 March 2011", (2011, 2011)),
    ("March 31, 2011", (2011, 2011)),
    ("Mar-11", (2011, 2011)),
    ("31/12/2010", (2010, 2010)),
    ("Jan-Jun 2011", (2011, 2011)),
    ("October 2009–September 2010", (2009, 2010)),
    ("2012e", (2012, 2012)),
    ("2012 (est.)", (2012, 2012)),
    ("’07", (2007, 2007)),
    ("'98", (1998, 1998)),
    ("since 2004", (2004, None)),
    ("after 2004", (2004, None)),
    ("from 2004 onwards", (2004, None)),
    ("2004 and later", (2004, None)),
    ("until 2010", (None, 2010)),
    ("before 2010", (None, 2010)),
    ("by 2015", (None, 2015)),
    ("since 2009/10", (2009, None)),
    ("until 2009/10", (None, 2010)),
    ("Aid to farmers in 2010", (2010, 2010)),
    ("Budget by ministry, 2010-2015", (2010, 2015)),
    ("the 2010 floods", (2010, 2010)),
    ("2004, 2006 and 2010", (2004, 2010)),
    ("2012-05", (2012, 2012)),
    ("FY2008-FY2010", (2008, 2010)),
    ("financial year 2010/11", (2010, 2011)),
    ("FYs 2010–2012", (2010, 2012)),
    ("Prices in 2010 (US$)", (2010, 2010)),
    ("In 2004 farmers got more.", (2004, 2004)),
    ("It rained. In 2004 people fled.", (2004, 2004)),
]
NOT_TOLD = [
    "",
    "Total",
    "2,004",
    "2.004",
    "2004.5",
    "12004",
    "2010 people",
    "The survey reached 2010 people in 2000 households",
    "1800 farmers",
    "1500 ha",
    "2000 tonnes",
    "$2010",
    "US$ 2010",
    "€1990",
    "EUR 2010",
    "2010%",
    "2010 €",
    "in constant 2010 US$",
    "in 2015 Canadian dollars",
    "at 2005 prices",
    "2005=100",
    "Resolution 1973",
    "Agenda 2030",
    "No. 1990",
    "1200",
    "3011",
    "in thousands ($’000)",
    "$'000",
    "2010-2350",
    "Line 12",
    "G20",
    "May",
    "5/10",
    "12-15",
    "09/10",
]  # fmt: skip


@pytest.mark.parametrize(("words", "years"), TOLD)
def test_years_are_told(words: str, years: tuple[int | None, int | None]) -> None:
    assert period(words) == years


@pytest.mark.parametrize("words", NOT_TOLD)
def test_no_years_are_told(words: str) -> None:
    assert period(words) is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("In 2010 and again since 2014, spending rose", ["2010", "since 2014"]),
        ("Aid, FY 2009/10 (US$ million)", ["FY 2009/10"]),
        ("2004 elections and 2,004 votes", ["2004"]),
    ],
)
def test_where_they_stand(words: str, told: list[str]) -> None:
    assert [words[one.start : one.end] for one in periods(words)] == told


@pytest.mark.parametrize("words", ["2004", "FY2009/10 (est.)", "Q3 2012", "2012 actual", "Jan-Jun 2011", "Total 2010"])
def test_a_time_and_nothing_else(words: str) -> None:
    assert is_period(words)


@pytest.mark.parametrize(
    "words", ["Health budget 2004", "Change 2010-11", "Total", "", "Growth since 2004", "% of GDP, 2010", "US$ m 2010"]
)
def test_more_than_a_time(words: str) -> None:
    assert not is_period(words)


@given(st.integers(1950, 2040), st.integers(0, 9), st.sampled_from(["-", "–", "/", " to ", " – "]))
def test_a_span_comes_back(first: int, more: int, sign: str) -> None:
    last = first + more
    assert period(f"Spending, {first}{sign}{last}, by region") == (first, last)


@given(st.text(max_size=60))
def test_what_is_found_lies_in_order(words: str) -> None:
    found = periods(words)
    assert all(one.start < one.end <= len(words) for one in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
