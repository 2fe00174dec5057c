"""Two scores for each candidate -> one: the mean of both after each is stretched to 0-1.

The convex combination of Bruch, Gai and Ingber (2023). Equal weights did as well as any choice on every
collection tried, and better than reciprocal ranks on short exact queries.
"""

from __future__ import annotations

from collections.abc import Sequence


def fuse(words: Sequence[float], meaning: Sequence[float], *, floor: float, weight: float = 0.5) -> list[float]:
    """One score from 0 to 1 for each candidate, higher is better.

    `words` are BM25 scores, of which 0 stays 0; `meaning` are cosines, of which `floor` (the least likeness
    worth anything) becomes 0; `weight` is the share of meaning. A leg in which no candidate stands out
    counts nothing.
    """
    by_words, by_meaning = stretch(words, 0.0), stretch(meaning, floor)
    return [(1 - weight) * w + weight * m for w, m in zip(by_words, by_meaning, strict=True)]


def mixed(scores: Sequence[float], closer: Sequence[float], weight: float) -> list[float]:
    """The best candidates' scores, once each is looked at closer: no lower and no higher than they were together.

    `closer` is moved and scaled to where `scores` lie and counts `weight` in the result, so that those which were
    not looked at still stand below.
    """
    if not scores:
        return []
    low, high = min(scores), max(scores)
    again = stretch(closer, min(closer))
    return [
        (1 - weight) * one + weight * (low + other * (high - low)) for one, other in zip(scores, again, strict=True)
    ]


def stretch(scores: Sequence[float], floor: float) -> list[float]:
    """`scores` moved and scaled so that `floor` (and what is below) is 0 and the highest is 1."""
    top = max(scores, default=floor)
    if top <= floor:
        return [0.0] * len(scores)
    return [max(0.0, score - floor) / (top - floor) for score in scores]
