"""What a query asks for, as a tree of words; what its words are in the index is not decided here."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the query something was typed, in code points; no part of what it means."""

    at: int = field(default=0, compare=False, kw_only=True)
    length: int = field(default=0, compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Word(Place):
    """A word, number or amount as typed: "coca", "counter-narcotics", "$1.4 billion"."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase(Place):
    """Words that stand one after the other: "plan colombia"."""

    text: str


@dataclass(frozen=True, slots=True)
class Near(Place):
    """Words that stand near each other, in any order, with at most `apart` others among them."""

    text: str
    apart: int


@dataclass(frozen=True, slots=True)
class Prefix(Place):
    """Words that begin so."""

    text: str


@dataclass(frozen=True, slots=True)
class Field(Place):
    """Something known of the passage that is one of `values`, which are as `nlp.query.fields` keeps them."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All(Place):
    """Every part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any(Place):
    """One part holds at least."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not(Place):
    """The part does not hold."""

    part: Node


Leaf = Word | Phrase | Near | Prefix
Node = Leaf | Field | All | Any | Not


@dataclass(frozen=True, slots=True)
class Notice:
    """What was not read as it may have been meant, and how instead: one sentence."""

    at: int
    length: int
    message: str
