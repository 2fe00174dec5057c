"""A passage's address in the library <-> its key in an index, and the keys of the passages that a filter names."""

from __future__ import annotations

from nlp.model import Ref, Where


def key_of(ref: Ref) -> str:
    """The key of a passage: its number comes first, as a paper may have any name."""
    return f"{ref.passage}:{ref.paper}"


def ref_of(key: str) -> Ref:
    """The passage whose key this is."""
    number, _, paper = key.partition(":")
    return Ref(paper, int(number))


def named(where: Where) -> list[str]:
    """The keys of the passages that a filter names; none where it names none or has no such condition."""
    return [key_of(Ref(name, n)) for name, numbers in (where.passages or {}).items() for n in numbers]


def count(where: Where) -> int:
    """How many passages a filter names."""
    return sum(map(len, (where.passages or {}).values()))
