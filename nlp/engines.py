"""What pincite asks of a model or an index: Protocols of few methods, so that another may take its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from nlp.model import Label, Ref, Where

EVERYWHERE = Where()
Vectors = NDArray[np.float32]
"""One row a text, unit length."""


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is likeness in meaning."""

    @property
    def name(self) -> str:
        """Model and version: vectors of different names are never compared."""
        ...

    @property
    def dim(self) -> int:
        """The width of a row."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row of `dim` for each text, in order."""
        ...


class Pieces(NamedTuple):
    """A text as a model sees it: the whole, and each piece of a word in it."""

    row: Vectors
    """One unit row for the whole, as `encode` gives it."""
    states: Vectors
    """One unit row for each piece; a text beyond the model's limit has no more."""


@runtime_checkable
class PieceEncoder(Encoder, Protocol):
    """An encoder that also tells what it makes of each piece of a word, in the same pass."""

    def pieces(self, texts: Sequence[str]) -> Iterator[tuple[int, Pieces]]:
        """The number of each of `texts` and its pieces, each text once, in the order that costs least."""
        ...

    def asked(self, query: str) -> Pieces:
        """The pieces of a query."""
        ...

    def vocabulary(self) -> Sequence[str]:
        """The whole words that the model has a piece for, in an order of its own: a sample of the language."""
        ...


class Late(Protocol):
    """Late interaction: how well each word of a query is met by some word of a passage, whatever stands between."""

    def scores(self, query: Pieces, refs: Sequence[Ref]) -> list[float]:
        """How well each of `refs` meets the pieces of the query: 1 where it has all of them, in the same sense.

        The mean over the pieces of the likeness (cosine) to the nearest piece of the passage.
        """
        ...


class Proposal(NamedTuple):
    """A name that a model sees at ``text[start:end]``, and how sure it is, 0 to 1."""

    start: int
    end: int
    label: Label
    score: float


class Recogniser(Protocol):
    """A trained model that finds names in prose; the rules stand above it, and it speaks where they are silent."""

    @property
    def name(self) -> str:
        """Model and version: a paper tagged by another is stale."""
        ...

    def recognise(self, texts: Sequence[str]) -> list[list[Proposal]]:
        """For each of `texts` (one paper's stretches of prose, in order) the names in it, in order and apart.

        Labels are ours; a model's other labels (dates, sums) are dropped. The same texts give the same names.
        """
        ...


class Indexed(NamedTuple):
    """A passage as tokens of our own analyser; those with a position say how many words stand before them."""

    kind: str
    words: Sequence[str]
    """All that it is ranked by, title and headings too."""
    said: Sequence[tuple[str, int]]
    """Its own tokens with their positions."""
    under: Sequence[tuple[str, int]] = ()
    """Those of the headings above it."""
    forms: Sequence[str] = ()
    """Its own words as printed, but for case and accents."""


class Keyword(Protocol):
    """A BM25 index over passages that are already cut into tokens by our own analyser.

    Where tokens are asked for, several divided by spaces are a row of them: "plan colombia" stands where both do,
    one after the other, in the passage's own words.
    """

    def replace(self, paper: str, stamp: str, passages: Sequence[Indexed]) -> None:
        """Index exactly these for `paper`, whatever was there; not durable until commit."""
        ...

    def remove(self, papers: Iterable[str]) -> None:
        """Forget these papers; not durable until commit."""
        ...

    def commit(self) -> None:
        """Make all changes since the last commit durable and visible, all or none."""
        ...

    def held(self) -> Mapping[str, str]:
        """Which papers are indexed, and the stamp each was indexed with."""
        ...

    def search(self, tokens: Mapping[str, float], limit: int, where: Where) -> list[tuple[Ref, float]]:
        """The best passages for weighted `tokens` with their BM25 scores, best first, ties in order of Ref.

        Of very many that are equal at the limit any may be given, the same each time.
        """
        ...

    def scores(self, tokens: Mapping[str, float], refs: Sequence[Ref]) -> list[float]:
        """The BM25 score of each of `refs`, the same as in `search`; 0 for one that is not held."""
        ...

    def passages(self, where: Where, most: int) -> list[Ref] | None:
        """Those that pass the filter, in order of Ref; None when they are more than `most`."""
        ...

    def count(self, where: Where = EVERYWHERE) -> int:
        """How many passages are held that pass the filter."""
        ...

    def beginning(self, prefix: str) -> list[tuple[str, int]]:
        """The words as printed (forms) that begin so, and in how many passages each stands, most first."""
        ...

    def frequency(self, token: str) -> int:
        """In how many of the passages held `token` stands."""
        ...


class Meaning(Protocol):
    """Exact vector search over the same passages."""

    def search(self, query: Vectors, limit: int, where: Where) -> list[tuple[Ref, float]]:
        """The nearest passages to one query row with their cosines, best first."""
        ...

    def scores(self, query: Vectors, refs: Sequence[Ref]) -> list[float]:
        """The cosine of each of `refs`."""
        ...

    def floor(self, query: Vectors, where: Where) -> float:
        """The least cosine among all passages that pass the filter, 0 if none does."""
        ...
