"""A query -> the passages that answer it: found by words and by meaning, ranked by both, and the best looked at closer.

Each leg names its best candidates; every candidate then gets the exact score of both legs, so that a passage
found by one is not taken to be unknown to the other; `fuse` makes one score of the two. The best of them are then
compared with the query word by word, if that is wanted (`nlp.find.late`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.errors import BadQueryError
from nlp.engines import EVERYWHERE, Encoder, Keyword, Late, Meaning, PieceEncoder, Vectors
from nlp.find.asking import Asked
from nlp.find.fuse import fuse, mixed
from nlp.find.narrowing import narrowed, within
from nlp.find.words import is_amount
from nlp.model import Mode, Ref, Where

CANDIDATES = 200
"""From each leg. The right passage was among them for nine queries in ten even where neither leg is good."""
LISTED = 10_000
"""Passages that a query without words may list."""
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
    asked: Asked,
    engines: Engines,
    *,
    limit: int = 10,
    where: Where = EVERYWHERE,
    mode: Mode = Mode.BOTH,
    row: Vectors | None = None,
) -> list[Found]:
    """The `limit` best passages, best first, ties in order of Ref; in that order alone when there are no words.

    `where` is narrowed by what `asked` says must hold. Raises BadQueryError when there is nothing to look for, or
    no word to rank LISTED passages by. WORDS needs no `meaning` or `encoder`; ValueError when another mode is asked
    without them. `late` counts with BOTH alone, and not when `row` says what is meant in place of the words.
    """
    where = narrowed(where, asked.condition)
    if not asked.tokens:
        return _listed(asked, engines.keyword, where)[:limit]
    if mode is Mode.WORDS:
        return [Found(ref, score, score, 0.0) for ref, score in engines.keyword.search(asked.tokens, limit, where)]
    if engines.meaning is None or engines.encoder is None:
        raise ValueError(f"a search by {mode} needs vectors and an encoder")
    meaning, encoder = engines.meaning, engines.encoder
    if row is None and mode is Mode.BOTH and engines.late is not None and isinstance(encoder, PieceEncoder):
        pieces = encoder.asked(asked.ranked)
        found = _both(asked, pieces.row, engines.keyword, meaning, max(CANDIDATES, limit), where)
        return _closer(found, engines.late.scores(pieces, [one.ref for one in found[:CLOSER]]), asked)[:limit]
    row = encoder.encode([asked.ranked]) if row is None else row
    if mode is Mode.MEANING:
        passing = within(where, engines.keyword, meaning, row, limit)
        return [Found(ref, score, 0.0, score) for ref, score in meaning.search(row, limit, passing)]
    return _both(asked, row, engines.keyword, meaning, max(CANDIDATES, limit), where)[:limit]


def _listed(asked: Asked, keyword: Keyword, where: Where) -> list[Found]:
    """All that passes the filter, for a query that has conditions alone."""
    if asked.condition is None:
        raise BadQueryError("there is no word or number to look for; type at least one.")
    refs = keyword.passages(where, LISTED)
    if refs is None:
        raise BadQueryError(f"more than {LISTED:,} passages are so: add a word to rank them by.")
    return [Found(ref, 0.0, 0.0, 0.0) for ref in refs]


def _both(asked: Asked, row: Vectors, keyword: Keyword, meaning: Meaning, many: int, where: Where) -> list[Found]:
    """What either leg has among its `many` best, by the score of both."""
    passing = within(where, keyword, meaning, row, many)
    said, meant = dict(keyword.search(asked.tokens, many, where)), dict(meaning.search(row, many, passing))
    refs = sorted(said.keys() | meant.keys())
    by_words = _completed(said, refs, lambda missing: keyword.scores(asked.tokens, missing))
    by_meaning = _completed(meant, refs, lambda missing: meaning.scores(row, missing))
    share = OF_AMOUNTS if is_amount(asked.ranked) else MEANING
    scores = fuse(by_words, by_meaning, floor=meaning.floor(row, replace(where, holding=None)), weight=share)
    return sorted(map(Found, refs, scores, by_words, by_meaning), key=_order)


def _completed(
    known: Mapping[Ref, float], refs: Sequence[Ref], scores: Callable[[Sequence[Ref]], Sequence[float]]
) -> list[float]:
    """A leg's score of each of `refs`: known if it found that passage, asked for if only the other did."""
    missing = [ref for ref in refs if ref not in known]
    every = {**known, **dict(zip(missing, scores(missing), strict=True))}
    return [every[ref] for ref in refs]


def _closer(found: Sequence[Found], late: Sequence[float], asked: Asked) -> list[Found]:
    """The same, the first of them ranked anew with their `late` scores."""
    share = OF_AMOUNTS if is_amount(asked.ranked) else LATE
    scores = mixed([one.score for one in found[: len(late)]], late, share)
    seen = [one._replace(score=score, late=own) for one, score, own in zip(found, scores, late, strict=False)]
    return [*sorted(seen, key=_order), *found[len(late) :]]


def _order(one: Found) -> tuple[float, Ref]:
    return -one.score, one.ref
