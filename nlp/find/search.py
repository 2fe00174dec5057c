"""A query -> the passages that answer it: found by words and by meaning, ranked by both.

Each leg names its best candidates; every candidate then gets the exact score of both legs, so that a passage
found by one is not taken to be unknown to the other; `fuse` makes one score of the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.errors import BadQueryError
from corpus.model import Passage, Spans
from corpus.prose import prose
from nlp.engines import Encoder, Keyword, Meaning
from nlp.find.fuse import fuse
from nlp.find.words import analyse, asked, is_amount, weighed
from nlp.model import Mode, Ref, Where

CANDIDATES = 200
"""From each leg. The right passage was among them for nine queries in ten even where neither leg is good."""
MEANING = 0.5
"""The share of meaning in the score ..."""
MEANING_OF_AMOUNTS = 0.1
"""... and for a bare amount, whose digits a model of words does not know: it only orders what is equal otherwise."""
EVERYWHERE = Where()


class Found(NamedTuple):
    """A passage with its score and what each leg gave; 0 from a leg that was not asked."""

    ref: Ref
    score: float
    """BOTH: 0 to 1, for this query only. One leg alone: that leg's own score."""
    words: float
    meaning: float


def search(
    query: str,
    *,
    keyword: Keyword,
    meaning: Meaning | None,
    encoder: Encoder | None,
    limit: int = 10,
    where: Where = EVERYWHERE,
    mode: Mode = Mode.BOTH,
) -> list[Found]:
    """The `limit` best passages, best first, ties in order of Ref.

    Raises BadQueryError for a query without a word or number in it. WORDS needs no `meaning` or `encoder`;
    ValueError when another mode is asked without them.
    """
    tokens = tokens_of(query)
    if mode is Mode.WORDS:
        return [Found(ref, score, score, 0.0) for ref, score in keyword.search(tokens, limit, where)]
    if meaning is None or encoder is None:
        raise ValueError(f"a search by {mode} needs vectors and an encoder")
    row = encoder.encode([query])
    if mode is Mode.MEANING:
        return [Found(ref, score, 0.0, score) for ref, score in meaning.search(row, limit, where)]
    many = max(CANDIDATES, limit)
    legs = (keyword.search(tokens, many, where), meaning.search(row, many, where))
    refs = sorted({ref for leg in legs for ref, _ in leg})
    by_words, by_meaning = keyword.scores(tokens, refs), meaning.scores(row, refs)
    share = MEANING_OF_AMOUNTS if is_amount(query) else MEANING
    scores = fuse(by_words, by_meaning, floor=meaning.floor(row, where), weight=share)
    found = map(Found, refs, scores, by_words, by_meaning)
    return sorted(found, key=lambda one: (-one.score, one.ref))[:limit]


def tokens_of(query: str) -> dict[str, float]:
    """What to look for, weighted. Raises BadQueryError when there is nothing."""
    tokens = weighed(query)
    if not tokens:
        shown = query.strip()[:40]
        raise BadQueryError(f"there is no word or number to look for in {shown!r}; type at least one")
    return tokens


def matches(text: str, passage: Passage, markers: Spans, query: str) -> Spans:
    """The words of `query` where they stand in `passage` of the paper's `text`, in order and apart.

    Little words are marked only when the query has no others.
    """
    view = prose(text, passage.spans, markers)
    wanted = frozenset(asked(query))
    places = [(t.start, t.end) for t in analyse(view.text) if t.text in wanted]
    return tuple(span for start, end in _joined(places) for span in view.spans(start, end))


def _joined(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:  # overlapping or touching: $ and 1.4 billion
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
