"""Where paragraphs begin and end: a printer's line ends are told from a writer's."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outline.lines import lines, printed, runs, wrapping

WRAPPED = """\
The harbour authority spent more on dredging in the last decade than on every other
purpose taken together, and its accounts say little about why that was thought to be
necessary.
The second berth was closed for two years while a contractor was sought, although the
board had been told in writing that none of the three bidders would take part unless
the terms were changed.

A NEW PARAGRAPH
It begins after a heading and goes on for a line or two so that the width of the text
is known to anybody who counts.
"""


def texts(text):
    return [text[slice(*printed(run))] for run in runs(text)]


def test_wrapped_lines_belong_together_and_a_short_last_line_ends_a_paragraph():
    starts = [piece.split("\n")[0][:22] for piece in texts(WRAPPED)]
    assert starts == ["The harbour authority ", "The second berth was c", "A NEW PARAGRAPH", "It begins after a head"]


def test_unwrapped_text_has_a_paragraph_a_line():
    text = "\n".join(["word " * 60] * 8)
    assert len(texts(text)) == 8


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_kind_of_line_end_changes_nothing(end):
    there = [" ".join(piece.split()) for piece in texts(WRAPPED.replace("\n", end))]
    assert there == [" ".join(piece.split()) for piece in texts(WRAPPED)]


def test_a_list_item_a_note_and_a_page_begin_anew_inside_wrapped_text():
    extra = WRAPPED + "\n- first item\n- second item\n[3] A note.\n" + "last words of a page\fFirst of the next\n"
    pieces = texts(extra)
    assert [p for p in pieces if p[:1] in "-["] == ["- first item", "- second item", "[3] A note."]
    assert pieces[-1] == "First of the next"


def test_rows_stay_together_with_their_empty_first_cell():
    text = "Before it.\n\n\t2001\t2002\nRoads\t5\t7\n\nAfter it."
    assert texts(text) == ["Before it.", "\t2001\t2002\nRoads\t5\t7", "After it."]


@given(st.text(alphabet=st.sampled_from("ab.A1\t \n\r\f-[]²|"), max_size=120))
def test_no_printed_character_is_lost_or_doubled(text):
    kept = "".join("".join(piece.split()) for piece in texts(text))
    assert kept == "".join(text.split())
    assert "".join(text[slice(*line.span)] for line in lines(text)) == text.translate(dict.fromkeys(map(ord, "\n\r\f")))


SAID = (
    "The port authority closed the old quay in the spring of last year and moved the ferries to the northern basin, "
    "where the water is deep enough for the larger boats that the company had ordered from a yard on the mainland. "
    "Its accounts for that year are silent about the cost of the move. The auditors asked twice and were told that "
    "the papers had been lost when the customs house was cleared, which nobody could confirm or wished to deny. "
    "For eleven weeks no vaccine reached the villages beyond the ridge, and nobody could answer for what followed."
)


@pytest.mark.parametrize("width", range(50, 100, 3))
def test_how_a_text_was_wrapped_is_learnt_from_it(width):
    text = textwrap.fill(SAID, width, break_on_hyphens=False)
    wrap = wrapping(lines(text))
    assert wrap is not None
    assert width - 8 <= wrap.width <= width


def test_no_line_is_believed_to_hold_more_than_the_longest_does():
    for width in range(50, 100):
        text = textwrap.fill(SAID, width, break_on_hyphens=False)
        assert wrapping(lines(text)).fits <= width, width


def test_a_year_at_the_head_of_a_line_begins_nothing():
    for width in range(50, 100):
        text = textwrap.fill(SAID.replace("last year", "2014, a dry year,"), width, break_on_hyphens=False)
        assert len(texts(text)) == 1, (width, texts(text))
