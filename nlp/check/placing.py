"""Of which place a number is told: the one its sentence names, not one that only another sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.check.matching import fitting
from nlp.check.reading import Reading
from nlp.check.record import Fault, Flaw
from nlp.find.words import fold
from nlp.model import Label, Mention

PLACES = frozenset({Label.GPE, Label.LOC})


def check_places(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """Places of the claim that its numbers' one sentence does not name, where it names another and theirs does not."""
    told = [source for source in sources if any(fitting(claim, amount, source) for amount in claim.amounts)]
    if len(told) != 1:
        return
    [own] = told
    theirs = {fold(_name(own, one)) for one in _places(own)}
    ours = [(one, fold(_name(claim, one))) for one in _places(claim)]
    if not theirs or any(name in fold(own.text) or _has(name, theirs) for _, name in ours):
        return
    if any(other in fold(claim.text) for other in theirs):
        return
    elsewhere = " ".join(fold(source.text) for source in sources if source is not own)
    for mention, name in ours:
        if name in elsewhere:
            why = f"in the passages it is told of another place than “{_name(claim, mention)}”."
            yield Fault(Flaw.ROLE, mention.span.start, mention.span.end, why)


def _places(reading: Reading) -> Iterator[Mention]:
    return (one for one in reading.mentions if one.label in PLACES)


def _name(reading: Reading, one: Mention) -> str:
    return reading.text[one.span.start : one.span.end]


def _has(name: str, others: set[str]) -> bool:
    """Whether a name is one of `others` in short or at length."""
    return any(name in other or other in name for other in others)
