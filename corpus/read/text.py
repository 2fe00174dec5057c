"""Bytes of a plain text or Markdown file -> a Reading: the decoded text, untouched, with pages at form feeds."""

from __future__ import annotations

from corpus.model import Page, Span
from corpus.read.decode import decode
from corpus.read.scribe import Reading


def read_text(data: bytes, name: str) -> Reading:
    """The text in `data`, line ends and all. Raises UnreadableFileError for what is empty, binary or undecidable."""
    text, encoding = decode(data, name)
    return Reading(text, (), _pages(text), encoding=encoding)


def _pages(text: str) -> tuple[Page, ...]:
    """Form feeds cut a text into pages. Their printed labels are not known here."""
    cuts = [at for at, char in enumerate(text) if char == "\f"]
    if not cuts:
        return ()
    starts = [0, *(cut + 1 for cut in cuts)]
    ends = [*(cut + 1 for cut in cuts), len(text)]
    return tuple(Page(Span(a, b)) for a, b in zip(starts, ends, strict=True) if a < b)
