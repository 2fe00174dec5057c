"""What the layers of the tagger hand to each other: names found in one stretch of cleaned prose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.model import Label

RANK = ("quoted", "cited", "acronym", "gazetteer", "region", "trigger", "person", "capitals")
"""Who is believed first when two names of the same length stand in one place; a model comes after all."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name at ``text[start:end]`` of one stretch; `name` is the canonical name where the finder knows it."""

    start: int
    end: int
    label: Label
    by: str
    name: str | None = None

    @property
    def length(self) -> int:
        """In characters."""
        return self.end - self.start

    def overlaps(self, other: Found) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def settle(found: Iterable[Found]) -> list[Found]:
    """Those that stand when names may not overlap: the longest first, then by RANK, in order of place.

    >>> bank, world = Found(0, 10, Label.ORG, "trigger"), Found(0, 5, Label.LOC, "gazetteer")
    >>> settle([world, bank]) == [bank]
    True
    """
    kept: list[Found] = []
    taken: set[int] = set()
    for item in sorted(found, key=_merit):
        if taken.isdisjoint(range(item.start, item.end)):
            kept.append(item)
            taken.update(range(item.start, item.end))
    return sorted(kept, key=lambda item: item.start)


def free(found: Iterable[Found], taken: Sequence[Found]) -> list[Found]:
    """Those of `found` that overlap nothing in `taken`."""
    used = {at for other in taken for at in range(other.start, other.end)}
    return [item for item in found if used.isdisjoint(range(item.start, item.end))]


def _merit(item: Found) -> tuple[int, int, int]:
    rank = RANK.index(item.by) if item.by in RANK else len(RANK)
    return -item.length, rank, item.start
