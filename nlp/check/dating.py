"""The years and dates of a claim against those of its sources: each must be told there, and of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from nlp.check.amounts import Amount
from nlp.check.matching import fitting
from nlp.check.nearness import clearly_nearer, likeness, near
from nlp.check.reading import Reading
from nlp.check.record import Fault, Flaw
from nlp.cite.names import years
from nlp.find.words import stem
from nlp.model import Kind
from nlp.tag.figures.numbers import numbers
from nlp.tag.figures.periods import Period

MOVED = 1.5
"""By how much the words around another year must fit better for it to be the year of what is told."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?!\w)"
)
RHYTHM = re.compile(
    r"""\b(?: (?P<adjective>annual|year|month|week|dai|hour|quarter|fortnight)(?:(?<=annual)|ly)(?:ly)?
      | (?:a|per|each|every)\s(?P<each>year|month|week|day|hour|quarter|fortnight) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""How often: "annual", "a month"."""
MONTHS = frozenset(
    map(stem, "january february march april may june july august september october november december".split())
)
EDGE = re.compile(
    r"""\b(?: (?P<start> since | from | after | following | (?:starting|beginning)\s(?:in|from) | between )
            | (?P<end> until | till | to | through | by | before | up\sto | prior\sto | ending\sin ) )
        \s(?: the\s | early\s | late\s | mid- | end\sof\s | start\sof\s | (?:January|February|March|April|May|June|July
          |August|September|October|November|December)\s | \d{1,2}\s )* (?P<year> (?:1[5-9]|20)\d\d )""",
    re.VERBOSE | re.IGNORECASE,
)
DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTHS})\b|\b(?P<early>{_MONTHS})\s(?P<late>\d{{1,2}})(?!\d)"
)
_MANY = "\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty"
STEP = re.compile(
    rf"""\b(?:(?P<many>{_MANY})\s)?
        (?:years?|(?P<decade>decades?))\s(?:(?P<on>later|after|on\b|hence)|before|earlier|previously|ago)
      | \b(?P<within>(?:with)?in|after)\s(?P<term>{_MANY})\syears
      | \b(?:previous|preceding)\syear | \b(?P<next>following|next)\syear""",
    re.VERBOSE | re.IGNORECASE,
)
THAN = re.compile(r"\bthan\b")
THEN = re.compile(
    r"\b(?:since then|thereafter|from then on|after that|afterwards|before then|until then)\b", re.IGNORECASE
)
_OTHER = {"start": "end", "end": "start"}
AND = re.compile(r"\bbetween\s(?:\w+\s)?(?:1[5-9]|20)\d\d\sand\s(?:\w+\s)?((?:1[5-9]|20)\d\d)")


def check_times(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """What is wrong with the times of `claim`."""
    told = " ".join(source.text for source in sources)
    known = {int(year) for year in years(told)}
    for source in sources:
        for one in source.times:
            known |= {year for year in (one.since, one.until) if year is not None}
    known |= {year + step for step in _steps(told) for year in known}
    for one in claim.times:
        strange = [year for year in (one.since, one.until) if year is not None and year not in known]
        if strange:
            printed = claim.text[one.start : one.end]
            yield Fault(Flaw.TIME, one.start, one.end, f"no passage tells of “{printed}”.")
    for month in MONTH.finditer(claim.text):
        if month[1].rstrip(".")[:3] not in {found[1].rstrip(".")[:3] for found in MONTH.finditer(told)}:
            yield Fault(Flaw.TIME, *month.span(), f"no passage tells of {month[1]}.")
    yield from _days(claim, told)
    yield from _edges(claim, sources, told)
    yield from _moved(claim, sources)
    yield from _rhythms(claim, told)
    for amount in claim.amounts:
        if (fault := _misdated(claim, amount, sources)) is not None:
            yield fault


def _steps(told: str) -> set[int]:
    """By how many years the sources go on or back from a year: "four years earlier", "the year before"."""
    found = set()
    for step in STEP.finditer(told):
        many = 10 if step["decade"] else 1
        for one in numbers(step["many"] or step["term"] or ""):
            many *= int(one.low)
        found.add(many if step["on"] or step["next"] or step["within"] else -many)
    return found


def _days(claim: Reading, told: str) -> Iterator[Fault]:
    """Days of a month that the sources do not tell, where they tell another of that month."""
    theirs = {_day(found) for found in DAY.finditer(told)}
    for found in DAY.finditer(claim.text):
        if theirs and _day(found) not in theirs:
            yield Fault(Flaw.TIME, *found.span(), f"no passage tells of {found.group()}.")


def _rhythms(claim: Reading, told: str) -> Iterator[Fault]:
    """Rhythms that the sources do not have, where they have another: "monthly" for "annual"."""
    theirs = {rhythm(found) for found in RHYTHM.finditer(told)}
    for found in RHYTHM.finditer(claim.text):
        if theirs and rhythm(found) not in theirs:
            yield Fault(Flaw.UNIT, *found.span(), f"no passage says “{found.group()}”.")


def rhythm(found: re.Match[str]) -> str:
    """The period that a word tells."""
    word = (found["adjective"] or found["each"]).casefold()
    return {"annual": "year", "dai": "day"}.get(word, word)


def _day(found: re.Match[str]) -> tuple[int, str]:
    return int(found["day"] or found["late"]), (found["month"] or found["early"])[:3]


def _edges(claim: Reading, sources: Sequence[Reading], told: str) -> Iterator[Fault]:
    """Years that became an end where they were a beginning, or a beginning where they were an end."""
    theirs = _edge_of(told)
    if THEN.search(told):  # "until 2006 ... since then"
        theirs = {
            year: [*edges, *((_OTHER[edge], first, last) for edge, first, last in edges)]
            for year, edges in theirs.items()
        }
    for year, edges in _edge_of(claim.text).items():
        ends = {edge for edge, _, _ in edges}
        others = {edge for edge, _, _ in theirs.get(year, ())}
        # "until 2003 they could not" is "from 2003 they could"
        same = any(bool(source.denials) is bool(claim.denials) for source in sources if year in source.text)
        if others and not ends & others and same:
            _, start, end = edges[0]
            yield Fault(Flaw.TIME, start, end, f"in the passages {year} is the other end of it.")


def _edge_of(text: str) -> dict[str, list[tuple[str, int, int]]]:
    found: dict[str, list[tuple[str, int, int]]] = {}
    for match in EDGE.finditer(text):
        found.setdefault(match["year"], []).append(("start" if match["start"] else "end", *match.span()))
    for match in AND.finditer(text):
        found.setdefault(match[1], []).append(("end", *match.span()))
    return found


def _moved(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """Years that the sources give to something else than the claim does."""
    told = [one for one in claim.times if one.since is not None and one.since == one.until]
    named = {one.since for one in told}
    for one in told:
        found = _by_year(claim, one, sources)
        own, others = found.get(one.since), {year: value for year, value in found.items() if year != one.since}
        free = [value for year, value in others.items() if year not in named]
        if own is not None and not _at_home(claim, one, sources) and clearly_nearer([own], free, MOVED):
            yield _of_another(claim, one)
    for one, other in combinations(told, 2):
        first, second = _by_year(claim, one, sources), _by_year(claim, other, sources)
        straight = first.get(one.since, 0.0) + second.get(other.since, 0.0)
        crossed = first.get(other.since, 0.0) + second.get(one.since, 0.0)
        if one.since != other.since and straight and clearly_nearer([straight], [crossed], MOVED):
            yield _of_another(claim, one)


def _at_home(claim: Reading, one: Period, sources: Sequence[Reading]) -> bool:
    """Whether no sentence that tells another year has more of what the claim tells than one that tells this year."""
    own, others = [0], [0]
    for source in sources:
        told = {year for other in source.times for year in (other.since, other.until)}
        shared = len(claim.around(one.start) & source.stems)
        (own if one.since in told else others).append(shared)
    return max(own) >= max(others)


def _of_another(claim: Reading, one: Period) -> Fault:
    printed = claim.text[one.start : one.end]
    return Fault(Flaw.TIME, one.start, one.end, f"“{printed}” is of something else in the passages.")


def _by_year(claim: Reading, one: Period, sources: Sequence[Reading]) -> dict[int | None, float]:
    """Year of the sources -> how far the words around it are those around a time of the claim."""
    about = {
        word: value for word, value in near(claim, one.start, one.end).items() if word[0] != "@" and word not in MONTHS
    }
    found: dict[int | None, float] = {}
    for source in sources:
        for other in source.times:
            value = likeness(about, near(source, other.start, other.end))
            for year in {other.since, other.until} - {None}:
                found[year] = max(found.get(year, 0.0), value)
    return found


def _misdated(claim: Reading, amount: Amount, sources: Sequence[Reading]) -> Fault | None:
    """Whether the claim gives a number a year that is not its own."""
    if (amount.since is None and amount.until is None) or amount.kind is Kind.DURATION:
        return None
    dated = [one for source in sources for one in fitting(claim, amount, source)]
    if not dated or any(_meets(amount, one) for one in dated):
        return None
    named = {(time.since, time.until) for time in claim.times}
    if THAN.search(claim.text, amount.end) and any((one.since, one.until) in named for one in dated):
        return None  # "fewer in 2012, 265,000, than in 2002": the other time is that of the comparison
    printed = claim.text[amount.start : amount.end]
    return Fault(Flaw.TIME, amount.start, amount.end, f"“{printed}” is of another time in the passages.")


def _meets(amount: Amount, one: Amount) -> bool:
    """Whether two times may be the same, or one of them part of the other; a time that is not told meets any."""
    if one.since is None and one.until is None:
        return True
    if amount.since is None and one.since is None:
        return amount.until == one.until
    if amount.until is None and one.until is None:
        return amount.since == one.since
    low, high = amount.since or -1, amount.until or 9999
    first, last = one.since or -1, one.until or 9999
    return (low <= first and last <= high) or (first <= low and high <= last)
