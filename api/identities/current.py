"""The store -> who is who in the whole library now, with the corrections applied; made again when it has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.identities.overlay import Overlay
from api.identities.places import settled
from api.identities.wording import correction_of
from corpus.store import Store
from nlp.link.directory import Directory
from nlp.link.record import Correction
from nlp.model import Entity

Papers = Mapping[str, Sequence[Entity]]


@dataclass(frozen=True, slots=True)
class Known:
    """Who is who at one moment."""

    papers: Papers
    corrections: Mapping[int, Correction]
    """By number, in the order they were said: what comes from another library stands where it was said."""
    directory: Directory
    orphans: Mapping[int, str]
    """The numbers of those that fit nothing now, and why."""

    @property
    def latest(self) -> str:
        """When the last of them was said; empty where nothing was."""
        return max((each.said_at for each in self.corrections.values()), default="")


class Identities:
    """The directory of a library, kept for as long as nothing changes in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = -1
        self._corrections: Mapping[int, Correction] = {}
        self._known: Known | None = None
        self._overlay: Overlay | None = None

    def now(self) -> Known:
        """Who is who."""
        self._renew()
        if self._known is None:
            papers: dict[str, list[Entity]] = {name: [] for name in self._store.held()}
            for name, entity in self._store.each(Entity):
                papers.setdefault(name, []).append(entity)
            self._known = self._with(papers, self._corrections)
        return self._known

    def after(self, known: Known, correction: Correction, number: int = 0) -> Known:
        """Who would be who if that were corrected too."""
        return self._with(known.papers, {**known.corrections, number: correction})

    def overlay(self) -> Overlay | None:
        """What corrections change in single papers; None while there are none, which costs one look at the store.

        The same object is given back for as long as nothing changes; it makes the directory when it is first used.
        """
        self._renew()
        if self._overlay is None and self._corrections:
            self._overlay = Overlay(self._both)
        return self._overlay

    def _both(self) -> tuple[Directory, Directory]:
        known = self.now()
        return known.directory, Directory(known.papers)

    def _renew(self) -> None:
        """Forget what was made of an older state of the store, whose number is looked at before all else."""
        version = self._store.data_version()
        if version != self._version:
            kept = sorted(self._store.corrections.kept().items(), key=lambda each: (each[1].said_at, each[0]))
            self._corrections = {number: correction_of(each) for number, each in kept}
            self._version, self._known, self._overlay = version, None, None

    def _with(self, papers: Papers, corrections: Mapping[int, Correction]) -> Known:
        moved, places = settled(self._store, papers, corrections.values())
        directory = Directory(papers, moved, places)
        numbers = dict(zip(map(id, moved), corrections, strict=True))
        orphans = zip(directory.orphans, directory.reasons, strict=True)
        return Known(papers, corrections, directory, {numbers[id(each)]: reason for each, reason in orphans})
