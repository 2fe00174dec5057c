"""What must hold of a passage for it to be found, as a tree that any engine can read.

Words are tokens of `nlp.find.words`. What is said of words is said of the passage's own: the paper's title and the
headings above it help to rank a passage, but do not make it say what it does not say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Says:
    """Any one of these tokens stands in the passage."""

    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InRow:
    """These tokens stand in the passage, in this order and with at most `apart` other words among them."""

    tokens: tuple[str, ...]
    apart: int = 0
    any_order: bool = False


@dataclass(frozen=True, slots=True)
class Under:
    """One of the headings above the passage has these tokens in a row."""

    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FromPapers:
    """The passage is of one of these papers."""

    papers: frozenset[str]


@dataclass(frozen=True, slots=True)
class OfKind:
    """The passage is of one of these kinds: "body", "note", "table", "caption"."""

    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """The passage is one of these: paper -> the numbers of its passages."""

    passages: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; of no parts: always."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One part holds at least; of no parts: never."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Says | InRow | Under | FromPapers | OfKind | Listed | All | Any | Not

__all__ = ["All", "Any", "Condition", "FromPapers", "InRow", "Listed", "Not", "OfKind", "Says", "Under"]
