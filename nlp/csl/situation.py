"""Where and how often a reference is cited: what its printed form depends on beside the reference itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Item = Mapping[str, Any]
"""A reference as CSL-JSON has it."""


class Position(StrEnum):
    """How often a reference was cited before."""

    FIRST = "first"
    SUBSEQUENT = "subsequent"
    IBID = "ibid"
    IBID_WITH_LOCATOR = "ibid-with-locator"


MEANS: Mapping[Position, frozenset[str]] = {
    Position.FIRST: frozenset({"first"}),
    Position.SUBSEQUENT: frozenset({"subsequent"}),
    Position.IBID: frozenset({"subsequent", "ibid"}),
    Position.IBID_WITH_LOCATOR: frozenset({"subsequent", "ibid", "ibid-with-locator"}),
}
"""What a style may ask for that is true of each."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One reference in a citation."""

    id: str
    locator: str = ""
    label: str = "page"
    """What the locator counts: "page", "paragraph", "note" ..."""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """What is added to a reference so that no other one looks like it."""

    names: int = 0
    """So many names are shown at least."""
    given: int = 0
    """So many names are shown with their given names."""
    otherwise: bool = False
    """Whether the style's own words for it are (`disambiguate`)."""
    year: str = ""
    """The letter behind the year."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A reference where it is printed."""

    item: Item
    cite: Cite | None = None
    """None in a bibliography."""
    position: Position = Position.FIRST
    note: int | None = None
    """The number of the note that cited it first."""
    near: bool = False
    number: int = 0
    """Its place in the bibliography."""
    apart: Apart = field(default_factory=Apart)
    sorting: Mapping[str, str] | None = None
    """Set while a key to sort by is made: the key's own options for names."""
