"""Windows of words -> the arrays that the network takes: pieces, clues, and which piece belongs to which word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.tag.names.head.clues import Clues
from nlp.tag.names.head.pieces import ENDING, FILLING, OPENING


@dataclass(frozen=True, slots=True)
class Window:
    """Some words read at once: the pieces of each, and a row of clues for each."""

    pieces: Sequence[Sequence[int]]
    clues: Clues

    @property
    def length(self) -> int:
        """In pieces, with the sign at either end."""
        return sum(map(len, self.pieces)) + 2


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, the shorter ones filled up."""

    pieces: NDArray[np.int64]
    """(windows, pieces)."""
    clues: NDArray[np.float32]
    """(windows, words, clues)."""
    owner: NDArray[np.int64]
    """(windows, pieces): the word each piece belongs to; 0 for the signs at the ends."""
    first: NDArray[np.int64]
    """(windows, words): the first piece of each word."""


def batch(windows: Sequence[Window]) -> Batch:
    """One batch of `windows`, in order; each has at least one word."""
    size, longest = len(windows), max(window.length for window in windows)
    words = max(len(window.pieces) for window in windows)
    pieces = np.full((size, longest), FILLING, dtype=np.int64)
    clues = np.zeros((size, words, windows[0].clues.shape[1]), dtype=np.float32)
    owner, first = np.zeros((size, longest), dtype=np.int64), np.zeros((size, words), dtype=np.int64)
    for row, window in enumerate(windows):
        sizes = np.fromiter(map(len, window.pieces), dtype=np.int64)
        flat = [OPENING, *(piece for word in window.pieces for piece in word), ENDING]
        pieces[row, : len(flat)] = flat
        owner[row, 1 : len(flat) - 1] = np.repeat(np.arange(len(sizes)), sizes)
        first[row, : len(sizes)] = 1 + np.cumsum(sizes) - sizes
        clues[row, : len(sizes)] = window.clues
    return Batch(pieces, clues, owner, first)


def grouped(windows: Sequence[Window], most: int) -> list[list[int]]:
    """The numbers of `windows` in groups of like length, each of at most `most` pieces when filled up."""
    groups: list[list[int]] = []
    for at in sorted(range(len(windows)), key=lambda at: (-windows[at].length, at)):
        longest = windows[groups[-1][0]].length if groups else 0
        if groups and (len(groups[-1]) + 1) * longest <= most:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups
