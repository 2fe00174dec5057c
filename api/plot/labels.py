"""Marks and the sizes of their labels -> where each label goes so that none covers another; None where it cannot.

Greedy and in a fixed order, so that the same marks always give the same places. Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LETTERS = 8.0
"""The size of labels."""
GAP = 5.0
RINGS = (0.0, 8.0, 18.0, 30.0)
"""How far off a label may go; what is not on the first ring gets a leader line."""
SIDES = ((1, 0), (0, 1), (0, -1), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any room."""
        apart = self.right <= other.left or other.right <= self.left
        return not apart and self.bottom < other.top and other.bottom < self.top

    def inside(self, other: Box) -> bool:
        """Whether it lies wholly in `other`."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.bottom <= self.bottom and self.top <= other.top

    def around(self, by: float) -> Box:
        """The box, wider on each side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label goes: its box, and whether it needs a line to its mark."""

    box: Box
    led: bool


def placed(
    anchors: Sequence[Box],
    sizes: Sequence[tuple[float, float]],
    *,
    marks: Sequence[Box],
    frame: Box,
    lines: Sequence[Box] = (),
) -> list[Label | None]:
    """A place for each label beside its anchor, free of other labels and of `marks`, and if possible of `lines`."""
    taken: list[Box] = []
    found: list[Label | None] = []
    for anchor, size in zip(anchors, sizes, strict=True):
        free = [
            label
            for label in _candidates(anchor, size)
            if label.box.inside(frame)
            and not any(label.box.meets(box) for box in taken)
            and not any(label.box.meets(mark) for mark in marks)
        ]
        clear = (label for label in free if not any(label.box.meets(line) for line in lines))
        label = next(clear, free[0] if free else None)
        found.append(label)
        taken += [label.box.around(1)] if label else []
    return found


def _candidates(anchor: Box, size: tuple[float, float]) -> Iterator[Label]:
    width, height = size
    for ring in RINGS:
        for across, up in SIDES:
            off = GAP / 2 + ring
            if across and up:
                off *= 0.7
            left = (anchor.left + anchor.right - width) / 2
            left = anchor.right + off if across > 0 else anchor.left - off - width if across < 0 else left
            bottom = (anchor.bottom + anchor.top - height) / 2
            bottom = anchor.top + off if up > 0 else anchor.bottom - off - height if up < 0 else bottom
            yield Label(Box(left, bottom, left + width, bottom + height), led=ring > 0)
