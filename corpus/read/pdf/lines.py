"""A sheet -> its printed lines, each with its place, size and face.

Pieces that stand side by side make a line. Words far apart on a line are cells, for a table to be made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.labels import CAPTION_LIKE, INITIALS
from corpus.read.pdf.gutter import by_column
from corpus.read.pdf.pieces import LONG, Gap, Piece, Row, gaps, main_piece, pieces, rows, usual_width
from corpus.read.pdf.raised import with_raised
from corpus.read.pdf.sheets import PLAIN, Face, Sheet

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NUMERIC = re.compile(
    r"[^\w\s]{0,3}\s?(?:[A-Z]{1,3}\$?\s?)?\d[\d.,’'/\s\u00a0–-]*(?:\s?[%‰a-z)*]{0,3})?[⁰¹²³⁴⁵⁶⁷⁸⁹]*|[–—-]|n\.?a\.?"
)
LAST_OF_FIGURES = frozenset("0123456789%)–-")
WORD_GAP = 0.12
"""Of the letter size: words that PDFium parted stand as far apart as a space, or they are one."""
BARE_GAP = 0.3
"""Of the letter size: a raised digit that stands nearer than this belongs to the word before it."""
CELL_GAP = 1.2
"""Of the letter size: no printer leaves so much between two words of a sentence, unless he must justify."""
CLOSE_GAP = 0.55
"""Of the letter size: the least between two cells of a table, where words are not justified."""
USUAL_GAP = 0.33
"""Of the letter size: between two words. Cells set evenly have no narrower gap to compare with."""
LONGEST_FIGURE = 20
WIDE_GAP = 2.2
"""Of the letter size: nor does he then leave this."""
UNEVEN = 1.6
"""Times the least gap of the line: a justified line has gaps of one width."""
PROSE = 60
"""Characters: a longer line without wide gaps, and hardly a figure, is no row of a table."""
PATIENCE = 4
"""Lines without gaps that may follow a table's caption or a row before the next row."""
SPARSE = 1.25
"""Times the usual width of a character: a line with so few to its length has gaps."""


@dataclass(slots=True)
class Cell:
    """Words with nothing wider than a space between them."""

    words: str
    left: float
    right: float


@dataclass(slots=True, eq=False)
class Line:
    """What is printed on one line of a column, in points; `face` is what its first and last letters share."""

    words: str
    left: float
    right: float
    base: float
    size: float
    face: Face = PLAIN
    hyphen: bool = False
    """It ends in a hyphen that PDFium holds to be a printer's; the hyphen is not among the words."""
    cells: Sequence[Cell] = ()
    """More than one where wide gaps part the words, else none."""
    likely: Sequence[Cell] = ()
    """Its cells if it should be a row of the table beside it."""
    rows: Sequence[Sequence[str]] = ()
    """Those of a table, which is one line once it is found; its size is its height."""
    columns: Sequence[tuple[float, float]] = ()
    """Left and right of each column of a table."""
    again: bool = False
    """It is the head of a table that is printed once more, above its rows on the next page."""

    @property
    def width(self) -> float:
        """From the first letter's left to the last one's right."""
        return self.right - self.left


def lines(sheet: Sheet) -> tuple[list[Line], list[str]]:
    """The lines of a page in the order of the file, and what is printed across it (margin notes, stamps)."""
    printed, across = pieces(sheet)
    found = list(rows(printed))
    usual = usual_width(found)
    return list(_ruled(sheet, by_column(sheet, found), usual)), across


def _ruled(sheet: Sheet, found: Sequence[Row], usual: float) -> Iterator[Line]:
    """The lines of the rows; below a table's caption or row, and where figures end a line, gaps are looked for."""
    watching, last = 0, 0.0
    for whole in found:
        row = whole
        main = main_piece(row)
        words = sheet.text[row[0].start : row[-1].end]
        sparse = row[-1].right - row[0].left > SPARSE * usual * main.size * len(words)
        close = watching > 0 or (words[-1] in LAST_OF_FIGURES and _ends_in_figures(words))
        close = close and (sparse or len(words) <= PROSE or 5 * sum(map(str.isdigit, words)) > len(words))
        likely: Sequence[Cell] = ()
        if close or sparse:
            row, likely = _parted(sheet, row, close=close)
        if main.size != last and abs(main.size - last) > 0.05 * last and len(words) > LONG:
            # A line that begins with a letter of another script or fount is as large as it ends.
            end = sheet.size(row[-1].end - 1)[0]
            main.size = end if abs(end - last) < 0.01 * last else main.size
        last = main.size
        line = _line(sheet, row, main)
        line.likely = likely
        captions = words[0] in INITIALS and CAPTION_LIKE.match(words)
        watching = PATIENCE if line.cells or captions else max(0, watching - 1)
        yield line


def _ends_in_figures(words: str) -> bool:
    """Whether the last two words are figures, as in a table's row."""
    ends = words.rsplit(None, 2)[1:]
    return len(ends) == 2 and all(NUMERIC.fullmatch(one) for one in ends)


def _parted(sheet: Sheet, row: Row, *, close: bool) -> tuple[Row, Sequence[Cell]]:
    """The row cut at its gaps, and cells that it has if it is a table's.

    Narrow gaps count only between figures: words may be justified, figures are not. Figures that stand no further
    apart than words may be of two columns; the rows below tell.
    """
    room = [list(gaps(sheet, one)) for one in row]
    if not any(room):
        return row, ()
    pairs = list(zip(row, room, strict=True))
    parts = [part for one, held in pairs for part in _cut(one, held, close=True)]
    single = [part for one, held in pairs for part in _cut(one, held, close=True, text=sheet.text)]
    cells = [Cell(sheet.text[part.start : part.end], part.left, part.right) for part in single]
    likely = cells if len(cells) > 1 else ()
    if close and _are_figures([sheet.text[part.start : part.end] for part in parts]):
        return parts, likely if len(single) > len(parts) else ()
    return [part for one, held in pairs for part in _cut(one, held, close=False)], likely


def _are_figures(cells: Sequence[str]) -> bool:
    """Whether at least half of them are."""
    return 2 * sum(NUMERIC.fullmatch(one) is not None for one in cells) >= len(cells)


def _cut(piece: Piece, room: Sequence[Gap], *, close: bool, text: str = "") -> Iterator[Piece]:
    """The piece in parts, cut at gaps that are too wide for spaces; in a table (`close`) less is too wide.

    With the sheet's `text` it is also cut between any two figures.
    """
    least = min((gap.room for gap in room), default=0.0)
    narrow, wide = (CLOSE_GAP, min(least, USUAL_GAP)) if close else (CELL_GAP, least)
    start, left = piece.start, piece.left
    for gap in room:
        apart = gap.room > WIDE_GAP or (gap.room > narrow and gap.room > UNEVEN * wide)
        if apart or (text and text[gap.at - 1] in LAST_OF_FIGURES and _is_between_figures(text, gap, piece)):
            yield Piece(start, gap.at, left, gap.left, piece.base, piece.size, False, start > piece.start)
            start, left = gap.then, gap.right
    yield Piece(start, piece.end, left, piece.right, piece.base, piece.size, piece.hyphen, start > piece.start)


def _is_between_figures(text: str, gap: Gap, piece: Piece) -> bool:
    start, end = max(piece.start, gap.at - LONGEST_FIGURE - 1), min(piece.end, gap.then + LONGEST_FIGURE + 1)
    before, behind = text[start : gap.at].rsplit(None, 1)[-1:], text[gap.then : end].split(None, 1)[:1]
    return all(len(one) <= LONGEST_FIGURE and NUMERIC.fullmatch(one) for one in (*before, *behind))


def _line(sheet: Sheet, row: Row, main: Piece) -> Line:
    face, hyphen = _face(sheet, main), row[-1].hyphen
    if len(row) == 1:
        words = with_raised(sheet, sheet.text[main.start : main.end], main.start, main.base, main.size)
        return Line(words, main.left, main.right, main.base, main.size, face, hyphen)
    cells: list[Cell] = []
    last: Piece | None = None
    for one in row:
        words = with_raised(sheet, sheet.text[one.start : one.end], one.start, main.base, main.size)
        if last is None or one.cut or one.left - last.right > CELL_GAP * main.size:
            cells.append(Cell(words, one.left, one.right))
        else:
            bare = words[0] in RAISED and one.left - last.right < BARE_GAP * main.size
            space = " " if not bare and _is_spaced(sheet, last, one, main.size) else ""
            cells[-1].words += space + words
            cells[-1].right = max(one.right, cells[-1].right)
        last = one
    first, end = cells[0], cells[-1]
    if first is end:
        return Line(first.words, first.left, first.right, main.base, main.size, face, hyphen)
    left, right = min(cell.left for cell in cells), max(cell.right for cell in cells)
    return Line("\t".join(cell.words for cell in cells), left, right, main.base, main.size, face, hyphen, cells)


def _is_spaced(sheet: Sheet, last: Piece, one: Piece, size: float) -> bool:
    """Whether a space parts two neighbours: a printed one, or a gap as wide."""
    text = sheet.text
    printed = text[last.end : last.end + 1].isspace() and text[last.end] not in "\r\n"
    return printed or text[one.start - 1] in " \u00a0" or one.left - last.right > WORD_GAP * size


def _face(sheet: Sheet, piece: Piece) -> Face:
    face = sheet.face(piece.start)
    if (face.bold or face.italic) and piece.end - piece.start > 1:
        end = sheet.face(piece.end - 1)
        return Face(face.bold and end.bold, face.italic and end.italic)
    return face
