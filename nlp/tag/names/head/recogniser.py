"""Stretches of a paper's prose -> the names a trained network sees in them, each with how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nlp.engines import Proposal
from nlp.model import Label
from nlp.tag.names.head import stored
from nlp.tag.names.head.batches import Window, batch, grouped
from nlp.tag.names.head.clues import clues
from nlp.tag.names.head.pieces import Pieces
from nlp.tag.names.head.tags import Scores, best_row, names
from nlp.tag.names.head.words import Word, starts, windows, words
from nlp.weights import packaged, trusted

if TYPE_CHECKING:
    from nlp.tag.names.head.network import Network

FILE = Path(str(files("nlp.tag.names.head").joinpath("data", "names.safetensors")))
SAID = frozenset((Label.PERSON, Label.ORG, Label.GPE, Label.LOC, Label.NORP, Label.EVENT))
"""Labels the head speaks of; the others are left to the rules, which know them better."""
PIECES = 4096
"""In a batch, filled up: what bounds the memory ..."""
AT_ONCE = 256
"""... and how many stretches are prepared before they are read."""
DIGITS = 4
"""Of a score: what comes behind them depends on how many threads there are."""


class Place(NamedTuple):
    """A window: its stretch, and where its words stand there."""

    line: int
    words: Sequence[Word]
    window: Window


class Head:
    """The trained head, a `nlp.engines.Recogniser`. It is loaded by the first `recognise`, not before.

    `file`: a head as `training/names.py` writes it.
    """

    def __init__(self, file: Path = FILE) -> None:
        self.file = file

    @cached_property
    def name(self) -> str:
        """The head and its fingerprint, "names-head@1a2b3c4d"."""
        return f"names-head@{stored.fingerprint(self.file)}"

    def recognise(self, texts: Sequence[str]) -> list[list[Proposal]]:
        """For each of `texts` the names in it, in order and apart. Raises MissingEngineError without MiniLM."""
        return [[name for name in line if name.label in SAID] for line in self.seen(texts)]

    def seen(self, texts: Sequence[str]) -> list[list[Proposal]]:
        """The same with names of every label."""
        found: list[list[Proposal]] = [[] for _ in texts]
        for at in range(0, len(texts), AT_ONCE):
            places = list(self._places(texts[at : at + AT_ONCE]))
            for place, scores in self._read(places):
                found[at + place.line].extend(_proposals(place.words, scores))
        return [sorted(line) for line in found]

    def _places(self, texts: Sequence[str]) -> Iterator[Place]:
        found = [words(text) for text in texts]
        for line, (text, spots, table) in enumerate(zip(texts, found, clues(texts, found), strict=True)):
            printed = [text[start:end] for start, end in spots]
            pieces = self._pieces.of(printed)
            small = [word.islower() for word in printed]
            for first, end in windows(starts(text, spots), [len(part) for part in pieces], small):
                yield Place(line, spots[first:end], Window(pieces[first:end], table[first:end]))

    def _read(self, places: Sequence[Place]) -> Iterator[tuple[Place, Scores]]:
        from nlp.tag.names.head.network import asked  # noqa: PLC0415 - torch takes seconds

        for group in grouped([place.window for place in places], PIECES):
            scores = asked(self._network, batch([places[at].window for at in group]))
            for row, at in enumerate(group):
                yield places[at], scores[row, : len(places[at].words)]

    @cached_property
    def _folder(self) -> Path:
        return trusted(packaged())

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._folder)

    @cached_property
    def _network(self) -> Network:
        from nlp.tag.names.head.network import loaded  # noqa: PLC0415 - torch takes seconds

        weights, about = stored.load(self.file)
        return loaded(self._folder / "model.safetensors", weights, int(about["frozen"]))


def _proposals(spots: Sequence[Word], scores: Scores) -> Iterator[Proposal]:
    """The names in a window; a name is as sure as its words are on average (geometric mean)."""
    tags = best_row(scores)
    sure = scores[np.arange(len(tags)), tags]
    for first, end, kind in names(tags):
        label = Label.__members__.get(kind)
        if label is not None:
            score = round(float(np.exp(sure[first:end].mean())), DIGITS)
            yield Proposal(spots[first][0], spots[end - 1][1], label, score)
