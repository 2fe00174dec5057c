"""The lines of a page in the order of the file -> flows in reading order: runs of lines of one column.

Nearly every producer writes a column from top to bottom and then the next, so the file's order is kept; only
where it plainly jumps (a heading written last, columns the wrong way round) is it mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.read.pdf.lines import Line

MOST_FLOWS = 40
"""With more the page is a drawing, and its order is left as it is."""
OTHER_SIZE = 0.15
"""Letter sizes that differ by this share are a heading's and a text's, and need not be of one column."""
SLACK = 0.6
"""Of the letter size, by which places may be off."""


@dataclass(slots=True)
class Flow:
    """Lines below each other, with the room they take."""

    lines: list[Line]
    left: float
    right: float
    top: float
    bottom: float


def flows(lines: Sequence[Line]) -> list[Flow]:
    """The flows of a page in reading order: a full line before the columns below it, columns from the left."""
    return _ordered(_cut(lines))


def _cut(lines: Sequence[Line]) -> list[Flow]:
    found: list[Flow] = []
    for line in lines:
        flow = found[-1] if found else None
        if flow is not None and _goes_on(flow, line):
            flow.lines.append(line)
            flow.left, flow.right = min(flow.left, line.left), max(flow.right, line.right)
            flow.bottom = line.base
        else:
            found.append(Flow([line], line.left, line.right, line.base + 0.7 * line.size, line.base))
    return found


def _goes_on(flow: Flow, line: Line) -> bool:
    below = line.base < flow.bottom + SLACK * line.size
    last = flow.lines[-1].size
    if abs(line.size - last) > OTHER_SIZE * max(line.size, last):
        return False
    beside = line.left < flow.right and line.right > flow.left
    return below and beside


def _ordered(found: list[Flow]) -> list[Flow]:
    if len(found) < 2 or len(found) > MOST_FLOWS:
        return found
    waiting, done = list(found), []
    while waiting:
        first = next((one for one in waiting if not any(_before(other, one) for other in waiting if other is not one)),
                     waiting[0])  # fmt: skip
        waiting.remove(first)
        done.append(first)
    return done


def _before(a: Flow, b: Flow) -> bool:
    """Whether `a` is read before `b`: it stands above it, or to its left at the same height."""
    if a.left < b.right and b.left < a.right:
        return a.bottom > b.top - 1 or (a.top > b.top + 1 and a.bottom > b.bottom + 1)
    return a.right <= b.left and a.bottom < b.top and b.bottom < a.top
