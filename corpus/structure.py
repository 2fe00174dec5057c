"""A Paper as read -> everything one can see on its pages: blocks, notes, exhibits, passages, metadata."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.exhibits import exhibits
from corpus.flow import Paragraph, paragraphs
from corpus.metadata import metadata
from corpus.model import Block, Exhibit, Marker, Note, Paper, Passage
from corpus.notes.find import find_notes
from corpus.outline.blocks import blocks
from corpus.passages import passages


@dataclass(frozen=True, slots=True)
class Structure:
    """The visible layers of a paper, each in text order."""

    paper: Paper
    """As read, with its metadata filled in."""
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    exhibits: tuple[Exhibit, ...]
    paragraphs: tuple[Paragraph, ...]
    passages: tuple[Passage, ...]


def structure(paper: Paper) -> Structure:
    """All visible layers of `paper`. A strange paper yields fewer of them; it never raises."""
    text, form = paper.text, paper.source.format
    found = find_notes(text, blocks(text, form))
    shown = exhibits(text, found.blocks)
    body = paragraphs(text, found.blocks, found.markers)
    split = passages(text, found.blocks, body, found.notes, found.markers, shown, paper.pages)
    known = replace(paper, metadata=metadata(text, found.blocks, form))
    return Structure(known, found.blocks, found.markers, found.notes, tuple(shown), tuple(body), tuple(split))
