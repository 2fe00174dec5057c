"""The words beside a short form -> where the long form begins: by initials, by letters, by a head word.

See acronyms for the source of the method; here are its three ways to read the words before the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.model import Label
from nlp.tag.names.gazetteers import known
from nlp.tag.names.runs import ARTICLES, CONNECTORS, INSIDE, STARTERS
from nlp.tag.names.triggers import head_label

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
STOP = re.compile(r"[.;:!?()\[\]]\s|[()\[\]“”\"]")
ABBREVIATION = re.compile(r"(?:\b[A-Z]|St|Dr|Mr|Inc)$")
ASIDE = re.compile(r"[,:] (?:the|a|an|its|and the)\s")
"""Behind this a new name starts."""
LONGEST = 200
"""Characters of text before the bracket that may belong to the long form."""
ROMAN = re.compile(r"[IVX]+$")
OWN_NAME = frozenset(("Inter", "International"))
"""With these a body's own name begins, whoever's body it is: "the OAS | Inter-American Committee"."""
PLACES = frozenset((Label.GPE, Label.NORP, Label.LOC))
JOINING = CONNECTORS | ARTICLES | {"a", "an", "or", "-"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its offsets."""

    text: str
    start: int
    end: int


def words_before(text: str, end: int) -> list[Word]:
    """The words of the same sentence before `end`, no more than a long form may have."""
    start = max(0, end - LONGEST)
    if not text[end - 1 : end].isalnum():
        return []
    for stop in STOP.finditer(text, start, end):
        if not _is_abbreviation(text, stop):
            start = stop.end()
    words = words_in(text, start, end)
    owner = max((at + 1 for at, word in enumerate(words[:-1]) if _owns(word.text)), default=0)
    return words[owner:]


def _owns(word: str) -> bool:
    """A possessive that stands outside a name: "Brazil's | National Bank", but not "Children's Fund"."""
    return word.endswith("'s") and word[:-2].lower() not in INSIDE


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    before = text[max(0, stop.start() - 4) : stop.start()]
    return text[stop.start()] == "." and ABBREVIATION.search(before) is not None


def is_short(short: str) -> bool:
    """Two to twelve characters with a capital, no number and no Roman number, not an ordinary word."""
    letters = sum(char.isalpha() for char in short)
    capitals = sum(char.isupper() for char in short)
    if not 2 <= len(short) <= 12 or letters < 2 or not capitals or ROMAN.match(short):
        return False
    return capitals >= 2 or (short[0].isupper() and len(short) >= 5)


def spelling(short: str) -> str:
    """The letters that count: the plural s and signs do not."""
    core = short[:-1] if short.endswith("s") and short[:-1].isupper() else short
    return re.sub(r"[\W_\d]", "", core).lower()


def by_initials(short: str, words: Sequence[Word]) -> Word | None:
    """Where the words begin whose initials are the short form; small words count or not, as it fits."""
    if sum(char.isupper() for char in short) < 2:
        return None
    at = spell(spelling(short), [word.text.lower() for word in words])
    return words[at] if at is not None else None


def whole(text: str, words: Sequence[Word], first: Word | None) -> Word | None:
    """`first`, unless a new name starts between it and the end: "crime, the International Commission"."""
    return None if first is None or ASIDE.search(text, first.start, words[-1].end) else first


def spell(core: str, words: Sequence[str]) -> int | None:
    """Where in `words` the shortest tail begins whose initials are `core`; None when there is none."""
    if not words or not core:
        return None
    *front, word = words
    small = word in JOINING
    skipped = spell(core, front) if small else None
    if skipped is not None or word[0] != core[-1]:
        return skipped
    if len(core) == 1:
        return None if small else len(front)
    return spell(core[:-1], front)


def by_letters(short: str, text: str, words: Sequence[Word]) -> Word | None:
    """Schwartz and Hearst: the shortest stretch of words that holds the letters in order."""
    spelt = spelling(short)
    window = words[-min(len(spelt) + 5, 2 * len(spelt)) :]
    at = letters(spelt, text[window[0].start : words[-1].end])
    first = next((word for word in window if at is not None and word.start == window[0].start + at), None)
    if first is None or first.text.lower() in JOINING:
        return None
    stretch = [word for word in words if word.start >= first.start]
    plain = [word for word in stretch if word.text.lower() not in JOINING]
    if whole(text, words, first) is None or len(plain) < 2 or any(word.text.lower() == short.lower() for word in plain):
        return None
    if any(word.text[0].isupper() for word in plain):
        return first if all(word.text[0].isupper() for word in plain) else None
    return first if len(spelt) >= 3 and _share(spelt, plain) >= 0.6 else None


def _share(core: str, words: Sequence[Word]) -> float:
    """Which part of the letters are initials of `words`."""
    initials = [word.text[0].lower() for word in words]
    return sum(letter in initials for letter in core) / len(core)


def letters(core: str, long: str) -> int | None:
    """Where in `long` the match of the letters from right to left begins, None when there is none."""
    core, low = core.lower(), long.lower()
    at = len(low)
    for index in range(len(core) - 1, -1, -1):
        at -= 1
        while at >= 0 and (low[at] != core[index] or (index == 0 and at > 0 and low[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    return at


def by_run(short: str, text: str, words: Sequence[Word]) -> Word | None:
    """The capitalised words before the bracket when a head word is among them: initials need not match."""
    place = known(short)
    if place is not None and place.label in PLACES:
        return None
    at = len(words)
    while at and _belongs(text, words, at - 1):
        at -= 1
    run = list(words[at:])
    while run and (not run[0].text[0].isupper() or run[0].text.lower() in STARTERS):
        run = run[1:]
    run = _last_name(run)
    if len(run) > 2 and run[0].text.isupper() and run[1].text in OWN_NAME:
        run = run[1:]
    return run[0] if len(run) >= 2 and any(head_label(word.text) for word in run) else None


def _belongs(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether word `at` may stand in a capitalised run that goes on with the next word."""
    word = words[at]
    gap = text[word.end : words[at + 1].start] if at + 1 < len(words) else " "
    tight = gap in {" ", "-", " & ", "' "} or (gap == ", " and words[at + 1].text[0].isupper())
    listed = gap != ", " or any(later.text.lower() == "and" for later in words[at + 1 :])
    return tight and listed and (word.text[0].isupper() or word.text.lower() in JOINING)


def _last_name(run: list[Word]) -> list[Word]:
    """The run behind an "and the", if a name with a head stands there."""
    for cut in range(len(run) - 2, 0, -1):
        if run[cut].text.lower() == "and" and run[cut + 1].text.lower() in ARTICLES:
            rest = run[cut + 2 :]
            if len(rest) > 1 and any(head_label(word.text) for word in rest):
                return rest
    return run


def with_front(words: Sequence[Word], first: Word) -> Word:
    """`first`, or the United Nations before it: letters that the short form leaves out."""
    at = words.index(first)
    front = [word.text for word in words[max(0, at - 2) : at]]
    return words[at - 2] if front == ["United", "Nations"] else first


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``."""
    return [Word(m.group(), *m.span()) for m in WORD.finditer(text, start, end)]
