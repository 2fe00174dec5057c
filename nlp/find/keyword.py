"""Tokens -> the passages that hold them, by BM25: a tantivy index in a folder, made of our own tokens.

Each passage is a document. `words` (all it is ranked by) is read for scores; `said` and `under` (its own words, and the
headings above it, with their positions) for conditions; `forms` (words as printed) for beginnings of words. What a
search sees of it is `nlp.find.snapshot`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import tantivy

from corpus.errors import LibraryBusyError, StorageError
from nlp.engines import EVERYWHERE, Indexed
from nlp.find.clauses import PAPER, PASSAGE
from nlp.find.keys import key_of, number_of
from nlp.find.snapshot import PAD, PADS, Snapshot
from nlp.model import Ref, Where

HEAP = 50_000_000
"""Bytes the writer may hold before it starts a new segment."""
OURS = frozenset((".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm", ".del", ".json"))
"""Endings of the files that tantivy keeps in its folder, locks apart."""
RUINED = ("corrupt", "does not match", "DoesNotExist", "InvalidData", "ncompatible", "deserialize")
"""Words of the messages by which tantivy says that the folder holds no index of ours, or a broken one."""
PADDING = " ".join([PAD] * PADS)


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

    def replace(self, paper: str, stamp: str, passages: Sequence[Indexed]) -> None:
        """Index exactly these for `paper`, whatever was there; not durable until commit.

        Raises LibraryBusyError while another process has uncommitted changes, StorageError as `commit` does.
        """
        with self._changing() as writer:
            writer.delete_documents_by_term("paper", paper)
            for number, passage in enumerate(passages):
                writer.add_document(_document(Ref(paper, number), passage))
            writer.add_document(_marker(paper, stamp, passages))

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
        """The best passages for weighted tokens with their BM25 scores, best first, ties in order of Ref.

        Of very many that are equal at the limit any may be given, the same each time. Tokens divided by spaces are
        looked for in a row, among the passage's own words.
        """
        return self._now().search(tokens, limit, where)

    def scores(self, tokens: Mapping[str, float], refs: Sequence[Ref]) -> list[float]:
        """The BM25 score of each of `refs`, the same as in `search`; 0 for one that is not held."""
        return self._now().scores(tokens, refs)

    def passages(self, where: Where, most: int) -> list[Ref] | None:
        """Those that pass the filter, in order of Ref; None when they are more than `most`."""
        return self._now().passing(where, most)

    def count(self, where: Where = EVERYWHERE) -> int:
        """How many passages are held that pass the filter."""
        return self._now().count(where)

    def beginning(self, prefix: str) -> list[tuple[str, int]]:
        """The words as printed (forms) that begin so, and in how many passages each stands, most first."""
        return self._now().beginning(prefix)

    def frequency(self, token: str) -> int:
        """In how many of the passages held `token` stands, title and headings counted."""
        return self._now().frequency(token)

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


def _schema() -> tantivy.Schema:
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    for name in ("said", "under"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    fields.add_text_field("forms", tokenizer_name="whitespace", index_option="basic")
    for name in ("sort", "kind", "key"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("paper", "passages", "stamp"):
        fields.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("named", "number"):
        fields.add_unsigned_field(name, fast=True)
    return fields.build()


def _document(ref: Ref, passage: Indexed) -> tantivy.Document:
    document = tantivy.Document(sort=PASSAGE, paper=ref.paper, kind=passage.kind, key=key_of(ref))
    document.add_unsigned("named", number_of(ref.paper))
    document.add_unsigned("number", ref.passage)
    document.add_text("words", f"{' '.join(passage.words)} {PADDING}")
    document.add_text("forms", " ".join(passage.forms))
    for field, placed in (("said", passage.said), ("under", passage.under)):
        tokens = [tantivy.Token(text, position, 0, 0) for text, position in placed]
        document.add_pre_tokenized_text(field, tantivy.PreTokenizedString("", tokens))
    return document


def _marker(paper: str, stamp: str, passages: Sequence[Indexed]) -> tantivy.Document:
    """What says that a paper is held. It is as long as the paper's passages are in the mean, so as not to move that."""
    marker = tantivy.Document(sort=PAPER, paper=paper, passages=str(len(passages)), stamp=stamp)
    length = sum(len(passage.words) for passage in passages) / max(1, len(passages))
    marker.add_text("words", " ".join([PAD] * (PADS + round(length))))
    return marker


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
