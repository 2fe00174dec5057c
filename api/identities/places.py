"""Corrections and the papers of the store -> the same corrections at the mentions where their quotations stand now.

A paper that has another name by now is known by the quotation, if that stands in one paper only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from corpus.store import Store
from nlp.link.anchors import find_mention
from nlp.link.record import Anchor, Change, Correction
from nlp.model import Mention

AT_ONE_PLACE = frozenset({Change.SPLIT, Change.RETYPE, Change.DROP})
"""The changes that are about nothing but the place they name."""


def settled(
    store: Store, papers: Collection[str], corrections: Iterable[Correction]
) -> tuple[list[Correction], dict[Anchor, Mention]]:
    """The corrections, each in the paper that has its quotation now, and the mention that stands there.

    `papers` are those of the store. An anchor whose words are gone has no mention.
    """
    moved, found = [], {}
    texts = _Texts(store)
    for correction in corrections:
        at = correction.at
        if at is not None and at.quote and correction.change in AT_ONE_PLACE:
            homes = [at.paper] if at.paper in papers else [name for name in papers if at.quote in texts.text(name)]
            places = [(name, mention) for name in homes if (mention := texts.find(at, name)) is not None]
            if len(places) == 1:
                name, mention = places[0]
                at = replace(at, paper=name)
                found[at] = mention
        moved.append(correction if at is correction.at else replace(correction, at=at))
    return moved, found


class _Texts:
    """Papers of the store, each read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts: dict[str, str] = {}
        self._mentions: dict[str, list[Mention]] = {}

    def text(self, name: str) -> str:
        if name not in self._texts:
            self._texts[name] = self._store.paper(name).text
        return self._texts[name]

    def find(self, anchor: Anchor, name: str) -> Mention | None:
        if name not in self._mentions:
            self._mentions[name] = self._store.records(name, Mention)
        return find_mention(anchor, self.text(name), self._mentions[name])
