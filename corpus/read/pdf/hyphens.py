"""The lines of a paragraph -> one line, hyphens at line ends taken out where a printer put them.

A hyphen goes where the paper has the whole word, and stays where the paper has it with a hyphen (oftener than
without, or in a paper of unbroken words) or both parts are words of the paper. Without either it goes if this
printer broke words at all, which shows in the words that the paper also has whole; else it was the author's. Where
the file types its compounds with U+002D and ends lines in U+2010, the latter is the printer's and the former the
author's. In an address every hyphen is its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.read.pdf.lines import Line

WORD = re.compile(r"(?<=[ (“\"‘«])[^\W\d_]+(?:-[^\W\d_]+)*(?=[ ,.;:)”\"’»⁰¹²³⁴⁵⁶⁷⁸⁹])")
TAIL = re.compile(r"([^\W\d_]+)[-‐\u00ad]?$")
HEAD = re.compile(r"[^\W\d_]+")
INNER = {sign: re.compile(rf"{sign}(?<=[^\W\d_].)(?=[^\W\d_])") for sign in "-‐"}
LONGEST = 400
"""Characters of a word or an address."""
LEAST_TYPED = 2
ODD = 0.1
"""Share of the one hyphen within lines that may be typed as the other."""
HYPHENS = frozenset("-‐\u00ad")
DASHES = frozenset("—/–")
ALONE = 2
"""Letters: shorter parts are seldom words of their own, though the paper may have them ("a", "re")."""


ADDRESS = re.compile(r"(?:https?:|www\.|\S+[/@])\S*$")
BEGUN = re.compile(r"\W*(?:https?://|www\.)\S+")
CUT_AFTER = frozenset("/?&=_%#~+")
REST = re.compile(r"[/?&=%#_.~][\w%]|\w\S*(?:/\S*[/.]\w|[_%=]\S|\.[a-z]{2,4}[.,;:)>]*$)")
"""The rest of an address that a line's end cut: "/en/law", "3/report.pdf", "data.csv."; not "and/or" or "p.12"."""
BREAKING = 0.15
"""Share of hyphens at line ends between halves of a word that the paper has whole: less, and nothing was broken."""
FEWEST = 5
"""Hyphens at line ends; of fewer nothing can be learnt."""


class Vocabulary:
    """The words of a paper, with and without hyphens, looked at once a hyphen asks for them.

    Only words within a line count: the two halves of a cut word at the ends of lines are no words.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = list(lines)
        self._words: Counter[str] = Counter()
        self._breaks = True
        self._two = False

    @property
    def two(self) -> bool:
        """Whether this paper has a hyphen for its printer, U+2010, and another for its author, U+002D."""
        self._look()
        return self._two

    @property
    def breaks(self) -> bool:
        """Whether the printer of this paper broke words."""
        self._look()
        return self._breaks

    def __contains__(self, word: str) -> bool:
        self._look()
        return word in self._words

    def _look(self) -> None:
        if self._lines:
            printed = "\n".join([line.words for line in self._lines]).casefold()
            if "‐\n" in printed:
                typed, other = (len(INNER[sign].findall(printed)) for sign in "-‐")
                self._two = typed >= LEAST_TYPED and other <= ODD * typed
            text = printed.replace("‐", "-")
            self._words = Counter(WORD.findall(text))
            for word in [word for word in self._words if "-" in word]:
                parts = word.split("-")
                for part in (*parts, *(f"{one}-{two}" for one, two in pairwise(parts))):
                    self._words[part] += part != word
            ends = [_halves(one, two) for one, two in pairwise(self._lines)]
            broken = [self.whole(*halves) for halves in ends if halves[1]]
            self._breaks = len(broken) < FEWEST or sum(broken) > BREAKING * len(broken)
            self._lines = []

    def count(self, word: str) -> int:
        """How often the paper has this word within a line."""
        self._look()
        return self._words[word]

    def whole(self, head: str, tail: str) -> bool:
        """Whether the paper has the two halves as one word and not as a compound with a hyphen."""
        return head + tail in self._words and f"{head}-{tail}" not in self._words


def _halves(last: Line, line: Line) -> tuple[str, str]:
    """What stands before and behind a hyphen at the end of `last`; empty where there is none."""
    if not last.hyphen and last.words[-1:] not in HYPHENS:
        return "", ""
    first, second = TAIL.search(last.words), HEAD.match(line.words)
    if first is None or second is None or not second.group()[0].islower():
        return "", ""
    return first.group(1).casefold(), second.group().casefold()


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
            address = "/" in lines[at - 1].words and _address_goes_on(words, part)
            words = words + part if address else f"{words} {part}"
    if lines and lines[-1].hyphen:
        words += "-"
    return words


def _address_goes_on(words: str, part: str) -> bool:
    """Whether `words` end in an address that a line's end cut, and `part` begins with its rest."""
    last, first = words[-LONGEST:].rsplit(None, 1)[-1:], part[:LONGEST].split(None, 1)[:1]
    if not last or not first or BEGUN.fullmatch(last[0]) is None or BEGUN.match(first[0]):
        return False
    if last[0][-1] in CUT_AFTER:
        return first[0][0].isalnum() or first[0][0] in CUT_AFTER
    return (last[0][-1].isalnum() or last[0][-1] == ".") and REST.match(first[0]) is not None


def _met(words: str, part: str, vocabulary: Vocabulary, taken: bool) -> str:
    """Two halves put together; `taken` says that the hyphen is already gone from `words`."""
    bare = words if taken else words[:-1]
    ending = bare[-LONGEST:].rsplit(None, 1)[-1:]
    first, second = TAIL.search(ending[0]) if ending else None, HEAD.match(part)
    if first is None or second is None or ADDRESS.search(ending[0]):
        return bare + "-" + part
    head, tail = first.group(1).casefold(), second.group().casefold()
    if vocabulary.two and not taken:
        return bare + part if words[-1] == "‐" else words + part
    if head + tail in vocabulary and not _is_compound(head, tail, vocabulary):
        return bare + part
    if part[second.end() : second.end() + 1] == "-" and head in vocabulary:
        return bare + "-" + part
    together = f"{head}-{tail}" in vocabulary or not second.group()[0].islower()
    both = len(head) > ALONE and len(tail) > ALONE and head in vocabulary and tail in vocabulary
    return bare + "-" + part if together or both or not vocabulary.breaks else bare + part


def _is_compound(head: str, tail: str, vocabulary: Vocabulary) -> bool:
    """Whether a word that the paper has as one is oftener two with a hyphen, or nothing in it is broken."""
    compound = f"{head}-{tail}"
    if compound not in vocabulary:
        return False
    return not vocabulary.breaks or vocabulary.count(compound) >= vocabulary.count(head + tail)
