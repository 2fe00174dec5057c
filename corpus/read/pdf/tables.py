"""The lines of a page -> the same lines, those of a table put together into one that holds its rows of cells.

Only what is surely a table becomes one: rows whose cells stand in columns that do not overlap, under or over
a caption or with enough rows to be no accident. What is unsure stays as it is, line by line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.labels import CAPTION_LIKE
from corpus.read.pdf.lines import NUMERIC, Cell, Line

REACH = 5.0
"""Letter sizes: rows that are further apart belong to two tables."""
NEAR_CAPTION = 5.0
"""Letter sizes between a caption and its table."""
SAME_ROW = 0.35
"""Of the letter size: lines that are nearer stand on one row."""
WITHIN_ROW = 0.92
"""Of the least distance of two rows: a line that is nearer to a row goes on with one of its cells."""
PROSE = 60
"""Characters without a gap: no cell of a table that spans columns is so long."""
HYPHEN = "\ufffe"
AROUND = 6
"""Lines in the file before, between and behind rows that may belong to their table."""
SURE_ROWS = 3
MOST_ROWS = 200
"""Of the part of a table that goes on from another page."""
LEADERS = re.compile(r"(?:\.\s?){5}|…{3}|_{5}")
REMARK = re.compile(r"(?:sources?|notes?|fuentes?|nota|quelle)\s*[:.]", re.IGNORECASE)

Column = tuple[float, float]


@dataclass(slots=True)
class _Full:
    """What stands at one height."""

    base: float
    size: float
    cells: list[Cell]


@dataclass(slots=True)
class _Row:
    """One row being filled: the height it stands at; the words in each column, and the height of the last."""

    base: float
    cells: list[str]
    reached: list[float]


def with_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines in their order; each table is one line, at the place of its first, with its `rows` filled."""
    result: list[Line] = []
    done = 0
    stretches = _stretches(lines)
    nexts = [first for first, _ in stretches[1:]] + [len(lines)]
    for (first, end), then in zip(stretches, nexts, strict=False):
        start, stop = max(done, first - AROUND), _stop(lines, end, then)
        held, rows, columns = table(lines[first:end], lines[start:stop])
        if rows:
            kept = {id(line) for line in held}
            result += lines[done:start]
            result += [line for line in lines[start:first] if id(line) not in kept]
            result.append(whole(held, rows, columns))
            result += [line for line in lines[first:stop] if id(line) not in kept]
            done = stop
    return result + list(lines[done:])


def _stop(lines: Sequence[Line], end: int, then: int) -> int:
    """Where the lines around a table stop: before the next table, and before that table's caption."""
    stop = min(len(lines), end + AROUND, then)
    captions = (at for at in range(end, stop) if CAPTION_LIKE.match(lines[at].words))
    return next(captions, stop) if then < len(lines) else stop


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """From the first row to behind the last of each run of rows that follow each other closely in the file."""
    found: list[tuple[int, int]] = []
    at_last = -1
    for at, line in enumerate(lines):
        if len(line.cells) < 2 or LEADERS.search(line.words):
            continue
        last = lines[at_last] if at_last >= 0 else line
        near = -SAME_ROW < (last.base - line.base) / line.size < REACH * 2
        beside = last.left < line.right + REACH * line.size and line.left < last.right + REACH * line.size
        between = lines[at_last + 1 : at] if at_last >= 0 and at - at_last <= AROUND else None
        if between is not None and near and beside and not any(CAPTION_LIKE.match(one.words) for one in between):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
        at_last = at
    return [(first, end) for first, end in found if end - first > 1]


def unparted(line: Line) -> Line:
    """A line with gaps is no row if no table was found: only one that is mostly figures is kept apart."""
    figures = sum(NUMERIC.fullmatch(cell.words) is not None for cell in line.cells)
    if line.cells and not line.again and 2 * figures < len(line.cells):
        line.words, line.cells = line.words.replace("\t", " "), []
    return line


def table(
    stretch: Sequence[Line], around: Sequence[Line], *, sure: bool = False
) -> tuple[list[Line], list[list[str]], list[Column]]:
    """The lines, rows and columns of the table in a stretch of the file, all empty if there is none.

    There is one if it is plain from the rows or a caption among the lines `around`, or known (`sure`) from elsewhere.
    """
    group = _grid([line for line in stretch if len(line.cells) > 1], around)
    columns = _columns(group)
    if columns and _promoted(around, group, columns):
        group = _grid([line for line in around if len(line.cells) > 1], around)
        columns = _columns(group)
    if not columns or not (sure or _is_sure(group, around, len(columns))):
        return [], [], []
    steps = [a.base - b.base for a, b in pairwise(group)]
    reach = WITHIN_ROW * min((step for step in steps if step > 0), default=2 * group[0].size)
    inside = [one for one in around if group[-1].base - SAME_ROW * one.size < one.base < group[0].base + reach]
    held = [one for one in inside if len(one.cells) > 1 or _may_fill(one, group, columns)]
    held += _tail(around, group, columns, reach)
    kept = {id(line) for line in held}
    if any(group[-1].base < one.base < group[0].base and id(one) not in kept for one in inside):
        return [], [], []
    return held, _rows(held, group, columns, reach), columns


def _promoted(around: Sequence[Line], group: Sequence[_Full], columns: Sequence[Column]) -> bool:
    """Whether lines beside the rows turned out to be rows too: their words stand one by one in the columns."""
    found = False
    for line in around:
        near = group[-1].base - 2 * line.size < line.base < group[0].base + 3.5 * line.size
        if near and len(line.likely) > max(1, len(line.cells)):
            stand = [_reached(cell, columns) for cell in line.likely]
            if all(len(one) == 1 for one in stand) and len({one[0] for one in stand}) == len(stand):
                line.cells, line.likely, found = line.likely, [], True
    return found


def _tail(around: Sequence[Line], group: Sequence[_Full], columns: Sequence[Column], reach: float) -> list[Line]:
    """The lines with which a cell of the last row goes on below it."""
    found: list[Line] = []
    bottom = group[-1].base
    for line in sorted(around, key=lambda one: -one.base):
        if line.base < bottom - reach:
            break
        if line.base < group[-1].base - SAME_ROW * line.size and _may_fill(line, group, columns):
            found.append(line)
            bottom = line.base
    return found


def _grid(seeds: Sequence[Line], around: Sequence[Line]) -> list[_Full]:
    """The rows from the top, each with all cells that stand at its height."""
    rows: list[_Full] = []
    for line in sorted(seeds, key=lambda one: -one.base):
        if rows and rows[-1].base - line.base < SAME_ROW * line.size:
            rows[-1].cells += line.cells
        else:
            rows.append(_Full(line.base, line.size, list(line.cells)))
    for line in around:
        if not line.cells:
            for row in rows:
                if abs(row.base - line.base) < SAME_ROW * line.size:
                    row.cells.append(Cell(line.words, line.left, line.right))
    for row in rows:
        row.cells.sort(key=lambda cell: cell.left)
    return rows


def _columns(group: Sequence[_Full]) -> list[Column]:
    """Left and right of each column, from the rows with as many cells as most; empty if they overlap."""
    count = Counter(len(line.cells) for line in group)
    usual = max(count, key=lambda cells: (count[cells], cells))
    full = [line.cells for line in group if len(line.cells) == usual]
    if len(full) < 2:
        return []
    columns = [(min(row[at].left for row in full), max(row[at].right for row in full)) for at in range(usual)]
    apart = all(a[1] < b[0] for a, b in pairwise(columns))
    return columns if apart else []


def _is_sure(group: Sequence[_Full], around: Sequence[Line], columns: int) -> bool:
    top, bottom, size = group[0].base, group[-1].base, group[0].size
    for line in around:
        near = 0 < line.base - top < NEAR_CAPTION * size or 0 < bottom - line.base < NEAR_CAPTION * size
        if near and CAPTION_LIKE.match(line.words):
            return True
    full = [row for row in group if len(row.cells) == columns]
    figures = sum(all(NUMERIC.fullmatch(cell.words) for cell in row.cells[1:]) for row in full)
    return figures >= SURE_ROWS or (len(full) >= SURE_ROWS and columns > 2 and figures > 0)


def _may_fill(line: Line, group: Sequence[_Full], columns: Sequence[Column]) -> bool:
    """Whether a line that is no row by itself is part of a cell, or a label across the table."""
    if line.cells or CAPTION_LIKE.match(line.words) or REMARK.match(line.words) or len(line.words) > PROSE:
        return False
    within = group[-1].base < line.base < group[0].base
    stands = _reached(Cell(line.words, line.left, line.right), columns)
    return within or (len(stands) == 1 and (stands[0] > 0 or line.base < group[0].base + 0.5 * line.size))


def _reached(cell: Cell, columns: Sequence[Column]) -> list[int]:
    """The columns a cell stands in; the nearest one if it stands between two."""
    found = [at for at, (left, right) in enumerate(columns) if cell.left < right and left < cell.right]
    middle = (cell.left + cell.right) / 2
    return found or [min(range(len(columns)), key=lambda at: abs(sum(columns[at]) / 2 - middle))]


def _rows(held: Sequence[Line], group: Sequence[_Full], columns: Sequence[Column], reach: float) -> list[list[str]]:
    rows = [_new_row(row.base, columns) for row in group]
    ordered = sorted(held, key=lambda one: -one.base)
    for line in ordered:
        for cell in line.cells or [Cell(line.words, line.left, line.right)]:
            at = _reached(cell, columns)[0]
            row = _row_of(rows, line, at, reach)
            if row is None:
                row = _new_row(line.base, columns)
                rows.append(row)
            before = row.cells[at]
            words = before[:-1] + cell.words if before.endswith(HYPHEN) else f"{before} {cell.words}".strip()
            row.cells[at] = words + HYPHEN * (line.hyphen and cell.right == line.right)
            row.reached[at] = line.base
    return [[cell.replace(HYPHEN, "-") for cell in row.cells] for row in sorted(rows, key=lambda one: -one.base)]


def _new_row(base: float, columns: Sequence[Column]) -> _Row:
    return _Row(base, [""] * len(columns), [-1e9] * len(columns))


def _row_of(rows: Sequence[_Row], line: Line, at: int, reach: float) -> _Row | None:
    """The row at whose height a line stands, else the one whose cell it goes on with, else the nearest."""
    nearest = min(rows, key=lambda one: abs(one.base - line.base))
    if abs(nearest.base - line.base) < SAME_ROW * line.size:
        return nearest
    above = [row for row in rows if 0 < row.reached[at] - line.base <= reach]
    if above:
        return min(above, key=lambda one: one.reached[at])
    return nearest if abs(nearest.base - line.base) <= reach else None


def whole(held: Sequence[Line], rows: list[list[str]], columns: Sequence[Column]) -> Line:
    """The line that stands for a table."""
    top, bottom = max(line.base + 0.7 * line.size for line in held), min(line.base for line in held)
    left, right = min(line.left for line in held), max(line.right for line in held)
    return Line("", left, right, bottom, top - bottom, rows=rows, columns=columns)


def going_on(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[list[Line], list[list[str]]]:
    """The first of `lines` that are rows of a table with these columns, and those rows; empty where none is."""
    held: list[Line] = []
    for line in lines[:MOST_ROWS]:
        stand = [_reached(cell, columns) for cell in line.cells or [Cell(line.words, line.left, line.right)]]
        apart = all(len(one) == 1 for one in stand) and len({one[0] for one in stand}) == len(stand)
        near = (
            len(line.cells) > 1
            if not held
            else 0 <= held[-1].base - line.base + SAME_ROW * line.size < REACH * line.size
        )
        if not (near and apart and not line.rows and len(line.words) <= PROSE and not REMARK.match(line.words)):
            break
        held.append(line)
    while held and len(held[-1].cells) < 2:
        held.pop()
    group = _grid([line for line in held if len(line.cells) > 1], held)
    figures = sum(NUMERIC.fullmatch(cell.words) is not None for row in group for cell in row.cells)
    if not group or 2 * figures < sum(len(row.cells) for row in group) or len(columns) < 2:
        return [], []
    steps = [step for a, b in pairwise(group) if (step := a.base - b.base) > 0]
    return held, _rows(held, group, columns, WITHIN_ROW * min(steps, default=2 * group[0].size))
