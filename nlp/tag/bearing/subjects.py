"""A clause with a figure -> what the figure measures, and the verb between the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.model import Figure
from nlp.tag.bearing.clauses import Clause
from nlp.tag.bearing.words import Place, Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """What the words say: where in the sentence the subject and the relation stand."""

    subject: Place | None = None
    relation: Place | None = None


def told(line: Sentence, clauses: Sequence[Clause], figures: Sequence[Figure]) -> list[Told]:
    """For each figure of `line`, in order, what it measures."""
    return [Told() for _ in figures]
