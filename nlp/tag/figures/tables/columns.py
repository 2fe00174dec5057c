"""The headings of a table's columns -> the unit, the time and the label that each states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model import Span
from nlp.model import Kind
from nlp.tag.figures.measures import Measure, measure
from nlp.tag.figures.tables.cells import Cell
from nlp.tag.figures.tables.dated import Time, joined, time_told
from nlp.tag.figures.tables.labels import label_measure, tells_prices
from nlp.tag.figures.tables.layout import Table
from nlp.tag.figures.tables.totals import adds_up, is_total, may_be_total

_SUMS = re.compile(
    r"\b(?:amount|cost|budget|value|spending|expenditure|disburse\w*|commit\w*|funding|funds"
    r"|allocat\w*|revenue|price|income|pledge\w*|paid|payments?)s?\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:total\s)?(?:numbers?|count)|nombre|número|anzahl", re.IGNORECASE)
_YEARS = re.compile(r"(?:(?:fiscal|financial|calendar|school)\s)?(?:years?|dates?|periods?)\W*", re.IGNORECASE)

_LEANS = re.compile(
    r"(?:^|\s)(?:of|in|by|per|for|to|on|and|the|with|from|de|du|des|do|da|von|der)$|[-/&]$", re.IGNORECASE
)
"""The last word of a heading that goes on in the row beneath."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the headings of a column state."""

    stated: Measure | None
    label: Span | None
    """The lowest heading, or the one that tells the year."""
    years: bool
    """The column holds nothing but years."""
    named: Span | None = None
    """The lowest heading that is neither a year nor the name of a sum."""
    time: Time | None = None
    total: bool = False
    number: bool = False
    """It is headed "Number": its cells count what their row names."""
    own: bool = False
    """It states a unit that not all columns state: it holds for each row, whatever the row's label says."""
    prices: bool = False
    """Its sums are prices of what the rows name."""


def columns(text: str, table: Table, caption: Measure | None) -> list[Column]:
    """What stands above the cells of each column."""
    read = [_column(text, table, at) for at in range(table.width)]
    if caption is not None and caption.unit is not None:
        money = caption.unit.kind is Kind.MONEY and _has_sums(table)
        read = [one if money else _without_noun(one) for one in read]
    sums = [at for at in range(table.stubs, table.width) if _may_be_total(table, at)]
    for at in sums if len(sums) == 1 else ():
        read[at] = replace(read[at], total=_adds_up(table, at))
    read = [replace(one, own=own) for one, own in zip(read, _own(read, table.stubs), strict=True)]
    data = read[table.stubs :]
    if sum(not one.total for one in data) < 2:
        read = [replace(one, total=False) for one in read]
    every = joined(one.time for one in data if not one.total)
    return [replace(one, time=every) if one.total and one.time is None else one for one in read]


def _own(read: Sequence[Column], stubs: int) -> list[bool]:
    units = [one.stated.unit if one.stated is not None and not one.stated.weak else None for one in read]
    held = {
        (unit.kind, unit.name) if unit else None
        for one, unit in zip(read[stubs:], units[stubs:], strict=True)
        if not one.years
    }
    return [unit is not None and len(held) > 1 for unit in units]


def _has_sums(table: Table) -> bool:
    """Whether a column is headed as the money: then one headed "Staff" may count people."""
    labels = (cell.text for row in table.heads for cell in row[table.stubs :])
    return any(_SUMS.search(label) and not may_be_total(label) for label in labels)


def _without_noun(column: Column) -> Column:
    """Under a caption with a unit a noun only says whose it is."""
    weak = column.stated is not None and column.stated.weak and column.stated.factor == 1
    return replace(column, stated=None) if weak else column


def _may_be_total(table: Table, at: int) -> bool:
    return any(may_be_total(row[at].text) for row in table.heads if at < len(row))


def _adds_up(table: Table, at: int) -> bool:
    """Whether a column such as "Total expenditure" is in each row the sum of all others."""
    rows = [row for row in table.data if at < len(row) and row[at].numeric]
    return bool(rows) and all(
        adds_up(row[at].text, [cell.text for cell in (*row[table.stubs : at], *row[at + 1 :])]) for row in rows
    )


def _column(text: str, table: Table, at: int) -> Column:
    labels = [row[at] for row in table.heads if at < len(row) and row[at].text]
    cells = [row[at] for row in table.data if at < len(row) and not row[at].empty]
    dated = any(label.year for label in labels)
    alike = all(cell.year and "," not in cell.text for cell in cells)
    year = next((label.span for label in labels if label.year), None)
    named = next((label.span for label in reversed(labels) if not label.year and not is_total(label.text)), None)
    return Column(
        _stated(labels),
        year or (labels[-1].span if labels else None),
        bool(cells) and not dated and alike and (len(cells) > 1 or _is_years(labels)),
        named,
        _time(text, labels),
        any(is_total(label.text) for label in labels),
        bool(labels) and _NUMBER.fullmatch(labels[-1].text) is not None,
        prices=any(tells_prices(label.text) for label in labels),
    )


def _is_years(labels: Sequence[Cell]) -> bool:
    return any(_YEARS.fullmatch(label.text) for label in labels)


def _stated(labels: Sequence[Cell]) -> Measure | None:
    stated: Measure | None = None
    for text, year in _unwrapped(labels):
        if stated is not None and stated.noun and _NUMBER.fullmatch(text):
            stated = replace(stated, weak=False)  # "Seats", and beneath it "number"
            continue
        own = None if year else label_measure(text)
        if own is not None and own.weak and is_total(text):
            continue
        if own is not None and own.weak and stated is not None and stated.unit is not None:
            continue
        stated = own.within(stated) if own else stated
    if len(labels) > 1 and stated is None:
        stated = measure(" ".join(label.text for label in labels))
    return stated


def _unwrapped(labels: Sequence[Cell]) -> list[tuple[str, bool]]:
    """The words of each heading and whether they are a year; one that was wrapped over several rows is one."""
    found: list[tuple[str, bool]] = []
    for label in labels:
        if found and (
            _LEANS.search(found[-1][0]) or (label.text[:1].islower() and not found[-1][1] and not measure(label.text))
        ):
            found[-1] = (f"{found[-1][0]} {label.text}", False)
        else:
            found.append((label.text, label.year))
    return found


def _time(text: str, labels: Sequence[Cell]) -> Time | None:
    """The time of the lowest heading that tells one."""
    told = (time_told(text, label.span) for label in reversed(labels))
    return next((time for time in told if time is not None), None)
