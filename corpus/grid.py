"""The text of a table -> its cells.

Readers of all formats lay tables out as tab-separated rows; plain text and Markdown set them in pipes or columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus.model import Span

Row = tuple[Span, ...]

_SEPARATOR = re.compile(r"[\s|:+]*[-=_─━═—][\s|:+=_─━═—-]*")
_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_COLUMNS = re.compile(r"[ \u00a0]{2,}")
_AFTER_BRACKET = re.compile(r"(?<=[)\]]) (?=[^\W\d_])")
_LINE = re.compile(r"[^\r\n]+")


def rows(text: str, span: Span) -> tuple[Row, ...]:
    """The cells of a table, row by row: trimmed spans of `text`, empty ones where nothing is printed.

    Cells are parted by tabs, by Markdown pipes (the line of dashes is no row, outer pipes are optional), or by
    two or more spaces; a table set in columns by spaces keeps each cell under the heading it stands below.
    """
    lines = [Span(found.start(), found.end()) for found in _LINE.finditer(text, span.start, span.end)]
    lines = [line for line in lines if text[line.start : line.end].strip()]
    printed = [text[line.start : line.end] for line in lines]
    if any("\t" in words for words in printed):
        return tuple(tuple(_cells(text, line, _TAB)) for line in lines)
    if sum("|" in words for words in printed) * 2 > len(printed):
        kept = [line for line in lines if not _SEPARATOR.fullmatch(text, line.start, line.end)]
        return tuple(tuple(_cells(text, _inside(text, line), _PIPE)) for line in kept)
    ruled = [line for line in lines if not _SEPARATOR.fullmatch(text, line.start, line.end)]
    return _aligned(
        text, [tuple(_cells(text, _trimmed(text, line.start, line.end), _COLUMNS)) for line in ruled], ruled
    )


def _cells(text: str, line: Span, parting: re.Pattern[str]) -> Iterator[Span]:
    at = line.start
    for found in parting.finditer(text, line.start, line.end):
        yield _trimmed(text, at, found.start())
        at = found.end()
    yield _trimmed(text, at, line.end)


def _inside(text: str, line: Span) -> Span:
    """A pipe row without its outer pipes."""
    whole = _trimmed(text, line.start, line.end)
    start = whole.start + text.startswith("|", whole.start, whole.end)
    end = whole.end - (whole.end > start and text[whole.end - 1] == "|" and text[whole.end - 2] != "\\")
    return Span(start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _aligned(text: str, table: Sequence[Row], lines: Sequence[Span]) -> tuple[Row, ...]:
    """Rows set in columns by spaces, with empty cells where a row prints nothing under a column."""
    if not table:
        return ()
    widest = max(range(len(table)), key=lambda at: len(table[at]))
    columns = [(cell.start - lines[widest].start, cell.end - lines[widest].start) for cell in table[widest]]
    return tuple(
        cells if len(cells) == len(columns) else _placed(cells, line.start, columns)
        for cells, line in zip((_split(row, text, len(columns)) for row in table), lines, strict=True)
    )


def _split(cells: Row, text: str, columns: int) -> Row:
    """A row of heads so long that one space alone parts them: "Paid (US$ m) Share (%) Wait (months)"."""
    if len(cells) >= columns:
        return cells
    parts = tuple(part for cell in cells for part in _cells(text, cell, _AFTER_BRACKET))
    return parts if len(parts) == columns else cells


def _placed(cells: Row, origin: int, columns: Sequence[tuple[int, int]]) -> Row:
    """Each cell under the column it overlaps most, in order; a row that fits nowhere stays as it is."""
    placed: list[Span | None] = [None] * len(columns)
    starts, ends = [start for start, _ in columns], [end for _, end in columns]
    free = 0
    for at, cell in enumerate(cells):
        last = len(columns) - (len(cells) - at)
        if free > last:
            return cells
        near = (*_beside(starts, cell.start - origin, free, last), *_beside(ends, cell.end - origin, free, last))
        best = min(sorted(near), key=lambda column: _distance(cell, origin, columns[column]))
        placed[best] = cell
        free = best + 1
    filled: list[Span] = []
    at = origin
    for found in placed:
        filled.append(found or Span(at, at))
        at = filled[-1].end
    return tuple(filled)


def _beside(edges: Sequence[int], edge: int, first: int, last: int) -> tuple[int, int]:
    """The columns whose edges stand next to `edge` on either side, of those from `first` to `last`."""
    at = bisect_left(edges, edge, first, last + 1)
    return max(at - 1, first), min(at, last)


def _distance(cell: Span, origin: int, column: tuple[int, int]) -> int:
    """How far a cell stands from a column: by its nearer edge, since columns are flush left or flush right."""
    return min(abs(cell.start - origin - column[0]), abs(cell.end - origin - column[1]))
