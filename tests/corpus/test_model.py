"""Spans and papers refuse what cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadSpanError
from corpus.model import Metadata, Page, Paper, Source, Span, hull, within

PAPER = Paper("a.txt", "coca and poppy", Source("a.txt", "txt", "0" * 64, "txt 1"))
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)), max_size=12)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 2)])
def test_a_span_cannot_run_backwards_or_begin_before_the_text(start, end):
    with pytest.raises(BadSpanError):
        Span(start, end)


def test_a_quotation_is_the_text_itself():
    assert PAPER.quote(Span(0, 4)) == "coca"
    assert PAPER.quote(Span(0, 5), Span(9, 14)) == "coca poppy"
    assert PAPER.quote() == ""


def test_a_quotation_past_the_end_is_refused():
    with pytest.raises(BadSpanError, match=r"a\.txt ends at 14"):
        PAPER.quote(Span(10, 15))


@pytest.mark.parametrize(
    ("date", "year"), [("2013-08-02", 2013), ("May 2020", 2020), (None, None), ("no date", None), ("12345", None)]
)
def test_the_year_is_read_off_the_date_or_is_none(date, year):
    assert Metadata(date=date).year == year


def test_the_page_of_an_offset_is_its_printed_label():
    paper = Paper("b.txt", "x" * 30, PAPER.source, (Page(Span(0, 10), "iv"), Page(Span(10, 20))))
    assert [paper.page_at(at) for at in (0, 9, 10, 25)] == ["iv", "iv", None, None]


def test_an_empty_span_is_not_false():
    assert Span(3, 3)
    assert Span(3, 3).length == 0


@given(SPANS, SPANS)
def test_within_keeps_exactly_what_a_span_covers(marks, spans):
    ordered: list[Span] = []
    for start, length in sorted(marks):
        if length and (not ordered or start >= ordered[-1].end):
            ordered.append(Span(start, start + length))
    frames: list[Span] = []
    for start, length in sorted(spans):
        if not frames or start >= frames[-1].end:
            frames.append(Span(start, start + length))
    expected = [mark for mark in ordered if any(frame.covers(mark) for frame in frames)]
    assert list(within(ordered, tuple(frames))) == expected


@given(SPANS.filter(bool))
def test_a_hull_covers_all_and_is_no_larger(spans):
    given_spans = tuple(Span(a, a + n) for a, n in spans)
    whole = hull(given_spans)
    assert all(whole.covers(span) for span in given_spans)
    assert whole.start in {span.start for span in given_spans}
    assert whole.end in {span.end for span in given_spans}
