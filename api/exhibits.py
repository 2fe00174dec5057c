"""A paper's exhibits -> records: each with its title, source, notes, body and the sentences that refer to it.

References to an exhibit that is not in the paper are records too: they are reported, not repaired.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from api.records import Record, cited, pairs, place
from corpus.labels import name_of
from corpus.model import CrossReference, Exhibit, Paper, Span
from corpus.prose import plain

if TYPE_CHECKING:
    from api.library import Library


class ExhibitKind(StrEnum):
    """What an exhibit is called, in whatever language."""

    TABLE = "table"
    FIGURE = "figure"
    CHART = "chart"
    DIAGRAM = "diagram"
    MAP = "map"
    BOX = "box"
    PHOTO = "photo"
    INFOGRAPHIC = "infographic"
    EXHIBIT = "exhibit"
    PLATE = "plate"
    SCHEME = "scheme"
    PANEL = "panel"


def referred(
    shown: Sequence[Exhibit], references: Iterable[CrossReference]
) -> Iterator[tuple[Exhibit | None, Sequence[CrossReference]]]:
    """A paper's exhibits with the references to each, by place; None for one that is referred to but missing."""
    referring: dict[int | str, list[CrossReference]] = {at: [] for at in range(len(shown))}
    for each in references:
        referring.setdefault(each.label if each.exhibit is None else each.exhibit, []).append(each)
    found = [(shown[at] if isinstance(at, int) else None, told) for at, told in referring.items()]
    yield from sorted(found, key=lambda each: each[0].caption if each[0] else each[1][0].span)


class ExhibitState(StrEnum):
    """Whether an exhibit and the text have found each other."""

    REFERRED = "referred"
    UNMENTIONED = "unmentioned"
    MISSING = "missing"
    """The text refers to it, but it is not in the paper."""


def exhibit_records(library: Library, name: str) -> Iterator[Record]:
    """The exhibits of the paper `name` and the references to none, in text order. Raises NoSuchPaperError."""
    for paper, exhibit, references in library.exhibits([name]):
        yield _missing(paper, references) if exhibit is None else _exhibit(paper, exhibit, references)


def exhibits_found(
    library: Library,
    names: Iterable[str],
    kinds: Collection[ExhibitKind] = (),
    number: str | None = None,
    states: Collection[ExhibitState] = (),
) -> Iterator[Record]:
    """The records of the exhibits that pass, paper by paper: of these kinds, this number, in one of these states."""
    wanted = number.casefold() if number is not None else None
    for name in names:
        for record in exhibit_records(library, name):
            same = wanted is None or (record["number"] or "").casefold() == wanted
            if same and (not kinds or record["kind"] in kinds) and (not states or record["state"] in states):
                yield record


def _exhibit(paper: Paper, exhibit: Exhibit, references: Sequence[CrossReference]) -> Record:
    name = name_of(exhibit.label)
    return {
        **place(paper, (exhibit.caption,)),
        "kind": exhibit.kind,
        "label": exhibit.label or None,
        "number": name.number if name else None,
        "state": str(ExhibitState.REFERRED if references else ExhibitState.UNMENTIONED),
        "title": plain(paper.text, exhibit.title) if exhibit.title else None,
        "source": _words(paper, exhibit.source) if exhibit.source else None,
        "notes": [_words(paper, note) for note in exhibit.notes],
        "body": pairs((exhibit.body,))[0] if exhibit.body else None,
        "continued": pairs(exhibit.continued),
        "markers": pairs(exhibit.markers),
        "references": [_reference(paper, each) for each in references],
        "citation": _cited(paper, exhibit.caption, exhibit.label),
    }


def _missing(paper: Paper, references: Sequence[CrossReference]) -> Record:
    """The place is that of the words that first refer to it."""
    first = references[0]
    name = name_of(first.label)
    return {
        **place(paper, (first.span,)),
        "kind": name.kind if name else "figure",
        "label": first.label,
        "number": name.number if name else None,
        "state": str(ExhibitState.MISSING),
        "title": None,
        "source": None,
        "notes": [],
        "body": None,
        "continued": [],
        "markers": [],
        "references": [_reference(paper, each) for each in references],
        "citation": _cited(paper, first.span, ""),
    }


def _words(paper: Paper, span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": paper.quote(span)}


def _reference(paper: Paper, reference: CrossReference) -> Record:
    """The words that refer, and their sentence as it stands in the paper."""
    return {
        "text": paper.quote(reference.span),
        "start": reference.span.start,
        "end": reference.span.end,
        "page": paper.page_at(reference.span.start),
        "sentence": paper.quote(*reference.sentence),
        "spans": pairs(reference.sentence),
    }


def _cited(paper: Paper, span: Span, label: str) -> str:
    where = cited(paper.name, page=paper.page_at(span.start))
    return f"{where}, {label}" if label else where
