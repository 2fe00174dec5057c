"""Paragraphs of a paper -> which of them are headings, of which level, and which is the title.

A heading is short, is no sentence, and stands out from the body: larger, bold, or both. Levels are the ranks
of the looks that headings have in this paper, largest first; italics at the body's size rank lowest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.read.pdf.blocks import MUCH_LARGER, Block, Look
from corpus.read.pdf.slanted import has_form, slanted
from corpus.read.pdf.title import bylines, find_title

LARGER = 1.08
"""Times the size of the body: larger print stands out."""
MOST_LINES = 4
LOWEST = 4


def tell_headings(pages: Sequence[list[Block]], body: float) -> None:
    """Give the roles "title" and "heading" to the paragraphs that deserve them; `body` is the body's letter size.

    The blocks of a title become one.
    """
    plain = [block for blocks in pages for block in blocks if block.role == "paragraph"]
    weight = _body_is_bold(plain, body)
    found = [block for block in plain if _may_head(block, body, weight)]
    first = pages[0] if pages else []
    title = find_title(first, found, body)
    gone = bylines(first, found, title) | {id(block) for block in title}
    found = [block for block in found if id(block) not in gone]
    found += slanted(pages, {id(block) for block in (*found, *title)}, body)
    levels = _levels(sorted({block.look for block in found}, reverse=True))
    for block in found:
        block.role, block.level = "heading", levels[block.look]
    if title:
        title[0].role, title[0].lines = "title", [line for block in title for line in block.lines]
        title[0].words = " ".join(block.words for block in title)
        first[:] = [block for block in first if not any(block is one for one in title[1:])]


def _body_is_bold(plain: Sequence[Block], body: float) -> bool:
    count: Counter[bool] = Counter()
    for block in plain:
        for line in block.lines:
            if abs(line.size - body) < 0.3:
                count[line.face.bold] += 1
    return count[True] > count[False]


def _may_head(block: Block, body: float, bold_body: bool) -> bool:
    first = block.lines[0]
    if len(block.lines) > (MOST_LINES if first.size < MUCH_LARGER * body else 2 * MOST_LINES) or not has_form(block):
        return False
    large = all(line.size >= LARGER * body for line in block.lines)
    bold = not bold_body and all(line.face.bold for line in block.lines) and first.size >= 0.95 * body
    return large or bold


def _levels(ranks: Sequence[Look]) -> dict[Look, int]:
    """Looks in order -> levels from 1; sizes that hardly differ share one."""
    levels: dict[Look, int] = {}
    level, last = 0, (0.0, False, True)
    for look in ranks:
        if not level or last[0] - look[0] > 0.5 or look[1:] != last[1:]:
            level += 1
        levels[look] = min(level, LOWEST)
        last = look
    return levels
