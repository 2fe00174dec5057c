"""Paragraphs of a paper -> which of them are headings, of which level, and which is the title.

A heading is short, is no sentence, and stands out from the body: larger, bold, or both. Levels are the ranks
of the looks that headings have in this paper, largest first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.read.pdf.lines import CAPTION, Line
from corpus.read.pdf.paragraphs import BULLET

LARGER = 1.08
"""Times the size of the body: larger print stands out."""
MUCH_LARGER = 1.25
"""A title's size, times that of the next largest heading or of the body's, on the first page."""
LONGEST = 200
MOST_LINES = 4
SENTENCE = re.compile(r"[^.…]\.[\"”’»)⁰¹²³⁴⁵⁶⁷⁸⁹]*$|[;,:]$")
NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVXLC]{1,5}\.|[A-Z]\.)\s+\S")
WORDS = re.compile(r"[^\W\d_]{2}")
LOWEST = 4

Look = tuple[float, bool]
"""Size and weight."""


@dataclass(slots=True)
class Block:
    """A paragraph-like piece: what it is, its words, its lines, and the rows of cells if it is a table."""

    role: str
    lines: Sequence[Line]
    words: str = ""
    level: int = 0
    rows: Sequence[Sequence[str]] = ()


def tell_headings(pages: Sequence[Sequence[Block]], body: float) -> None:
    """Give the roles "title" and "heading" to the paragraphs that deserve them; `body` is the body's letter size."""
    plain = [block for blocks in pages for block in blocks if block.role == "paragraph"]
    weight = _body_is_bold(plain, body)
    found = [block for block in plain if _may_head(block, body, weight)]
    title = _title(pages[0] if pages else (), found, body)
    ranks = sorted({_look(block) for block in found if block is not title}, reverse=True)
    levels = _levels(ranks)
    for block in found:
        if block is title:
            block.role = "title"
        else:
            block.role, block.level = "heading", levels[_look(block)]


def _body_is_bold(plain: Sequence[Block], body: float) -> bool:
    count: Counter[bool] = Counter()
    for block in plain:
        for line in block.lines:
            if abs(line.size - body) < 0.3:
                count[line.face.bold] += 1
    return count[True] > count[False]


def _may_head(block: Block, body: float, bold_body: bool) -> bool:
    first = block.lines[0]
    if (
        len(block.words) > LONGEST
        or len(block.lines) > (MOST_LINES if first.size < MUCH_LARGER * body else 2 * MOST_LINES)
        or first.cells
    ):
        return False
    if SENTENCE.search(block.words) or BULLET.match(block.words) or CAPTION.match(block.words):
        return False
    letters = sum(char.isalpha() for char in block.words)
    if (
        not WORDS.search(block.words)
        or 2 * letters < len(block.words.replace(" ", ""))
        or (block.words[0].islower() and not NUMBERED.match(block.words))
    ):
        return False
    large = all(line.size >= LARGER * body for line in block.lines)
    bold = not bold_body and all(line.face.bold for line in block.lines) and first.size >= 0.95 * body
    return large or bold


def _look(block: Block) -> Look:
    return round(block.lines[0].size * 2) / 2, block.lines[0].face.bold


def _title(first_page: Sequence[Block], found: Sequence[Block], body: float) -> Block | None:
    """The largest heading of the first page, if it is larger than any other of the paper."""
    here = [block for block in found if any(block is one for one in first_page)]
    if not here:
        return None
    best = max(here, key=lambda block: block.lines[0].size)
    others = [block.lines[0].size for block in found if block is not best]
    size = best.lines[0].size
    return best if size >= MUCH_LARGER * body and size > 1.05 * max(others, default=body) else None


def _levels(ranks: Sequence[Look]) -> dict[Look, int]:
    """Looks in order -> levels from 1; sizes that hardly differ share one."""
    levels: dict[Look, int] = {}
    level, last = 0, (0.0, False)
    for look in ranks:
        if not level or last[0] - look[0] > 0.5 or look[1] != last[1]:
            level += 1
        levels[look] = min(level, LOWEST)
        last = look
    return levels
