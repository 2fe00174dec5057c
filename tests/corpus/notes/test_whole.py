"""Whole small papers: notes at the foot of pages and at the end, cut, lost and renumbered; sentences healed."""

import textwrap

import pytest

from corpus.model import Paper, Source
from corpus.structure import structure

OPENING = "Boats and Beds: Clinics on the Outer Islands\n\nIntroduction"
QUAY = (
    "The port authority closed the old quay in the spring of 2014¹ and moved its ferries to the northern basin, where "
    "the water is"
)
DEEP = "deep enough for the larger boats that the company had ordered. Its accounts are silent about the cost.²"
NURSES = (
    "The clinics on the island lost their supply boat³ and the nurses went back to the mainland, as the district "
    "officer had"
)
FEARED = "feared. The council promised a second boat.⁴ It came in the autumn of 2016, a year later than agreed by all."
N1 = "¹ Harbour Board, Minutes, 3 March 2014."
N2 = "² Interview with the deputy auditor, Port Elm, June 2015."
N3 = "³ District Health Office, Annual Report 2015, which says at length that the number of children who"
N3_REST = "missed a dose was 312, of whom most lived beyond the ridge."
N4 = "⁴ See A. Marlow, “Boats and Beds”, Island Gazette, 12 May 2016."
WHOLE = [f"{QUAY} {DEEP}", f"{NURSES} {FEARED}"]
NOTES = [N1, N2, f"{N3} {N3_REST}", N4]
LINKS = [("1", N1), ("2", N2), ("3", NOTES[2]), ("4", N4)]


def read(*pieces):
    """(notes, [(label of marker, its note)], paragraphs), white space as single spaces."""
    text = "\n\n".join([OPENING, *pieces]) + "\n"
    seen = structure(Paper("boats", text, Source("-", "txt", "", "txt")))

    def said(spans):
        return " ".join(" ".join(text[slice(*span)] for span in spans).split())

    notes = [said(note.spans) for note in seen.notes]
    links = [(m.label, None if m.note is None else notes[m.note]) for m in seen.markers]
    return notes, links, [said(paragraph.spans) for paragraph in seen.paragraphs]


@pytest.mark.parametrize(
    "breaks",
    [
        ([], [], []),
        (["3"], ["4"], ["5"]),
        (["- 3 -"], ["- 4 -"], ["- 5 -"]),
        (["iii"], ["iv"], ["v"]),
        (["Page 3 of 12"], ["Page 4 of 12"], ["Page 5 of 12"]),
        (["3 | Boats and Beds"], ["4 | Boats and Beds"], ["5 | Boats and Beds"]),
        (["Boats and Beds 3"], ["Boats and Beds 4"], ["Boats and Beds 5"]),
        (["3", "Harbour Centre Papers"], ["4", "Harbour Centre Papers"], ["5", "Harbour Centre Papers"]),
        (["https://harbour.example/boats"], ["https://harbour.example/boats"], []),
    ],
)
def test_notes_at_the_foot_of_pages_do_not_cut_the_sentence(breaks):
    one, two, three = breaks
    notes, links, paragraphs = read(QUAY, N1, *one, DEEP, N2, NURSES, NOTES[2], *two, FEARED, N4, *three)
    assert notes == NOTES
    assert links == LINKS
    assert paragraphs == WHOLE


@pytest.mark.parametrize("heading", ["Notes", "NOTES", "Endnotes", "Footnotes", "Notas", "Anmerkungen", "Notes:"])
def test_endnotes_stand_under_their_heading(heading):
    notes, links, paragraphs = read(*WHOLE, heading, *NOTES)
    assert (notes, links, paragraphs) == (NOTES, LINKS, WHOLE)


def test_a_note_over_two_pages_is_one_note():
    more = "³ Ibid., p. 4."
    notes, links, paragraphs = read(
        f"{QUAY} {DEEP}", N1, N3.replace("³", "²"), "4", f"{NURSES} {FEARED}", N3_REST, more, N4
    )
    assert notes == [N1, f"{N3.replace('³', '²')} {N3_REST}", more, N4]
    assert [label for label, _ in links] == ["1", "2", "3", "4"]
    assert paragraphs == WHOLE


@pytest.mark.parametrize("lost", [1, 2, 3, 4])
def test_a_lost_note_leaves_its_marker_without_one(lost):
    left = [note for at, note in enumerate(NOTES, 1) if at != lost]
    notes, links, paragraphs = read(*WHOLE, *left)
    assert notes == left
    assert links == [(label, None if int(label) == lost else note) for label, note in LINKS]
    assert paragraphs == WHOLE


@pytest.mark.parametrize("lost", [1, 2, 3, 4])
def test_a_lost_marker_leaves_its_note_without_one(lost):
    notes, links, _ = read(*(line.replace("¹²³⁴"[lost - 1], "") for line in WHOLE), *NOTES)
    assert notes == NOTES
    assert links == [link for link in LINKS if link[0] != str(lost)]


def test_a_note_without_its_head_answers_the_marker_that_has_no_note():
    tail = "missed a dose, see p. 12 of the same report (Port Elm: DHO, 2015)."
    notes, links, _ = read(*WHOLE, N1, N2, NOTES[2], tail)
    assert notes == [*NOTES[:3], tail]
    assert links == [*LINKS[:3], ("4", tail)]


def test_a_note_without_its_head_may_stand_among_others():
    tail = "missed a dose, see p. 12 of the same report (Port Elm: DHO, 2015)."
    notes, links, _ = read(*WHOLE, N1, N2, tail, N4)
    assert notes == [N1, N2, tail, N4]
    assert links == [*LINKS[:2], ("3", tail), LINKS[3]]


def test_the_body_goes_first_where_body_and_note_both_break_off():
    notes, _, paragraphs = read(f"{QUAY} {DEEP}", NURSES, N1, N2, N3, FEARED, N4)
    assert paragraphs == WHOLE
    assert notes[2] == N3


def test_endnotes_may_begin_anew_with_each_chapter():
    chapters = [
        "1. The Quay", f"{QUAY} {DEEP}", "2. The Clinics",
        f"{NURSES} {FEARED}".replace("³", "¹").replace("⁴", "²"), "Notes", "Chapter 1", N1, N2, "Chapter 2",
        NOTES[2].replace("³", "¹"), N4.replace("⁴", "²"),
    ]  # fmt: skip
    notes, links, _ = read(*chapters)
    assert notes == [N1, N2, NOTES[2].replace("³", "¹"), N4.replace("⁴", "²")]
    assert links == list(zip(["1", "2", "1", "2"], notes, strict=True))


def test_numbering_may_begin_anew_on_each_page():
    lines = [QUAY, N1, "3", DEEP.replace("²", "¹"), N2.replace("²", "¹"), "4", WHOLE[1], NOTES[2], N4]
    lines = [line.replace("³", "¹").replace("⁴", "²") if at > 4 else line for at, line in enumerate(lines)]
    notes, links, _ = read(*lines)
    assert [note for label, note in links] == notes
    assert [label for label, _ in links] == ["1", "1", "1", "2"]


def test_two_markers_side_by_side_have_a_note_each():
    body = WHOLE[1].replace("⁴", "").replace("³", "³,⁴")
    _, links, _ = read(WHOLE[0], body, *NOTES)
    assert links == LINKS


@pytest.mark.parametrize("sign", ["¹", "*", "†"])
def test_a_single_note_is_enough(sign):
    body = f"{QUAY} {DEEP}".replace("¹", sign).replace("²", "")
    notes, links, _ = read(body, N1.replace("¹", sign))
    assert notes == [N1.replace("¹", sign)]
    assert [note for _, note in links] == notes


LONG = [
    (
        "The port authority closed the old quay in the spring of last year¹ and moved the ferries to the "
        "northern basin, "
        "where the water is deep enough for the larger boats that the company had ordered from a yard on the mainland."
    ),
    (
        "Its accounts for that year are silent about the cost of the move.² The auditors asked twice and were "
        "told that "
        "the papers had been lost when the customs house was cleared, which nobody could confirm or wished to deny."
    ),
    (
        "The clinics on the island lost their supply boat³ and the nurses went back to the mainland. For "
        "eleven weeks no "
        "vaccine reached the villages beyond the ridge, and the district officer wrote that he could not answer for it."
    ),
]
LONG_NOTES = [
    (
        "¹ Harbour Board, Minutes of the Quay Committee, third meeting, as copied by the clerk of the town council and "
        "kept in the reading room of the archive."
    ),
    "² Interview with the deputy auditor, Port Elm, in June.",
    (
        "³ District Health Office, Annual Report, p. 44, which puts the number of children who missed a dose "
        "at more than "
        "three hundred, of whom most lived beyond the ridge."
    ),
]


def wrapped(words, width, indent=0):
    return textwrap.fill(words, width, initial_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


@pytest.mark.parametrize("width", [60, 66, 72, 88])
@pytest.mark.parametrize(("between", "indent"), [("\n\n", 0), ("\n\n", 3), ("\n", 3)])
@pytest.mark.parametrize("heading", [None, "Notes"])
def test_a_printer_may_have_broken_the_lines(width, between, indent, heading):
    body = between.join(wrapped(each, width, indent) for each in LONG)
    below = "\n\n".join([*([heading] if heading else []), *(wrapped(each, width) for each in LONG_NOTES)])
    notes, links, paragraphs = read(body, below)
    assert notes == LONG_NOTES
    assert links == [("1", LONG_NOTES[0]), ("2", LONG_NOTES[1]), ("3", LONG_NOTES[2])]
    assert paragraphs == LONG


def test_a_year_at_the_head_of_a_wrapped_line_begins_nothing():
    body = [each.replace("of last year", "of 2014").replace("in June", "in June 2015") for each in LONG]
    text = "\n\n".join(wrapped(each, width) for each in body for width in (66,))
    assert len(read(text.replace(" 2014", "\n2014"))[2]) == len(LONG)


@pytest.mark.xfail(strict=True, reason="between a full stop and a capital a wrapped marker looks like a note's label")
def test_a_marker_may_be_wrapped_to_the_head_of_a_line():
    body = [each.translate({0xB9: " [1]", 0xB2: " [2]", 0xB3: " [3]"}) for each in LONG]
    below = [each.translate({0xB9: "[1]", 0xB2: "[2]", 0xB3: "[3]"}) for each in LONG_NOTES]
    text = [wrapped(body[0], 66).replace(" [1] and\n", "\n[1] and "), *(wrapped(each, 66) for each in body[1:])]
    notes, links, paragraphs = read(*text, *(wrapped(each, 66) for each in below))
    assert notes == below
    assert [label for label, _ in links] == ["1", "2", "3"]
    assert len(paragraphs) == 3
