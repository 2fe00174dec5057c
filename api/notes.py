"""A paper's notes -> records: each with its markers, the sentence it supports and what its references point at.

A marker whose note is lost and a note whose marker is lost are records too: they are reported, not repaired.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from api.records import Record, cited, pairs, place
from corpus.model import Marker, Note, Paper, Passage, PassageKind, Spans, within
from corpus.passages import trimmed
from corpus.prose import plain
from corpus.references.record import Reference

if TYPE_CHECKING:
    from api.library import Library


class NoteState(StrEnum):
    """Whether a note and its marker have found each other."""

    LINKED = "linked"
    NO_MARKER = "no-marker"
    NO_NOTE = "no-note"


def note_records(library: Library, name: str) -> Iterator[Record]:
    """The notes of the paper `name` and the markers without one, in text order. Raises NoSuchPaperError."""
    paper = library.paper(name)
    notes = library.layer(paper.name, Note)
    markers = library.layer(paper.name, Marker)
    pointing: dict[int, list[Reference]] = {}
    for reference in library.layer(paper.name, Reference):
        if reference.note is not None:
            pointing.setdefault(reference.note, []).append(reference)
    marked: dict[int | None, list[Marker]] = {}
    for marker in markers:
        marked.setdefault(marker.note, []).append(marker)
    found = [_note(paper, note, marked.get(at, []), pointing.get(at, []), notes) for at, note in enumerate(notes)] + [
        _lost(paper, marker) for marker in marked.get(None, [])
    ]
    yield from sorted(found, key=lambda record: record["spans"])


def notes_found(
    library: Library, names: Iterable[str], number: str | None = None, states: Collection[NoteState] = ()
) -> Iterator[Record]:
    """The records of the notes that pass, paper by paper: of this number or sign, in one of these states."""
    for name in names:
        for record in note_records(library, name):
            if (number is None or record["number"] == number) and (not states or record["state"] in states):
                yield record


def _note(
    paper: Paper, note: Note, markers: Sequence[Marker], pointing: Sequence[Reference], notes: Sequence[Note]
) -> Record:
    words = words_of(paper, note)
    page = paper.page_at(words[0].start)
    return {
        **place(paper, words),
        "spans": pairs(words),
        "number": note.label,
        "state": str(NoteState.LINKED if markers else NoteState.NO_MARKER),
        "mark": pairs((note.mark,))[0] if note.mark else None,
        **_supported(paper, markers),
        "references": [_pointed(paper, reference, notes) for reference in pointing],
        "citation": cited(paper.name, page=page, note=note.label),
    }


def _lost(paper: Paper, marker: Marker) -> Record:
    return {
        **place(paper, (marker.span,)),
        "spans": pairs((marker.span,)),
        "number": marker.label,
        "state": str(NoteState.NO_NOTE),
        "mark": None,
        **_supported(paper, (marker,)),
        "references": [],
        "citation": cited(paper.name, page=paper.page_at(marker.span.start)),
    }


def _supported(paper: Paper, markers: Sequence[Marker]) -> Record:
    """Where the note is called, and the sentence it is called on first."""
    sentence = next((marker.sentence for marker in markers if marker.sentence), ())
    return {
        "markers": pairs(tuple(marker.span for marker in markers)),
        "supports": paper.quote(*sentence) if sentence else None,
        "sentence": pairs(sentence),
    }


def _pointed(paper: Paper, reference: Reference, notes: Sequence[Note]) -> Record:
    """What words such as Ibid. point at: the number of a note, an entry of the bibliography; or why at nothing."""
    return {
        "text": paper.quote(reference.span),
        "kind": str(reference.kind),
        "resolves_to": None if reference.target is None else notes[reference.target].label,
        "entry": None if reference.entry is None else plain(paper.text, reference.entry),
        "reason": reference.reason or None,
    }


def words_of(paper: Paper, note: Note) -> Spans:
    """A note's own words, without the label printed before them; its whole span if there are none."""
    return trimmed(paper.text, note.words) or note.spans


def read_records(library: Library, name: str) -> Iterator[Record]:
    """The paper `name` as one reads it: its passages in order, each with the notes called in it beneath.

    Notes are not passages here: they stand where they are called. Raises NoSuchPaperError.
    """
    paper = library.paper(name)
    notes = library.layer(paper.name, Note)
    called = sorted((m.span, m.label, m.note) for m in library.layer(paper.name, Marker) if m.note is not None)
    places = [span for span, _, _ in called]
    for passage in library.layer(paper.name, Passage):
        if passage.kind is not PassageKind.NOTE:
            inside = set(within(places, passage.spans))
            yield {
                **place(paper, passage.spans),
                "spans": pairs(passage.spans),
                "kind": str(passage.kind),
                "section": [plain(paper.text, heading) for heading in passage.section],
                "paragraph": passage.paragraph,
                "notes": [
                    {"number": label} | place(paper, words_of(paper, notes[note]))
                    for span, label, note in called
                    if span in inside
                ],
            }
