"""A View never loses its way back, however often it is cleaned."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadSpanError
from corpus.model import Span
from corpus.view import View

TEXT = st.text(alphabet=st.sampled_from("ab $\\*12\n\r\u00a0¹²é́😀.,"), max_size=60)
EDITS = st.lists(
    st.sampled_from([(r"\\([$*])", r"\1"), (r"[¹²]+", ""), (r"\s+", " "), ("1", "one"), (r"\*", ""), ("é́?", "e")]),
    max_size=6,
)


@pytest.mark.parametrize(
    ("source", "pieces", "edits", "text", "found", "span"),
    [
        (r"some \$860 million", [(5, 18)], [(r"\\\$", "$")], "$860 million", "$860", (5, 10)),
        ("work place,\n12 See.\nhomes", [(0, 12), (20, 25)], [(r"\s+", " ")], "work place, homes", "homes", (20, 25)),
        ("a  b", [(0, 4)], [(r" +", " ")], "a b", " ", (1, 3)),
        ("x½y", [(0, 3)], [("½", "1/2")], "x1/2y", "/", (1, 2)),
    ],
)
def test_view_knows_the_source_of_what_it_shows(source, pieces, edits, text, found, span):
    view = View.of(source, *(Span(*piece) for piece in pieces))
    for pattern, new in edits:
        view = view.sub(pattern, new)
    at = view.text.index(found)
    assert view.text == text
    assert view.source(at, at + len(found)) == Span(*span)


def test_a_stretch_over_a_cut_has_a_span_on_each_side():
    source = "at their work place,\n6 See UNDP.\nneighbourhoods too"
    view = View.of(source, Span(0, 21), Span(33, 51))
    at = view.text.index("place")
    spans = view.spans(at, at + len("place,\nneighbour"))
    assert "".join(source[s:e] for s, e in spans) == "place,\nneighbou" + "r"
    assert spans[0].end == 21
    assert spans[1].start == 33


def test_removed_source_spans_leave_no_trace_and_no_shift():
    source = "growth.¹² The rest"
    view = View.of(source).without([Span(7, 9)])
    assert view.text == "growth. The rest"
    assert view.source(*view.find(Span(10, 13))) == Span(10, 13)


@pytest.mark.parametrize("pieces", [[(3, 5), (0, 2)], [(0, 3), (2, 5)], [(0, 99)]])
def test_pieces_out_of_order_overlapping_or_outside_are_refused(pieces):
    with pytest.raises(BadSpanError):
        View.of("abcdef", *(Span(*piece) for piece in pieces))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 99)])
def test_a_stretch_outside_the_view_is_refused(start, end):
    with pytest.raises(IndexError):
        View.of("abc").source(start, end)


@given(TEXT, EDITS)
def test_every_character_points_into_the_source_and_order_is_kept(source, edits):
    view = View.of(source)
    for pattern, new in edits:
        view = view.sub(pattern, new)
    places = [view.source(at, at + 1) for at in range(len(view.text))]
    assert all(0 <= place.start < place.end <= len(source) for place in places)
    assert [p.start for p in places] == sorted(p.start for p in places)


@given(TEXT, EDITS)
def test_characters_that_no_edit_touched_are_the_source_itself(source, edits):
    view = View.of(source)
    for pattern, new in edits:
        view = view.sub(pattern, new)
    untouched = re.compile(r"[ab.,😀2$]")
    for at, char in enumerate(view.text):
        place = view.source(at, at + 1)
        if untouched.fullmatch(char) and place.length == 1:
            assert source[place.start] == char


@given(TEXT, st.data())
def test_find_is_the_way_forth_of_source(source, data):
    view = View.of(source)
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    if start < end:
        assert view.find(Span(start, end)) == (start, end)
        assert view.source(start, end) == Span(start, end)


@given(TEXT, TEXT)
def test_text_put_in_front_shifts_every_span_and_changes_nothing_else(prefix, source):
    plain = View.of(source).sub(r"\s+", " ")
    moved = View.of(prefix + source, Span(len(prefix), len(prefix) + len(source))).sub(r"\s+", " ")
    assert moved.text == plain.text
    for at in range(len(plain.text)):
        here, there = plain.source(at, at + 1), moved.source(at, at + 1)
        assert (there.start, there.end) == (here.start + len(prefix), here.end + len(prefix))
