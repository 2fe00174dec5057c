"""The entities of single papers -> the uses that identities are made of, and where each of them belongs.

A use is one printed form of one entity in one paper; or, where a user spoke of a single place, that place
alone. Joining and correcting only move uses about, so every mention belongs to one identity, or to none
once a correction said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.model import Span
from nlp.model import Alias, Entity, Label


class Use(NamedTuple):
    """A printed form of an entity of a paper; with a `place`, only the mention that stands there."""

    paper: str
    entity: str
    """As in Entity.name and Mention.entity."""
    label: Label
    form: str
    place: Span | None = None


class Address(NamedTuple):
    """What an identity goes by; no two have the same."""

    name: str
    label: Label


@dataclass(slots=True)
class Uses:
    """All uses of a library: how often each stands, who says so, and the address it belongs to (None: dropped)."""

    mentions: dict[Use, int] = field(default_factory=dict)
    by: dict[Use, tuple[str, ...]] = field(default_factory=dict)
    where: dict[Use, Address | None] = field(default_factory=dict)
    at: dict[Address, dict[Use, None]] = field(default_factory=dict)

    def add(self, use: Use, mentions: int, by: tuple[str, ...], address: Address) -> None:
        """A further use, which belongs to `address`."""
        self.mentions[use], self.by[use], self.where[use] = mentions, by, address
        self.at.setdefault(address, {})[use] = None

    def move(self, uses: Iterable[Use], address: Address | None) -> None:
        """Let `uses` belong to `address` from now on, or to nobody."""
        for use in list(uses):
            self._leave(use)
            self.where[use] = address
            if address is not None:
                self.at.setdefault(address, {})[use] = None

    def take_out(self, use: Use, place: Span) -> Use:
        """The mention at `place` of `use` as a use of its own, which belongs where it did; and one less of `use`."""
        one = use._replace(place=place)
        address = self.where[use]
        self.mentions[one], self.by[one], self.where[one] = 1, self.by[use], address
        if address is not None:
            self.at[address][one] = None
        self.mentions[use] -= 1
        if not self.mentions[use]:
            self._leave(use)
            del self.mentions[use], self.by[use], self.where[use]
        return one

    def aliases(self, address: Address) -> tuple[Alias, ...]:
        """The printed forms of what belongs to `address`, by falling number of mentions."""
        counts: dict[tuple[str, str], int] = {}
        by: dict[tuple[str, str], set[str]] = {}
        for use in self.at.get(address, ()):
            one = use.form, use.paper
            counts[one] = counts.get(one, 0) + self.mentions[use]
            by.setdefault(one, set()).update(self.by[use])
        order = sorted(counts, key=lambda one: (-counts[one], one))
        return tuple(Alias(*one, counts[one], tuple(sorted(by[one]))) for one in order)

    def _leave(self, use: Use) -> None:
        address = self.where[use]
        if address is not None:
            self.at[address].pop(use, None)
            if not self.at[address]:
                del self.at[address]


def read_uses(papers: Mapping[str, Sequence[Entity]], addresses: Mapping[tuple[str, str, Label], Address]) -> Uses:
    """The uses of all entities in order of paper; `addresses`: (paper, entity, label) -> where it belongs."""
    uses = Uses()
    for paper in sorted(papers):
        for entity in papers[paper]:
            address = addresses[paper, entity.name, entity.label]
            for form, count, by in zip(entity.aliases, entity.counts, entity.by, strict=True):
                uses.add(Use(paper, entity.name, entity.label, form), count, tuple(by.split("; ")), address)
    return uses
