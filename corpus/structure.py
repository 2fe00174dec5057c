"""A Paper as read -> everything one can see on its pages: blocks, notes, exhibits, passages, metadata."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.exhibits.find import exhibits
from corpus.flow import Paragraph, paragraphs
from corpus.metadata.stated import metadata
from corpus.model import Block, Exhibit, Marker, Note, Paper, Passage
from corpus.notes.find import find_notes
from corpus.outline.blocks import blocks
from corpus.pages import paged
from corpus.passages import passages
from corpus.sentenced import sentenced, supporting


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
    found = find_notes(text, blocks(text, form, paper.regions), paper.regions)
    shown = tuple(exhibits(text, found.blocks, found.markers, found.notes))
    body = paragraphs(text, found.blocks, found.markers)
    pages = paged(text, found.blocks, paper.pages)
    told = sentenced(text, body, found.markers)
    split = passages(text, found.blocks, told, found.notes, shown, pages)
    markers = tuple(supporting(found.markers, told))
    known = replace(paper, pages=pages, metadata=metadata(paper, found.blocks))
    return Structure(known, found.blocks, markers, found.notes, shown, tuple(body), tuple(split))
