"""Paragraphs, notes and exhibits -> passages: the units of search and citation.

Whole sentences, about FEWEST to MOST words, never across a heading; a note, a table and a caption are
passages of their own; headings, references and furniture are in none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.exhibits import rows
from corpus.flow import Paragraph, sections, with_space
from corpus.model import Block, Exhibit, Marker, Note, Page, Passage, PassageKind, Span, Spans, hull, within
from corpus.prose import dressed, prose
from corpus.sentences import sentences
from corpus.view import View

FEWEST_WORDS = 80
MOST_WORDS = 200
LONGEST = 1_400
"""Characters: dense text (addresses, tables) is cut by length before it reaches MOST_WORDS."""


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


def passages(
    text: str,
    blocks: Sequence[Block],
    paragraphs: Sequence[Paragraph],
    notes: Sequence[Note],
    markers: Sequence[Marker],
    exhibits: Sequence[Exhibit],
    pages: Sequence[Page] = (),
) -> list[Passage]:
    """Every passage of a paper, in the order in which they begin."""
    marks = sorted(marker.span for marker in markers)
    above = [(block.span.start, section) for block, section in sections(blocks)]
    found = [*_body(text, paragraphs, marks), *_notes(text, notes, above), *_exhibits(text, exhibits, above)]
    found = [_on_page(passage, pages) for passage in found]
    return sorted(found, key=lambda passage: passage.spans)


def _on_page(passage: Passage, pages: Sequence[Page]) -> Passage:
    start = passage.spans[0].start
    label = next((page.label for page in pages if page.span.start <= start < page.span.end), None)
    kind, section, paragraph, note = passage.kind, passage.section, passage.paragraph, passage.note
    return passage if label is None else Passage(passage.spans, kind, section, label, paragraph, note)


def _body(text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Span]) -> Iterator[Passage]:
    for section, group in groupby(paragraphs, key=lambda paragraph: paragraph.section):
        told = [list(_sentences(text, p.spans, within(marks, p.spans), p.number)) for p in group]
        for chunk in _packed([each for each in told if each]):
            spans = _merged(text, [span for sentence in chunk for span in sentence.spans])
            yield Passage(spans, PassageKind.BODY, section, None, chunk[0].paragraph)


def _sentences(text: str, spans: Spans, marks: Spans, paragraph: int) -> Iterator[Sentence]:
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


def _packed(told: Sequence[Sequence[Sentence]]) -> Iterator[list[Sentence]]:
    """Paragraphs -> chunks: short paragraphs together, long ones in equal parts, sentences never cut."""
    chunk: list[Sentence] = []
    for paragraph in told:
        for part in _parts(paragraph):
            if chunk and (_words(chunk) >= FEWEST_WORDS or not _fits([*chunk, *part])):
                yield chunk
                chunk = []
            chunk = [*chunk, *part]
    if chunk:
        yield chunk


def _parts(paragraph: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """A paragraph in as few parts as fit, of about equal size."""
    if _fits(paragraph):
        yield list(paragraph)
        return
    count = max(_words(paragraph) // MOST_WORDS, sum(s.length for s in paragraph) // LONGEST) + 1
    aim = sum(s.length for s in paragraph) / count
    part: list[Sentence] = []
    for sentence in paragraph:
        if part and (sum(s.length for s in part) + sentence.length / 2 > aim or not _fits([*part, sentence])):
            yield part
            part = []
        part.append(sentence)
    yield part


def _words(chunk: Sequence[Sentence]) -> int:
    return sum(sentence.words for sentence in chunk)


def _fits(chunk: Sequence[Sentence]) -> bool:
    return _words(chunk) <= MOST_WORDS and sum(sentence.length for sentence in chunk) <= LONGEST


def _merged(text: str, spans: Sequence[Span]) -> Spans:
    """Neighbours with no word between them, only space and markup, are one span; others are set apart by a space."""
    merged: list[Span] = []
    for span in spans:
        if merged and not any(char.isalnum() for char in text[merged[-1].end : span.start]):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            continue
        if merged:
            merged[-1] = with_space(text, merged[-1])
        merged.append(span)
    return tuple(merged)


def _notes(text: str, notes: Sequence[Note], above: Sequence[tuple[int, Spans]]) -> Iterator[Passage]:
    for index, note in enumerate(notes):
        first = note.spans[0]
        start = note.mark.end if note.mark is not None else first.start
        while start < first.end and (text[start].isspace() or text[start] == ":"):
            start += 1
        spans = tuple(span for span in (Span(start, first.end), *note.spans[1:]) if span.length)
        if not spans:
            continue
        for part in _parts(list(_sentences(text, spans, (), 0))):
            merged = _merged(text, [span for sentence in part for span in sentence.spans])
            yield Passage(merged, PassageKind.NOTE, _section(above, start), None, None, index)


def _section(above: Sequence[tuple[int, Spans]], offset: int) -> Spans:
    at = bisect_left(above, (offset + 1,)) - 1
    return above[at][1] if at >= 0 else ()


def _exhibits(text: str, exhibits: Sequence[Exhibit], above: Sequence[tuple[int, Spans]]) -> Iterator[Passage]:
    for exhibit in exhibits:
        section = _section(above, exhibit.caption.start)
        kind = PassageKind.TABLE if exhibit.body is not None else PassageKind.CAPTION
        head = [span for span in (exhibit.caption,) if span.length]
        body = _row_groups(text, exhibit.body, LONGEST - exhibit.caption.length) if exhibit.body else [()]
        for group in body:
            yield Passage(_merged(text, sorted([*head, *group])), kind, section)


def _row_groups(text: str, body: Span, room: int) -> Iterator[Spans]:
    """The rows of a table in groups that fit, each with the header row before it."""
    lines = [hull(row) for row in rows(text, body) if row]
    header, rest = lines[:1], lines[1:]
    group: list[Span] = list(header)
    for line in rest:
        if len(group) > 1 and sum(span.length for span in group) + line.length > room:
            yield _merged(text, group)
            group = list(header)
        group.append(line)
    yield _merged(text, group)
