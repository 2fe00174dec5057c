"""Words and what a file says of them, in reading order -> one text, its regions and its pages.

How the text is laid out, whatever the format: blocks are parted by a blank line and each stands on one line;
a table is one block with a line a row and a tab between cells; pages are parted by form feeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from corpus.model import Metadata, Page, Region, Span

BREAKS = re.compile(r"[\r\n\f\v\x1c-\x1e\x85\u2028\u2029\t]+")
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
"""Controls and lone surrogates: no file can print them and no store can keep them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a file's bytes."""

    text: str
    regions: tuple[Region, ...] = ()
    pages: tuple[Page, ...] = ()
    metadata: Metadata = field(default=Metadata())
    """Only what the file states in fields meant for it (HTML's citation tags, say), never what an editor left there."""
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()
    """What could not be read, in sentences for the user: "Pages 3 and 9 are pictures ..."."""


class Scribe:
    """A text being written. Words written are final: every region is a span of them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._regions: list[Region] = []
        self._pages: list[Page] = []
        self._page_start = 0
        self.at = 0
        """Code points written so far."""

    def write(self, words: str) -> Span:
        """Write `words` on the current line (line ends and tabs in them become spaces); where they now stand."""
        return self._append(NOT_TEXT.sub("", BREAKS.sub(" ", words)))

    def mark(self, span: Span, role: str, *, level: int = 0, label: str = "", key: str = "") -> None:
        """Say what a stretch already written is; an empty one is passed over."""
        if span.length:
            self._regions.append(Region(span, role, level, label, key))

    @contextmanager
    def block(self, role: str, *, level: int = 0) -> Iterator[None]:
        """What is written inside becomes one block of that role, set apart by a blank line."""
        start = self.at
        yield
        self.mark(Span(start, self.at), role, level=level)
        if self.at > start:
            self._append("\n\n")

    def cell_end(self) -> None:
        """Between two cells of a row."""
        self._append("\t")

    def row_end(self) -> None:
        """Between two rows of a table."""
        self._append("\n")

    def page_end(self, label: str | None = None) -> None:
        """The page written so far ends here; `label` is the number printed on it."""
        self._append("\f")
        self._pages.append(Page(Span(self._page_start, self.at), label))
        self._page_start = self.at

    def reading(self, metadata: Metadata | None = None, warnings: tuple[str, ...] = ()) -> Reading:
        """All that was written, regions in text order."""
        if self._pages and self._page_start < self.at:
            self._pages.append(Page(Span(self._page_start, self.at)))
        regions = sorted(self._regions, key=lambda region: (region.span.start, -region.span.end))
        text = "".join(self._parts)
        return Reading(text, tuple(regions), tuple(self._pages), metadata or Metadata(), warnings=warnings)

    def _append(self, words: str) -> Span:
        start = self.at
        self._parts.append(words)
        self.at += len(words)
        return Span(start, self.at)
