"""Stand-ins that are real classes: they keep the promise of what they stand for, in small."""

import hashlib
import re

import numpy as np

from nlp.engines import Indexed, Pieces
from nlp.find.entries import Entry


class WordEncoder:
    """A stand-in for a model: texts that share words are near each other. Deterministic and instant."""

    name = "words@1"
    dim = 64

    def encode(self, texts):
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                digest = hashlib.blake2b(word.encode(), digest_size=4).digest()
                row[int.from_bytes(digest, "big") % self.dim] += 1.0
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(lengths == 0, 1, lengths)


class CountingEncoder(WordEncoder):
    """The same, counting the texts it was given."""

    def __init__(self):
        self.encoded = 0

    def encode(self, texts):
        self.encoded += len(texts)
        return super().encode(texts)


class PieceEncoder(WordEncoder):
    """The same, telling also what it makes of each word: words are their own pieces."""

    name = "pieces@1"

    def pieces(self, texts):
        for number, text in enumerate(texts):
            words = re.findall(r"\w+", text)
            yield number, Pieces(self.encode([text]), self.encode(words))

    def asked(self, query):
        ((_, pieces),) = self.pieces([query])
        return pieces

    def vocabulary(self):
        return [f"word{number}" for number in range(100)]


def indexed(kind, text, *, headings=(), title=""):
    """A passage as the index takes it."""
    return Entry(kind, title, tuple(headings), text).indexed()


def bare(kind, tokens):
    """A passage made of these tokens."""
    return Indexed(kind, tokens, [(token, position) for position, token in enumerate(tokens)])
