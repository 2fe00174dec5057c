"""The store -> every layer of every paper as standoff records: spans beside the text, never inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from api.figures.record import figure_record
from api.identities.overlay import Overlay
from api.loaded import Loaded
from api.notes import words_of
from api.records import Record, paper_record, place
from api.surroundings import Surroundings
from corpus.grid import rows
from corpus.model import Block, BlockKind, CrossReference, Exhibit, Marker, Note, Paper, Passage, Span, hull
from corpus.prose import plain
from corpus.references.record import Reference, ReferenceKind
from corpus.store import Store
from nlp.model import Acronym, Entity, Figure, Mention

Pair = list[int]


def standoff(store: Store, overlay: Overlay | None = None) -> Record:
    """One object: `papers` with their full text, and a list of records for each layer, by paper and place.

    Mentions and entities as `overlay` corrects them.
    """
    layers: dict[str, list[Record]] = {name: [] for name in ("papers", *RECORDS, "figures", *BETWEEN)}
    for name in store.held():
        loaded = Loaded(store, name, overlay)
        paper = loaded.paper
        paging = [{"start": page.span.start, "end": page.span.end, "label": page.label} for page in paper.pages]
        layers["papers"].append(paper_record(paper) | {"paging": paging, "text": paper.text})
        for layer, (kind, record) in RECORDS.items():
            layers[layer] += [record(paper, each) for each in loaded.layer(kind)]
        notes, references = store.records(name, Note), store.records(name, Reference)
        markers = store.records(name, Marker)
        around = Surroundings(store.records(name, Passage), store.records(name, Exhibit), markers, notes)
        layers["figures"] += [figure_record(paper, each, around) for each in store.records(name, Figure)]
        layers["links"] += _links(paper, markers, notes)
        layers["references"] += [_reference(paper, each, notes) for each in references]
        layers["ibid"] += _ibid(paper, references, notes)
    return {"format": "pincite standoff", "version": 1, **layers}


def _pair(span: Span | None) -> Pair | None:
    return None if span is None else [span.start, span.end]


def _block(paper: Paper, block: Block) -> Record:
    """A block; a table with its cells, row by row: empty ones stand where nothing is printed."""
    record = place(paper, (block.span,)) | {"type": str(block.kind), "level": block.level}
    if block.kind is BlockKind.TABLE:
        record["rows"] = [[_pair(cell) for cell in row] for row in rows(paper.text, block.span)]
    return record


def _marker(paper: Paper, marker: Marker) -> Record:
    return place(paper, (marker.span,)) | {
        "number": marker.label,
        "linked": marker.note is not None,
        "sentence": [_pair(span) for span in marker.sentence],
    }


def _note(paper: Paper, note: Note) -> Record:
    """A note's own words, without the label printed before them, whose place is `mark`."""
    return place(paper, words_of(paper, note)) | {"number": note.label, "mark": _pair(note.mark)}


def _exhibit(paper: Paper, exhibit: Exhibit) -> Record:
    parts = {"body": exhibit.body, "source": exhibit.source, "title": exhibit.title}
    more = {"continued": exhibit.continued, "notes": exhibit.notes, "markers": exhibit.markers}
    return place(paper, (exhibit.caption,)) | {
        "kind": exhibit.kind,
        "label": exhibit.label,
        **{name: _pair(span) for name, span in parts.items()},
        **{name: [_pair(span) for span in spans] for name, spans in more.items()},
    }


def _cross_reference(paper: Paper, reference: CrossReference) -> Record:
    """Words that send the reader to an exhibit: its place among the paper's exhibits, or None where there is none."""
    return place(paper, (reference.span,)) | {
        "label": reference.label,
        "exhibit": reference.exhibit,
        "sentence": [_pair(span) for span in reference.sentence],
    }


def _passage(paper: Paper, passage: Passage) -> Record:
    return place(paper, passage.spans) | {
        "spans": [_pair(span) for span in passage.spans],
        "type": str(passage.kind),
        "section": [plain(paper.text, heading) for heading in passage.section],
        "paragraph": passage.paragraph,
        "page": passage.page,
        "note": passage.note,
    }


def _acronym(paper: Paper, acronym: Acronym) -> Record:
    """A definition at its short form: `long` are the spans of the long form, `full` its words on one line."""
    long = [_pair(span) for span in acronym.long]
    return place(paper, (acronym.short,)) | {"long": long, "full": plain(paper.text, *acronym.long)}


def _mention(paper: Paper, mention: Mention) -> Record:
    said = {"label": str(mention.label), "entity": mention.entity, "by": mention.by, "score": mention.score}
    return place(paper, (mention.span,)) | said


def _entity(paper: Paper, entity: Entity) -> Record:
    return {
        "paper": paper.name,
        "entity": entity.name,
        "label": str(entity.label),
        "aliases": list(entity.aliases),
        "mentions": entity.mentions,
    }


RECORDS: Mapping[str, tuple[type[Any], Callable[[Paper, Any], Record]]] = {
    "blocks": (Block, _block),
    "notes": (Note, _note),
    "markers": (Marker, _marker),
    "passages": (Passage, _passage),
    "exhibits": (Exhibit, _exhibit),
    "cross_references": (CrossReference, _cross_reference),
    "acronyms": (Acronym, _acronym),
    "mentions": (Mention, _mention),
    "entities": (Entity, _entity),
}
"""Layer -> its record type and how one of them is written."""


BETWEEN = ("links", "references", "ibid")
"""Layers whose records tie others together."""


def _reference(paper: Paper, reference: Reference, notes: list[Note]) -> Record:
    """Words that point back, and what they point at: the label of a note, a bibliography entry, or why at nothing."""
    return place(paper, (reference.span,)) | {
        "kind": str(reference.kind),
        "number": None if reference.note is None else notes[reference.note].label,
        "resolves_to": None if reference.target is None else notes[reference.target].label,
        "note": reference.note,
        "target": reference.target,
        "entry": _pair(reference.entry),
        "pages": _pair(reference.pages),
        "reason": reference.reason,
    }


def _ibid(paper: Paper, references: list[Reference], notes: list[Note]) -> Iterator[Record]:
    """Each note with an Ibid. that is resolved, once, and the note that names the work."""
    told: set[int] = set()
    for reference in references:
        at, target = reference.note, reference.target
        if reference.kind is ReferenceKind.IBID and at is not None and target is not None and at not in told:
            told.add(at)
            yield place(paper, (reference.span,)) | {"number": notes[at].label, "resolves_to": notes[target].label}


def _links(paper: Paper, markers: list[Marker], notes: list[Note]) -> Iterator[Record]:
    """Marker and note that belong together; the record's own place is the marker's."""
    for marker in markers:
        if marker.note is not None:
            ends = {"marker": _pair(marker.span), "note": _pair(hull(notes[marker.note].spans))}
            yield place(paper, (marker.span,)) | {"number": marker.label, **ends}
