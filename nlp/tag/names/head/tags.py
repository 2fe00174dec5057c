"""The tags that the network gives to words, and the best legal row of tags -> names.

BIO: "B-ORG" begins a name, "I-ORG" goes on with it, "O" is none. A row is legal when every name begins
with a B and goes on with its own label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

KINDS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "PROGRAM", "WORK", "OTHER")
"""What the training data tell apart; OTHER is a name of some other kind."""
TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
NUMBER = {tag: number for number, tag in enumerate(TAGS)}
NEVER = -1e9

Scores = NDArray[np.float32]
"""One row a word, one column a tag: logarithms of probabilities."""


def best_row(scores: Scores) -> list[int]:
    """The likeliest legal row of tags for a window of at least one word (Viterbi)."""
    best = scores[0] + _FIRST
    back = []
    for row in scores[1:]:
        ways = best[:, None] + _MOVES
        came = ways.argmax(axis=0)
        back.append(came)
        best = ways[came, np.arange(len(TAGS))] + row
    tag = int(best.argmax())
    tags = [tag]
    for came in reversed(back):
        tag = int(came[tag])
        tags.append(tag)
    return tags[::-1]


def names(tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """The names in a legal row, as (first word, word after the last, kind)."""
    first = None
    for at, tag in enumerate([*tags, 0]):
        if first is not None and (tag == 0 or tag % 2 == 1):
            yield first, at, KINDS[(tags[first] - 1) // 2]
            first = None
        if tag % 2 == 1:
            first = at


def _legal() -> tuple[Scores, Scores]:
    size = len(TAGS)
    inside = np.arange(size) % 2 == 0
    inside[0] = False
    first = np.where(inside, NEVER, 0.0).astype(np.float32)
    moves = np.zeros((size, size), dtype=np.float32)
    for tag in np.flatnonzero(inside):
        moves[:, tag] = NEVER
        moves[[tag - 1, tag], tag] = 0.0
    return first, moves


_FIRST, _MOVES = _legal()
