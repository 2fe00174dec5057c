"""A table -> its figures: every cell with the unit of its row, column, section or caption, whichever is nearest.

The first rows, without numbers but years, are headings; the first columns, without numbers, name the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.exhibits import rows
from corpus.model import Exhibit, Span
from nlp.model import Figure
from nlp.tag.figures.conventions import Convention
from nlp.tag.figures.measures import NOTHING, Measure, measure
from nlp.tag.figures.tables.captions import caption_measure
from nlp.tag.figures.tables.cells import Cell, read_cell
from nlp.tag.figures.tables.columns import Column, column, settled
from nlp.tag.figures.tables.layout import Table, take_apart
from nlp.tag.figures.tables.valued import cell_figures

_RELATIVE = re.compile(r"\b(?:ratio|index|rank(?:ing)?|share|proportion|growth|rate)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def table_figures(text: str, body: Span, exhibit: Exhibit | None, habits: Convention) -> Iterator[Figure]:
    """The figures of the table at `body`, with the labels of their row and column."""
    grid = [tuple(read_cell(text, span) for span in row) for row in rows(text, body)]
    table = take_apart(grid)
    caption = caption_measure(text, body, exhibit)
    columns = [column(table, at) for at in range(table.width)]
    columns = [settled(table, at, one, caption) for at, one in enumerate(columns)]
    section = caption
    for row in table.data:
        alone = [cell for cell in row if cell.text]
        if len(alone) == 1 and not alone[0].numeric:
            stated = measure(alone[0].text)
            section = stated.within(caption) if stated and stated is not NOTHING else section
        elif not all(cell.year or cell.empty for cell in row[table.stubs :]) or row[0].text:
            yield from _row_figures(text, table, row, columns, section, habits)


def _row_figures(
    text: str,
    table: Table,
    row: tuple[Cell, ...],
    columns: Sequence[Column],
    outer: Measure | None,
    habits: Convention,
) -> Iterator[Figure]:
    stub = next((cell for cell in row[: table.stubs] if _LETTERS.search(cell.text)), row[0] if table.stubs else None)
    own = measure(stub.text) if stub is not None and stub.text and not stub.year else None
    if own is not None and (own.weak or (own is NOTHING and not _RELATIVE.search(stub.text if stub else ""))):
        own = None
    for at in range(table.stubs, len(row)):
        its = columns[at]
        if row[at].empty or its.years or not any(char.isdigit() for char in row[at].text):
            continue
        fixed = _nearest(own, its.stated, outer)
        for figure in cell_figures(text, row[at], fixed, habits):
            yield replace(figure, row=stub.span if stub is not None and stub.text else None, column=its.label)


def _nearest(own: Measure | None, stated: Measure | None, outer: Measure | None) -> Measure | None:
    if own is not None and (own.unit is not None or own is NOTHING):
        return own
    if stated is not None:
        return stated if stated is NOTHING else stated.within(own or outer)
    return own.within(outer) if own is not None else outer
