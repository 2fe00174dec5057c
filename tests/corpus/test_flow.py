"""A paragraph that notes, photos or a page cut is one paragraph again; what only looks cut stays apart."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.flow import paragraphs, sections
from corpus.notes.find import find_notes
from corpus.outline.blocks import blocks

OPEN = "The council paid for the wells, the pumps and the pipes that brought water to the"
CLOSED = "The council paid for the wells, the pumps and the pipes that brought water to all."
FULL = (
    "Nobody in the valley had asked for a second road, and nobody had been asked about its price by the council. " * 2
)


def flow(text):
    found = find_notes(text, blocks(text))
    return ["".join(text[slice(*s)] for s in p.spans) for p in paragraphs(text, found.blocks, found.markers)]


@pytest.mark.parametrize(
    "between",
    [
        "",
        "¹ See Abel (1999).\n\n² Ibid.",
        "12",
        "Villagers at the second well.\n\nPHOTO: A. COLE",
        "Table 1. Wells\n\nYear\tWells\n2001\t5",
        "https://example.org/wells",
    ],
)
@pytest.mark.parametrize("rest", ["villages above the dam, as promised.", "Elm valley, as promised."])
def test_a_cut_sentence_is_healed_over_what_cuts_it(between, rest):
    marked = (
        FULL.replace("road,", "road¹,", 1).replace("asked about", "asked² about", 1) + "\n\n" if "¹" in between else ""
    )
    text = "\n\n".join(part for part in (marked + OPEN, between, rest, FULL) if part)
    joined = next(p for p in flow(text) if p.startswith("The council"))
    assert joined.split() == [*OPEN.split(), *rest.split()]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (CLOSED, "villages above the dam come next."),
        (OPEN, "- villages above the dam"),
        ("The aims of the plan are three, and none of them was met in the years that followed:", "roads and wells"),
        ("Short label", "Another short label"),
        ("A heading of five words", "The council paid for it, and that was that."),
    ],
)
def test_what_is_not_cut_is_not_joined(first, then):
    assert all(
        not ("".join(p.split()).startswith("".join((first + then).split())))
        for p in flow(f"{FULL}\n\n{first}\n\n{then}")
    )


def test_no_sentence_runs_over_a_heading():
    assert (
        len(
            [
                p
                for p in flow(f"{FULL}\n\n{OPEN}\n\nPRICES\n\nvillages above the dam paid.\n\n{FULL}")
                if OPEN in p and "paid." in p
            ]
        )
        == 0
    )


def test_a_marker_at_the_end_does_not_hide_the_full_stop():
    text = f"{FULL.strip()}¹\n\n¹ See Abel (1999).\n\nvillages above the dam paid more."
    assert len(flow(text)) == 2


def test_sections_are_the_headings_above():
    text = "\n\n".join(["1. Rivers", FULL, "1.1 Small rivers", FULL, "2. Canals", FULL])
    path = [
        tuple(text[slice(*s)] for s in above) for block, above in sections(blocks(text)) if block.kind == "paragraph"
    ]
    assert path == [("1. Rivers",), ("1. Rivers", "1.1 Small rivers"), ("2. Canals",)]


@given(st.lists(st.sampled_from([OPEN, CLOSED, FULL, "PRICES", "- item", "12", "PHOTO: X"]), max_size=8))
def test_paragraphs_are_numbered_in_order_and_share_no_character(parts):
    text = "\n\n".join(parts)
    found = paragraphs(text, blocks(text))
    spans = [span for paragraph in found for span in paragraph.spans]
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
