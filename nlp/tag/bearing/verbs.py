"""A figure in its clause -> the verb it hangs on, and that verb's subject."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.tag.bearing.forms import is_adverb, is_verb, leads
from nlp.tag.bearing.lexicon import AUXILIARIES, COPULAS, PREPOSITIONS, PRONOUNS, RELATIVE, VERBS
from nlp.tag.bearing.phrases import Tokens, phrase_before, subject_before
from nlp.tag.bearing.words import Place, Sentence, Sort

_LEADING = frozenset(
    "to been expected estimated projected planned said thought likely set due reported believed supposed".split()
)
_HEDGING = frozenset("about around over under near than as between".split())
_HAVING = frozenset("have has had".split())
_PARTICLES = frozenset("aside out off back up".split())
_SMALL = frozenset(
    "a an some estimated least most more just only total the nearly almost roughly approximately".split()
)
FAR = 24
"""Tokens between a verb and its figure."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at token `at`; `base` is its plain form, "be" for a mere copula."""

    at: int
    base: str
    passive: bool


_ASIDE = 8
"""Tokens of a bracket that a clause may run across."""


def verb_before(line: Sentence, figure: int, floor: int) -> Verb | None:
    """The nearest verb before the figure that nothing parts from it."""
    at = figure - 1
    while at > max(floor - 1, figure - FAR):
        if line.sort(at) is Sort.CLOSE:
            at = _opened(line, at, floor)
        if line.sort(at) in {Sort.BREAK, Sort.COMMA, Sort.CLOSE, Sort.OPEN} or line.at(at) in RELATIVE:
            return None
        one = _verb(line, at)
        if one is not None:
            return one
        at -= 1
    return None


def _opened(line: Sentence, close: int, floor: int) -> int:
    """The token before the bracket that ends at `close`, where it holds a few words and no figure; else `close`."""
    for at in range(close - 1, max(floor, close - _ASIDE), -1):
        if line.sort(at) is Sort.OPEN:
            return at - 1
        if line.sort(at) in {Sort.FIGURE, Sort.BREAK, Sort.CLOSE}:
            break
    return close


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
    if is_verb(line, at) and not (line.at(at).endswith("ing") and line.at(at - 1) == "of"):
        return Verb(at, VERBS[line.at(at)], _is_passive(line, at))
    if line.at(at) in COPULAS:
        return Verb(at, "be", passive=False)
    if line.at(at) in _HAVING and leads(line, at + 1):
        return Verb(at, "have", passive=False)
    return None


def _is_passive(line: Sentence, at: int) -> bool:
    """Whether a form of "be" leads the verb: "was soon allocated"."""
    here = at - 1
    while here > 0 and is_adverb(line.at(here)):
        here -= 1
    return line.at(here) in COPULAS


def relation(line: Sentence, verb: Verb, figure: int) -> Place:
    """Where the verb is printed, with the preposition or particle right behind it: "fell to", "asked for"."""
    start, end = line.tokens[verb.at].start, line.tokens[verb.at].end
    at, word = verb.at + 1, line.at(verb.at + 1)
    if at >= figure or word in _HEDGING or (word == "up" and line.at(at + 1) == "to"):
        return start, end
    if word in _PARTICLES or (word in PREPOSITIONS and _hedged(line, at + 1, figure)):
        end = line.tokens[at].end
    return start, end


def _hedged(line: Sentence, at: int, figure: int) -> bool:
    """Whether only small words stand between the token and the figure."""
    return all(line.at(here) in PREPOSITIONS or line.at(here) in _SMALL for here in range(at, figure))


def subject_of(line: Sentence, verb: int, floor: int, depth: int = 3, *, figures: bool = False) -> Tokens | None:
    """The phrase that the verb at the token says something of; that of the verb before where "and" joins the two."""
    at = _group(line, verb, floor)
    if line.sort(at - 1) is Sort.CLOSE:
        opened = _last(line, at - 2, max(floor, at - 30), Sort.OPEN)
        at = opened if opened is not None else at
    if line.at(at - 1) in RELATIVE and at - 1 >= floor:
        end = at - (2 if line.sort(at - 2) is Sort.COMMA else 1)
        return subject_before(line, end, floor, figures=True) if figures else phrase_before(line, end, 0)
    if line.sort(at - 1) is Sort.COMMA:
        if at == verb and (line.at(verb + 1) == "at" or line.at(verb).endswith("ing")):
            return _described(line, at - 1, depth)
        opened = _last(line, at - 2, max(floor, at - 20), Sort.COMMA)
        while opened is not None and line.at(opened - 2) in {"of", "among"} and line.at(opened - 1) in PRONOUNS:
            opened = _last(line, opened - 2, max(floor, at - 20), Sort.COMMA)
        return subject_before(line, opened, floor, figures=figures) if opened is not None else None
    if line.at(at - 1) in {"and", "or", "but", "then"} and depth:
        said = (one for one in range(at - 2, max(0, at - FAR), -1) if is_verb(line, one) or line.at(one) in COPULAS)
        earlier = next(said, None)
        return subject_of(line, earlier, 0, depth - 1) if earlier is not None else None
    return subject_before(line, at, floor, figures=figures)


def _group(line: Sentence, verb: int, floor: int) -> int:
    """Where the verb with all that leads it begins: "was expected to cost", "and in 2012 exceeded"."""
    at = verb
    while at > floor and (line.at(at - 1) in AUXILIARIES or line.at(at - 1) in _LEADING or is_adverb(line.at(at - 1))):
        at -= 1
    dated = line.sort(at - 1) is Sort.TIME and line.at(at - 2) in PREPOSITIONS and line.at(at - 3) in {"and", "but"}
    return at - 2 if dated and at - 3 > floor else at


def _last(line: Sentence, at: int, floor: int, sort: Sort) -> int | None:
    """The last token of that sort from `at` back to `floor`."""
    return next((one for one in range(at, floor - 1, -1) if line.sort(one) is sort), None)


def _described(line: Sentence, comma: int, depth: int) -> Tokens | None:
    """What a participle behind a comma describes: "The tunnel, estimated at ..."."""
    found = phrase_before(line, comma, 0)
    if found is not None and line.at(found[0] - 1) in COPULAS and depth:
        return subject_of(line, found[0] - 1, 0, depth - 1)
    return found
