"""The entities of all papers -> the identity each of them belongs to.

Two are the same if they have one label and one key (nlp/tag/names/linking/offices.py: sameness). A name that
another paper may use for another is kept to its paper; so is a short form that its paper does not define
and others define in different ways. Whatever is in doubt stays apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nlp.link.scope import is_acronym, is_scoped
from nlp.link.uses import Address, One
from nlp.model import Entity, Label
from nlp.tag.names.linking.canonical import best_print
from nlp.tag.names.linking.offices import sameness

Papers = Mapping[str, Sequence[Entity]]


class Group(NamedTuple):
    """What joins entities: a key and a label, and the paper for what is kept to it."""

    key: str
    label: Label
    paper: str | None


def join(papers: Papers) -> dict[One, Address]:
    """For every entity of every paper the address it shares with its like, whatever the order of papers."""
    own = {(paper, entity.name, entity.label): _group(paper, entity) for paper in papers for entity in papers[paper]}
    defined = _definitions(papers, own)
    prints: dict[Group, dict[str, int]] = {}
    for paper, entities in papers.items():
        for entity in entities:
            one = (paper, entity.name, entity.label)
            name, group = _meant(paper, entity, own[one], defined)
            own[one] = group
            names = prints.setdefault(group, {})
            names[name] = names.get(name, 0) + entity.mentions
    shown = {group: _address(group, names) for group, names in prints.items()}
    return {one: shown[group] for one, group in own.items()}


def in_paper(name: str, label: Label, paper: str) -> Address:
    """The address of a name that means somebody in this paper only."""
    return Address(f"{name} ({paper})", label)


def _group(paper: str, entity: Entity) -> Group:
    """The group of an entity by its name alone."""
    return Group(sameness(entity.name, entity.label), entity.label, paper if is_scoped(entity) else None)


def _definitions(papers: Papers, own: Mapping[One, Group]) -> dict[tuple[str, Label], set[Group]]:
    """Short form -> what the papers that define it mean by it."""
    defined: dict[tuple[str, Label], set[Group]] = {}
    for paper, entities in papers.items():
        for entity in entities:
            for form, by in zip(entity.aliases, entity.by, strict=True):
                if by == "acronym" and is_acronym(form):
                    group = own[paper, entity.name, entity.label]
                    defined.setdefault((form, entity.label), set()).add(group)
    return defined


def _meant(
    paper: str, entity: Entity, own: Group, defined: Mapping[tuple[str, Label], set[Group]]
) -> tuple[str, Group]:
    """The name to show and the group of an entity; of a short form defined elsewhere only, what all agree on."""
    form = entity.aliases[0]
    if len(entity.aliases) > 1 or not is_acronym(form) or "acronym" in entity.by[0]:
        return entity.name, own
    meant = defined.get((form, entity.label), {own})
    if meant == {own}:
        return entity.name, own
    sole = next(iter(meant)) if len(meant) == 1 and entity.name == form else None
    if sole is not None and sole.paper is None:
        return entity.name, sole
    return form, Group(form, entity.label, paper)


def _address(group: Group, names: Mapping[str, int]) -> Address:
    name = best_print(names, group.label) if len(names) > 1 else next(iter(names))
    return Address(name, group.label) if group.paper is None else in_paper(name, group.label, group.paper)
