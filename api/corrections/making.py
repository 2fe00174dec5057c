"""What a user says of who is who -> corrections in the store, each weighed against what is there.

They are kept by name and by quotation, so that papers may be read anew; nothing here touches papers or indexes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from api.corrections import plainfile, saying
from api.corrections.spots import Spot, spot
from api.corrections.taking import Lines, weighed
from api.identities.current import Identities, Known
from api.identities.wording import correction_of, kept_of, now, sentence
from api.reports import Became, Corrected
from corpus.errors import BadQueryError
from corpus.model import Span
from corpus.store import Store
from nlp.link.record import Change, Correction


@dataclass(frozen=True, slots=True)
class Numbered:
    """A correction that is kept."""

    number: int
    correction: Correction
    orphan: str | None = None
    """Why it fits nothing now, if so; it is kept, and holds again when what it speaks of comes back."""


class Corrections:
    """The corrections of a library; iterate it for those that are kept, the earliest first.

    Names are found as typed: any name or alias, accents and case aside; "ORG:CIC" means that label only. `paper` may
    be the beginning of a name; with `at`, code points of its text, only the mention that stands there is meant.
    Each method may raise BadQueryError for a name that nobody has or several have, NoSuchPaperError, and
    ContradictionError when an earlier correction says the opposite. One that would change nothing is not kept, and
    its report says so.
    """

    def __init__(self, store: Store, identities: Identities, full_name: Callable[[str], str]) -> None:
        self._store = store
        self._identities = identities
        self._full_name = full_name

    def __iter__(self) -> Iterator[Numbered]:
        known = self._identities.now()
        return iter([Numbered(number, each, known.orphans.get(number)) for number, each in known.corrections.items()])

    def orphans(self) -> list[Numbered]:
        """Those that fit nothing now."""
        return [each for each in self if each.orphan is not None]

    def merge(self, name: str, other: str) -> Corrected:
        """The two are the same, and are shown as `name`."""
        return self._keep(lambda known: saying.merge(known, name, other))

    def apart(self, name: str, other: str) -> Corrected:
        """The two are never the same, whatever is merged later."""
        return self._keep(lambda known: saying.apart(known, name, other))

    def rename(self, name: str, shown: str) -> Corrected:
        """`name` is shown as `shown`."""
        return self._keep(lambda known: saying.rename(known, name, shown))

    def retype(self, name: str, label: str, *, paper: str | None = None, at: Span | None = None) -> Corrected:
        """`name` is of that label: "ORG", Label.PERSON ..."""
        place = self._spot(paper, at)
        return self._keep(lambda known: saying.retype(known, name, label, place))

    def split(
        self, form: str, other: str, *, name: str | None = None, paper: str | None = None, at: Span | None = None
    ) -> Corrected:
        """The printed form `form` of `name` stands for `other`, which may be a new name ("ORG:Elm Water").

        Without `name` it is a form of the one who is printed so.
        """
        place = self._spot(paper, at)
        return self._keep(lambda known: saying.split(known, form, other, name, place))

    def drop(
        self, name: str, *, form: str | None = None, paper: str | None = None, at: Span | None = None
    ) -> Corrected:
        """`name`, or its printed form `form` alone, names nobody."""
        place = self._spot(paper, at)
        return self._keep(lambda known: saying.drop(known, name, form, place))

    def undo(self, number: int) -> Correction:
        """Take a correction back. Raises BadQueryError when there is none of that number."""
        gone = self._store.corrections.remove(number)
        if gone is None:
            raise BadQueryError(f"there is no correction {number}: `pincite correct list` shows the numbers.")
        return correction_of(gone)

    def lines(self) -> Iterator[str]:
        """All of them as the lines of a plain file; see api/corrections/plainfile.py."""
        return plainfile.lines(each.correction for each in self)

    def take(self, path: Path) -> list[Corrected]:
        """Add those of a plain file; a report on each line that is one or should be. Raises UnreadableFileError."""
        return self.take_lines(list(plainfile.read(path)))

    def take_lines(self, lines: Lines) -> list[Corrected]:
        """The same for lines that are read already."""
        while True:
            known = self._identities.now()
            reports = weighed(known, lines)
            new = [each.correction for each in reports if each.outcome is Became.KEPT and each.correction]
            given = self._store.corrections.add([kept_of(each) for each in new], beside=known.corrections)
            if given is not None:
                numbers = iter(given)
                return [replace(r, number=next(numbers)) if r.outcome is Became.KEPT else r for r in reports]

    def _keep(self, say: Callable[[Known], Correction]) -> Corrected:
        """Keep what is said of what is known; said again when another process has said something meanwhile."""
        while True:
            known = self._identities.now()
            new = replace(say(known), said_at=now(known.latest))
            if self._changes_nothing(known, new):
                return Corrected(Became.SAME, new, message=f"{sentence(new)}: that is so already.")
            given = self._store.corrections.add([kept_of(new)], beside=known.corrections)
            if given is not None:
                return Corrected(Became.KEPT, new, given[0])

    def _changes_nothing(self, known: Known, new: Correction) -> bool:
        """Raises ContradictionError, and BadQueryError for a correction that nothing can follow."""
        said = saying.said(known)
        saying.check(said, known, new)
        if new.change is Change.APART:
            return said.repeated(new) is not None
        after = self._identities.after(known, new)
        if 0 in after.orphans:
            raise BadQueryError(f"{after.orphans[0]}.")
        return list(after.directory.identities()) == list(known.directory.identities())

    def _spot(self, paper: str | None, at: Span | None) -> Spot | None:
        if paper is None:
            if at is not None:
                raise BadQueryError("a place needs the paper it is in.")
            return None
        return spot(self._store, self._full_name(paper), at)
