"""Blocks of all pages -> which of those in the body's size and weight are headings, told by their italics alone.

An italic line may be a heading, a quotation, a title of a work or a name. It is a heading where it stands alone,
says no sentence, is followed by a paragraph, and where the paper does so more than once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.labels import CAPTION_LIKE
from corpus.read.pdf.blocks import NUMBERED, Block
from corpus.read.pdf.paragraphs import BULLET

LONGEST = 200
LONGEST_SLANTED = 100
"""Characters of a heading, and of one that only italics tell."""
SENTENCE = re.compile(r"[^.…]\.[\"”’»)⁰¹²³⁴⁵⁶⁷⁸⁹]*$|[;,:]$")
WORDS = re.compile(r"[^\W\d_]{2}")
QUOTED = re.compile(r"[“\"«‘'(–—]")
FEWEST = 2
"""Times: a look that comes once may be anything."""
LONG = 60
"""Characters: a shorter block below is no paragraph that a heading could head."""
SLACK = 0.05
"""Of the body's size: print that differs by less has that size."""


def has_form(block: Block) -> bool:
    """Whether the words of a block could be a heading's: short, no sentence, item or caption, mostly letters."""
    words = block.words
    if len(words) > LONGEST or block.lines[0].cells:
        return False
    if SENTENCE.search(words) or BULLET.match(words) or CAPTION_LIKE.match(words) or not WORDS.search(words):
        return False
    letters = sum(char.isalpha() for char in words)
    small = words[0].islower() and not NUMBERED.match(words)
    return 2 * letters >= len(words.replace(" ", "")) and not small


def slanted(pages: Sequence[Sequence[Block]], known: set[int], body: float) -> list[Block]:
    """The blocks that are headings for their italics; `known` are the identities of the title and other headings."""
    found: list[Block] = []
    begun = False
    for blocks in pages:
        for at, block in enumerate(blocks):
            if id(block) in known or block.role != "paragraph":
                continue
            below = blocks[at + 1] if at + 1 < len(blocks) else None
            begun = begun or (len(block.words) > 2 * LONG and not _is_slanted(block))
            heads = below is not None and below.role == "paragraph" and len(below.words) > LONG
            if begun and heads and _may_head(block, body) and not _is_slanted(below) and id(below) not in known:
                found.append(block)
    if len(found) < FEWEST:
        return []
    for block in found:
        block.slanted = True
    return found


def _may_head(block: Block, body: float) -> bool:
    size = block.lines[0].size
    short = len(block.lines) <= 2 and len(block.words) <= LONGEST_SLANTED
    alike = abs(size - body) <= SLACK * body
    return short and alike and _is_slanted(block) and has_form(block) and not QUOTED.match(block.words)


def _is_slanted(block: Block | None) -> bool:
    return block is not None and all(line.face.italic for line in block.lines)
