"""Notes read in the order of their numbers -> what an Ibid. in each means, or why it stays open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.model import Note, Span
from corpus.references.record import ReferenceKind
from corpus.references.short import Meant
from corpus.references.trail import Trail

COUNTED = {2: "two", 3: "three", 4: "four"}


@dataclass(frozen=True, slots=True)
class Carried:
    """What a note hands on to an Ibid. in the next one: the note that names the work, or why that cannot be said."""

    target: int | None = None
    entry: Span | None = None
    reason: str = ""


@dataclass(slots=True)
class Chain:
    """What each note read so far hands on. An Ibid. reads one earlier note, so a chain of any length is quick."""

    notes: Sequence[Note]
    trail: Trail
    _carried: dict[int, Carried] = field(default_factory=dict)

    def ibid(self, at: int, sources: Sequence[Meant]) -> Meant:
        """What an Ibid. in note `at` means after the `sources` that stand before it in that note."""
        if sources and sources[-1].kind is not ReferenceKind.IBID:
            return replace(sources[-1], target=at, reason="", kind=ReferenceKind.IBID)
        before = self._before(at)
        return Meant(("ibid", before.target), before.target, before.entry, before.reason, ReferenceKind.IBID)

    def close(self, at: int, sources: Sequence[Meant]) -> None:
        """Note `at` is read to its end and cites `sources`."""
        label = self.notes[at].label
        distinct = list({source.key: source for source in sources}.values())
        if not distinct:
            self._carried[at] = Carried(reason=f"note {label} names no source")
        elif len(distinct) > 1:
            self._carried[at] = Carried(reason=f"note {label} cites {COUNTED.get(len(distinct), 'several')} works")
        elif distinct[0].kind is ReferenceKind.IBID and distinct[0].target != at:
            open_ = Carried(reason=f"note {label} itself stays open")
            self._carried[at] = open_ if distinct[0].reason else self._before(at)
        else:
            self._carried[at] = Carried(at, distinct[0].entry)

    def entry_of(self, at: int) -> Span | None:
        """The entry of the one work that note `at` cites, if it has been read and is certain."""
        carried = self._carried.get(at)
        return carried.entry if carried else None

    def _before(self, at: int) -> Carried:
        where = self.trail.place.get(at)
        if where is None:
            return Carried(reason="its own note has no number")
        run, number = where
        before = self.trail.index.get((run, number - 1))
        if before is not None:
            return self._carried[before]
        return Carried(reason="no note stands before it" if number <= 1 else f"note {number - 1} is missing")
