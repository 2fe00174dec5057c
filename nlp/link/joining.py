"""The entities of all papers -> the identity each of them belongs to.

Two are the same if they have one label and one key (nlp/tag/names/canon.py). A surname alone means
somebody else in every paper. Whatever is in doubt stays apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from nlp.link.uses import Address
from nlp.model import Entity, Label
from nlp.tag.names.canon import key
from nlp.tag.names.tables import fold


def join(papers: Mapping[str, Sequence[Entity]]) -> dict[tuple[str, str, Label], Address]:
    """(paper, entity, label) -> the address it shares with its like, whatever the order of papers."""
    prints: dict[tuple[str, Label], Counter[str]] = {}
    keys: dict[tuple[str, str, Label], tuple[str, Label] | None] = {}
    for paper, entities in papers.items():
        for entity in entities:
            one = (paper, entity.name, entity.label)
            keys[one] = None if is_scoped(entity) else (key(entity.name), entity.label)
            if (shared := keys[one]) is not None:
                prints.setdefault(shared, Counter())[entity.name] += entity.mentions
    shown = {shared: Address(_best(names), shared[1]) for shared, names in prints.items()}
    return {one: shown[shared] if shared else in_paper(one[1], one[2], one[0]) for one, shared in keys.items()}


def is_scoped(entity: Entity) -> bool:
    """Whether the name means another in another paper."""
    return entity.label is Label.PERSON and " " not in entity.name


def in_paper(name: str, label: Label, paper: str) -> Address:
    """The address of a name that means somebody in this paper only."""
    return Address(f"{name} ({paper})", label)


def _best(names: Counter[str]) -> str:
    """The print to show: not in capitals, the most frequent, then the one with most accents, then the longest."""
    return max(names, key=lambda name: (not name.isupper(), names[name], name != fold(name), len(name), name))
