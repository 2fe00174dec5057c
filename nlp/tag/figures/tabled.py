"""A table -> its figures: every cell with the unit of its row, column, section or caption, whichever is nearest.

The first rows, without numbers but years, are headings; the first columns, without numbers, name the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.grid import rows
from corpus.model import Exhibit, Span
from corpus.prose import plain, prose
from nlp.model import Figure, Kind, Place
from nlp.tag.figures.conventions import Convention
from nlp.tag.figures.hedges import per, qualifier
from nlp.tag.figures.masks import masked
from nlp.tag.figures.measures import NOTHING, Measure, measure
from nlp.tag.figures.numbers import times
from nlp.tag.figures.quantities import quantities
from nlp.tag.figures.quantity import Quantity

_MARKS = re.compile(
    r"(?:\s?[*†‡§¶#]+|\s?[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍ]+|\s?\^\w{1,2}\^?|\s?\[\^?\w{1,2}\]"
    r"|(?<=\d)\s?[a-f](?:,[a-f])*|(?<=\d)\s?\([a-z]{1,2}\)|(?<=\d)\s?/[a-z\d])+\s*$"
)
_NUMERIC = re.compile(
    r"""[\s(~<>≤≥≈c.+−–-]*(?:[A-Z]{0,4}[$€£¥₹₦₱]\w?|[A-Z]{3}|Rs\.?|R|RM|kr\.?)?\s?[+−–-]?\s?\d[\d,.\s'’]*
        (?:\s?[-–]\s?\d[\d,.\s]*)?\s?(?:%|[kmb]n?|million|billion|thousand|crore|lakh|[€$£]|[A-Z]{3}|ha|km²?
          |kg|x)?[\s)+*]*""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:(?:FY|CY|AY)\s?)?['’]?(?:(?:1[5-9]|20)\d\d|(?<=FY)\d\d)(?:\s?[-–—/]\s?(?:(?:1[5-9]"
    r"|20)?\d\d))?\s?[aefprb*]?(?:\s?\(?(?:est|proj|prov|actual|budget|forecast|plan|r|p|e|f)\w*\.?\)?)?",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\W*|n\.?/?[ad]\.?|nil|none|nap|tbc|tbd|(?:not\s)?(?:available|applicable)", re.IGNORECASE)
_NEGATIVE = re.compile(r"\(\s*[^()]*\d[^()]*\)|[−–-]\s?[^\d]{0,4}\d.*")
_RELATIVE = re.compile(r"\b(?:ratio|index|rank(?:ing)?|share|proportion|growth|rate)\b", re.IGNORECASE)
_SUMS = re.compile(
    r"\b(?:amount|cost|budget|value|spending|expenditure|disburse\w*|commit\w*|funding|funds"
    r"|allocat\w*|revenue|price|income|pledge\w*|paid|payments?)s?\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
MOST_HEADS = 12
"""Rows: a longer table of words is no heading of what follows."""
_TITLES = 200
"""Characters above an uncaptioned table within which a short line may state its unit."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that prints something: where, and its words without note marks."""

    span: Span
    text: str

    @property
    def numeric(self) -> bool:
        """A number and hardly anything else."""
        return _NUMERIC.fullmatch(self.text) is not None

    @property
    def year(self) -> bool:
        """A year, a fiscal year, or several."""
        return _YEAR.fullmatch(self.text) is not None

    @property
    def empty(self) -> bool:
        """Nothing, a dash, "n/a"."""
        return _EMPTY.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class _Table:
    """A table taken apart: heading rows, data rows, and how many columns name the rows."""

    heads: tuple[tuple[_Cell, ...], ...]
    data: tuple[tuple[_Cell, ...], ...]
    stubs: int
    width: int


@dataclass(frozen=True, slots=True)
class _Column:
    """What the headings of a column state, its label, and whether it holds nothing but years."""

    stated: Measure | None
    label: Span | None
    years: bool


def table_figures(text: str, body: Span, exhibit: Exhibit | None, habits: Convention) -> Iterator[Figure]:
    """The figures of the table at `body`, with the labels of their row and column."""
    grid = [tuple(_cell(text, span) for span in row) for row in rows(text, body)]
    table = _take_apart(grid)
    caption = _caption_measure(text, body, exhibit)
    columns = [_column(table, at) for at in range(table.width)]
    columns = [_settled(table, at, column, caption) for at, column in enumerate(columns)]
    section = caption
    for row in table.data:
        alone = [cell for cell in row if cell.text]
        if len(alone) == 1 and not alone[0].numeric:
            stated = measure(alone[0].text)
            section = stated.within(caption) if stated and stated is not NOTHING else section
        elif not all(cell.year or cell.empty for cell in row[table.stubs :]) or row[0].text:
            yield from _row_figures(text, table, row, columns, section, habits)


def _cell(text: str, span: Span) -> _Cell:
    words = " ".join(prose(text, (span,)).text.split())
    return _Cell(span, _MARKS.sub("", words))


def _take_apart(grid: Sequence[tuple[_Cell, ...]]) -> _Table:
    width = max((len(row) for row in grid), default=0)
    heads = 0
    for row in grid:
        told = [cell for cell in row[1:] if not cell.empty]
        if any(cell.numeric and not cell.year for cell in told) or (told == [] and heads):
            break
        if heads and told and all(cell.year for cell in told) and row[0].text and not _is_head(grid[heads - 1]):
            break
        heads += 1
    heads = min(heads, max(0, len(grid) - 1), MOST_HEADS)
    data = tuple(grid[heads:])
    widest = max((len(row) for row in data), default=0)
    head_rows = tuple(_shifted(row, widest) for row in grid[:heads])
    return _Table(head_rows, data, _stubs(head_rows, data, widest), width)


def _is_head(row: Sequence[_Cell]) -> bool:
    return sum(cell.year for cell in row) == 0


def _shifted(row: tuple[_Cell, ...], width: int) -> tuple[_Cell, ...]:
    """A heading row that leaves out the empty corner, moved one to the right."""
    if len(row) == width - 1 and row and row[0].text:
        return (_Cell(Span(row[0].span.start, row[0].span.start), ""), *row)
    return row


def _stubs(heads: Sequence[tuple[_Cell, ...]], data: Sequence[tuple[_Cell, ...]], width: int) -> int:
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


def _is_named(heads: Sequence[tuple[_Cell, ...]]) -> bool:
    label = " ".join(row[0].text for row in heads if row)
    return bool(label) and measure(label) is NOTHING


def _corner_is_empty(heads: Sequence[tuple[_Cell, ...]]) -> bool:
    return bool(heads) and all(row and not row[0].text for row in heads)


def _is_running(cells: Sequence[_Cell]) -> bool:
    return len(cells) > 1 and [cell.text.rstrip(".") for cell in cells] == [str(at) for at in range(1, len(cells) + 1)]


def _column(table: _Table, at: int) -> _Column:
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
    return _Column(stated, year or (labels[-1].span if labels else None), years)


def _settled(table: _Table, at: int, column: _Column, caption: Measure | None) -> _Column:
    """Under a caption of money a noun counts only beside another column that is headed as the money."""
    money = caption is not None and caption.unit is not None and caption.unit.kind is Kind.MONEY
    if not money or column.stated is None or not column.stated.weak or column.stated.factor != 1:
        return column
    others = (row[other].text for row in table.heads for other in range(table.stubs, len(row)) if other != at)
    return column if any(_SUMS.search(label) for label in others) else replace(column, stated=None)


def _caption_measure(text: str, body: Span, exhibit: Exhibit | None) -> Measure | None:
    """The unit in the caption, in a short line just above, or in the source line below."""
    if exhibit is not None:
        stated = measure(plain(text, exhibit.caption), short=False)
        if stated:
            return stated
    above = [line.strip() for line in text[max(0, body.start - _TITLES) : body.start].splitlines() if line.strip()]
    if above and len(above[-1]) < 90 and not above[-1].endswith((".", ":", ";")):
        stated = measure(plain(above[-1], Span(0, len(above[-1]))), short=len(above[-1]) < 40)
        if stated and stated is not NOTHING:
            return stated
    if exhibit is not None and exhibit.source is not None:
        return _noted(plain(text, exhibit.source))
    return None


def _noted(source: str) -> Measure | None:
    for sentence in re.split(r"[.;]\s", source):
        if re.search(r"\b(?:figures|amounts|values|data|all|units?)\b", sentence, re.IGNORECASE):
            stated = measure(sentence, short=False)
            if stated and stated.unit and stated.unit.kind is Kind.MONEY:
                return stated
    return None


def _row_figures(
    text: str,
    table: _Table,
    row: tuple[_Cell, ...],
    columns: Sequence[_Column],
    outer: Measure | None,
    habits: Convention,
) -> Iterator[Figure]:
    stub = next((cell for cell in row[: table.stubs] if _LETTERS.search(cell.text)), row[0] if table.stubs else None)
    own = measure(stub.text) if stub is not None and stub.text and not stub.year else None
    if own is not None and (own.weak or (own is NOTHING and not _RELATIVE.search(stub.text if stub else ""))):
        own = None
    for at in range(table.stubs, len(row)):
        column = columns[at]
        if row[at].empty or column.years or not any(char.isdigit() for char in row[at].text):
            continue
        fixed = _nearest(own, column.stated, outer)
        for figure in _cell_figures(text, row[at], fixed, habits):
            yield replace(figure, row=stub.span if stub is not None and stub.text else None, column=column.label)


def _nearest(own: Measure | None, stated: Measure | None, outer: Measure | None) -> Measure | None:
    if own is not None and (own.unit is not None or own is NOTHING):
        return own
    if stated is not None:
        return stated if stated is NOTHING else stated.within(own or outer)
    return own.within(outer) if own is not None else outer


def _cell_figures(text: str, cell: _Cell, fixed: Measure | None, habits: Convention) -> Iterator[Figure]:
    """The cell's own sums ("$5 million"), and its bare number under the unit that is fixed for it."""
    view = prose(text, (cell.span,))
    words = view.text if cell.numeric else masked(view.text)
    found = quantities(words, habits.habits)
    bare = cell.numeric or (found and found[0].start == 0 and words[found[0].end :].lstrip()[:1] == "(")
    for at, one in enumerate(found):
        if one.unit is None and not (bare and at == 0):
            continue
        known = _measured(one, fixed, cell)
        if known is None or known.unit is None:
            continue
        hedge, start = qualifier(words, known.start, known.end)
        money = known.unit.kind is Kind.MONEY
        unit, assumed = habits.resolve(known.unit) if money else (known.unit.name, None)
        yield Figure(
            view.source(known.start, known.end),
            known.unit.kind,
            known.low,
            known.high,
            unit,
            Place.TABLE,
            hedge,
            per(words, start, known.end) or (fixed.per if fixed is not None and one.unit is None else None),
            known.implied,
            assumed,
        )


def _measured(one: Quantity, fixed: Measure | None, cell: _Cell) -> Quantity | None:
    """The quantity in the unit that is fixed, or in its own: "$892" under "US$ million" is 892 million."""
    negative = one.low > 0 and cell.numeric and _NEGATIVE.fullmatch(cell.text) is not None and not one.ranged
    if negative:
        one = replace(one, low=-one.high, high=-one.low)
    if one.unit is not None:
        scales = fixed is not None and fixed.factor > 1 and one.is_money() and not one.scaled
        if not scales or fixed is None or (fixed.unit and fixed.unit.kind is not Kind.MONEY):
            return one
        unit = fixed.unit if fixed.unit and fixed.unit.certain and not one.unit.certain else one.unit
        return replace(
            one, low=times(one.low, fixed.factor), high=times(one.high, fixed.factor), unit=unit, implied=True
        )
    if fixed is None or fixed.unit is None or fixed is NOTHING:
        return None
    return replace(
        one, low=times(one.low, fixed.factor), high=times(one.high, fixed.factor), unit=fixed.unit, implied=True
    )
