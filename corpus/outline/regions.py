"""What a file says of its text -> pieces: each block as it was set, and whatever words no region covers.

A region that is only "paragraph" is read by its form, as in plain text: captions, credits, disclaimers and entries
of bibliographies mostly are just paragraphs to the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.model import BlockKind, Region
from corpus.outline.lines import Line, lines
from corpus.outline.pieces import Piece, piece

KINDS = frozenset(str(kind) for kind in BlockKind)
BY_FORM = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
"""Roles that leave open what the words are for."""


def region_pieces(text: str, regions: Sequence[Region]) -> list[Piece]:
    """The pieces of a text, in order; every printed character is in one."""
    ruled = [line for line in lines(text) if not line.blank]
    found: list[Piece] = []
    at = end = 0
    for region in (region for region in regions if region.role in KINDS):
        if region.span.start < end:
            continue  # a block within a block is part of it
        at = _loose(found, text, ruled, at, region.span.start)
        run: list[Line] = []
        while at < len(ruled) and ruled[at].span.start < region.span.end:
            run.append(ruled[at])
            at += 1
        end = region.span.end
        found += _told(text, region, run)
    _loose(found, text, ruled, at, len(text))
    return found


def _loose(found: list[Piece], text: str, ruled: Sequence[Line], at: int, stop: int) -> int:
    """Lines above the next region are paragraphs of their own."""
    while at < len(ruled) and ruled[at].span.end <= stop:
        found.append(piece(text, [ruled[at]]))
        at += 1
    return at


def _told(text: str, region: Region, run: Sequence[Line]) -> Iterator[Piece]:
    if not run:
        return
    kind = BlockKind(region.role)
    form = piece(text, run)
    if kind not in BY_FORM:
        yield form.turned(kind, region.level)
    elif form.kind in {BlockKind.TABLE, BlockKind.BLOCK_QUOTE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        yield form.turned(kind)  # what looks like a row or a quotation in plain text is none where tables are marked
    else:
        yield form
