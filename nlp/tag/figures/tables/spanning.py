"""Heading rows -> the same, a label that spans several columns standing above each of them."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.tag.figures.tables.cells import Cell

Row = tuple[Cell, ...]


def spread(heads: Sequence[Row], stubs: int, width: int) -> tuple[Row, ...]:
    """All but the lowest of `heads` with their labels repeated over the columns they span.

    A label spans up to the next one. Where the first column of data has none above it, the labels are centred: each
    then spans an equal share of the columns.
    """
    if len(heads) < 2:
        return tuple(heads)
    below = heads[-1]
    return (*(_spread(row, below, stubs, width) for row in heads[:-1]), below)


def _spread(row: Row, below: Row, stubs: int, width: int) -> Row:
    labels = [cell for cell in row[stubs:] if cell.text]
    columns = width - stubs
    if not labels or len(labels) == columns:
        return row
    shared = columns % len(labels) == 0
    short = len(row) < width and len(row) == stubs + len(labels)
    if shared and (short or not row[stubs].text) and all(cell.text for cell in below[stubs:width]):
        share = columns // len(labels)
        own = [at for at, cell in enumerate(row[stubs:]) if cell.text]
        if short or all(at // share == number for number, at in enumerate(own)):
            return (*row[:stubs], *(labels[at // share] for at in range(columns)))
    return _rightwards(row, below, stubs)


def _rightwards(row: Row, below: Row, stubs: int) -> Row:
    filled = list(row)
    for at in range(stubs + 1, min(len(row), len(below))):
        if not row[at].text and below[at].text:
            filled[at] = filled[at - 1]
    return tuple(filled)
