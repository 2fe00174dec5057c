"""Works added with their authors and year -> which of them a mention of names and a year can mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from corpus.references.acronyms import fits
from corpus.references.names import Authors, body, fold, initials, surname, words

ENOUGH = 2
"""Works kept for one key: more than one is already too many to be certain."""
PAIR = 2
"""Authors that are both named: "et al." stands for more."""
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a mention, as printed: "Smith", "Jones"; `more` for "et al."."""

    each: tuple[str, ...]
    whole: str
    more: bool = False
    cut: bool = False
    """Words before it were taken off: only a person or an acronym is certain enough then."""
    skipped: int = 0
    """Characters of the words taken off."""


@dataclass(slots=True)
class Catalogue:
    """An index of works by author and year. Adding and asking take constant time."""

    definitions: Mapping[str, str] = field(default_factory=dict)
    """Acronym -> full name, both folded, as the paper explains them."""
    _works: dict[Key, list[int]] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)
    _bodies: dict[str, set[str]] = field(default_factory=dict)
    """Initials -> the bodies that have them."""

    def add(self, by: Authors, year: str, work: int) -> None:
        """`work` is by `by` and of `year` ("2010", "2010a"); the two may be asked for from now on."""
        keys: set[Key] = {("body", name) for name in self._bodies_of(by)}
        if by.surnames and (by.people or len(by.surnames[0].split()) == 1):
            if by.more or len(by.surnames) > PAIR:
                keys.add(("more", by.surnames[0]))
            if not by.more:
                keys.add(("people" if by.people else "perhaps", *by.surnames))
            if by.people:
                self._known.add(by.surnames[0])
        if by.whole and not by.people and " " in by.whole:
            self._bodies.setdefault(initials(by.whole), set()).add(by.whole)
        for key in keys:
            for form in ((*key, year), (*key, year[:4], "any letter")):
                known = self._works.setdefault(form, [])
                if work not in known and len(known) <= ENOUGH:
                    known.append(work)
        self._known.update(name for kind, name, *_ in keys if kind == "body")

    def _bodies_of(self, by: Authors) -> Iterator[str]:
        yield from by.acronyms
        if by.whole:
            yield by.whole
            if by.whole in self.definitions:
                yield self.definitions[by.whole]

    def find(self, names: Names, year: str) -> list[int]:
        """The works that `names` and `year` can mean, as numbers; at most three are told apart."""
        found: dict[int, None] = {}
        for key in self._keys(names):
            found.update(dict.fromkeys(self._works.get((*key, year), ())))
        return sorted(found)

    def lettered(self, names: Names, year: str) -> list[int]:
        """The works of these names in that year whatever the letter after it: what "2010" can mean for "2010a"."""
        found = {w for key in self._keys(names) for w in self._works.get((*key, year[:4], "any letter"), ())}
        return sorted(found)

    def knows(self, names: Names) -> bool:
        """Whether any work, of whatever year, is by the first of `names`."""
        if not names.each:
            return False
        return surname(names.each[0]) in self._known or any(b in self._known for b in self._readings(names.whole))

    def _keys(self, names: Names) -> list[Key]:
        if not names.each:
            return []
        if names.more:
            return [("more", surname(names.each[0]))]
        full = tuple(surname(name) for name in names.each)
        last = (full[0], *(surname(name.split()[-1]) for name in names.each[1:]))
        people: list[Key] = [("people", *full), ("people", *last)]
        if names.cut and not _is_acronym(names.whole):
            return people
        return [
            *people,
            ("perhaps", *full),
            ("perhaps", *last),
            *(("body", name) for name in self._readings(names.whole)),
        ]

    def _readings(self, whole: str) -> Iterable[str]:
        """The bodies that `whole` can name: as written, as the paper explains it, or by fitting initials."""
        literal = body(whole)
        plain = fold(whole).strip()
        readings = {literal: None, plain: None}
        if plain in self.definitions:
            readings[self.definitions[plain]] = None
        elif any(_is_acronym(word) for word in whole.replace(".", "").split()):
            letters = "".join(w if _is_acronym(o) else initials(w) for o, w in _paired(whole))
            fitting = [name for name in self._bodies.get(letters, ()) if fits(" ".join(words(whole)), name)]
            if len(fitting) == 1:
                readings[fitting[0]] = None
        return readings


def _paired(whole: str) -> list[tuple[str, str]]:
    return [(printed, "".join(words(printed))) for printed in whole.replace(".", "").split()]


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
