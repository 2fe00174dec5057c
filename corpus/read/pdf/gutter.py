"""The rows of a page -> the same rows, cut into columns where a file prints two columns row by row.

Most files write one column and then the next. Those that do not (scans with recognised text, some old
printers) show a gap at one place in all their long lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.read.pdf.pieces import Piece, Row, gaps
from corpus.read.pdf.sheets import Sheet

WIDEST_SPACE = 1.2
"""Of the letter size: a gap between columns is wider."""
SAMPLE = 4
"""Lines that are looked at to see whether a page has columns printed row by row."""
FEWEST_ROWS = 8
HALF = 20
"""Characters on either side of such a gap."""


def by_column(sheet: Sheet, found: Sequence[Row]) -> list[Row]:
    """The rows in reading order, those of two columns cut in two."""
    gutter = _gutter(sheet, found)
    return list(found) if gutter is None else list(_cut_rows(sheet, found, sum(gutter) / 2))


def _gutter(sheet: Sheet, rows: Sequence[Row]) -> tuple[float, float] | None:
    """The gap down the middle of a page whose columns are printed row by row; None where there is none."""
    long = sorted((row[0] for row in rows if len(row) == 1), key=lambda one: one.start - one.end)[:SAMPLE]
    left, right = 0.0, 1e9
    for piece in long if len(rows) > FEWEST_ROWS else ():
        wide = [gap for gap in gaps(sheet, piece, HALF) if gap.room > WIDEST_SPACE]
        shared = [(max(left, gap.left), min(right, gap.right)) for gap in wide]
        left, right = max(shared, key=lambda one: one[1] - one[0], default=(0.0, 0.0))
        if right - left < 0.5 * piece.size:
            return None
    return (left, right) if left > 0 and len(long) == SAMPLE else None


def _cut_rows(sheet: Sheet, rows: Sequence[Row], middle: float) -> Iterator[Row]:
    """The rows cut at the gutter, all of the left column first; a row that runs across ends both columns."""
    waiting: list[Row] = []
    for row in rows:
        cut = [part for one in row for part in _cut_at(sheet, one, middle)]
        left = [one for one in cut if one.right <= middle]
        right = [one for one in cut if one.left >= middle]
        if len(left) + len(right) < len(cut):
            yield from waiting
            waiting = []
            yield row
            continue
        if left:
            yield left
        if right:
            waiting.append(right)
    yield from waiting


def _cut_at(sheet: Sheet, piece: Piece, middle: float) -> Iterator[Piece]:
    if piece.left < middle < piece.right:
        for gap in gaps(sheet, piece):
            if gap.left <= middle <= gap.right:
                yield Piece(piece.start, gap.at, piece.left, gap.left, piece.base, piece.size, False)
                yield Piece(gap.then, piece.end, gap.right, piece.right, piece.base, piece.size, piece.hyphen)
                return
    yield piece
