"""The lines of a text -> which of them are rows of a table: tabs, pipes, or words set in columns by spaces.

A row of single words or numbers is known by itself. A heading of many words, a rule, or a row of words is one only
beside such a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.labels import CAPTION_LIKE

_ROW = re.compile(r"\t|^\s*\|.*\|\s*$|\S {3,}\S+(?: {2,}\S+)+")
_SPACED = re.compile(r"\S {3,}\S+(?: {2,}\S+)+")
_CELL = re.compile(r"\S+(?: \S+)*")
_RULED = frozenset("-=_─━═—–+| \t")
_WIDEST_HEAD = 30
"""Characters: a part of a heading that stands alone in its line is no longer."""
_SLACK = 2
"""Characters by which a heading may miss the column that it stands above."""
MOST_CELLS = 60

Cells = list[tuple[int, int]]


def tabular(words: Sequence[str]) -> list[bool]:
    """For each line, without its terminator, whether it is a row of a table."""
    told = [_ROW.search(line) is not None for line in words]
    if not any(told):
        return told
    spaced = {at for at, line in enumerate(words) if told[at] and _SPACED.search(line)}
    for order, step in ((range(len(words) - 2, -1, -1), 1), (range(1, len(words)), -1)):
        for at in order:
            if not told[at] and at + step in spaced and _belongs(words[at], words[at + step], above=step > 0):
                told[at] = True
                spaced.add(at)
    return told


def _belongs(line: str, row: str, *, above: bool) -> bool:
    """Whether `line` is a row beside `row`, which is one set by spaces: its heading if it stands `above`."""
    if not line.strip() or CAPTION_LIKE.match(line.lstrip()):
        return False
    if _is_rule(line):
        return True
    if _is_rule(row):
        return above and len(_cells(line)) > 2
    cells, columns = _cells(line), _cells(row)
    if not 0 < len(cells) <= MOST_CELLS or not 1 < len(columns) <= MOST_CELLS:
        return False
    if len(cells) > 2:
        return len(cells) == len(columns) or _is_wide(line if above else line.lstrip())
    return above and cells[0][0] > columns[0][1] and _spans(line, cells, columns)


def _spans(line: str, cells: Cells, columns: Cells) -> bool:
    """Whether one cell or two stand above columns as their headings do."""
    below = [_beneath(cell, columns) for cell in cells]
    if len(cells) == 2:
        return _is_wide(line) and all(below) and below[0] != below[1]
    return cells[0][1] - cells[0][0] <= _WIDEST_HEAD and len(below[0]) == 1


def _is_rule(line: str) -> bool:
    return len(line.strip()) > 2 and _RULED.issuperset(line)


def _cells(line: str) -> Cells:
    return [found.span() for found in _CELL.finditer(line.expandtabs(1).rstrip())]


def _is_wide(line: str) -> bool:
    """Whether it has a gap that no writer leaves between sentences."""
    return "   " in line.rstrip()


def _beneath(cell: tuple[int, int], columns: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    start, end = cell
    return [one for one in columns if one[0] < end + _SLACK and start < one[1] + _SLACK]
