"""A sentence -> for each figure the stretch of words that speaks of it, and of no other figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from nlp.tag.bearing.forms import is_participle, is_verb
from nlp.tag.bearing.lexicon import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVE, STRONG, VERBS
from nlp.tag.bearing.words import Sentence, Sort

FAR = 24
"""Tokens that a verb is looked for in."""
_PARTING = frozenset({Sort.COMMA, Sort.BREAK, Sort.OPEN, Sort.CLOSE, Sort.FIGURE})
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
    nested: bool = False
    """Whether the figure before stands in the subject of this one's verb: "repairs of 40 flats cost $3m"."""


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
        nested = before >= head and _is_nested(line, head, before, token)
        start = head if nested else _related(line, before, start) if before >= head else start
        found.append(Clause(head, start, end, tail, front, nested))
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


def _is_nested(line: Sentence, head: int, figure: int, right: int) -> bool:
    """Whether the verb of the words up to `right` says something of a phrase with the figure in it."""
    if any(_is_finite(line, at) for at in range(max(head, figure - FAR), figure)):
        return False
    verb = next((at for at in range(figure + 1, min(right, figure + FAR)) if _is_finite(line, at)), None)
    if verb is None:
        return False
    commas = [at for at in range(figure + 1, verb) if line.sort(at) is Sort.COMMA]
    if commas and (len(commas) != len(", ,".split()) or commas[-1] != verb - 1):
        return False
    between = [at for at in range(figure + 1, right) if at not in commas]
    if any(
        line.sort(at) in _PARTING or (line.at(at) in RELATIVE and at + 1 != verb) or line.at(at) in CONJUNCTIONS
        for at in between
    ):
        return False
    first = figure
    while first > head and line.sort(first - 1) is Sort.WORD and line.at(first - 1) in DETERMINERS:
        first -= 1
    return line.at(first - 1) not in PREPOSITIONS or (first - 1 > head and _is_noun(line, first - 2))


def _related(line: Sentence, figure: int, start: int) -> int:
    """Where the words up to `start` begin, with a relative clause behind the figure before: "that cost"."""
    at = next((one for one in range(start - 1, max(figure, start - FAR), -1) if line.at(one) in RELATIVE), None)
    if at is None or any(line.sort(one) in _PARTING for one in range(at, start)):
        return start
    return at if any(_is_finite(line, one) for one in range(at + 1, start)) else start


def _is_finite(line: Sentence, at: int) -> bool:
    """Whether the token is a verb that says something of a subject, not a participle: "cost", "sold at the gate"."""
    if line.sort(at) is not Sort.WORD or is_participle(line, at):
        return False
    return line.at(at) in AUXILIARIES or (is_verb(line, at) and not line.at(at).endswith("ing"))


def _is_noun(line: Sentence, at: int) -> bool:
    return line.sort(at) in {Sort.NAME, Sort.FIGURE} or (line.sort(at) is Sort.WORD and line.at(at) not in PREPOSITIONS)


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
