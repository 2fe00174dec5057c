"""Which way each number went: "rose by 14 %", "1,150 posts fewer", "35 per cent lower"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.check.amounts import Amount
from nlp.check.matching import fitting
from nlp.check.reading import Reading

AXES = frozenset({"change", "height"})
FAR = 5
"""Words between a number and what tells which way it went."""
FROM = re.compile(r"\b(?:from|than|of|against|compared\s(?:with|to))\s(?:[\w$€£¥]+\s){0,2}\Z", re.IGNORECASE)
"""What stands before a number that something is compared with."""
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
