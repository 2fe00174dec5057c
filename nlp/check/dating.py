"""The years and dates of a claim against those of its sources: each must be told there, and of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.check.numbering import fitting
from nlp.check.reading import Amount, Reading
from nlp.check.record import Fault, Flaw
from nlp.cite.names import years
from nlp.tag.figures.periods import Period

MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?!\w)"
)
EDGE = re.compile(
    r"""\b(?: (?P<start> since | from | after | following | (?:starting|beginning)\s(?:in|from) | between )
            | (?P<end> until | till | to | through | by | before | up\sto | prior\sto | ending\sin ) )
        \s(?: the\s | early\s | late\s | mid- | end\sof\s | start\sof\s | (?:January|February|March|April|May|June|July
          |August|September|October|November|December)\s | \d{1,2}\s )* (?P<year> (?:1[5-9]|20)\d\d )""",
    re.VERBOSE | re.IGNORECASE,
)
AND = re.compile(r"\bbetween\s(?:\w+\s)?(?:1[5-9]|20)\d\d\sand\s(?:\w+\s)?((?:1[5-9]|20)\d\d)")


def check_times(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """What is wrong with the times of `claim`."""
    told = " ".join(source.text for source in sources)
    known = {int(year) for year in years(told)}
    for source in sources:
        for one in source.times:
            known |= {year for year in (one.since, one.until) if year is not None}
    for one in claim.times:
        strange = [year for year in (one.since, one.until) if year is not None and year not in known]
        if strange:
            printed = claim.text[one.start : one.end]
            yield Fault(Flaw.TIME, one.start, one.end, f"no passage tells of “{printed}”.")
    for month in MONTH.finditer(claim.text):
        if month[1].rstrip(".")[:3] not in {found[1].rstrip(".")[:3] for found in MONTH.finditer(told)}:
            yield Fault(Flaw.TIME, *month.span(), f"no passage tells of {month[1]}.")
    yield from _edges(claim, told)
    for amount in claim.amounts:
        if (fault := _misdated(claim, amount, sources)) is not None:
            yield fault


def _edges(claim: Reading, told: str) -> Iterator[Fault]:
    """Years that became an end where they were a beginning, or a beginning where they were an end."""
    theirs = _edge_of(told)
    for year, edges in _edge_of(claim.text).items():
        ends = {edge for edge, _, _ in edges}
        others = {edge for edge, _, _ in theirs.get(year, ())}
        if others and not ends & others:
            _, start, end = edges[0]
            yield Fault(Flaw.TIME, start, end, f"in the passages {year} is the other end of it.")


def _edge_of(text: str) -> dict[str, list[tuple[str, int, int]]]:
    found: dict[str, list[tuple[str, int, int]]] = {}
    for match in EDGE.finditer(text):
        found.setdefault(match["year"], []).append(("start" if match["start"] else "end", *match.span()))
    for match in AND.finditer(text):
        found.setdefault(match[1], []).append(("end", *match.span()))
    return found


def _misdated(claim: Reading, amount: Amount, sources: Sequence[Reading]) -> Fault | None:
    """Whether the claim gives a number a year that is not its own."""
    if amount.since is None and amount.until is None:
        return None
    dated = [one for source in sources for one in fitting(claim, amount, source)]
    if not dated or any(_meets(amount, one) for one in dated):
        return None
    printed = claim.text[amount.start : amount.end]
    return Fault(Flaw.TIME, amount.start, amount.end, f"“{printed}” is of another time in the passages.")


def _meets(amount: Amount, one: Amount) -> bool:
    """Whether two times may be the same, or one of them part of the other; a time that is not told meets any."""
    if one.since is None and one.until is None:
        return True
    low, high = amount.since or -1, amount.until or 9999
    first, last = one.since or -1, one.until or 9999
    return (low <= first and last <= high) or (first <= low and high <= last)


__all__ = ["Period", "check_times"]
