"""A panel of points -> where its marks, lines and labels stand on the sheet, in points from the panel's lower left."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from api.plot.labels import LETTERS, Box, Label, placed
from api.plot.points import Panel, Point
from api.plot.scales import Scale
from api.plot.words import shortened, width

MARK = 3.0
"""Half of a mark."""
ARROW = 14.0
MOST_LABELS, MOST_NAMES = 60, 12
"""With more points or series than this labels would be a thicket: what is printed stands in the points' titles."""
LONGEST = 30


@dataclass(frozen=True)
class Pane:
    """A panel with its scales and its size."""

    panel: Panel
    scale: Scale
    years: Scale
    wide: float
    tall: float

    def x(self, year: float) -> float:
        """Where a year stands."""
        return self.wide * self.years.part(year)

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.tall * self.scale.part(value)

    def span(self, point: Point) -> tuple[float, float]:
        """From where to where a point's level bar goes; a time left open gets a short arrow."""
        before, behind = ARROW * (point.since is None), ARROW * (point.until is None)
        return self.x(point.first) - before, self.x(point.last) + behind

    @cached_property
    def lines(self) -> list[list[Point]]:
        """The series among the points."""
        return self.panel.lines()

    @cached_property
    def labels(self) -> list[tuple[Point, str, Label | None]]:
        """What is to be written beside which point, and where; a label without a place found no room."""
        wanted = [(line[-1], shortened(line[-1].label, LONGEST)) for line in self.lines[: MOST_NAMES + 1]]
        wanted = wanted if len(wanted) <= MOST_NAMES else []
        printed = self._printed()
        wanted += printed if len(printed) <= MOST_LABELS else []
        marks = {self._mark(point): None for point in self.panel.points}
        places = placed(
            [self._mark(point) for point, _ in wanted],
            [(width(text, LETTERS), LETTERS + 1) for _, text in wanted],
            marks=list(marks),
            frame=Box(0, 0, self.wide + 8, self.tall + 6),
            lines=[*self._courses()],
        )
        found = [(point, text, place) for (point, text), place in zip(wanted, places, strict=True)]
        return found + ([(point, text, None) for point, text in printed] if len(printed) > MOST_LABELS else [])

    @property
    def unlabelled(self) -> int:
        """How many labels found no room."""
        return sum(1 for _, _, place in self.labels if place is None)

    def _printed(self) -> list[tuple[Point, str]]:
        """The printed text of each point; once where one paper prints the same for the same year again."""
        found = {(p.paper, p.middle, p.low, p.high, p.text): p for p in reversed(self.panel.points) if p.text}
        return [(point, shortened(point.text, LONGEST)) for point in reversed(found.values())]

    def _mark(self, point: Point) -> Box:
        x = self.x(point.middle)
        return Box(x - MARK, self.y(point.low) - MARK, x + MARK, self.y(point.high) + MARK)

    def _courses(self) -> Iterator[Box]:
        """Small boxes along the lines and the bars, which labels had better not cover."""
        for line in self.lines:
            ends = [(self.x(point.middle), self.y(point.low)) for point in line]
            for start, end in pairwise(ends):
                yield from _along(start, end)
        for point in self.panel.points:
            left, right = self.span(point)
            if left != right:
                for value in (point.low, point.high):
                    yield from _along((left, self.y(value)), (right, self.y(value)))


def numbered(panes: Sequence[Pane]) -> list[Point]:
    """The points of a drawing in the order of their numbers."""
    return [point for pane in panes for point in pane.panel.points]


def _along(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Box]:
    steps = max(1, int(math.dist(start, end) / 6))
    for step in range(steps + 1):
        x, y = (a + (b - a) * step / steps for a, b in zip(start, end, strict=True))
        yield Box(x - 1, y - 1, x + 1, y + 1)
