"""Notes -> the order in which their numbers follow each other, run by run where numbering restarts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Note

LONGEST_NUMBER = 6
NAMED = "[^"


@dataclass(frozen=True, slots=True)
class Trail:
    """Where the numbered notes stand in the order of their numbers."""

    order: tuple[int, ...]
    """Indices of the numbered notes: run by run, each in the order of its numbers."""
    place: dict[int, tuple[int, int]]
    """Index of a note -> (run, number); notes marked by symbols have none."""
    index: dict[tuple[int, int], int]
    """The other way round."""
    runs: int

    def numbered(self, number: int, run: int | None) -> list[int]:
        """The notes with that number, in one run or (None) in all of them."""
        asked = range(self.runs) if run is None else (run,)
        return [self.index[each, number] for each in asked if (each, number) in self.index]


def trail(text: str, notes: Sequence[Note]) -> Trail:
    """The trail of `notes`, which are in text order.

    A number met before in its run begins a new one, and so does a 1, but for notes with a name ([^water]), which
    may be defined in any order. Another number out of order is a note that a page or column put elsewhere.
    """
    index: dict[tuple[int, int], int] = {}
    run = 0
    for at, note in enumerate(notes):
        if not note.label.isdecimal() or len(note.label) > LONGEST_NUMBER:
            continue
        number = int(note.label)
        named = note.mark is not None and text.startswith(NAMED, note.mark.start)
        if (run, number) in index or (number == 1 and index and not named):
            run += 1
        index[run, number] = at
    place = {at: where for where, at in index.items()}
    return Trail(tuple(at for _, at in sorted(index.items())), place, index, run + 1)
