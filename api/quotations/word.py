"""Quotations -> a Word document. The only file that knows python-docx.

Words are in the style Quote; where the style cites in notes the citation is a real footnote, else it stands behind the
words. The reader's remark and tags stand below, the bibliography last.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from copy import deepcopy

from docx import Document
from docx.document import Document as Pages
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from api.quotations.markdown import paragraphs
from api.quotations.printing import Printed, mark
from api.quotations.runs import Run, runs
from api.records import Record
from api.rows import words

NO_XML = re.compile("[\ufffe\uffff]")
"""What XML forbids beside control characters, which are shown as signs."""
NOTE_TEXT, NOTE_SIGN = "footnote text", "footnote reference"
HANGING = Pt(28)


def word_file(told: Printed) -> bytes:
    """The whole list as a .docx file."""
    document = Document()
    about = document.core_properties
    about.author, about.comments, about.title = "", "", "Quotations"
    document.add_heading("Quotations", 0)
    notes = _Footnotes(document)
    for record in told.quotations:
        _add(document, record, notes if told.in_notes else None)
    _bibliography(document, told.entries)
    notes.keep()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def clean(text: str) -> str:
    """Words on one line, with nothing in them that a file of XML cannot hold."""
    return NO_XML.sub("\ufffd", words(text))


def _add(document: Pages, record: Record, notes: _Footnotes | None) -> None:
    """One quotation with its citation, remark and tags."""
    warning = mark(record)
    if warning is not None:
        document.add_paragraph(style="Quote").add_run(clean(warning)).bold = True
    for part in paragraphs(record["text"]):
        last = document.add_paragraph(clean(part).strip(), style="Quote")
    cited = runs(record, "citation") + _moved(record)
    if notes is not None:
        notes.add(last, cited)
    else:
        _write(last, [Run(" "), *cited])
    for part in paragraphs(record["remark"]):
        document.add_paragraph(clean(part).strip())
    if record["tags"]:
        document.add_paragraph().add_run(clean(", ".join(record["tags"]))).italic = True


def _moved(record: Record) -> list[Run]:
    return [Run(f" ({record['told']})")] if record["standing"] == "moved" else []


def _bibliography(document: Pages, entries: Iterable[Record]) -> None:
    told = [found for entry in entries if (found := runs(entry, "entry"))]
    if told:
        document.add_heading("Bibliography", 1)
    for each in told:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = HANGING
        paragraph.paragraph_format.first_line_indent = -HANGING
        _write(paragraph, each)


def _write(paragraph: Paragraph, told: Iterable[Run]) -> None:
    """Words with their formats, at the end of a paragraph."""
    for each in told:
        run = paragraph.add_run(clean(each.text))
        font = run.font
        font.italic = (paragraph.style is not None and paragraph.style.name == "Quote") ^ ("italic" in each.formats)
        font.bold = "bold" in each.formats or None
        font.small_caps = "small caps" in each.formats or None
        font.superscript = "superscript" in each.formats or None
        font.subscript = "subscript" in each.formats or None
        font.underline = "underline" in each.formats or None


class _Footnotes:
    """The footnotes of a document that is being written, which python-docx knows nothing of."""

    def __init__(self, document: Pages) -> None:
        self._document = document
        self._notes = OxmlElement("w:footnotes")
        self._count = 0
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = self._note(number, OxmlElement("w:p"))
            note.set(qn("w:type"), kind)
            note[0].append(_element("w:r", OxmlElement(f"w:{kind}")))

    def add(self, paragraph: Paragraph, told: Iterable[Run]) -> None:
        """A note behind the words of a paragraph."""
        if not self._count:
            self._styles()
        self._count += 1
        called = OxmlElement("w:footnoteReference")
        called.set(qn("w:id"), str(self._count))
        paragraph.add_run(style=NOTE_SIGN)._r.append(called)
        draft = self._document.add_paragraph(style=NOTE_TEXT)  # a note is a paragraph, written as any and moved
        draft.add_run(style=NOTE_SIGN)._r.append(OxmlElement("w:footnoteRef"))
        _write(draft, [Run(" "), *told])
        self._note(self._count, deepcopy(draft._p))
        draft._p.getparent().remove(draft._p)

    def keep(self) -> None:
        """Put the notes, if there are any, into the document's file."""
        if self._count:
            part = self._document.part
            name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
            part.relate_to(XmlPart(name, kind, self._notes, part.package), RELATIONSHIP_TYPE.FOOTNOTES)

    def _note(self, number: int, paragraph: BaseOxmlElement) -> BaseOxmlElement:
        note = _element("w:footnote", paragraph)
        note.set(qn("w:id"), str(number))
        self._notes.append(note)
        return note

    def _styles(self) -> None:
        styles = self._document.styles
        text = styles.add_style(NOTE_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style, text.font.size = styles["Normal"], Pt(9)
        styles.add_style(NOTE_SIGN, WD_STYLE_TYPE.CHARACTER, builtin=True).font.superscript = True


def _element(name: str, child: BaseOxmlElement) -> BaseOxmlElement:
    made = OxmlElement(name)
    made.append(child)
    return made
