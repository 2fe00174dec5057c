"""Which way each number went: "rose by 14 %", "1,150 posts fewer", "35 per cent lower"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.check.amounts import FACTOR, Amount
from nlp.check.matching import fitting
from nlp.check.reading import Reading
from nlp.cite.names import years

AXES = frozenset({"change", "height"})
FAR = 5
"""Words between a number and what tells which way it went."""
FROM = re.compile(r"\b(?:from|than|of|against|compared\s(?:with|to))\s(?:[\w$€£¥]+\s){0,2}\Z", re.IGNORECASE)
"""What stands before a number that something is compared with."""
THAN = re.compile(r"\bthan\b", re.IGNORECASE)
BEFORE = re.compile(
    r"\b(?:before|earlier|ago|previous|previously|prior|preceding|start|beginning|outset|formerly|originally)\b",
    re.IGNORECASE,
)
AFTER = re.compile(r"\b(?:afterwards?|later|following|subsequent|subsequently|end|close|now|today)\b", re.IGNORECASE)
"""What tells that the one time of two is the earlier, or the later."""
TIMES = re.compile(
    r"\b(?:times|twice|double|(?P<half>half))\s(?:as\s(?:many|much|large|high|long|big)\sas\b|(?:of\s)?what\b)",
    re.IGNORECASE,
)
Cue = tuple[int, int, str, int]


def cue_of(reading: Reading, amount: Amount) -> Cue | None:
    """The word that tells which way a number went: the nearest of its clause with no other number between."""
    if FROM.search(reading.text, 0, amount.start):
        return None
    first, last = reading.clause(amount.start)
    found = [
        (_words_between(reading, amount, cue), cue)
        for cue in reading.cues
        if cue[2] in AXES and first <= cue[0] < last and _alone(reading, amount, cue)
    ]
    far, cue = min(found, default=(FAR + 1, None))
    return cue if far <= FAR else None


def ways(claim: Reading, cue: Cue, sources: Sequence[Reading]) -> set[int]:
    """1 where a source says of the very number that it went as `cue`, a word of the claim, says; -1 for the reverse."""
    found = set()
    for amount in claim.amounts:
        if cue_of(claim, amount) == cue:
            for source in sources:
                told = [cue_of(source, one) for one in fitting(claim, amount, source)]
                found |= {cue[3] * other[3] for other in told if other is not None}
    return found


def _words_between(reading: Reading, amount: Amount, cue: Cue) -> int:
    start, end = (amount.end, cue[0]) if amount.end <= cue[0] else (cue[1], amount.start)
    return len(reading.text[start:end].split())


def _alone(reading: Reading, amount: Amount, cue: Cue) -> bool:
    low, high = min(amount.start, cue[0]), max(amount.end, cue[1])
    return not any(low <= one.start and one.end <= high for one in reading.amounts if one is not amount)


def trends(reading: Reading) -> list[Cue]:
    """Which way things went where two times are compared: "higher in 2019 than in 2015" is a rise."""
    found = []
    for start, end, axis, sign in reading.cues:
        than = THAN.search(reading.text, end) if axis == "height" else None
        if (
            than is not None
            and not FACTOR.match(reading.text, than.end() + 1)
            and (order := _order(reading.text, than.start()))
        ):
            found.append((start, end, "change", sign * order))
    return found


def multiples(reading: Reading) -> list[Cue]:
    """The same where one is so many times the other: "four times as many as a year before"."""
    return [
        (*found.span(), "change", (-1 if found["half"] else 1) * order)
        for found in TIMES.finditer(reading.text)
        if (order := _order(reading.text, found.end()))
    ]


def _order(text: str, cut: int) -> int:
    """1 where what stands behind a place of the text tells of the earlier time, -1 of the later, 0 where it is open."""
    behind = text[cut:]
    early, late = BEFORE.search(behind), AFTER.search(behind)
    if early or late:
        return 1 if early and (late is None or early.start() < late.start()) else -1
    one, other = ({int(year) for year in years(part)} for part in (text[:cut], behind))
    if not one or not other or one & other:
        return 0
    return 1 if max(one) > max(other) else -1
