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


SECTIONS = ["Boats and Beds", PROSE, "1. Why It Matters", PROSE]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        # two headings in a row, the second of which goes on counting
        ([*SECTIONS, "2. The Quay", "3. The Boats", PROSE], ["heading"] * 3),
        ([*SECTIONS, "2. The Quay", "3. The Boats", PROSE, "4. The Beds", PROSE], ["heading"] * 4),
        ([*SECTIONS, "2 The Quay", "2.1 Its Age", PROSE], ["heading"] * 3),
        # a list of sentences, and the heading that follows it as if it were one more
        (
            [*SECTIONS, "2. The Plan", "1. Repair the quay.", "2. Move the boats.", "3. What Next", PROSE],
            ["heading", "heading", "list_item", "list_item", "heading"],
        ),
        # a list without stops: the heading below shows that the fourth is none of it
        (
            [
                "Boats and Beds", "1. Why", PROSE, "2. The Case", PROSE, "3. The Plan", "1. Repair the quay",
                "2. Move the boats", "3. Train pilots", "4. The Cost", PROSE, "5. What Next", PROSE,
            ],
            ["heading"] * 3 + ["list_item"] * 3 + ["heading"] * 2,
        ),
        # a list whose numbers happen to be those of sections
        ([*SECTIONS, "1. Repair the quay", "2. Move the boats", PROSE, "2. The Plan", PROSE],
         ["heading", "list_item", "list_item", "heading"]),
        (["Boats and Beds", PROSE, "1. Repair the quay", "2. Move the boats", "3. Train pilots", PROSE],
         ["list_item"] * 3),
        (["Boats and Beds", PROSE, "1. Repair the quay", "1. Move the boats", "1. Train pilots", PROSE],
         ["list_item"] * 3),
        # notes at the foot of a page
        ([*SECTIONS, "2. The Plan", PROSE, "3. Ibid., p. 4", "4. Weeks, p. 9", PROSE],
         ["heading", "heading", "list_item", "list_item"]),
    ],
)  # fmt: skip
def test_headings_count_through_the_paper_and_lists_from_one(pieces, expected):
    found = [kind for kind, _, words in told(*pieces) if words[0].isdigit()]
    assert found == expected


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
        ([TITLE, "by Ada Marlow"], ["title", None]),
        (["Documento de Trabajo N.º 15", TITLE], [None, "title"]),
        (["FACT SHEET", TITLE], [None, "title"]),
        (["Issue Brief, Vol. 3", TITLE], [None, "title"]),
        (["Policy Brief No. 4 | March 2016", TITLE], [None, "title"]),
        (["Harbour Centre for Island Affairs Working Paper No. 4", TITLE], [None, "title"]),
        (["Testimony of Ada Marlow", "Before the Committee on Harbours", TITLE], [None, None, "title"]),
        (["The Long Road to a Brief Peace"], ["title"]),
        (["Report of the Commission on Wells", "Ada Marlow"], ["title", None]),
        (["The Future of the Island School", "Ada Marlow"], ["title", None]),
    ],
)
def test_the_title_and_what_stands_around_it(front, expected):
    found = told(*front, "Introduction", PROSE, "The Quay", PROSE)
    kinds = [None if kind == "front_matter" else kind for kind, _, _ in found]
    assert kinds == [*expected, "heading", "heading"]


def test_keywords_and_the_like_are_front_matter_below_an_abstract_too():
    stated = ["Keywords: boats, beds", "JEL codes: H41, I18", "Word count: 4,200", "Suggested citation: Marlow, Boats"]
    found = told(TITLE, "Ada Marlow", "Abstract", PROSE, *stated, "1. Why It Matters", PROSE, "2. The Quay", PROSE)
    assert [words for kind, _, words in found if kind == "front_matter"] == ["Ada Marlow", *stated]


@pytest.mark.parametrize("line", ["Keywords: boats, beds", "Palabras clave: barcos, camas"])
def test_keywords_below_a_section_are_neither_heading_nor_front_matter(line):
    assert told("Boats and Beds", PROSE, "The Quay", PROSE, line, PROSE)[-1] == ("paragraph", 0, line)


def test_hashes_below_a_hashed_title_head_sections():
    found = told(f"# {TITLE}", "Ada Marlow", "## The Quay", PROSE, "### Its Age", PROSE)
    assert [(kind, level) for kind, level, _ in found] == [
        ("title", 1), ("front_matter", 0), ("heading", 2), ("heading", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["# of boats lost", "#1 of the harbours", "####### The Quay"])
def test_other_hashes_head_nothing(line):
    assert among(line)[0] != "heading" or among(line)[1] == 2


@pytest.mark.parametrize("opening", ["Introduction", "Executive Summary", "1. Introduction", "Resumen", "Abstract"])
def test_the_heading_with_which_a_paper_opens_is_no_title(opening):
    found = told(opening, PROSE, "The Quay", PROSE)
    assert [(kind, words) for kind, _, words in found if kind == "title"] in ([], [("title", "The Quay")])
    assert found[0][0] == "heading"


def test_a_paper_that_begins_with_prose_has_no_title():
    assert [kind for kind, _, _ in told(PROSE, "The Quay", PROSE)] == ["heading"]


@pytest.mark.parametrize("heading", ["Contents", "TABLE OF CONTENTS", "Índice", "Sommaire", "Inhalt", "Contents:"])
@pytest.mark.parametrize(
    "entries",
    [
        ["1 Introduction ........ 1", "2 The Quay ........ 4"],
        ["Introduction . . . . 1", "The Quay . . . . 4"],
        ["Foreword......iv", "Introduction......1"],
        ["1. Introduction    1", "1.1 Rivers    12"],
        ["1 Introduction 1", "2 The Quay 4"],
        ["Introduction\t1", "The Quay\t4"],
        ["1\tIntroduction\t1", "2\tThe Quay\t4"],
        ["Foreword\tiv", "PART ONE", "The Quay\t4", "PART TWO", "The Boats\t9"],
        ["Figure 1. Boats by year  3", "Figure 2. Beds by year  7"],
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_entries_of_a_table_of_contents_are_furniture(heading, entries, between):
    found = told("Boats and Beds", heading, between.join(entries), "1 Introduction", PROSE)
    below = [kind for kind, _, words in found if words not in {"Boats and Beds", heading}]
    assert below == ["furniture"] * (len(below) - 1) + ["heading"]


def test_a_title_whose_page_stands_on_the_next_line_is_an_entry():
    found = told("Boats and Beds", "Contents", "Why", "1", "The Quay", "4", "Why", PROSE, "The Quay", PROSE)
    kinds = [kind for kind, _, _ in found[2:]]
    assert kinds == ["furniture", "page_number", "furniture", "page_number", "heading", "heading"]


@pytest.mark.parametrize("line", ["1 Introduction ........ 1", "Introduction . . . . 4", "The Quay .......... xii"])
def test_a_line_with_leaders_is_furniture_wherever_it_stands(line):
    assert among(line) == ("furniture", 0)


@pytest.mark.parametrize(
    "line",
    [
        "He waited ........ and left.",
        "Wheat ........ 120\nOats ........ 90\nRye ........ 100",
        "Agenda 21",
        "The Quay    12",
        "The boats of 1826... 12 were lost",
    ],
)
def test_other_lines_with_dots_or_numbers_are_no_contents(line):
    assert "furniture" not in [kind for kind, _, _ in told(PROSE, line, PROSE)]


def test_what_follows_the_contents_is_none_of_them():
    found = told("Contents", "Introduction 1", "The Quay 4", "Agenda 21", "Introduction", PROSE, "Plan 3", PROSE)
    assert [kind for kind, _, words in found if words in {"Introduction", "Plan 3"}] == ["heading", "heading"]


@pytest.mark.parametrize("dots", [" ........ {}", " . . . . . {}", " {}"])
def test_the_headings_of_a_table_of_contents_are_no_notes_and_do_not_hide_those_of_the_text(dots):
    contents = [f"{n} {words}{dots.format(n * 4)}" for n, words in enumerate(["Introduction", "The Quay"], 1)]
    found = told("Contents", "\n".join(contents), "1 Introduction", PROSE, "2 The Quay", PROSE)
    assert [(kind, words) for kind, _, words in found[-2:]] == [
        ("heading", "1 Introduction"),
        ("heading", "2 The Quay"),
    ]
