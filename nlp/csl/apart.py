"""References that would be cited in the same words -> what is added to tell them apart.

More names, then given names, then the style's own words for it, then a letter behind the year, as far as the style
allows each (CSL 1.0.2, "disambiguation").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from nlp.csl.locale import Locale
from nlp.csl.render import Renderer
from nlp.csl.situation import Apart, Cite, Item, Position, Situation
from nlp.csl.style import Style

MOST_NAMES = 12
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Change = Callable[[Apart], Iterable[Apart]]


def told_apart(style: Style, items: Sequence[Item], locale: Locale) -> Mapping[str, Apart]:
    """The id of each of `items` that would be mistaken for another -> what is added to it."""
    citation = style.root.find("citation")
    allowed = {} if citation is None else citation.attrib
    trial = _Trial(style, items, locale)
    if allowed.get("disambiguate-add-names") == "true":
        trial.change(lambda apart: (replace(apart, names=many) for many in range(2, MOST_NAMES)))
    if allowed.get("disambiguate-add-givenname") == "true":
        if allowed.get("givenname-disambiguation-rule", "").startswith("primary"):
            trial.name_first(_primary(items))
        else:
            trial.change(lambda apart: (replace(apart, given=many) for many in range(1, MOST_NAMES)))
    trial.say_otherwise()
    if allowed.get("disambiguate-add-year-suffix") == "true":
        trial.add_letters()
    return {key: apart for key, apart in trial.found.items() if apart != Apart()}


class _Trial:
    """References as they would be cited, and what was added so far."""

    def __init__(self, style: Style, items: Sequence[Item], locale: Locale) -> None:
        self._style = style
        self._locale = locale
        self._items = {str(item["id"]): item for item in items}
        self.found = dict.fromkeys(self._items, Apart())
        self._by_name = True

    def change(self, how: Change) -> None:
        """For each group of like ones the first of the changes that makes it fall apart, wholly or in part."""
        for keys in self._alike():
            for key in keys:
                better = next((new for new in how(self.found[key]) if self._parts(keys, new)), None)
                if better is not None:
                    self.found |= dict.fromkeys(keys, better)
                    break

    def name_first(self, keys: Iterable[str]) -> None:
        """Show the first author's given name."""
        for key in keys:
            self.found[key] = replace(self.found[key], given=1)

    def say_otherwise(self) -> None:
        """What the style says of its own where two are alike, if that tells them apart."""
        self._by_name = False
        for keys in self._alike():
            new = {key: replace(self.found[key], otherwise=True) for key in keys}
            if len({self._printed(key, apart) for key, apart in new.items()}) > 1:
                self.found |= new

    def add_letters(self) -> None:
        """A letter behind the year, in the order of the bibliography."""
        for keys in self._alike():
            for number, key in enumerate(keys):
                self.found[key] = replace(self.found[key], year=_letters(number))

    def _parts(self, keys: Sequence[str], apart: Apart) -> bool:
        return len({self._printed(key, apart) for key in keys}) > 1

    def _printed(self, key: str, apart: Apart) -> str:
        """As it is cited; in notes by the short form, or by what is left of it in the very next note."""
        item, cite = self._items[key], Cite(key)
        if self._style.in_notes:
            number = list(self._items).index(key) + 1
            short = Situation(item, cite, Position.SUBSEQUENT, note=number, apart=apart)
            again = Situation(item, cite, Position.IBID, apart=apart)
            return self._words(again if self._by_name else short)
        return self._words(Situation(item, cite, apart=apart))

    def _words(self, at: Situation) -> str:
        return Renderer(self._style, "citation", at, self._locale).layout()

    def _alike(self) -> list[list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for key, apart in self.found.items():
            groups[self._printed(key, apart)].append(key)
        return [keys for keys in groups.values() if len(keys) > 1]


def _primary(items: Sequence[Item]) -> list[str]:
    """Those whose first author has the family name, but not the given name, of another's first author."""
    first = {str(item["id"]): people[0] for item in items if (people := item.get("author"))}
    given: dict[str, set[str]] = defaultdict(set)
    for name in first.values():
        given[str(name.get("family"))].add(str(name.get("given", "")))
    return [key for key, name in first.items() if name.get("family") and len(given[str(name["family"])]) > 1]


def _letters(number: int) -> str:
    """0 -> "a", 26 -> "aa"."""
    text = ""
    while number >= 0:
        text = LETTERS[number % 26] + text
        number = number // 26 - 1
    return text
