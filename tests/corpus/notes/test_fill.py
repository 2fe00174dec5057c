"""A marker whose number and place are known is found in forms that would prove nothing elsewhere."""

import pytest

from corpus.model import Paper, Source, Span
from corpus.notes.chain import Link
from corpus.notes.fill import missing_markers
from corpus.notes.marks import Mark
from corpus.structure import structure


def sought(before, line, after="The council met.{9} It rose.", *, style="glued", number=8):
    """What is found for note 8 between the markers of 7 and 9, which are cut out of the lines around."""
    text, found = "", []
    for at, piece in ((7, before), (None, line), (9, after)):
        head, mark, tail = piece.partition(f"{{{at}}}")
        text += head
        if mark:
            found.append(Mark(Span(len(text), len(text) + 1), Link(at, style, 3.0)))
            text += str(at)
        text += tail + "\n\n"
    body, labels = Span(0, len(text)), []
    for at in (7, number, 9):
        labels.append(Mark(Span(len(text), len(text) + 1), Link(at, "plain", 3.0)))
        text += f"{at} See Abel.\n\n"
    more = list(missing_markers(text, [body], found, labels, {0: 0, 1: 2}))
    return [(label, text[mark.span.start - 4 : mark.span.start], text[slice(*mark.span)]) for label, mark in more]


BEFORE = "The port was old.{7} It leaked."


@pytest.mark.parametrize(
    ("line", "style", "expected"),
    [
        ("The toll fell in 20128 and rose again.", "glued", ("2012", "8")),
        ("The toll fell in 1989.8 It rose again.", "glued", ("989.", "8")),
        ("The toll fell8 and rose again.", "glued", ("fell", "8")),
        ("The toll in Elm 8 fell again.", "spaced", ("Elm ", "8")),
        ("The toll fell by 5%8 and rose.", "glued", ("y 5%", "8")),
        ("The toll fell,” 8 and rose.", "loose", ("l,” ", "8")),
        ("The toll fell⁸ and rose.", "raised", ("fell", "⁸")),
        ("The toll fell in 2012⁸ and rose.", "raised", ("2012", "⁸")),
        ("The toll fell [8] and rose.", "bracketed", ("ell ", "[8]")),
        ("The toll fell (8) and rose.", "parenthesised", ("ell ", "(8)")),
    ],
)
def test_the_missing_marker_is_found_between_its_neighbours(line, style, expected):
    assert sought(BEFORE, line, style=style) == [(1, *expected)]


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("The toll fell and rose again.", "glued"),
        ("The toll fell by 8% in a year.", "glued"),
        ("The toll fell to $8 in a year.", "glued"),
        ("The toll fell to 8.5 crowns.", "glued"),
        ("The toll fell to 1,208 crowns.", "glued"),
        ("Some 8 million crowns were lost.", "spaced"),
        ("It took 8 years and more.", "spaced"),
        ("See page 8 and Table 8 of it.", "spaced"),
        ("They met on 8 May and left.", "spaced"),
        ("The toll fell in 1998 and rose.", "raised"),
        ("The toll fell (8) and rose.", "raised"),
        ("The toll of 28 ports fell.", "glued"),
        ("The toll fell 3–8 crowns.", "glued"),
        ("The toll fell⁷ and rose.", "raised"),
    ],
)
def test_what_counts_or_points_is_no_marker_even_there(line, style):
    assert sought(BEFORE, line, style=style) == []


def test_nothing_is_sought_beyond_the_neighbours():
    assert sought("In 20128 it was new. The port was old.{7} It leaked.", "The toll fell.") == []


PAPER = """\
Boats and Beds

Introduction

The port authority closed the old quay in the spring of 20141 and moved its ferries to the northern basin.

Its accounts are silent about the cost.2 Nobody was asked, and in the winter of 20153 the clinics lost their boat.

The council promised a second boat.4 It came in the autumn of 2016, a year later than agreed.

1 Harbour Board, Minutes, 3 March 2014.

2 Interview with the deputy auditor, Port Elm, June 2015.

3 District Health Office, Annual Report 2015, p. 4.

4 See A. Marlow, “Boats and Beds”, Island Gazette, 12 May 2016.
"""


def test_markers_glued_to_years_are_told_from_the_years():
    seen = structure(Paper("boats", PAPER, Source("-", "txt", "", "txt")))
    assert [(PAPER[m.span.start - 5 : m.span.end], m.note) for m in seen.markers] == [
        (" 20141", 0), ("cost.2", 1), (" 20153", 2), ("boat.4", 3)
    ]  # fmt: skip
    assert [note.label for note in seen.notes] == ["1", "2", "3", "4"]
