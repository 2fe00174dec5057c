"""Notes and markers in every usual style; numbers that are neither; what was lost is said, not invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import BlockKind
from corpus.notes.find import find_notes
from corpus.outline.blocks import blocks

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BODY = [
    "The river board met four times a year and kept no minutes{1} of what it decided about the price of water.",
    "It paid its engineers late.{2} In 1998 there were 12 of them, and 30 more were promised in the second plan.",
    "Farmers drew 45 per cent of the flow,{3} which is more than the law of 1974 allows for any one use.",
    "The board denied it.{4} Nobody was surprised by that, least of all the farmers who had paid for the pumps.",
]
NOTES = [
    "See Abel (1999), p. 12.",
    "Interview with a former engineer, March 2001.",
    "Ministry of Water, Annual Report 2002, pp. 3-5.",
    "Ibid., 7.",
]
STYLES = {
    "raised": (lambda n: str(n).translate(RAISED), lambda n: str(n).translate(RAISED) + " "),
    "raised over plain": (lambda n: str(n).translate(RAISED), lambda n: f"{n} "),
    "bracketed": (lambda n: f"[{n}]", lambda n: f"[{n}] "),
    "spaced": (lambda n: f" {n} ", lambda n: f"{n} "),
    "glued over dotted": (str, lambda n: f"{n}. "),
    "raised, label glued": (lambda n: str(n).translate(RAISED), lambda n: str(n).translate(RAISED)),
}


def written(style, *, skip_notes=(), skip_markers=(), endnotes=False):
    marker, label = STYLES[style]
    shown = {str(n): "" if n in skip_markers else marker(n) for n in (1, 2, 3, 4)}
    body = [line.replace("{" + n + "}", shown[n]) for n in shown for line in [BODY[int(n) - 1]]]
    notes = [f"{label(n)}{NOTES[n - 1]}" for n in (1, 2, 3, 4) if n not in skip_notes]
    if endnotes:
        return "\n\n".join([*body, "Notes", *notes])
    return "\n\n".join([*body[:2], *notes[:2], *body[2:], *notes[2:]])


def found(text):
    return find_notes(text, blocks(text))


@pytest.mark.parametrize("endnotes", [False, True])
@pytest.mark.parametrize("style", STYLES)
def test_notes_are_found_and_linked_in_every_style(style, endnotes):
    text = written(style, endnotes=endnotes)
    result = found(text)
    assert [note.label for note in result.notes] == ["1", "2", "3", "4"]
    assert [(marker.label, marker.note) for marker in result.markers] == [("1", 0), ("2", 1), ("3", 2), ("4", 3)]
    for note, words in zip(result.notes, NOTES, strict=True):
        assert text[slice(*note.spans[0])].endswith(words)


@pytest.mark.parametrize("style", ["raised", "bracketed", "raised over plain"])
def test_a_lost_note_leaves_its_marker_open_and_a_lost_marker_its_note(style):
    result = found(written(style, skip_notes=(3,)))
    assert [(m.label, m.note) for m in result.markers] == [("1", 0), ("2", 1), ("3", None), ("4", 2)]
    result = found(written(style, skip_markers=(2,)))
    assert [note.label for note in result.notes] == ["1", "2", "3", "4"]
    assert [(m.label, m.note) for m in result.markers] == [("1", 0), ("3", 2), ("4", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "In 1998 there were 12 engineers. 30 more came in 2001, of whom 9 stayed for 15 months.",
        "1. Dredging comes first.\n\n2. Locks come second.\n\n3. Bridges come last.",
        "The plan has 3 aims. It covers 40 km² and 5 m³ of water; see Figure 2, page 4 and Article 7.",
        "They voted 12 to 3. The chair left. Four stayed.",
        "*Ibid.* is a word, and *this* is too.",
        "- *The first* aim is dredging.\n\n- *The second* aim is locks.",
        "River\n\n| Elm | 5 |\n|---|---|\n| **Sum** | **557** |",
        "1. Rivers\n\nThe board met.\n\n2. Canals\n\nThe board left.",
        "On 22 July they met.\n\n22 to 25 July was a holiday, and nobody came.",
    ],
)
def test_numbers_lists_and_emphasis_are_no_notes(text):
    result = found(text)
    assert result.notes == ()
    assert result.markers == ()


def test_numbering_may_restart():
    text = "\n\n".join([written("raised"), written("raised")])
    result = found(text)
    assert [note.label for note in result.notes] == ["1", "2", "3", "4"] * 2
    assert [marker.note for marker in result.markers] == list(range(8))


def test_a_symbol_note_belongs_to_the_symbol_above_it():
    text = "Figure 1. Flow of the river*\n\nSource: Ministry\n\n*The width of a line shows the flow.\n\n" + BODY[0]
    result = found(text)
    assert [(m.label, m.note) for m in result.markers] == [("*", 0)]
    assert text[slice(*result.notes[0].spans[0])] == "*The width of a line shows the flow."


def test_a_starred_cell_without_a_note_is_a_marker_without_a_note():
    text = "Spending\n\nRiver\t2001\nElm\t557*\nOak\t12\n\n" + BODY[0]
    assert [(m.label, m.note) for m in found(text).markers if m.label == "*"] == [("*", None)]


def test_named_notes_are_numbered_as_a_reader_would_see_them():
    text = "One[^b] and two.[^a] And three.[^gone]\n\n[^a]: See Abel.\n\n[^b]: See Cole.\n\n[^unused]: Never."
    result = find_notes(text, blocks(text, "markdown"))
    assert [(m.label, m.note) for m in result.markers] == [("1", 1), ("2", 0), ("3", None)]
    assert [note.label for note in result.notes] == ["2", "1", "unused"]


def test_a_note_that_a_page_cut_takes_its_second_half():
    text = "\n\n".join(
        [
            BODY[0].replace("{1}", "¹") , BODY[3].replace("{4}", "²"),
            "¹ See Abel, who in a long argument about the law of rivers and the",
            "It was a long argument and it filled most of the page that came after it, as everybody could see.",
            "price of water says the same. ",
            "² Ibid., 7.",
        ]
    )  # fmt: skip
    result = found(text)
    assert [text[slice(*span)] for span in result.notes[0].spans][-1] == "price of water says the same."


@pytest.mark.parametrize("style", STYLES)
def test_every_note_is_one_block_and_no_other_block_holds_a_note(style):
    text = written(style)
    result = found(text)
    spans = [block.span for block in result.blocks if block.kind is BlockKind.NOTE]
    assert spans == [note.spans[0] for note in result.notes]


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("ab. 123[]¹²*\n†"), max_size=120))
def test_any_text_gives_marks_that_are_printed_and_links_that_exist(text):
    result = found(text)
    assert all(marker.note is None or marker.note < len(result.notes) for marker in result.markers)
    assert [m.span for m in result.markers] == sorted(m.span for m in result.markers)
    for note in result.notes:
        assert note.mark is None or note.spans[0].covers(note.mark)
