"""A sum whose use no phrase tells -> who gives, spends or takes it: the subject of its active verb."""

from __future__ import annotations

from nlp.model import Kind
from nlp.tag.bearing.forms import is_adverb, is_participle
from nlp.tag.bearing.lexicon import AUXILIARIES, DETERMINERS, GENERIC, LEVEL, PREPOSITIONS, PRONOUNS, SAYING, VERBS
from nlp.tag.bearing.phrases import Tokens, phrase_before
from nlp.tag.bearing.spots import Spot, is_name, opening
from nlp.tag.bearing.verbs import Verb, subject_of
from nlp.tag.bearing.words import Sort

_GIVEN = frozenset({Kind.MONEY, Kind.POWER, Kind.ENERGY})
_HEDGING = frozenset("about around over under near than between up at least most".split())
_GIVING = frozenset("give pay lend grant award owe charge fine bill offer send hand promise".split())
_NEAR = 8
"""Tokens between the verb and its sum."""


def agent(spot: Spot, verb: Verb | None) -> Tokens | None:
    """The subject of "spent $3m", "lent him $3m"; None where the verb is passive, says, or has another object."""
    if verb is None or spot.kind not in _GIVEN or verb.passive or verb.base == "be" or verb.base in SAYING | LEVEL:
        return None
    line = spot.line
    if line.at(verb.at).endswith("ing") or is_participle(line, verb.at) or not _is_object(spot, verb.at + 1):
        return None
    leading = _leading(spot, verb.at)
    found = subject_of(line, leading, spot.clause.head, figures=spot.clause.nested) if leading is not None else None
    return found or _given(spot, verb)


def _given(spot: Spot, verb: Verb) -> Tokens | None:
    """Who is given the sum, where only a pronoun tells by whom: "they pay hosts $40"."""
    start = opening(spot)
    if verb.base not in _GIVING or start <= verb.at + 1:
        return None
    found = phrase_before(spot.line, start, verb.at + 1)
    return None if found is None or is_name(spot, found) else found


def _is_object(spot: Spot, at: int) -> bool:
    """Whether the figure is what the verb before the token takes: "spent about $3m", "lent the trader $3m"."""
    line = spot.line
    if spot.figure - at > _NEAR:
        return False
    at += line.at(at) == "for"
    for here in range(at, spot.figure):
        word = line.at(here)
        if line.sort(here) not in {Sort.WORD, Sort.NAME}:
            return False
        if word == "of" and line.at(here - 1) in GENERIC:
            continue
        if word in PREPOSITIONS and word not in _HEDGING:
            return False
    return True


def _leading(spot: Spot, verb: int) -> int | None:
    """The verb itself, or the one that leads it: "plans" of "plans to spend"; None where a noun does."""
    line, at = spot.line, verb
    while at > spot.clause.head and is_adverb(line.at(at - 1)):
        at -= 1
    if line.at(at - 1) != "to":
        return verb
    at -= 2
    before = line.at(at - 1)
    led = at > spot.clause.head and line.sort(at) is Sort.WORD and line.at(at) in VERBS
    noun = before in PREPOSITIONS or (before in DETERMINERS and before not in PRONOUNS)
    return at if led and not noun and (before in AUXILIARIES or line.sort(at - 1) in {Sort.WORD, Sort.NAME}) else None
