"""Passages in order of rank -> which of them say what an earlier one has said, nearly word for word.

Likeness is that of their shingles, rows of SHINGLE words (Broder, 1997: "On the resemblance and containment of
documents"), counted by scikit-learn. Alike is not enough: a number, a name or a "not" that only one of them has makes
two statements of them, however long the rest that they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.find.words import fold

SHINGLE = 4
CONTAINED = 0.8
"""The share of the shorter passage's shingles that the other has too."""
SHORT = 8
"""Words; a shorter text is never folded: "Ibid." says something else each time."""
OF_A_SIZE = 0.8
"""From this ratio of lengths on two passages are the same one, not an extract and its source."""
WORD = re.compile(r"\d[\d.,]*\d|\w+")
DENIALS = frozenset("no not nor never none neither without cannot except".split())


@dataclass(frozen=True, slots=True)
class _Told:
    words: tuple[str, ...]
    """In small letters, without accents."""
    telling: Counter[str]
    """Those that must not differ: numbers, names, denials."""


def folded(texts: Sequence[str]) -> list[int | None]:
    """For each text the number of the earlier one that it repeats, None for one that says something of its own.

    Texts are prose without hyphens at line ends, as `corpus.prose` gives it.
    """
    told = [_told(text) for text in texts]
    found: list[int | None] = [None] * len(texts)
    shared = _shared(told)
    for number, one in enumerate(told):
        for earlier in range(number):
            if found[earlier] is None and shared[number][earlier] >= CONTAINED and _same(told[earlier], one):
                found[number] = earlier
                break
    return found


def _told(text: str) -> _Told:
    printed = WORD.findall(text)
    words = tuple(fold(word) for word in printed)
    marked = zip(printed, words, strict=True)
    return _Told(words, Counter(w for p, w in marked if p[0].isupper() or p[0].isdigit() or w in DENIALS))


def _shared(told: Sequence[_Told]) -> list[list[float]]:
    """For each two the share of the shorter one's shingles that the other has; of very short ones, whether equal."""
    if len(told) < 2:
        return [[0.0] * len(told)] * len(told)
    from sklearn.feature_extraction.text import HashingVectorizer  # noqa: PLC0415 - takes a second

    rows = [(*one.words, *[""] * (SHINGLE - len(one.words))) for one in told]
    shingles = HashingVectorizer(
        analyzer=lambda words: (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)),
        n_features=2**18,  # more make the product slower, and two of some thousand shingles seldom meet in these
        binary=True,
        norm=None,
        alternate_sign=False,
    ).transform(rows)
    common = (shingles @ shingles.T).toarray()
    own = common.diagonal()
    shares: list[list[float]] = [
        [float(common[i, j] / max(1, min(own[i], own[j]))) for j in range(len(told))] for i in range(len(told))
    ]
    return shares


def _same(earlier: _Told, later: _Told) -> bool:
    """Whether the later has nothing of its own that counts: it is the earlier again, or an extract of it."""
    first, second = len(earlier.words), len(later.words)
    if min(first, second) < SHORT:
        return False
    if first < OF_A_SIZE * second:
        return False  # the later says more
    extract = second < OF_A_SIZE * first
    return _within(later, earlier) and (extract or _within(earlier, later))


def _within(one: _Told, other: _Told) -> bool:
    held = Counter(other.words)
    return all(held[word] >= count for word, count in one.telling.items())
