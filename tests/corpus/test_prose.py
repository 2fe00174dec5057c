"""Prose is what a reader would say: markup, markers and line ends gone, everything else as printed."""

import pytest

from corpus.model import Span
from corpus.prose import plain, prose


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"about \$5 and \*not\* more", "about $5 and *not* more"),
        ("the *Plan* and **bold** and ***both***", "the Plan and bold and both"),
        ("_slanted_ words", "slanted words"),
        ("snake_case_name and 5*3*2 stay", "snake_case_name and 5*3*2 stay"),
        ("cut by\na line", "cut by a line"),
        ("cut by\r\n  a line", "cut by a line"),
        ("one\u00a0million\u202feuros", "one million euros"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
        ("\ufeffIntroduction", "Introduction"),
        ("## A heading", "A heading"),
        ("> quoted\n> on", "quoted on"),
        ("“Curly” — dashes – stay, é too", "“Curly” — dashes – stay, é too"),
        ("3 < 4 > 2 # of items", "3 < 4 > 2 # of items"),
    ],
)
def test_prose_drops_how_it_is_printed_and_keeps_what_it_says(source, expected):
    assert prose(source, (Span(0, len(source)),)).text == expected


def test_markers_are_cut_so_that_numbers_stay_whole():
    source = "in 2022.¹² It rose"
    assert prose(source, (Span(0, len(source)),), (Span(8, 10),)).text == "in 2022. It rose"


def test_a_span_of_prose_covers_the_escape_that_was_printed():
    source = r"cost \$ 15.3 million"
    view = prose(source, (Span(0, len(source)),))
    at = view.text.index("$")
    assert view.source(at, len(view.text)) == Span(5, len(source))


def test_plain_is_trimmed_and_single_spaced():
    assert plain("  *Two*\n words \t here ", Span(0, 22)) == "Two words here"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("The culti-\nvation of maize; cultivation pays.", "The cultivation of maize; cultivation pays."),
        ("Culti-\r\n  vation, and Cultivation.", "Cultivation, and Cultivation."),
        ("A long-\nterm loan, a long-term plan.", "A long-term loan, a long-term plan."),
        ("A pro-\npoor tariff.", "A pro-poor tariff."),
        ("Short-\nand long-term aid.", "Short- and long-term aid."),
        ("The Mex\u00ad\nico office", "The Mexico office"),
        ("In 2010-\n2012 it fell", "In 2010- 2012 it fell"),
        ("a dash -\nand more", "a dash - and more"),
    ],
)
def test_a_word_broken_at_a_line_end_is_read_whole(printed, read):
    assert prose(printed, (Span(0, len(printed)),)).text == read
