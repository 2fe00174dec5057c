"""A paper as it was seen -> what is read in it for figures and for names: prose, each piece with what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.grid import rows
from corpus.model import BlockKind, Span, Spans, within
from corpus.prose import prose
from corpus.structure import Structure
from corpus.view import View
from nlp.model import Place

Piece = tuple[Spans, BlockKind]
PLACES: Mapping[BlockKind, Place] = {
    BlockKind.PARAGRAPH: Place.BODY,
    BlockKind.NOTE: Place.NOTE,
    BlockKind.TITLE: Place.BODY,
    BlockKind.HEADING: Place.BODY,
    BlockKind.FRONT_MATTER: Place.BODY,
    BlockKind.CAPTION: Place.CAPTION,
    BlockKind.PHOTO_CAPTION: Place.CAPTION,
    BlockKind.SOURCE_LINE: Place.CAPTION,
    BlockKind.BOILERPLATE: Place.BODY,
}
"""Where the figures of each kind of prose stand; blocks of other kinds are not read as prose."""


def readings(seen: Structure) -> Iterator[tuple[View, Place]]:
    """The prose of each paragraph, note, heading and caption in text order, with where it stands."""
    views, kinds = _views(seen, _prose(seen))
    return zip(views, (PLACES[kind] for kind in kinds), strict=True)


def namings(seen: Structure) -> tuple[list[View], list[BlockKind]]:
    """What is read for names, in text order: the same prose, each entry of a bibliography, each cell of a table."""
    return _views(seen, [*_prose(seen), *_listed(seen)])


def _prose(seen: Structure) -> Iterator[Piece]:
    yield from ((paragraph.spans, BlockKind.PARAGRAPH) for paragraph in seen.paragraphs)
    yield from ((note.words, BlockKind.NOTE) for note in seen.notes)
    own = PLACES.keys() - {BlockKind.PARAGRAPH, BlockKind.NOTE}
    yield from (((block.span,), block.kind) for block in seen.blocks if block.kind in own)


def _listed(seen: Structure) -> Iterator[Piece]:
    for block in seen.blocks:
        if block.kind is BlockKind.REFERENCE:
            yield (block.span,), block.kind
        elif block.kind is BlockKind.TABLE:
            yield from (((cell,), block.kind) for cell in _cells(seen, block.span))


def _cells(seen: Structure, table: Span) -> Iterator[Span]:
    return (cell for row in rows(seen.paper.text, table) for cell in row if cell.length)


def _views(seen: Structure, pieces: Sequence[Piece] | Iterator[Piece]) -> tuple[list[View], list[BlockKind]]:
    marks = tuple(marker.span for marker in seen.markers)
    told = sorted(pieces)
    views = [prose(seen.paper.text, spans, within(marks, spans)) for spans, _ in told]
    return views, [kind for _, kind in told]
