"""A short form and the words beside it -> whether, and from which word on, the words spell it.

Readings are tried from the surest to the loosest, as Sohn, Comeau, Kim and Wilbur do in "Abbreviation
definition identification based on automatic precision estimates" (2008): initials, beginnings of words,
then letters anywhere (Schwartz and Hearst, see acronyms).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.tag.names.lists.canon import key
from nlp.tag.names.lists.tables import fold
from nlp.tag.names.patterns.runs import ARTICLES, CONNECTORS

SMALL = frozenset(
    fold(word)
    for word in {
        *CONNECTORS,
        *ARTICLES,
        *"a an or as at und les le des au aux dei della van von zur zum im i a".split(),
    }
)
"""Words whose letters a short form may leave out."""
VERBS = frozenset("is are was were has had have be do we who it he she this that these those".split())
"""Small words that are no part of a name."""
WORD = re.compile(r"(?:(?<!\w)(?:[dlDL]|[dD]ell|[qQ]u)['’](?=\w))?(?P<word>(?:[^\W_⁰-⁹¹²³]|(?<=\w)['’](?=\w))+)")
"""The article of "l'Océan" is not of the word."""
SIGNS = re.compile(r"[\W_]")
REPEATED = re.compile(r"([^\W\d_])([2-5])(?!\d)")
"""A letter and how often it stands: "A2" for anti-access."""
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")
NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        """two second to;three third;four fourth for;five fifth;six sixth;seven seventh;eight eighth;nine ninth;
        ten tenth;eleven;twelve;thirteen;fourteen;fifteen;sixteen;seventeen;eighteen;nineteen;twenty""".split(";"),
        start=2,
    )
    for word in words.split()
} | {"thirty": "30", "forty": "40", "fifty": "50", "hundred": "100"}
INITIALS = 1
BEGINNINGS = 12
"""How many of its first letters a word may give."""
LEAST = 4
"""Letters of a short form that beginnings of words may spell: for fewer, chance is too strong."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its offsets."""

    text: str
    start: int
    end: int
    slight: bool = False
    """Whether it weighs little where it stands: behind a hyphen or a stroke ("well-|being"), or a short word in small
    letters between two with capitals, as most languages have them ("Umoja |wa| Bandari")."""

    @property
    def low(self) -> str:
        """The word in small letters without accents."""
        return _low(self.text)

    @property
    def small(self) -> bool:
        """Whether short forms often leave it out."""
        return self.slight or self.low in SMALL

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``."""
    found = list(WORD.finditer(text, start, end))
    capital = [False, *(match["word"][0].isupper() for match in found), False]
    return [
        Word(match["word"], *match.span("word"), _is_slight(text, match, start) or _is_bridge(match["word"], *around))
        for match, around in zip(found, zip(capital, capital[2:], strict=False), strict=True)
    ]


def _is_slight(text: str, match: re.Match[str], start: int) -> bool:
    return match.start() > start and text[match.start() - 1] in "-/–"


def _is_bridge(word: str, before: bool, after: bool) -> bool:
    return before and after and len(word) <= 3 and word.islower() and word not in VERBS


def core(short: str) -> str:
    """What of a short form must be spelt: no signs, no plural s, no case."""
    single = short[:-1] if short.endswith("s") and short[-2:-1].isupper() else short
    return _low(SIGNS.sub("", single))


def _low(text: str) -> str:
    """Small letters without accents, in all alphabets that have them."""
    low = text.lower()
    return low if low.isascii() else "".join(unicodedata.normalize("NFD", char)[0] for char in low)


def readings(short: str) -> Iterator[str]:
    """What the words may have to spell: digits as printed, as repeats, before the rest, or left out at the end.

    >>> list(readings("COP28"))[2:]
    ['28cop', 'cop']
    """
    plain = core(short)
    yield plain
    if not plain.isalpha():
        letters = plain.rstrip("0123456789")
        yield REPEATED.sub(lambda match: match[1] * int(match[2]), plain)
        yield plain[len(letters) :] + letters
        yield letters


def begin(spelt: str, words: Sequence[Word], letters: int) -> int | None:
    """Where in `words` the shortest tail begins that spells `spelt` with up to `letters` of each word's first letters.

    Small words and second halves of compounds may give none, all others must. Linear in both.
    """
    rests = {len(spelt)}
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        taken = {rest - n for rest in rests for n in _given(spelt, rest, word, letters)}
        if 0 in taken and (word.capital or not (word.small or word.low in VERBS)):
            return at
        rests = rests | taken if word.small else taken
        if not rests:
            return None
    return None


def _given(spelt: str, rest: int, word: Word, letters: int) -> Iterator[int]:
    """How many of the letters that end at `rest` the word may stand for."""
    low = word.low
    for n in range(1, min(letters, rest, len(low)) + 1):
        if spelt[rest - n : rest] == low[:n] and not spelt[rest - n].isdigit():
            yield n
    number = NUMBERS.get(low) or (match[1] if (match := ORDINAL.fullmatch(low)) else None)
    if number is not None and spelt[:rest].endswith(number):
        yield len(number)


def gist(long: str) -> frozenset[str]:
    """What two prints of one name share: "Office on Drugs" and "Office for Drugs", "Meeting" and "Meetings"."""
    return frozenset(word.removesuffix("s") for word in key(long).split() if word not in SMALL)


def same_gist(one: str, other: str) -> bool:
    """Whether two long forms of one short form say the same, one of them perhaps with a word more."""
    here, there = gist(one), gist(other)
    return here <= there or there <= here


def first_spelling(short: str, words: Sequence[Word]) -> int | None:
    """Where in `words` the shortest tail begins that spells all of `short`: by initials, else by beginnings."""
    for letters in (INITIALS, BEGINNINGS):
        for reading in readings(short):
            if len(reading) >= (2 if letters == INITIALS else LEAST):
                at = begin(reading, words, letters)
                if at is not None and at < len(words) - 1:
                    return at
    return None


def anywhere(spelt: str, long: str) -> int | None:
    """Where in `long` the match of the letters from right to left begins, None when there is none.

    Schwartz and Hearst: any letters of `long` in order, but the first must begin a word.
    """
    at = len(long)
    for index in range(len(spelt) - 1, -1, -1):
        at -= 1
        while at >= 0 and (long[at].lower() != spelt[index] or (index == 0 and at > 0 and long[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    return at


def share(spelt: str, words: Sequence[Word]) -> float:
    """Which part of the letters are initials of `words` that are not small, in any order: FARC, armed forces."""
    have = Counter(word.low[0] for word in words if word.low not in SMALL)
    return sum((Counter(spelt) & have).values()) / max(1, len(spelt))


def pieces(spelt: str, words: Sequence[Word]) -> float:
    """Which part of the letters are beginnings of words, in any order, each word once: "Regul-a-tel"."""
    left = {word.low for word in words if word.low not in SMALL}
    at = covered = 0
    while at < len(spelt):
        size, word = max(((_common(spelt[at:], word), word) for word in left), default=(0, ""))
        if size:
            left.discard(word)
        covered += size
        at += max(1, size)
    return covered / max(1, len(spelt))


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
