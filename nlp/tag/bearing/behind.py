"""A figure in its clause -> what the words behind say it measures: "$3m in aid", "600 nurses"."""

from __future__ import annotations

from nlp.model import Kind, Label
from nlp.tag.bearing.forms import is_verb
from nlp.tag.bearing.lexicon import (
    CUTTING,
    DETERMINERS,
    GENERIC,
    HOLDERS_OF_PLACES,
    PREPOSITIONS,
    RECEIVE,
    TIME_NOUNS,
    VERBS,
)
from nlp.tag.bearing.phrases import Tokens, phrase
from nlp.tag.bearing.spots import Spot, is_name, next_to
from nlp.tag.bearing.verbs import Verb, subject_of, verb_behind
from nlp.tag.bearing.words import Sentence, Sort

_HOW = frozenset("long high wide deep tall more less higher lower old".split())
_ASSIGNING = frozenset("allocate devote dedicate assign direct commit channel contribute add".split())
"""Verbs whose "to" names what the money is for, not who is given it."""
_BORROWING = frozenset({"borrow", "lend"})
"""Verbs whose "on" tells the terms: "borrowed $3m on bonds"."""
_PARTS = frozenset("them which whom it this that these those".split())


def phrase_behind(spot: Spot) -> Tokens | None:
    """What the words right behind the figure name: its noun, or "of", "in", "worth of" and one."""
    line, end, at = spot.line, spot.clause.end, next_to(spot)
    word = line.at(at)
    if line.sort(at) is Sort.WORD and word == "worth" and line.at(at + 1) == "of":
        return phrase(line, at + 2, end)
    if word == "of" and line.at(at + 1) not in _PARTS:
        return phrase(line, at + 1, end)
    if _is_attached(spot, at):
        return phrase(line, at, end)
    if word == "in" and spot.kind is Kind.MONEY and _names_a_thing(spot, at + 1):
        return phrase(line, at + 1, end)
    return None


def _is_attached(spot: Spot, at: int) -> bool:
    """Whether a noun stands right behind the figure: "a $4bn budget", "600 nurses"."""
    line = spot.line
    if at >= spot.clause.end or line.sort(at) not in {Sort.WORD, Sort.NAME} or at != spot.figure + 1:
        return False
    found = phrase(line, at, spot.clause.end)
    if found is None or _says_else(spot, at):
        return False
    if found[0] != at:
        return spot.kind is Kind.PERCENT
    gap = line.text[line.tokens[spot.figure].end : line.tokens[at].start]
    return gap in {" ", "-", " “", " ‘"} and (spot.kind is not Kind.DURATION or _is_modifier(spot))


def _says_else(spot: Spot, at: int) -> bool:
    """Whether the word right behind the figure is no noun that it measures: a verb, "high", a time."""
    line, word = spot.line, spot.line.at(at)
    if word in PREPOSITIONS or word in TIME_NOUNS or word in _HOW or is_verb(line, at) or word.startswith("d'"):
        return True
    if word in VERBS and spot.kind not in {Kind.COUNT, Kind.RATE} and line.at(spot.figure - 1) not in DETERMINERS:
        return True
    return word.endswith("ed") and (line.at(at + 1) in PREPOSITIONS or at + 1 == len(line.tokens))


def _is_modifier(spot: Spot) -> bool:
    token = spot.line.tokens[spot.figure]
    return "-" in spot.line.text[token.start : token.end] or spot.line.at(spot.figure - 1) in DETERMINERS


def _names_a_thing(spot: Spot, at: int) -> bool:
    """Whether the noun at the token is a thing, not a place or a time: "in aid", not "in Peru"."""
    found = phrase(spot.line, at, spot.clause.end)
    if found is None:
        return False
    if spot.line.sort(found[0]) is Sort.NAME:
        return found[1] > found[0] + 1 and spot.line.labels[spot.line.tokens[found[0]].index] is Label.NORP
    head = next((one for one in range(*found) if spot.line.at(one) in PREPOSITIONS), found[1])
    words = [spot.line.at(one) for one in range(found[0], head) if spot.line.sort(one) is Sort.WORD]
    return bool(words) and not HOLDERS_OF_PLACES.intersection(words) and words[0] not in TIME_NOUNS


def aimed(spot: Spot, verb: Verb | None, owner: Tokens | None) -> Tokens | None:
    """What "for", "on", "to" or "from" behind the figure names; else who receives it, where no `owner` gives it."""
    line, at, end = spot.line, next_to(spot), spot.clause.end
    if spot.kind is not Kind.MONEY:
        return None
    behind = verb_behind(line, at, end) if verb is None else None
    here = behind.at + 1 if behind is not None else at
    words = {"for", "on", "towards", "toward", "into", "to", "against"}
    if (verb or behind or Verb(0, "", passive=False)).base in CUTTING:
        words |= {"from"}
    if verb is not None and verb.base in _BORROWING:
        words -= {"on", "against"}
    for one in range(here, min(end, here + 14)):
        if line.sort(one) in {Sort.BREAK, Sort.FIGURE, Sort.OPEN} or (one > here and is_verb(line, one)):
            break
        if behind is not None and line.at(one) == "in" and _names_a_thing(spot, one + 1):
            return phrase(line, one + 1, end)
        found = _aim(spot, one) if line.at(one) in words and line.sort(one) is Sort.WORD else None
        if found is not None and (owner is None or verb is None or not _is_recipient(line, one, verb)):
            return found
    return None if verb is None else _receiver(spot, verb)


def _is_recipient(line: Sentence, to: int, verb: Verb) -> bool:
    """Whether the word at the token is a "to" with someone who is given the money behind it."""
    return line.at(to) == "to" and line.at(to + 1) not in VERBS and verb.base not in _ASSIGNING


def _receiver(spot: Spot, verb: Verb) -> Tokens | None:
    """The subject of "received" or "was granted", if it is no name."""
    line = spot.line
    if any(line.at(one) in {"it", "them", "this"} for one in range(verb.at, spot.figure)):
        return None
    if verb.base not in RECEIVE and (not verb.passive or verb.base == "fine"):
        return None
    found = subject_of(line, verb.at, spot.clause.head, figures=spot.clause.nested)
    return None if found is None or is_name(spot, found) else found


def _aim(spot: Spot, at: int) -> Tokens | None:
    """The noun behind the preposition, or the verb with its object behind "to"; None for names and times."""
    line, end = spot.line, spot.clause.end
    if line.at(at) == "to" and line.at(at + 1) in VERBS and not line.at(at + 1).endswith(("ed", "s")):
        found = phrase(line, at + 2, end)
        return (at + 1, found[1]) if found is not None else None
    found = phrase(line, at + 1, end)
    if found is None or is_name(spot, found):
        return None
    return (
        None
        if line.at(found[0]) in TIME_NOUNS or (found[1] - found[0] == 1 and line.at(found[0]) in GENERIC)
        else found
    )
