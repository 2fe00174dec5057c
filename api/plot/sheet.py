"""A sheet of paper to draw on -> the bytes of an SVG, PNG or PDF file. Only this file knows matplotlib.

Lengths are points of a sheet 360 points wide, so that its letters can be read on a telephone and in print. The letters
are those that come with matplotlib, which makes the picture the same on every machine.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from api.plot.labels import LETTERS

WIDTH, EDGE = 360.0, 10.0
TITLE, KIND = 12.0, 9.0
INK, GREY, RULE = "#1a1a1a", "#555555", "#d4d4d4"
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#a3508b", "#b07d00", "#2a2a2a", "#4c9ed0")
"""After Okabe and Ito: told apart also by those who do not see red and green, and dark enough for white paper."""
METADATA: Mapping[str, dict[str, Any]] = {
    "svg": dict.fromkeys(("Creator", "Date", "Format", "Type")),
    "png": {"Software": None},
    "pdf": dict.fromkeys(("Creator", "Producer", "CreationDate")),
}
"""Nothing in a file that tells when or by what it was made: same figures, same bytes."""
SETTINGS: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "pincite",
    "pdf.fonttype": 42,
    "font.family": "DejaVu Sans",
    "text.parse_math": False,
}
_ONE_AT_A_TIME = Lock()
"""matplotlib's settings are the process's."""


class Sheet:
    """A white sheet of that height, written from top to bottom."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72, facecolor="white")
        self.top = EDGE

    def write(self, x: float, top: float, words: str, **style: Any) -> None:
        """Words whose upper edge is `top` below that of the sheet."""
        plain: dict[str, Any] = {"va": "top", "fontsize": LETTERS, "color": INK, "parse_math": False}
        self.figure.text(x / WIDTH, 1 - top / self.height, words, **(plain | style))

    def axes(self, left: float, top: float, wide: float, tall: float) -> Axes:
        """Bare axes that measure in points."""
        place = (left / WIDTH, 1 - (top + tall) / self.height, wide / WIDTH, tall / self.height)
        axes = self.figure.add_axes(place)
        axes.set_axis_off()
        axes.set_xlim(0, wide)
        axes.set_ylim(0, tall)
        return axes

    def head(self, lines: list[str]) -> None:
        """The title, at the top."""
        for line in lines:
            self.write(EDGE, self.top, line, fontsize=TITLE, fontweight="bold")
            self.top += 15
        self.top += 4

    def foot(self, lines: list[str]) -> None:
        """What is said below."""
        self.top += EDGE
        for line in lines:
            self.write(EDGE, self.top, line, color=GREY)
            self.top += 11


def rendered(draw: Callable[[], Sheet], form: str) -> bytes:
    """The sheet that `draw` makes, as "svg", "png" or "pdf". What is drawn with a gid is a group of that id in SVG."""
    with _ONE_AT_A_TIME, mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)
        # a letter that the font lacks is a box in PNG and PDF, and itself in SVG: no reason to warn
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        out = io.BytesIO()
        draw().figure.savefig(out, format=form, dpi=200 if form == "png" else 72, metadata=METADATA[form])
    return out.getvalue()
