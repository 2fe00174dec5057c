"""A figure in its clause -> the verb it hangs on, and that verb's subject."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.tag.bearing.lexicon import AUXILIARIES, COPULAS, PREPOSITIONS, RELATIVE, VERBS
from nlp.tag.bearing.phrases import is_adverb, is_verb, phrase_before
from nlp.tag.bearing.words import Place, Sentence, Sort

_LEADING = frozenset(
    "to been expected estimated projected planned said thought likely set due reported believed supposed".split()
)
FAR = 24
"""Tokens between a verb and its figure."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at token `at`; `base` is its plain form, "be" for a mere copula."""

    at: int
    base: str
    passive: bool


def verb_before(line: Sentence, figure: int, floor: int) -> Verb | None:
    """The nearest verb before the figure that nothing parts from it."""
    for at in range(figure - 1, max(floor - 1, figure - FAR), -1):
        if line.sort(at) in {Sort.BREAK, Sort.COMMA, Sort.CLOSE, Sort.OPEN} or line.at(at) in RELATIVE:
            return None
        one = _verb(line, at)
        if one is not None:
            return one
    return None


def verb_behind(line: Sentence, at: int, limit: int) -> Verb | None:
    """The verb whose subject ends before the token: "were hired" is hire, passive."""
    here = at
    while here < min(limit, at + 6) and (
        line.at(here) in AUXILIARIES or is_adverb(line.at(here)) or line.at(here) == "been"
    ):
        here += 1
    if here < limit and line.sort(here) is Sort.WORD and line.at(here) in VERBS and (here > at or is_verb(line, here)):
        return _verb(line, here) or Verb(here, VERBS[line.at(here)], _is_passive(line, here))
    return None


def _verb(line: Sentence, at: int) -> Verb | None:
    if line.sort(at) is not Sort.WORD:
        return None
    if is_verb(line, at):
        return Verb(at, VERBS[line.at(at)], _is_passive(line, at))
    if line.at(at) in COPULAS:
        return Verb(at, "be", passive=False)
    return None


def _is_passive(line: Sentence, at: int) -> bool:
    """Whether a form of "be" leads the verb: "was soon allocated"."""
    here = at - 1
    while here > 0 and is_adverb(line.at(here)):
        here -= 1
    return line.at(here) in COPULAS


def relation(line: Sentence, verb: Verb, figure: int) -> Place:
    """Where the verb is printed, with the preposition or particle right behind it: "fell to", "asked for"."""
    first = last = line.tokens[verb.at]
    follows = verb.at + 1
    phrasal = line.at(follows) in PREPOSITIONS or line.at(follows) in {"aside", "out", "off", "back", "up"}
    if (
        follows < figure
        and phrasal
        and line.at(follows) not in {"about", "around", "over", "under", "near", "than"}
        and not (line.at(follows) in {"as", "between"} or (line.at(follows) == "up" and line.at(follows + 1) == "to"))
        and (
            follows + 1 == figure
            or line.at(follows) in {"aside", "out", "off", "back"}
            or _hedged(line, follows + 1, figure)
        )
    ):
        last = line.tokens[follows]
    return first.start, last.end


def _hedged(line: Sentence, at: int, figure: int) -> bool:
    """Whether only small words stand between the token and the figure."""
    return all(
        line.at(here) in PREPOSITIONS
        or line.at(here)
        in {
            "a",
            "an",
            "some",
            "estimated",
            "least",
            "most",
            "more",
            "just",
            "only",
            "total",
            "the",
            "nearly",
            "almost",
            "roughly",
            "approximately",
        }
        for here in range(at, figure)
    )


def subject_of(line: Sentence, verb: int, floor: int, depth: int = 3) -> tuple[int, int] | None:
    """The phrase that the verb at the token says something of; that of the verb before where "and" joins the two."""
    at = verb
    while at > floor and (line.at(at - 1) in AUXILIARIES or line.at(at - 1) in _LEADING or is_adverb(line.at(at - 1))):
        at -= 1
    while (
        at > floor
        and line.sort(at - 1) is Sort.TIME
        and line.at(at - 2) in PREPOSITIONS
        and line.at(at - 3) in {"and", "but"}
    ):
        at -= 2
    if line.sort(at - 1) is Sort.CLOSE:
        opened = next((one for one in range(at - 2, max(floor, at - 30) - 1, -1) if line.sort(one) is Sort.OPEN), None)
        at = opened if opened is not None else at
    if line.at(at - 1) in RELATIVE and at - 1 >= floor:
        at -= 2 if line.sort(at - 2) is Sort.COMMA else 1
        return phrase_before(line, at, 0)
    if line.sort(at - 1) is Sort.COMMA and (line.at(verb + 1) == "at" or line.at(verb).endswith("ing")) and at == verb:
        found = phrase_before(line, at - 1, 0)
        if found is not None and line.at(found[0] - 1) in COPULAS and depth:
            return subject_of(line, found[0] - 1, 0, depth - 1)
        return found
    if line.sort(at - 1) is Sort.COMMA:
        opened = next((one for one in range(at - 2, max(floor, at - 20), -1) if line.sort(one) is Sort.COMMA), None)
        if opened is None:
            return None
        return phrase_before(line, opened, floor)
    if line.at(at - 1) in {"and", "or", "but", "then"} and depth:
        earlier = next(
            (one for one in range(at - 2, max(0, at - FAR), -1) if is_verb(line, one) or line.at(one) in COPULAS), None
        )
        return subject_of(line, earlier, 0, depth - 1) if earlier is not None else None
    return phrase_before(line, at, floor)
