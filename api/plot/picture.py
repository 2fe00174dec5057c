"""Panes -> a picture of their points over the years, as the bytes of an SVG, PNG or PDF file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from api.plot.labels import LETTERS, Label
from api.plot.panes import Pane, numbered
from api.plot.points import Point
from api.plot.scales import heading
from api.plot.sheet import COLOURS, EDGE, GREY, INK, KIND, RULE, TITLE, WIDTH, Sheet, rendered
from api.plot.words import shortened, wrapped

MARKS = ("o", "s", "^", "D", "v", "P", "X")
MOST_PAPERS = 14


@dataclass(frozen=True, slots=True)
class Look:
    """How the figures of one paper look."""

    colour: str
    mark: str


def picture(panes: Sequence[Pane], *, title: str, foot: Sequence[str], form: str) -> bytes:
    """The drawing as "svg", "png" or "pdf". In SVG every part of point n is a group with the id "mark-n"."""
    return rendered(lambda: _Sheet(panes, title, foot), form)


def looks(papers: Sequence[str]) -> dict[str, Look]:
    """A colour and a mark for each paper: seven that differ in both, and 49 before any returns."""
    size = len(COLOURS)
    return {
        paper: Look(COLOURS[number % size], MARKS[(number + number // size) % size])
        for number, paper in enumerate(papers)
    }


class _Sheet(Sheet):
    """The drawing, from top to bottom."""

    def __init__(self, panes: Sequence[Pane], title: str, foot: Sequence[str]) -> None:
        points = numbered(panes)
        self.looks = looks(sorted({point.paper for point in points}))
        self.numbers = {id(point): f"mark-{number}" for number, point in enumerate(points)}
        head = wrapped(title, TITLE, WIDTH - 2 * EDGE, 3)
        below = [line for note in foot for line in wrapped(note, LETTERS, WIDTH - 2 * EDGE, 12)]
        legend = min(len(self.looks), MOST_PAPERS + 1)
        panels = sum(pane.tall + 54 for pane in panes)
        super().__init__(EDGE + 15 * len(head) + 4 + 12 * legend + panels + 11 * len(below) + 2 * EDGE)
        self.head(head)
        self._legend()
        for pane in panes:
            _draw(pane, self, self.top + 10)
            self.top += pane.tall + 54
        self.foot(below)

    def _legend(self) -> None:
        names = list(self.looks)
        for name in names[:MOST_PAPERS]:
            look = self.looks[name]
            spot = self.axes(EDGE, self.top, 8, 8)
            spot.plot([4], [3.4], look.mark, color=look.colour, markersize=5, clip_on=False)
            self.write(EDGE + 13, self.top, shortened(name, 60))
            self.top += 12
        if len(names) > MOST_PAPERS:
            self.write(EDGE + 13, self.top, f"and {len(names) - MOST_PAPERS} more papers", color=GREY)
            self.top += 12


def _draw(pane: Pane, sheet: _Sheet, top: float) -> None:
    kind, unit = heading(pane.panel.measure, pane.scale)
    sheet.write(EDGE, top, shortened(kind, 30), fontsize=KIND, fontweight="bold")
    sheet.write(EDGE, top + 12, shortened(unit, 72), color=GREY)
    axes = sheet.axes(WIDTH - EDGE - 8 - pane.wide, top + 30, pane.wide, pane.tall)
    _rules(axes, pane)
    for line in pane.lines:
        across, up = [pane.x(point.middle) for point in line], [pane.y(point.low) for point in line]
        colour = sheet.looks[line[0].paper].colour
        axes.plot(across, up, color=colour, linewidth=1.3, alpha=0.65, clip_on=False, zorder=2)
    for point in pane.panel.points:
        _point(axes, pane, point, sheet.looks[point.paper], sheet.numbers[id(point)])
    for point, text, label in pane.labels:
        if label:
            _label(axes, pane, point, text, label, sheet.numbers[id(point)])


def _rules(axes: Any, pane: Pane) -> None:
    """The lines of the values with their numbers at the left, and the years below."""
    plain: dict[str, Any] = {"fontsize": LETTERS, "color": GREY, "parse_math": False}
    for value, text in pane.scale.ticks:
        y = pane.y(value)
        strong = value == 0
        style: dict[str, Any] = {"color": INK if strong else RULE, "linewidth": 0.9 if strong else 0.6}
        axes.plot([0, pane.wide], [y, y], clip_on=False, zorder=1.5 if strong else 1, **style)
        axes.text(-5, y, text, ha="right", va="center_baseline", **plain)
    for year, text in pane.years.ticks:
        x = pane.x(year)
        axes.plot([x, x], [0, -3], color=GREY, linewidth=0.6, clip_on=False)
        axes.text(x, -5, text, ha="center", va="top", **plain)


def _point(axes: Any, pane: Pane, point: Point, look: Look, name: str) -> None:
    """A mark at each end of the value, joined by a bar; at each end a bar over the years of a period."""
    bar: dict[str, Any] = {"color": look.colour, "linewidth": 1.6, "clip_on": False, "gid": name}
    x, (start, end) = pane.x(point.middle), pane.span(point)
    arrow = ">" if point.until is None else "<" if point.since is None else ""
    ends = [pane.y(value) for value in dict.fromkeys((point.low, point.high))]
    if len(ends) > 1:
        axes.plot([x, x], ends, zorder=3, **bar)
    for y in ends:
        if start != end:
            axes.plot([start, end], [y, y], zorder=3, **bar)
        if arrow:
            axes.plot([end if arrow == ">" else start], [y], arrow, markersize=3.5, zorder=3, **bar)
        edge: dict[str, Any] = {"markeredgecolor": "white", "markeredgewidth": 0.6, "zorder": 4}
        axes.plot([x], [y], look.mark, color=look.colour, markersize=6, clip_on=False, gid=name, **edge)


def _label(axes: Any, pane: Pane, point: Point, text: str, label: Label, name: str) -> None:
    box = label.box
    middle = (box.bottom + box.top) / 2
    if label.led:
        x, y = pane.x(point.middle), pane.y(point.high if middle > pane.y(point.low) else point.low)
        near = min(max(x, box.left), box.right), min(max(y, box.bottom), box.top)
        axes.plot([x, near[0]], [y, near[1]], color=GREY, linewidth=0.5, clip_on=False, zorder=2.5, gid=name)
    style: dict[str, Any] = {"ha": "center", "va": "center_baseline", "fontsize": LETTERS, "color": INK}
    axes.text((box.left + box.right) / 2, middle, text, parse_math=False, gid=name, zorder=5, **style)
