"""Text and blocks -> every note and marker, and the blocks with the notes taken out of the body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model import Block, BlockKind, Marker, Note, Region, Span
from corpus.notes.named import named_notes
from corpus.notes.numbered import numbered
from corpus.notes.symbols import symbol_notes
from corpus.notes.told import told_notes
from corpus.notes.whole import whole_notes


@dataclass(frozen=True, slots=True)
class Notes:
    """What the search for notes comes to; `blocks` are as given, but for the notes, which are now NOTE blocks."""

    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]


def find_notes(text: str, blocks: Sequence[Block], regions: Sequence[Region] = ()) -> Notes:
    """All notes and markers in text order, each marker linked to its note by index.

    What the file itself ties together (`regions`) is taken as it is; else numbers are told by their order.
    """
    markers, notes = told_notes(text, blocks, regions)
    told = bool(notes)
    for search in (named_notes, symbol_notes) if told else (named_notes, numbered, symbol_notes):
        more, new = search(text, blocks)
        known = {span.start for note in notes for span in note.spans} | {marker.span.start for marker in markers}
        renumbered = {at: len(notes) + at for at in range(len(new))}
        fresh = [marker for marker in more if marker.span.start not in known]
        markers += [replace(m, note=None if m.note is None else renumbered[m.note]) for m in fresh]
        notes += new
    return _ordered(text, blocks, markers, notes, whole=told)


def _ordered(
    text: str, blocks: Sequence[Block], markers: Sequence[Marker], notes: Sequence[Note], *, whole: bool
) -> Notes:
    cut = _split(blocks, sorted(note.spans[0].start for note in notes))
    linked, found = sorted(markers, key=lambda m: m.span), list(notes)
    if not whole:
        cut, linked, found = whole_notes(text, cut, linked, found)
    order = sorted(range(len(found)), key=lambda at: found[at].spans[0])
    place = {old: new for new, old in enumerate(order)}
    linked = [replace(m, note=None if m.note is None else place[m.note]) for m in linked]
    return Notes(tuple(cut), tuple(linked), tuple(found[at] for at in order))


def _split(blocks: Sequence[Block], starts: Sequence[int]) -> list[Block]:
    """The blocks, cut so that each note is a NOTE block of its own."""
    done: list[Block] = []
    for block in blocks:
        inside = starts[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        if not inside or block.span.start < inside[0]:
            body = Span(block.span.start, inside[0] if inside else block.span.end)
            done.append(Block(body, block.kind, block.level))
        ends = [*inside[1:], block.span.end]
        done += [Block(Span(a, b), BlockKind.NOTE) for a, b in zip(inside, ends, strict=False)]
    return done
