"""All lists of names, ours and the data packages' -> one table of entries, the first of a surface wins.

Order is authority: a country before a region, a body, a state, a people and last a city.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from nlp.model import Label
from nlp.tag.names.lists.orthography import spellings
from nlp.tag.names.lists.places import Entry, cities, countries, demonyms, states
from nlp.tag.names.lists.tables import fold, named, rows, words

THE = "the "
"""Before a surface: only with the article is it a name ("the Gulf"); the article is not part of it."""


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry once: of two with the same surface, accents aside, the first, unless it alone is weak."""
    seen: dict[str, Entry] = {}
    for entry in _all():
        first = seen.setdefault(fold(entry.surface), entry)
        if first.weak and not entry.weak and first.label is entry.label:
            seen[fold(entry.surface)] = entry
    return tuple(seen.values())


@cache
def lookup() -> dict[str, Entry]:
    """The entry for each folded surface."""
    return {fold(entry.surface): entry for entry in entries()}


@cache
def country_names() -> frozenset[str]:
    """The folded names of countries: no family is called so."""
    return frozenset(fold(entry.surface) for entry in countries() if entry.label is Label.GPE)


def known(phrase: str) -> Entry | None:
    """The entry for `phrase`, accents and a leading article aside.

    >>> known("the Mérida Initiative").label
    <Label.PROGRAM: 'PROGRAM'>
    """
    return lookup().get(fold(phrase).removeprefix("the ").removeprefix("The "))


def is_term(short: str) -> bool:
    """Whether a short form is a common noun (GDP, NGOs), which names nobody."""
    return fold(short) in words("terms.txt")


def _all() -> Iterator[Entry]:
    yield from countries()
    yield from _listed("regions.txt", Label.LOC)
    yield from _listed("states.txt", Label.GPE)
    for table in ("bodies.txt", "companies.txt", "press.txt"):
        yield from _spelt(table, Label.ORG)
    yield from _spelt("programmes.txt", Label.PROGRAM)
    yield from _spelt("events.txt", Label.EVENT)
    yield from _peoples()
    yield from (Entry(name, Label.PERSON, name) for row in rows("people.txt") for name in row.split())
    yield from states()
    yield from cities()


def _listed(table: str, label: Label) -> Iterator[Entry]:
    for name, forms in named(table):
        bare = () if THE + name in forms else (name,)
        for surface in (*bare, *forms):
            yield Entry(surface, label, name)


def _spelt(table: str, label: Label) -> Iterator[Entry]:
    """As _listed, under the spellings of both sides of the ocean."""
    for entry in _listed(table, label):
        article = THE if entry.surface.startswith(THE) else ""
        for surface in spellings(entry.surface.removeprefix(THE)):
            yield Entry(article + surface, label, entry.name)


def _peoples() -> Iterator[Entry]:
    for name, forms in named("peoples.txt"):
        yield from demonyms((name, *forms))
