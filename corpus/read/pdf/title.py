"""The blocks of a first page and the headings found so far -> the title, and what below it is no heading.

A title is the largest print of its page or, where sections are printed as large, the first heading, if short
lines (names, a date) part it from the text. Such lines are no headings, however large they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.read.pdf.blocks import MUCH_LARGER, NUMBERED, Block

LARGER_THAN_REST = 1.05
AS_LARGE = 0.95
"""Times the size of the largest heading: a title is not smaller."""
NEAR = 1.8
"""Letter sizes from line to line in a title at most."""
MOST_ABOVE = 4
"""Short blocks above a title: a series, a number, a date."""
LONG = 120
"""Characters: a longer block is no name, date or address."""
SAID = 60
"""Characters: so long a block that ends as a sentence does is one."""
OPENING = re.compile(
    r"""(?:(?:executive\s)?summary | abstract | introduction | foreword | preface | contents | table\sof\scontents
        | acknowledge?ments | key\s.+ | overview | background | resum[eo]n?(?:\sejecutivo)? | sum[áa]rio | índice
        | introducci[óo]n | introdução | pr[óo]logo | r[ée]sum[ée] | avant-propos | sommaire | zusammenfassung
        | einleitung | vorwort | inhalt(?:sverzeichnis)? | sommario | introduzione)\W*""",
    re.VERBOSE | re.IGNORECASE,
)
"""Headings that may follow a title at once."""


def find_title(page: Sequence[Block], found: Sequence[Block], body: float) -> list[Block]:
    """The blocks of the first page that make the title, empty if none does for sure.

    `found` are the paper's blocks that stand out from the body, `body` is the body's letter size.
    """
    heads = {id(block) for block in found}
    here = [at for at, block in enumerate(page) if id(block) in heads]
    if not here:
        return []
    best = max((page[at] for at in here), key=lambda block: block.lines[0].size)
    size = best.lines[0].size
    rest = max((block.lines[0].size for block in found if block is not best), default=body)
    if size >= MUCH_LARGER * body and size > LARGER_THAN_REST * rest:
        return [best]
    first = here[0]
    largest = max(block.lines[0].size for block in found)
    if first > MOST_ABOVE or any(_is_text(block) for block in page[:first]) or page[first].look[0] < AS_LARGE * largest:
        return []
    title = [*page[first : _end(page, first) + 1]]
    if any(OPENING.fullmatch(block.words) or NUMBERED.match(block.words) for block in title):
        return []
    return title if _has_names(page, found, title) else []


def _has_names(page: Sequence[Block], found: Sequence[Block], title: Sequence[Block]) -> bool:
    """Whether lines that are neither headings nor text stand below what may be the title."""
    heads = {id(block) for block in found} - bylines(page, found, title)
    at = next(at for at, block in enumerate(page) if block is title[-1]) + 1
    return at < len(page) and id(page[at]) not in heads and not _is_text(page[at])


def _end(page: Sequence[Block], first: int) -> int:
    """The last of the blocks that go on with the first in its look, line below line."""
    end = first
    while end + 1 < len(page) and page[end + 1].look == page[first].look:
        step = page[end].lines[-1].base - page[end + 1].lines[0].base
        if not 0 < step < NEAR * page[first].lines[0].size:
            break
        end += 1
    return end


def bylines(page: Sequence[Block], found: Sequence[Block], title: Sequence[Block]) -> set[int]:
    """Identities of the blocks in `found` that stand out below the title and yet are names, dates or a subtitle."""
    if not title:
        return set()
    heads = {id(block) for block in found}
    start = next(at for at, block in enumerate(page) if block is title[-1]) + 1
    end = next((at for at in range(start, len(page)) if id(page[at]) not in heads and _is_text(page[at])), len(page))
    between = {id(block) for block in page[start:end]}
    later = {block.look for block in found if id(block) not in between and not any(block is one for one in title)}
    gone: set[int] = set()
    for at in range(start, end):
        block = page[at]
        leads = at + 1 == end < len(page) and block.look in later
        if id(block) in heads and not leads and not OPENING.fullmatch(block.words) and not NUMBERED.match(block.words):
            gone.add(id(block))
    return gone


def _is_text(block: Block) -> bool:
    """Whether a block is a paragraph of the text, a note or a table: neither name nor date."""
    sentence = len(block.words) >= SAID and block.words.rstrip()[-1:] in ".!?”"
    return block.role != "paragraph" or len(block.words) > LONG or sentence
