"""Examples -> windows the network trains on: pieces, clues, and for each word the tags it may have.

A window is one to four sentences that follow each other. Some are printed in capitals, some in small
letters, in some the names are replaced by others of the same kind, in some a name's words are masked, and
here and there any word: so that the network learns from what stands around a name, too, and from no one word.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.tag.names.head.batches import Window
from nlp.tag.names.head.clues import LISTED_CLUES, clues
from nlp.tag.names.head.pieces import Pieces
from nlp.tag.names.head.tags import NUMBER, TAGS
from nlp.tag.names.head.words import starts, words
from training.corpora import Example, may_be_a_name

TOGETHER = (1, 1, 2, 3, 4)
"""How many sentences a window has, each as likely."""
MOST = 128
"""Pieces of a window, beyond which no sentence is added ..."""
LONGEST = 320
"""... and beyond which a sentence is cut."""
CAPITALS, SMALL, SWAPPED, UNTOLD = 0.04, 0.04, 0.3, 0.1
"""Shares: of sentences in capitals, in small letters, with other names; of windows without lists."""
MASKED, HIDDEN = 0.2, 0.05
"""Shares: of names masked whole, and of words masked whatever they are."""
MASK = 103
ANY = (1 << len(TAGS)) - 1
OTHERS = sum(
    1 << number for tag, number in NUMBER.items() if tag[2:] in {"", "NORP", "EVENT", "PROGRAM", "WORK", "OTHER"}
)


class Target(NamedTuple):
    """A window and for each word the tags it may have."""

    window: Window
    allowed: NDArray[np.bool_]
    """(words, tags)."""


class Sentence(NamedTuple):
    """One example as the network sees it."""

    pieces: list[list[int]]
    clues: NDArray[np.uint8]
    allowed: list[int]
    """Bits of tags."""
    source: str


def sentences(examples: Sequence[Example], pieces: Pieces) -> list[Sentence]:
    """Each of `examples` as it is."""
    found = [words(example.text) for example in examples]
    told = clues([example.text for example in examples], found)
    rows = []
    for example, spots, table in zip(examples, found, told, strict=True):
        parts = pieces.of(example.text[start:end] for start, end in spots)
        rows.append(Sentence(parts, table, _allowed(example, spots), example.source))
    return rows


def _allowed(example: Example, spots: Sequence[tuple[int, int]]) -> list[int]:
    text, begins = example.text, starts(example.text, spots)
    outside = OTHERS if example.three_kinds else 1
    row = [
        ANY if example.sparse and may_be_a_name(text[start:end], begins=begin) else outside
        for (start, end), begin in zip(spots, begins, strict=True)
    ]
    for name in example.names:
        inside = [at for at, (start, end) in enumerate(spots) if start < name.end and end > name.start]
        for at in inside:
            row[at] = 1 << NUMBER[f"{'B' if at == inside[0] else 'I'}-{name.kind}"]
    return row


def printed(example: Example, change: str) -> Example:
    """`example` in capitals ("upper") or in small letters ("lower"), where that keeps its length."""
    text = getattr(example.text, change)()
    return example._replace(text=text) if len(text) == len(example.text) else example


def window(rows: Sequence[Sentence], chance: random.Random) -> Target:
    """`rows` as one window, perhaps with masked words or without what the lists know."""
    parts = [part for row in rows for part in row.pieces]
    table = np.concatenate([row.clues for row in rows])
    bits = [bit for row in rows for bit in row.allowed]
    if chance.random() < UNTOLD:
        table[:, LISTED_CLUES] = 0
    allowed = np.array([[bit >> tag & 1 for tag in range(len(TAGS))] for bit in bits], dtype=bool)
    return Target(Window(_masked(parts, bits, chance), table), allowed)


def _masked(parts: Sequence[list[int]], bits: Sequence[int], chance: random.Random) -> list[list[int]]:
    begin = {1 << number for tag, number in NUMBER.items() if tag[0] == "B"}
    out, hide = [], False
    for part, bit in zip(parts, bits, strict=True):
        single = bit != 1 and bit & (bit - 1) == 0
        hide = single and (chance.random() < MASKED if bit in begin else hide)
        out.append([MASK] * len(part) if hide or chance.random() < HIDDEN else part)
    return out


def windows(rows: Sequence[Sentence], chance: random.Random) -> list[list[Sentence]]:
    """`rows` in order, one to four at a time, as long as they are of one source and no window is too long."""
    made: list[list[Sentence]] = []
    wanted, size = 0, 0
    for row in rows:
        length = sum(map(len, row.pieces))
        if length == 0:
            continue
        if made and len(made[-1]) < wanted and size + length <= MOST and made[-1][0].source == row.source:
            made[-1].append(row)
            size += length
        else:
            made.append([_cut(row)])
            wanted, size = chance.choice(TOGETHER), length
    return made


def _cut(row: Sentence) -> Sentence:
    total, end = 0, len(row.pieces)
    for at, part in enumerate(row.pieces):
        total += len(part)
        if total > LONGEST:
            end = at
            break
    return Sentence(row.pieces[:end], row.clues[:end], row.allowed[:end], row.source)
