"""Regions -> the notes and markers that the file itself ties to each other: DOCX references, HTML anchors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import MARKER, NOTE_TEXT, Block, BlockKind, Marker, Note, Region, Span

RAISED_NUMBER = r"[⁰¹²³⁴-⁹]+|[ᵃ-ᶻⁱⁿᵐˣˡᶜᵈᵛ]+"
PRINTED = re.compile(rf"(?:{RAISED_NUMBER}|[*†‡§¶‖#]+|[\[(]?(?P<plain>\d+|[ivxlcdm]+|[a-z])(?:[\])][.:]?|[.:])?(?=\s))")
"""How a note's label may be printed: raised, or plain with brackets or a stop."""


def told_notes(text: str, blocks: Sequence[Block], regions: Sequence[Region]) -> tuple[list[Marker], list[Note]]:
    """Markers and notes in text order; a note that the file sets as one but ties to no marker has no label."""
    spans: dict[str, list[Span]] = {}
    labels: dict[str, str] = {}
    for region in regions:
        if region.role == NOTE_TEXT:
            spans.setdefault(region.key, []).append(region.span)
            labels.setdefault(region.key, region.label)
    told = {span.start for pieces in spans.values() for span in pieces}
    notes = [
        (Note(labels[key], tuple(pieces), _mark(text, pieces[0], labels[key])), key) for key, pieces in spans.items()
    ]
    if told:
        untold = (block for block in blocks if block.kind is BlockKind.NOTE and block.span.start not in told)
        notes += [(Note("", (block.span,)), "") for block in untold]
    notes.sort(key=lambda pair: pair[0].spans[0])
    place = {key: at for at, (_, key) in enumerate(notes) if key}
    markers = [Marker(region.span, region.label, place.get(region.key)) for region in regions if region.role == MARKER]
    return markers, [note for note, _ in notes]


def _mark(text: str, span: Span, label: str) -> Span | None:
    """The printed label at the start of the note: what is plain there must say the number, or be a numeral for it."""
    printed = PRINTED.match(text, span.start, span.end)
    if printed is None:
        return None
    plain = printed["plain"]
    if plain and plain != label and (plain.isdigit() or plain == printed.group() or not label.isdigit()):
        return None
    return Span(*printed.span())
