"""A query -> the passages that answer it: found by words and by meaning, ranked by both, and the best looked at closer.

Each leg names its best candidates; every candidate then gets the exact score of both legs, so that a passage
found by one is not taken to be unknown to the other; `fuse` makes one score of the two. The best of them are then
compared with the query word by word, if that is wanted (`nlp.find.late`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from corpus.errors import BadQueryError
from corpus.model import Passage, Spans
from corpus.prose import prose
from nlp.engines import EVERYWHERE, Encoder, Keyword, Late, Meaning, PieceEncoder, Vectors
from nlp.find.bm25 import idf
from nlp.find.fuse import fuse, mixed
from nlp.find.late import weights
from nlp.find.words import analyse, asked, is_amount, weighed
from nlp.model import Mode, Ref, Where

CANDIDATES = 200
"""From each leg. The right passage was among them for nine queries in ten even where neither leg is good."""
CLOSER = 50
"""Of the best of both legs, those that are compared word by word."""
MEANING, LATE = 0.5, 0.5
"""The share of meaning in the score of both legs, and of the words' own meanings in the score after that ..."""
OF_AMOUNTS = 0.1
"""... and for a bare amount, whose digits a model of words does not know: it only orders what is equal otherwise."""


class Found(NamedTuple):
    """A passage with its score and what each leg gave; 0 from a leg that was not asked."""

    ref: Ref
    score: float
    """BOTH: 0 to 1, for this query only. One leg alone: that leg's own score."""
    words: float
    meaning: float
    late: float = 0.0


class Engines(NamedTuple):
    """What a search asks; the last three are not needed by words alone, `late` never."""

    keyword: Keyword
    meaning: Meaning | None = None
    encoder: Encoder | None = None
    late: Late | None = None


def search(
    query: str, engines: Engines, *, limit: int = 10, where: Where = EVERYWHERE, mode: Mode = Mode.BOTH
) -> list[Found]:
    """The `limit` best passages, best first, ties in order of Ref.

    Raises BadQueryError for a query without a word or number in it. WORDS needs no `meaning` or `encoder`;
    ValueError when another mode is asked without them. `late` counts with BOTH alone.
    """
    tokens = tokens_of(query)
    keyword, meaning, encoder, late = engines
    if mode is Mode.WORDS:
        return [Found(ref, score, score, 0.0) for ref, score in keyword.search(tokens, limit, where)]
    if meaning is None or encoder is None:
        raise ValueError(f"a search by {mode} needs vectors and an encoder")
    if mode is Mode.BOTH and late is not None and isinstance(encoder, PieceEncoder):
        pieces = encoder.asked(query)
        found = _both(query, tokens, pieces.row, keyword, meaning, max(CANDIDATES, limit), where)
        best = [one.ref for one in found[:CLOSER]]
        counts = weights(query, pieces.places, lambda token: idf(keyword.count(), keyword.frequency(token)))
        return _closer(found, late.scores(pieces, counts, best), OF_AMOUNTS if is_amount(query) else LATE)[:limit]
    row = encoder.encode([query])
    if mode is Mode.MEANING:
        return [Found(ref, score, 0.0, score) for ref, score in meaning.search(row, limit, where)]
    return _both(query, tokens, row, keyword, meaning, max(CANDIDATES, limit), where)[:limit]


def _both(
    query: str, tokens: Mapping[str, float], row: Vectors, keyword: Keyword, meaning: Meaning, many: int, where: Where
) -> list[Found]:
    """What either leg has among its `many` best, by the score of both."""
    said, meant = dict(keyword.search(tokens, many, where)), dict(meaning.search(row, many, where))
    refs = sorted(said.keys() | meant.keys())
    by_words = _completed(said, refs, lambda missing: keyword.scores(tokens, missing))
    by_meaning = _completed(meant, refs, lambda missing: meaning.scores(row, missing))
    share = OF_AMOUNTS if is_amount(query) else MEANING
    scores = fuse(by_words, by_meaning, floor=meaning.floor(row, where), weight=share)
    return sorted(map(Found, refs, scores, by_words, by_meaning), key=_order)


def _completed(
    known: Mapping[Ref, float], refs: Sequence[Ref], scores: Callable[[Sequence[Ref]], Sequence[float]]
) -> list[float]:
    """A leg's score of each of `refs`: known if it found that passage, asked for if only the other did."""
    missing = [ref for ref in refs if ref not in known]
    every = {**known, **dict(zip(missing, scores(missing), strict=True))}
    return [every[ref] for ref in refs]


def _closer(found: Sequence[Found], late: Sequence[float], share: float) -> list[Found]:
    """The same, the first of them ranked anew with their `late` scores."""
    scores = mixed([one.score for one in found[: len(late)]], late, share)
    seen = [one._replace(score=score, late=own) for one, score, own in zip(found, scores, late, strict=False)]
    return [*sorted(seen, key=_order), *found[len(late) :]]


def _order(one: Found) -> tuple[float, Ref]:
    return -one.score, one.ref


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
