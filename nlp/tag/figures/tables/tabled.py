"""A table -> its figures: every cell with the unit of its row, column, section or caption, whichever is nearest.

The first rows, without numbers but years, are headings; the first columns, without numbers, name the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.grid import rows
from corpus.model import Exhibit, Span, Spans, within
from nlp.model import Figure, Kind
from nlp.tag.figures.conventions import Convention
from nlp.tag.figures.measures import NOTHING, Measure, measure
from nlp.tag.figures.nouns import counted_noun
from nlp.tag.figures.tables.captions import caption_measure, caption_time, caption_title
from nlp.tag.figures.tables.cells import Cell, read_cell
from nlp.tag.figures.tables.columns import Column, columns
from nlp.tag.figures.tables.dated import Time, time_told
from nlp.tag.figures.tables.labels import is_unit_name, label_measure, tells_prices
from nlp.tag.figures.tables.layout import Row, Table, parts, take_apart
from nlp.tag.figures.tables.stubs import Stub, settled, stub, unit_column, with_last_total
from nlp.tag.figures.tables.valued import cell_figures
from nlp.tag.figures.units import Unit

_CORNER = re.compile(r"\W*(?:(?:all\s)?(?:figures|amounts|values|data)\s(?:are\s)?)?(?:in|en|em)\b", re.IGNORECASE)
"""How the cell above the row names begins where it states the unit of all cells: "In thousands of euros"."""
_NO_SUMS = frozenset({Kind.PERCENT, Kind.RATE})
"""Over all rows these are an average, but where the label says "total"."""

_PRICED = frozenset({Kind.MASS, Kind.VOLUME, Kind.AREA, Kind.DISTANCE, Kind.ENERGY, Kind.DURATION})
"""Of what is sold by the unit."""


@dataclass(frozen=True, slots=True)
class _Outer:
    """What holds for all rows below: the caption's, or a section row's."""

    stated: Measure | None
    time: Time | None
    title: Spans
    prices: bool = False
    """The sums are prices of what the rows name."""


def table_figures(
    text: str, body: Span, exhibit: Exhibit | None, habits: Convention, markers: Spans = ()
) -> Iterator[Figure]:
    """The figures of the table at `body`, with the labels of their row and column and the time they hold for.

    `markers` are the known note markers of the paper, in order: they are no part of any number.
    """
    known = exhibit.markers if exhibit is not None and exhibit.markers else markers
    pieces = (body, *(exhibit.continued if exhibit is not None else ()))
    grid = _grid(text, pieces, within(known, pieces) if known else ())
    caption = _Outer(
        caption_measure(text, body, exhibit),
        caption_time(text, exhibit),
        caption_title(text, exhibit),
        exhibit is not None and tells_prices(text[slice(*exhibit.caption)]),
    )
    for part in parts(grid):
        yield from _part_figures(text, take_apart(part), caption, habits)


def _grid(text: str, pieces: Spans, markers: Spans) -> list[Row]:
    """The rows of all pieces of a table; headings that each page repeats stand there once."""
    grid: list[Row] = []
    for piece in pieces:
        read = [tuple(read_cell(text, span, markers) for span in row) for row in rows(text, piece)]
        again = 0
        while again < min(len(read), len(grid)) and _words(read[again]) == _words(grid[again]):
            again += 1
        grid += read[again:]
    return grid


def _words(row: Row) -> list[str]:
    return [cell.text for cell in row]


def _part_figures(text: str, table: Table, caption: _Outer, habits: Convention) -> Iterator[Figure]:
    outer = caption = _under_title(text, table, caption)
    heads = columns(text, table, caption.stated)
    units = unit_column(table)
    plain = [row for row in table.data if not _is_section(row)]
    stubs = iter(with_last_total(settled([stub(text, table, row, units) for row in plain])))
    for row in table.data:
        if _is_section(row):
            outer = _section(text, row, caption)
            continue
        its = next(stubs)
        if row[0].text or not all(cell.year or cell.empty for cell in row[table.stubs :]):
            yield from _row_figures(text, table, row, its, heads, outer, habits)


def _is_section(row: Row) -> bool:
    alone = [cell for cell in row if cell.text]
    return len(alone) == 1 and (not alone[0].numeric or (alone[0].year and row[0].text != ""))


def _under_title(text: str, table: Table, caption: _Outer) -> _Outer:
    """The caption's, or that of a title that stands alone in the first row."""
    titles = [row for row in table.heads[:1] if _is_section(row)]
    caption = _section(text, titles[0], caption) if titles else caption
    corner = next((measure(row[0].text) for row in table.heads if row and _CORNER.match(row[0].text)), None)
    unit = corner is not None and corner is not NOTHING and not corner.weak
    return replace(caption, stated=corner.within(caption.stated)) if corner is not None and unit else caption


def _section(text: str, row: Row, caption: _Outer) -> _Outer:
    """What a row that is nothing but a label states for the rows below it."""
    cell = next(one for one in row if one.text)
    stated = label_measure(cell.text)
    stated = None if is_unit_name(cell.text, stated) else stated
    weak = stated is None or stated is NOTHING or stated.weak
    unit = caption.stated if weak or stated is None else stated.within(caption.stated)
    return replace(caption, stated=unit, time=time_told(text, cell.span) or caption.time)


def _row_figures(
    text: str, table: Table, row: Row, its: Stub, heads: list[Column], outer: _Outer, habits: Convention
) -> Iterator[Figure]:
    sentence = _sentence(row)
    for cell in row[1 : table.stubs]:
        told = cell is not its.unit and (cell is not its.cell or row[0].year)
        if told and not cell.numeric and not cell.year:
            yield from (_of_row(one, its, outer, sentence) for one in cell_figures(text, cell, None, habits))
    for at in range(table.stubs, len(row)):
        cell, head = row[at], heads[at]
        if cell.empty or head.years or not any(char.isdigit() for char in cell.text):
            continue
        time = _time(its, head, outer)
        total = its.total or head.total
        for figure in cell_figures(text, cell, _fixed(its, head, outer), habits):
            yield replace(
                figure,
                row=its.cell.span if its.cell is not None else None,
                column=head.label,
                total=total and (figure.kind not in _NO_SUMS or _says_total(its)),
                sentence=sentence,
                subject=_subject(its, head, outer),
                when=time.spans if time is not None else (),
                since=time.since if time is not None else None,
                until=time.until if time is not None else None,
                markers=cell.markers,
            )


def _of_row(figure: Figure, its: Stub, outer: _Outer, sentence: Spans) -> Figure:
    """A sum in words that tell of a row, beside what names it."""
    time = its.time or outer.time
    if time is None:
        return replace(figure, sentence=sentence)
    return replace(figure, sentence=sentence, when=time.spans, since=time.since, until=time.until)


def _says_total(its: Stub) -> bool:
    return its.cell is not None and "total" in its.cell.text.lower()


def _sentence(row: Row) -> Spans:
    printed = [cell.span for cell in row if cell.span.length]
    return (Span(printed[0].start, printed[-1].end),) if printed else ()


def _time(its: Stub, head: Column, outer: _Outer) -> Time | None:
    """The heading's time, else the stub's; a stub that is nothing but a year comes before words with a year in them."""
    if its.time is not None and its.time.alone and (head.time is None or not head.time.alone):
        return its.time
    return head.time or its.time or outer.time


def _subject(its: Stub, head: Column, outer: _Outer) -> Spans:
    """The caption's title and what the row names; of a year or a sum what the column names, if it does."""
    if its.cell is not None and not its.total and not _is_time(its.cell, its.time):
        return tuple(sorted((*outer.title, its.cell.span)))
    return outer.title if head.named is None else tuple(sorted((*outer.title, head.named)))


def _is_time(cell: Cell, time: Time | None) -> bool:
    return cell.year or cell.numeric or (time is not None and time.alone)


def _fixed(its: Stub, head: Column, outer: _Outer) -> Measure | None:
    """What a bare number in the cell means: the nearest that says so holds."""
    if head.number and its.cell is not None and counted_noun(its.cell.text):
        return Measure(Unit(0, 0, Kind.COUNT, its.cell.text), noun=its.cell.text)
    own = None if _is_overruled(its.stated, head) or _is_priced(its, head, outer) else its.stated
    return _nearest(own, head.stated, outer.stated)


def _is_priced(its: Stub, head: Column, outer: _Outer) -> bool:
    """Whether the row's unit is that of which a price is told: "Flour, kilo" under "Prices in crowns"."""
    if its.stated is None or its.stated.unit is None or its.stated.unit.kind not in _PRICED or its.unit is not None:
        return False
    money = _nearest(None, head.stated, outer.stated)
    told = money is not None and money.unit is not None and money.unit.kind is Kind.MONEY
    return told and (head.prices or outer.prices)


def _is_overruled(own: Measure | None, head: Column) -> bool:
    """Whether the column's own unit beats the row's: "Share (%)" beside "Meadows (ha)"."""
    if own is None or own.unit is None or head.stated is None or head.stated.unit is None:
        return False
    return head.own and own.unit.kind is not head.stated.unit.kind


def _nearest(own: Measure | None, stated: Measure | None, outer: Measure | None) -> Measure | None:
    if own is not None and (own.unit is not None or own is NOTHING):
        return own
    if stated is not None:
        return stated if stated is NOTHING else stated.within(own or outer)
    return own.within(outer) if own is not None else outer
