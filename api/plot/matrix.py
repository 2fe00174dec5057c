"""A web -> half a matrix, like a table of distances: each name stands where its row and its column meet."""

from __future__ import annotations

from typing import Any

from api.plot.kinds import look_of
from api.plot.sheet import INK
from api.plot.web import Node, Tie, Web
from api.plot.words import shortened

LARGEST = 15.0
NAMES = 118.0
"""Room for the last name."""
READABLE = 10.5
"""The least cell that a number can be read in."""
PALE, DARK = (0xE3, 0xED, 0xF6), (0x0B, 0x4A, 0x80)
EMPTY = "#f4f4f4"


class Matrix:
    """The cells and names of a web in a given width."""

    def __init__(self, web: Web, wide: float) -> None:
        self._web = web
        self._wide = wide
        self.cell = min(LARGEST, (wide - NAMES) / max(1, len(web.nodes)))
        self.tall = self.cell * len(web.nodes)
        self._most = max((tie.passages for tie in web.ties), default=1)

    def draw(self, axes: Any) -> None:
        """Draw on bare axes that measure in points."""
        for row in range(len(self._web.nodes)):
            for column in range(row):
                self._square(axes, row, column, EMPTY)
        for number, node in enumerate(self._web.nodes):
            self._name(axes, number, node)
        for number, tie in enumerate(self._web.ties):
            self._tie(axes, tie, f"mark-{len(self._web.nodes) + number}")

    def _square(self, axes: Any, row: int, column: int, colour: str, **more: Any) -> None:
        left, bottom, gap = column * self.cell, self.tall - (row + 1) * self.cell, 0.5
        ends = left + gap, left + self.cell - gap, bottom + gap, bottom + self.cell - gap
        axes.fill(
            [ends[0], ends[1], ends[1], ends[0]],
            [ends[2], ends[2], ends[3], ends[3]],
            color=colour,
            lw=0,
            clip_on=False,
            **more,
        )

    def _name(self, axes: Any, number: int, node: Node) -> None:
        x, y, name = (number + 0.5) * self.cell, self.tall - (number + 0.5) * self.cell, f"mark-{number}"
        look, size = look_of(node.label), min(8.0, self.cell * 0.82)
        axes.plot([x], [y], look.mark, color=look.colour, markersize=size * 0.55, clip_on=False, gid=name)
        room = self._wide - x - self.cell / 2
        text = shortened(node.name, int(room / (size * 0.58)))
        style: dict[str, Any] = {"va": "center_baseline", "fontsize": size, "color": INK, "parse_math": False}
        axes.text(x + self.cell / 2 + 0.5, y, text, gid=name, **style)

    def _tie(self, axes: Any, tie: Tie, name: str) -> None:
        column, row = tie.ends
        share = (tie.passages / self._most) ** 0.5
        colour = "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(PALE, DARK, strict=True))
        self._square(axes, row, column, colour, gid=name)
        if self.cell >= READABLE:
            x, y = (column + 0.5) * self.cell, self.tall - (row + 0.5) * self.cell
            style: dict[str, Any] = {"ha": "center", "va": "center_baseline", "parse_math": False, "gid": name}
            size = min(6.5, self.cell * (0.5 if tie.passages < 100 else 0.4))
            axes.text(x, y, f"{tie.passages}", fontsize=size, color="white" if share > 0.5 else INK, **style)
