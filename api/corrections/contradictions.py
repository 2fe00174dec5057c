"""Corrections said so far -> the one that a new one contradicts or repeats, whatever its names are by now."""

from __future__ import annotations

from dataclasses import replace

from api.identities.wording import full, timeless
from nlp.link.directory import Directory
from nlp.link.record import Change, Correction
from nlp.model import Label
from nlp.tag.names.lists.canon import key

OPPOSITE = {Change.MERGE: Change.APART, Change.APART: Change.MERGE}
WITH_RIVALS = frozenset({Change.RENAME, Change.RETYPE, Change.SPLIT})
"""Of these one alone can hold for the same name, form and place."""
Somebody = tuple[str, Label]
Pair = tuple[frozenset[Somebody], frozenset[Somebody]]


class Said:
    """What was said so far, each under a key of the caller's. `directory` tells who is meant by a name now."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._pairs: dict[Somebody, list[tuple[str, Change, Pair]]] = {}
        self._all: dict[Correction, str] = {}
        self._subjects: dict[Correction, str] = {}

    def add(self, where: str, correction: Correction, *, rivals: bool = True) -> None:
        """Note a correction under the key `where`; with `rivals` no later one may say otherwise of its subject."""
        self._all[timeless(correction)] = where
        if rivals and correction.change in WITH_RIVALS:
            self._subjects[_subject(correction)] = where
        if correction.change in OPPOSITE:
            pair = self._pair(correction)
            for each in pair[0] | pair[1]:
                self._pairs.setdefault(each, []).append((where, correction.change, pair))

    def repeated(self, new: Correction) -> str | None:
        """The key of one that says the same, if there is one."""
        return self._all.get(timeless(new)) or self._last(new, new.change)

    def rival(self, new: Correction) -> str | None:
        """The key of one that says otherwise of the same name, form and place."""
        return self._subjects.get(_subject(new)) if new.change in WITH_RIVALS else None

    def against(self, new: Correction) -> str | None:
        """The key of the last that keeps apart whom `new` joins, or joins whom it keeps apart."""
        return self._last(new, OPPOSITE[new.change]) if new.change in OPPOSITE else None

    def _last(self, new: Correction, change: Change) -> str | None:
        """The key of the last correction of that kind which is about the same two."""
        if new.change not in OPPOSITE:
            return None
        pair = self._pair(new)
        near = [each for one in pair[0] for each in self._pairs.get(one, ())]
        return next((where for where, kind, other in reversed(near) if kind is change and _alike(pair, other)), None)

    def _pair(self, correction: Correction) -> Pair:
        other = correction.other or "", correction.other_label or correction.label
        return self._who(correction.name, correction.label), self._who(*other)

    def _who(self, name: str, label: Label) -> frozenset[Somebody]:
        """Those who are called that by now, and the name itself."""
        found = self._directory.find(full(name, label))
        return frozenset({(key(name), label), *((key(one.name), one.label) for one in found)})


def _alike(pair: Pair, other: Pair) -> bool:
    (a, b), (c, d) = pair, other
    return bool((a & c and b & d) or (a & d and b & c))


def _subject(correction: Correction) -> Correction:
    return replace(timeless(correction), other=None, other_label=None)
