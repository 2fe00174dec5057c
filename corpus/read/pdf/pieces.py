"""A sheet -> its pieces: what PDFium holds to be lines, and which of them stand side by side.

PDFium parts lines where it thinks fit, also before and after a raised digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.read.pdf.sheets import Sheet

PIECE = re.compile(r"[^\r\n\ufffe\x02]+[\ufffe\x02]?")
LETTER = re.compile(r"[^\W\d_]")
SPACES = re.compile(r"(?<=\S)[ \u00a0\t]+(?=\S)")
MARGIN = " \t\u00a0\u3000\u200b\ufffe\x02\u00ad"
HYPHENS = "\ufffe\x02\u00ad"
ABOVE, BELOW = 0.75, 0.2
"""Of the letter size: how far letters reach above and below their line."""
SMALLEST = 1.0
"""Points: smaller print is there for machines."""
LONG = 30
"""Characters: so many have a width that tells what is usual."""
SURE = 12
"""Characters: so long a piece is neither a raised digit nor a drop cap."""


@dataclass(slots=True)
class Piece:
    """What PDFium holds to be a line, or a part of it: ``text[start:end]`` of the sheet."""

    start: int
    end: int
    left: float
    right: float
    base: float
    size: float
    hyphen: bool
    cut: bool = False
    """A gap parts it from the piece before."""


@dataclass(slots=True)
class Gap:
    """White space in a piece: its width in letter sizes, and its two ends in the text and on the page."""

    room: float
    at: int
    then: int
    left: float
    right: float


Row = list[Piece]
"""Pieces side by side."""


def pieces(sheet: Sheet) -> tuple[list[Piece], list[str]]:
    """The pieces in the order of the file, and the words that run across most of the text of the page."""
    text = sheet.text
    cut: list[tuple[int, int, int, bool, float, int]] = []
    turns = [0, 0, 0, 0]
    for match in PIECE.finditer(text):
        words = match.group()
        first = match.start() + len(words) - len(words.lstrip(MARGIN))
        last = match.start() + len(words.rstrip(MARGIN))
        if first < last:
            letter = _first_letter(text, first, last)
            size, turn = sheet.size(letter)
            turns[turn] += last - first
            cut.append((first, last, letter, words.rstrip(" ")[-1] in HYPHENS, size, turn))
    sheet.turn = turns.index(max(turns))
    left, low, right, high = sheet.paper()
    found: list[Piece] = []
    across: list[str] = []
    for first, last, letter, hyphen, size, turn in cut:
        if turn != sheet.turn and last - first > 1:
            across.append(text[first:last])
        elif size >= SMALLEST:
            one = _piece(sheet, first, last, letter, hyphen, size)
            if left <= one.right and one.left <= right and low <= one.base <= high:
                found.append(one)
    return found, across


def _piece(sheet: Sheet, first: int, last: int, letter: int, hyphen: bool, size: float) -> Piece:
    left, _, right, _ = sheet.box(first)
    if last - first > 1:
        end = sheet.box(last - 1)
        left, right = min(left, end[0]), max(right, end[2])
    return Piece(first, last, left, right, sheet.base(letter), size, hyphen)


def _first_letter(text: str, first: int, last: int) -> int:
    """Where the first letter stands, or `first` without one: a digit or sign before it may be raised."""
    if text[first].isalpha():
        return first
    found = LETTER.search(text, first, last)
    return found.start() if found else first


def rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """Neighbours in the file that stand side by side on the page."""
    row: Row = []
    for piece in pieces:
        if row and not _goes_on(row, piece):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _goes_on(row: Row, piece: Piece) -> bool:
    last, main = row[-1], main_piece(row)
    top = min(main.base + ABOVE * main.size, piece.base + ABOVE * piece.size)
    shared = top - max(main.base - BELOW * main.size, piece.base - BELOW * piece.size)
    if last.hyphen or shared < 0.5 * (ABOVE + BELOW) * min(main.size, piece.size):
        return False
    return piece.left - last.right > -0.4 * main.size


def main_piece(row: Row) -> Piece:
    """The piece that says where the line stands and how large it is: a long one, not a raised digit or a drop cap."""
    return row[0] if len(row) == 1 else max(row, key=lambda one: min(one.end - one.start, SURE))


def usual_width(rows: Sequence[Row]) -> float:
    """Of a character, spaces counted, in letter sizes: what a line without gaps needs."""
    long = [one for row in rows for one in row if one.end - one.start >= LONG]
    return median([(one.right - one.left) / ((one.end - one.start) * one.size) for one in long]) if long else 0.5


def gaps(sheet: Sheet, piece: Piece, beyond: int = 0) -> Iterator[Gap]:
    """The white space in a piece, `beyond` so many characters from either end."""
    for match in SPACES.finditer(sheet.text, piece.start + beyond, piece.end - beyond):
        left, right = sheet.box(match.start() - 1)[2], sheet.box(match.end())[0]
        yield Gap((right - left) / piece.size, match.start(), match.end(), left, right)
