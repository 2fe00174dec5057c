"""Headings told from the look of a line: numbered, shouted, titled; and lines that only look like one."""

import pytest

from corpus.outline.blocks import blocks

PROSE = (
    "The ferry company kept its boats in port for most of the winter, and the harbour board blamed the weather and "
    "the price of fuel for a delay that the islands had long foreseen and that nobody had prepared for."
)


def told(*pieces):
    """(kind, level, words) of all pieces but the prose between them."""
    text = "\n\n".join(pieces)
    found = [(block.kind.value, block.level, text[slice(*block.span)]) for block in blocks(text)]
    return [each for each in found if each[2] != PROSE]


def among(line):
    """Kind and level of a line between paragraphs."""
    ((kind, level, _),) = told(PROSE, line, PROSE)
    return kind, level


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("1. The quay", 1),
        ("1 The quay", 1),
        ("12. The quay", 1),
        ("2.1 The quay", 2),
        ("2.1. The quay", 2),
        ("2.1.3 The quay", 3),
        ("II. The quay", 1),
        ("IV. Who pays?", 1),
        ("A. The quay", 1),
        ("Chapter 1", 1),
        ("Part II", 1),
        ("Annex A", 1),
        ("Appendix 2", 1),
        ("THE QUAY", 1),
        ("EL MUELLE VIEJO", 1),
        ("The Old Quay", 2),
        ("The old quay", 2),
        ("El muelle viejo", 2),
        ("Über den Hafen", 2),
        ("Who pays for the boats?", 2),
        ("“A harbour without boats”", 2),
        ("Boats, Beds and Budgets: A Short History", 2),
    ],
)
def test_a_heading_and_its_level(line, level):
    assert among(line) == ("heading", level)


@pytest.mark.parametrize(("line", "level"), [("# The quay", 1), ("### The quay", 3)])
def test_hashes_give_the_level_in_plain_text_too(line, level):
    assert among(line) == ("heading", level)


@pytest.mark.parametrize("heading", ["Sources", "2. Sources", "Literature"])
def test_a_section_on_sources_is_a_section_like_any_other(heading):
    text = "\n\n".join(["Boats and Beds", "Introduction", PROSE, heading, PROSE, PROSE, "The Quay", PROSE, PROSE])
    kinds = [block.kind.value for block in blocks(text)]
    assert kinds == [
        "title",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
        "heading",
        *["paragraph"] * 2,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "the old quay",
        "The old quay was closed.",
        "THE BOARD SHALL CLOSE THE QUAY BEFORE WINTER.",
        "Dear Minister,",
        "The aims of the board were these:",
        "“We were never asked.”",
        "The quay, which was old, and the",
        "and so on",
        "12 boats were lost in the spring, and none of them was found again by anybody.",
        "22 July 1826 was the day on which the lighthouse burned down to the rock it stood on.",
        "How the harbour board came to close the old quay and what then became of its boats",
        "In 2014 the board met.",
        "• The quay",
        "a) The quay",
        "3.5 million crowns were lost.",
    ],
)
def test_what_is_no_heading(line):
    assert among(line)[0] != "heading"


def test_a_line_with_nothing_under_it_heads_nothing():
    assert told("Boats and Beds", PROSE, "The Quay") != [("title", 1, "Boats and Beds"), ("heading", 2, "The Quay")]


def test_short_numbered_lines_in_a_row_are_items():
    assert [kind for kind, _, _ in told(PROSE, "1. Dredge.", "2. Dig.", "3. Build.", PROSE)] == ["list_item"] * 3


def test_a_numbered_heading_above_its_first_subheading_stays_one():
    found = told("Boats and Beds", PROSE, "1. The Quay", "1.1 Its Age", PROSE, "2. The Boats", "2.1 Their Age", PROSE)
    assert [(kind, level) for kind, level, _ in found[1:]] == [("heading", 1), ("heading", 2)] * 2


def test_a_numbered_heading_stands_above_a_numbered_list_and_below_it():
    found = told(
        "Boats and Beds", PROSE, "3. Recommendations", "1. Repair the quay before the winter comes.",
        "2. Move the ferries to the northern basin.", "4. Conclusion", PROSE,
    )  # fmt: skip
    assert [kind for kind, _, _ in found[1:]] == ["heading", "list_item", "list_item", "heading"]


TITLE = "Boats and Beds: Clinics on the Outer Islands"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ([TITLE], ["title"]),
        (["Harbour Centre", TITLE], [None, "title"]),
        (
            ["Harbour Centre", "Policy Brief No. 12", TITLE, "Ada Marlow", "March 2016"],
            [None, None, "title", None, None],
        ),
        (["BOATS AND BEDS", "CLINICS ON THE OUTER ISLANDS", "Ada Marlow"], ["title", None, None]),
        (["Who Pays for the Boats?", "Ada Marlow"], ["title", None]),
        ([TITLE, "Ada Marlow and Ben Cole", "2016"], ["title", None, None]),
        ([TITLE, "Ada Marlow", "March 2016", TITLE, "Ada Marlow"], ["title", None, None, "title", None]),
        ([TITLE, "Ada Marlow", TITLE.upper()], ["title", None, "title"]),
    ],
)
def test_the_title_and_what_stands_around_it(front, expected):
    found = told(*front, "Introduction", PROSE, "The Quay", PROSE)
    kinds = [None if kind == "front_matter" else kind for kind, _, _ in found]
    assert kinds == [*expected, "heading", "heading"]


@pytest.mark.parametrize("opening", ["Introduction", "Executive Summary", "1. Introduction", "Resumen", "Abstract"])
def test_the_heading_with_which_a_paper_opens_is_no_title(opening):
    found = told(opening, PROSE, "The Quay", PROSE)
    assert [(kind, words) for kind, _, words in found if kind == "title"] in ([], [("title", "The Quay")])
    assert found[0][0] == "heading"


def test_a_paper_that_begins_with_prose_has_no_title():
    assert [kind for kind, _, _ in told(PROSE, "The Quay", PROSE)] == ["heading"]


@pytest.mark.parametrize("dots", [" ........ {}", " . . . . . {}", " {}"])
def test_the_headings_of_a_table_of_contents_are_no_notes_and_do_not_hide_those_of_the_text(dots):
    contents = [f"{n} {words}{dots.format(n * 4)}" for n, words in enumerate(["Introduction", "The Quay"], 1)]
    found = told("Contents", "\n".join(contents), "1 Introduction", PROSE, "2 The Quay", PROSE)
    assert [(kind, words) for kind, _, words in found[-2:]] == [
        ("heading", "1 Introduction"),
        ("heading", "2 The Quay"),
    ]
