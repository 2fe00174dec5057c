"""A sentence -> what it states that can be checked: amounts, times, names, directions and denials, and its words.

Claim and source are read alike, so that what one way of writing hides from us it hides on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from corpus.model import Span
from corpus.view import View
from nlp.check.opposites import BARRING, denials, moves, signs
from nlp.find.words import STOP_WORDS, stem
from nlp.model import Figure, Kind, Mention, Place
from nlp.tag.bearing.bearing import bearings
from nlp.tag.bearing.words import told_times
from nlp.tag.figures.figures import figures
from nlp.tag.figures.hedges import qualifier
from nlp.tag.figures.numbers import Form, numbers
from nlp.tag.figures.periods import Period
from nlp.tag.names.entities import entities

WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
PART = re.compile(
    r"""[;:—] | ,\s(?!\d{3}\b) | \s[–-]\s
      | \b(?:but|while|whereas|although|though|because|(?<!of\s)(?<!in\s)(?<!to\s)which|who|whereby)\b""",
    re.VERBOSE,
)
"""Where another clause may begin."""
ORDINAL = re.compile(
    r"\b(?:(\d+)(?:st|nd|rd|th)|(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b(?!-)", re.IGNORECASE
)
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
PART_OF = re.compile(
    rf"(?<!and\s)\b(?P<many>{'|'.join(WORDS)})[\s-](?P<part>{'|'.join(PARTS)})s?\b(?!\s(?:year|time|term))",
    re.IGNORECASE,
)
"""A fraction in words whose whole is told elsewhere: "those in Europe sent about a tenth"."""
MOST = re.compile(r"\b(?:most|the majority|the bulk) of\b|\bmostly\b|\bmainly\b", re.IGNORECASE)
FACTOR = re.compile(
    r"""\b(?: (?P<two>double[ds]?|doubling|twice|twofold|two-fold) | (?P<half>halv(?:e|ed|es|ing) | half\ (?:of\ what|as\ (?:much|many|long|large)))
      | (?P<three>tripl\w+|trebl\w+|threefold|three-fold|thrice) | (?P<four>quadrupl\w+|fourfold|four-fold)
      | (?P<five>fivefold|five-fold|quintupl\w+) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
FACTORS = {"two": 2.0, "half": 0.5, "three": 3.0, "four": 4.0, "five": 5.0}
NO_THAN = re.compile(r"\bnot? (more|greater|higher|less|fewer|lower) than")
NOT_OVER = re.compile(r"\b(?:not|never|n['’]t)\s(?:\w+\s){0,3}\Z", re.IGNORECASE)
OWNED = re.compile(r"\b(?!were\b|was\b|is\b|are\b|did\b|has\b|have\b)[a-z]+\s(?:the|its|their|his|her)\b")
IDLE_CUE = re.compile(
    r"""cut\s(?!the\b|to\b|from\b|by\b|its\b|their\b|his\b|her\b|in\b|back\b|down\b|off\b|all\b|an?\b|some\b|\d|spending|costs
          |taxes|aid|funding|jobs|emissions|interest|rates)
      | (?:more|less)\s(?:[a-z]+ly|or\sless)\b | most\sof\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that point no way here: "cut flowers", "more slowly"."""
SHARE = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|these\s|those\s)?(?:[\w-]+['’]s?\s)?")
LASTING = re.compile(r"[\s-](?:days?|weeks?|months?|years?|decades?|seasons?|quarters?|terms?)\b")
IDLE_ONE = re.compile(r"one\b", re.IGNORECASE)


class Bound(StrEnum):
    """How a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    """More than, or at least."""
    UNDER = "under"
    """Less than, at most, nearly."""


_BOUNDS = (
    (
        Bound.OVER,
        re.compile(
            r"""\bover\b | above | beyond | (?:more|greater|higher)\ than | exceed | excess | surpass | topp | tops
              | upward | at\ least | minimum | or\ (?:more|above|higher|over)\b | plus | [+>≥]""",
            re.VERBOSE,
        ),
    ),
    (
        Bound.UNDER,
        re.compile(
            r"""\bunder\b | below | (?:less|fewer|lower)\ than | short\ of | at\ most | maximum | up\ to | near | almost
              | close\ to | as\ (?:much|many|high)\ as | or\ (?:less|fewer) | [<≤] | not\ quite | virtually | hardly
              | scarcely | barely""",
            re.VERBOSE,
        ),
    ),
    (
        Bound.ABOUT,
        re.compile(
            r"""about | around | roughly | approx | some | circa | \bca?\b | estimate | region | order | neighbo
              | vicinity | [~≈±] | or\ so | perhaps""",
            re.VERBOSE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts. `low` and `high` are fully scaled; offsets are into the sentence."""

    start: int
    end: int
    low: float
    high: float
    kind: Kind | None
    """None for a number that measures nothing we know."""
    unit: str = ""
    bound: Bound = Bound.EXACT
    per: str | None = None
    since: int | None = None
    until: int | None = None
    ordinal: bool = False
    hedge: int = -1
    """Where it begins with its hedge."""


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
        hedges = [(one.hedge, one.start) for one in self.amounts]  # whose words are no directions but bounds
        found = []
        for match in WORD.finditer(self.text):
            if any(start <= match.start() < end for start, end in hedges):
                continue
            if IDLE_CUE.match(self.text, match.start()) or self._in_name(match):
                continue
            for axis, sign in table.get(match.group().casefold(), ()):
                found.append((*match.span(), axis, sign * self._denied(match.start())))
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
            if not OWNED.search(words) and len(words.split()) <= 6
        ]
        return -1 if len(near) % 2 else 1


def read(text: str) -> Reading:
    """What a sentence, or several, in plain prose states."""
    view = View.of(text)
    told = [(view, Place.BODY)]
    mentions, _ = entities([view])
    found = bearings(text, told, figures(text, told), mentions)
    times = tuple(told_times(text))
    amounts = [_amount(text, figure) for figure in found]
    amounts += _bare(text, [*(f.span for f in found), *(Span(one.start, one.end) for one in times)])
    return Reading(text, tuple(sorted(amounts, key=lambda one: one.start)), times, tuple(mentions))


def bound_of(hedge: str | None) -> Bound:
    """What a hedge makes of a number: "at least" of it, "about" it ..."""
    words = (hedge or "").casefold()
    if turned := NO_THAN.search(words):
        return Bound.UNDER if turned[1] in ("more", "greater", "higher") else Bound.OVER
    return next((bound for bound, pattern in _BOUNDS if pattern.search(words)), Bound.EXACT)


def _amount(text: str, one: Figure) -> Amount:
    bound, hedge = _hedged(text, one.span.start, one.span.end)
    return Amount(
        one.span.start,
        one.span.end,
        one.low,
        one.high,
        one.kind,
        one.unit,
        bound if bound is not Bound.EXACT else bound_of(one.qualifier),
        one.per,
        one.since,
        one.until,
        hedge=hedge,
    )


def _hedged(text: str, start: int, end: int) -> tuple[Bound, int]:
    """How a number is meant by the words around it, and where it begins with them."""
    hedge, first = qualifier(text, start, end)
    bound = bound_of(hedge)
    if hedge == "over" and LASTING.match(text, end):  # "over three seasons": in the course of them
        return Bound.EXACT, first
    turned = {Bound.OVER: Bound.UNDER, Bound.UNDER: Bound.OVER}
    # "not more than 40", "never rose above 40": what denies stands before the hedge, with the verb between.
    if bound in turned and NOT_OVER.search(text, max(0, first - 40), first):
        bound = turned[bound]
    return bound, first


def _bare(text: str, taken: Sequence[Span]) -> list[Amount]:
    """Numbers, ordinals and factors that are no figures and no times."""
    found: list[Amount] = []

    def free(start: int, end: int) -> bool:
        return not any(span.start < end and start < span.end for span in taken)

    for match in PART_OF.finditer(text):
        if free(*match.span()):
            value = 100 * WORDS[match["many"].casefold()] / PARTS[match["part"].casefold()]
            bound, hedge = _hedged(text, *match.span())
            found.append(Amount(*match.span(), value, value, Kind.PERCENT, "%", bound, hedge=hedge))
    found += [Amount(*match.span(), -1, -1, None, "most") for match in MOST.finditer(text)]
    taken = [*taken, *(Span(one.start, one.end) for one in found)]
    for one in numbers(text):
        idle = one.form is Form.WORDS and IDLE_ONE.match(text[one.start : one.end])
        if free(one.start, one.end) and not idle:
            bound, hedge = _hedged(text, one.start, one.end)
            found.append(Amount(one.start, one.end, one.low, one.high, None, bound=bound, hedge=hedge))
    for match in ORDINAL.finditer(text):
        if free(*match.span()):
            value = float(match[1]) if match[1] else float(ORDINALS.index(match[2].casefold()))
            found = [one for one in found if not one.start < match.end() or not match.start() < one.end]
            found.append(Amount(*match.span(), value, value, None, ordinal=True))
    return found


def factors(text: str) -> list[tuple[int, int, float]]:
    """Where it says that something is so many times something else, and how many."""
    return [(*m.span(), FACTORS[str(m.lastgroup)]) for m in FACTOR.finditer(text)]
