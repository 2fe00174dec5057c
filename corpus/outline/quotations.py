"""Pieces -> which are quotations set apart from the text, and which are epigraphs with the name below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import BlockKind
from corpus.outline.pieces import Piece

LEFT_OUT = re.compile(r"[“\"‘«]?\s*(?:\.\s?\.\s?\.|…|[\[(](?:\.\s?\.\s?\.|…)[\])])")
"""A quotation that begins in mid-sentence: "... efforts to build" or "[...] efforts"."""
WHOLE = re.compile(r"[“«„\"].{150,}[”»“\"][.,;]?\s*(?:[⁰¹²³⁴-⁹]+|\[\d+\]|\(\d+\)|\(.{4,60}\))?", re.DOTALL)
"""A paragraph that is nothing but a long quotation, with its marker or source."""
ATTRIBUTION = re.compile(r"(?:[-–—―~]\s?|--\s?)\S?[A-ZÀ-Þ][^.!?]{2,88}\.?|\([A-ZÀ-Þ][\w .,’'-]{3,60}\)")
"""The name below an epigraph: "— Rosa Lindqvist, Letters"."""
LONGEST_EPIGRAPH = 500
INDENT = 4
"""Columns by which a quotation is set in where lines are wrapped."""
ABOVE_EPIGRAPH = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.FRONT_MATTER, BlockKind.BOILERPLATE})


def quotations(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces with block quotations and epigraphs named as such."""
    found = list(pieces)
    margin = _margin(pieces)
    for at, one in enumerate(pieces):
        if one.kind is BlockKind.PARAGRAPH and _is_set_apart(pieces, at, margin):
            found[at] = one.turned(BlockKind.BLOCK_QUOTE)
        elif _is_attribution(pieces, at):
            kind = BlockKind.EPIGRAPH if _opens(found, at - 1) else BlockKind.BLOCK_QUOTE
            found[at - 1], found[at] = found[at - 1].turned(kind), one.turned(kind)
    return found


def _margin(pieces: Sequence[Piece]) -> int:
    """Where the lines of most paragraphs begin."""
    indents = sorted(line.indent for one in pieces if one.kind is BlockKind.PARAGRAPH for line in one.run[1:])
    return indents[len(indents) // 2] if indents else 0


def _is_set_apart(pieces: Sequence[Piece], at: int, margin: int) -> bool:
    one = pieces[at]
    above = next((pieces[near] for near in range(at - 1, -1, -1) if pieces[near].kind is not BlockKind.NOTE), None)
    led_in = above is not None and above.kind is BlockKind.PARAGRAPH and above.text.endswith(":")
    if led_in and LEFT_OUT.match(one.text):
        return True
    set_in = len(one.run) > 1 and min(line.indent for line in one.run) >= margin + INDENT
    return set_in or WHOLE.fullmatch(one.text) is not None


def _is_attribution(pieces: Sequence[Piece], at: int) -> bool:
    """A name behind a dash, alone below a short paragraph: among other items of a list it is one of them."""
    one = pieces[at]
    if at == 0 or one.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FRONT_MATTER}:
        return False
    listed = any(0 <= near < len(pieces) and pieces[near].kind is BlockKind.LIST_ITEM for near in (at - 1, at + 1))
    above = pieces[at - 1]
    quoted = above.kind in {BlockKind.PARAGRAPH, BlockKind.FRONT_MATTER} and len(above.text) < LONGEST_EPIGRAPH
    return not listed and quoted and above.text[-1:] in '.!?”"’»' and ATTRIBUTION.fullmatch(one.text) is not None


def _opens(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the piece stands at the head of the paper or of a section."""
    return at == 0 or pieces[at - 1].kind in ABOVE_EPIGRAPH
