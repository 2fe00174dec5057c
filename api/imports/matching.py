"""Entries of lists of references -> the paper each is about, with what says so: by rules that can be read, no scores.

1. The same DOI. Another DOI is another work, whatever else agrees.
2. The same title, unless year or first author speaks against it; one of them may if file name or key agrees, or the
   year by one if the author agrees. A title of one or two words needs year or author to speak for it; a title that
   has or lacks a subtitle needs both.
3. The same file name or key, unless title, year or first author speaks against it.

Whatever fits two papers alike, and a paper that two different entries fit, is ambiguous: nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from api.imports.profile import Profile

TELLING_WORDS = 3
"""Words of a title that from here on stands for itself."""


class Rank(IntEnum):
    """How sure a match is; the surest alone count."""

    NO = 0
    NAME = 1
    TITLE = 2
    BOTH = 3
    DOI = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """How an entry and a paper fit."""

    rank: Rank
    by: tuple[str, ...]
    """What agrees: "DOI", "title", "year", "author", "file name or key"."""
    against: tuple[str, ...]
    """What is known of both and differs."""


@dataclass(frozen=True, slots=True)
class Match:
    """What an entry is about."""

    papers: tuple[str, ...]
    """One when it is certain, several when it is not, none when there is none."""
    by: tuple[str, ...] = ()
    near: tuple[str, tuple[str, ...]] | None = None
    """For none: a paper that has its title or name, and what speaks against it."""


class Shelf:
    """Papers by what they are known by."""

    def __init__(self, papers: Mapping[str, Profile]) -> None:
        self._papers = papers
        self._by: dict[tuple[str, str], list[str]] = {}
        for name, known in papers.items():
            for sign in _signs(known):
                self._by.setdefault(sign, []).append(name)

    def match(self, entry: Profile) -> Match:
        """The papers that an entry can be about."""
        near = dict.fromkeys(name for sign in _signs(entry) for name in self._by.get(sign, ()))
        fits = {name: fit(entry, self._papers[name]) for name in near}
        best = max((each.rank for each in fits.values()), default=Rank.NO)
        if best is Rank.NO:
            missed = next(((name, each.against) for name, each in fits.items() if each.against), None)
            return Match((), near=missed)
        found = [name for name, each in fits.items() if each.rank is best]
        return Match(tuple(found), fits[found[0]].by if len(found) == 1 else ())


def fit(entry: Profile, paper: Profile) -> Fit:
    """How they fit."""
    same = bool(entry.title) and entry.title == paper.title
    part = not same and bool(entry.title and paper.title) and _part(entry, paper)
    year, author = _year(entry, paper), _author(entry, paper)
    named = bool(entry.names & paper.names)
    verdicts = {"DOI": _alike(entry.doi, paper.doi), "title": _title(entry, paper, same=same, part=part)}
    verdicts |= {
        "title without subtitle": part or None,
        "year": year,
        "author": author,
        "file name or key": True if named else None,
    }
    by = tuple(name for name, verdict in verdicts.items() if verdict)
    against = tuple(name for name, verdict in verdicts.items() if verdict is False)
    return Fit(_rank(entry, paper, by, against, part=part), by, against)


def _rank(entry: Profile, paper: Profile, by: tuple[str, ...], against: tuple[str, ...], *, part: bool) -> Rank:
    if "DOI" in by or "DOI" in against:
        return Rank.DOI if "DOI" in by else Rank.NO
    named, backed = "file name or key" in by, {"year", "author"} & set(by)
    if "title" in by:
        off_by_one = against == ("year",) and "author" in by and abs(int(entry.year) - int(paper.year)) == 1
        if named and len(against) <= 1:
            return Rank.BOTH
        enough = bool(backed) or len(entry.title.split()) >= TELLING_WORDS
        return Rank.TITLE if enough and (not against or off_by_one) else Rank.NO
    if against:
        return Rank.NO
    if part and backed == {"year", "author"}:
        return Rank.BOTH if named else Rank.TITLE
    return Rank.NAME if named else Rank.NO


def _signs(known: Profile) -> Iterable[tuple[str, str]]:
    """What one can be looked up by."""
    titles = dict.fromkeys(("title", each) for each in (known.title, known.main) if each)
    return [*([("doi", known.doi)] if known.doi else []), *titles, *(("name", each) for each in sorted(known.names))]


def _title(entry: Profile, paper: Profile, *, same: bool, part: bool) -> bool | None:
    if same:
        return True
    return None if part or not entry.title or not paper.title else False


def _part(entry: Profile, paper: Profile) -> bool:
    """Whether one title is the other without its subtitle."""
    return entry.title == paper.main or paper.title == entry.main


def _alike(one: str, other: str) -> bool | None:
    return one == other if one and other else None


def _year(entry: Profile, paper: Profile) -> bool | None:
    return _alike(entry.year, paper.year)


def _author(entry: Profile, paper: Profile) -> bool | None:
    """Whether either's first author is one of the other's; a body and its people may both be called the author."""
    if not entry.authors or not paper.authors or entry.body != paper.body:
        return None
    there = any(entry.families[0] <= each or each <= entry.authors[0] for each in (*paper.authors, *paper.families))
    return there or any(paper.families[0] <= each for each in entry.authors)
