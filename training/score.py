"""A head and sentences it has not seen -> exact-span F1 for persons, organisations and places, in per cent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from training.corpora import Example

COLLAPSED = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}
"""Sources draw the line between countries and regions in different places: here it is not drawn."""
Spot = tuple[int, int, str]
Tagger = Callable[[Sequence[str]], list[list[Spot]]]
"""Texts -> for each the names in it, as (start, end, label)."""


class Score(NamedTuple):
    """Names found and right, found and wrong, not found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """In per cent."""
        return 100 * self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """In per cent."""
        return 100 * self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """In per cent."""
        return 200 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def score(examples: Sequence[Example], tagger: Tagger) -> dict[str, Score]:
    """The score for each collapsed label, and for "all"; each sentence is read alone."""
    counts: Counter[tuple[str, str]] = Counter()
    for example, spots in zip(examples, tagger([example.text for example in examples]), strict=True):
        got = {(start, end, COLLAPSED[label]) for start, end, label in spots if label in COLLAPSED}
        want = {(name.start, name.end, COLLAPSED[name.kind]) for name in example.names if name.kind in COLLAPSED}
        for outcome, found in (("right", got & want), ("wrong", got - want), ("missed", want - got)):
            counts.update((label, outcome) for _, _, label in found)
    labels = sorted(set(COLLAPSED.values()))
    scores = {label: Score(*(counts[label, each] for each in Score._fields)) for label in labels}
    return {**scores, "all": Score(*(sum(part) for part in zip(*scores.values(), strict=True)))}


def line(name: str, scores: dict[str, Score]) -> str:
    """One line of a report."""
    total = scores["all"]
    parts = ", ".join(f"{label} {each.f1:.1f}" for label, each in scores.items() if label != "all")
    return f"{name}: F1 {total.f1:.1f} (precision {total.precision:.1f}, recall {total.recall:.1f}; {parts})"
