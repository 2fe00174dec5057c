"""An entity of a paper -> whether its name means the same in other papers, or must be shown with its paper.

A surname, initials, a ministry without its country, "the Agency": in another paper each is another.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.model import Entity, Label
from nlp.tag.names.linking.offices import read_office
from nlp.tag.names.lists.tables import KEPT, fold

ACRONYM = re.compile(r"[A-Z][A-Za-z&/+.-]*[A-Z0-9][\w-]*")
INITIAL = re.compile(r"\w\.?|\w\.-?\w\.?")


def is_scoped(entity: Entity) -> bool:
    """Whether the name alone does not tell who is meant outside its paper."""
    if is_acronym(entity.name) and "acronym" in _who_says(entity):
        return True
    return is_local(entity.name, entity.label)


@lru_cache(maxsize=KEPT)
def is_local(name: str, label: Label) -> bool:
    """The same of any name: a surname, or what many states have."""
    if label is Label.PERSON:
        return not _is_full(name)
    office = read_office(name) if label is not Label.NORP else None
    return office is not None and office.vague


def is_acronym(name: str) -> bool:
    """Whether a name is one word of capitals, as short forms are: "FARC", "DfID", "MS-13"."""
    return " " not in name and len(name) > 1 and ACRONYM.fullmatch(fold(name)) is not None


def _is_full(person: str) -> bool:
    """Whether a person's name has a given name in full before the surname."""
    first, *rest = person.replace(".", ". ").split()
    return bool(rest) and INITIAL.fullmatch(first) is None


def _who_says(entity: Entity) -> set[str]:
    return {who for each in entity.by for who in each.split("; ")}
