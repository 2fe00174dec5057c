"""The entities of single papers -> the uses that identities are made of, and where each of them belongs.

A use is one printed form of one entity in one paper; or, where a user spoke of a single place, that place
alone. Joining and correcting only move uses about, so every mention belongs to one identity, or to none
once a correction said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.model import Span
from nlp.link.record import Alias
from nlp.model import Entity, Label
from nlp.tag.names.tables import fold

One = tuple[str, str, Label]
"""An entity of a paper: (paper, entity, label)."""
MARKS = re.compile(r"[\W_]+")


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


class Uses:
    """All uses of a library, and the address that each belongs to; None for one that names nobody."""

    def __init__(self, papers: Mapping[str, Sequence[Entity]], addresses: Mapping[One, Address]) -> None:
        self.mentions: dict[Use, int] = {}
        self.where: dict[Use, Address | None] = {}
        self.at: dict[Address, dict[Use, None]] = {}
        self._by: dict[Use, str] = {}
        self._of: dict[One, list[Use]] = {}
        for paper in sorted(papers):
            for entity in papers[paper]:
                self._add(paper, entity, addresses[paper, entity.name, entity.label])

    def _add(self, paper: str, entity: Entity, address: Address) -> None:
        mine = [Use(paper, entity.name, entity.label, form) for form in entity.aliases]
        self.mentions.update(zip(mine, entity.counts, strict=True))
        self._by.update(zip(mine, entity.by, strict=True))
        self.where.update(dict.fromkeys(mine, address))
        self.at.setdefault(address, {}).update(dict.fromkeys(mine))
        self._of[paper, entity.name, entity.label] = mine

    def move(self, uses: Iterable[Use], address: Address | None) -> None:
        """Let `uses` belong to `address` from now on, or to nobody."""
        for use in list(uses):
            self._leave(use)
            self.where[use] = address
            if address is not None:
                self.at.setdefault(address, {})[use] = None

    def take_out(self, use: Use, place: Span) -> Use:
        """The mention at `place` of `use` as a use of its own, which belongs where it did; and one less of `use`."""
        if use.place is not None:
            return use
        one = use._replace(place=place)
        address = self.where[use]
        self.mentions[one], self._by[one], self.where[one] = 1, self._by[use], address
        if address is not None:
            self.at[address][one] = None
        self.mentions[use] -= 1
        if not self.mentions[use]:
            self._leave(use)
            self.where[use] = None
        return one

    def find(self, one: One, form: str, place: Span) -> Use | None:
        """The use that the mention at `place`, printed `form`, belongs to; None for an entity that is unknown.

        `form` may be the source's own words: line ends, marks and kinds of apostrophes do not matter.
        """
        mine = self._of.get(one, [])
        placed = (use._replace(place=place) for use in mine)
        known = next((use for use in placed if use in self.where), None)
        exact = Use(*one, form)
        if known is not None or exact in self.where:
            return known or exact
        if len(mine) == 1:
            return mine[0]
        return next((use for use in mine if same_print(use.form, form)), None)

    def aliases(self, address: Address) -> tuple[Alias, ...]:
        """The printed forms of what belongs to `address`, by falling number of mentions."""
        counts: dict[tuple[str, str], int] = {}
        by: dict[tuple[str, str], str] = {}
        for use in self.at[address]:
            one = use.form, use.paper
            by[one] = f"{by[one]}; {self._by[use]}" if one in by else self._by[use]
            counts[one] = counts.get(one, 0) + self.mentions[use]
        order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Alias(*one, count, _apart(by[one])) for one, count in order)

    def _leave(self, use: Use) -> None:
        address = self.where[use]
        if address is not None:
            del self.at[address][use]
            if not self.at[address]:
                del self.at[address]


@lru_cache(maxsize=1024)
def _apart(by: str) -> tuple[str, ...]:
    """As Entity.by -> as Alias.by."""
    return tuple(sorted(set(by.split("; "))))


def same_print(one: str, other: str) -> bool:
    """Whether two printed forms have the same letters and digits in the same case, accents aside."""
    return one == other or MARKS.sub("", fold(one)) == MARKS.sub("", fold(other))
