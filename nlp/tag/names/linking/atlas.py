"""Which places bear a name, and in which country or American state each of them lies.

From GeoNames (towns of more than 15,000) and ISO 3166-2 (divisions of countries), as places.py reads them.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from nlp.model import Label
from nlp.tag.names.lists.canon import key, listed_name
from nlp.tag.names.lists.places import country_codes, divisions, neighbours, towns

UNITED_STATES = "US"


class Area(NamedTuple):
    """A country by its ISO 3166 code, or a state of the United States."""

    country: str
    state: str | None = None

    def holds(self, other: Area) -> bool:
        """Whether `other` lies in it."""
        return self.country == other.country and self.state in {None, other.state}


class Bearer(NamedTuple):
    """A place of some name: where it lies, and its inhabitants; 0 for a division."""

    area: Area
    people: int


@cache
def _countries() -> dict[str, str]:
    """Canonical name -> code."""
    return {name: code for code, name in country_codes()}


@cache
def _states() -> dict[str, Area]:
    """Key of a division's name -> where it lies, for American states and for those that one country has."""
    found: dict[str, set[Area]] = {}
    for name, country, _ in divisions():
        found.setdefault(key(name), set()).add(Area(country))
    sole = {name: next(iter(areas)) for name, areas in found.items() if len(areas) == 1}
    return sole | {key(name): Area(UNITED_STATES, code) for code, name in american_states().items()}


@cache
def american_states() -> dict[str, str]:
    """Two letters -> the name of the state."""
    return {code: name for name, country, code in divisions() if country == UNITED_STATES}


@cache
def _bearers() -> dict[str, list[Bearer]]:
    found: dict[str, list[Bearer]] = {}
    for town in towns():
        found.setdefault(key(town.name), []).append(Bearer(Area(town.country, town.state), town.people))
    for name, country, _ in divisions():
        if country != UNITED_STATES:
            found.setdefault(key(name), []).append(Bearer(Area(country), 0))
    return found


def bearers(name: str) -> list[Bearer]:
    """All places of a name, the best known town first, divisions of countries last."""
    return _bearers().get(key(name), [])


def area_named(name: str) -> Area | None:
    """The country or division a name means; None where it is neither, or one of several.

    >>> area_named("Alabama")
    Area(country='US', state='AL')
    """
    canonical = listed_name(name, Label.GPE) or name
    code = _countries().get(canonical)
    return Area(code) if code else _states().get(key(canonical))


def area_name(area: Area) -> str:
    """What an area is called."""
    if area.state is not None:
        return american_states()[area.state]
    return next(name for name, code in _countries().items() if code == area.country)


@cache
def borders(country: str) -> frozenset[str]:
    """The codes of the countries that one has a border with."""
    return dict(neighbours()).get(country, frozenset())
