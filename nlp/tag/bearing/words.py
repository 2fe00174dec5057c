"""A sentence with its figures, times and names -> its words, each told what it is: what clauses are read from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from nlp.model import Label
from nlp.tag.figures.periods import Period, periods

Place = tuple[int, int]
"""Where something stands in the sentence: (start, end)."""


class Sort(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    """One that measures nothing."""
    FIGURE = auto()
    TIME = auto()
    NAME = auto()
    COMMA = auto()
    BREAK = auto()
    """A semicolon, a colon, a dash between spaces: another clause or an explanation begins."""
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign, or a whole figure, time or name."""

    start: int
    end: int
    sort: Sort
    word: str
    """In lower case."""
    index: int = -1
    """Of a figure, a time or a name: which one of the sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart. Offsets are into `text`."""

    text: str
    tokens: tuple[Token, ...]
    figures: tuple[int, ...]
    """For each figure its token."""
    times: tuple[Period, ...]
    labels: tuple[Label, ...]
    """Of each name."""

    def at(self, index: int) -> str:
        """The word of token `index`; empty beyond both ends."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def sort(self, index: int) -> Sort:
        """The sort of token `index`; a break beyond both ends."""
        return self.tokens[index].sort if 0 <= index < len(self.tokens) else Sort.BREAK


_TOKEN = re.compile(
    r"""(?P<word>[^\W\d_](?:[\w&]|['’.\-‑](?=\w)|/(?=[^\W\d_]))*['’]?)
      | (?P<number>\d(?:[\d,.]*\d)?[^\W\d_]*)
      | (?P<comma>,) | (?P<open>[(\[]) | (?P<close>[)\]])
      | (?P<break>[;:?!…]|\.{2,}|—|(?<=\s)[-–](?=\s)|–(?=\s))""",
    re.VERBOSE,
)
_RELATIVE_TIME = re.compile(
    r"""\b(?:(?:the|that|this|last|next|each|every|same|following|previous|preceding|past|coming|current|final|first)\s
        (?:(?:same|following|previous|preceding|past|coming|current|next|last|first|full|fiscal|financial)\s){0,2}
        (?:year|month|week|quarter|decade|summer|winter|spring|autumn|century)s?\b(?:\s(?:before|after|later|earlier))?
      | an?\s(?:year|decade|month)\s(?:later|earlier|ago|before)
      | (?:recent|subsequent|later|earlier|past)\s(?:years|months|decades)
      | (?:in|during|since|until|by|last|next|this)\s(?:January|February|March|April|May|June|July|August|September
          |October|November|December)\b
      | today|yesterday|nowadays)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SORTS = {
    "word": Sort.WORD,
    "number": Sort.NUMBER,
    "comma": Sort.COMMA,
    "open": Sort.OPEN,
    "close": Sort.CLOSE,
    "break": Sort.BREAK,
}


def told_times(text: str) -> list[Period]:
    """The times of `text`, in order and apart; those told by another ("that year") with no years."""
    exact = periods(text)
    taken = [one.start for one in exact]
    found = list(exact)
    for other in _RELATIVE_TIME.finditer(text):
        at = bisect_left(taken, other.end())
        of = other.end() + len(" of ")
        season = at < len(exact) and exact[at].start == of and text.startswith(" of ", other.end())
        if not season and (at == 0 or exact[at - 1].end <= other.start()):
            found.append(Period(other.start(), other.end(), None, None))
    return sorted(found, key=lambda one: one.start)


def sentence(text: str, figures: Sequence[Place], names: Sequence[tuple[Place, Label]]) -> Sentence:
    """`text` taken apart. Where they overlap a figure goes before a time, and a time before a name."""
    times = told_times(text)
    whole = [(start, end, Sort.FIGURE, at) for at, (start, end) in enumerate(figures)]
    whole = _with(whole, [(one.start, one.end, Sort.TIME, at) for at, one in enumerate(times)])
    whole = _with(whole, [(start, end, Sort.NAME, at) for at, ((start, end), _) in enumerate(names)])
    tokens: list[Token] = []
    at = 0
    for start, end, sort, index in [*whole, (len(text), len(text), Sort.BREAK, -1)]:
        tokens += (
            Token(*match.span(), _SORTS[str(match.lastgroup)], _lower(match.group()))
            for match in _TOKEN.finditer(text, at, start)
        )
        if index >= 0:
            tokens.append(Token(start, end, sort, _lower(text[start:end]), index))
        at = end
    places = {token.index: at for at, token in enumerate(tokens) if token.sort is Sort.FIGURE}
    return Sentence(
        text,
        tuple(tokens),
        tuple(places[at] for at in range(len(figures))),
        tuple(times),
        tuple(label for _, label in names),
    )


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


Whole = tuple[int, int, Sort, int]


def _with(taken: Sequence[Whole], more: Sequence[Whole]) -> list[Whole]:
    """`taken` and those of `more` that overlap none of it, in order of place; both are in order and apart."""
    starts = [one[0] for one in taken]
    free: list[Whole] = []
    for one in more:
        at = bisect_left(starts, one[1])
        if one[0] < one[1] and (at == 0 or taken[at - 1][1] <= one[0]) and (not free or free[-1][1] <= one[0]):
            free.append(one)
    return sorted([*taken, *free], key=lambda one: one[:2])
