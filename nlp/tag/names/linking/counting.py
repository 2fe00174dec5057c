"""How often each form of each entity is printed -> the entities of a paper, by falling number of mentions."""

from __future__ import annotations

from collections import Counter

from nlp.model import Entity, Label

Forms = Counter[tuple[str, str]]
"""How often each printed form is found by whom."""
Printed = dict[tuple[str, Label], Forms]
"""The same for each entity."""


def counted(printed: Printed) -> list[Entity]:
    """The entities that forms were printed of, by falling number of mentions."""
    return [_entity(name, label, forms) for (name, label), forms in sorted(printed.items(), key=_order)]


def _entity(name: str, label: Label, printed: Forms) -> Entity:
    forms: Counter[str] = Counter()
    by: dict[str, set[str]] = {}
    for (form, who), count in printed.items():
        forms[form] += count
        by.setdefault(form, set()).add(who)
    aliases = sorted(forms, key=lambda form: (-forms[form], form))
    counts = tuple(forms[form] for form in aliases)
    return Entity(name, label, tuple(aliases), sum(counts), counts, tuple("; ".join(sorted(by[f])) for f in aliases))


def _order(item: tuple[tuple[str, Label], Forms]) -> tuple[int, str, str]:
    (name, label), printed = item
    return -printed.total(), name, label
