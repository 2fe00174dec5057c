"""What each piece of a paper is for, told by form and neighbours: positives and look-alikes."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outline.blocks import blocks

LONG = (
    "The ministry has said for years that the canal pays for itself, and nobody has asked to see the sums behind it. "
)
BODY = LONG * 2


def kinds(text, form="txt"):
    return [(block.kind.value, text[slice(*block.span)]) for block in blocks(text, form)]


def kind_of(piece, before=(BODY,), after=(BODY,)):
    text = "\n\n".join([*before, piece, *after])
    return {told: kind for kind, told in kinds(text)}[piece.strip()]


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("Table 1. Spending by river (US$ million)", "caption"),
        ("Figure A.2: Canal traffic", "caption"),
        ("Box 3", "caption"),
        ("Table 3 shows that spending fell in every year.", "paragraph"),
        ("Source: Ministry of Canals (2019)", "figure_source"),
        ("The source: a ministry that would not be named.", "paragraph"),
        ("PHOTO: MINISTRY OF CANALS", "photo_credit"),
        ("Photographs were not allowed in the lock, so none exist.", "paragraph"),
        ("- dredging", "list_item"),
        ("• dredging", "list_item"),
        ("a) dredging in winter", "list_item"),
        ("12", "page_number"),
        ("- 12 -", "page_number"),
        ("xiv", "page_number"),
        ("12 people", "paragraph"),
        ("© 2019 Institute of Canals", "boilerplate"),
        ("https://example.org/canals", "furniture"),
        ("The Price of Water", "heading"),
        ("2.1 The price of water", "heading"),
        ("THE PRICE OF WATER", "heading"),
        ("## The price of water", "heading"),
        ("Who pays for the canal?", "heading"),
        ("the price of water", "paragraph"),
        ("The price of water rose.", "paragraph"),
        ("Among the main advances one could name:", "paragraph"),
        ("> quoted words", "block_quote"),
    ],
)
def test_a_piece_is_known_by_its_form(piece, kind):
    assert kind_of(piece) == kind


def test_the_level_of_a_heading_is_its_numbering_or_its_capitals():
    text = "\n\n".join(
        ["A Title of Four Words", BODY, "1. Rivers", BODY, "1.2 Small rivers", BODY, "CANALS", BODY, "Locks", BODY]
    )
    levels = {text[slice(*b.span)]: b.level for b in blocks(text) if b.kind.value == "heading"}
    assert levels == {"1. Rivers": 1, "1.2 Small rivers": 2, "CANALS": 1, "Locks": 2}


def test_short_numbered_lines_in_a_row_are_a_list_not_headings():
    text = "\n\n".join([BODY, "1. Dredging", "2. Locks", "3. Bridges", BODY])
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "list_item", "list_item", "list_item", "paragraph"]


def test_a_short_piece_above_a_table_is_its_caption():
    text = f"{BODY}\n\nSpending by river, in thousand euros\n\nRiver\t2001\t2002\nElm\t5\t7\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "caption", "table", "paragraph"]


def test_lines_that_come_back_are_running_heads():
    text = "\n\n".join(f"{BODY}\n\nCanal Policy Brief {page}" for page in (3, 4, 5))
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "running_head"] * 3


def test_all_under_the_bibliography_is_a_reference_until_another_heading():
    text = "\n\n".join([BODY, "REFERENCES", "Abel, R. (2001). Rivers.", "- Cole, T. (2002). Locks.", "ANNEX A", BODY])
    assert [kind for kind, _ in kinds(text)][2:4] == ["reference_entry", "reference_entry"]
    assert kinds(text)[-1][0] == "paragraph"


def test_the_title_is_the_first_full_heading_and_names_below_it_are_front_matter():
    text = "\n\n".join(
        ["Institute", "The Price of Water in Dry Years", "By Ada Cole", "3 May 2019", BODY, "Rivers", BODY]
    )
    found = kinds(text)
    assert found[1] == ("title", "The Price of Water in Dry Years")
    assert [kind for kind, _ in found[2:4]] == ["front_matter", "front_matter"]
    assert found[5] == ("heading", "Rivers")


def test_a_paper_that_opens_with_its_introduction_has_no_title():
    assert "title" not in [kind for kind, _ in kinds(f"INTRODUCTION\n\n{BODY}")][1:]


def test_a_photo_caption_stands_beside_its_credit():
    text = "\n\n".join([BODY, "Dredgers at work in the lock.", "PHOTO: A. COLE", BODY])
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "photo_caption", "photo_credit", "paragraph"]


MARKDOWN = """\
---
title: Locks
---

# Locks and their price

First paragraph
goes on.

* one
* two

> A word from the lock-keeper.

Table: Spending (EUR)

| Lock | Cost |
|------|------|
| Elm  | 5    |

## References

Abel, R. 2001. *Rivers*.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_markdown_says_itself_what_its_blocks_are(end):
    found = kinds(MARKDOWN.replace("\n", end), "markdown")
    assert [kind for kind, _ in found] == [
        "front_matter", "title", "paragraph", "list_item", "list_item", "block_quote", "caption", "table", "heading",
        "reference_entry",
    ]  # fmt: skip
    assert found[2][1].split() == ["First", "paragraph", "goes", "on."]


@given(st.text(alphabet=st.sampled_from("abA.1\t \n-#>|*[]:²"), max_size=150), st.sampled_from(["txt", "markdown"]))
def test_blocks_are_in_order_and_disjoint_and_hold_every_printed_character(text, form):
    found = blocks(text, form)
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))
    if form == "txt":
        assert "".join("".join(text[slice(*b.span)].split()) for b in found) == "".join(text.split())
