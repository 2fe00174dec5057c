"""Which identities of a library are to be listed, and in which order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from nlp.model import Label


class Order(StrEnum):
    """How identities are sorted."""

    MENTIONS = "mentions"
    PAPERS = "papers"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Which:
    """Which identities are wanted: those that meet every condition. Empty means any."""

    labels: Collection[Label] = ()
    papers: Collection[str] = ()
    """Full names of papers: what is named elsewhere does not count at all."""
    least: int = 1
    """Mentions."""
    words: str = ""
    """All of them in its name or in one of its aliases, in whatever form."""
