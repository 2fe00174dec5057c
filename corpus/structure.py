"""A Paper as read -> everything one can see on its pages: blocks, notes, exhibits, passages, metadata."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.exhibits.crossreferences import cross_references
from corpus.exhibits.find import exhibits
from corpus.flow import Paragraph, paragraphs
from corpus.metadata.stated import metadata
from corpus.model import Block, BlockKind, CrossReference, Exhibit, Marker, Note, Paper, Passage
from corpus.notes.find import find_notes
from corpus.outline.blocks import blocks
from corpus.pages import paged
from corpus.passages import passages
from corpus.sentenced import sentenced, supporting

QUOTED = frozenset({BlockKind.BLOCK_QUOTE, BlockKind.EPIGRAPH})
"""Others' words: the tables they speak of are not the paper's."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The visible layers of a paper, each in text order."""

    paper: Paper
    """As read, with its metadata filled in."""
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    exhibits: tuple[Exhibit, ...]
    cross_references: tuple[CrossReference, ...]
    paragraphs: tuple[Paragraph, ...]
    passages: tuple[Passage, ...]


def structure(paper: Paper) -> Structure:
    """All visible layers of `paper`. A strange paper yields fewer of them; it never raises."""
    text, form = paper.text, paper.source.format
    found = find_notes(text, blocks(text, form, paper.regions), paper.regions)
    shown = tuple(exhibits(text, found.blocks, found.markers, found.notes))
    body = paragraphs(text, found.blocks, found.markers)
    pages = paged(text, found.blocks, paper.pages)
    told = sentenced(text, body, found.markers)
    split = passages(text, found.blocks, told, found.notes, shown, pages)
    own = [each for p, sentences in told if p.kind not in QUOTED for each in sentences]
    heads = [block.span.start for block in found.blocks if block.kind is BlockKind.HEADING]
    pointing = tuple(cross_references(text, shown, own, found.notes, found.markers, heads))
    markers = tuple(supporting(found.markers, told))
    known = replace(paper, pages=pages, metadata=metadata(paper, found.blocks))
    return Structure(known, found.blocks, markers, found.notes, shown, pointing, tuple(body), tuple(split))
