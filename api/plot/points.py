"""Records of figures -> panels of points over years, and a report of what cannot be drawn.

A point needs a year and a value. Unlike things never share an axis: there is a panel for each kind, unit and period.
A line joins points only where they are one series: one paper, one label, times of one length that do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from api.records import Record
from nlp.tag.figures.periods import is_period

MOST_PANELS = 6
FAR = 1e100
"""No paper counts so far; an axis needs round numbers beyond its values."""
UNSAFE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
"""What XML does not allow, and what turns the direction of the text around it: a number must read as printed."""

Measure = tuple[str, str, str]
"""Kind, unit and period: what two figures must share to stand on one axis."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure with its place in the drawing. At least one of `since` and `until` is a year; None is an open end."""

    paper: str
    text: str
    """What is printed, on one line."""
    low: float
    high: float
    since: int | None
    until: int | None
    label: str
    """What it measures, in the paper's words: a table's row or column, or the subject; empty where none is told."""
    record: Record

    @property
    def first(self) -> int:
        """The first known year."""
        return self.since if self.since is not None else self.until or 0

    @property
    def last(self) -> int:
        """The last known year."""
        return self.until if self.until is not None else self.first

    @property
    def middle(self) -> float:
        """Where the mark stands: the year, the middle of a period, the known end of an open one."""
        return (self.first + self.last) / 2


@dataclass(frozen=True, slots=True)
class Panel:
    """The points of one measure, in order of time."""

    measure: Measure
    points: tuple[Point, ...]

    def lines(self) -> list[list[Point]]:
        """The series among its points, each of two points or more."""
        found: dict[tuple[str, str], list[Point]] = {}
        for point in self.points:
            if point.label:
                found.setdefault((point.paper, point.label.casefold()), []).append(point)
        return [points for points in found.values() if _is_series(points)]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each record: every one is in `drawn` or in one of the others, in the order they came."""

    drawn: tuple[Record, ...]
    undated: tuple[Record, ...]
    """No year is told."""
    unvalued: tuple[Record, ...]
    """The value is no number."""
    beyond: tuple[Record, ...]
    """Of measures for which there is no panel any more."""
    measures: tuple[Measure, ...] = ()
    """The measures of `beyond`."""


def arrange(records: Iterable[Record]) -> tuple[list[Panel], Report]:
    """The panels to draw, the fullest first, and what became of each record."""
    drawable: dict[Measure, list[Point]] = {}
    undated: list[Record] = []
    unvalued: list[Record] = []
    for record in records:
        ends = _ends(record.get("value"))
        if record.get("since") is None and record.get("until") is None:
            undated.append(record)
        elif ends is None:
            unvalued.append(record)
        else:
            drawable.setdefault(measure(record), []).append(_point(record, *ends))
    order = sorted(drawable, key=lambda key: (-len(drawable[key]), key))
    kept, rest = order[:MOST_PANELS], order[MOST_PANELS:]
    return [Panel(key, _in_time(drawable[key])) for key in kept], Report(
        drawn=tuple(point.record for key in kept for point in drawable[key]),
        undated=tuple(undated),
        unvalued=tuple(unvalued),
        beyond=tuple(point.record for key in rest for point in drawable[key]),
        measures=tuple(rest),
    )


def measure(record: Record) -> Measure:
    """What a record's figure measures."""
    return clean(record.get("kind")), clean(record.get("unit")), clean(record.get("per"))


def clean(value: object) -> str:
    """A value as words on one line that are safe to draw and to write as XML; empty for None."""
    return "" if value is None else " ".join(UNSAFE.sub("\ufffd", str(value)).split())


def _ends(value: object) -> tuple[float, float] | None:
    ends = value if isinstance(value, list | tuple) else [value, value]
    if len(ends) != 2 or not all(map(_is_drawable, ends)):
        return None
    return min(map(float, ends)), max(map(float, ends))


def _is_drawable(end: object) -> bool:
    """Whether it is a number, and none that an axis cannot hold."""
    if isinstance(end, bool) or not isinstance(end, int | float):
        return False
    return end == 0 or 1 / FAR <= abs(end) <= FAR


def _point(record: Record, low: float, high: float) -> Point:
    since, until = record.get("since"), record.get("until")
    if since is not None and until is not None and since > until:
        since, until = until, since
    return Point(clean(record.get("paper")), clean(record.get("text")), low, high, since, until, _label(record), record)


def _label(record: Record) -> str:
    """A table may have its years in rows or in columns: the label is what is left."""
    heads = [clean(record.get("row")), clean(record.get("column"))]
    named = [head for head in heads if head and not is_period(head)]
    return ", ".join(named) if any(heads) else clean(record.get("subject"))


def _in_time(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda p: (p.middle, p.first, p.paper, p.low, p.high, p.record.get("start") or 0)))


def _is_series(points: Sequence[Point]) -> bool:
    """A total over ten years and the sum for one of them, or two sums for one year, are no series."""
    lengths = {point.last - point.first for point in points}
    told = all(point.since is not None and point.until is not None and point.low == point.high for point in points)
    apart = all(a.first < b.first and a.last <= b.first for a, b in pairwise(points))
    return len(points) > 1 and len(lengths) == 1 and told and apart
