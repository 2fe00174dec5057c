"""Notes as their labels cut them -> whole notes: with what a page cut off, and those whose head was lost.

A note may run over the page: its rest then stands without a label above the next labels, or below the page's
furniture. And of a note whose first lines were lost a tail may be left, which answers a marker that has no note.
Only what cannot be the body's own is taken: the body goes first where both break off.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.model import BODY_KINDS, Block, BlockKind, Marker, Note, Span
from corpus.notes.marks import CITES

OPEN = re.compile(r"(?<!\w{3}/)(?:[a-zà-ÿ]{2}|,|\b[A-Z][a-z]+)[*_”\"]?\s*$")
CLOSED = re.compile(r"[.!?][*_”\"’')\]>]*\s*$")
ADDRESS_LAST = re.compile(r"(?:https?://|www\.)\S+\s*$")
GOES_ON = re.compile(r"[*_“\"‘(\[<]*[a-zà-ÿ]|<?https?:")
SOURCE = re.compile(r"\b(?:See|see|Cf|cf|Ibid|ibid|op\. cit|pp?\. ?\d|eds?\.|Press|https?:|www\.)")
FURNITURE = frozenset({BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD, BlockKind.FURNITURE})
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
NEAR = 12
"""Markers above a tail among which its own may stand."""
TAIL = 80
"""Characters: enough to see how a block ends."""


@dataclass(slots=True)
class _Reader:
    """What has been read so far, from the top of the paper."""

    text: str
    blocks: list[Block]
    notes: list[Note]
    note: int | None = None
    """The note being read, or the last one."""
    body: Block | None = None
    """The last block of the body."""
    next_to: bool = True
    """Whether nothing but furniture stands between the last note and here ..."""
    over_page: bool = False
    """... and some does: a page ended."""


def whole_notes(
    text: str, blocks: Sequence[Block], markers: Sequence[Marker], notes: Sequence[Note]
) -> tuple[list[Block], list[Marker], list[Note]]:
    """The same with all pieces of each note together; `blocks` are cut so that each note begins a NOTE block."""
    reader = _Reader(text, list(blocks), list(notes))
    starts = {note.spans[0].start: at for at, note in enumerate(notes)}
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.NOTE:
            _read_note(reader, at, starts.get(block.span.start))
        elif reader.note is not None and _is_rest(reader, at):
            _take(reader, at)
        elif block.kind in BODY_KINDS:
            reader.body, reader.next_to = block, False
        elif block.kind in FURNITURE:
            reader.over_page = True
        else:
            reader.next_to = False
    return _headless(text, reader.blocks, markers, reader.notes)


def _read_note(reader: _Reader, at: int, begun: int | None) -> None:
    """A block set as a note that begins none goes on with the one before it."""
    if begun is not None:
        reader.note = begun
    elif reader.note is not None:
        _take(reader, at)
    reader.next_to, reader.over_page = True, False


def _take(reader: _Reader, at: int) -> None:
    span = reader.blocks[at].span
    note = reader.notes[reader.note or 0]
    reader.notes[reader.note or 0] = replace(note, spans=(*note.spans, span))
    reader.blocks[at] = Block(span, BlockKind.NOTE)


def _is_rest(reader: _Reader, at: int) -> bool:
    """Whether a block without a label goes on with the last note, and not with the body."""
    block = reader.blocks[at]
    text, note = reader.text, reader.notes[reader.note or 0]
    above_labels = at + 1 < len(reader.blocks) and reader.blocks[at + 1].kind is BlockKind.NOTE
    if block.kind is not BlockKind.PARAGRAPH or not (above_labels or reader.next_to):
        return False
    if above_labels and reader.next_to and reader.over_page:  # nothing but notes all around, and a page between
        broken = not _is_closed(text, note.spans[-1])
    else:
        broken = _is_open(text, note.spans[-1]) and GOES_ON.match(text, block.span.start) is not None
    if not broken:
        return False
    opened = _unclosed(text[note.spans[0].start : note.spans[-1].end])
    if opened & _unopened(text[block.span.start : block.span.end]):
        return True
    return reader.body is None or not _is_open(text, reader.body.span) or _body_resumes(reader, at)


def _body_resumes(reader: _Reader, at: int) -> bool:
    """Whether the body's broken sentence goes on further down, so that the block at hand cannot be its rest."""
    below = (block for block in reader.blocks[at + 1 :] if block.kind not in FURNITURE | {BlockKind.NOTE})
    following = next(below, None)
    return (
        following is not None
        and following.kind is BlockKind.PARAGRAPH
        and _is_closed(reader.text, reader.blocks[at].span)
        and GOES_ON.match(reader.text, following.span.start) is not None
    )


def _is_open(text: str, span: Span) -> bool:
    """Whether a sentence clearly breaks off at the end of the span: not every note ends with a full stop."""
    last = text[max(span.start, span.end - TAIL) : span.end]
    return OPEN.search(last) is not None and ADDRESS_LAST.search(last) is None


def _is_closed(text: str, span: Span) -> bool:
    """Whether a sentence or an address clearly ends at the end of the span."""
    last = text[max(span.start, span.end - TAIL) : span.end]
    return CLOSED.search(last) is not None or ADDRESS_LAST.search(last) is not None


def _unclosed(words: str) -> set[str]:
    return {close for open_, close in PAIRS if words.count(open_) > words.count(close)}


def _unopened(words: str) -> set[str]:
    return {close for open_, close in PAIRS if words.count(open_) < words.count(close)}


def _headless(
    text: str, blocks: list[Block], markers: Sequence[Marker], notes: list[Note]
) -> tuple[list[Block], list[Marker], list[Note]]:
    """Give each tail without a head to the marker above it that has no note."""
    found = list(markers)
    labels = {note.spans[0].start: note.label for note in notes}
    for at in _tails(text, blocks):
        owner = _owner(blocks, at, found, labels)
        if owner is not None:
            span = blocks[at].span
            blocks[at] = Block(span, BlockKind.NOTE)
            found[owner] = replace(found[owner], note=len(notes))
            labels[span.start] = found[owner].label
            notes.append(Note(found[owner].label, (span,)))
    return blocks, found, notes


def _tails(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """Paragraphs that begin in mid-sentence below one that ends, and that name a source."""
    body: Block | None = None
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH and body is not None and _is_tail(text, block, body):
            yield at
        elif block.kind in BODY_KINDS:
            body = block


def _owner(blocks: Sequence[Block], at: int, markers: Sequence[Marker], labels: Mapping[int, str]) -> int | None:
    """The marker that a tail answers: the last above it, or the next in number to the note right above it."""
    last = bisect_left(markers, blocks[at].span.start, key=lambda marker: marker.span.start) - 1
    above = labels.get(blocks[at - 1].span.start, "") if at else ""
    wanted = str(int(above) + 1) if above.isdigit() else None
    for place in range(last, max(-1, last - NEAR), -1):
        if markers[place].note is None and markers[place].label.isdigit() and wanted in {None, markers[place].label}:
            return place
        if wanted is None:
            return None
    return None


def _is_tail(text: str, block: Block, body: Block) -> bool:
    words = text[block.span.start : block.span.end]
    last = text[max(body.span.start, body.span.end - TAIL) : body.span.end].rstrip()
    sourced = SOURCE.search(words) is not None and CITES.search(words) is not None
    return words[:1].islower() and sourced and last.endswith((".", ".”", '."', "?", "!"))
