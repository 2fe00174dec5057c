"""Prose -> its words and signs in order, each with its place; what only printing decides makes no difference.

Line ends, spaces, kinds of quotation marks and dashes, ligatures and composed accents are how a text is printed. Words,
their case, numbers and signs are what it says.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from corpus.model import Spans
from corpus.sentences import sentences
from corpus.view import View
from nlp.check.quoting import EVEN

WORD = re.compile(r"(?<![\w.])\.\d+|\d+(?:[.,]\d+)+|\w+(?:['’]\w+)*|\S")
"""A number with its points and commas, a word, or a single sign."""
PIECES = re.compile(r"[ﬀ-ﬆ]|\w[\u0300-\u036f]+|-{2,3}")
"""Ligatures, letters with their accents behind them, and dashes as they are typed."""
ALIKE = {code: '"' if sign == "'" else sign for code, sign in EVEN.items()} | {ord("'"): '"'}
"""Of signs: a quotation within another is printed with the other kind of marks."""


class Word(NamedTuple):
    """A word or sign and where it stands in the text of its view."""

    key: str
    """What is compared."""
    start: int
    end: int

    @property
    def is_sign(self) -> bool:
        """Whether it is punctuation or the like."""
        return not self.key[:1].isalnum()


class Wording:
    """A stretch of prose, word by word."""

    def __init__(self, view: View) -> None:
        self.view = view.sub(PIECES, _composed)
        self.words: Sequence[Word] = tuple(_words(self.view.text))

    @cached_property
    def text(self) -> str:
        """The keys, a line each, with a line end before the first and behind the last."""
        return "\n".join(["", *(word.key for word in self.words), ""])

    @cached_property
    def said(self) -> Sequence[tuple[str, int]]:
        """Its words without signs, in lower case, each with its number among all."""
        return [(word.key.casefold(), at) for at, word in enumerate(self.words) if not word.is_sign]

    @cached_property
    def spots(self) -> Mapping[str, Sequence[int]]:
        """Word -> where it stands in `said`."""
        found: dict[str, list[int]] = {}
        for at, (word, _) in enumerate(self.said):
            found.setdefault(word, []).append(at)
        return found

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where in `text` each key begins."""
        found, at = [], 1
        for word in self.words:
            found.append(at)
            at += len(word.key) + 1
        return found

    def find(self, pattern: re.Pattern[str], start: int = 0) -> Iterator[tuple[int, int]]:
        """Where a pattern of keys stands from the word `start` on: (first, behind the last) word."""
        if start >= len(self.words):
            return
        for match in pattern.finditer(self.text, self.starts[start] - 1):
            first = bisect_left(self.starts, match.start())
            yield first, first + match.group().count("\n") + 1

    def spans(self, first: int, last: int) -> Spans:
        """The source of the words from `first` up to `last`, which is not one of them."""
        return self.view.spans(self.words[first].start, self.words[last - 1].end)

    def printed(self, first: int, last: int) -> str:
        """The same as prose; empty for none."""
        return self.view.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def sentence(self, at: int) -> int:
        """The number of the sentence that a word stands in."""
        return max(0, bisect_left(self._ends, self.words[at].end))

    @cached_property
    def _ends(self) -> Sequence[int]:
        return [end for _, end in sentences(self.view)]


def pattern(words: Sequence[Word], free: Sequence[bool] = ()) -> re.Pattern[str]:
    """What finds these words in a row; `free`: those whose first letter may be of either case."""
    loose = [at < len(free) and free[at] for at in range(len(words))]
    keys = [
        f"(?i:{re.escape(key[0])}){re.escape(key[1:])}" if either else re.escape(key)
        for (key, _, _), either in zip(words, loose, strict=True)
    ]
    return re.compile(r"(?<=\n)" + r"\n".join(keys) + r"(?=\n)")


def _words(text: str) -> Iterator[Word]:
    for match in WORD.finditer(text):
        key = match.group()
        table = EVEN if key[0].isalnum() else ALIKE
        even = key.translate(table)
        if even:
            yield Word(even, *match.span())


def _composed(match: re.Match[str]) -> str:
    piece = match.group()
    if piece[0] == "-":
        return "-"
    return unicodedata.normalize("NFKC", piece) if len(piece) == 1 else unicodedata.normalize("NFC", piece)
