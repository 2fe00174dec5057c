"""Words -> what the network is told of each beside its pieces: how it is printed, and what the lists know.

MiniLM reads all words in small letters; capitals are told to it here. Each clue is on or off.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.head.words import Word, starts
from nlp.tag.names.lists.gazetteers import is_term, lookup
from nlp.tag.names.lists.ruler import find_names
from nlp.tag.names.lists.tables import KEPT, fold, words
from nlp.tag.names.patterns.runs import CONNECTORS, STARTERS
from nlp.tag.names.patterns.triggers import TITLES, heads

SHAPES = ("small", "capital", "capitals", "letter", "mixed", "digits", "coded", "sign")
LISTED = (Label.GPE, Label.LOC, Label.NORP, Label.ORG, Label.PROGRAM, Label.EVENT, Label.PERSON)
KINDS = ("given", "starter", "joins", "title", "term", "office", "weak")
CLUES = (
    *SHAPES,
    "begins",
    "shouted",
    *(f"{place} {label}" for label in LISTED for place in ("first of", "inside")),
    *(f"head {label}" for label in LISTED if label is not Label.PERSON and label is not Label.NORP),
    *KINDS,
)
"""In the order of their columns; a trained head knows them by number."""
AT = {clue: column for column, clue in enumerate(CLUES)}
LISTED_CLUES = slice(AT[f"first of {LISTED[0]}"], len(CLUES))
"""The columns that come from lists, not from the print."""
SHOUTED = 0.7
"""The share of capitals among the letters of a stretch from which it is printed in capitals."""

Clues = NDArray[np.uint8]
"""One row a word, one column a clue."""


def clues(texts: Sequence[str], found: Sequence[Sequence[Word]]) -> list[Clues]:
    """For each of `texts`, whose words are `found`, the clues of each word."""
    return [_of(text, spots, hits) for text, spots, hits in zip(texts, found, find_names(texts), strict=True)]


def _of(text: str, spots: Sequence[Word], hits: Sequence[Found]) -> Clues:
    table = np.zeros((len(spots), len(CLUES)), dtype=np.uint8)
    for row, (start, end) in enumerate(spots):
        table[row, _columns(text[start:end])] = 1
    table[np.flatnonzero(starts(text, spots)), AT["begins"]] = 1
    table[:, AT["shouted"]] = _shouted(text)
    _mark(table, spots, hits)
    return table


def _mark(table: Clues, spots: Sequence[Word], hits: Sequence[Found]) -> None:
    """The names of the lists that stand in the stretch, `hits` in order."""
    row = 0
    for hit in hits:
        first = True
        while row < len(spots) and spots[row][0] < hit.end:
            if spots[row][1] > hit.start:
                table[row, AT[f"{'first of' if first else 'inside'} {hit.label}"]] = 1
                first = False
            row += 1


def _shouted(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    return sum(char.isupper() for char in text) > SHOUTED * letters


@lru_cache(maxsize=KEPT)
def _columns(word: str) -> tuple[int, ...]:
    return tuple(AT[clue] for clue in (shape(word), *_kinds(word)))


def shape(word: str) -> str:
    """How a word is printed, one of SHAPES.

    >>> shape("Lagos"), shape("UN"), shape("iPad"), shape("G20"), shape("7")
    ('capital', 'capitals', 'mixed', 'coded', 'digits')
    """
    if not word[0].isalnum():
        return "sign"
    if any(char.isdigit() for char in word):
        return "digits" if word.isdigit() else "coded"
    if word.islower():
        return "small"
    if len(word) == 1:
        return "letter"
    if word.isupper():
        return "capitals"
    return "capital" if word[0].isupper() and word[1:].islower() else "mixed"


def _kinds(word: str) -> list[str]:
    plain, lower = fold(word), word.lower()
    label = heads().get(plain)
    kinds = {
        "given": plain in words("given_names.txt"),
        "starter": lower in STARTERS,
        "joins": lower in CONNECTORS,
        "title": word in TITLES,
        "term": is_term(word),
        "office": plain in heads() and label is None,
        "weak": plain in lookup() and lookup()[plain].weak,
    }
    return [*(kind for kind, on in kinds.items() if on), *([f"head {label}"] if f"head {label}" in AT else [])]
