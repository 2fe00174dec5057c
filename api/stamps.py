"""Which pipeline made what a paper has, told in two parts: one for its text, one for the names in it.

A paper under another stamp than today's is stale. Where only the part of the names differs, the names are found
anew, and what is read with their help; its passages, their vectors and their index entries stay as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from corpus.transaction import Held

DIGITS = 16
"""Of a hash, in a part of a stamp."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The fingerprints of a pipeline, kept as "text:names"."""

    text: str
    names: str

    @classmethod
    def of(cls, text: Sequence[str], names: Sequence[str]) -> Self:
        """From what decides the one part and the other: revisions, versions, models."""
        return cls(_fingerprint(text), _fingerprint(names))

    @classmethod
    def read(cls, kept: str) -> Self:
        """The way back from a string."""
        text, _, names = kept.partition(":")
        return cls(text, names)

    def __str__(self) -> str:
        return f"{self.text}:{self.names}"


@dataclass(frozen=True, slots=True)
class Stale:
    """The papers that another pipeline made, by name; no paper is in both lists."""

    whole: Sequence[str]
    """Those that have to be analysed anew from their text on."""
    names: Sequence[str]
    """Those of which only the names have to be found anew."""


def stale(held: Mapping[str, Held], today: Stamp) -> Stale:
    """What of `held` is not by the pipeline of `today`."""
    kept = {name: Stamp.read(each.stamp) for name, each in held.items()}
    whole = [name for name, stamp in kept.items() if stamp.text != today.text]
    names = [name for name, stamp in kept.items() if stamp.text == today.text and stamp != today]
    return Stale(whole, names)


def _fingerprint(parts: Sequence[str]) -> str:
    return hashlib.sha256("; ".join(parts).encode()).hexdigest()[:DIGITS]
