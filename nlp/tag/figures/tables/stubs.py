"""A row of a table -> what names it and the unit, time and sum that its first cells state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.model import Kind
from nlp.tag.figures.measures import NOTHING, Measure, measure
from nlp.tag.figures.tables.cells import Cell
from nlp.tag.figures.tables.dated import Time, time_told
from nlp.tag.figures.tables.labels import is_unit_name, label_measure
from nlp.tag.figures.tables.layout import Row, Table
from nlp.tag.figures.tables.totals import is_total, may_be_total
from nlp.tag.figures.units import Unit

_RELATIVE = re.compile(r"\b(?:ratio|index|rank(?:ing)?|share|proportion|growth|rate)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_UNITS = re.compile(
    r"(?:units?(?:\sof\s(?:measure(?:ment)?|account))?|measure(?:ment)?(?:\sunit)?|uom|metric|unité(?:\sde\smesure)?|unidad(?:es)?"
    r"|unidade|einheit|jednostka)\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:numbers?|nos?\.?|nr\.?|#|count|units?|persons|heads?|nombre|número|anzahl)\W*", re.IGNORECASE)
_INSIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


@dataclass(frozen=True, slots=True)
class Stub:
    """What the first cells of a row say of the others."""

    cell: Cell | None
    """What names the row."""
    stated: Measure | None
    time: Time | None
    total: bool
    unit: Cell | None = None
    """The cell of the row that holds its unit and nothing else."""


def unit_column(table: Table) -> int | None:
    """The column in which each row has its unit: it is headed so, or holds units and nothing else."""
    for at in range(1, table.stubs):
        labels = [row[at].text for row in table.heads if at < len(row) and row[at].text]
        if any(_UNITS.fullmatch(label) for label in labels):
            return at
        cells = {row[at].text for row in table.data if at < len(row) and row[at].text}
        read = [measure(cell) for cell in cells]
        if len(cells) > 1 and not labels and all(one is not None and one.unit is not None for one in read):
            return at
    return None


def stub(text: str, table: Table, row: Row, units: int | None) -> Stub:
    """What names `row`, whose unit stands in the column `units` if the table has such a one."""
    names = [cell for at, cell in enumerate(row[: table.stubs]) if at != units]
    cell = next((one for one in names if _LETTERS.search(one.text)), names[0] if names else None)
    if cell is None or not cell.text:
        cell = None
    stated = _own(cell) if cell is not None else None
    unit = row[units] if units is not None and units < len(row) and row[units].text else None
    stated = _unit(unit, cell) or stated if unit is not None else stated
    time = next((told for one in names if one.text and (told := time_told(text, one.span))), None)
    return Stub(cell, stated, time, any(is_total(one.text) for one in names if one.text), unit)


def _own(cell: Cell) -> Measure | None:
    own = None if cell.year else label_measure(cell.text)
    if own is not None and own.weak and is_total(cell.text):
        return None
    if own is not None and own is NOTHING and not _RELATIVE.search(cell.text):
        return None
    return own


def _unit(cell: Cell, name: Cell | None) -> Measure | None:
    """The unit in a column of its own; for "number" what the row names is counted."""
    if _NUMBER.fullmatch(cell.text):
        noun = _INSIDE.sub("", name.text) if name is not None else cell.text
        return Measure(Unit(0, 0, Kind.COUNT, noun), noun=noun)
    return measure(cell.text) or NOTHING


def settled(stubs: Sequence[Stub]) -> list[Stub]:
    """A bare noun in a stub counts only in a table of indicators, where other rows name their units too.

    A word that may be a name as well as a unit is a unit only where all rows are units.
    """
    named = [one.unit is None and one.cell is not None and is_unit_name(one.cell.text, one.stated) for one in stubs]
    if len(stubs) < 2 or not all(named):
        stubs = [replace(one, stated=None) if name else one for one, name in zip(stubs, named, strict=True)]
    indicators = any(one.stated is not None and one.stated.unit is not None and not one.stated.weak for one in stubs)
    return [
        replace(one, stated=None) if one.stated is not None and one.stated.weak and not indicators else one
        for one in stubs
    ]


def with_last_total(stubs: Sequence[Stub]) -> list[Stub]:
    """The rows: a last one such as "Total expenditure" sums up the others, unless rows are measures of their own."""
    if len(stubs) < 3 or any(one.stated is not None for one in stubs):
        return list(stubs)
    last = stubs[-1]
    named = last.cell is not None and may_be_total(last.cell.text)
    return [*stubs[:-1], replace(last, total=last.total or named)]
