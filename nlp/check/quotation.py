"""A quotation as somebody wrote it, and stretches of papers -> whether it stands there word for word, else how near.

It holds if every word, number and sign is printed so, in one row; or in several, in their order and one sentence, where
the writer shows what was left out ("…") or put in ("[sic]"). A bracketed letter may change its case. Nothing else
counts as the same: how like a quotation is to a place only decides which place is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.model import Paper, Spans
from corpus.passages import merged_spans
from corpus.prose import prose
from nlp.check.nearest import difference, likest, near, reordered, rows
from nlp.check.record import Difference
from nlp.check.wording import Wording
from nlp.check.written import Written, between, in_one_sentence, readings
from nlp.cite.quote import joined

LOST = re.compile(r"(?<=[.,;:!?\"'”’)])[¹²³⁰-⁹]+")
"""A raised number that can only be a note's mark, also where its note is lost."""
ALIKE = 0.85
"""The likeness from which a place is shown whatever else the words may be made of ..."""
NEAR = 0.6
"""... and that below which it is none."""
MOST_ALIKE = 6
"""Stretches that are compared word by word ..."""
CELLS = 300_000
"""... of a long quotation fewer: about so many pairs of words."""


class Verdict(StrEnum):
    """What became of a quotation."""

    EXACT = "word for word"
    ALTERED = "altered"
    """Nearly so in one place, with differences."""
    REORDERED = "in another order"
    STITCHED = "stitched"
    """Made of pieces that stand apart, without or against what it shows."""
    NOTHING = "nothing near"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Prose of a paper in which a quotation may stand whole."""

    paper: Paper
    wording: Wording

    @classmethod
    def of(cls, paper: Paper, spans: Spans, markers: Spans = ()) -> Stretch:
        """The prose of `spans` of a paper without the note `markers` in it."""
        words = prose(paper.text, merged_spans(paper.text, sorted(spans)), markers)
        return cls(paper, Wording(words.sub(LOST, "")))


@dataclass(frozen=True, slots=True)
class Stands:
    """Where words of a quotation stand: all of them, or one of its pieces."""

    paper: Paper
    spans: Spans


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the verdict on it."""

    text: str
    verdict: Verdict
    places: tuple[Stands, ...] = ()
    """Where it stands, each place on its own; of a stitched one its pieces in order; else the nearest place."""
    differences: tuple[Difference, ...] = ()
    left_out: tuple[str, ...] = ()
    """What stands between its pieces there."""
    likeness: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether it stands in the papers, word for word."""
        return self.verdict is Verdict.EXACT


def quoted(text: str, stretches: Sequence[Stretch]) -> Quoted:
    """The verdict on a quotation, given where in the papers it may stand. Pure and deterministic.

    Differences name their place in `text` in code points.
    """
    ways = [way for way in readings(text) if any(not word.is_sign for word in way.words)]
    for way in ways:
        found: dict[tuple[str, Spans], tuple[Stands, tuple[str, ...]]] = {}
        for stretch in stretches:
            for stands, left in _held(way, stretch):
                found.setdefault((stands.paper.name, stands.spans), (stands, left))
        if found:
            places, lefts = zip(*found.values(), strict=True)
            return Quoted(text, Verdict.EXACT, places, left_out=lefts[0], likeness=1.0)
    return _nearest(text, ways[-1], stretches) if ways else Quoted(text, Verdict.NOTHING)


def _held(written: Written, stretch: Stretch) -> Iterator[tuple[Stands, tuple[str, ...]]]:
    """Everywhere a quotation stands in a stretch and holds, with the words left out there."""
    there = stretch.wording
    for found in written.in_order(there):
        if not written.flaws(there, found) and in_one_sentence(there, found):
            spans = joined(tuple(span for piece in found for span in there.spans(*piece)))
            yield Stands(stretch.paper, spans), tuple(filter(None, between(there, found)))


def _nearest(text: str, reading: Written, stretches: Sequence[Stretch]) -> Quoted:
    """What is most like a quotation that does not hold."""
    for stretch in stretches:
        there = stretch.wording
        found = next(reading.in_order(there), None)
        if found is not None:
            flaws = tuple(reading.flaws(there, found))
            if in_one_sentence(there, found):
                return Quoted(text, Verdict.ALTERED, (_stands(stretch, found[0][0], found[-1][1]),), flaws, (), 1.0)
            places = tuple(_stands(stretch, *piece) for piece in found)
            return Quoted(text, Verdict.STITCHED, places, flaws, tuple(between(there, found)), 1.0)
    words = reading.words
    said = [word.key.casefold() for word in words if not word.is_sign]
    for stretch in stretches:
        moved = reordered(said, stretch.wording)
        if moved is not None:
            return Quoted(text, Verdict.REORDERED, (_stands(stretch, *moved),))
    return _likest(text, reading, said, stretches)


def _likest(text: str, reading: Written, said: Sequence[str], stretches: Sequence[Stretch]) -> Quoted:
    wordings = [stretch.wording for stretch in stretches]
    most = max(1, min(MOST_ALIKE, CELLS // len(reading.words) ** 2))
    close = [stretches[number] for number in likest(said, wordings, most)]
    found = [(near(reading.words, stretch.wording, reading.gaps), stretch) for stretch in close]
    best, stretch = max(
        ((each, stretch) for each, stretch in found if each is not None),
        key=lambda each: each[0].likeness,
        default=(None, None),
    )
    if best is None or stretch is None:
        return Quoted(text, Verdict.NOTHING)
    if best.likeness < ALIKE:
        taken = rows(said, wordings)
        if len(taken) > 1:
            places = tuple(_stands(stretches[number], first, last) for number, first, last in taken)
            return Quoted(text, Verdict.STITCHED, places, likeness=best.likeness)
    if best.likeness < NEAR:
        return Quoted(text, Verdict.NOTHING)
    differences = tuple(difference(step, reading.wording, reading.words, stretch.wording) for step in best.steps)
    place = _stands(stretch, best.first, best.last)
    return Quoted(text, Verdict.ALTERED, (place,), differences, likeness=best.likeness)


def _stands(stretch: Stretch, first: int, last: int) -> Stands:
    return Stands(stretch.paper, stretch.wording.spans(first, last))
