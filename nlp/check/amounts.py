"""A text -> its amounts: every figure, number, fraction and ordinal with scale, unit and how it is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.model import Span
from nlp.model import Figure, Kind
from nlp.tag.figures.hedges import qualifier
from nlp.tag.figures.numbers import Form, numbers, times
from nlp.tag.figures.periods import Period

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
    r"""\b(?: (?P<two>double[ds]?|doubling|twice|twofold|two-fold) | (?P<half>halv(?:e|ed|es|ing)
          | half\ (?:of\ (?:what|that|this)|as\ (?:much|many|long|large)))
      | (?P<three>tripl\w+|trebl\w+|threefold|three-fold|thrice) | (?P<four>quadrupl\w+|fourfold|four-fold)
      | (?P<five>fivefold|five-fold|quintupl\w+) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
FACTORS = {"two": 2.0, "half": 0.5, "three": 3.0, "four": 4.0, "five": 5.0}
NO_THAN = re.compile(r"\bnot? (more|greater|higher|less|fewer|lower) than")
NOT_OVER = re.compile(
    r"\b(?:(?:not?|never|cannot|n['’]t|nothing)\s(?:\w+\s){0,3}|(?:none|neither|nobody|nor)\s(?:\w+\s){0,8})\Z",
    re.IGNORECASE,
)
THAN = re.compile(
    r"""\b(?: (?P<over>(?:larg|bigg|long|old|tall|heavi|wid|deep|high|great|lat|fast)er)
          | (?:small|short|young|light|narrow|low|few|earli|slow)er )\sthan\s\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""What bounds a measure right behind it: "larger than 40 hectares"."""
OVER_TIME = re.compile(
    r"\bover\s[\w-]+[\s-](?:days?|weeks?|months?|years?|decades?|seasons?|quarters?|terms?)\b(?!\s(?:old|of))",
    re.IGNORECASE,
)
LASTING = re.compile(r"\b(?:for|after|lasted|lasting|took|taken|than)\s\Z", re.IGNORECASE)
"""What stands before a bound of a time: "for over five years"."""
LENT = re.compile(r"\s(?:to|or|and)\s(?:(?:about|some|just|only|around|nearly)\s)?")
TO = re.compile(r"\sto\s")
SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
SCALE = re.compile("|".join(SCALES), re.IGNORECASE)
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


def amounts(text: str, figures: Sequence[Figure], told: Sequence[Period]) -> tuple[Amount, ...]:
    """All numbers of a text that are no times, in order; `figures` are those that measure something."""
    taken = [*(figure.span for figure in figures), *(Span(one.start, one.end) for one in told)]
    return tuple(_lent(text, [*(_amount(text, figure) for figure in figures), *_bare(text, taken)]))


def bound_of(hedge: str | None) -> Bound:
    """What a hedge makes of a number: "at least" of it, "about" it ..."""
    words = (hedge or "").casefold()
    if turned := NO_THAN.search(words):
        return Bound.UNDER if turned[1] in ("more", "greater", "higher") else Bound.OVER
    return next((bound for bound, pattern in _BOUNDS if pattern.search(words)), Bound.EXACT)


def _amount(text: str, one: Figure) -> Amount:
    bound, hedge = _hedged(text, one.span.start, one.span.end)
    if bound is Bound.EXACT:
        bound = bound_of(one.qualifier)
    lasting = LASTING.search(text, 0, hedge) is not None
    if bound is Bound.OVER and not lasting and OVER_TIME.search(text[hedge : one.span.end + 16]):  # in the course of it
        bound = Bound.EXACT
    return Amount(
        one.span.start,
        one.span.end,
        one.low,
        one.high,
        one.kind,
        one.unit,
        bound,
        one.per,
        one.since,
        one.until,
        hedge=hedge,
    )


def _hedged(text: str, start: int, end: int) -> tuple[Bound, int]:
    """How a number is meant by the words around it, and where it begins with them."""
    hedge, first = qualifier(text, start, end)
    bound = bound_of(hedge)
    if bound is Bound.EXACT and (than := THAN.search(text, max(0, start - 24), start)):
        bound, first = Bound.OVER if than["over"] else Bound.UNDER, than.start()
    turned = {Bound.OVER: Bound.UNDER, Bound.UNDER: Bound.OVER}
    # "not more than 40", "never rose above 40": what denies stands before the hedge, with the verb between.
    if bound in turned and NOT_OVER.search(text, max(0, first - 80), first):
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


def _lent(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts in order; the second of "from 12 minutes to 4" has the unit of the first."""
    found: list[Amount] = []
    for one in sorted(amounts, key=lambda one: one.start):
        before = found[-1] if found else None
        if (
            before is not None
            and one.kind is None
            and not (one.ordinal or one.unit)
            and before.kind not in (None, Kind.COUNT, Kind.MONEY)
            and LENT.fullmatch(text, before.end, one.start)
        ):
            found.append(replace(one, kind=before.kind, unit=before.unit))
        elif before is not None and (scale := _scale(text, before, one)):
            found[-1] = replace(before, low=times(before.low, scale), high=times(before.high, scale))
            found.append(one)
        else:
            found.append(one)
    return found


def _scale(text: str, before: Amount, one: Amount) -> float:
    """What "million" makes of the first number of "from 5.2 to 3.9 million"; 0 where it makes nothing of it."""
    scale = SCALE.search(text, one.start, one.end)
    bare = text[before.start : before.end].replace(".", "", 1).isdecimal() and before.kind is None
    if scale is None or not bare or not TO.fullmatch(text, before.end, one.start):
        return 0.0
    return SCALES[scale.group().casefold()]


def factors(text: str) -> list[tuple[int, int, float]]:
    """Where it says that something is so many times something else, and how many."""
    return [(*m.span(), FACTORS[str(m.lastgroup)]) for m in FACTOR.finditer(text)]
