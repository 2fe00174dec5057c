"""Text and blocks -> notes marked by symbols (* † ‡ § ¶), as many of one kind as a page needs.

Symbols are not counted, so no chain helps; but they come in the same order in the text and at the foot of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.model import Block, BlockKind, Marker, Note, Span
from corpus.notes.align import pairs
from corpus.notes.chain import Link
from corpus.notes.marks import Mark
from corpus.notes.stars import spare_stars

REACH = 8_000
"""Characters between a marker and its note at most: about three pages."""
SIGN = re.compile(r"\\?(?P<sign>\*{1,6}|[†‡§¶‖]{1,3})")
OPENING = re.compile(r"[ \t\u00a0]?(?=[*_]{0,3}[A-ZÀ-Þ“\"‘'(<\d]|[*_]{0,3}https?:|[*_]{0,3}www\.)")
"""What may follow the sign at the beginning of a note."""
DAGGER = re.compile(r"(?<=[^\s(\[†‡§¶‖])([†‡§¶‖]{1,3})(?=[\s,.;:)\]|—–’”\"*_]|$)")
STARRED_CELL = re.compile(r"(?<=\d)(\\?\*{1,3}|[†‡]{1,3})(?=[ \t|]|$)", re.MULTILINE)
SKIPPED = frozenset({BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD, BlockKind.FURNITURE, BlockKind.REFERENCE})
NOTED = frozenset(
    {BlockKind.NOTE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FRONT_MATTER, BlockKind.SOURCE_LINE}
)


@dataclass(frozen=True, slots=True)
class _Label:
    mark: Mark
    span: Span
    """Of the block, which is the note."""


def symbol_notes(text: str, blocks: Sequence[Block]) -> tuple[list[Marker], list[Note]]:
    """Notes that begin with a symbol found on a word above, and starred table cells that lead to no note."""
    labels = list(_labels(text, blocks))
    own = {each.mark.span.end for each in labels}
    found = sorted(_markers(text, blocks, own), key=lambda mark: mark.span)
    partner = pairs(found, [each.mark for each in labels])
    near = {
        marker: label for marker, label in partner.items() if labels[label].span.start - found[marker].span.end <= REACH
    }
    place = {label: at for at, label in enumerate(sorted(set(near.values())))}
    notes = [Note(labels[at].mark.link.style, (labels[at].span,), labels[at].mark.span) for at in place]
    markers = [Marker(found[at].span, found[at].link.style, place[label]) for at, label in near.items()]
    taken = {marker.span.start for marker in markers}
    markers += [marker for marker in _starred_cells(text, blocks) if marker.span.start not in taken]
    return sorted(markers, key=lambda marker: marker.span), notes


def _mark(text: str, start: int, end: int) -> Mark:
    """The sign itself takes the place of a style, and a number made from it that of a count."""
    sign = text[start:end]
    start -= text.startswith("\\", start - 1, start)
    number = sum(ord(char) << (7 * at) for at, char in enumerate(sign))
    return Mark(Span(start, end), Link(number, sign, 1.0))


def _labels(text: str, blocks: Sequence[Block]) -> Iterator[_Label]:
    bullets = {
        id(block)
        for one, two in pairwise(blocks)
        if one.kind is two.kind is BlockKind.LIST_ITEM and text[one.span.start] == text[two.span.start]
        for block in (one, two)
    }
    for block in blocks:
        if block.kind in NOTED and id(block) not in bullets:
            sign = _opening_sign(text, block.span)
            if sign is not None and OPENING.match(text, sign.end, block.span.end):
                yield _Label(_mark(text, *sign), block.span)


def _opening_sign(text: str, span: Span) -> Span | None:
    """The sign with which a block begins; of stars, those that set no emphasis."""
    sign = SIGN.match(text, span.start, span.end)
    if sign is None:
        return None
    start = sign.start("sign")
    if text[start] != "*" or text[sign.end() : sign.end() + 1].isspace():
        return Span(*sign.span("sign"))
    first = next(spare_stars(text, *span), None)
    return Span(*first) if first is not None and first[0] == start else None


def _markers(text: str, blocks: Sequence[Block], labels: set[int]) -> Iterator[Mark]:
    """Signs on words. A star is one only if it opens and closes no emphasis."""
    for block in blocks:
        if block.kind in SKIPPED:
            continue
        for match in DAGGER.finditer(text, block.span.start, block.span.end):
            if match.end() not in labels:
                yield _mark(text, *match.span(1))
        for start, end in spare_stars(text, *block.span):
            if start > block.span.start and end not in labels and not text[start - 1].isspace():
                yield _mark(text, start, end)


def _starred_cells(text: str, blocks: Sequence[Block]) -> Iterator[Marker]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            for cell in STARRED_CELL.finditer(text, block.span.start, block.span.end):
                if not _closes(text, cell):
                    yield Marker(Span(*cell.span(1)), cell.group(1).replace("\\", ""), None)


def _closes(text: str, cell: re.Match[str]) -> bool:
    """Whether the stars after a number end **bold** print that began in the same cell."""
    start = max(text.rfind(sign, 0, cell.start()) for sign in "|\t\n")
    return cell.group(1) in text[start + 1 : cell.start()]
