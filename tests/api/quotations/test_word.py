"""Quotations as a Word document, opened again by python-docx and by our own reader."""

import io
import zipfile

import pytest
from docx import Document
from wells_and_dams import WELLS

from api.pipeline import analyse_file
from api.quotations.printing import Printed, printed
from api.quotations.word import clean, word_file

RAN_DRY = "Nobody counted the wells that ran dry in the same year."
PUMPS = "The council of Elm paid 5 million euros for the pumps in 2001."


def paragraphs(data):
    return [(each.style.name, each.text) for each in Document(io.BytesIO(data)).paragraphs]


def test_a_style_of_notes_gives_footnotes(library, pick, tmp_path):
    pick(RAN_DRY, remark="Why?\n\nReally?", tags=["wells", "dry"])
    pick("A dam was built at Oak for 3 million dollars", "dams.txt")
    data = word_file(printed(library, library.quotations.list(), "chicago-17"))
    assert paragraphs(data) == [
        ("Title", "Quotations"),
        ("Quote", RAN_DRY),
        ("Normal", "Why?"),
        ("Normal", "Really?"),
        ("Normal", "wells, dry"),
        ("Quote", "A dam was built at Oak for 3 million dollars"),
        ("Heading 1", "Bibliography"),
        ("Normal", "Cole, Ada. The Wells of Elm. 2012."),
        ("Normal", "Zell, Otto. Dams of the North. 2015."),
    ]
    italic = [run.text for run in Document(io.BytesIO(data)).paragraphs[-2].runs if run.italic]
    assert italic == ["The Wells of Elm"]
    (tmp_path / "list.docx").write_bytes(data)
    read = analyse_file(tmp_path / "list.docx", "list.docx")
    text = read.paper.text
    assert [read.paper.quote(*note.spans).strip() for note in read.notes] == [
        "¹ Ada Cole, The Wells of Elm (2012), para. 1.",
        "² Otto Zell, Dams of the North (2015), para. 1.",
    ]
    assert all(text[: marker.span.start].endswith(("same year.", "dollars")) for marker in read.markers)


def test_a_style_of_the_text_cites_behind_the_words(library, pick):
    pick(RAN_DRY)
    data = word_file(printed(library, library.quotations.list(), "apa"))
    assert ("Quote", f"{RAN_DRY} (Cole, 2012, para. 1)") in paragraphs(data)
    assert "word/footnotes.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()


@pytest.mark.parametrize("style", ["chicago", "apa"])
def test_what_no_longer_holds_is_marked(library, pick, rewrite, style):
    pick(RAN_DRY)
    pick(PUMPS)
    rewrite("wells.txt", WELLS.replace("Nobody counted", "Somebody counted"))
    told = paragraphs(word_file(printed(library, library.quotations.list(), style)))
    quoted = [text for name, text in told if name == "Quote"]
    assert quoted[0] == "This quotation no longer holds: wells.txt has other words there now."
    assert quoted[1].startswith(RAN_DRY)
    assert [text for text in quoted if "no longer" in text] == quoted[:1]


HOSTILE = "\x00\x01\x0b\x1b[31m <w:p>&amp; \ufffe\uffff {MERGEFIELD x} =SUM(A1)\x85 \u202e𝔘"


def test_control_characters_and_markup_are_words(library, pick):
    pick(RAN_DRY, remark=HOSTILE)
    library.metadata.set("wells", title=f"T{HOSTILE}")
    for style in ("chicago", "apa"):
        told = printed(library, library.quotations.list(), style)
        (record,) = told.quotations
        bad = Printed(told.in_notes, [{**record, "text": HOSTILE}], told.entries)
        shown = paragraphs(word_file(bad))
        assert any(name == "Quote" and "<w:p>&amp;" in text and "=SUM(A1)" in text for name, text in shown)


def test_an_empty_list_is_a_document():
    assert paragraphs(word_file(Printed(True, [], []))) == [("Title", "Quotations")]


@pytest.mark.parametrize(
    ("text", "shown"), [("a\x00b", "a\u2400b"), ("a\n b\tc", "a b c"), ("\ufffea\uffff", "\ufffda\ufffd"), ("é", "é")]
)
def test_clean(text, shown):
    assert clean(text) == shown
