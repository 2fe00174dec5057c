"""The lines of the first page -> those of its title block, which stand for themselves: a name, a date, a series.

The block ends where the text begins: at the first full line that another follows. In it a short line is not the
beginning of a sentence, and words far apart on one line are not one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.read.pdf.lines import NUMERIC, Line

FULL = 0.7
"""Of the usual width of the text: so wide a line of the body's size may be its first."""
USUAL = 0.8
"""Share of the body's lines that are no wider than the text is held to be."""
BODY = (0.8, 1.12)
"""Times the size of the body: what an abstract or a text is printed in."""
FOLLOWS = 2.4
"""Letter sizes: a line that follows is no further below."""
APART = 2.2
"""Letter sizes: names that stand so far apart are two."""
OPEN = re.compile(r"(?:[,–—&:-]|\b(?:and|und|et|y|e|of|the|de|des|for|with|by|in|zu|von))$", re.IGNORECASE)
"""Ends of lines that go on in the next."""


def usual_width(lines: Iterable[Line], body: float) -> float:
    """Of a full line of the text, in points; 0 for no text."""
    widths = sorted(line.width for line in lines if BODY[0] * body <= line.size <= BODY[1] * body)
    return widths[int(USUAL * (len(widths) - 1))] if widths else 0.0


def title_block(lines: Sequence[Line], body: float, usual: float) -> list[Line]:
    """The lines of a first page above its text, but not those of the largest print, which are the title's."""
    end = _begin(sorted(lines, key=lambda line: -line.base), body, usual)
    block = [line for line in lines if line.base > end + 0.3 * body]
    looks = [(round(line.size, 1), line.face.bold) for line in block]
    return [line for line, look in zip(block, looks, strict=True) if look != max(looks)]


def _begin(ruled: Sequence[Line], body: float, usual: float) -> float:
    """The height of the first line of the text, or of the page's last line."""
    for at, line in enumerate(ruled[:-1]):
        full = line.width >= FULL * usual and BODY[0] * body <= line.size <= BODY[1] * body
        below = [one for one in ruled[at + 1 : at + 4] if line.base - one.base > 0.5 * line.size]
        if full and any(line.base - one.base < FOLLOWS * line.size and one.size == line.size for one in below):
            return line.base
    return ruled[-1].base if ruled else 0.0


def rooms(block: Sequence[Line], usual: float) -> dict[int, float]:
    """Identity of each line of a title block -> the points that it leaves of the width of the text."""
    return {id(line): 0.0 if OPEN.search(line.words) else max(0.0, usual - line.width) for line in block}


def abreast(block: Sequence[Line]) -> dict[int, list[Line]]:
    """Identity of each line whose words stand far apart -> a line for each of its cells."""
    found: dict[int, list[Line]] = {}
    for line in block:
        rooms = [b.left - a.right for a, b in zip(line.cells, line.cells[1:], strict=False)]
        if rooms and min(rooms) > APART * line.size and not any(NUMERIC.fullmatch(one.words) for one in line.cells):
            found[id(line)] = [
                replace(line, words=one.words, left=one.left, right=one.right, cells=(), likely=())
                for one in line.cells
            ]
    return found
