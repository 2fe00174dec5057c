"""A paragraph -> its words as a line, with markers; text boxes anchored in it are given apart."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from corpus.read.docx.notes import KINDS, Notes, sign_in
from corpus.read.docx.styles import Styles, is_on, is_raised, is_set, value
from corpus.read.docx.symbols import symbol
from corpus.read.docx.tree import boxes, children
from corpus.read.inline import Line, Tag, raise_sign, raise_words

SECOND_REFERENCE = re.compile(r"\s*NOTEREF\s+(\S+)")
FIXED = {
    "w-tab": " ", "w-ptab": " ", "w-cr": " ", "w-noBreakHyphen": "\u2011", "w-softHyphen": "",
}  # fmt: skip
INSTRUCTION = "w-instrText"
MATHS_WORDS = "m-t"


class Field:
    """A field that has begun: its instruction is no text, its result is."""

    def __init__(self) -> None:
        self.instruction = ""
        self.in_result = False


class Words:
    """Reads paragraphs in order; fields may run over several."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self._fields: list[Field] = []
        self._awaiting: Tag | None = None
        self._line = Line()
        self._lines: list[Line] = []
        self._boxes: list[Element] = []
        self._bold: list[bool] = []
        self._break = False
        self._style: str | None = None

    def read(self, paragraph: Element) -> list[Line]:
        """The words of `paragraph`; more than one line where two line breaks follow each other."""
        self._line, self._lines, self._boxes, self._bold = Line(), [], [], []
        self._break = False
        self._style = value(paragraph.find("w-pPr/w-pStyle")) or None
        for child in children(paragraph):
            if child.tag == "w-r":
                self._run(child)
            elif child.tag.startswith("m-"):
                self._maths(child)
        self._fields = [each for each in self._fields if each.in_result]  # one without a result ends with its paragraph
        self._awaiting = None
        return [*self._lines, self._line]

    @property
    def boxes(self) -> list[Element]:
        """The text boxes of the paragraph read last."""
        return self._boxes

    @property
    def all_bold(self) -> bool:
        """Whether all words of the paragraph read last were bold."""
        return bool(self._bold) and all(self._bold)

    def _run(self, run: Element) -> None:
        properties = run.find("w-rPr")
        hidden = self._says(properties, "hidden", is_set(properties, "w-vanish"))
        raised = self._says(properties, "raised", is_raised(properties)) or _is_lifted(properties)
        for child in _with_instructions(run):
            if child.tag == "w-fldChar":
                self._field(child.get("w-fldCharType", ""))
            elif child.tag == INSTRUCTION:
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].instruction += child.text or ""
            elif hidden or any(not each.in_result for each in self._fields):
                continue
            elif len(child):
                self._boxes += boxes(child)
            else:
                self._content(child, properties, raised=raised)

    def _content(self, child: Element, properties: Element | None, *, raised: bool) -> None:
        if child.tag in KINDS:
            self._reference(child)
        elif child.tag == "w-br":
            self._line_break(child)
        elif child.tag in {"w-t", "w-sym"}:
            words = child.text or "" if child.tag == "w-t" else symbol(child.get("w-font", ""), child.get("w-char", ""))
            if words.strip():
                self._bold.append(self._says(properties, "bold", is_set(properties, "w-b")))
            self._put(self._custom_sign(child, words), raised=raised)
        else:
            self._put(FIXED.get(child.tag, ""), raised=False)

    def _put(self, words: str, *, raised: bool) -> None:
        if words.strip():
            self._break = False
        second = self._second_reference() if raised and words.strip() else None
        if second is not None:
            self._line.add_marker(raise_sign(words.strip()), second)
        else:
            self._line.add(raise_words(words) if raised else words)

    def _reference(self, element: Element) -> None:
        sign = self._notes.signs.get((KINDS[element.tag], element.get("w-id", "")))
        if sign is None:
            return
        self._break = False
        if is_on(element, "w-customMarkFollows"):
            self._awaiting = sign.tag
        else:
            self._line.add_marker(raise_sign(sign.printed), sign.tag)

    def _custom_sign(self, element: Element, words: str) -> str:
        """Write the author's own sign as a marker if one is due; the words behind it."""
        sign = sign_in(element) if self._awaiting is not None else ""
        if self._awaiting is None or not sign:
            return words
        self._line.add_marker(raise_sign(sign), self._awaiting)
        self._awaiting = None
        return words.split(sign, 1)[-1]

    def _second_reference(self) -> Tag | None:
        """The note that a raised field result refers to once more."""
        found = SECOND_REFERENCE.match(self._fields[-1].instruction) if self._fields else None
        note = self._notes.bookmarks.get(found[1]) if found else None
        sign = self._notes.signs.get(note) if note else None
        return sign.tag if sign else None

    def _field(self, what: str) -> None:
        if what == "begin":
            self._fields.append(Field())
        elif what == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif what == "end" and self._fields:
            self._fields.pop()

    def _line_break(self, element: Element) -> None:
        """Two line breaks make a new block; a page or column break is none."""
        if element.get("w-type", "textWrapping") == "textWrapping" and self._break:
            self._lines.append(self._line)
            self._line = Line()
        self._break = element.get("w-type", "textWrapping") == "textWrapping"
        self._line.add(" ")

    def _maths(self, element: Element) -> None:
        raised = {id(part) for power in element.iter("m-sup") for part in power.iter(MATHS_WORDS)}
        for part in element.iter(MATHS_WORDS):
            self._line.add(raise_words(part.text or "") if id(part) in raised else part.text or "")

    def _says(self, properties: Element | None, what: str, direct: bool | None) -> bool:
        """What a run is: as stated on it, else by its style, else by its paragraph's style."""
        if direct is not None:
            return direct
        style = value(properties.find("w-rStyle")) if properties is not None else ""
        return self._styles.says(style, what) or self._styles.says(self._style, what)


def _with_instructions(run: Element) -> list[Element]:
    """The visible children of a run and its field instructions."""
    if run.find(INSTRUCTION) is not None:
        return list(run)
    return list(children(run))


def _is_lifted(properties: Element | None) -> bool:
    """Whether text is raised by hand, as by a third of a line: in half points, 4 or more."""
    found = value(properties.find("w-position")) if properties is not None else ""
    return found.isdecimal() and int(found[:4]) >= 4
