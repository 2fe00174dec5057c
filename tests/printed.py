"""Papers for tests: entities as a tagger would give them."""

from __future__ import annotations

from nlp.model import Entity, Label


def entity(name: str, label: Label, *printed: tuple[str, int], by: str = "gazetteer") -> Entity:
    """An entity of one paper; `printed`: each form and how often, by falling number."""
    printed = printed or ((name, 1),)
    forms, counts = tuple(form for form, _ in printed), tuple(count for _, count in printed)
    return Entity(name, label, forms, sum(counts), counts, (by,) * len(forms))
