"""The headings of a table's columns -> the unit that each states, and its label."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.model import Span
from nlp.model import Kind
from nlp.tag.figures.measures import Measure, measure
from nlp.tag.figures.tables.layout import Table

_SUMS = re.compile(
    r"\b(?:amount|cost|budget|value|spending|expenditure|disburse\w*|commit\w*|funding|funds"
    r"|allocat\w*|revenue|price|income|pledge\w*|paid|payments?)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Column:
    """What the headings of a column state, its label, and whether it holds nothing but years."""

    stated: Measure | None
    label: Span | None
    years: bool


def column(table: Table, at: int) -> Column:
    """What stands above the cells of the column at `at`."""
    labels = [row[at] for row in table.heads if at < len(row) and row[at].text]
    stated: Measure | None = None
    for label in labels:
        own = None if label.year else measure(label.text)
        stated = own.within(stated) if own else stated
    if len(labels) > 1 and stated is None:
        stated = measure(" ".join(label.text for label in labels))
    cells = [row[at] for row in table.data if at < len(row) and not row[at].empty]
    dated = any(label.year for label in labels)
    years = len(cells) > 1 and not dated and all(cell.year and "," not in cell.text for cell in cells)
    year = next((label.span for label in labels if label.year), None)
    return Column(stated, year or (labels[-1].span if labels else None), years)


def settled(table: Table, at: int, column: Column, caption: Measure | None) -> Column:
    """Under a caption of money a noun counts only beside another column that is headed as the money."""
    money = caption is not None and caption.unit is not None and caption.unit.kind is Kind.MONEY
    if not money or column.stated is None or not column.stated.weak or column.stated.factor != 1:
        return column
    others = (row[other].text for row in table.heads for other in range(table.stubs, len(row)) if other != at)
    return column if any(_SUMS.search(label) for label in others) else replace(column, stated=None)
