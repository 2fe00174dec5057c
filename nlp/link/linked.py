"""Identities of lands and of peoples -> which are linked: apart, but searched together."""

from __future__ import annotations

from nlp.link.uses import Address, Uses
from nlp.model import Label
from nlp.tag.names.lists.homelands import homeland, people_of

LANDS = (Label.GPE, Label.LOC)


def linked_names(uses: Uses) -> dict[Address, tuple[str, ...]]:
    """For each land the names of its people, for each people that of its land, as far as both are named."""
    lands: dict[str, set[Address]] = {}
    peoples: dict[str, set[Address]] = {}
    for use, address in uses.where.items():
        if address is None:
            continue
        if address.label is Label.NORP and homeland(use.entity) is not None:
            peoples.setdefault(use.entity, set()).add(address)
        elif address.label in LANDS and people_of(use.entity) is not None:
            lands.setdefault(use.entity, set()).add(address)
    return _both_ways(lands, peoples)


def _both_ways(lands: dict[str, set[Address]], peoples: dict[str, set[Address]]) -> dict[Address, tuple[str, ...]]:
    names: dict[Address, set[str]] = {}
    for people, theirs in peoples.items():
        for land in lands.get(homeland(people) or "", ()):
            for one in theirs:
                names.setdefault(one, set()).add(land.name)
                names.setdefault(land, set()).add(one.name)
    return {address: tuple(sorted(linked)) for address, linked in names.items()}
