"""What a user typed -> the identities that may be meant."""

from __future__ import annotations

from nlp.link.uses import Address, Uses
from nlp.model import Identity, Label
from nlp.tag.names.canon import key


class Finder:
    """The identities of a library, to be found by any of their names."""

    def __init__(self, uses: Uses) -> None:
        made = [Identity(address.name, address.label, uses.aliases(address)) for address in uses.at]
        self.identities = sorted(made, key=lambda one: (-one.mentions, one.name, one.label))
        self.by_address = {Address(one.name, one.label): one for one in self.identities}
        self._by_key: dict[str, dict[Address, None]] = {}
        for one in self.identities:
            for name in (one.name, *dict.fromkeys(alias.form for alias in one.aliases)):
                self._by_key.setdefault(key(name), {})[Address(one.name, one.label)] = None

    def find(self, typed: str) -> list[Identity]:
        """As Directory.find."""
        label, name = _pinned(typed)
        found = [self.by_address[address] for address in self._by_key.get(key(name), ())]
        return [one for one in found if label in {None, one.label}]


def _pinned(typed: str) -> tuple[Label | None, str]:
    """A label before a colon, and the name."""
    before, colon, after = typed.partition(":")
    pinned = bool(colon) and before.strip().upper() in Label.__members__
    return (Label[before.strip().upper()], after.strip()) if pinned else (None, typed)
