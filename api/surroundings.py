"""A place in a paper -> what it stands in: its passage, its exhibit, and the notes that markers call."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from corpus.model import Exhibit, Marker, Note, Passage, Span, Spans

T = TypeVar("T")


class Surroundings:
    """The passages, exhibits and notes of one paper, to be asked what stands around a figure of it."""

    def __init__(
        self,
        passages: Sequence[Passage] = (),
        exhibits: Sequence[Exhibit] = (),
        markers: Sequence[Marker] = (),
        notes: Sequence[Note] = (),
    ) -> None:
        self._notes = notes
        self._labels = {marker.span: marker.label for marker in markers}
        self._passages = sorted(((s, passage) for passage in passages for s in passage.spans), key=lambda each: each[0])
        bodies = ((body, exhibit) for exhibit in exhibits for body in (exhibit.body, *exhibit.continued) if body)
        self._exhibits = sorted(((body, exhibit) for body, exhibit in bodies), key=lambda each: each[0])

    def passage(self, span: Span) -> Passage | None:
        """The passage that `span` begins in; None in a heading."""
        return _holder(self._passages, span)

    def exhibit(self, span: Span) -> Exhibit | None:
        """The exhibit in whose body `span` begins."""
        return _holder(self._exhibits, span)

    def called(self, markers: Spans) -> list[str]:
        """The numbers or signs of the notes that stand behind `markers`, each once."""
        return list(dict.fromkeys(self._labels[span] for span in markers if span in self._labels))

    def note(self, passage: Passage | None) -> str | None:
        """The printed label of the note that `passage` is."""
        return None if passage is None or passage.note is None else self._notes[passage.note].label


def _holder(places: Sequence[tuple[Span, T]], span: Span) -> T | None:
    at = bisect_right(places, span.start, key=lambda each: each[0].start) - 1
    return places[at][1] if at >= 0 and span.start < places[at][0].end else None
