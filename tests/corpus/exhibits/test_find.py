"""Blocks -> exhibits, with all that belongs to them."""

from __future__ import annotations

import pytest

from corpus.exhibits.find import exhibits
from corpus.model import Block, BlockKind, Exhibit, Marker, Note, Span

KINDS = {
    "C": BlockKind.CAPTION,
    "T": BlockKind.TABLE,
    "S": BlockKind.SOURCE_LINE,
    "N": BlockKind.NOTE,
    "P": BlockKind.PARAGRAPH,
    "H": BlockKind.HEADING,
    "Q": BlockKind.BLOCK_QUOTE,
    "G": BlockKind.PAGE_NUMBER,
    "X": BlockKind.PHOTO_CAPTION,
    "R": BlockKind.CREDIT,
}


def laid_out(*parts: tuple[str, str]) -> tuple[str, list[Block]]:
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(Span(len(text), len(text) + len(words)), KINDS[kind]))
        text += words + "\n\n"
    return text, blocks


def test_table_below_its_caption_with_source() -> None:
    text, blocks = laid_out(
        ("P", "Before."), ("C", "Table A.1. Aid"), ("T", "\t2010\nAid\t5"), ("S", "Source: OECD"), ("P", "After.")
    )
    (found,) = exhibits(text, blocks)
    assert (found.kind, found.label) == ("table", "Table A.1")
    assert found.body == blocks[2].span
    assert found.source == blocks[3].span


def test_notes_between_caption_and_table_do_not_part_them() -> None:
    text, blocks = laid_out(("C", "Figure 6. Aid"), ("N", "59 A note."), ("T", "a\tb\nc\td"))
    assert exhibits(text, blocks)[0].body == blocks[2].span


def test_caption_below_its_table() -> None:
    text, blocks = laid_out(("P", "Text."), ("T", "a\tb\nc\td"), ("C", "Table 2. Aid"), ("P", "More."))
    assert exhibits(text, blocks)[0].body == blocks[1].span


def test_each_table_has_one_caption() -> None:
    text, blocks = laid_out(("C", "Table 1. One"), ("T", "a\tb\nc\td"), ("C", "Table 2. Two"), ("P", "No table."))
    first, second = exhibits(text, blocks)
    assert first.body == blocks[1].span
    assert second.body is None


def test_a_paragraph_parts_caption_and_table() -> None:
    text, blocks = laid_out(("C", "Figure 1. A map"), ("P", "Text."), ("T", "a\tb\nc\td"))
    (found,) = exhibits(text, blocks)
    assert found.body is None
    assert found.kind == "figure"


@pytest.mark.parametrize(
    ("caption", "kind", "label"),
    [
        ("Figure 6. Aid", "figure", "Figure 6"),
        ("**Table A.1:** Aid", "table", "Table A.1"),
        ("Tableau 2 – Dépenses", "table", "Tableau 2"),
        ("Cuadro 3. Gasto", "table", "Cuadro 3"),
        ("Box 3: A case", "box", "Box 3"),
        ("TABLE IV. AID", "table", "TABLE IV"),
        ("Fig. 2.1 Aid", "figure", "Fig. 2.1"),
        ("Map 1. Where", "map", "Map 1"),
        ("Spending by ministry", "figure", ""),
    ],
)
def test_labels(caption: str, kind: str, label: str) -> None:
    text, blocks = laid_out(("C", caption))
    (found,) = exhibits(text, blocks)
    assert (found.kind, found.label) == (kind, label)


def test_no_caption_no_exhibit() -> None:
    text, blocks = laid_out(("P", "Text."), ("T", "a\tb\nc\td"))
    assert exhibits(text, blocks) == []


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[slice(*span)]


def shown(*parts: tuple[str, str]) -> tuple[str, list[Exhibit]]:
    text, blocks = laid_out(*parts)
    return text, exhibits(text, blocks)


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("Figure 6. Bees in spring", "Bees in spring"),
        ("**Table A.1:** Bees", "Bees"),
        ("Tableau n° 2 – Ruches", "Ruches"),
        ("TABLE 4", None),
        ("Table: Bees by valley", "Bees by valley"),
        ("Bees by valley", "Bees by valley"),
    ],
)
def test_a_title_is_the_caption_without_its_label(caption: str, title: str | None) -> None:
    text, (found,) = shown(("C", caption))
    assert words(text, found.title) == title


@pytest.mark.parametrize(
    ("caption", "kind"),
    [("Map: the valley", "map"), ("Chart: rain", "chart"), ("Tabla: lluvia", "table"), ("Rain: a history", "figure")],
)
def test_a_caption_without_a_number_may_say_its_kind(caption: str, kind: str) -> None:
    _, (found,) = shown(("C", caption))
    assert (found.kind, found.label) == (kind, "")


def test_a_marker_behind_the_title_is_no_part_of_it() -> None:
    text, blocks = laid_out(("C", "Table 1. Hives¹"), ("T", "a\tb\nc\td²"), ("N", "¹ In May."), ("N", "² Estimate."))
    at = text.index("¹"), text.index("²")
    notes = [Note("1", (blocks[2].span,)), Note("2", (blocks[3].span,))]
    markers = [Marker(Span(place, place + 1), str(n + 1), n) for n, place in enumerate(at)]
    (found,) = exhibits(text, blocks, markers, notes)
    assert words(text, found.title) == "Hives"
    assert [words(text, span) for span in found.markers] == ["¹", "²"]
    assert [words(text, span) for span in found.notes] == ["¹ In May.", "² Estimate."]


def test_a_footnote_of_the_body_beneath_a_table_is_not_the_tables() -> None:
    _, (found,) = shown(("C", "Table 1. Hives"), ("T", "a\tb\nc\td"), ("N", "7 See the annals."))
    assert found.notes == ()


def test_a_label_alone_takes_the_title_below_it() -> None:
    text, (found,) = shown(("C", "TABLE 3"), ("C", "Hives by valley"), ("T", "a\tb\nc\td"))
    assert (found.label, words(text, found.title)) == ("TABLE 3", "Hives by valley")
    assert words(text, found.caption) == "TABLE 3\n\nHives by valley"


def test_two_labels_are_two_captions() -> None:
    _, found = shown(("C", "TABLE 3"), ("C", "TABLE 4"))
    assert [each.label for each in found] == ["TABLE 3", "TABLE 4"]


@pytest.mark.parametrize("again", ["Table 3 (continued)", "Table 3. Hives (cont.)", "Table 3. Hives", "(continued)"])
def test_a_caption_over_the_page_goes_on_with_the_exhibit(again: str) -> None:
    text, (found,) = shown(
        ("C", "Table 3. Hives"), ("T", "a\tb\nc\td"), ("C", again), ("T", "a\tb\ne\tf"), ("S", "Source: us")
    )
    assert words(text, found.body) == "a\tb\nc\td"
    assert [words(text, span) for span in found.continued] == ["a\tb\ne\tf"]
    assert words(text, found.source) == "Source: us"


@pytest.mark.parametrize("again", ["Table 3. Wax", "Table 4 (continued)", "Table 3. Continued growth of swarms"])
def test_another_caption_is_another_exhibit(again: str) -> None:
    _, found = shown(("C", "Table 3. Hives"), ("T", "a\tb\nc\td"), ("C", again), ("T", "a\tb\ne\tf"))
    assert len(found) == 2


def test_a_table_goes_on_over_the_page_without_a_caption() -> None:
    text, (found,) = shown(
        ("C", "Table 3. Hives"), ("T", "a\tb\nc\td"), ("G", "12"), ("T", "a\tb\ne\tf"), ("P", "After.")
    )
    assert [words(text, span) for span in found.continued] == ["a\tb\ne\tf"]


@pytest.mark.parametrize(
    "between",
    [
        [],  # no page ends
        [("G", "12"), ("P", "A paragraph.")],
        [("S", "Source: us"), ("G", "12")],
    ],
)
def test_another_table_is_no_piece(between: list[tuple[str, str]]) -> None:
    _, (found,) = shown(("C", "Table 3. Hives"), ("T", "a\tb\nc\td"), *between, ("T", "a\tb\ne\tf"))
    assert found.continued == ()


def test_a_table_of_other_columns_is_no_piece() -> None:
    _, (found,) = shown(("C", "Table 3. Hives"), ("T", "a\tb\nc\td"), ("G", "12"), ("T", "a\tb\tx\ne\tf\ty"))
    assert found.continued == ()


def test_the_papers_habit_decides_between_two_tables() -> None:
    tables = "a\tb\nc\td", "e\tf\ng\th"
    text, (one, two) = shown(("T", tables[0]), ("C", "Table 1. Hives"), ("T", tables[1]), ("C", "Table 2. Wax"))
    assert (words(text, one.body), words(text, two.body)) == tables
    text, (one, two) = shown(("C", "Table 1. Hives"), ("T", tables[0]), ("C", "Table 2. Wax"), ("T", tables[1]))
    assert (words(text, one.body), words(text, two.body)) == tables


def test_one_line_may_hold_notes_and_source() -> None:
    text, (found,) = shown(
        ("C", "Table 1. Hives"), ("T", "a\tb\nc\td"), ("S", "Notes: Counted in May. Source: Bee Office, 2012.")
    )
    assert words(text, found.source) == "Source: Bee Office, 2012."
    assert [words(text, span) for span in found.notes] == ["Notes: Counted in May."]


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("* provisional", True),
        ("† provisional", False),  # no cell bears it
        ("n.a. = not available", True),
        ("Other includes wax and propolis.", True),
        ("Honey includes wax, as we saw.", False),  # no row is called so
        ("The valley then recovered.", False),
    ],
)
def test_lines_that_explain(line: str, taken: bool) -> None:
    text, (found,) = shown(("C", "Table 1. Hives"), ("T", "\t2010\nOost\t5*\nOther\t7"), ("P", line))
    assert [words(text, span) for span in found.notes] == ([line] if taken else [])


def test_a_source_above_its_caption_where_captions_stand_below() -> None:
    text, (one, two) = shown(
        ("P", "Before."), ("S", "Source: A"), ("C", "Figure 1. Rain"), ("S", "Source: B"), ("C", "Figure 2. Sun")
    )
    assert (words(text, one.source), words(text, two.source)) == ("Source: A", "Source: B")


def test_a_paragraph_ends_what_is_beneath() -> None:
    _, (found,) = shown(
        ("C", "Figure 1. Rain"), ("P", "It rained in the valley " * 9 + "again."), ("S", "Source: another's")
    )
    assert found.source is None


def test_photos_and_boxes() -> None:
    text, (photo, box) = shown(
        ("X", "Keepers at the market in June."), ("R", "Photo: A. Ito"), ("H", "Box 2. A day"), ("Q", "She rises.")
    )
    assert (photo.kind, words(text, photo.source)) == ("photo", "Photo: A. Ito")
    assert (box.kind, box.label, words(text, box.body)) == ("box", "Box 2", "She rises.")


def test_a_heading_is_no_exhibit() -> None:
    assert shown(("H", "Boxes and tables"), ("H", "2. The figure of the king"), ("P", "Words."))[1] == []
