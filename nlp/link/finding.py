"""What a user typed -> the identities that may be meant."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.link.linked import linked_names
from nlp.link.record import Identity
from nlp.link.uses import Address, Uses
from nlp.model import Label
from nlp.tag.names.linking.offices import canonical, sameness
from nlp.tag.names.lists.canon import key


class Finder:
    """The identities of a library, to be found by any of their names."""

    def __init__(self, uses: Uses) -> None:
        linked = linked_names(uses)
        made = [Identity(*address, uses.aliases(address), linked.get(address, ())) for address in uses.at]
        self.identities = sorted(made, key=lambda one: (-one.mentions, one.name, one.label))
        self.by_address = {Address(one.name, one.label): one for one in self.identities}
        self._by_key: dict[str, dict[Address, None]] = {}
        for one in self.identities:
            for spelt in _keys(one):
                self._by_key.setdefault(spelt, {})[Address(one.name, one.label)] = None

    def find(self, typed: str) -> list[Identity]:
        """As Directory.find."""
        label, name = _pinned(typed)
        labels = list(Label) if label is None else [label]
        spelt = dict.fromkeys((key(name), *(sameness(canonical(name, one) or name, one) for one in labels)))
        found = dict.fromkeys(address for one in spelt for address in self._by_key.get(one, ()))
        meant = [self.by_address[address] for address in found if address.label in labels]
        if label is None:
            meant += [one for each in list(meant) for one in self._linked(each) if one not in meant]
        return meant

    def _linked(self, identity: Identity) -> Iterator[Identity]:
        for name in identity.linked:
            for label in (Label.NORP, Label.GPE, Label.LOC):
                other = self.by_address.get(Address(name, label))
                if other is not None and (label is Label.NORP) is not (identity.label is Label.NORP):
                    yield other


def _keys(identity: Identity) -> set[str]:
    """The keys of all its names; of each print once, however many papers have it."""
    forms = {alias.form for alias in identity.aliases}
    return {key(name) for name in (identity.name, *forms)} | {sameness(identity.name, identity.label)}


def _pinned(typed: str) -> tuple[Label | None, str]:
    """A label before a colon, and the name."""
    before, colon, after = typed.partition(":")
    pinned = bool(colon) and before.strip().upper() in Label.__members__
    return (Label[before.strip().upper()], after.strip()) if pinned else (None, typed)
