"""What a file says of its text becomes pieces; whatever it says nothing of is kept all the same."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import MARKER, NOTE_TEXT, BlockKind, Region, Span
from corpus.outline.regions import region_pieces

PORT = "The port was closed for most of the winter."


def region(text, words, role, level=0):
    at = text.index(words)
    return Region(Span(at, at + len(words)), role, level)


def told(text, *regions):
    return [(one.kind.value, one.block.level, text[slice(*one.block.span)]) for one in region_pieces(text, regions)]


def test_each_region_is_a_piece_of_its_kind_and_level():
    text = f"Boats\n\nThe Quay\n\n{PORT}\n\nElm\t5\nOak\t7\n\nQuoted words."
    regions = [
        region(text, "Boats", "title", 1), region(text, "The Quay", "heading", 2), region(text, PORT, "paragraph"),
        region(text, "Elm\t5\nOak\t7", "table"), region(text, "Quoted words.", "block_quote"),
    ]  # fmt: skip
    assert told(text, *regions) == [
        ("title", 1, "Boats"), ("heading", 2, "The Quay"), ("paragraph", 0, PORT), ("table", 0, "Elm\t5\nOak\t7"),
        ("block_quote", 0, "Quoted words."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Table 1. Tolls by port", "caption"),
        ("Source: Harbour Board (2016)", "figure_source"),
        ("PHOTO: A. COLE", "photo_credit"),
        ("12", "page_number"),
        (PORT, "paragraph"),
        ("> closed", "paragraph"),
        ("- closed", "paragraph"),
        ("1. Closed in winter.", "paragraph"),
        ("Elm\t5\t7", "paragraph"),
    ],
)
def test_a_region_that_is_only_a_paragraph_is_read_by_its_form(words, kind):
    text = f"{PORT}\n\n{words}\n\n{PORT}"
    assert [each[0] for each in told(text, region(text, words, "paragraph"))][1] == kind


@pytest.mark.parametrize("role", ["heading", "title", "note", "running_head", "page_number", "front_matter", "caption"])
def test_any_other_role_is_taken_at_its_word(role):
    text = f"{PORT}\n\n12\n\n{PORT}"
    assert [each[0] for each in told(text, region(text, "12", role))][1] == role


def test_lines_beside_the_regions_are_pieces_of_their_own():
    text = f"Above it.\nAnd this.\n\n{PORT}\n\nBelow it."
    assert [words for _, _, words in told(text, region(text, PORT, "paragraph"))] == [
        "Above it.", "And this.", PORT, "Below it."
    ]  # fmt: skip


def test_a_region_within_a_region_is_part_of_it():
    text = f"{PORT} It opened in May."
    regions = [Region(Span(0, len(text)), "block_quote"), region(text, "It opened in May.", "paragraph")]
    assert told(text, *regions) == [("block_quote", 0, text)]


@pytest.mark.parametrize("role", [MARKER, NOTE_TEXT])
def test_notes_and_markers_are_no_blocks(role):
    text = f"{PORT}\n\n1 See Cole."
    assert told(text, region(text, "1 See Cole.", role))[1][0] == "paragraph"


def test_an_empty_or_blank_region_is_passed_over():
    text = f"{PORT}\n\n \n\n{PORT}"
    regions = [
        Region(Span(len(PORT), len(PORT)), "heading", 1),
        Region(Span(len(PORT) + 2, len(PORT) + 3), "heading", 1),
    ]
    assert [kind for kind, _, _ in told(text, *regions)] == ["paragraph", "paragraph"]


@given(
    st.lists(st.tuples(st.sampled_from(["Port.", "12", "• a", "Elm\t5", "", " "]), st.sampled_from([*BlockKind, None])))
)
def test_every_printed_character_is_in_one_piece(parts):
    text, regions = "", []
    for words, role in parts:
        if role is not None:
            regions.append(Region(Span(len(text), len(text) + len(words)), str(role)))
        text += words + "\n\n"
    spans = [one.block.span for one in region_pieces(text, regions)]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())
