"""A passage's address in the library -> its key in an index."""

from __future__ import annotations

from hashlib import blake2b

from nlp.model import Ref


def key_of(ref: Ref) -> str:
    """The key of a passage: its number comes first, as a paper may have any name."""
    return f"{ref.passage}:{ref.paper}"


def number_of(paper: str) -> int:
    """A number of 63 bits for a paper's name, the same everywhere; that two names share one is not to be expected."""
    return int.from_bytes(blake2b(paper.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1
