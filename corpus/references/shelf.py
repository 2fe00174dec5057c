"""Works added with their names and titles -> which of them a short form or an author's name can mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.references.names import CONNECTORS, SUFFIXES, words

MOST = 24
"""Works looked at for one word: a list of thousands by one author stays quick."""
READ = 16
"""Title words compared."""
ENOUGH = 0.8
"""Share of a short title's words that the full title must have."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A work as it was first named, and where: `at` is the number the owner of the shelf gave it."""

    names: frozenset[str]
    title: tuple[str, ...]
    year: str
    at: int


@dataclass(slots=True)
class Shelf:
    """An index of works by the words of their names and titles. Adding and asking take constant time."""

    works: list[Shelved] = field(default_factory=list)
    _titles: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    _names: dict[str, list[int]] = field(default_factory=dict)

    def add(self, names: str, title: tuple[str, ...], year: str, at: int) -> int:
        """Put a work on the shelf; its number there. A work already there keeps its first place."""
        same = self.titled(names, title, year) if title else []
        if len(same) == 1 and self._alike(self.works[same[0]], title):
            return same[0]
        number = len(self.works)
        work = Shelved(frozenset(name_words(names)), title[: 4 * READ], year, at)
        self.works.append(work)
        for name in (*work.names, ""):
            _put(self._names.setdefault(name, []), number)
            for word in work.title:
                _put(self._titles.setdefault((name, word), []), number)
        return number

    def _alike(self, work: Shelved, title: tuple[str, ...]) -> bool:
        return len(set(work.title) & set(title)) >= ENOUGH * min(len(work.title), len(title[:READ]))

    def titled(self, names: str, title: Sequence[str], year: str = "") -> list[int]:
        """The works with these names and nearly all of these title words; the one with no other words alone, if any."""
        asked = list(title)[:READ]
        who = name_words(names)
        key = principal(names)
        counted = Counter(number for word in asked for number in self._titles.get((key, word), ()))
        fitting = [
            n for n, count in counted.items() if count >= ENOUGH * len(asked) and self._fits(n, who, count, year)
        ]
        exact = [n for n in fitting if set(self.works[n].title) == set(asked)]
        return exact if len(exact) == 1 else sorted(fitting)

    def _fits(self, number: int, who: Sequence[str], count: int, year: str) -> bool:
        work = self.works[number]
        known = sum(name in work.names for name in who)
        enough = known == len(who) or (known and count > 2)  # a misprinted second author does not matter then
        return bool(enough) and not (year and work.year and year != work.year)

    def named(self, names: str, year: str = "") -> list[int]:
        """All works that bear every one of these names, of that year if one is given."""
        who = set(name_words(names))
        known = self._names.get(principal(names), []) if who else []
        return [n for n in known if who <= self.works[n].names and (not year or self.works[n].year in {"", year})]


def _put(numbers: list[int], number: int) -> None:
    if len(numbers) < MOST:
        numbers.append(number)


def name_words(names: str) -> list[str]:
    """The words of author names that count: no initials, small words or "Jr."."""
    kept = [
        w
        for w in words(names)
        if len(w) > 1 and w not in CONNECTORS and w not in SUFFIXES and w not in {"al", "ed", "eds"}
    ]
    return list(dict.fromkeys(kept))


def principal(names: str) -> str:
    """The word to look under: the last of the first name, "smith" of "John Smith and Ann Hale"."""
    first = names.split(",", maxsplit=1)[0]
    for joiner in (" and ", " & ", " y ", " et ", " und ", " e "):
        first = first.split(joiner)[0]
    counted = name_words(first)
    return counted[-1] if counted else ""
