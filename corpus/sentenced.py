"""Paragraphs -> their sentences as spans of the source, and the sentence that each marker stands on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.flow import Paragraph
from corpus.model import Marker, Span, Spans, within
from corpus.prose import dressed, prose
from corpus.sentences import sentences
from corpus.view import View

LONGEST = 1_400
"""Characters: dense text (addresses, tables) is cut by length before a passage has its full count of words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its source spans, with its words counted."""

    spans: Spans
    words: int
    paragraph: int

    @property
    def length(self) -> int:
        """In characters."""
        return sum(span.length for span in self.spans)


def sentenced(
    text: str, paragraphs: Sequence[Paragraph], markers: Sequence[Marker]
) -> list[tuple[Paragraph, list[Sentence]]]:
    """Each paragraph with its sentences."""
    marks = sorted(marker.span for marker in markers)
    return [(p, list(sentences_of(text, p.spans, within(marks, p.spans), p.number))) for p in paragraphs]


def supporting(markers: Sequence[Marker], told: Sequence[tuple[Paragraph, Sequence[Sentence]]]) -> list[Marker]:
    """The same markers, those in the body with the sentence they stand on: the one they are in or right behind."""
    pieces = sorted((span, each.spans) for _, sentences in told for each in sentences for span in each.spans)
    starts = [span.start for span, _ in pieces]
    found: list[Marker] = []
    for marker in markers:
        at = bisect_right(starts, marker.span.start) - 1
        held = at >= 0 and pieces[at][0].end >= marker.span.start
        found.append(replace(marker, sentence=pieces[at][1]) if held else marker)
    return found


def sentences_of(text: str, spans: Spans, marks: Spans = (), paragraph: int = 0) -> Iterator[Sentence]:
    """The sentences of `spans`, read without the markers `marks` among them; each keeps the markers behind it."""
    view = prose(text, spans, marks)
    for start, end in _halved(view, sentences(view)):
        yield Sentence(
            _marked(dressed(text, view.spans(start, end), spans), marks, spans),
            len(view.text[start:end].split()),
            paragraph,
        )


def _halved(view: View, whole: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences, but for one longer than a passage may be, which is cut at a space: better than none."""
    for begin, end in whole:
        start = begin
        while end - start > LONGEST:
            cut = view.text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            yield start, cut
            start = cut + (view.text[cut : cut + 1] == " ")
        if start < end:
            yield start, end


def _marked(spans: Spans, marks: Spans, pieces: Spans) -> Spans:
    """The sentence with the markers that follow its last word: they are printed as part of it."""
    last = spans[-1]
    limit = next(piece.end for piece in pieces if piece.start <= last.start < piece.end)
    for mark in marks:
        if last.end <= mark.start <= last.end + 1 and mark.end <= limit:
            last = Span(last.start, mark.end)
    return (*spans[:-1], last)
