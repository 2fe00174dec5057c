"""Text and blocks -> the numbered notes and their markers.

Method: candidates in every usual style (marks.py), then the heaviest chain of markers and the heaviest chain of
labels under monotone numbering (chain.py), each helped by the other; then the two are paired (align.py), and what
is left alone is sought once more where it has to be (fill.py). A marker without a note and a note without a
marker are kept as such and never given an invented partner.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.model import Block, BlockKind, Marker, Note, Span
from corpus.notes.align import displaced, pairs
from corpus.notes.chain import SURE_STYLES, Link, heaviest
from corpus.notes.fill import missing_markers
from corpus.notes.marks import Mark, labels, markers
from corpus.notes.segments import answering
from corpus.prose import plain

MARKED = frozenset(BlockKind) - {
    BlockKind.NOTE,
    BlockKind.PAGE_NUMBER,
    BlockKind.RUNNING_HEAD,
    BlockKind.REFERENCE,
    BlockKind.FURNITURE,
}
LABELLED = frozenset(
    {
        BlockKind.NOTE,
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
IN_SENTENCE = re.compile(r"[\[(]?\d{1,3}[\])]?[,;]?\s+[a-zà-ÿ]")
STOPS = ".!?:;)]>”\"’'/"
FAR = 20_000
"""Characters: a note further than this from its marker gains least from it."""
SET_AS_NOTE = 2.0
"""The file sets it in small print at the foot of the page."""
FEWEST_UNLINKED = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate label, and where the note it would begin starts and ends at the latest."""

    mark: Mark
    start: int
    end: int
    headed: bool
    """It stands under a heading such as "Notes", or is set as a note."""
    first: bool
    """It stands at the beginning of its block."""


def numbered(text: str, blocks: Sequence[Block]) -> tuple[list[Marker], list[Note]]:
    """The numbered notes of a paper and their markers, both in text order; Marker.note is an index into the notes.

    A note reaches from its label to the end of its block, or to the next label in the same block.
    """
    possible = list(_labels(text, blocks))
    starts = _only_labels(possible)
    candidates = [mark for mark in _candidates(text, blocks) if mark.span not in starts]
    found = _chosen_markers(candidates, possible)
    taken = {mark.span for mark in found}
    possible = [each for each in possible if each.mark.span not in taken]
    kept = _answering(_answered(possible, found, _chosen_labels(possible, found)), found)
    notes = [_note(each, kept[at + 1].start if at + 1 < len(kept) else each.end) for at, each in enumerate(kept)]
    marks = [each.mark for each in kept]
    partner = pairs(found, marks)
    partner = dict(sorted((partner | displaced(found, marks, partner)).items()))
    linked = [Marker(m.span, str(m.link.number), partner.get(at)) for at, m in _trusted(found, partner)]
    body = _outside([b.span for b in blocks if b.kind in MARKED], [note.spans[0] for note in notes])
    more = missing_markers(text, body, found, marks, partner)
    linked += [Marker(mark.span, str(mark.link.number), label) for label, mark in more]
    return sorted(linked, key=lambda marker: marker.span), notes


def _labels(text: str, blocks: Sequence[Block]) -> Iterator[Label]:
    """Candidates at the start of every line of every block that could be a note."""
    headed, part = False, 0
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            headed, part = NOTES_HEADING.fullmatch(plain(text, block.span)) is not None, part + 1
        if block.kind not in LABELLED:
            continue
        inner = (line.end() for line in NEXT_LINE.finditer(text, block.span.start, block.span.end))
        for start in (block.span.start, *inner):
            for mark in labels(text, start, block.span.end) if not _runs_on(text, start, block) else ():
                # A numbered heading ("2. Rivers") is far more common than a dotted note that looks like a heading.
                if not (block.kind is BlockKind.HEADING and mark.link.style == "dotted"):
                    set_as = block.kind is BlockKind.NOTE
                    link = replace(mark.link, part=part, weight=mark.link.weight + SET_AS_NOTE * set_as)
                    yield Label(
                        Mark(mark.span, link), start, block.span.end, headed or set_as, start == block.span.start
                    )


def _only_labels(possible: Sequence[Label]) -> set[Span]:
    """Labels that are no markers wrapped to the head of a line: they begin a block, or are the last of a number."""
    last = {each.mark.link.number: each.mark.span for each in possible}
    return {each.mark.span for each in possible if each.first or last[each.mark.link.number] == each.mark.span}


def _runs_on(text: str, start: int, block: Block) -> bool:
    """Whether the line at `start` goes on with a sentence of the line above: "... moved⏎[1] and sold"."""
    above = text[max(block.span.start, start - 8) : start].rstrip()
    return bool(above) and IN_SENTENCE.match(text, start) is not None and above[-1:] not in STOPS


def _candidates(text: str, blocks: Sequence[Block]) -> Iterator[Mark]:
    part = 0
    for block in blocks:
        part += block.kind is BlockKind.HEADING
        if block.kind in MARKED:
            for mark in markers(text, block.span):
                yield Mark(mark.span, replace(mark.link, part=part))


def _chosen_markers(candidates: Sequence[Mark], possible: Sequence[Label]) -> list[Mark]:
    """The heaviest chain; a marker gains from a label of its number that stands after it."""
    last: dict[int, int] = {}
    for each in possible:
        last[each.mark.link.number] = each.mark.span.start
    links = []
    for mark in candidates:
        after = last.get(mark.link.number, -1) > mark.span.start
        links.append(replace(mark.link, weight=mark.link.weight + (0.8 if after else -0.3)))
    return [candidates[at] for at in heaviest(links)]


def _chosen_labels(possible: Sequence[Label], found: Sequence[Mark]) -> list[Label]:
    """The heaviest chain; a label gains from a marker of its number before it, most from a near one."""
    places: dict[int, list[int]] = {}
    for mark in found:
        places.setdefault(mark.link.number, []).append(mark.span.start)
    links = [_weighed(each, places.get(each.mark.link.number, [])) for each in possible]
    kept = _one_a_line([possible[at] for at in heaviest(links)])
    sure = any(each.mark.link.number in places for each in kept)
    return [each for each in kept if sure or each.headed]


def _one_a_line(kept: Sequence[Label]) -> list[Label]:
    """Where a displaced page number stands before a label, both may have been taken: the likelier one stays."""
    best: dict[int, Label] = {}
    for each in kept:
        rival = best.get(each.start)
        if rival is None or rival.mark.link.weight < each.mark.link.weight:
            best[each.start] = each
    return list(best.values())


def _answered(possible: Sequence[Label], found: Sequence[Mark], kept: list[Label]) -> list[Label]:
    """`kept`, or the labels that answer the markers one by one where these answer clearly more of them.

    So it is where a list of endnotes begins again at 1 for each short chapter: no chain, but the markers' sequence.
    """
    likely = [each for each in possible if each.mark.link.weight > 0]
    answers = sorted(set(pairs(found, [each.mark for each in likely]).values()))
    held = len(pairs(found, [each.mark for each in kept]))
    return [likely[at] for at in answers] if kept and len(answers) > held * 1.1 + 2 else kept


def _answering(kept: list[Label], found: Sequence[Mark]) -> list[Label]:
    """Those of `kept` that stand under a heading or in a run that answers markers: a numbered list does not."""
    answers = answering([mark.link.number for mark in found], [each.mark.link.number for each in kept])
    return [each for at, each in enumerate(kept) if each.headed or at in answers]


def _weighed(each: Label, places: Sequence[int]) -> Link:
    before = bisect_left(places, each.mark.span.start)
    if before:
        gain = max(0.8, 2.0 * (1 - (each.mark.span.start - places[before - 1]) / FAR))
    else:
        gain = 0.5 if each.headed else -0.9
    return replace(each.mark.link, weight=each.mark.link.weight + gain)


def _outside(body: Sequence[Span], notes: Sequence[Span]) -> list[Span]:
    """What of the body (in order) is no note (in order)."""
    left: list[Span] = []
    at = 0
    for span in body:
        start = span.start
        while at < len(notes) and notes[at].start < span.end:
            if notes[at].start > start:
                left.append(Span(start, notes[at].start))
            start = max(start, notes[at].end)
            at += 1
        if start < span.end:
            left.append(Span(start, span.end))
    return left


def _trusted(found: Sequence[Mark], partner: dict[int, int]) -> list[tuple[int, Mark]]:
    """Markers with a note; without one, those of a sure style, or where most have one, or an unbroken run from 1."""
    numbers = [mark.link.number for mark in found]
    unbroken = len(found) >= FEWEST_UNLINKED and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    # "(1) ferries, (2) freight" counts things: brackets of that shape alone prove no notes.
    run = unbroken and numbers[0] <= 2 and all(mark.link.style != "parenthesised" for mark in found)
    answered = 2 * len(partner) >= len(found)
    return [(at, m) for at, m in enumerate(found) if at in partner or m.link.style in SURE_STYLES or run or answered]


def _note(each: Label, following: int) -> Note:
    return Note(str(each.mark.link.number), (Span(each.start, min(following, each.end)),), each.mark.span)
