"""The indexes derived from the store: brought in step with it on opening, and never trusted beyond that.

Each paper is indexed under a stamp made of its content and its analysis. What is indexed under another stamp
than the store's is not searched, so an answer is never wrong for want of a crashed process's last step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from api.loaded import Loaded
from api.settings import LateUse
from api.stamps import Stamp
from api.vectors import PassageVectors
from corpus.errors import LibraryBusyError, MissingEngineError, StorageError
from corpus.model import Passage
from corpus.store import Held, Store, Vectors
from nlp.engines import Encoder
from nlp.find.entries import Entry
from nlp.find.keyword import TantivyIndex
from nlp.find.late import MaxSim
from nlp.find.vectors import VectorIndex
from nlp.find.words import version
from nlp.model import Where

LOCK = "writing.lock"


def index_stamp(sha256: str, stamp: str, about: str) -> str:
    """What a paper's index entries were made from: its file, its text, its metadata and the analyser of words.

    Who found the names in it is left out: no entry depends on that.
    """
    return f"{sha256}:{Stamp.read(stamp).text}:{about}:{version()}"


def stamps(held: Mapping[str, Held]) -> dict[str, str]:
    """The index stamp of each paper held."""
    return {name: index_stamp(each.sha256, each.stamp, each.about) for name, each in held.items()}


@dataclass(frozen=True, slots=True)
class Health:
    """How far the indexes follow the store."""

    indexed: int
    """Papers whose words can be searched."""
    missing: int
    """Papers in the store that the keyword index does not hold as they are."""
    rebuilt: str | None
    """Why the keyword index was begun anew on opening, if it was."""


class Indexes:
    """The keyword index and the vectors of a library, kept in step with its store."""

    def __init__(self, folder: Path, store: Store, encoder: Encoder, late: LateUse = LateUse.AUTO) -> None:
        self._store = store
        self._encoder = encoder
        self.vectors = PassageVectors(store, encoder, late)
        self._lock = FileLock(folder / LOCK)
        self._where = folder
        self.keyword = TantivyIndex(folder / "keyword")
        self.trouble: str | None = None
        """Why the index could not be brought in step, if it could not."""
        self._vectors: VectorIndex | None = None
        self._encoded: dict[str, str] = {}
        self._seen = -1

    def close(self) -> None:
        """Give back files and locks."""
        self.keyword.close()
        self._lock.release(force=True)

    def claim(self) -> None:
        """Become the one process that writes. Raises LibraryBusyError when another is."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout as taken:
            raise LibraryBusyError(
                f"another process is writing to the library in {self._where}: wait until it is done and try again."
            ) from taken

    def release(self) -> None:
        """Let others write."""
        self._lock.release()

    def reconcile(self) -> None:
        """Bring the keyword index in step with the store; left undone while another process writes."""
        held = self._store.held()
        indexed = self.keyword.held()
        wanted = stamps(held)
        if wanted == indexed:
            return
        try:
            self.claim()
        except LibraryBusyError:
            return  # the writer itself brings the index in step; until then `searchable` leaves out what is not
        try:
            self.keyword.remove(name for name in indexed if name not in wanted)
            for name, stamp in wanted.items():
                if indexed.get(name) != stamp:
                    loaded = Loaded(self._store, name)
                    self.index(name, stamp, loaded.entries())
            self.keyword.commit()
        except StorageError as trouble:
            # What can be read still is; `searchable` leaves out what is not in step, and status says why.
            self.trouble = str(trouble)
        finally:
            self.release()

    def index(self, name: str, stamp: str, told: Sequence[Entry]) -> None:
        """Put a paper's passages, indexed as `told`, into the keyword index; seen by others after its commit."""
        self.keyword.replace(name, stamp, [entry.indexed() for entry in told])

    def searchable(self, held: Mapping[str, Held], papers: Iterable[str] = ()) -> frozenset[str]:
        """Those of `papers` (all if none are named) whose indexed words are those of the store."""
        indexed, wanted = self.keyword.held(), stamps(held)
        asked = frozenset(papers) or held.keys()
        return frozenset(name for name in asked if name in wanted and indexed.get(name) == wanted[name])

    def where(
        self,
        held: Mapping[str, Held],
        papers: Iterable[str],
        kinds: Iterable[str],
        passages: Mapping[str, tuple[int, ...]] | None = None,
    ) -> Where:
        """The filter for a search that returns only what is in step; no names in it when all papers are."""
        usable = self.searchable(held, papers)
        return Where(frozenset() if usable == held.keys() else usable or frozenset({""}), frozenset(kinds), passages)

    def meaning(self, held: Mapping[str, Held]) -> VectorIndex:
        """The vectors of the model in use. Raises MissingEngineError when it has not encoded every paper."""
        version_now = self._store.data_version()
        if self._vectors is None or version_now != self._seen:
            self._vectors = self._read(held, self._vectors or VectorIndex(self._encoder.dim))
            self._seen = version_now
        unencoded = sum(name not in self._encoded for name in held)
        if unencoded:
            raise MissingEngineError(
                f"{unencoded} of {len(held)} papers have no vectors of the model {self._encoder.name}: "
                "run `pincite refresh` once to make them, or search by words alone (--mode words)."
            )
        return self._vectors

    def _read(self, held: Mapping[str, Held], vectors: VectorIndex) -> VectorIndex:
        wanted = stamps(held)
        stale = {name for name, stamp in self._encoded.items() if wanted.get(name) != stamp}
        vectors.remove(stale)
        self._encoded = {name: stamp for name, stamp in self._encoded.items() if name not in stale}
        if self._encoded.keys() != wanted.keys():
            for name, matrix in self._store.vectors(self._encoder.name):
                if name in wanted and name not in self._encoded:
                    kinds = [str(passage.kind) for passage in self._store.records(name, Passage)]
                    vectors.replace(name, kinds, matrix)
                    self._encoded[name] = wanted[name]
        return vectors

    def encode(self, told: Sequence[Entry]) -> Vectors:
        """What the model in use makes of each entry of a paper that is to be held."""
        return self.vectors.of(told, self.keyword.count() + len(told))

    def late(self, held: Mapping[str, Held]) -> MaxSim | None:
        """Late interaction over the papers held; None where it is not wanted or cannot be."""
        return self.vectors.late(held, self.keyword.count())

    def unencoded(self, held: Mapping[str, Held]) -> list[str]:
        """Papers that the model in use has not encoded yet, or not word by word where that is wanted."""
        return self.vectors.lacking(held, self.keyword.count())

    def health(self) -> Health:
        """How the keyword index stands."""
        held = self._store.held()
        usable = len(self.searchable(held))
        return Health(usable, len(held) - usable, self.keyword.rebuilt)
