"""Records of entities and of pairs -> what is to be drawn of them: nodes in an order that shows groups, and ties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from api.plot.points import clean
from api.records import Record
from nlp.link.layout import order

SURE = 10.83
"""The log-likelihood ratio that chance alone exceeds once in a thousand times."""
TIES_A_NODE = 2
"""More lines than this for each node would be a thicket."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody who is named, and in how many passages."""

    name: str
    label: str
    mentions: int
    papers: int
    passages: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes by their numbers, the lower first, and the passages that name both."""

    ends: tuple[int, int]
    passages: int
    papers: int
    association: float | None


@dataclass(frozen=True)
class Web:
    """Nodes, neighbours being those that are named in the same passages, and all ties between them."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]

    @cached_property
    def sure(self) -> list[Tie]:
        """The ties that are more than chance, the surest first; no more than can be told apart."""
        found = [tie for tie in self.ties if (tie.association or 0.0) >= SURE]
        return sorted(found, key=lambda tie: (-(tie.association or 0.0), tie.ends))[: TIES_A_NODE * len(self.nodes)]

    @property
    def unshown(self) -> int:
        """How many ties are as sure and left out."""
        return sum((tie.association or 0.0) >= SURE for tie in self.ties) - len(self.sure)


def web(entities: Sequence[Record], pairs: Iterable[Record]) -> Web:
    """The web of `entities` (records that tell their `passages` too); pairs with others are left out."""
    known = {(record["entity"], record["label"]): number for number, record in enumerate(entities)}
    met: dict[tuple[int, int], Record] = {}
    for record in pairs:
        ends = known.get((record["entity"], record["label"])), known.get((record["other"], record["other_label"]))
        if ends[0] is not None and ends[1] is not None:
            met[ends[0], ends[1]] = record
    row = order(_likeness(entities, met))
    place = {number: at for at, number in enumerate(row)}
    ties = [_tie(place[one], place[other], record) for (one, other), record in met.items()]
    return Web(tuple(_node(entities[number]) for number in row), tuple(sorted(ties, key=lambda tie: tie.ends)))


def _likeness(
    entities: Sequence[Record], met: dict[tuple[int, int], Record]
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The cosine of two: the passages that name both over the geometric mean of those that name each."""
    found = np.eye(len(entities))
    for (one, other), record in met.items():
        alone = entities[one]["passages"] * entities[other]["passages"]
        found[one, other] = found[other, one] = record["passages"] / max(1.0, alone**0.5)
    return found


def _node(record: Record) -> Node:
    counts = record["mentions"], record["papers"], record["passages"]
    return Node(clean(record["entity"]), clean(record["label"]), *counts)


def _tie(one: int, other: int, record: Record) -> Tie:
    ends = (one, other) if one < other else (other, one)
    return Tie(ends, record["passages"], record["papers"], record["association"])
