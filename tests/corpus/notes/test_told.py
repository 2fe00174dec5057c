"""What a file itself says of its notes is taken as said."""

import pytest

from corpus.model import MARKER, NOTE_TEXT, Block, BlockKind, Region, Span
from corpus.notes.told import told_notes

BODY = "The quay was closed in spring.1 The clinics followed.2"
FIRST = "1 Minutes of the board."
SECOND = "2 Gazette, 3 May 2016."


def laid(*pieces):
    """(text, the span of each piece): pieces parted by blank lines."""
    text, spans = "", []
    for each in pieces:
        spans.append(Span(len(text), len(text) + len(each)))
        text += each + "\n\n"
    return text, spans


def marker(text, number, key=None):
    at = text.index("." + number) + 1
    return Region(Span(at, at + 1), MARKER, label=number, key=key or number)


def note(span, label, key=None):
    return Region(span, NOTE_TEXT, label=label, key=key or label)


def test_markers_and_notes_are_joined_by_their_key_and_not_by_their_number():
    text, (_, one, two) = laid(BODY, FIRST, SECOND)
    regions = [marker(text, "1", "b"), marker(text, "2", "a"), note(one, "1", "a"), note(two, "2", "b")]
    markers, notes = told_notes(text, [], regions)
    assert [(m.label, m.note) for m in markers] == [("1", 1), ("2", 0)]
    assert [n.label for n in notes] == ["1", "2"]


def test_a_note_in_two_stretches_is_one_note():
    text, (_, one, rest, two) = laid(BODY, FIRST, "and of the council, which met twice.", SECOND)
    regions = [marker(text, "1"), marker(text, "2"), note(one, "1"), note(rest, "1"), note(two, "2")]
    _, notes = told_notes(text, [], regions)
    assert [n.spans for n in notes] == [(one, rest), (two,)]


def test_a_marker_whose_note_is_not_there_has_none():
    text, (_, one) = laid(BODY, FIRST)
    markers, notes = told_notes(text, [], [marker(text, "1"), marker(text, "2"), note(one, "1")])
    assert [m.note for m in markers] == [0, None]
    assert len(notes) == 1


def test_two_markers_may_lead_to_one_note():
    text, (_, one) = laid(BODY, FIRST)
    markers, _ = told_notes(text, [], [marker(text, "1", "x"), marker(text, "2", "x"), note(one, "1", "x")])
    assert [m.note for m in markers] == [0, 0]


def test_a_block_set_as_a_note_that_nothing_leads_to_is_a_note_without_a_label():
    text, (_, one, two) = laid(BODY, FIRST, SECOND)
    blocks = [Block(one, BlockKind.NOTE), Block(two, BlockKind.NOTE)]
    _, notes = told_notes(text, blocks, [marker(text, "1"), note(one, "1")])
    assert [(n.label, n.spans) for n in notes] == [("1", (one,)), ("", (two,))]


def test_where_nothing_is_told_blocks_alone_make_no_notes():
    text, (_, one) = laid(BODY, FIRST)
    assert told_notes(text, [Block(one, BlockKind.NOTE)], []) == ([], [])


@pytest.mark.parametrize(
    ("words", "label", "printed"),
    [
        ("1 Minutes of the board.", "1", "1"),
        ("12. Minutes of the board.", "12", "12."),
        ("[3] Minutes of the board.", "3", "[3]"),
        ("(3) Minutes of the board.", "3", "(3)"),
        ("¹² Minutes of the board.", "12", "¹²"),
        ("¹²Minutes of the board.", "12", "¹²"),
        ("* Minutes of the board.", "*", "*"),
        ("†Minutes of the board.", "†", "†"),
        ("a Minutes of the board.", "a", "a"),
        ("iv Minutes of the board.", "iv", "iv"),
        ("Minutes of the board.", "1", None),
        ("12th of May.", "12", None),
        ("ⁱᵛ Minutes of the board.", "4", "ⁱᵛ"),
        ("iv. Minutes of the board.", "4", "iv."),
        ("iv minutes passed.", "4", None),
    ],
)
def test_a_label_is_marked_where_it_is_printed(words, label, printed):
    text, (span,) = laid(words)
    _, (told,) = told_notes(text, [], [note(span, label)])
    assert (None if told.mark is None else text[slice(*told.mark)]) == printed


@pytest.mark.parametrize("words", ["see the minutes of the board.", "as told to the clerk.", "2016 was the year."])
def test_words_that_are_not_the_label_are_no_label(words):
    text, (span,) = laid(words)
    _, (told,) = told_notes(text, [], [note(span, "1")])
    assert told.mark is None
