"""Notes and markers in every usual style; numbers that are neither; what was lost is said, not invented."""

import itertools
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.model import BlockKind, Paper, Source
from corpus.notes.find import find_notes
from corpus.outline.blocks import blocks
from corpus.structure import structure

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


PORT = (
    "The ferry company kept its boats in port for most of the winter, and the harbour board blamed the weather and "
    "the price of fuel for a delay that the islands had long foreseen."
)


@pytest.mark.parametrize(
    ("marker", "label"),
    [
        ("({n})", "({n}) "),
        (" ({n})", "({n}) "),
        ("{n})", "{n}) "),
        (" [{n}]", "[{n}] "),
        ("[{n}]", "{n}. "),
        ("[{n}]", "{n}: "),
        ("{n}", "{n}"),
        ("{n}", "{n}\t"),
        ("^{n}", "^{n} "),
        ("^{n}^", "{n}. "),
        ("<sup>{n}</sup>", "<sup>{n}</sup> "),
        ("[^{n}]", "[^{n}]: "),
    ],
)
def test_notes_are_found_in_other_conventions_too(marker, label):
    body = [BODY[at].replace(f"{{{at + 1}}}", marker.format(n=at + 1)) for at in range(4)]
    notes = [label.format(n=at + 1) + NOTES[at] for at in range(4)]
    text = "\n\n".join(["The Price of Water", "Introduction", *body, "Notes", *notes])
    result = found(text)
    assert [(m.label, m.note) for m in result.markers] == [("1", 0), ("2", 1), ("3", 2), ("4", 3)]
    assert ["".join(text[slice(*span)] for span in note.words).strip(": \t") for note in result.notes] == NOTES


def paired(text):
    result = found(text)
    return [(m.label, m.note) for m in result.markers], [note.label for note in result.notes]


@pytest.mark.xfail(strict=True, reason="conventions that are not known")
@pytest.mark.parametrize(
    ("markers", "labels"),
    [
        (("[1]", "[2]"), ("Note 1: ", "Note 2: ")),
        (("[i]", "[ii]"), ("[i] ", "[ii] ")),
        (("[a]", "[b]"), ("[a] ", "[b] ")),
        (("ᵃ", "ᵇ"), ("ᵃ ", "ᵇ ")),
        (("{1}", "{2}"), ("{1} ", "{2} ")),
    ],
)
def test_labels_on_their_own_line_in_words_or_in_letters(markers, labels):
    text = "\n\n".join(
        [f"The toll rose.{markers[0]} {PORT}", f"The fee fell.{markers[1]} {PORT}"]
        + [f"{label}Harbour Board, Minutes, {year}, p. 4." for label, year in zip(labels, (2014, 2016), strict=True)]
    )
    links, notes = paired(text)
    assert len(notes) == 2
    assert [note for _, note in links] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        f"{PORT}\n\n22 July 1826 was the day the lighthouse burned.\n\n23 July saw it empty.\n\n1 August ended it.",
        f"{PORT}\n\n1 million tonnes went over the quay.\n\n2 million went over it in 2005.\n\n3 ferries were lost.",
        f"Article 1. The board keeps the quay.\n\nArticle 2. The board sets tolls.\n\n1. Nobody may moor.\n\n{PORT}",
        f"{PORT}\n\n(1) Repair the quay;\n\n(2) Move the ferries; and\n\n(3) Train the pilots.\n\n{PORT}",
        f"{PORT}\n\n1) Repair the quay.\n\n2) Move the ferries.\n\n3) Train the pilots.\n\n{PORT}",
        "\n\n".join(f"{n} {PORT}" for n in range(1, 10)),
        "\n\n".join(f"{n}. {PORT} See paragraph {n - 1}. In 2003 it held." for n in range(1, 10)),
        "\n\n".join(f"{n} The Quay of the North\n\n{PORT}\n\n{n}.1 The Boats\n\n{PORT}" for n in range(1, 6)),
        "\n\n".join(f"Q{n}. How many boats?\n\nA{n}. There were {n}." for n in range(1, 6)),
        f"The G7 and the G20 met. MH17 fell. COP21 and COP 26 met; see SDG 4 and goals 1, 2 and 3. {PORT}",
        f"They won 3–1, 4–2 and 5–3. Chapter 1 tells of it, chapter 2 of the rest, and section 3 ends it. {PORT}",
        f"{PORT}\n\n1. 2003: the quay burned.\n\n2. 2004: it was rebuilt.\n\n3. 2005: it burned again.\n\n{PORT}",
        f"{PORT}\n\n1 Elm\n\n2 Oak\n\n3 Ash\n\n4 Fir\n\n{PORT}",
        f"{PORT}\n\nRecommendations\n\n"
        + "\n\n".join(f"{n} Based on the data of 201{n}, the board should close basin {n} by 2020." for n in (1, 2, 3)),
        "\n\n".join(f"{PORT}\n\n{n} | Boats and Tolls" for n in range(1, 8)),
        "\n\n".join(f"{PORT}\n\nPage {n} of 12" for n in range(1, 8)),
        "\n\n".join(f"{n} BOATS AND TOLLS\n\n{PORT}" for n in range(1, 8)),
        f"{PORT}\n\n• 1 boat in Elm\n\n• 2 boats in Oak\n\n• 3 boats in Ash\n\n{PORT}",
        f"The 1ˢᵗ and 2ⁿᵈ quays, n° 5 and N.º 7, and 3 km² of 5 m³. {PORT}",
        f"{PORT}\n\n2003 The quay burned.\n\n2004 The quay was rebuilt.\n\n2005 It burned again.\n\n{PORT}",
    ],
)
def test_lists_dates_laws_and_furniture_are_no_notes(text):
    assert paired(text) == ([], [])


STATISTICS = "\n\n".join(
    f"In 200{n}, {n} of {n + 10} ports reported losses; {n * 12} boats ({n * 3}.{n} per cent) were idle, against "
    f"{n * 7} in 199{n}. Table {n} gives means of {n}.5 (s.d. {n}) for {n * 11} ports. The slope was {n} in the north "
    f"and {n + 1} in the south, with n = {n * 100}; it fell by {n} to {n + 3} points, or 1 in {n + 4}."
    for n in range(1, 10)
)


def test_a_paper_full_of_numbers_has_no_notes():
    assert paired(STATISTICS) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        f"The quay has three uses: (1) ferries, (2) freight and (3) fish. {PORT}",
        f"The toll is fixed by equation (1). {PORT} The fee by equation (2). {PORT} The fine by equation (3). {PORT}",
        f"Telephone (1) 555 1234, (2) 555 2345 or (3) 555 9999. {PORT}",
    ],
)
def test_what_is_numbered_within_a_sentence_is_no_marker(text):
    assert paired(text) == ([], [])


def test_paragraphs_of_a_law_that_name_each_other_are_no_notes():
    law = ["(1) The board keeps the quay.", "(2) The board sets tolls under paragraph (1).",
           "(3) Tolls under paragraph (2) are public.", "(4) Paragraph (3) does not bind ferries."]  # fmt: skip
    assert paired("\n\n".join(["Article 5", *law, PORT])) == ([], [])


@pytest.mark.parametrize("dot", ["", "."])
def test_a_table_of_contents_holds_no_notes(dot):
    heads = [f"{n}{dot} {words}" for n, words in enumerate(("Introduction", "The Quay", "The Boats"), 1)]
    contents = [f"{head} ........ {page}" for head, page in zip(heads, (1, 5, 9), strict=True)]
    text = "\n\n".join(["Contents", *contents, *(part for head in heads for part in (head, PORT * 2))])
    assert paired(text) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "The cost is x² + y² + z³ at most.",
        "It is 10⁻³ of the whole.",
        "It measures 5 dm² and 4 yd³.",
        "It is 4 µm² wide.",
    ],
)
def test_powers_are_no_markers(text):
    assert paired(f"{text} {PORT}") == ([], [])


HOSTILE = [
    "The port ", "¹", "²", "³", " 1 ", "[1]", "[^1]", "(1)", "*", "**", "†", "‡", "§", "\n", "\n\n", "\f",
    "\r\n", "\t", "|",
    "1.", "2) ", "See Abel 2001. ", "References\n\n", "Notes\n\n", "Table 1. ", "Source: ", "12\n\n",
    "iv\n\n", "\u202e",
    "😀", "\u0301", "\x00", "\x85", "\u2028", "https://a.example ", "“", "é", "Sales of the ", "fell.",
    "ABC", "> ", "- ",
    "• ", "0", "⁰", "99999", "\\", "_", "²³⁴⁵", "٣", "१", "①", "\x1c", "\xa0",
]  # fmt: skip


def check(text):
    """What holds of any text whatever."""
    seen = structure(Paper("any", text, Source("-", "txt", "", "txt")))
    spans = [block.span for block in seen.blocks]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())
    notes = sorted(span for note in seen.notes for span in note.spans)
    marks = sorted(marker.span for marker in seen.markers)
    for ordered in (notes, marks):
        assert all(one.end <= two.start for one, two in itertools.pairwise(ordered))
    for span in [*marks, *(span for passage in seen.passages for span in passage.spans)]:
        assert 0 <= span.start < span.end <= len(text)
    assert all(marker.note is None or marker.note < len(seen.notes) for marker in seen.markers)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(HOSTILE), max_size=20).map("".join))
@example("*" * 500)
@example("†" * 500)
@example("1234567890" * 300)
@example("\u0301" * 50)
@example("1\n\n" * 60)
@example("")
def test_any_text_has_a_structure(text):
    check(text)


@pytest.mark.parametrize("text", ["[^1]: \u202e", "a.¹ b\n\n¹ \u200b"])
def test_a_note_without_a_printed_word_does_no_harm(text):
    check(text)


def test_no_note_is_empty():
    assert all(note.spans[0].length for note in found("1 ²[1]").notes)


def test_a_blank_markdown_text_has_a_structure():
    assert structure(Paper("any", "\xa0\u2028", Source("-", "markdown", "", "markdown"))).notes == ()


@pytest.mark.parametrize(
    "unit",
    [
        "*", "1 ", "[1]", "(1)", "word (1) ", "¹", "a¹ ", "ab\n", "Ab cd\n\n", "†", "a* ", " *a", "1\n\n",
        "[^a]", "1 See Abel.\n\n",
        "1. Ab\n", "a¹\n\n¹ See b.\n\n", "\\*", "in 20121 ", "Cut line of the\n\nand so on the\n\n",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(unit):
    def best(length):
        took = []
        for _ in range(3):
            begun = time.perf_counter()
            structure(Paper("any", (unit * length)[:length], Source("-", "txt", "", "txt")))
            took.append(time.perf_counter() - begun)
        return min(took)

    assert best(12_000) < 10 * max(best(3_000), 0.01)
