"""The keyword index as it was after one commit: what is counted and what is found agree, whoever writes meanwhile.

tantivy scores: the sum over the query's tokens of
weight * idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / mean length)), with B and K1 fixed at 0.75 and 1.2.
Robertson and Zaragoza (2009), idf as in Lucene. Two things are put right here:

- Passages are cut to a like size and a note is short by nature, so length should count for less. Each passage is
  indexed with PADS words that no one asks for; that makes B come to 0.75 * mean / (mean + PADS), about 0.3.
- tantivy goes on counting what was deleted, and counts the papers' markers. Each token's weight is multiplied by the
  idf as it is over what is held now, and divided by tantivy's.

Lengths are rounded by tantivy (to one part in 16), and their mean follows deletions only when it merges its files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import tantivy

from nlp.find.bm25 import idf
from nlp.find.clauses import MUST, PAPER, PASSAGE, SHOULD, Clauses, keys
from nlp.find.keys import key_of, number_of
from nlp.model import Ref, Where

PAD, PADS = "\u00b7", 150
SPARE = 10
"""Hits fetched beyond the limit: among so many that are as good as the last, the order of Ref decides.

Of a common word thousands of passages are equally good; to see them all would cost fifty times the search."""
FEW = 1000
"""Up to so many passages that a filter names tantivy looks up itself; more are looked for among what it finds."""
Hits = list[tuple[float, tantivy.DocAddress]]
Query = tantivy.Query


class Snapshot:
    """What is held, as of one commit."""

    def __init__(self, index: tantivy.Index) -> None:
        self._searcher, self._clauses = index.searcher(), Clauses(index.schema)
        markers = self._markers()
        self.stamps = {_first(marker, "paper"): _first(marker, "stamp") for marker in markers}
        self._names = {number_of(name): name for name in self.stamps}
        self._passages = sum(int(_first(marker, "passages")) for marker in markers)
        self._counted = self._searcher.doc_freq("sort", PASSAGE) + self._searcher.doc_freq("sort", PAPER)
        self._deleted = self._counted > self._searcher.num_docs
        self._boosts: dict[str, float] = {}
        self._named: tuple[object, frozenset[tuple[int, int]]] = (None, frozenset())

    def search(self, wanted: Mapping[str, float], limit: int, where: Where) -> list[tuple[Ref, float]]:
        """As TantivyIndex.search."""
        if limit <= 0 or not wanted or not self._passages:
            return []
        hits = self._best(self._query(wanted, where), limit, where)
        ranked = sorted((-score, *place) for (score, _), place in zip(hits, self._places(hits), strict=True))
        return [(Ref(paper, number), -least) for least, paper, number in ranked[:limit]]

    def scores(self, wanted: Mapping[str, float], refs: Sequence[Ref]) -> list[float]:
        """As TantivyIndex.scores."""
        if not refs or not wanted:
            return [0.0] * len(refs)
        these = Query.const_score_query(self._clauses.keyed([key_of(ref) for ref in refs]), 0.0)
        query = Query.boolean_query([(MUST, these), (MUST, self._any(wanted))])
        hits: Hits = self._searcher.search(query, len(refs), count=False).hits
        known = {place: score for (score, _), place in zip(hits, self._places(hits), strict=True)}
        return [known.get((ref.paper, ref.passage), 0.0) for ref in refs]

    def passing(self, where: Where, most: int) -> list[Ref] | None:
        """As TantivyIndex.passages."""
        found: Hits = self._searcher.search(self._filter(where), max(1, most + 1), count=False).hits
        return None if len(found) > most else [Ref(*place) for place in sorted(self._places(found))]

    def count(self, where: Where) -> int:
        """As TantivyIndex.count."""
        if where == Where():
            return self._passages
        return self._many(self._filter(where))

    def frequency(self, token: str) -> int:
        """In how many passages held now a token stands; tantivy's own count goes on counting what was deleted."""
        row = token.split(" ")
        if len(row) > 1:
            return self._many(self._clauses.row("said", row))
        if self._deleted:
            return self._many(self._clauses.term("words", token))
        return self._searcher.doc_freq("words", token)

    def beginning(self, prefix: str) -> list[tuple[str, int]]:
        """As TantivyIndex.beginning."""
        held = self._clauses.every() if self._deleted else None
        return [(form, count) for form, count in self._searcher.terms_with_prefix("forms", prefix, held) if count]

    def _best(self, query: tantivy.Query, limit: int, where: Where) -> Hits:
        """The `limit` best passages as tantivy has them, and those seen that are as good as the last."""
        allowed = None if where.passages is None or _named(where) <= FEW else self._addresses(where)
        if allowed == frozenset():
            return []
        share = 1 if allowed is None else len(allowed) / self._passages
        fetch = min(self._passages + 1, int((limit + SPARE) / share))
        while True:
            found: Hits = self._searcher.search(query, fetch, count=False).hits
            hits = found if allowed is None else [hit for hit in found if _at(hit[1]) in allowed]
            if len(found) < fetch or len(hits) >= limit:
                return [hit for number, hit in enumerate(hits) if number < limit or hit[0] == hits[limit - 1][0]]
            fetch *= 2

    def _addresses(self, where: Where) -> frozenset[tuple[int, int]]:
        """Where the passages that a filter names stand here; known already if the last search had the same filter."""
        if self._named[0] != where.passages:
            named = keys(where.passages or {})
            found: Hits = self._searcher.search(self._clauses.keyed(named), max(1, len(named)), count=False).hits
            self._named = (where.passages, frozenset(_at(address) for _, address in found))
        return self._named[1]

    def _query(self, wanted: Mapping[str, float], where: Where) -> tantivy.Query:
        """Passages that hold any of the tokens and pass the filter, which scores nothing."""
        passing = self._clauses.passing(where)
        if where.passages is not None and _named(where) <= FEW:
            passing.append(Query.const_score_query(self._clauses.keyed(keys(where.passages)), 0.0))
        if not passing:
            return self._any(wanted)
        return Query.boolean_query([(MUST, part) for part in (self._any(wanted), *passing)])

    def _filter(self, where: Where) -> tantivy.Query:
        parts = [self._clauses.every(), *self._clauses.passing(where)]
        if where.passages is not None:
            parts.append(self._clauses.keyed(keys(where.passages)))
        return Query.boolean_query([(MUST, part) for part in parts])

    def _any(self, wanted: Mapping[str, float]) -> tantivy.Query:
        return Query.boolean_query([(SHOULD, self._weighted(token, weight)) for token, weight in wanted.items()])

    def _weighted(self, token: str, weight: float) -> tantivy.Query:
        row = token.split(" ")
        query = self._clauses.term("words", token) if len(row) == 1 else self._clauses.row("said", row)
        boost = self._boosts.get(token)
        if boost is None:
            boost = self._boosts[token] = self._boost(token, row)
        return Query.boost_query(query, weight * boost) if weight * boost != 1.0 else query

    def _boost(self, token: str, row: Sequence[str]) -> float:
        """What makes tantivy's idf the one over what is held; it adds up those of a row's tokens."""
        field = "words" if len(row) == 1 else "said"
        theirs = sum(idf(self._counted, self._searcher.doc_freq(field, each)) for each in row)
        return idf(self._passages, self.frequency(token)) / theirs

    def _many(self, query: tantivy.Query) -> int:
        found: Any = self._searcher.search(query, 1)
        return int(found.count)

    def _places(self, hits: Hits) -> list[tuple[str, int]]:
        """The paper and the passage number of each hit: columns, which are read ten times as fast as documents."""
        addresses = [address for _, address in hits]
        named: list[Any] = self._searcher.fast_field_values("named", addresses)
        numbers: list[Any] = self._searcher.fast_field_values("number", addresses)
        return [(self._names[paper], number) for paper, number in zip(named, numbers, strict=True)]

    def _markers(self) -> list[tantivy.Document]:
        query = self._clauses.term("sort", PAPER, counted=False)
        hits: Hits = self._searcher.search(query, max(1, self._searcher.num_docs), count=False).hits
        return [self._searcher.doc(address) for _, address in hits]


def _named(where: Where) -> int:
    return sum(map(len, (where.passages or {}).values()))


def _first(document: tantivy.Document, field: str) -> str:
    return str(document.get_first(field) or "")


def _at(address: tantivy.DocAddress) -> tuple[int, int]:
    return address.segment_ord, address.doc
