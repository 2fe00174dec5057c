"""A people <-> the country, region or land it is named after."""

from __future__ import annotations

from functools import cache

from nlp.tag.names.lists.places import nations
from nlp.tag.names.lists.tables import named


@cache
def _lands() -> dict[str, list[str]]:
    lands: dict[str, list[str]] = {}
    for land, people in nations():
        lands.setdefault(people, []).append(land)
    for people, (land, *_) in named("homelands.txt"):
        lands.setdefault(people, []).append(land)
    return lands


@cache
def _peoples() -> dict[str, str]:
    return {lands[0]: people for people, lands in _lands().items() if len(lands) == 1}


def homeland(people: str) -> str | None:
    """The one land of a people, both by their canonical names; None where there are two, or none is known.

    >>> homeland("Kenyan"), homeland("Congolese")
    ('Kenya', None)
    """
    lands = _lands().get(people, [])
    return lands[0] if len(lands) == 1 else None


def has_land(people: str) -> bool:
    """Whether a people is named after a land, or after one of two."""
    return people in _lands()


def people_of(land: str) -> str | None:
    """The way back from `homeland`."""
    return _peoples().get(land)
