"""A passage -> the words it is found by: the paper's title and the headings above it, then its own prose.

A passage often leaves out what its title has already said. The result is indexed and embedded, never shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import Paper, Passage, Span, Spans, within
from corpus.prose import plain, prose
from nlp.engines import Indexed
from nlp.find.words import Token, analyse

MARKUP = "#*_ \t.:"
GAP = 100
"""Positions between two headings: no phrase reaches from one into the next."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a passage is found by."""

    kind: str
    title: str
    headings: tuple[str, ...]
    """From the widest to the nearest."""
    said: str
    """Its own prose."""

    @property
    def text(self) -> str:
        """`title. heading. heading. prose`; what is missing or said twice is left out."""
        above = dict.fromkeys(filter(None, (self.title, *self.headings)))
        return ". ".join([*above, self.said])

    def indexed(self) -> Indexed:
        """The same as tokens."""
        own = analyse(self.said)
        words, under = _above(self.title, self.headings)
        return Indexed(
            kind=self.kind,
            words=[*words, *(token.text for token in own)],
            said=_placed(own),
            under=under,
            forms=[token.form for token in own if token.form],
        )


def entries(paper: Paper, passages: Sequence[Passage], markers: Sequence[Span]) -> list[Entry]:
    """The entry of each of `passages` of `paper`; `markers` are all its note markers, in text order."""
    return [entry(paper, passage, within(markers, passage.spans)) for passage in passages]


def entry(paper: Paper, passage: Passage, markers: Spans = ()) -> Entry:
    """The entry of one passage, without the note `markers` in it."""
    return Entry(
        kind=str(passage.kind),
        title=(paper.metadata.title or "").strip(MARKUP),
        headings=tuple(plain(paper.text, heading).strip(MARKUP) for heading in passage.section),
        said=" ".join(prose(paper.text, passage.spans, markers).text.split()),
    )


@lru_cache(maxsize=1024)
def _above(title: str, headings: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """The tokens of what stands above a passage, and those of its headings with their positions: as for its fellows."""
    told = analyse(". ".join(dict.fromkeys(filter(None, (title, *headings)))))
    under = [(text, at + number * GAP) for number, line in enumerate(headings) for text, at in placed(line)]
    return tuple(token.text for token in told), tuple(under)


def placed(text: str) -> list[tuple[str, int]]:
    """The tokens of `text`, each with the number of words before it."""
    return _placed(analyse(text))


def _placed(tokens: Sequence[Token]) -> list[tuple[str, int]]:
    return sorted({(token.text, token.position) for token in tokens}, key=lambda each: (each[1], each[0]))
