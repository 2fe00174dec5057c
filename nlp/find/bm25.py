"""The sentences of a small selection -> how well each matches a query, by BM25 within the selection.

For a handful to a few thousand texts that change with every question; the library's own index is
keyword.py. rank_bm25 does the work, but not its idf: that turns negative for a word in more than half of the
texts, which in a selection about one subject are the words that matter.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rank_bm25 import BM25Okapi


def idf(texts: int, holding: int) -> float:
    """What a token counts for that stands in `holding` of so many texts: log(1 + (N - n + 0.5) / (n + 0.5)).

    As in Lucene: never below 0, so that no match counts against a text.
    """
    return math.log(1 + (texts - holding + 0.5) / (holding + 0.5))


def rank(sentences: Sequence[Sequence[str]], query: Sequence[str]) -> list[float]:
    """A score for each of `sentences` (all given as tokens of `words.analyse`); 0 where no token matches."""
    if not any(sentences):
        return [0.0] * len(sentences)
    model = BM25Okapi(sentences)
    holding = {token: sum(token in counts for counts in model.doc_freqs) for token in set(query)}
    model.idf = {token: idf(len(sentences), n) for token, n in holding.items()}
    return [float(score) for score in model.get_scores(query)]
