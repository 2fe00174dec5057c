"""A sentence -> for each figure the stretch of words that speaks of it, and of no other figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from nlp.tag.bearing.lexicon import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, RELATIVE, STRONG, VERBS
from nlp.tag.bearing.words import Sentence, Sort

LONGEST_FRONT = 10
"""Tokens of what may stand before the first comma and hold for the whole sentence: "In Peru, ..."."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``start:end`` are the figure's own; those from `head` to `start` lead to several figures."""

    head: int
    start: int
    end: int
    tail: int
    """Where the whole clause ends, other figures included."""
    front: int
    """Tokens before it hold for the whole sentence; 0 where none do."""


def clauses(line: Sentence) -> list[Clause]:
    """For each figure of `line`, in order, its clause."""
    strong = [at for at in range(len(line.tokens)) if _begins(line, at)]
    front = _front(line)
    found: list[Clause] = []
    for at, token in enumerate(line.figures):
        before = line.figures[at - 1] if at else -1
        after = line.figures[at + 1] if at + 1 < len(line.figures) else len(line.tokens)
        head = max((one for one in strong if one <= token and not _relates(line, one)), default=0)
        tail = min((one for one in strong if one > token), default=len(line.tokens))
        start = max(head, _parted(line, before, token)) if before >= head else head
        end = min(tail, _parted(line, token, after)) if after < tail else tail
        found.append(Clause(head, start, end, tail, front))
    return found


def _begins(line: Sentence, at: int) -> bool:
    """Whether another clause begins at the token."""
    if line.sort(at) is Sort.BREAK:
        return True
    if line.sort(at) is not Sort.WORD:
        return False
    word = line.at(at)
    if word in STRONG:
        return True
    comma = line.sort(at - 1) is Sort.COMMA
    if word in {"which", "who", "where", "whose"}:
        return comma
    return comma and word in {"and", "or", "so", "as", "when", "if", "after", "before"} and _has_verb(line, at + 1)


def _relates(line: Sentence, at: int) -> bool:
    return line.at(at) in RELATIVE


def _has_verb(line: Sentence, at: int) -> bool:
    """Whether a verb of its own comes before the next comma, figure or break."""
    for here in range(at, min(at + 12, len(line.tokens))):
        sort = line.sort(here)
        if sort in {Sort.COMMA, Sort.BREAK, Sort.FIGURE, Sort.OPEN}:
            return False
        if sort is Sort.WORD and (line.at(here) in AUXILIARIES or line.at(here) in VERBS):
            return here > at
    return False


def _parted(line: Sentence, left: int, right: int) -> int:
    """Where, between the figures at two tokens, the words of the second begin."""
    between = range(right - 1, left, -1)
    is_begun = partial(_begins, line)
    for test in (is_begun, partial(_compares, line), partial(_lists, line)):
        at = next((one for one in between if test(one)), None)
        if at is not None:
            return at
    at = right
    while at - 1 > left and line.at(at - 1) in PREPOSITIONS:
        at -= 1
    return at


def _compares(line: Sentence, at: int) -> bool:
    return line.at(at) in {"compared", "against", "versus", "vs", "than", "up", "down"} and line.sort(at) is Sort.WORD


def _lists(line: Sentence, at: int) -> bool:
    return line.sort(at) in {Sort.COMMA, Sort.CLOSE} or line.at(at) in CONJUNCTIONS


def _front(line: Sentence) -> int:
    """Where the words before the first comma end, if they are an adverbial."""
    if line.at(0) not in PREPOSITIONS and line.sort(0) is not Sort.TIME:
        return 0
    for at in range(min(LONGEST_FRONT, len(line.tokens))):
        if line.sort(at) is Sort.COMMA:
            return at
        if line.sort(at) in {Sort.BREAK, Sort.FIGURE} or line.at(at) in AUXILIARIES:
            return 0
    return 0
