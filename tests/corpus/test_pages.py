"""Labels of pages from the numbers printed on them; pages told from lone numbers; numbers that are neither."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Page, Paper, Source, Span
from corpus.structure import structure

PROSE = " ".join(
    ["The ferry company kept its boats in port for most of the winter and blamed the harbour board for the delay."] * 6
)


def labels(printed):
    """The labels of pages parted by form feeds, each with the furniture `printed` below its prose (None: none)."""
    text, pages = "", []
    for words in printed:
        start = len(text)
        text += PROSE + ("" if words is None else f"\n\n{words}") + "\n\f"
        pages.append(Page(Span(start, len(text))))
    seen = structure(Paper("boats", text, Source("-", "txt", "", "txt"), tuple(pages)))
    return [page.label for page in seen.paper.pages]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["1", "2", "3", "4"], ["1", "2", "3", "4"]),
        (["7", "8", "9"], ["7", "8", "9"]),
        ([None, None, "1", "2", "3"], [None, None, "1", "2", "3"]),
        (["1", "2", "3", None], ["1", "2", "3", None]),
        (["1", "2", None, "4", "5"], ["1", "2", "3", "4", "5"]),
        (["i", "ii", "iii", "1", "2", "3"], ["i", "ii", "iii", "1", "2", "3"]),
        ([None, "ii", "iii", "iv", "1", "2", "3"], [None, "ii", "iii", "iv", "1", "2", "3"]),
        (["- 3 -", "- 4 -", "- 5 -"], ["3", "4", "5"]),
        (["– 3 –", "– 4 –", "– 5 –"], ["3", "4", "5"]),
        (["Page 3 of 12", "Page 4 of 12", "Page 5 of 12"], ["3", "4", "5"]),
        (["3 | Boats and Beds", "4 | Boats and Beds", "5 | Boats and Beds"], ["3", "4", "5"]),
        (["Boats and Beds 3", "Boats and Beds 4", "Boats and Beds 5"], ["3", "4", "5"]),
        (["Gazette 12 (3) 140", "Gazette 12 (3) 141", "Gazette 12 (3) 142"], ["140", "141", "142"]),
        (["Boats 2016\n\n1", "Boats 2016\n\n2", "Boats 2016\n\n3"], ["1", "2", "3"]),
        (["I", "II", "III", "IV"], ["I", "II", "III", "IV"]),
        (["I", "II", "III", "1", "2", "3"], ["I", "II", "III", "1", "2", "3"]),
        (["1", "2", "3", "4", None, None, "7"], ["1", "2", "3", "4", "5", "6", "7"]),
        (["7", "7", "7", "7"], [None] * 4),
        (
            ["1", "2", "3", "4", "9", None, None, None, None, None, "15", None, None, "18"],
            ["1", "2", "3", "4"] + [None] * 10,
        ),
        (["Civil Law", "Ill Will", "Civil Law", "Ill Will"], [None] * 4),
        (["1", "2"], [None] * 2),
        (["12", "7", "45", "3"], [None] * 4),
        ([None, None, None], [None] * 3),
        (["Boats and Beds"] * 3, [None] * 3),
        (["Civil law, part i"] * 3, [None] * 3),
    ],
)
def test_the_label_of_a_page_is_its_number_in_a_run(printed, expected):
    assert labels(printed) == expected


def test_pages_that_a_file_has_labelled_keep_their_labels():
    pages = (Page(Span(0, 10), "A-1"), Page(Span(10, 20)))
    seen = structure(Paper("boats", PROSE, Source("-", "pdf", "", "pdf"), pages))
    assert seen.paper.pages == pages


def lone(*parts):
    """(label, first words) of the pages told from a text without page breaks."""
    text = "\n\n".join(parts)
    seen = structure(Paper("boats", text, Source("-", "txt", "", "txt")))
    return [(page.label, text[slice(*page.span)].split()[:2]) for page in seen.paper.pages]


def test_numbers_at_the_foot_part_the_pages():
    assert lone(PROSE, "1", PROSE, "2", PROSE, "3") == [(n, ["The", "ferry"]) for n in "123"]


def test_what_stands_behind_the_last_number_has_no_label():
    assert [label for label, _ in lone(PROSE, "1", PROSE, "2", PROSE, "3", PROSE)] == ["1", "2", "3", None]


def test_numbers_at_the_head_part_the_pages():
    assert lone("1", PROSE, "2", PROSE, "3", PROSE) == [(n, [n, "The"]) for n in "123"]


@pytest.mark.parametrize(
    "parts",
    [
        [PROSE],
        [PROSE, "1", PROSE, "2", PROSE],
        [PROSE, "12", PROSE, "7", PROSE, "45", PROSE],
        [PROSE, "2014", PROSE, "2015", PROSE, "2016", PROSE],
        ["1. Repair the quay.", "2. Move the ferries.", "3. Train the pilots.", PROSE],
    ],
)
def test_other_lone_numbers_part_no_pages(parts):
    assert lone(*parts) == []


@pytest.mark.parametrize(
    "parts",
    [
        [PROSE, "Elm", "1", "Oak", "2", "Ash", "3", PROSE],
        ["1", "How many boats?", "2", "How many beds?", "3", "How many clinics?", PROSE],
    ],
)
def test_numbers_in_a_figure_or_a_form_part_no_pages(parts):
    assert lone(*parts) == []


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([PROSE, PROSE, "2", PROSE, "3", PROSE, "4", PROSE, "5"], ["2", "3", "4", "5"]),
        ([PROSE, "1", PROSE, "2", PROSE, PROSE, "4", PROSE, "5", PROSE, "6"], ["1", "2", "4", "5", "6"]),
        ([PROSE, "- 1 -", PROSE, "- 2 -", PROSE, "- 3 -"], ["1", "2", "3"]),
        ([PROSE, "Page 1 of 3", PROSE, "Page 2 of 3", PROSE, "Page 3 of 3"], ["1", "2", "3"]),
    ],
)
def test_pages_may_begin_late_and_say_more_than_a_number(parts, expected):
    assert [label for label, _ in lone(*parts) if label in expected] == expected


def test_where_a_number_is_missing_the_page_next_to_it_has_the_usual_length():
    parts = [PROSE, "1", PROSE, "2", PROSE, f"Later: {PROSE}", "4", PROSE, "5"]
    assert lone(*parts)[1:4] == [("2", ["The", "ferry"]), (None, ["The", "ferry"]), ("4", ["Later:", "The"])]
    parts = ["1", PROSE, "2", PROSE, f"Later: {PROSE}", "4", PROSE, "5", PROSE]
    assert lone(*parts)[1:4] == [("2", ["2", "The"]), (None, ["Later:", "The"]), ("4", ["4", "The"])]


def test_where_nothing_parts_the_text_of_two_pages_neither_has_a_label():
    assert [label for label, _ in lone(PROSE, "1", PROSE, "2", PROSE + PROSE, "4", PROSE, "5")] == [
        "1", "2", None, "5",
    ]  # fmt: skip


def test_a_first_number_at_the_head_of_the_second_page_leaves_the_first_without_one():
    assert [label for label, _ in lone(PROSE, "2", PROSE, "3", PROSE, "4", PROSE)] == [None, "2", "3", "4"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["1", "2", "3", None, "4", "5", "6", "7"], ["1", "2", "3", None, "4", "5", "6", "7"]),
        (["1", "2", "3", "1", "2", "3", "4"], ["1", "2", "3", "1", "2", "3", "4"]),
    ],
)
def test_a_plate_between_pages_or_a_second_part_begins_another_run(printed, expected):
    assert labels(printed) == expected


@given(st.lists(st.sampled_from([PROSE, "1", "2", "3", "iv", "Boats 3", "Short."]), max_size=14))
def test_pages_are_in_order_and_disjoint(parts):
    text = "\n\n".join(parts)
    pages = structure(Paper("boats", text, Source("-", "txt", "", "txt"))).paper.pages
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(pages))
    assert all(page.span.length and page.span.end <= len(text) for page in pages)
