"""The entities of single papers -> the uses that identities are made of, and where each of them belongs.

A use is an entity of a paper; or, where a user spoke of a part of it, one printed form of it, or the one
mention at some place. Joining and correcting only move uses about, so every mention belongs to one
identity, or to none once a correction said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.model import Span
from nlp.link.record import Alias
from nlp.model import Entity, Label
from nlp.tag.names.lists.tables import fold

One = tuple[str, str, Label]
"""An entity of a paper: (paper, entity, label)."""
MARKS = re.compile(r"[\W_]+")


class Use(NamedTuple):
    """What is moved: all of an entity, one printed form of it, or one mention."""

    paper: str
    entity: str
    """As in Entity.name and Mention.entity."""
    label: Label
    form: str | None = None
    place: Span | None = None


class Address(NamedTuple):
    """What an identity goes by; no two have the same."""

    name: str
    label: Label


class Uses:
    """All uses of a library, and the address that each belongs to; None for one that names nobody."""

    def __init__(self, papers: Mapping[str, Sequence[Entity]], addresses: Mapping[One, Address]) -> None:
        self.where: dict[Use, Address | None] = {}
        self.at: dict[Address, dict[Use, None]] = {}
        self._entities: dict[One, Entity] = {}
        self._parts: dict[One, list[Use]] = {}
        self._taken: dict[Use, int] = {}
        for paper in sorted(papers):
            for entity in papers[paper]:
                one = (paper, entity.name, entity.label)
                use, address = Use(*one), addresses[one]
                self._entities[one], self.where[use] = entity, address
                self.at.setdefault(address, {})[use] = None

    def ones(self) -> Iterable[One]:
        """All entities of all papers."""
        return self._entities

    def of(self, one: One) -> list[Use]:
        """The uses an entity is in now: one, until a correction divides it."""
        return self._parts.get(one) or ([Use(*one)] if one in self._entities else [])

    def move(self, uses: Iterable[Use], address: Address | None) -> None:
        """Let `uses` belong to `address` from now on, or to nobody."""
        for use in list(uses):
            self._leave(use)
            self._enter(use, address)

    def divide(self, use: Use) -> list[Use]:
        """A use of several forms in one for each form, which belong where it did; others as they are."""
        one = use[:3]
        if use.form is not None or len(self._entities[one].aliases) == 1:
            return [use]
        address = self._leave(use)
        self._parts[one] = [use._replace(form=form) for form in self._entities[one].aliases]
        for part in self._parts[one]:
            self._enter(part, address)
        return list(self._parts[one])

    def take_out(self, use: Use, place: Span) -> Use:
        """The mention at `place` of a use of one form, which belongs where that did; and one less of the use."""
        if use.place is not None:
            return use
        one, taken = use._replace(place=place), self._taken.get(use, 0) + 1
        self._taken[use] = taken
        self._parts.setdefault(use[:3], [use]).append(one)
        self._enter(one, self.where[use])
        if not sum(count for _, count, _ in self.forms(use)):
            self._leave(use)
            self.where[use] = None
        return one

    def find(self, one: One, form: str, place: Span) -> Use | None:
        """The use that the mention at `place`, printed `form`, belongs to; None for an entity that is unknown.

        `form` may be the source's own words: line ends, marks and kinds of apostrophes do not matter.
        """
        mine = self.of(one)
        placed = next((use for use in mine if use.place == place), None)
        whole = [use for use in mine if use.place is None]
        if placed is not None or len(whole) == 1:
            return placed or whole[0]
        exact = Use(*one, form)
        return exact if exact in whole else next((use for use in whole if self.is_printed(use, form)), None)

    def is_printed(self, use: Use, form: str) -> bool:
        """Whether one of the forms of `use` is printed so."""
        return any(same_print(printed, form) for printed, _, _ in self.forms(use))

    def forms(self, use: Use) -> Iterator[tuple[str, int, str]]:
        """The printed forms of `use`, how often each stands, and who says so, as in Entity.by."""
        entity = self._entities[use[:3]]
        for form, count, by in zip(entity.aliases, entity.counts, entity.by, strict=True):
            if use.form in {None, form}:
                left = 1 if use.place is not None else count - self._taken.get(use, 0)
                if left > 0:
                    yield form, left, by

    def belonging(self, one: One) -> set[Address | None]:
        """Where the uses of an entity of a paper belong, single places too."""
        return {self.where[use] for use in self.of(one)}

    def aliases(self, address: Address) -> tuple[Alias, ...]:
        """The printed forms of what belongs to `address`, by falling number of mentions."""
        counts: dict[tuple[str, str], int] = {}
        by: dict[tuple[str, str], str] = {}
        for use in self.at[address]:
            for form, count, who in self.forms(use):
                one = form, use.paper
                counts[one] = counts.get(one, 0) + count
                by[one] = f"{by[one]}; {who}" if one in by else who
        order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Alias(*one, count, _apart(by[one])) for one, count in order)

    def _enter(self, use: Use, address: Address | None) -> None:
        self.where[use] = address
        if address is not None:
            self.at.setdefault(address, {})[use] = None

    def _leave(self, use: Use) -> Address | None:
        address = self.where.pop(use)
        if address is not None:
            del self.at[address][use]
            if not self.at[address]:
                del self.at[address]
        return address


@lru_cache(maxsize=1024)
def _apart(by: str) -> tuple[str, ...]:
    """As Entity.by -> as Alias.by."""
    return tuple(sorted(set(by.split("; "))))


def same_print(one: str, other: str) -> bool:
    """Whether two printed forms have the same letters and digits in the same case, accents aside."""
    return one == other or MARKS.sub("", fold(one)) == MARKS.sub("", fold(other))
