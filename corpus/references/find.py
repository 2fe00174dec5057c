"""Text, blocks, markers and notes -> every back-reference, resolved to a note and an entry, or open with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.model import Block, Marker, Note, Span, Spans
from corpus.prose import EMPHATIC, dressed
from corpus.references.authoryear import UNLISTED, Mention
from corpus.references.body import Body, body_views
from corpus.references.ibid import Chain
from corpus.references.library import Library, library
from corpus.references.points import NoteReading, Point, marker_spans, read_note
from corpus.references.record import Reference, ReferenceKind
from corpus.references.short import Meant, Named
from corpus.references.signs import Sign, pages_after
from corpus.references.trail import trail
from corpus.references.works import Cited
from corpus.view import View

What = Sign | Cited | Mention | None
Pair = tuple[Reference, What]
HABIT = 3
"""Resolved mentions by author and year from which on a paper can be said to cite in this way."""


def find_references(
    text: str, blocks: Sequence[Block], markers: Sequence[Marker], notes: Sequence[Note]
) -> list[Reference]:
    """All back-references of a paper in text order. Time grows with the length of the text, whatever stands in it.

    An Ibid. is followed from note to note in the order of their numbers. It stays open after a missing note,
    after one that cites two works and after one that is itself open. Anything else stays open unless exactly
    one note or entry fits.
    """
    listed = library(text, blocks)
    named = Named(notes, trail(text, notes), listed)
    raised = marker_spans(markers)
    found = [*_in_notes(text, notes, raised, named), *_in_body(text, blocks, raised, named)]
    habit = sum(reference.entry is not None for reference, what in found if isinstance(what, Mention)) >= HABIT
    told = (reference for reference, what in found if _is_told(reference, what, listed, habit=habit))
    return sorted(told, key=lambda one: (one.span, one.kind))


def _is_told(reference: Reference, what: What, listed: Library, *, habit: bool) -> bool:
    """Whether an open reference is worth a word: "Lima (2010)" is no mention of a work unless it looks like one."""
    if not isinstance(what, Mention) or not reference.reason.startswith(UNLISTED):
        return True
    return habit and (what.cued or any(listed.dated.knows(names) for names in what.readings))


def _in_notes(text: str, notes: Sequence[Note], raised: Spans, named: Named) -> Iterator[Pair]:
    chain = Chain(notes, named.trail)
    unnumbered = [at for at in range(len(notes)) if at not in named.trail.place]
    for at in (*named.trail.order, *unnumbered):
        reading = read_note(text, notes[at], raised)
        sources: list[Meant] = []
        for point in reading.points:
            meant = _meant(at, reading, point, sources, chain, named)
            if meant.counts:
                sources.append(meant)
            if meant.kind is not None:
                yield _reference(text, reading.view, _extent(point), meant, point.what, at), point.what
        chain.close(at, sources)


def _meant(at: int, reading: NoteReading, point: Point, sources: Sequence[Meant], chain: Chain, named: Named) -> Meant:
    if isinstance(point.what, Sign) and point.what.kind is ReferenceKind.IBID:
        return chain.ibid(at, sources)
    meant = named.meant(at, reading.view.text, point)
    if meant.entry is None and meant.target is not None:
        return replace(meant, entry=chain.entry_of(meant.target))
    return meant


def _extent(point: Point) -> tuple[int, int]:
    if isinstance(point.what, Cited):
        return point.start, max(point.what.title_end, point.what.names_end)
    return point.start, point.end


def _in_body(text: str, blocks: Sequence[Block], raised: Spans, named: Named) -> Iterator[Pair]:
    body = Body(named)
    for view in body_views(text, blocks, raised):
        for what, meant in body.read(view.text):
            yield _reference(text, view, (what.start, what.end), meant, what, None), what


def _reference(text: str, view: View, extent: tuple[int, int], meant: Meant, what: What, note: int | None) -> Reference:
    pages = pages_after(view.text, extent[1]) if isinstance(what, Cited) else what.pages if what else None
    start, end = extent if meant.start is None else (meant.start, extent[1])
    start, end = _bracketed(view.text, start, end, pages) if isinstance(what, Mention) else (start, end)
    while end > start + 1 and view.text[end - 1] in " ,;:":
        end -= 1
    kind = meant.kind or ReferenceKind.OP_CIT
    span = view.spans(start, end)[0]
    if kind is not ReferenceKind.IBID:
        span = dressed(text, (span,), view.pieces)[0]
    elif text[span.end - 2 : span.end - 1] in EMPHATIC:
        span = Span(span.start, span.end - 2)  # of "*ibid*." the word alone
    where = view.spans(*pages)[0] if pages else None
    return Reference(span, kind, note, meant.target, meant.entry, where, meant.reason)


def _bracketed(words: str, start: int, end: int, pages: tuple[int, int] | None) -> tuple[int, int]:
    """A mention that fills its brackets is shown with them: "(EU, 2012)"."""
    last = pages[1] if pages else end
    filled = words[start - 1 : start] in {"(", "["} and words[last : last + 1] in {")", "]"}
    return (start - 1, last + 1) if filled else (start, end)
