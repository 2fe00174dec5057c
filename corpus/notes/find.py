"""Text and blocks -> every note and marker, and the blocks with the notes taken out of the body."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.model import Block, BlockKind, Marker, Note, Span
from corpus.notes.numbered import numbered
from corpus.notes.symbols import named_notes, symbol_notes

OPEN_NOTE = re.compile(r"(?<!\w{3}/)(?:[a-zà-ÿ]{2}|,|\b[A-Z][a-z]+)[*_”\"]?\s*$")
ADDRESS_LAST = re.compile(r"(?:https?://|www\.)\S+\s*$")


@dataclass(frozen=True, slots=True)
class Notes:
    """What the search for notes comes to; `blocks` are as given, but for the notes, which are now NOTE blocks."""

    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]


def find_notes(text: str, blocks: Sequence[Block]) -> Notes:
    """All notes and markers in text order, each marker linked to its note by index."""
    markers: list[Marker] = []
    notes: list[Note] = []
    for search in (named_notes, numbered, symbol_notes):
        more, new = search(text, blocks)
        taken = {note.spans for note in notes}
        renumbered = {at: len(notes) + at for at in range(len(new))}
        markers += [replace(m, note=None if m.note is None else renumbered[m.note]) for m in more]
        notes += [note for note in new if note.spans not in taken]
    return _ordered(text, blocks, markers, notes)


def _ordered(text: str, blocks: Sequence[Block], markers: Sequence[Marker], notes: Sequence[Note]) -> Notes:
    order = sorted(range(len(notes)), key=lambda at: notes[at].spans[0])
    place = {old: new for new, old in enumerate(order)}
    split = _split(blocks, [notes[at] for at in order])
    linked = [replace(m, note=None if m.note is None else place[m.note]) for m in markers]
    whole, blocks = _continued(text, split, [notes[at] for at in order])
    return Notes(tuple(blocks), tuple(sorted(linked, key=lambda m: m.span)), tuple(whole))


def _split(blocks: Sequence[Block], notes: Sequence[Note]) -> list[Block]:
    """The blocks, cut so that each note is a NOTE block of its own."""
    starts = [note.spans[0].start for note in notes]
    done: list[Block] = []
    for block in blocks:
        inside = starts[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        if not inside or block.span.start < inside[0]:
            body = Span(block.span.start, inside[0] if inside else block.span.end)
            done.append(Block(body, block.kind, block.level))
        ends = [*inside[1:], block.span.end]
        done += [Block(Span(a, b), BlockKind.NOTE) for a, b in zip(inside, ends, strict=False)]
    return done


def _continued(text: str, blocks: Sequence[Block], notes: Sequence[Note]) -> tuple[list[Note], list[Block]]:
    """A note that breaks off takes the unnumbered lower-case block just above the next note: a page cut it."""
    whole = list(notes)
    done = list(blocks)
    at_note = [at for at, block in enumerate(blocks) if block.kind is BlockKind.NOTE]
    for index, (at, following) in enumerate(pairwise(at_note)):
        rest = blocks[following - 1]
        words = text[rest.span.start : rest.span.end]
        if following - 1 > at and rest.kind is BlockKind.PARAGRAPH and words[:1].islower():
            last = text[max(blocks[at].span.start, blocks[at].span.end - 80) : blocks[at].span.end]
            if OPEN_NOTE.search(last) and not ADDRESS_LAST.search(last) and not _body_is_open(text, blocks[:at]):
                whole[index] = replace(notes[index], spans=(*notes[index].spans, rest.span))
                done[following - 1] = Block(rest.span, BlockKind.NOTE)
    return whole, done


def _body_is_open(text: str, before: Sequence[Block]) -> bool:
    """Whether the body too breaks off just above these notes: then the block below is the body's, not the note's."""
    body = next((block for block in reversed(before) if block.kind is not BlockKind.NOTE), None)
    return (
        body is not None
        and OPEN_NOTE.search(text[max(body.span.start, body.span.end - 80) : body.span.end]) is not None
    )
