"""A sentence -> what it states that can be checked: amounts, times, names, directions and denials, and its words.

Claim and source are read alike, so that what one way of writing hides from us it hides on both sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from corpus.view import View
from nlp.check.amounts import Amount, amounts
from nlp.check.opposites import BARRING, KINDS, denials, moves, signs
from nlp.find.words import STOP_WORDS, stem
from nlp.model import Mention, Place
from nlp.tag.bearing.bearing import bearings
from nlp.tag.bearing.words import told_times
from nlp.tag.figures.figures import figures
from nlp.tag.figures.periods import Period
from nlp.tag.names.entities import entities

WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
PART = re.compile(
    r"""[;:—] | ,\s(?!\d{3}\b) | \s[–-]\s
      | \b(?:but|while|whereas|although|though|because|(?<!of\s)(?<!in\s)(?<!to\s)which|who|whereby)\b""",
    re.VERBOSE,
)
"""Where another clause may begin."""
OWNED = re.compile(
    r"\b(?!of\b|in\b|on\b|for\b|to\b|were\b|was\b|is\b|are\b|did\b|has\b|have\b)[a-z]+\s(?:the|its|their|his|her)\b"
)
IDLE_CUE = re.compile(
    r"""cut\s(?!the\b|to\b|from\b|by\b|its\b|their\b|his\b|her\b|in\b|back\b|down\b|off\b|all\b|an?\b|some\b|\d|spending|costs
          |taxes|aid|funding|jobs|emissions|interest|rates)
      | (?:more|less)\s(?:[a-z]+ly|or\sless)\b | most\sof\b | above\sall\b | after\sall\b | before\slong\b | open\sto\b
      | add(?:s|ed|ing)?\sthat\b | fell\sto\s(?:the|an?|it|them)\b | rais(?:ed?|es|ing)\s(?:doubts?|concerns?)\b
      | left\s(?:open|standing|to|out|without|unchanged)\b | leaving\b | last\s(?:year|month|week|decade|summer)\b
      | (?:end|close|start|beginning|launch)\sof\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that point no way here: "cut flowers", "more slowly"."""
DEGREE = re.compile(r"(?:more|less|most|least)\s([a-z-]+)", re.IGNORECASE)
LESS = re.compile(r"\b(?:less|least)\s\Z", re.IGNORECASE)
NOUN = re.compile(r"without\s(?!\w+ing\b)|no\b|lack", re.IGNORECASE)
FURTHER = re.compile(r"\s(?:to|in|of|for|from|at|by|on|with)\s")
"""Denies a noun only: "without success to close"."""
SHARE = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|these\s|those\s)?(?:[\w-]+['’]s?\s)?")
"""What stands between a part and its whole."""


@dataclass(frozen=True)
class Reading:
    """A sentence, taken apart. All offsets are into `text`."""

    text: str
    amounts: tuple[Amount, ...]
    times: tuple[Period, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def words(self) -> tuple[tuple[int, int, str], ...]:
        """Every word that says something: (start, end, stem)."""
        found = ((*match.span(), match.group().casefold()) for match in WORD.finditer(self.text))
        return tuple((start, end, stem(word)) for start, end, word in found if word not in STOP_WORDS)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words; of a compound also those of its parts."""
        whole = {word for _, _, word in self.words}
        parts = {stem(part) for _, _, word in self.words if "-" in word for part in word.split("-")}
        return frozenset(whole | parts)

    @cached_property
    def cues(self) -> tuple[tuple[int, int, str, int], ...]:
        """Every word that has a reverse: (start, end, axis, sign), the sign turned where it is denied."""
        table = signs()
        hedges = [
            (one.hedge, one.start) for one in self.amounts if one.hedge >= 0
        ]  # whose words are no directions but bounds
        found = []
        for match in WORD.finditer(self.text):
            if any(start <= match.start() < end for start, end in hedges):
                continue
            if IDLE_CUE.match(self.text, match.start()) or self._in_name(match):
                continue
            if (degree := DEGREE.match(self.text, match.start())) and degree[1].casefold() in table:
                continue  # "less frequent" is what "rarer" is
            turned = -1 if LESS.search(self.text, 0, match.start()) else 1
            for axis, sign in table.get(match.group().casefold(), ()):
                turn = 1 if axis in KINDS else turned * self._denied(match.start())
                found.append((*match.span(), axis, sign * turn))
        found += [(start, end, "change", sign * self._denied(start)) for start, end, sign in moves(self.text)]
        return tuple(sorted(found))

    @cached_property
    def denials(self) -> tuple[tuple[int, int], ...]:
        """Where it denies something."""
        return tuple(denials(self.text))

    @cached_property
    def bars(self) -> tuple[tuple[int, int], ...]:
        """Where it says that something may not be."""
        return tuple(found.span() for found in BARRING.finditer(self.text))

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around an offset."""
        cuts = [0, *(cut.start() for cut in PART.finditer(self.text)), len(self.text)]
        start = max(cut for cut in cuts if cut <= at)
        return start, min((cut for cut in cuts if cut > at), default=len(self.text))

    def around(self, at: int) -> frozenset[str]:
        """The stems of the clause around an offset."""
        first, last = self.clause(at)
        return frozenset(word for start, _, word in self.words if first <= start < last)

    def whole(self, amount: Amount) -> Amount | None:
        """The number that another is part of: 27 of "3 of the 27 provinces"."""
        rest = [one for one in self.amounts if one.start >= amount.end]
        return rest[0] if rest and SHARE.fullmatch(self.text[amount.end : rest[0].start]) else None

    def _in_name(self, word: re.Match[str]) -> bool:
        """Whether a word belongs to a name: "Lower Vale"."""
        behind = self.text[word.end() : word.end() + 2]
        return word.group()[0].isupper() and behind[:1] == " " and behind[1:].isupper()

    def _denied(self, at: int) -> int:
        """-1 where a denial shortly before, in the same clause, turns the word at an offset round; else 1."""
        start, _ = self.clause(at)
        near = [place for place in self.denials if start <= place[0] and place[1] <= at]
        # "nobody enforced the ban": what is denied is the deed, not the thing
        between = (self.text[end:at] for _, end in near)
        near = [
            place
            for place, words in zip(near, between, strict=True)
            if not OWNED.search(words)
            and len(words.split()) <= 6
            and not (NOUN.match(self.text, place[0]) and FURTHER.search(words))
        ]
        return -1 if len(near) % 2 else 1


def read(text: str) -> Reading:
    """What a sentence, or several, in plain prose states."""
    view = View.of(text)
    told = [(view, Place.BODY)]
    mentions, _ = entities([view])
    found = bearings(text, told, figures(text, told), mentions)
    times = tuple(told_times(text))
    return Reading(text, amounts(text, found, times), times, tuple(mentions))
