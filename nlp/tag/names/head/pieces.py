"""Words -> the numbers of MiniLM's word pieces, by its own tokeniser. The one file that speaks to tokenizers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

FILLING, UNKNOWN, OPENING, ENDING = 0, 100, 101, 102
"""[PAD], [UNK], [CLS], [SEP]."""
MOST = 16
"""Pieces of one word that count: no window can outgrow the network, whatever a word is."""
HELD = 200_000
"""Words remembered; then all are forgotten and learnt anew, so that memory stays flat."""


class Pieces:
    """The tokeniser of a model folder, with a memory for words it has met."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}

    def of(self, words: Iterable[str]) -> list[list[int]]:
        """For each word its pieces, at least one and at most MOST."""
        told = list(words)
        if len(self._known) > HELD:
            self._known.clear()
        new = list(dict.fromkeys(word for word in told if word not in self._known))
        for word, found in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            self._known[word] = found.ids[:MOST] or [UNKNOWN]
        return [self._known[word] for word in told]
