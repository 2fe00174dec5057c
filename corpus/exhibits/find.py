"""Blocks -> exhibits: captioned tables, charts, maps, photos and boxes, each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.exhibits.beneath import Beneath, beneath
from corpus.exhibits.captions import captions
from corpus.exhibits.owned import Owned, owned
from corpus.model import Block, BlockKind, Exhibit, Marker, Note, Spans, within


def exhibits(
    text: str, blocks: Sequence[Block], markers: Sequence[Marker] = (), notes: Sequence[Note] = ()
) -> list[Exhibit]:
    """One exhibit for each caption, in text order.

    A caption belongs to the table below it or above it when nothing but blank lines, notes, source lines and the
    furniture of a page stands between. `markers` point into `notes`: those in a caption or a table are the exhibit's.
    """
    marks = tuple(marker.span for marker in markers)
    notes_of = {marker.span: notes[marker.note].spans[0].start for marker in markers if marker.note is not None}
    taken: set[int] = set()
    found: list[Exhibit] = []
    for one in owned(text, blocks, list(captions(text, blocks, marks))):
        inside = _marked(blocks, one, marks)
        called = frozenset(notes_of[mark] for mark in inside if mark in notes_of)
        around = beneath(text, blocks, one, taken, called)
        taken |= around.blocks
        found.append(_exhibit(text, blocks, one, around, inside))
    return found


def _marked(blocks: Sequence[Block], one: Owned, marks: Spans) -> Spans:
    places = [one.caption.span, *(each.span for each in one.more), *(blocks[at].span for at in one.bodies)]
    return within(marks, tuple(sorted(places)))


def _exhibit(text: str, blocks: Sequence[Block], one: Owned, around: Beneath, markers: Spans) -> Exhibit:
    bodies = [blocks[at].span for at in one.bodies]
    return Exhibit(
        kind=one.caption.kind or _kind(blocks, one),
        label=text[slice(*one.caption.label)],
        caption=one.caption.span,
        body=bodies[0] if bodies else None,
        source=around.source,
        title=one.caption.title,
        continued=tuple(bodies[1:]),
        notes=around.notes,
        markers=markers,
    )


def _kind(blocks: Sequence[Block], one: Owned) -> str:
    """Of a caption that does not say."""
    if one.bodies:
        return "table"
    return "photo" if blocks[one.caption.first].kind is BlockKind.PHOTO_CAPTION else "figure"
