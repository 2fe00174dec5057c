"""Passages -> what the model in use makes of them, to be kept with their paper; and what is kept -> late interaction.

Word vectors take some 15 KB a passage, a hundred times its text. They are made and used up to MOST passages, or as
the settings say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from api.settings import LateUse
from corpus.errors import MissingEngineError
from corpus.store import Held, Store, Vectors
from nlp.engines import Encoder, PieceEncoder
from nlp.find.entries import Entry
from nlp.find.late import Codec, MaxSim
from nlp.model import Ref

MOST = 100_000
"""Passages of a library that is compared word by word unless it is told to be: 1.5 GB of word vectors."""


class PassageVectors:
    """What one model makes of the passages of a library."""

    def __init__(self, store: Store, encoder: Encoder, use: LateUse) -> None:
        self._store = store
        self._encoder = encoder
        self.use = use
        self._codec: Codec | None = None
        self._seen, self._have = -1, frozenset[str]()

    def wanted(self, passages: int) -> bool:
        """Whether a library of so many passages has word vectors. Raises MissingEngineError when they cannot be had."""
        able = isinstance(self._encoder, PieceEncoder)
        if self.use is LateUse.ON and not able:
            raise MissingEngineError(f"the model {self._encoder.name} makes nothing of single words: use --late off.")
        return able and (self.use is LateUse.ON or (self.use is LateUse.AUTO and passages <= MOST))

    def of(self, told: Sequence[Entry], passages: int) -> Vectors:
        """What the model makes of each entry, for a library of so many passages."""
        texts = [entry.text for entry in told]
        if not self.wanted(passages) or not isinstance(self._encoder, PieceEncoder):
            return Vectors(self._encoder.name, self._encoder.encode(texts))
        codec = self._packing(self._encoder)
        rows, cells = np.empty((len(texts), self._encoder.dim), np.float32), [b""] * len(texts)
        for number, pieces in self._encoder.pieces(texts):
            rows[number], cells[number] = pieces.row, codec.pack(pieces.states)
        return Vectors(self._encoder.name, rows, cells)

    def lacking(self, held: Mapping[str, Held], passages: int) -> list[str]:
        """The papers whose vectors, or whose word vectors where they are wanted, the model has not made yet."""
        known = {name for name, _ in self._store.vectors(self._encoder.name)}
        if self.wanted(passages):
            known &= self._with_words()
        return [name for name in held if name not in known]

    def late(self, held: Mapping[str, Held], passages: int) -> MaxSim | None:
        """Late interaction over the papers held; None where it is not wanted, or some of them have no word vectors."""
        encoder = self._encoder
        if not self.wanted(passages) or not isinstance(encoder, PieceEncoder) or not held.keys() <= self._with_words():
            return None
        return MaxSim(self._packing(encoder), self._cells)

    def _with_words(self) -> frozenset[str]:
        version = self._store.data_version()
        if version != self._seen:
            self._seen, self._have = version, frozenset(self._store.words.papers(self._encoder.name))
        return self._have

    def _packing(self, encoder: PieceEncoder) -> Codec:
        """How this model's word vectors are packed: made once for a library."""
        if self._codec is None:
            kept = self._store.words.basis(encoder.name)
            if kept is None:
                kept = bytes(Codec.of(encoder))
                self._store.words.keep_basis(encoder.name, kept)
            self._codec = Codec.read(kept, encoder.dim)
        return self._codec

    def _cells(self, refs: Sequence[Ref]) -> list[bytes]:
        wanted: dict[str, list[int]] = {}
        for ref in refs:
            wanted.setdefault(ref.paper, []).append(ref.passage)
        cells = self._store.words.cells(self._encoder.name, wanted)
        return [cells.get((ref.paper, ref.passage), b"") for ref in refs]
