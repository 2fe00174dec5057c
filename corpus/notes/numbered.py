"""Text and blocks -> the numbered notes and their markers.

Method: candidates in every usual style (marks.py), then the heaviest chain of markers and the heaviest
chain of labels under monotone numbering (chain.py), each helped by the other. A marker without a note
and a note without a marker are kept as such and never given an invented partner.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.model import Block, BlockKind, Marker, Note, Span
from corpus.notes.chain import Link, heaviest
from corpus.notes.marks import Mark, label, markers
from corpus.prose import plain

MARKED = frozenset(BlockKind) - {
    BlockKind.PAGE_NUMBER,
    BlockKind.RUNNING_HEAD,
    BlockKind.REFERENCE,
    BlockKind.FURNITURE,
}
LABELLED = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.HEADING,
        BlockKind.REFERENCE,
        BlockKind.FRONT_MATTER,
        BlockKind.BOILERPLATE,
    }
)
NOTES_HEADING = re.compile(
    r"(?:\W*\d*\W*)?(?:end\s?notes?|foot\s?notes?|notes?(?: and references)?|notas|fussnoten|anmerkungen)\W*",
    re.IGNORECASE,
)
NEXT_LINE = re.compile(r"[\r\n\f][ \t\u00a0]*(?=\S)")
FAR = 20_000
"""Characters: a note further than this from its marker gains least from it."""
SURE = frozenset({"raised", "bracketed"})
"""Styles that say by themselves that a note is meant."""
FEWEST_UNLINKED = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate label and where the note it would begin ends at the latest."""

    mark: Mark
    end: int
    headed: bool
    """It stands under a heading such as "Notes"."""


def numbered(text: str, blocks: Sequence[Block]) -> tuple[list[Marker], list[Note]]:
    """The numbered notes of a paper and their markers, both in text order; Marker.note is an index into the notes.

    A note reaches from its label to the end of its block, or to the next label in the same block.
    """
    labels = _labels(text, blocks)
    starts = {each.mark.span for each in labels}
    candidates = [m for b in blocks if b.kind in MARKED for m in markers(text, b.span) if m.span not in starts]
    found = _chosen_markers(candidates, labels)
    kept = _chosen_labels(labels, found)
    pairs = _pairs(found, [each.mark for each in kept])
    linked = [Marker(m.span, str(m.link.number), pairs.get(m.span)) for m in _trusted(found, pairs)]
    return linked, [_note(each, kept) for each in kept]


def _labels(text: str, blocks: Sequence[Block]) -> list[Label]:
    """Candidates at the start of every line of every block that could be a note."""
    found: list[Label] = []
    headed = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            headed = NOTES_HEADING.fullmatch(plain(text, block.span)) is not None
        if block.kind not in LABELLED:
            continue
        inner = (line.end() for line in NEXT_LINE.finditer(text, block.span.start, block.span.end))
        for start in (block.span.start, *inner):
            mark = label(text, start, block.span.end)
            # A numbered heading ("2. Rivers") is far more common than a dotted note that looks like a heading.
            if mark is not None and not (block.kind is BlockKind.HEADING and mark.link.style == "dotted"):
                found.append(Label(mark, block.span.end, headed))
    return found


def _chosen_markers(candidates: Sequence[Mark], labels: Sequence[Label]) -> list[Mark]:
    """The heaviest chain; a marker gains from a label of its number that stands after it."""
    places: dict[int, list[int]] = {}
    for each in labels:
        places.setdefault(each.mark.link.number, []).append(each.mark.span.start)
    links = []
    for mark in candidates:
        after = any(place > mark.span.start for place in places.get(mark.link.number, ()))
        links.append(replace(mark.link, weight=mark.link.weight + (0.8 if after else -0.3)))
    return [candidates[at] for at in heaviest(links)]


def _chosen_labels(labels: Sequence[Label], found: Sequence[Mark]) -> list[Label]:
    """The heaviest chain; a label gains from a marker of its number before it, most from a near one."""
    places: dict[int, list[int]] = {}
    for mark in found:
        places.setdefault(mark.link.number, []).append(mark.span.start)
    links = [_weighed(each, places.get(each.mark.link.number, [])) for each in labels]
    kept = [labels[at] for at in heaviest(links)]
    sure = any(each.mark.link.number in places for each in kept)
    return [each for each in kept if sure or each.headed]


def _weighed(each: Label, places: Sequence[int]) -> Link:
    before = bisect_left(places, each.mark.span.start)
    if before:
        gain = max(0.8, 2.0 * (1 - (each.mark.span.start - places[before - 1]) / FAR))
    else:
        gain = 0.5 if each.headed else -0.9
    return replace(each.mark.link, weight=each.mark.link.weight + gain)


def _pairs(found: Sequence[Mark], labels: Sequence[Mark]) -> dict[Span, int]:
    """Marker span -> index of its note: same number, both in order, the nearest note that follows."""
    pairs: dict[Span, int] = {}
    at = 0
    for mark in found:
        same = (i for i in range(at, len(labels)) if labels[i].link.number == mark.link.number)
        partner = next((i for i in same if labels[i].span.start > mark.span.start), None)
        if partner is not None:
            pairs[mark.span] = partner
            at = partner + 1
    return pairs


def _trusted(found: Sequence[Mark], pairs: dict[Span, int]) -> list[Mark]:
    """Markers with a note; without one, those of a sure style or in an unbroken run that begins the numbering."""
    numbers = [mark.link.number for mark in found]
    unbroken = len(found) >= FEWEST_UNLINKED and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    run = unbroken and numbers[0] <= 2
    return [mark for mark in found if mark.span in pairs or mark.link.style in SURE or run]


def _note(each: Label, kept: Iterable[Label]) -> Note:
    start = each.mark.span.start
    following = (other.mark.span.start for other in kept if start < other.mark.span.start < each.end)
    return Note(str(each.mark.link.number), (Span(start, min(following, default=each.end)),), each.mark.span)
