"""Tokens -> the passages that hold them, by BM25: a tantivy index in a folder, made of our own tokens.

tantivy finds the candidates; their scores are then worked out exactly, from the tokens themselves and from
counts of what is held now (tantivy rounds lengths and goes on counting what was deleted). So a passage has
one score, in whatever order papers came and went.

Score of a passage: the sum over the query's tokens of
weight * idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / mean length)), where
idf = log(1 + (N - n + 0.5) / (n + 0.5)). Robertson and Zaragoza (2009), idf as in Lucene.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from corpus.errors import LibraryBusyError, StorageError
from nlp.find.keys import count, key_of, named, ref_of
from nlp.model import Ref, Where

K1, B = 0.9, 0.4
"""Usual for passages (Anserini's defaults); tantivy's own, for candidates, are fixed at 1.2 and 0.75."""
HEAP = 50_000_000
"""Bytes the writer may hold before it starts a new segment."""
SPARE = 100
"""Candidates fetched beyond the limit, as tantivy's order is only nearly the exact one."""
FEW = 1000
"""Up to so many passages that a filter names tantivy looks up itself; more are looked for among what it finds."""
PASSAGE, PAPER = "passage", "paper"
"""The two sorts of document: a passage, and a marker that says a paper is held, under which stamp."""
OURS = frozenset((".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm", ".del", ".json"))
"""Endings of the files that tantivy keeps in its folder, locks apart."""
RUINED = ("corrupt", "does not match", "DoesNotExist", "InvalidData", "ncompatible", "deserialize")
"""Words of the messages by which tantivy says that the folder holds no index of ours, or a broken one."""


class TantivyIndex:
    """The embedded form of `nlp.engines.Keyword`.

    Many processes may read, one at a time may write: the lock is taken by the first change and given back by
    `commit`, `rollback` or `close`. What is not committed is gone with the process. A folder that holds no
    readable index is emptied and begun anew: then `rebuilt` says why, and `held` says that nothing is held.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index, self.rebuilt = _open(folder)
        self._index.config_reader("manual")
        self._writer: tantivy.IndexWriter | None = None
        self._seen, self._snapshot = self._committed(), Snapshot(self._index)

    def replace(self, paper: str, stamp: str, passages: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Index exactly these (passage kind, tokens) for `paper`, whatever was there; not durable until commit.

        Raises LibraryBusyError while another process has uncommitted changes, StorageError as `commit` does.
        """
        with self._changing() as writer:
            writer.delete_documents_by_term("paper", paper)
            for number, (kind, tokens) in enumerate(passages):
                words, key = " ".join(tokens), key_of(Ref(paper, number))
                document = tantivy.Document(sort=PASSAGE, paper=paper, kind=kind, words=words, key=key)
                writer.add_document(document)
            counts = f"{len(passages)} {sum(len(tokens) for _, tokens in passages)}"
            writer.add_document(tantivy.Document(sort=PAPER, paper=paper, counts=counts, stamp=stamp))

    def remove(self, papers: Iterable[str]) -> None:
        """Forget these papers; not durable until commit. Raises as `replace` does."""
        for paper in papers:
            with self._changing() as writer:
                writer.delete_documents_by_term("paper", paper)

    def commit(self) -> None:
        """Make all changes since the last commit durable and visible, all or none; lets the next writer in.

        Raises StorageError when the disk would not take them: then all of them are forgotten.
        """
        if self._writer is not None:
            with self._changing() as writer:
                writer.commit()
                writer.wait_merging_threads()
            self._writer = None

    def rollback(self) -> None:
        """Forget all changes since the last commit and let the next writer in."""
        if self._writer is not None:
            self._writer.rollback()
            self._writer = None

    def close(self) -> None:
        """Give the lock back; what is not committed is forgotten."""
        self.rollback()

    def held(self) -> Mapping[str, str]:
        """Which papers are indexed, and the stamp each was indexed with."""
        return dict(self._now().stamps)

    def search(self, tokens: Mapping[str, float], limit: int, where: Where) -> list[tuple[Ref, float]]:
        """The best passages for weighted tokens with their BM25 scores, best first, ties in order of Ref."""
        return self._now().search(tokens, limit, where)

    def scores(self, tokens: Mapping[str, float], refs: Sequence[Ref]) -> list[float]:
        """The BM25 score of each of `refs`, the same as in `search`; 0 for one that is not held."""
        return self._now().scores(tokens, refs)

    def count(self) -> int:
        """How many passages are held."""
        return self._now().passages

    def frequency(self, token: str) -> int:
        """In how many of the passages held `token` stands."""
        return self._now().holding(token)

    @contextmanager
    def _changing(self) -> Iterator[tantivy.IndexWriter]:
        """The one writer. When the disk fails it, what is not committed is forgotten and the lock given back."""
        self._writer = self._writer or self._writing()
        try:
            yield self._writer
        except (OSError, ValueError) as error:
            self._writer = None
            raise StorageError(f"the keyword index in {self._folder} cannot be written: {_why(error)}") from error

    def _writing(self) -> tantivy.IndexWriter:
        try:
            return self._index.writer(HEAP, 1)
        except ValueError as error:
            if "LockBusy" not in str(error):
                raise StorageError(f"the keyword index in {self._folder} cannot be written: {_why(error)}") from error
            raise LibraryBusyError(
                f"another process is changing the keyword index in {self._folder}; wait until it is done and try again"
            ) from error

    def _now(self) -> Snapshot:
        """The index as last committed, by this process or another."""
        committed = self._committed()
        if committed != self._seen:
            self._index.reload()
            self._seen, self._snapshot = committed, Snapshot(self._index)
        return self._snapshot

    def _committed(self) -> tuple[int, int, int]:
        """What tells one commit from the next without reading anything."""
        try:
            state = (self._folder / "meta.json").stat()
        except FileNotFoundError as error:
            raise StorageError(f"the keyword index in {self._folder} is gone; open the library again") from error
        return state.st_mtime_ns, state.st_ino, state.st_size


class Snapshot:
    """The index as it was after one commit: what is counted and what is found agree, whoever writes meanwhile."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema, self._searcher = index.schema, index.searcher()
        markers = self._markers()
        self.stamps = {_first(marker, "paper"): _first(marker, "stamp") for marker in markers}
        counts = [tuple(map(int, _first(marker, "counts").split())) for marker in markers]
        self.passages = sum(passages for passages, _ in counts)
        self._mean = max(1.0, sum(tokens for _, tokens in counts) / max(1, self.passages))
        counted = self._searcher.doc_freq("sort", PASSAGE) + self._searcher.doc_freq("sort", PAPER)
        self._deleted = counted > self._searcher.num_docs
        self._idfs: dict[str, float] = {}
        self._named: tuple[object, frozenset[tuple[int, int]]] = (None, frozenset())

    def search(self, wanted: Mapping[str, float], limit: int, where: Where) -> list[tuple[Ref, float]]:
        """As TantivyIndex.search."""
        if limit <= 0 or not wanted or not self.passages:
            return []
        hits = self._candidates(self._query(wanted, where), limit, where)
        found = [self._score(address, wanted) for _, address in hits]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def _candidates(self, query: tantivy.Query, limit: int, where: Where) -> list[tuple[float, tantivy.DocAddress]]:
        """Enough of tantivy's best passages, with its scores, to hold the `limit` best by ours."""
        wanted = limit + limit // 4 + SPARE
        allowed = None if where.passages is None or count(where) <= FEW else self._addresses(where)
        if allowed == frozenset():
            return []
        share = 1 if allowed is None else len(allowed) / self.passages
        fetch = min(self.passages + 1, int(wanted / share))
        while True:
            found = self._searcher.search(query, fetch, count=False).hits
            hits = found if allowed is None else [hit for hit in found if _at(hit[1]) in allowed]
            if len(found) < fetch or (len(hits) >= wanted and hits[-1][0] < hits[limit - 1][0]):
                return hits
            fetch *= 2  # too few, or the last are as good as the one at the limit: all equals must be seen

    def _addresses(self, where: Where) -> frozenset[tuple[int, int]]:
        """Where the passages that a filter names stand here; known already if the last search had the same filter."""
        if self._named[0] != where.passages:
            found = self._searcher.search(self._keyed(named(where)), max(1, count(where)), count=False).hits
            self._named = (where.passages, frozenset(_at(address) for _, address in found))
        return self._named[1]

    def scores(self, wanted: Mapping[str, float], refs: Sequence[Ref]) -> list[float]:
        """As TantivyIndex.scores."""
        if not refs or not wanted:
            return [0.0] * len(refs)
        query = self._keyed([key_of(ref) for ref in refs])
        hits = self._searcher.search(query, len(refs), count=False).hits
        known = dict(self._score(address, wanted) for _, address in hits)
        return [known.get(ref, 0.0) for ref in refs]

    def _score(self, address: tantivy.DocAddress, wanted: Mapping[str, float]) -> tuple[Ref, float]:
        document = self._searcher.doc(address)
        tokens = _first(document, "words").split(" ")
        score, norm = 0.0, K1 * (1 - B + B * len(tokens) / self._mean)
        for token, weight in wanted.items():
            frequency = tokens.count(token)
            if frequency:
                score += weight * self._idf(token) * frequency * (K1 + 1) / (frequency + norm)
        return ref_of(_first(document, "key")), score

    def _idf(self, token: str) -> float:
        if token not in self._idfs:
            holding = self.holding(token)
            self._idfs[token] = math.log(1 + (self.passages - holding + 0.5) / (holding + 0.5))
        return self._idfs[token]

    def holding(self, token: str) -> int:
        """In how many passages held now a token stands; tantivy's own count goes on counting what was deleted."""
        if not self._deleted:
            return self._searcher.doc_freq("words", token)
        found: Any = self._searcher.search(self._term("words", token), 1)
        return int(found.count)

    def _query(self, wanted: Mapping[str, float], where: Where) -> tantivy.Query:
        """Passages that hold any of the tokens and pass the filter, which scores nothing."""
        query = tantivy.Query
        weighted = [query.boost_query(self._term("words", t), weight) for t, weight in wanted.items()]
        filters = [
            query.const_score_query(query.term_set_query(self._schema, field, sorted(allowed)), 0.0)
            for field, allowed in (("paper", where.papers), ("kind", where.kinds))
            if allowed
        ]
        if where.passages is not None and count(where) <= FEW:
            filters.append(query.const_score_query(self._keyed(named(where)), 0.0))
        held = query.boolean_query([(tantivy.Occur.Should, term) for term in weighted])
        return query.boolean_query([(tantivy.Occur.Must, part) for part in (held, *filters)])

    def _keyed(self, keys: Sequence[str]) -> tantivy.Query:
        return tantivy.Query.term_set_query(self._schema, "key", keys)

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value, index_option="freq")

    def _markers(self) -> list[tantivy.Document]:
        query = tantivy.Query.term_query(self._schema, "sort", PAPER, index_option="basic")
        hits = self._searcher.search(query, max(1, self._searcher.num_docs), count=False).hits
        return [self._searcher.doc(address) for _, address in hits]


def _schema() -> tantivy.Schema:
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("words", stored=True, tokenizer_name="whitespace", index_option="freq")
    for name in ("sort", "paper", "kind", "key"):
        fields.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("counts", "stamp"):
        fields.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    return fields.build()


def _open(folder: Path) -> tuple[tantivy.Index, str | None]:
    """The index in `folder`, begun if there is none; and why it had to be begun anew, if it had."""
    schema = _schema()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tantivy.Index(schema, path=str(folder)), None
    except ValueError as error:
        reason = str(error)
        if not any(word in reason for word in RUINED):
            raise StorageError(f"the keyword index in {folder} cannot be opened: {_why(error)}") from error
    except OSError as error:
        raise StorageError(f"the keyword index in {folder} cannot be opened: {_why(error)}") from error
    for file in folder.iterdir():
        if file.is_file() and file.suffix in OURS:
            file.unlink()
    return tantivy.Index(schema, path=str(folder)), reason


def _why(error: Exception) -> str:
    """The reason in few words: tantivy's own message for a full disk is a page of code."""
    full = "No space left" in str(error)
    return "the disk is full; make room and try again, nothing that was kept is lost" if full else str(error)


def _first(document: tantivy.Document, field: str) -> str:
    return str(document.get_first(field) or "")


def _at(address: tantivy.DocAddress) -> tuple[int, int]:
    return address.segment_ord, address.doc
