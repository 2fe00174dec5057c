"""Names that a user says are never the same -> marks on their mentions, which no move may bring together.

Two names that the library had joined are divided first: what is printed as one of them, or called so in
its paper, goes to a name of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.link.joining import in_paper
from nlp.link.naming import Naming
from nlp.link.record import Correction
from nlp.link.scope import is_local
from nlp.link.uses import Address, Use, Uses
from nlp.tag.names.linking.offices import sameness

Sides = tuple[list[Use], list[Use]]
Mark = tuple[int, bool]
"""Which pair, and whether its second side."""


class Bars:
    """The pairs that are kept apart; `pending` are those of which a side is not here yet, by their number."""

    def __init__(self, uses: Uses, naming: Naming, pairs: dict[int, Correction]) -> None:
        self._uses, self._naming = uses, naming
        self._marks: dict[Use, frozenset[Mark]] = {}
        self.pending = dict(pairs)
        self.settle()

    def settle(self) -> None:
        """Mark both sides of every pair whose names are known by now."""
        for number, pair in list(self.pending.items()):
            sides = self._sides(pair)
            if sides is not None and all(sides):
                self._mark(number, sides)
                del self.pending[number]

    def clash(self, moved: Sequence[Use], target: Address) -> bool:
        """Whether with `moved` at `target` two would be together that are never the same."""
        marks = {mark for use in (*moved, *self._uses.at.get(target, ())) for mark in self._marks.get(use, ())}
        return any((number, not side) in marks for number, side in marks)

    def follow(self, use: Use, one: Use) -> None:
        """`one` was taken out of `use`: what is said of that holds for it."""
        if use in self._marks:
            self._marks[one] = self._marks[use]

    def _mark(self, number: int, sides: Sides) -> None:
        for second, uses in enumerate(sides):
            for use in uses:
                self._marks[use] = self._marks.get(use, frozenset()) | {(number, bool(second))}

    def _sides(self, pair: Correction) -> Sides | None:
        one = self._naming.address(pair.name, pair.label, pair.at)
        label = pair.other_label or pair.label
        other = self._naming.address(pair.other or "", label, pair.at)
        if one is not None and other is not None and one != other:
            self._hand_over(one, pair.other or "", other)
            self._hand_over(other, pair.name, one)
            return list(self._uses.at[one]), list(self._uses.at[other])
        shared = one or other
        return None if shared is None or label is not pair.label else self._divide(shared, pair.name, pair.other or "")

    def _hand_over(self, address: Address, name: str, owner: Address) -> None:
        """What is printed `name` at `address` goes to `owner`, who is called so."""
        printed = [use for use in self._uses.at[address] if self._uses.is_printed(use, name)]
        parts = [part for use in printed for part in self._divided(use)]
        theirs = [part for part in parts if self._uses.is_printed(part, name)]
        if len(theirs) < len(self._uses.at[address]):
            self._uses.move(theirs, owner)

    def _divide(self, shared: Address, name: str, other: str) -> Sides:
        """The uses at `shared` called `other` get a name of their own; those it is shown by stay."""
        if _same(shared.name, other, shared):
            name, other = other, name
        parts = [part for use in list(self._uses.at[shared]) for part in self._divided(use)]
        leaving = [use for use in parts if self._is_called(use, other, shared, name)]
        staying = [use for use in parts if use not in set(leaving)]
        if staying:
            for use in leaving:
                self._uses.move([use], _own(other, shared, use.paper))
        return staying, leaving

    def _divided(self, use: Use) -> list[Use]:
        parts = self._uses.divide(use)
        for part in parts:
            self.follow(use, part)
        return parts

    def _is_called(self, use: Use, name: str, address: Address, other: str) -> bool:
        """Whether a use is printed as `name`, or called so in its paper and not printed as `other`."""
        forms = [form for form, _, _ in self._uses.forms(use)]
        if any(_same(form, name, address) for form in forms):
            return True
        return _same(use.entity, name, address) and not any(_same(form, other, address) for form in forms)


def _same(one: str, other: str, address: Address) -> bool:
    return sameness(one, address.label) == sameness(other, address.label)


def _own(name: str, address: Address, paper: str) -> Address:
    return in_paper(name, address.label, paper) if is_local(name, address.label) else Address(name, address.label)
