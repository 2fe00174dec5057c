"""The points of a note -> the earlier note and the entry that op. cit., short titles and the like in it mean."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from corpus.model import Note, Span
from corpus.references.authoryear import Mention, resolve
from corpus.references.catalogue import Catalogue
from corpus.references.entries import year_in
from corpus.references.library import Library
from corpus.references.names import authors, title_words
from corpus.references.points import Point
from corpus.references.record import ReferenceKind
from corpus.references.shelf import Shelf
from corpus.references.signs import Sign, pages_after
from corpus.references.trail import Trail
from corpus.references.works import Cited


@dataclass(frozen=True, slots=True)
class Meant:
    """What a point means. Two points of one note cite the same work when their keys are equal."""

    key: Hashable
    target: int | None = None
    entry: Span | None = None
    reason: str = ""
    kind: ReferenceKind | None = None
    """None where the point names its work in full, or is too vague to point back."""
    counts: bool = True
    """It cites something for sure, so that an Ibid. can follow it."""
    start: int | None = None
    """Where it starts after all, when words before its names turned out to be no part of them."""


@dataclass(slots=True)
class Named:
    """The works that the notes read so far have named. A point costs constant time."""

    notes: Sequence[Note]
    trail: Trail
    library: Library
    shelf: Shelf = field(default_factory=Shelf)
    dated: Catalogue = field(default_factory=Catalogue)
    _entry: dict[int, Span | None] = field(default_factory=dict)
    """Entry of each work on the shelf."""

    def meant(self, at: int, words: str, point: Point) -> Meant:
        """What `point`, in note `at` with these `words`, means; a work named in full is remembered."""
        what = point.what
        if isinstance(what, Mention):
            return self._mention(at, what)
        if isinstance(what, Cited):
            return self._cited(at, words, what)
        if isinstance(what, Sign):
            return self.pointed(what, at) if what.number is not None else self._op_cit(point)
        return Meant(("words", words[point.start : point.end]))

    def _mention(self, at: int, mention: Mention) -> Meant:
        number, reason, start = resolve(mention, self.library.dated)
        before, _, started = resolve(mention, self.dated)
        entry = None if number is None else self.library.entries[number].span
        who = mention.readings[0].whole
        certain = mention.cued or entry is not None or before is not None
        if before is None and certain:
            self.shelf.add(who, (), mention.year[:4], at)
        target = before if before != at else None
        key = entry or (who.casefold(), mention.year)
        open_reason = "" if entry or target is not None else reason
        begins = start if entry or target is None else started
        return Meant(key, target, entry, open_reason, ReferenceKind.AUTHOR_YEAR, certain, begins)

    def _cited(self, at: int, words: str, cited: Cited) -> Meant:
        names = words[cited.start : cited.names_end]
        title = title_words(words[cited.title : cited.title_end])
        if cited.short:
            return self._short(names, title, pages_after(words, cited.title_end) is not None)
        year = year_in(words[cited.title_end : cited.end])
        number = self.shelf.add(names, title, year, at)
        entry = self._entry.setdefault(number, self.library.titled(names, title, year))
        if year and names:
            self.dated.add(authors(names), year, self.shelf.works[number].at)
        return Meant(number, entry=entry)

    def _short(self, names: str, title: tuple[str, ...], paged: bool) -> Meant:
        found = self.shelf.titled(names, title) if title else self.shelf.named(names)
        if not found and not title and len(alone := title_words(names)) > 1:
            found = self.shelf.titled("", alone)  # "Rivers at Risk, 45" has a title and no names
        who = names.strip(" ,.")
        if len(found) == 1:
            return self._shelved(found[0], ReferenceKind.SHORT_TITLE)
        entry = self.library.titled(names, title)
        if entry:
            return Meant(entry, entry=entry, kind=ReferenceKind.SHORT_TITLE)
        open_ = bool(who) and (len(found) > 1 or (paged and bool(title)))
        reason = f"{_many(len(found))} works of {who} fit" if found else f"no earlier note names {who}"
        return Meant((who.casefold(), title), reason=reason, kind=ReferenceKind.SHORT_TITLE if open_ else None)

    def _shelved(self, number: int, kind: ReferenceKind) -> Meant:
        return Meant(number, self.shelf.works[number].at, self._entry.get(number), kind=kind)

    def _op_cit(self, point: Point) -> Meant:
        who = point.names.strip(" ,.")
        title = title_words(point.title)
        key = (who.casefold(), title)
        if not who and not title:
            return Meant(key, reason="it names no author", kind=ReferenceKind.OP_CIT)
        found = self.shelf.titled(point.names, title) if title else self.shelf.named(point.names)
        if not found and title:
            found = self.shelf.named(f"{point.names}, {point.title}")  # "Ferrer, Luna and Pike" are names alone
        if len(found) == 1:
            return self._shelved(found[0], ReferenceKind.OP_CIT)
        reason = f"{_many(len(found))} works of {who} are cited before" if found else f"no earlier note names {who}"
        return Meant(key, reason=reason, kind=ReferenceKind.OP_CIT)

    def pointed(self, sign: Sign, at: int | None = None) -> Meant:
        """The note whose number `sign` gives, asked from note `at` or from the body."""
        run, own = self.trail.place.get(at, (None, None)) if at is not None else (None, None)
        number = sign.number or 0
        found = self.trail.numbered(number, run)
        if own is not None and not sign.later and number >= own:
            reason = f"note {number} does not stand before it"
        elif own is not None and sign.later and number <= own:
            reason = f"note {number} does not stand after it"
        elif len(found) > 1:
            reason = f"{_many(len(found))} notes are numbered {number}"
        elif not found:
            reason = f"note {number} is missing"
        else:
            return Meant(("note", found[0]), found[0], kind=ReferenceKind.OP_CIT)
        return Meant(("note", number), reason=reason, kind=ReferenceKind.OP_CIT)


def _many(count: int) -> str:
    return "two" if count == 2 else "several"
