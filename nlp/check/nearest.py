"""Words as written and a stretch of prose -> where they stand nearly so, how they differ there, or how they were moved.

All of this tells a writer what to look at; nothing of it lets a quotation pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nlp.check.opposites import denials
from nlp.check.record import Change, Difference
from nlp.check.wording import Word, Wording
from nlp.find.words import COUNTED, SCALES

REACH = 8
"""Words by which a place may be off, because some were left out or added before it."""
SKIP = 0.95
"""What a word left out costs; one added or replaced costs 1."""
EPSILON = 1e-9
ROW = 4
"""Words in a row that tell where they were taken from."""
MOST_ROWS = 5
NUMBER = re.compile(rf"\d|\b(?:{'|'.join(sorted({*SCALES, *COUNTED} - {'m', 'b', 'k'}))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Near:
    """A place that is like the words."""

    likeness: float
    """1 where all is the same, 0 where nothing is."""
    first: int
    last: int
    """The words of the stretch, the last not included."""
    steps: tuple[tuple[int, int, int, int], ...]
    """What differs: words i to j as written stand for k to m of the stretch."""


def likest(said: Sequence[str], stretches: Sequence[Wording], most: int) -> list[int]:
    """The numbers of the stretches that have most of the words in their places, best first."""
    votes = [(_placed(said, there)[0], -number) for number, there in enumerate(stretches)]
    return [-number for many, number in sorted(votes, reverse=True)[:most] if many]


def near(words: Sequence[Word], there: Wording, gaps: frozenset[int] = frozenset()) -> Near | None:
    """The place in a stretch that is most like `words`; None where it has none of them.

    `gaps`: before which words the writer shows that some were left out.
    """
    said = [word.key.casefold() for word in words if not word.is_sign]
    many, start = _placed(said, there)
    if not many:
        return None
    if gaps:
        return _aligned(words, there.words, 0, gaps | {0})
    end = start + len(said) + 2 * REACH
    low = max(0, there.said[max(0, start)][1] - REACH)
    high = there.said[end][1] if end < len(there.said) else len(there.words)
    return _aligned(words, there.words[low:high], low, frozenset({0}))


def _placed(said: Sequence[str], there: Wording) -> tuple[int, int]:
    """How many of the words stand about where they would if all did, at the likeliest place, and where that begins."""
    votes: Counter[int] = Counter()
    for number, word in enumerate(said):
        for at in there.spots.get(word, ()):
            votes[(at - number) // REACH] += 1
    if not votes:
        return 0, 0
    best = max(votes, key=lambda each: (votes[each] + votes[each + 1], -each))
    return votes[best] + votes[best + 1], best * REACH


def _aligned(words: Sequence[Word], there: Sequence[Word], offset: int, gaps: frozenset[int]) -> Near:
    """The cheapest way to make one of the other; what stands in gaps, before and behind costs nothing."""
    table: list[list[float]] = [[0.0] * (len(there) + 1)]
    for number, word in enumerate(words, 1):
        row, above, skip = [table[-1][0] + 1], table[-1], 0.0 if number in gaps else SKIP
        for at, other in enumerate(there):
            row.append(min(above[at] + _apart(word, other), above[at + 1] + 1, row[at] + skip))
        table.append(row)
    last = min(range(len(there) + 1), key=lambda at: (round(table[-1][at], 6), -at))
    path = [(len(words), last)]
    while path[-1][0] > 0:
        path.append(_back(table, words, there, path[-1], gaps))
    path.reverse()
    likeness = max(0.0, 1 - table[-1][last] / len(words))
    moved = tuple((i, j, k + offset, m + offset) for i, j, k, m in _steps(path, words, there, gaps))
    return Near(likeness, path[0][1] + offset, last + offset, moved)


def _back(
    table: Sequence[Sequence[float]],
    words: Sequence[Word],
    there: Sequence[Word],
    place: tuple[int, int],
    gaps: frozenset[int],
) -> tuple[int, int]:
    """One step back on the cheapest way; another word is likelier than one left out and one added."""
    i, k = place
    here = table[i][k]
    if k > 0 and abs(table[i - 1][k - 1] + _apart(words[i - 1], there[k - 1]) - here) < EPSILON:
        return i - 1, k - 1
    if k > 0 and abs(table[i][k - 1] + (0.0 if i in gaps else SKIP) - here) < EPSILON:
        return i, k - 1
    return i - 1, k


def _apart(word: Word, other: Word) -> float:
    """What it costs to take one word for the other."""
    if word.key == other.key:
        return 0.0
    if word.is_sign or other.is_sign:
        return 1.0 if word.is_sign and other.is_sign else 1.9
    if word.key[0].isdigit() != other.key[0].isdigit():
        return 1.1
    return 0.25 if word.key.casefold() == other.key.casefold() else 1.0


def _steps(
    path: Sequence[tuple[int, int]], words: Sequence[Word], there: Sequence[Word], gaps: frozenset[int]
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of a way in which the words differ, neighbours as one."""
    start: tuple[int, int] | None = None
    for (i, k), (j, m) in pairwise([*path, (-1, -1)]):
        same = j == i + 1 and m == k + 1 and words[i].key == there[k].key
        if (same or j < 0 or (i == j and i in gaps)) and start is not None:
            yield start[0], i, start[1], k
            start = None
        elif not same and not (i == j and i in gaps) and j >= 0 and start is None:
            start = (i, k)


def difference(step: tuple[int, int, int, int], written: Wording, words: Sequence[Word], there: Wording) -> Difference:
    """One difference in words, with its place in the text as written and in the source."""
    i, j, k, m = step
    ours = written.view.text[words[i].start : words[j - 1].end] if i < j else ""
    theirs = there.printed(k, m)
    at = written.view.source(words[i].start, words[j - 1].end) if i < j else None
    where = at or written.view.source(*2 * (words[min(i, len(words) - 1)].start,))
    return Difference(_change(ours, theirs), theirs, ours, where.start, where.end, there.spans(k, m) if k < m else ())


def _change(ours: str, theirs: str) -> Change:
    if NUMBER.search(ours) or NUMBER.search(theirs):
        return Change.NUMBER
    if any(denials(ours)) or any(denials(theirs)):
        return Change.DENIAL
    if not any(char.isalnum() for char in ours + theirs):
        return Change.PUNCTUATION
    return Change.CASE if ours.casefold() == theirs.casefold() else Change.WORD


def reordered(words: Sequence[str], there: Wording) -> tuple[int, int] | None:
    """Where the very same words stand in another order: (first, behind the last) word; None if nowhere."""
    said, many = there.said, len(words)
    wanted = Counter(words)
    lacking = sum(wanted.values())
    for at, (word, _) in enumerate(said):
        lacking -= wanted[word] > 0
        wanted[word] -= 1
        if at >= many:
            gone = said[at - many][0]
            wanted[gone] += 1
            lacking += wanted[gone] > 0
        first = at - many + 1
        if many >= ROW and not lacking and [each for each, _ in said[first : at + 1]] != list(words):
            return said[first][1], said[at][1] + 1
    return None


def rows(words: Sequence[str], stretches: Sequence[Wording]) -> list[tuple[int, int, int]]:
    """The words as a few rows taken from stretches: (stretch, first, behind the last word); empty if they are not.

    Each row is the longest that any stretch has, and of ROW words at least.
    """
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(words):
        longest = [_longest(words, at, there) for there in stretches]
        length, first = max(longest, key=lambda each: each[0], default=(0, 0))
        if length < ROW or len(found) == MOST_ROWS:
            return []
        number = longest.index((length, first))
        there = stretches[number]
        found.append((number, there.said[first][1], there.said[first + length - 1][1] + 1))
        at += length
    return found


def _longest(words: Sequence[str], start: int, there: Wording) -> tuple[int, int]:
    """How many words from `start` on stand in a row in a stretch, and from which of its own on."""
    best = (0, 0)
    for spot in there.spots.get(words[start], ()):
        length = 0
        while (
            start + length < len(words)
            and spot + length < len(there.said)
            and words[start + length] == there.said[spot + length][0]
        ):
            length += 1
        best = max(best, (length, spot), key=lambda each: each[0])
    return best
