"""The body of a document -> its blocks in order: paragraphs with what their style says, tables, text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from corpus.model import BlockKind
from corpus.read.docx import tables
from corpus.read.docx.notes import Notes
from corpus.read.docx.styles import Styles, is_listed, outline_level, value
from corpus.read.docx.tree import children, is_contents
from corpus.read.docx.words import Words
from corpus.read.inline import Line

LONGEST_BOLD_HEADING = 100
LEAST_BODY = 80
"""Characters of the paragraph below a bold line that is taken for a heading."""
NO_HEADING = re.compile(
    r"""[.,;:!…]["”’)]* \Z                                        # ends like a sentence, or announces what follows
      | \A (?: tab(?:le|elle|la|ela|leau)? | fig(?:ure|ura|\.)? | gra(?:ph|f)\w* | gráfic\w* | map\w* | box | chart
            | abb\w* | source | note | fuente | fonte | quelle | keywords? | by | jel ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Short bold lines that are captions, labels, bylines or sentences."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as found: a line, or the rows of a table."""

    role: BlockKind
    line: Line = field(default_factory=Line)
    level: int = 0
    rows: tables.Rows = ()
    bold: bool = False


class Body:
    """Turns block-level elements into pieces, in order."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._words = Words(styles, notes)
        self._held: Line | None = None

    def pieces(self, body: Element) -> Iterator[Piece]:
        """The pieces below `body`; text boxes come after the paragraph they are anchored in."""
        stack: list[tuple[Iterator[Element], bool]] = [(iter(body), False)]
        while stack:
            elements, contents = stack[-1]
            element = next(elements, None)
            if element is None:
                stack.pop()
            elif element.tag == "w-p":
                yield from self._paragraph(element, contents=contents)
                stack += [(iter(box), contents) for box in reversed(self._words.boxes)]
            elif element.tag == "w-tbl":
                if tables.is_layout(element):
                    stack += [(iter(cell), contents) for cell in reversed(tables.cells(element))]
                else:
                    yield Piece(BlockKind.TABLE, rows=tables.read_table(element, self._words))
            elif element.tag == "w-sdt":
                stack.append((iter(element), contents or is_contents(element)))
            elif element.tag in BLOCK_WRAPPERS:
                stack.append((iter(element), contents))
        if self._held is not None:
            yield Piece(BlockKind.PARAGRAPH, self._held)

    def _paragraph(self, element: Element, *, contents: bool) -> Iterator[Piece]:
        lines = self._words.read(element)
        properties = element.find("w-pPr")
        if self._held is not None:
            self._held.extend(lines[0])
            lines[0], self._held = self._held, None
        if properties is not None and properties.find("w-rPr/w-del") is not None:
            self._held = lines.pop()  # its end was deleted: the next paragraph goes on with it
        role, level = self._role(properties)
        if contents and role is not BlockKind.TITLE:
            role, level = BlockKind.FURNITURE, 0
        for line in lines:
            yield Piece(role, line, level, bold=self._words.all_bold)

    def _role(self, properties: Element | None) -> tuple[BlockKind, int]:
        style = value(properties.find("w-pStyle")) if properties is not None else ""
        role, level = self._styles.role(style or None)
        direct = outline_level(properties)
        if direct is not None and role in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            role, level = (BlockKind.HEADING, direct) if direct else (BlockKind.PARAGRAPH, 0)
        if role is BlockKind.PARAGRAPH:
            listed = is_listed(properties)
            if self._styles.is_listed(style or None) if listed is None else listed:
                role = BlockKind.LIST_ITEM
        return role, level


BLOCK_WRAPPERS = frozenset("w-sdtContent w-ins w-moveTo w-customXml w-smartTag mc-AlternateContent mc-Choice".split())


def with_bold_headings(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, those paragraphs headings that surely are: all bold, short, no sentence, ordinary text below.

    Their level is one below the last heading that a style made.
    """
    level = 0
    filled = [piece for piece in pieces if piece.line.filled or piece.rows]
    for at, piece in enumerate(filled):
        if piece.role is BlockKind.HEADING:
            level = piece.level
        below = filled[at + 1] if at + 1 < len(filled) else None
        if at and below is not None and _is_bold_heading(piece, below):
            yield replace(piece, role=BlockKind.HEADING, level=level + 1)
        else:
            yield piece


def _is_bold_heading(piece: Piece, below: Piece) -> bool:
    if piece.role is not BlockKind.PARAGRAPH or not piece.bold or below.bold:
        return False
    words = piece.line.text()
    return (
        len(words) <= LONGEST_BOLD_HEADING
        and any(sign.isalpha() for sign in words)
        and not NO_HEADING.search(words)
        and below.role is BlockKind.PARAGRAPH
        and len(below.line.text()) >= LEAST_BODY
    )


def note_lines(note: Element, styles: Styles, notes: Notes) -> list[Line]:
    """The paragraphs of a note that have words; tables in it are given cell by cell."""
    words = Words(styles, notes)
    lines: list[Line] = []
    for paragraph in _paragraphs(note):
        lines += [line for line in words.read(paragraph) if line.filled]
    return lines


def _paragraphs(element: Element) -> Iterable[Element]:
    stack = [children(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == "w-p":
            yield child
        else:
            stack.append(children(child))
