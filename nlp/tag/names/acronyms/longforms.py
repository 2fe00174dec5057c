"""The words before a short form -> where the long form begins that they spell, with what is in front of it.

See acronyms for the sources of the method, and likely for names that speak for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.model import Label
from nlp.tag.names.acronyms.spelling import Word, first_spelling, words_in
from nlp.tag.names.lists.gazetteers import is_term, known
from nlp.tag.names.lists.tables import fold, words
from nlp.tag.names.patterns.runs import ARTICLES, INSIDE, OF, STARTERS
from nlp.tag.names.patterns.triggers import head_label

STOP = re.compile(r"[.;:!?()\[\]]\s|[()\[\]“”\"|]")
ABBREVIATION = re.compile(r"(?:\b[A-Z]|St|Dr|Mr|Inc)$")
ASIDE = re.compile(r"[,:] (?:the|a|an|its|and the)\s")
"""Behind this a new name starts."""
LONGEST = 200
"""Characters of text before the bracket that may belong to the long form."""
ROMAN = re.compile(r"[IVX]+$")
TIGHT = frozenset((" ", "-", "/", " & ", "' "))


def words_before(text: str, end: int) -> list[Word]:
    """The words of the same sentence before `end`, no more than a long form may have."""
    start = max(0, end - LONGEST)
    if not text[end - 1 : end].isalnum():
        return []
    for stop in STOP.finditer(text, start, end):
        if not _is_abbreviation(text, stop):
            start = stop.end()
    return words_in(text, start, end)


def unowned(before: Sequence[Word]) -> Sequence[Word]:
    """What stands behind the last owner: "Brazil's | National Bank"."""
    return before[max((at + 1 for at, word in enumerate(before[:-1]) if _owns(word.text)), default=0) :]


def _owns(word: str) -> bool:
    """A possessive that stands outside a name: "Brazil's | National Bank", but not "Children's Fund"."""
    return word.endswith("'s") and word[:-2].lower() not in INSIDE


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    before = text[max(0, stop.start() - 4) : stop.start()]
    return text[stop.start()] == "." and ABBREVIATION.search(before) is not None


def is_short(short: str) -> bool:
    """Whether a word may be a short form: two to fourteen characters, and capitals as names have them or more."""
    letters = sum(char.isalpha() for char in short)
    capitals = sum(char.isupper() for char in short)
    if not 2 <= len(short) <= 14 or not capitals:
        return False
    if letters < 2:
        return any(char.isdigit() for char in short)
    return capitals >= 2 or not short[0].isupper() or letters >= 4


def spelt_before(short: str, text: str, before: Sequence[Word]) -> Word | None:
    """Where the words begin that spell the short form, with what of the name it leaves out in front."""
    at = first_spelling(short, before)
    if at is None or ASIDE.search(text, before[at].start, before[-1].end):
        return None
    return _with_front(short, text, before, at)


def _with_front(short: str, text: str, before: Sequence[Word], at: int) -> Word:
    """The first of `before[at:]`, or of what belongs in front: the United Nations, or "Bureau for"."""
    if [word.text for word in before[max(0, at - 2) : at]] == ["United", "Nations"]:
        return before[at - 2]
    run = capital_run(text, before)
    front = [word for word in run if word.start < before[at].start]
    if not 2 <= len(front) <= 5 or front[-1].low not in OF or head_label(front[-2].text) is not Label.ORG:
        return before[at]
    return before[at] if _speaks_alone(short, text, before[at:]) else front[0]


def _speaks_alone(short: str, text: str, name: Sequence[Word]) -> bool:
    """Whether `name` is one without the "Ministry of" before it: a thing, a place, a body by its own head."""
    last = fold(name[-1].low)
    known_as = is_term(short) or last in words("things.txt") or last.rstrip("s") in words("things.txt")
    return known_as or known(text[name[0].start : name[-1].end]) is not None or any(head_label(w.text) for w in name)


def capital_run(text: str, before: Sequence[Word]) -> list[Word]:
    """The capitalised words, joined by small ones, that end where `before` ends."""
    before = unowned(before)
    at = len(before)
    while at and _belongs(text, before, at - 1):
        at -= 1
    sentence = at == 0
    run = list(before[at:])
    while run and (not run[0].capital or run[0].low in ARTICLES or (sentence and run[0].low in STARTERS)):
        run = run[1:]
    return run


def _belongs(text: str, before: Sequence[Word], at: int) -> bool:
    """Whether word `at` may stand in a capitalised run that goes on with the next word."""
    word = before[at]
    gap = text[word.end : before[at + 1].start] if at + 1 < len(before) else " "
    tight = gap in TIGHT or (gap == ", " and before[at + 1].capital)
    listed = gap != ", " or any(later.low == "and" for later in before[at + 1 :])
    last = at == len(before) - 1 and word.text.isdigit()
    return tight and listed and (word.capital or word.small or last)
