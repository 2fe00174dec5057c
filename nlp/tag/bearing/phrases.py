"""Tokens of a sentence -> the noun phrases among them, told by their neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.tag.bearing.forms import is_adverb, is_participle, is_verb
from nlp.tag.bearing.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CHANGE_NOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    LIKE_ADVERBS,
    NOUNS_TOO,
    ON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    STRONG,
    TIME_NOUNS,
    TRANSFER_NOUNS,
    VERBS,
)
from nlp.tag.bearing.words import Place, Sentence, Sort

Tokens = tuple[int, int]
"""A phrase: its first token and the one behind its last."""
LONGEST = 14
"""Tokens of a phrase."""
_CHAIN = frozenset("of from with for on in to between against among and or".split())
_SPENT = frozenset("spent paid raised given collected needed".split())
_ARTICLES = frozenset("a an the its their his her our my your".split())
_OBJECTIVE = frozenset("them him us it her these those this".split())
_TURNS = frozenset("end start beginning close middle turn s".split())
_HARD = frozenset({Sort.COMMA, Sort.BREAK, Sort.OPEN, Sort.CLOSE, Sort.FIGURE})
_NAMING = frozenset({Sort.WORD, Sort.NAME})
_NOUNS = frozenset({Sort.WORD, Sort.NAME, Sort.NUMBER, Sort.TIME})


def phrase(line: Sentence, at: int, limit: int) -> Tokens | None:
    """The noun phrase that begins at the token, without its article: (first, behind the last); None for none."""
    while at < limit and line.sort(at) is Sort.WORD and line.at(at) in DETERMINERS:
        at += 1
    here = at
    while here < min(limit, at + LONGEST) and _goes_on(line, at, here, limit):
        here += 1
    return trimmed(line, at, here)


def _goes_on(line: Sentence, first: int, at: int, limit: int) -> bool:
    """Whether the token belongs to the phrase that begins at `first`."""
    sort, word = line.sort(at), line.at(at)
    if sort in _HARD or (at > first and not _touches(line, at)):
        return False
    if sort is Sort.TIME:
        return at == first and at + 1 < limit and line.sort(at + 1) is Sort.WORD and line.at(at - 1) != "in"
    if sort is not Sort.WORD:
        return True
    if word in PREPOSITIONS or word in {"and", "or"}:
        joins = at > first and at + 1 < limit and _opens(line, at + 1, word)
        return joins and (_takes(line.at(at - 1), word) if word in PREPOSITIONS else not _is_said(line, at + 2))
    return _is_inside(line, first, at)


def _is_inside(line: Sentence, first: int, at: int) -> bool:
    """Whether the word goes on with a phrase, as nouns and adjectives do."""
    word = line.at(at)
    if word in DETERMINERS:
        return line.at(at - 1) in PREPOSITIONS or line.at(at - 1) in {"and", "or"}
    if word in AUXILIARIES or word in CONJUNCTIONS or word in RELATIVE or word in PRONOUNS or is_verb(line, at):
        return False
    if word.endswith("ed") and at > first and (line.at(at + 1) in PREPOSITIONS or line.sort(at + 1) in _HARD):
        return False
    return not (is_adverb(word) and line.sort(at + 1) is not Sort.WORD)


def _is_said(line: Sentence, at: int) -> bool:
    return line.at(at) in AUXILIARIES or (is_verb(line, at) and not line.at(at).endswith("ing"))


def _takes(noun: str, preposition: str) -> bool:
    return (
        preposition == "of"
        or (preposition in {"for", "to"} and noun in TRANSFER_NOUNS)
        or (preposition == "on" and noun in ON_NOUNS)
        or (preposition == "in" and noun in CHANGE_NOUNS)
    )


def _opens(line: Sentence, at: int, by: str) -> bool:
    """Whether a noun begins at the token behind the preposition or conjunction `by`."""
    if line.sort(at) not in {Sort.WORD, Sort.NAME}:
        return False
    word = line.at(at)
    if word in PREPOSITIONS or word in AUXILIARIES or word in CONJUNCTIONS or word in TIME_NOUNS:
        return False
    return not (by in {"to", "and", "or"} and word in VERBS and word not in NOUNS_TOO and not word.endswith("ing"))


def _touches(line: Sentence, at: int) -> bool:
    """Whether nothing but a space or a quotation mark parts the token from the one before."""
    return not line.text[line.tokens[at - 1].end : line.tokens[at].start].strip(" -‑*_\"'“”‘’«»")


def trimmed(line: Sentence, first: int, last: int) -> Tokens | None:
    """The tokens without the small words at both ends; None when none are left or no noun is among them."""
    small = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | (ADVERBS - LIKE_ADVERBS)
    while first < last and line.sort(first) is Sort.WORD and line.at(first) in small:
        first += 1
    while first < last and (line.sort(last - 1) in {Sort.TIME, *_HARD} or line.at(last - 1) in small):
        last -= 1
    words = [line.at(at) for at in range(first, last) if line.sort(at) in {Sort.WORD, Sort.NAME}]
    if not words or all(word in PRONOUNS or _is_time(word) for word in words):
        return None
    return first, last


def _is_time(word: str) -> bool:
    """Whether the word only says when: "year", "year's", "end"."""
    return word.removesuffix("'s").removesuffix("'") in TIME_NOUNS or word in _TURNS


def phrase_before(line: Sentence, end: int, floor: int, chain: frozenset[str] = _CHAIN) -> Tokens | None:
    """The noun phrase that ends before the token `end`, with what hangs on it by the words in `chain`."""
    return _back(line, end, floor, _Links(chain))


def subject_before(line: Sentence, end: int, floor: int, *, figures: bool = False) -> Tokens | None:
    """The subject of the verb at `end`: with all that describes it, and with the `figures` in it only if wanted."""
    return _back(line, end, floor, _Links(_CHAIN | PREPOSITIONS, subject=True, figures=figures))


@dataclass(frozen=True, slots=True)
class _Links:
    """What a phrase read backwards goes on across: the words, and in a subject participles and figures."""

    words: frozenset[str]
    subject: bool = False
    figures: bool = False


def _back(line: Sentence, end: int, floor: int, links: _Links) -> Tokens | None:
    while end > floor and line.sort(end - 1) is Sort.TIME:
        end -= 2 if line.at(end - 2) in PREPOSITIONS else 1
    at = end
    while at > floor and end - at < LONGEST and _comes_before(line, at - 1, end, links):
        at -= 1
    while at < end and line.at(at) in PREPOSITIONS and line.sort(at + 1) in {Sort.TIME, Sort.NAME}:
        at += 2
    for here in range(at, end - 1):
        if line.sort(here) is Sort.TIME and (_is_apart(line, here, at)):
            at = here + 1
    if line.at(at) in {"those", "these"} and (line.at(at + 1) in PREPOSITIONS or line.at(at + 1).endswith("ing")):
        return None
    return trimmed(line, at, end)


def _is_apart(line: Sentence, at: int, first: int) -> bool:
    """Whether the time at the token belongs to no phrase: "in 1998 the dam", "between 1998 and 2003 aid"."""
    alone = at == first and (line.at(at - 1) in PREPOSITIONS or not line.at(at)[:1].isdigit())
    return alone or line.at(at + 1) in DETERMINERS


def _comes_before(line: Sentence, at: int, end: int, links: _Links) -> bool:
    """Whether the token belongs to the phrase that goes on behind it up to `end`."""
    sort, inner = line.sort(at), at + 1 < end
    if _is_short_bracket(line, at):
        return True
    if inner and line.sort(at + 1) in {Sort.OPEN, Sort.CLOSE}:
        return sort in _NOUNS
    if sort not in _NOUNS and not (links.figures and sort is Sort.FIGURE):
        return False
    if inner and not _touches(line, at + 1):
        return False
    if links.subject and inner and _is_noun(line, at) and line.at(at + 1) in _ARTICLES:
        return False
    return sort is not Sort.WORD or _belongs(line, at, end, links)


def _is_short_bracket(line: Sentence, at: int) -> bool:
    """Whether the token opens or closes a bracket around one word: "overseas aid (ODA) flows"."""
    if line.sort(at) is Sort.CLOSE:
        return line.sort(at - 2) is Sort.OPEN and line.sort(at - 1) in _NAMING
    return line.sort(at) is Sort.OPEN and line.sort(at + 2) is Sort.CLOSE and line.sort(at + 1) in _NAMING


def _belongs(line: Sentence, at: int, end: int, links: _Links) -> bool:
    word, last = line.at(at), at + 1 == end
    if word in PREPOSITIONS or word in {"and", "or"}:
        return word in links.words and at > 0 and _holds(line, at - 1, links)
    if links.subject and last and word in _OBJECTIVE and line.at(at - 1) in PREPOSITIONS:
        return True
    if links.subject and not last and is_participle(line, at):
        return True
    if word in AUXILIARIES or word in STRONG or word in RELATIVE or (word in PRONOUNS and word not in DETERMINERS):
        return False
    spent = last and word in _SPENT and line.at(at - 1) in {"amount", "total", "sum", "money", "funds"}
    return spent or (last and is_adverb(word)) or not is_verb(line, at)


def _holds(line: Sentence, at: int, links: _Links) -> bool:
    """Whether what follows the token by a preposition or "and" can belong to it."""
    if line.sort(at) is Sort.FIGURE:
        return links.figures
    described = links.subject and is_participle(line, at)
    return line.sort(at) in _NOUNS and (described or not is_verb(line, at))


def _is_noun(line: Sentence, at: int) -> bool:
    """Whether the token ends a phrase that an article behind it does not go on: "in Leeds | a flat"."""
    word = line.at(at)
    small = word in PREPOSITIONS or word in CONJUNCTIONS or word in DETERMINERS
    return line.sort(at) in _NAMING and not small and not is_participle(line, at)


def place(line: Sentence, tokens: Tokens | None) -> Place | None:
    """Where the tokens stand in the sentence, without quotation marks or apostrophes at the end."""
    if tokens is None:
        return None
    start, end = line.tokens[tokens[0]].start, line.tokens[tokens[1] - 1].end
    return start, end - (line.text[end - 1] in "'’")
