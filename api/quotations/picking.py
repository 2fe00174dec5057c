"""Places of a library -> a reader's own list of quotations, each with what has become of its words since.

A quotation is kept as it was picked, with its words, what stood around them and where it was printed. Whenever it is
looked at its words are looked for in the paper as it is now: they stand where they stood, have moved, are changed, or
are gone. It is never put elsewhere in silence: what was picked stays what was picked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn

from corpus.errors import BadQueryError, BadSpanError
from corpus.kept import Picked
from corpus.store import Store
from nlp.cite.links import Found, Link, State, follow
from nlp.model import Citation

if TYPE_CHECKING:
    from api.library import Library

LONGEST_REMARK = 20_000
LONGEST_TAG = 100
HALF = re.compile("[\ud800-\udfff]")


class Standing(StrEnum):
    """What has become of the words that were picked."""

    HOLDS = "holds"
    MOVED = "moved"
    """The very words stand elsewhere now: in the paper, or in the one that has its place."""
    CHANGED = "changed"
    GONE = "gone"


STANDINGS = {
    State.HERE: Standing.HOLDS,
    State.MOVED: Standing.MOVED,
    State.CHANGED: Standing.CHANGED,
    State.GONE: Standing.GONE,
}


@dataclass(frozen=True, slots=True)
class Quotation:
    """One that was picked."""

    number: int
    """Its own for good."""
    order: int
    """Where it stands in the reader's list, from 1."""
    picked: Picked
    """As it was picked, with the reader's remark and tags."""
    found: Found
    """Where its words are now."""

    @property
    def standing(self) -> Standing:
        """What has become of its words."""
        return STANDINGS[self.found.state]

    @property
    def holds(self) -> bool:
        """Whether the very words can be read in a paper of the library today."""
        return self.standing in (Standing.HOLDS, Standing.MOVED)


class Quotations:
    """The quotations of a library, in the order their reader gave them.

    Numbers are those of `Quotation.number`; each method that takes one raises BadQueryError when there is none.
    """

    def __init__(self, library: Library, store: Store) -> None:
        self._library = library
        self._store = store

    def pick(self, where: str | Citation, remark: str = "", tags: Iterable[str] = ()) -> Quotation:
        """Keep the words at a place at the end of the list.

        `where` is a locator as `pincite cite` takes it ("wells.txt 1200-1350", code points), or a citation (of an
        answer, of `library.citing.citation(paper, spans)`). Raises BadQueryError for a place without words, words that
        are picked already, or a remark or tag that is none; NoSuchPaperError, BadSpanError.
        """
        citation = self._citation(where)
        key = str(self._library.citing.items([citation.paper])[citation.paper]["id"])
        told = {name: getattr(citation, name) for name in ("paper", "spans", "quote", "prefix", "suffix")}
        told |= {name: getattr(citation, name) for name in ("page", "paragraph", "note", "section")}
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        new = Picked(key=key, **told, remark=checked_remark(remark), tags=checked_tags(tags), picked_at=now)
        number, fresh = self._store.quotations.add(new)
        if not fresh:
            raise BadQueryError(f"these words are picked already, as quotation {number}: remark or tag that one.")
        return self.one(number)

    def one(self, number: int) -> Quotation:
        """The quotation of that number."""
        return next((each for each in self.list() if each.number == number), None) or _missing(number)

    def remark(self, number: int, words: str) -> Quotation:
        """Put `words` in place of what the reader said of it; none take that back. Raises BadQueryError."""
        return self._said(number, self._store.quotations.say(number, remark=checked_remark(words)))

    def tag(self, number: int, *tags: str) -> Quotation:
        """Add tags to it. Raises BadQueryError for what is no tag."""
        known = self.one(number).picked.tags
        return self._said(number, self._store.quotations.say(number, tags=checked_tags([*known, *tags])))

    def untag(self, number: int, *tags: str) -> Quotation:
        """Take tags from it. Raises BadQueryError for a tag it does not have."""
        known, gone = self.one(number).picked.tags, {tag.casefold() for tag in checked_tags(tags)}
        strange = gone - {tag.casefold() for tag in known}
        if strange:
            raise BadQueryError(f"quotation {number} has no tag {min(strange)!r}; it has {', '.join(known) or 'none'}.")
        left = [tag for tag in known if tag.casefold() not in gone]
        return self._said(number, self._store.quotations.say(number, tags=left))

    def move(self, number: int, order: int) -> Quotation:
        """Put it at a place of the list, from 1; beyond the end means the end. Raises BadQueryError for less than 1."""
        if order < 1:
            raise BadQueryError(f"{order} is no place in a list: the first is 1.")
        return self._said(number, self._store.quotations.move(number, order))

    def remove(self, number: int) -> Picked:
        """Forget it; what it was."""
        return self._store.quotations.remove(number) or _missing(number)

    def list(self, *, tag: str | None = None, paper: str | None = None) -> Sequence[Quotation]:
        """All of them in order, or those with that tag and of that paper, by its name or a beginning of it."""
        wanted = None if tag is None else tag.casefold()
        kept = list(enumerate(self._store.quotations.kept().items(), 1))
        some = [
            (order, number, each)
            for order, (number, each) in kept
            if (paper is None or each.paper.startswith(paper))
            and (wanted is None or wanted in {own.casefold() for own in each.tags})
        ]
        held = self._library.names()
        return [Quotation(number, order, each, self._followed(each, held)) for order, number, each in some]

    def _followed(self, picked: Picked, held: Sequence[str]) -> Found:
        """Where the words are now. While their paper is held they are nowhere else: others may say the same."""
        names = [picked.paper] if picked.paper in held else held
        link = Link(picked.paper, picked.spans, picked.quote, picked.prefix, picked.suffix)
        return follow(link, {name: self._library.paper(name) for name in names})

    def _citation(self, where: str | Citation) -> Citation:
        if isinstance(where, Citation):
            if not where.holds(self._library.paper(where.paper)):
                raise BadSpanError(f"{where.paper} does not say this there: {where.quote[:80]!r}.")
            return where
        place = self._library.citing.place(where)
        if place.citation is None:
            raise BadQueryError(f'{where!r} names no words: give their characters, as in "{place.paper.name} 120-250".')
        if place.followed is not None and place.followed.state is State.CHANGED:
            raise BadQueryError("the words of this link are changed: pick what stands there now by its characters.")
        return place.citation

    def _said(self, number: int, there: bool) -> Quotation:
        return self.one(number) if there else _missing(number)


def checked_remark(words: str) -> str:
    """A reader's remark, in its own lines. Raises BadQueryError for one that is too long or no text."""
    if len(words) > LONGEST_REMARK or HALF.search(words):
        raise BadQueryError(f"a remark is text of at most {LONGEST_REMARK:,} characters.")
    return words.strip()


def checked_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags on one line each, the same in small and capital letters once. Raises BadQueryError for what is none."""
    found: dict[str, str] = {}
    for typed in tags:
        tag = " ".join(typed.split())
        if not tag or len(tag) > LONGEST_TAG or not tag.isprintable():
            raise BadQueryError(f"{typed[:LONGEST_TAG]!a} is no tag: a tag has 1 to {LONGEST_TAG} characters.")
        found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def _missing(number: int) -> NoReturn:
    raise BadQueryError(f"there is no quotation {number}: `pincite quotations` shows the numbers.")
