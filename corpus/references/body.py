"""The body of a paper -> the back-references in it: author and year, ibid. in brackets, "see note 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.model import Block, BlockKind, Spans, within
from corpus.prose import prose
from corpus.references.authoryear import LISTED, Mention, mentions, resolve
from corpus.references.record import ReferenceKind
from corpus.references.short import Meant, Named
from corpus.references.signs import Sign, signs
from corpus.view import View

READ = frozenset(BlockKind) - {
    BlockKind.NOTE,
    BlockKind.REFERENCE,
    BlockKind.PAGE_NUMBER,
    BlockKind.RUNNING_HEAD,
    BlockKind.FURNITURE,
    BlockKind.BOILERPLATE,
}
ONE_BRACKET = re.compile(r"[^()\[\]]{0,80}")


@dataclass(slots=True)
class Body:
    """The body read so far: an ibid. in brackets means the mention before it."""

    named: Named
    _last: list[Meant] = field(default_factory=list)
    """What the last brackets mention."""

    def read(self, words: str) -> Iterator[tuple[Sign | Mention, Meant]]:
        """The back-references in the words of one block, in order, and what each means."""
        points: list[Sign | Mention] = [*signs(words), *mentions(words)]
        end = -1
        listing = False  # "in France (2011), Spain (2011)": places with a year, none of which is a work
        for what in sorted(points, key=lambda point: (point.start, point.end)):
            if what.start < end:
                continue
            joined = end >= 0 and ONE_BRACKET.fullmatch(words[end : what.start][:100]) is not None
            meant = self._meant(what)
            listing = listing and end >= 0 and LISTED.fullmatch(words, end, what.start) is not None
            if not meant.counts or (listing and isinstance(what, Mention) and not what.cued):
                continue
            listing = bool(meant.reason) and isinstance(what, Mention) and not what.cued
            end = what.end
            self._last = [*(self._last if joined else []), meant][-3:]
            yield what, meant

    def _meant(self, what: Sign | Mention) -> Meant:
        if isinstance(what, Mention):
            number, reason, start = resolve(what, self.named.library.dated)
            entry = None if number is None else self.named.library.entries[number].span
            before, _, started = (None, "", start) if entry else resolve(what, self.named.dated)
            key = entry or (what.readings[0].whole.casefold(), what.year)
            open_reason = "" if entry or before is not None else reason
            return Meant(key, before, entry, open_reason, ReferenceKind.AUTHOR_YEAR, start=started)
        if what.kind is ReferenceKind.IBID:
            return self._ibid()
        if what.number is None:
            return Meant("", counts=False)
        return self.named.pointed(what)

    def _ibid(self) -> Meant:
        keys = {meant.key for meant in self._last}
        if not keys:
            return Meant("", reason="no mention stands before it", kind=ReferenceKind.IBID)
        if len(keys) > 1:
            return Meant("", reason="the mention before it names two works", kind=ReferenceKind.IBID)
        last = self._last[-1]
        reason = last.reason and "the mention before it stays open"
        return Meant(last.key, last.target, last.entry, reason, ReferenceKind.IBID)


def body_views(text: str, blocks: Sequence[Block], markers: Spans) -> Iterator[View]:
    """The words of each block that is neither note nor bibliography nor furniture, without the markers."""
    for block in blocks:
        if block.kind in READ:
            yield prose(text, (block.span,), within(markers, (block.span,)))
