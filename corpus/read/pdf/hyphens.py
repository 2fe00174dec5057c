"""The lines of a paragraph -> one line, hyphens at line ends taken out where a printer put them.

A hyphen goes where the paper has the whole word, and stays where the paper has it with a hyphen or both parts
are words of the paper; without either it goes, since most hyphens at line ends are a printer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.read.pdf.lines import Line

WORD = re.compile(r"(?<=[ (“\"‘«])[^\W\d_]+(?:-[^\W\d_]+)*(?=[ ,.;:)”\"’»⁰¹²³⁴⁵⁶⁷⁸⁹])")
TAIL = re.compile(r"([^\W\d_]+)[-‐\u00ad]?$")
HEAD = re.compile(r"[^\W\d_]+")
HYPHENS = frozenset("-‐\u00ad")
DASHES = frozenset("—/–")
ALONE = 2
"""Letters: shorter parts are seldom words of their own, though the paper may have them ("a", "re")."""


class Vocabulary:
    """The words of a paper, with and without hyphens, looked at once a hyphen asks for them.

    Only words within a line count: the two halves of a cut word at the ends of lines are no words.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = list(lines)
        self._words: set[str] = set()

    def __contains__(self, word: str) -> bool:
        if self._lines:
            text = "\n".join([line.words for line in self._lines]).casefold().replace("‐", "-")
            self._words = set(WORD.findall(text))
            self._words.update(part for word in list(self._words) if "-" in word for part in word.split("-"))
            self._lines = []
        return word in self._words


def joined(lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    """The words of the lines in one, a space where a line ended."""
    words = ""
    for at, line in enumerate(lines):
        part = line.words.replace("\t", " ") if line.cells else line.words
        last = words[-1:]
        if not at:
            words = part
        elif lines[at - 1].hyphen or (last in HYPHENS and words[-2:-1].isalnum()):
            words = _met(words, part, vocabulary, lines[at - 1].hyphen)
        elif last in DASHES and words[-2:-1] != " " and (last != "–" or part[:1].isdigit()):
            words += part
        else:
            words = f"{words} {part}"
    if lines and lines[-1].hyphen:
        words += "-"
    return words


def _met(words: str, part: str, vocabulary: Vocabulary, taken: bool) -> str:
    """Two halves put together; `taken` says that the hyphen is already gone from `words`."""
    bare = words if taken else words[:-1]
    first, second = TAIL.search(bare), HEAD.match(part)
    if first is None or second is None:
        return bare + "-" + part
    head, tail = first.group(1).casefold(), second.group().casefold()
    if head + tail in vocabulary:
        return bare + part
    together = f"{head}-{tail}" in vocabulary or not second.group()[0].islower()
    both = len(head) > ALONE and len(tail) > ALONE and head in vocabulary and tail in vocabulary
    return bare + "-" + part if together or both else bare + part
