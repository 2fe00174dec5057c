"""The names that corrections speak of -> the identities that have them now.

An identity is known by what it is shown as; or, when that has changed since, by what its papers call it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from nlp.link.record import Anchor
from nlp.link.uses import Address, One, Use, Uses
from nlp.model import Label
from nlp.tag.names.linking.offices import canonical, sameness

IN_PAPER = re.compile(r"(?P<name>.+) \((?P<paper>.+)\)")


class Naming:
    """Finds identities by name; `uses` may move about meanwhile."""

    def __init__(self, uses: Uses) -> None:
        self._uses = uses

    def address(self, name: str, label: Label, at: Anchor | None = None) -> Address | None:
        """The identity of that name, of two the one in the paper of `at`; None for none, or for several."""
        exact = Address(name, label)
        if exact in self._uses.at:
            return exact
        there = {self._uses.where[use] for use in self.called(name, label)}
        found = {address for address in there if address is not None and address.label is label}
        if len(found) > 1 and at is not None:
            found = {one for one in found if any(use.paper == at.paper for use in self._uses.at[one])}
        return next(iter(found)) if len(found) == 1 else None

    def called(self, name: str, label: Label) -> list[Use]:
        """The uses of all entities that papers call so, wherever they belong now."""
        match = IN_PAPER.fullmatch(name)
        within = [use for use in self._named(match["name"], label) if use.paper == match["paper"]] if match else []
        return within or list(self._named(name, label))

    def _named(self, name: str, label: Label) -> Iterator[Use]:
        for one in self._index.get(sameness(canonical(name, label) or name, label), ()):
            yield from self._uses.of(one)

    @cached_property
    def _index(self) -> dict[str, list[One]]:
        index: dict[str, list[One]] = {}
        for one in self._uses.ones():
            index.setdefault(sameness(one[1], one[2]), []).append(one)
        return index
