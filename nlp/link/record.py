"""What is known of who is who across the library: identities, and what a user corrects about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nlp.model import Label


class Change(StrEnum):
    """What a user may correct about who is who."""

    MERGE = "merge"
    """`name` and `other` are the same; they are shown as `name`."""
    SPLIT = "split"
    """The printed form `form` of `name` (in one paper, if `at` names one) stands for another: `other`."""
    RENAME = "rename"
    """`name` is shown as `other`."""
    RETYPE = "retype"
    """`name` is of the label `other_label`."""
    DROP = "not-an-entity"
    """`name`, or only its printed form `form`, names nobody."""
    APART = "never-merge"
    """`name` and `other` are never the same, whatever rules or later corrections say."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place by its words, which still hold when the paper is read again: the paper, a quotation, what is around it.

    With an empty `quote` it means the whole paper.
    """

    paper: str
    quote: str = ""
    prefix: str = ""
    """Up to 32 characters before and after the quotation."""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a user knows better than the tagger. Later ones stand above earlier ones."""

    change: Change
    name: str
    label: Label
    other: str | None = None
    other_label: Label | None = None
    """The label of `other`; None for the same as `label`."""
    form: str | None = None
    at: Anchor | None = None
    """Where it was made; of SPLIT, RETYPE and DROP also the only place (or paper) it is about. None: everywhere."""
    said_at: str = ""
    """UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A printed form of a name in one paper, how often it stands there, and who says what it stands for."""

    form: str
    paper: str
    mentions: int
    by: tuple[str, ...]
    """As in Mention.by: "gazetteer", "acronym", ...; "correction" for a user's word."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One who, where or what of the whole library: the entities of all papers that are the same."""

    name: str
    label: Label
    aliases: tuple[Alias, ...]
    """By falling number of mentions."""
    linked: tuple[str, ...] = ()
    """Names of the people of this country, or of the country of this people: apart, but searched together."""

    @property
    def mentions(self) -> int:
        """How many times it is named."""
        return sum(alias.mentions for alias in self.aliases)

    @property
    def papers(self) -> dict[str, int]:
        """Paper -> how many times it is named there, in order of name."""
        counts: dict[str, int] = {}
        for alias in sorted(self.aliases, key=lambda each: each.paper):
            counts[alias.paper] = counts.get(alias.paper, 0) + alias.mentions
        return counts
