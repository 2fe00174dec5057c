"""A text -> blocks: what each paragraph-like piece is for, told by its form and its neighbours.

Later stages refine the result: notes.py takes the notes out of it, passages.py joins what a page cut.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.labels import CAPTION, LABEL
from corpus.model import Block, BlockKind, Region
from corpus.outline.bibliography import bibliography
from corpus.outline.boilerplate import back_matter, disclaimers
from corpus.outline.headings import headings, marked_title
from corpus.outline.lines import runs
from corpus.outline.markup import markdown_pieces
from corpus.outline.pieces import (
    LEANS_FORWARD,
    LETTER,
    LONGEST_CAPTION,
    LONGEST_HEADING,
    SENTENCE_END,
    Piece,
    piece,
)
from corpus.outline.quotations import quotations
from corpus.outline.regions import region_pieces

LONGEST_RUNNING_HEAD = 90
RUNNING_HEAD_TIMES = 3
DIGITS = re.compile(r"\d+")
PANDOC_CAPTION = re.compile(r":[ \t]+\S")
"""Below a table: ": Table 1. What it cost"."""


def blocks(text: str, form: str = "txt", regions: Sequence[Region] = ()) -> list[Block]:
    """The blocks of a text of the format `form`, in order and disjoint; every printed character is in one.

    A piece is first read by itself, then in the light of all: a short line is a running head only if it
    comes back, a heading only if something follows it, a reference only under a bibliography's heading.
    Markdown, and files of which a reader tells `regions`, say themselves what is a heading; in plain text it
    must be told from its looks.
    """
    if regions:
        pieces = disclaimers(region_pieces(text, regions))
    elif form == "markdown":
        pieces = disclaimers(markdown_pieces(text))
    else:
        pieces = disclaimers(_running_heads([piece(text, run) for run in runs(text)]))
    marked = form == "markdown" or any(one.kind is BlockKind.HEADING for one in pieces)
    pieces = marked_title(pieces) if marked else headings(pieces)
    pieces = _captions(text, pieces)
    for refine in (_photo_captions, quotations, bibliography, back_matter):
        pieces = refine(pieces)
    return [one.block for one in pieces]


def _running_heads(pieces: Sequence[Piece]) -> list[Piece]:
    """Short lines that come back when their digits are masked: "12 | Border policy", "Border policy 13"."""
    count = Counter(_masked(one.text) for one in pieces if _may_repeat(one))
    heads = {words for words, times in count.items() if times >= RUNNING_HEAD_TIMES and LETTER.search(words)}
    return [
        one.turned(BlockKind.RUNNING_HEAD) if _may_repeat(one) and _masked(one.text) in heads else one for one in pieces
    ]


def _masked(words: str) -> str:
    return DIGITS.sub("#", words).casefold()


def _may_repeat(one: Piece) -> bool:
    short = one.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and len(one.text) <= LONGEST_RUNNING_HEAD
    return short and not SENTENCE_END.search(one.text)


def _captions(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """A short piece just above a table is its caption, numbered or not; "Table 3 shows ..." in prose is none.

    A short piece below a label that stands alone ("FIGURE 2") is the rest of the caption.
    """
    found: list[Piece] = []
    for at, one in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        above_table = after is not None and after.kind is BlockKind.TABLE
        if one.kind is BlockKind.CAPTION and not above_table and _is_sentence(one.text):
            found.append(one.turned(BlockKind.PARAGRAPH))
        elif (
            (at and pieces[at - 1].kind is BlockKind.TABLE and PANDOC_CAPTION.match(text, one.block.span.start))
            or (above_table and one.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and _may_caption(one.text))
            or (found and _is_label(found[-1]) and _may_title(one, after))
        ):
            found.append(one.turned(BlockKind.CAPTION))
        else:
            found.append(one)
    return found


def _is_sentence(words: str) -> bool:
    """Whether a would-be caption goes on as running text: "Table 3 shows that ..."."""
    told = CAPTION.sub("", words, count=1)
    return told[:1].islower() and SENTENCE_END.search(words) is not None


def _may_caption(words: str) -> bool:
    return len(words) < LONGEST_HEADING * 1.5 and not words.endswith((".", ":", ";", ","))


def _is_label(one: Piece) -> bool:
    """A caption that is nothing but its label."""
    return one.kind is BlockKind.CAPTION and LABEL.fullmatch(one.text.strip("*#_:.–— ")) is not None


def _may_title(one: Piece, after: Piece | None) -> bool:
    """Whether a piece is short and broken off as titles are; a heading may be one above a source line only."""
    sourced = after is not None and after.kind is BlockKind.SOURCE_LINE
    if one.kind is not BlockKind.PARAGRAPH and not (one.kind is BlockKind.HEADING and sourced):
        return False
    short = len(one.text) <= LONGEST_HEADING and not SENTENCE_END.search(one.text)
    return short and one.text[:1].isupper() and not LEANS_FORWARD.search(one.text)


def _photo_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """The short paragraph beside a photo's credit, above it or below, tells what the photo shows."""
    found = list(pieces)
    for at, one in enumerate(pieces):
        if one.kind is BlockKind.CREDIT:
            beside = [near for near in (at - 1, at + 1) if 0 <= near < len(pieces) and _may_show(found[near])]
            if beside:
                found[beside[0]] = found[beside[0]].turned(BlockKind.PHOTO_CAPTION)
    return found


def _may_show(one: Piece) -> bool:
    named = {BlockKind.PARAGRAPH, BlockKind.FRONT_MATTER}
    return one.kind in named and len(one.text) < LONGEST_CAPTION and one.text[:1].isupper() and one.text.endswith(".")
