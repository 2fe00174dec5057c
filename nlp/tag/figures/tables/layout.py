"""The rows of a table -> its heading rows, its data rows, and how many columns name the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Span
from nlp.tag.figures.measures import NOTHING, measure
from nlp.tag.figures.tables.cells import Cell
from nlp.tag.figures.tables.spanning import spread

Row = tuple[Cell, ...]
_DIGIT = re.compile(r"\d")
MOST_HEADS = 12
"""Rows: a longer table of words is no heading of what follows."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table taken apart: heading rows, data rows, and how many columns name the rows."""

    heads: tuple[Row, ...]
    data: tuple[Row, ...]
    stubs: int
    width: int


def take_apart(grid: Sequence[Row]) -> Table:
    """The first rows, without numbers but years, are headings; the first columns, without numbers, name the rows."""
    width = max((len(row) for row in grid), default=0)
    heads = 0
    for row in grid:
        told = [cell for cell in row[1:] if not cell.empty]
        if any(cell.numeric and not cell.year for cell in told) or (told == [] and heads):
            break
        if heads and told and all(cell.year for cell in told) and row[0].text and not _is_head(grid[heads - 1]):
            break
        heads += 1
    if heads == len(grid):  # Nothing but words: what is no heading may still print sums of its own.
        heads = 1
    heads = min(heads, max(0, len(grid) - 1), MOST_HEADS)
    data = tuple(grid[heads:])
    widest = max((len(row) for row in data), default=0)
    head_rows = tuple(_shifted(row, widest) for row in grid[:heads])
    stubs = _stubs(head_rows, data, widest)
    return Table(spread(head_rows, stubs, widest), data, stubs, width)


def parts(grid: Sequence[Row]) -> list[list[Row]]:
    """The tables that stand in one grid, each with its own headings: a row of heads below data begins another."""
    found: list[list[Row]] = [[]]
    corner = grid[0][0].text if grid and grid[0] else ""
    began = False
    for at, row in enumerate(grid):
        told = [cell for cell in row[1:] if not cell.empty]
        words = bool(told) and all(cell.year or not _DIGIT.search(cell.text) for cell in told)
        again = began and words and (row[0].text == corner or not row[0].text) and at + 1 < len(grid)
        if again and (len(told) > 1 or len(row) == 2):
            title = [found[-1].pop()] if _is_lone(found[-1][-1]) and len(found[-1]) > 1 else []
            found.append(title)
            began = False
        began = began or (bool(told) and not words)
        found[-1].append(row)
    return found


def _is_lone(row: Row) -> bool:
    return bool(row) and bool(row[0].text) and not row[0].numeric and all(not cell.text for cell in row[1:])


def _is_head(row: Sequence[Cell]) -> bool:
    return sum(cell.year for cell in row) == 0


def _shifted(row: Row, width: int) -> Row:
    """A heading row that leaves out the empty corner, moved one to the right."""
    if len(row) == width - 1 and row and row[0].text:
        return (Cell(Span(row[0].span.start, row[0].span.start), ""), *row)
    return row


def _stubs(heads: Sequence[Row], data: Sequence[Row], width: int) -> int:
    """How many of the first columns name the rows: words, years, or a running number before words."""
    count = 0
    for at in range(min(width, 3)):
        cells = [row[at] for row in data if at < len(row) and row[at].text]
        words = sum(not cell.numeric and not cell.empty for cell in cells)
        if cells and words * 2 > len(cells):
            count = at + 1
        elif at == 0 and cells and (all(cell.year for cell in cells) or _is_running(cells) or _is_named(heads)):
            count = 1
        else:
            break
    return max(count, 1 if width > 1 and _corner_is_empty(heads) else count)


def _is_named(heads: Sequence[Row]) -> bool:
    label = " ".join(row[0].text for row in heads if row)
    return bool(label) and measure(label) is NOTHING


def _corner_is_empty(heads: Sequence[Row]) -> bool:
    return bool(heads) and all(row and not row[0].text for row in heads)


def _is_running(cells: Sequence[Cell]) -> bool:
    return len(cells) > 1 and [cell.text.rstrip(".") for cell in cells] == [str(at) for at in range(1, len(cells) + 1)]
