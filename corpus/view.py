"""Cleaned text that never loses its way back: every character knows the source span it stands for.

The map is built *while* cleaning, never recovered by comparing afterwards. A replacement's characters
all point at the whole stretch they replace, so a span that touches them covers what was printed.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import pairwise

from corpus.errors import BadSpanError
from corpus.model import Span, Spans

Replacement = str | Callable[[re.Match[str]], str]
Edit = tuple[int, int, str]
"""Replace ``text[start:end]`` by the string."""


class View:
    r"""A reading of some pieces of a source text. Immutable: cleaning gives a new view.

    >>> view = View.of(r"some \$860 million", Span(5, 18)).sub(r"\\\$", "$")
    >>> view.text, view.source(0, 4)
    ('$860 million', Span(start=5, end=10))
    """

    __slots__ = ("_ends", "_starts", "pieces", "text")

    def __init__(self, text: str, starts: array[int], ends: array[int], pieces: Spans) -> None:
        self.text = text
        self.pieces = pieces
        self._starts = starts
        self._ends = ends

    @classmethod
    def of(cls, source: str, *pieces: Span) -> View:
        """The view of `pieces` of `source`, one after the other; of all of it when none are named.

        Raises BadSpanError when the pieces overlap, run backwards or leave the text.
        """
        pieces = pieces or (Span(0, len(source)),)
        if pieces[-1].end > len(source) or any(a.end > b.start for a, b in pairwise(pieces)):
            raise BadSpanError(f"pieces must be in order, apart and inside the text: {pieces}")
        starts: array[int] = array("I")
        ends: array[int] = array("I")
        for piece in pieces:
            starts.extend(range(piece.start, piece.end))
            ends.extend(range(piece.start + 1, piece.end + 1))
        return cls("".join(source[p.start : p.end] for p in pieces), starts, ends, pieces)

    def sub(self, pattern: str | re.Pattern[str], new: Replacement) -> View:
        """A view with every match of `pattern` replaced by `new` (a template as in re.sub, or a function)."""
        matches = re.finditer(pattern, self.text)
        return self._edit((*m.span(), new(m) if callable(new) else m.expand(new)) for m in matches)

    def without(self, spans: Iterable[Span], filler: str = "") -> View:
        """A view in which the characters that come from the source `spans` give way to `filler`."""
        return self._edit((*self.find(span), filler) for span in sorted(spans))

    def source(self, start: int, end: int) -> Span:
        """The smallest source span behind ``self.text[start:end]``; it may run over a gap between pieces."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"no {start}:{end} in a view of {len(self.text)} characters")
        if start == end:
            at = self._starts[start] if start < len(self.text) else self.pieces[-1].end
            return Span(at, at)
        return Span(self._starts[start], self._ends[end - 1])

    def spans(self, start: int, end: int) -> Spans:
        """The source behind ``self.text[start:end]``: one span for each piece it touches, none for no text."""
        whole = self.source(start, end)
        touched = (p for p in self.pieces if p.overlaps(whole))
        return tuple(Span(max(whole.start, p.start), min(whole.end, p.end)) for p in touched)

    def find(self, span: Span) -> tuple[int, int]:
        """Where the characters that come from the source `span` stand in this view: (start, end)."""
        start = bisect_right(self._ends, span.start)
        return start, max(start, bisect_left(self._starts, span.end))

    def gaps(self) -> list[int]:
        """Where this view leaves something of its source out: offsets of the characters behind each gap."""
        return [at for at in range(1, len(self.text)) if self._starts[at] > self._ends[at - 1]]

    def _edit(self, edits: Iterable[Edit]) -> View:
        parts: list[str] = []
        starts: array[int] = array("I")
        ends: array[int] = array("I")
        at = 0
        for start, end, new in edits:
            if start < at or (start == end and not new):
                continue
            parts += (self.text[at:start], new)
            starts += self._starts[at:start]
            ends += self._ends[at:start]
            if new:
                whole = self.source(start, end)
                starts.extend([whole.start] * len(new))
                ends.extend([whole.end] * len(new))
            at = end
        if not parts:
            return self
        parts.append(self.text[at:])
        return View("".join(parts), starts + self._starts[at:], ends + self._ends[at:], self.pieces)
