"""Whose number and whose deed: what a claim gives to one and its sources give to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp.check.amounts import Amount
from nlp.check.deeds import Deed, deeds
from nlp.check.matching import FRACTION, equal, fitting
from nlp.check.nearness import clearly_nearer, likeness, near
from nlp.check.reading import PART, Reading
from nlp.check.record import Fault, Flaw
from nlp.find.words import STOP_WORDS, stem
from nlp.model import Kind
from nlp.tag.bearing.lexicon import COPULAS

SWAPPED = 1.6
"""By how much the words around another figure must fit better for it to be that one's story."""
CLOSE = 0.7
"""How near a word must stand to two numbers for them to be of the same, whatever else is around."""
COUNTS = frozenset({None, Kind.COUNT})
AND = re.compile(r"\band\b|\bor\b")


@dataclass(frozen=True)
class Told:
    """A sentence with its deeds."""

    reading: Reading

    @cached_property
    def deeds(self) -> list[Deed]:
        """What it says is done."""
        return deeds(self.reading)

    def deed(self, at: int) -> Deed | None:
        """The one that an offset lies in."""
        return next((one for one in self.deeds if one.holds(at)), None)


def check_roles(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """Figures that belong to something else in the sources, and deeds that are another's."""
    ours, theirs = Told(claim), [Told(source) for source in sources]
    wholes = [claim.whole(one) for one in claim.amounts]
    for amount in claim.amounts:
        if amount not in wholes and (why := _misplaced(ours, amount, theirs)) is not None:
            yield Fault(Flaw.ROLE, amount.start, amount.end, why)
    for deed in ours.deeds:
        if (why := _another(deed, theirs)) is not None:
            yield Fault(Flaw.ROLE, deed.start, deed.end, why)


def _misplaced(claim: Told, amount: Amount, sources: Sequence[Told]) -> str | None:
    """Why a number of the claim is another's in the sources; None if nothing says so."""
    printed = claim.reading.text[amount.start : amount.end]
    why = f"“{printed}” is of something else in the passages."
    about = {word: value for word, value in near(claim.reading, amount.start, amount.end).items() if word[0] != "@"}
    deed = claim.deed(amount.start)
    placed = deed is not None and (
        _is_of_its_own(deed, claim, amount, sources) or _fits_best(claim, deed, amount, sources)
    )
    if placed or _is_rounded(claim.reading, amount, sources):
        return None
    own, others = [0.0], [0.0]
    beside: list[Mapping[str, float]] = []
    slots: list[tuple[int, int]] = []
    for source in sources:
        fits = fitting(claim.reading, amount, source.reading)
        rivals = [one for one in source.reading.amounts if one not in fits and _alike(amount, one)]
        beside += [near(source.reading, one.start, one.end) for one in fits]
        own += [likeness(about, near(source.reading, one.start, one.end)) for one in fits]
        others += [
            likeness(about, near(source.reading, one.start, one.end))
            for one in rivals
            if not any(fitting(claim.reading, each, Reading("", (one,), (), ())) for each in claim.reading.amounts)
        ]
        for one in fits:
            if deed is not None and _is_of_another(deed, source.deed(one.start), source, sources):
                return why
            slots += [(_shared(claim.reading, amount, source.reading, one), 0)]
        wholes = [source.reading.whole(one) for one in fits]
        parts = [one for one in rivals if one not in wholes]
        around = frozenset[str]().union(*(source.reading.around(one.start) for one in fits))
        slots += [(0, _shared(claim.reading, amount, source.reading, one, around)) for one in parts]
    if len(own) == 1 or _is_dated(amount, sources, claim):
        return None
    if max((mine for mine, _ in slots), default=0) == 0 < max((rival for _, rival in slots), default=0):
        return why
    if any(value >= CLOSE and one.get(word, 0.0) >= CLOSE for one in beside for word, value in about.items()):
        return None
    return why if clearly_nearer(own, others, SWAPPED) else None


def _is_of_its_own(deed: Deed, claim: Told, amount: Amount, sources: Sequence[Told]) -> bool:
    """Whether what the claim gives a number stands in that number's clause, and no like thing in a rival's."""
    head = deed.head or deed.subject
    told: set[str] = set()
    foreign: set[str] = set()
    for source in sources:
        fits = fitting(claim.reading, amount, source.reading)
        own = frozenset[str]().union(*(source.reading.around(one.start) for one in fits))
        told |= own
        foreign |= source.reading.stems - own if fits else set()
        # "deaths of motorists fell" beside "deaths of cyclists rose by a fifth"
        clauses = (
            source.reading.around(each.start) for each in source.deeds if not any(each.holds(one.start) for one in fits)
        )
        foreign |= frozenset[str]().union(*(words for words in clauses if head & words))
    strange = deed.subject - told
    return bool(head) and head <= told and not strange & foreign and not _rivals(head, claim, amount, sources)


def _is_rounded(claim: Reading, amount: Amount, sources: Sequence[Told]) -> bool:
    """Whether it is a fraction in words that no source has: which number it rounds is open."""
    printed = claim.text[amount.start : amount.end]
    return bool(FRACTION.search(printed)) and not any(
        equal(amount, one) for source in sources for one in source.reading.amounts
    )


def _fits_best(claim: Told, deed: Deed, amount: Amount, sources: Sequence[Told]) -> bool:
    """Whether the claim's subject has more of the words of the number's own clause alone than of any other's alone."""
    subject = deed.subject
    own: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    rivals: list[frozenset[str]] = []
    for source in sources:
        fits = fitting(claim.reading, amount, source.reading)
        others = [one for one in source.reading.amounts if one not in fits and _alike(amount, one)]
        names = _named(source.reading)
        # "would gain 1,150 posts, whereas the army would lose 2,400": what is counted is said once
        shared = frozenset[str]().union(*(_behind(source.reading, one) for one in others))
        for one in fits:
            told |= source.reading.stems
            other |= names & source.reading.around(one.start) - subject
            own |= source.reading.around(one.start) - names
            own |= frozenset() if _behind(source.reading, one) else shared - names
        apart = [one.start for one in others]
        apart += [each.start for each in source.deeds if not any(each.holds(one.start) for one in fits)]
        rivals += [source.reading.around(at) - names for at in apart]
    if deed.names - told or (other and deed.names - own):
        return False
    return bool(own) and all(len(subject & (own - rival)) > len(subject & (rival - own)) for rival in rivals)


def _named(reading: Reading) -> frozenset[str]:
    """The stems of the words of its names."""
    return frozenset(
        word
        for start, _, word in reading.words
        if any(one.span.start <= start < one.span.end for one in reading.mentions)
    )


def _rivals(head: frozenset[str], claim: Told, amount: Amount, sources: Sequence[Told]) -> bool:
    """Whether the same is said of a like number that is not the claim's."""
    return any(
        head & source.reading.around(one.start)
        for source in sources
        for one in source.reading.amounts
        if _alike(amount, one) and one not in fitting(claim.reading, amount, source.reading)
    )


def _is_dated(amount: Amount, sources: Sequence[Told], claim: Told) -> bool:
    """Whether the sources give the number the very time that the claim gives it."""
    time = (amount.since, amount.until)
    fits = (one for source in sources for one in fitting(claim.reading, amount, source.reading))
    return time != (None, None) and any((one.since, one.until) == time for one in fits)


def _alike(amount: Amount, one: Amount) -> bool:
    same = amount.kind in COUNTS and one.kind in COUNTS
    return same or (amount.kind is one.kind and amount.unit == one.unit)


def _is_of_another(deed: Deed, own: Deed | None, source: Told, sources: Sequence[Told]) -> bool:
    """Whether the subject that a claim gives a number is, in the sources, that of another sentence or clause."""
    if own is None or not deed.subject or not own.subject:
        return False
    if deed.verb == own.verb and deed.names and own.names:
        strangers = deed.names - own.names
        if not deed.names & own.names:
            return True
        if strangers and own.names - deed.names and any(strangers <= _names(told) for told in sources):
            return True  # "Lower Vale" for "Upper Vale", where both are told of
    clause = source.reading.text[own.start : own.end]
    near_own = own.subject | own.object | frozenset(_stems(clause))
    strange = deed.subject - near_own
    missing = own.subject - deed.subject
    for other in (each for told in sources for each in told.deeds if each is not own):
        foreign = strange & other.subject
        kept = (deed.subject & own.subject) - other.subject
        # That the other one does the same, or has such a figure, is a stronger sign.
        least = len(kept) if other.verb == own.verb else len(kept) + 1
        if foreign and missing and len(foreign) >= least:
            return True
    return False


def _names(told: Told) -> frozenset[str]:
    """The stems of the names that subjects of a sentence hold."""
    return frozenset[str]().union(*(deed.names for deed in told.deeds))


def _shared(claim: Reading, amount: Amount, source: Reading, one: Amount, own: frozenset[str] = frozenset()) -> int:
    """How many of the words right behind a number are right behind the other too.

    None where more of them stand in `own`, the clause of another, alone.
    """
    ours, theirs = _behind(claim, amount), _behind(source, one)
    return len(ours & theirs) if len(ours & theirs) >= len((ours & own) - theirs) else 0


def _behind(reading: Reading, amount: Amount) -> frozenset[str]:
    """The words behind a number up to the next one, a comma or an "and"."""
    if reading.whole(amount) is not None:
        return frozenset()  # what follows is of the whole
    ends = [len(reading.text), *(one.start for one in reading.amounts if one.start >= amount.end)]
    ends += [cut.start() for cut in PART.finditer(reading.text, amount.end)]
    ends += [cut.start() for cut in AND.finditer(reading.text, amount.end)]
    return frozenset(_stems(reading.text[amount.end : min(ends)]))


def _another(deed: Deed, sources: Sequence[Told]) -> str | None:
    """Why a deed is another's in the sources: its two sides have changed places, or its doer does something else."""
    if deed.verb in COPULAS:
        return None
    alike = [other for told in sources for other in told.deeds if other.verb == deed.verb]
    for other in alike:
        if deed.compares and other.compares:
            continue
        there, back = len(deed.subject & other.direct), len(deed.direct & other.subject)
        if there and back and there + back > len(deed.subject & other.subject) + len(deed.direct & other.direct):
            return "in the passages the two have each other's part."
    if (why := _named_otherwise(deed, alike)) is not None:
        return why
    if not alike or not deed.head or any(deed.head & other.subject or not other.subject for other in alike):
        return None
    for told in sources:
        for other in told.deeds:
            mine = other.verb != deed.verb and deed.head <= other.head
            if mine and not any(deed.head & frozenset(_stems(_text(each, sources))) for each in alike):
                return "in the passages somebody else does so."
    return None


def _named_otherwise(deed: Deed, alike: Sequence[Deed]) -> str | None:
    """Whether by name somebody else does the same to the same."""
    same = [other for other in alike if deed.object & other.object and not deed.compares]
    if not deed.names or not same:
        return None
    if all(other.names and not deed.names & (other.subject | other.object) for other in same):
        return "in the passages somebody else does so."
    return None


def _text(deed: Deed, sources: Sequence[Told]) -> str:
    told = next(told for told in sources if any(each is deed for each in told.deeds))
    return told.reading.text[deed.start : deed.end]


def _stems(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        if word not in STOP_WORDS:
            yield stem(word)
