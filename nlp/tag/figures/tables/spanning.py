"""Heading rows -> the same, a label that spans several columns standing above each of them."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.tag.figures.tables.cells import Cell

Row = tuple[Cell, ...]


def spread(heads: Sequence[Row], stubs: int, width: int) -> tuple[Row, ...]:
    """All but the lowest of `heads` with their labels repeated over the columns they span.

    A label spans up to the next one. Where the first column of data has none above it, the labels are centred: each
    then spans an equal share of the columns. No label spans past the beginning of one above it.
    """
    if len(heads) < 2:
        return tuple(heads)
    below = heads[-1]
    found: list[Row] = []
    bounds: frozenset[int] = frozenset()
    for row in heads[:-1]:
        whole = _spread(row, below, stubs, width)
        if any(_runs_over(row, whole, at) for at in bounds):
            whole = _rightwards(row, below, stubs, bounds)
        bounds |= {at for at in range(stubs + 1, len(whole)) if whole[at].text and whole[at] is not whole[at - 1]}
        found.append(whole)
    return (*found, below)


def _runs_over(row: Row, whole: Row, at: int) -> bool:
    """Whether a label was repeated past `at`, where a label of a higher row begins."""
    return 0 < at < len(whole) and bool(whole[at].text) and not (at < len(row) and row[at] is whole[at])


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


def _rightwards(row: Row, below: Row, stubs: int, bounds: frozenset[int] = frozenset()) -> Row:
    filled = list(row)
    for at in range(stubs + 1, min(len(row), len(below))):
        if at not in bounds and not row[at].text and below[at].text:
            filled[at] = filled[at - 1]
    return tuple(filled)
