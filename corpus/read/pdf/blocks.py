"""A paragraph-like piece of a page, between its lines and the text: what stages pass on to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.read.pdf.lines import Line

MUCH_LARGER = 1.25
"""A title's size, times that of the body, on the first page."""
NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVXLC]{1,5}\.|[A-Z]\.)\s+\S")

Look = tuple[float, bool, bool]
"""Size, weight, and upright (True) or slanted: the larger, bolder and more upright heads the other."""


@dataclass(slots=True)
class Block:
    """A paragraph-like piece: what it is, its words, its lines, and the rows of cells if it is a table."""

    role: str
    lines: Sequence[Line]
    words: str = ""
    level: int = 0
    rows: Sequence[Sequence[str]] = ()
    slanted: bool = False
    """A heading that only its italics tell from the body."""

    @property
    def look(self) -> Look:
        """Of its first line, sizes to half a point; only headings at the body's size are told apart by their slant."""
        return round(self.lines[0].size * 2) / 2, self.lines[0].face.bold, not self.slanted
