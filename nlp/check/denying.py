"""What a claim denies against what its sources deny, in whatever words: was or was not, any or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.check.amounts import NOT_OVER, Bound
from nlp.check.deriving import is_left
from nlp.check.opposites import KINDS
from nlp.check.reading import Reading
from nlp.check.record import Fault, Flaw
from nlp.find.words import stem

SCOPE = 6
"""Words behind a denial that it may deny."""
ALIGNED = 0.8
"""The share of the best overlap from which a sentence of the sources is one that the claim tells of."""
SAID = 0.5
"""The share of what a source denies that a claim must say, the verb with it, to be about it ..."""
MOST = 0.65
"""... and without the verb."""
ENDING = frozenset(map(stem, "abolish scrap end drop remove repeal cut close cancel withdraw stop abandon ban".split()))
"""Verbs that say no themselves."""
FILLING = frozenset({"one", "singl", "even", "ani", "ever", "all"})
SAME = 2
"""Words denied by both, from which a denial is the sources' own, wherever it stands."""
LIMITING = re.compile(
    r"""\b(?: only | alone | solely? | few(?:er)? | rare(?:ly|r)? | limit\w* | until | unless | except\w* | other\sthan
      | clos(?:ed|ure) | empty | vacant | idle | dormant | unlike | remain\w* | unchanged | stagna\w+ | lost | expired
      | vanish\w* | disappear\w* | replac\w+ | repeal\w* | withdr[ae]w\w* | suspend\w* | cancel\w* | abandon\w*
      | scrapp\w+ | shelv\w+ | postpon\w+ | secret\w* | optional | voluntary | exceed\w*
      | transferr\w+ | divided | split | switch\w* | ended | abolish\w* | ceas\w+ | instead
      | (?:larg|long|high|old)er\sthan )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leaves the rest out: of all the others a denial is true."""
LIKENING = re.compile(r"\b(?:as|so)\s\w+(?:\s\w+){0,3}\sas\b|\bthan\b", re.IGNORECASE)
DENIED_TWICE = re.compile(
    r"\s(?:\w+\s)?(?:exclud|reject|refus|ban|forbid|prohibit|den(?:y|ied)|oppos|rul\w+\sout|object|lack|fail)",
    re.IGNORECASE,
)
"""What says no itself: to deny it is to say yes."""
WISHING = re.compile(
    r"""\b(?:recommend\w*|propos\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\sfor|want(?:s|ed)?|ask(?:s|ed)?|demand\w*
      |advis\w*|suggest\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
CONCEDING = re.compile(r"\b(?:although|though|despite|but|instead|however|yet|while|whereas)\b", re.IGNORECASE)
"""What tells that a claim knows of the other side."""


@dataclass(frozen=True, slots=True)
class Denial:
    """Where a sentence denies something, and what."""

    start: int
    end: int
    scope: frozenset[str]
    """The stems of what it may deny."""
    verb: str
    """The first of them."""


def check_denials(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """What the claim denies and the sources do not, and the other way round."""
    theirs = [(source, one) for source in sources for one in _denied(source)]
    for one in _denied(claim):
        if not _backed(claim, one, sources, theirs):
            why = f"the passages do not say “{claim.text[one.start : one.end]}” of it."
            yield Fault(Flaw.DENIAL, one.start, one.end, why)
    best = max((_overlap(claim, source) for source in sources), default=0.0)
    for source, one in theirs:
        if _left_out(claim, source, one, aligned=_overlap(claim, source) >= ALIGNED * best):
            why = f"the passages say “{source.text[one.start : one.end]}” of it."
            yield Fault(Flaw.DENIAL, 0, len(claim.text), why)


def _backed(claim: Reading, one: Denial, sources: Sequence[Reading], theirs: Sequence[tuple[Reading, Denial]]) -> bool:
    """Whether the sources deny, in whatever words, what the claim denies."""
    wide = one.scope | claim.around(one.start)
    most = max((len(wide & source.stems) for source in sources), default=0)
    aligned = any(
        wide & (other.scope | source.around(other.start)) and len(wide & source.stems) >= ALIGNED * most
        for source, other in theirs
    )
    same = any(one.scope and len(one.scope & other.scope) >= min(SAME, len(one.scope)) for _, other in theirs)
    return (
        aligned
        or same
        or _implied(claim, one, wide, sources)
        or _turned(claim, one.start, sources)
        or _bounds(claim, one.start, one.end)
    )


def _left_out(claim: Reading, source: Reading, one: Denial, *, aligned: bool) -> bool:
    """Whether the claim says without a denial what a source says with this one."""
    if CONCEDING.search(claim.text) or _goes_on(claim, source) or _wished(claim, source):
        return False
    said = one.scope & claim.stems
    whole = len(one.scope) > 1 and said == one.scope
    if one.scope & ENDING and not said & ENDING:  # "neither favours abolishing it": both keep it
        return False
    least = SAID if one.verb in said else MOST
    if not (whole or (aligned and said and len(said) >= least * len(one.scope))):
        return False
    ours = [other.scope | claim.around(other.start) for other in _denied(claim)]
    return not (
        _barred(claim, source) or any(one.scope & other for other in ours) or _said_otherwise(claim, source, one.start)
    )


def _implied(claim: Reading, one: Denial, wide: frozenset[str], sources: Sequence[Reading]) -> bool:
    """Whether a source says without a denial what the claim says with one."""
    near = [source for source in sources if wide & source.stems]
    if DENIED_TWICE.match(claim.text, one.end):
        return _is_open(one.scope - {one.verb} or wide, near)
    first, last = claim.clause(one.start)
    if any(wide & source.around(at) for source in near for at, _ in source.bars):
        return True
    ours = {found.group().casefold() for found in LIMITING.finditer(claim.text)}
    limits = [(source, found) for source in near for found in LIMITING.finditer(source.text)]
    if any(wide & source.around(limit.start()) for source, limit in limits if limit.group().casefold() not in ours):
        return True
    if LIKENING.search(claim.text, first, len(claim.text)):  # "none drew as many": by figures or "ahead of" them
        compared = {"height", "extreme"}
        return any(axis in compared for source in near for _, _, axis, _ in source.cues)
    return any(is_left(claim, each, near) for each in claim.amounts if first <= each.start < last)


def _is_open(wide: frozenset[str], near: Sequence[Reading]) -> bool:
    """Whether the clause that has most of these words says no to nothing."""
    clauses = [(source, source.clause(at)) for source in near for at, _, _ in source.words]
    _, source, (first, last) = max(
        ((len(wide & source.around(clause[0])), source, clause) for source, clause in clauses),
        key=lambda one: one[0],
        default=(0, None, (0, 0)),
    )
    return source is not None and not any(first <= at < last for at, _ in (*source.bars, *source.denials))


def _denied(reading: Reading) -> Iterator[Denial]:
    """Every denial with the words that it may deny."""
    for start, end in reading.denials:
        _, last = reading.clause(start)
        first = min((at for at, _, _ in reading.words if at >= end), default=last)
        ends = [one.start for one in reading.amounts if one.start >= first]
        last = min([last, *ends, *(other for other, _ in reading.denials if other >= end)])
        behind = [word for first, _, word in reading.words if end <= first < last and word not in FILLING][:SCOPE]
        if not behind:
            first, _ = reading.clause(start)
            behind = [word for at, _, word in reading.words if first <= at < start][-SCOPE:]
        yield Denial(start, end, frozenset(behind), behind[0] if behind else "")


def _goes_on(claim: Reading, source: Reading) -> bool:
    """Whether the claim tells what came after the time up to which the source denies something."""
    return any(
        one.until is None and other.since is None and one.since == other.until
        for one in claim.times
        for other in source.times
    )


def _bounds(claim: Reading, start: int, end: int) -> bool:
    """Whether a denial only turns a bound: "no grant exceeded £2.4 million"."""
    _, last = claim.clause(start)
    bounded = [one for one in claim.amounts if end <= one.hedge < last and one.bound in (Bound.OVER, Bound.UNDER)]
    return any(NOT_OVER.search(claim.text, start, one.hedge) for one in bounded)


def _wished(claim: Reading, source: Reading) -> bool:
    """Whether the claim tells of a wish that the source tells of beside what was not done."""
    return bool(WISHING.search(claim.text) and WISHING.search(source.text))


def _overlap(claim: Reading, source: Reading) -> float:
    """How much of a claim a sentence has: words, and amounts for two."""
    amounts = {one.low for one in claim.amounts} & {one.low for one in source.amounts}
    return len(claim.stems & source.stems) + 2 * len(amounts)


def _barred(claim: Reading, source: Reading) -> bool:
    """Whether the claim says in words that the source has not that something may not be, or is not."""
    theirs = {source.text[start:end].casefold() for start, end in source.bars}
    return any(claim.text[start:end].casefold() not in theirs for start, end in claim.bars)


def _turned(claim: Reading, at: int, sources: Sequence[Reading]) -> bool:
    """Whether a denial turns a word round that the sources say the reverse of: "did not rise" of "fell"."""
    _, last = claim.clause(at)
    turned = [(axis, sign) for start, _, axis, sign in claim.cues if at < start < last and axis not in KINDS]
    return any(
        (axis, sign) in {(line, way) for _, _, line, way in source.cues} for axis, sign in turned for source in sources
    )


def _said_otherwise(claim: Reading, source: Reading, at: int) -> bool:
    """The same for a denial of a source: "fell" of "did not rise"."""
    _, last = source.clause(at)
    turned = {(axis, sign) for start, _, axis, sign in source.cues if at <= start < last and axis not in KINDS}
    return any((axis, sign) in turned for _, _, axis, sign in claim.cues)
