"""A word of a sentence -> whether it is a verb, a participle or an adverb there, told by its neighbours."""

from __future__ import annotations

from nlp.tag.bearing.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    LIKE_ADVERBS,
    NOUNS_TOO,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    VERBS,
)
from nlp.tag.bearing.words import Sentence, Sort

_NAMING = frozenset({Sort.WORD, Sort.NAME})
_HEDGES = frozenset(
    """about around some nearly almost over under roughly approximately an a estimated up at least most more less fewer
    than only just another further additional total of as much many high low close well merely reportedly the to
    by from for its their record""".split()
)


def is_adverb(word: str) -> bool:
    """Whether the word says how or when, not what."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in LIKE_ADVERBS)


def is_verb(line: Sentence, at: int) -> bool:
    """Whether the token is a verb that says something of its clause: "fell", not "the fall" or "allocated funds"."""
    word, before = line.at(at), line.at(at - 1)
    if line.sort(at) is not Sort.WORD or word not in VERBS:
        return False
    if (before in DETERMINERS and before not in PRONOUNS) or _is_first(line, at):
        return False
    if before in PREPOSITIONS and before != "to":
        return word.endswith("ing") and leads(line, at + 1)
    if word in NOUNS_TOO:
        if (
            line.at(at + 1) == "of"
            or _is_object(line, at)
            or _is_owned(line, at)
            or (before in VERBS and before not in NOUNS_TOO)
        ):
            return False
        led = before == "to" or (
            before in AUXILIARIES and (before[:2] != "ha" or word in {"cost", "cut", "hit", "run"})
        )
        led = led or (
            before not in PREPOSITIONS and at > 0 and line.at(at + 1) in DETERMINERS and _ends_noun(line, at - 1)
        )
        led = led or (word in {"cost", "costs"} and _ends_noun(line, at - 1) and line.sort(at + 2) is Sort.FIGURE)
        return led or (at > 0 and leads(line, at + 1))
    return leads(line, at + 1) if word.endswith("ing") else True


def _is_first(line: Sentence, at: int) -> bool:
    """Whether the token, a past form, opens the sentence before a noun: "Insured losses"."""
    return at == 0 and line.at(at).endswith("ed") and line.sort(1) is Sort.WORD and line.at(1) not in PREPOSITIONS


def is_participle(line: Sentence, at: int) -> bool:
    """Whether the token describes the noun before it: "timber felled by monks", "tickets sold at the gate"."""
    word, before, behind = line.at(at), line.at(at - 1), line.at(at + 1)
    if line.sort(at) is not Sort.WORD or word not in PARTICIPLES or behind not in PREPOSITIONS:
        return False
    if behind != "by" and PARTICIPLES[word] in SAYING:
        return False
    small = before in AUXILIARIES or before in PREPOSITIONS or before in CONJUNCTIONS or before in DETERMINERS
    return line.sort(at - 1) in _NAMING and not (small or before in PRONOUNS or is_adverb(before))


def _is_object(line: Sentence, at: int) -> bool:
    """Whether a verb with an article and adjectives leads to the token: "cut its research budget"."""
    return any(line.at(at - back) in DETERMINERS and line.at(at - back - 1) in VERBS for back in (1, 2, 3))


def _is_owned(line: Sentence, at: int) -> bool:
    """Whether the word before owns the token: "the year's end"; "it's" does not."""
    before = line.at(at - 1)
    if before == "s":
        return line.sort(at - 2) is Sort.TIME
    return before.endswith(("'s", "s'")) and before[:-2] not in PRONOUNS | AUXILIARIES


def _ends_noun(line: Sentence, at: int) -> bool:
    return line.sort(at) is Sort.NAME or (line.sort(at) is Sort.WORD and line.at(at) not in AUXILIARIES)


def leads(line: Sentence, at: int) -> bool:
    """Whether nothing but small words stands between the token and a figure."""
    for here in range(at, min(at + 6, len(line.tokens))):
        if line.sort(here) is Sort.FIGURE:
            return True
        if line.sort(here) is not Sort.WORD or not (line.at(here) in _HEDGES or is_adverb(line.at(here))):
            return False
    return False
