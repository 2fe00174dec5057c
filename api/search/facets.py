"""Passages -> how many of them are of which paper, year, section, kind ... and what to type to see those alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from api.identities.name_index import NameIndex
from api.loaded import Loaded
from api.search.figure_index import FigureIndex
from corpus.prose import plain
from nlp.model import Ref
from nlp.query.reading import Query
from nlp.query.tree import Field

NAMES = ("paper", "year", "section", "entity", "kind", "unit", "in")
"""The facets, in the order in which they are shown."""


class Facet(NamedTuple):
    """A value, in how many passages it is found, and the field that narrows a query to it."""

    value: str
    passages: int
    query: str


def facets(
    passages: Iterable[tuple[Loaded, Ref]], names: NameIndex, figures: FigureIndex
) -> Mapping[str, Sequence[Facet]]:
    """Facet -> its values, the most frequent first; a passage counts once for each value it has."""
    counted: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    for loaded, ref in passages:
        for name, value in set(_values(loaded, ref, names, figures)):
            counted[name][value] += 1
    return {name: [Facet(value, n, narrowing(name, value)) for value, n in _ordered(counted[name])] for name in NAMES}


def narrowing(facet: str, value: str) -> str:
    """What to add to a query to see only passages that have the value."""
    return str(Query("", (Field(facet, (value.translate(PLAIN),)),)))


PLAIN = str.maketrans(dict.fromkeys('"“”„«»', " "))


def _values(loaded: Loaded, ref: Ref, names: NameIndex, figures: FigureIndex) -> Iterator[tuple[str, str]]:
    passage = loaded.passages[ref.passage]
    yield "paper", ref.paper
    year = loaded.paper.metadata.year
    if year is not None:
        yield "year", str(year)
    if passage.section:
        yield "section", plain(loaded.paper.text, passage.section[0])
    for name, label in names.by_passage(ref.paper).get(ref.passage, {}):
        yield "entity", f"{label}:{name}"
    for figure in figures.of(ref.paper):
        if figure.passage == ref.passage:
            yield "kind", figure.kind
            if figure.unit:
                yield "unit", figure.unit
    yield "in", str(passage.kind)


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
