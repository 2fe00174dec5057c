"""An encoder that remembers what it has encoded: the same sentences are weighed for question after question."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from nlp.engines import Encoder, Vectors

MOST = 20_000
"""Texts whose vectors are kept: 30 MB for the default model. Those unused for longest give way."""


class RememberedVectors:
    """The embedded form of `nlp.engines.Encoder`, over another one."""

    def __init__(self, encoder: Encoder, most: int = MOST) -> None:
        self._encoder = encoder
        self._most = most
        self._rows: OrderedDict[str, Vectors] = OrderedDict()

    @property
    def name(self) -> str:
        """That of the encoder beneath."""
        return self._encoder.name

    @property
    def dim(self) -> int:
        """That of the encoder beneath."""
        return self._encoder.dim

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row for each text, in order; only those not remembered are encoded, all in one go."""
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        fresh = dict(zip(new, self._encoder.encode(new), strict=True)) if new else {}
        found = np.empty((len(texts), self.dim), dtype=np.float32)
        for at, text in enumerate(texts):
            found[at] = fresh[text] if text in fresh else self._rows[text]
            if text not in fresh:
                self._rows.move_to_end(text)
        self._rows.update(fresh)
        while len(self._rows) > self._most:
            self._rows.popitem(last=False)
        return found
