"""A passage's address in the library <-> its key in an index."""

from __future__ import annotations

from nlp.model import Ref


def key_of(ref: Ref) -> str:
    """The key of a passage: its number comes first, as a paper may have any name."""
    return f"{ref.passage}:{ref.paper}"


def ref_of(key: str) -> Ref:
    """The passage whose key this is."""
    number, _, paper = key.partition(":")
    return Ref(paper, int(number))
