"""The references of a library's papers, each under a cite key that stays once it was used."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from corpus.metadata.facts import effective
from corpus.metadata.further import KEY, told
from corpus.store import Store
from nlp.cite.keys import cite_key
from nlp.cite.reference import item_of
from nlp.csl.situation import Item

PINS = "cite keys"
"""Under which the keys given so far are kept with the library: they outlive the papers."""


class PinnedReferences:
    """Papers as CSL items. A key is given when it is first asked for, and is the same ever after."""

    def __init__(self, store: Store, names: Callable[[Iterable[str]], list[str]]) -> None:
        """`names`: full names for names or beginnings, as `Library.full_names`."""
        self._store = store
        self._names = names

    def items(self, papers: Iterable[str] = ()) -> dict[str, Item]:
        """Name of a paper -> its item, whose id is its key; all papers when none is named. Raises NoSuchPaperError."""
        pins: dict[str, str] = json.loads(self._store.choice(PINS) or "{}")
        found, before = {}, dict(pins)
        for name in self._names(papers):
            said = self._store.said(name)
            further = {variable: value for variable, (value, _, _) in told(said).items()}
            about = effective(said)
            if name not in pins:
                own = further.get(KEY)
                taken = set(pins.values())
                free = own if isinstance(own, str) and own not in taken else None
                pins[name] = free or cite_key(item_of(name, about, further, name), taken)
            found[name] = item_of(name, about, further, pins[name])
        if pins != before:
            self._store.choose(PINS, json.dumps(pins, ensure_ascii=False, sort_keys=True))
        return found

    def named(self, key: str) -> str | None:
        """The paper whose key this is; None when none has it."""
        pins: dict[str, str] = json.loads(self._store.choice(PINS) or "{}")
        return next((name for name, pinned in pins.items() if pinned == key), None)
