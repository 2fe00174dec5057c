"""A web -> a network: marks as large as what they are named, lines as thick as what they share."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from api.plot.kinds import look_of
from api.plot.labels import LETTERS, Box, Label, placed
from api.plot.sheet import GREY, INK
from api.plot.web import Node, Tie, Web
from api.plot.words import shortened, width
from nlp.link.layout import places

TALL, MARGIN = 270.0, 14.0
LEAST, MOST = 2.5, 8.0
"""Half the size of a mark."""
THIN, THICK = 0.5, 4.0
LONGEST = 26
LINE = "#b4bec8"


class Network:
    """The marks, lines and labels of a web in a given width. Who has no line is left out of it."""

    def __init__(self, web: Web, wide: float) -> None:
        self._web = web
        self._wide = wide
        self._tied = sorted({end for tie in web.sure for end in tie.ends})
        self.tall = TALL if self._tied else 0.0
        place = {number: at for at, number in enumerate(self._tied)}
        found = places(len(self._tied), [(place[tie.ends[0]], place[tie.ends[1]]) for tie in web.sure])
        self._spots = {
            number: (MARGIN + x * (wide - 2 * MARGIN), MARGIN + y * (TALL - 2 * MARGIN))
            for number, (x, y) in zip(self._tied, found, strict=True)
        }

    def draw(self, axes: Any) -> None:
        """Draw on bare axes that measure in points."""
        first = len(self._web.nodes) + len(self._web.ties)
        numbers = {tie.ends: first + len(self._web.nodes) + number for number, tie in enumerate(self._web.ties)}
        for tie in self._web.sure:
            self._line(axes, tie, f"mark-{numbers[tie.ends]}")
        for number, label in zip(self._tied, self._labels(), strict=True):
            self._mark(axes, number, f"mark-{first + number}", label)

    def _radius(self, node: Node) -> float:
        most = max(self._web.nodes[number].mentions for number in self._tied)
        return LEAST + (MOST - LEAST) * math.sqrt(node.mentions / most)

    def _box(self, number: int) -> Box:
        (x, y), radius = self._spots[number], self._radius(self._web.nodes[number])
        return Box(x - radius, y - radius, x + radius, y + radius)

    def _text(self, number: int) -> str:
        return shortened(self._web.nodes[number].name, LONGEST)

    def _labels(self) -> list[Label | None]:
        boxes = [self._box(number) for number in self._tied]
        sizes = [(width(self._text(number), LETTERS), LETTERS + 1) for number in self._tied]
        frame = Box(-4, -2, self._wide + 4, TALL + 2)
        return placed(boxes, sizes, marks=boxes, frame=frame, lines=list(self._courses()))

    def _courses(self) -> Iterator[Box]:
        """Small boxes along the lines, which labels had better not cover."""
        for tie in self._web.sure:
            start, end = (self._spots[each] for each in tie.ends)
            steps = max(1, int(math.dist(start, end) / 6))
            for step in range(steps + 1):
                x, y = (a + (b - a) * step / steps for a, b in zip(start, end, strict=True))
                yield Box(x - 1, y - 1, x + 1, y + 1)

    def _line(self, axes: Any, tie: Tie, name: str) -> None:
        (x1, y1), (x2, y2) = (self._spots[end] for end in tie.ends)
        most = max(each.passages for each in self._web.sure)
        thick = THIN + (THICK - THIN) * math.sqrt(tie.passages / most)
        axes.plot([x1, x2], [y1, y2], color=LINE, linewidth=thick, alpha=0.75, clip_on=False, zorder=1, gid=name)

    def _mark(self, axes: Any, number: int, name: str, label: Label | None) -> None:
        node, (x, y) = self._web.nodes[number], self._spots[number]
        look, size = look_of(node.label), 2 * self._radius(node)
        edge: dict[str, Any] = {"markeredgecolor": "white", "markeredgewidth": 0.8, "zorder": 3, "clip_on": False}
        axes.plot([x], [y], look.mark, color=look.colour, markersize=size, gid=name, **edge)
        if label is None:
            return
        box = label.box
        middle = (box.bottom + box.top) / 2
        if label.led:
            near = min(max(x, box.left), box.right), min(max(y, box.bottom), box.top)
            axes.plot([x, near[0]], [y, near[1]], color=GREY, linewidth=0.4, clip_on=False, zorder=2, gid=name)
        side, at = _side(box, x)
        style: dict[str, Any] = {"ha": side, "va": "center_baseline", "fontsize": LETTERS, "color": INK}
        back = {"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 0.3}  # lines run under letters
        axes.text(at, middle, self._text(number), parse_math=False, gid=name, zorder=5, bbox=back, **style)


def _side(box: Box, x: float) -> tuple[str, float]:
    """Which end of a label stands fast: the one next to its mark, for its width is but an estimate."""
    if box.left >= x:
        return "left", box.left
    return ("right", box.right) if box.right <= x else ("center", (box.left + box.right) / 2)
