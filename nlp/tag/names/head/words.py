"""A stretch of prose -> its words as the network reads them, and windows of words that it reads at once.

A word is a run of letters and digits, or one sign: so every edge of a name is an edge of a word, also in
"anti-American" and "U.S.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

WORD = re.compile(r"[^\W_]+|\S")
STOP = frozenset(".?!")
CLOSING = frozenset("\"')]}”’»")
WINDOW = 128
"""Pieces the network reads at once: three or four sentences."""
LONGEST = 256
"""Pieces of a sentence, which may be longer than a window."""

Word = tuple[int, int]
"""Where it starts and ends in its stretch."""


def words(text: str) -> list[Word]:
    """The words and signs of `text` in order; only white space stands between them.

    >>> words("U.S. aid")
    [(0, 1), (1, 2), (2, 3), (3, 4), (5, 8)]
    """
    return [match.span() for match in WORD.finditer(text)]


def starts(text: str, found: Sequence[Word]) -> list[bool]:
    """For each word whether a sentence may begin with it: the first, and those behind a stop and a gap."""
    marks, begins = [], True
    for at, (start, end) in enumerate(found):
        sign = text[start:end]
        gap = at == 0 or found[at - 1][1] < start
        word = sign[0].isalnum()
        marks.append(begins and gap and word)
        if word:
            begins = False
        elif sign in STOP:
            begins = True
    return marks


def windows(begins: Sequence[bool], sizes: Sequence[int], small: Sequence[bool]) -> list[tuple[int, int]]:
    """Stretches of whole sentences, as (first word, word after the last): in order, apart, and complete.

    For each word: `begins`, whether a sentence may begin with it; `sizes`, in pieces; `small`, whether it is
    printed in small letters. A sentence longer than LONGEST pieces is cut before a small word.
    """
    found: list[tuple[int, int]] = []
    first, length = 0, 0
    for start, end in _sentences(begins, sizes, small):
        size = sum(sizes[start:end])
        if length and length + size > WINDOW:
            found.append((first, start))
            first, length = start, 0
        length += size
    return [*found, (first, len(sizes))] if sizes else []


def _sentences(begins: Sequence[bool], sizes: Sequence[int], small: Sequence[bool]) -> Iterator[tuple[int, int]]:
    first, length, cut = 0, 0, 0
    for at, size in enumerate(sizes):
        if at > first and begins[at]:
            yield first, at
            first, length, cut = at, 0, at
        elif length + size > LONGEST:
            end = cut if cut > first else at
            yield first, end
            first, length = end, sum(sizes[end:at])
        cut = at if small[at] and length > LONGEST // 2 else cut
        length += size
    yield first, len(sizes)
