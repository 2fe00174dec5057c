"""Paragraphs, notes and exhibits -> passages: the units of search and citation.

Whole sentences, about FEWEST to MOST words, never across a heading; a note, a table and a caption are
passages of their own; headings, references and furniture are in none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.flow import Paragraph, sections, with_space
from corpus.grid import rows
from corpus.model import Block, BlockKind, Exhibit, Note, Page, Passage, PassageKind, Span, Spans, hull, page_at
from corpus.sentenced import LONGEST, Sentence, sentences_of

FEWEST_WORDS = 80
MOST_WORDS = 200


def passages(
    text: str,
    blocks: Sequence[Block],
    paragraphs: Sequence[tuple[Paragraph, Sequence[Sentence]]],
    notes: Sequence[Note],
    exhibits: Sequence[Exhibit],
    pages: Sequence[Page] = (),
) -> list[Passage]:
    """Every passage of a paper, in the order in which they begin; `paragraphs` come with their sentences."""
    above = [(block.span.start, section) for block, section in sections(blocks)]
    found = [*_body(text, paragraphs), *_notes(text, notes, above), *_exhibits(text, blocks, exhibits, above)]
    found = [_on_page(passage, pages) for passage in found]
    return sorted(found, key=lambda passage: passage.spans)


def _on_page(passage: Passage, pages: Sequence[Page]) -> Passage:
    page = page_at(pages, passage.spans[0].start)
    return passage if page is None or page.label is None else replace(passage, page=page.label)


def _body(text: str, paragraphs: Sequence[tuple[Paragraph, Sequence[Sentence]]]) -> Iterator[Passage]:
    for section, group in groupby(paragraphs, key=lambda told: told[0].section):
        for chunk in _packed([each for _, each in group if each]):
            spans = merged_spans(text, [span for sentence in chunk for span in sentence.spans])
            yield Passage(spans, PassageKind.BODY, section, None, chunk[0].paragraph)


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


def merged_spans(text: str, spans: Sequence[Span]) -> Spans:
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
        spans = trimmed(text, note.words)
        if not spans:
            continue
        start = spans[0].start
        for part in _parts(list(sentences_of(text, spans))):
            merged = merged_spans(text, [span for sentence in part for span in sentence.spans])
            if merged:  # a note of invisible characters says nothing
                yield Passage(merged, PassageKind.NOTE, _section(above, start), None, None, index)


def trimmed(text: str, spans: Spans) -> Spans:
    """`spans` without the white space and colon that a note's label leaves in front, empty ones left out."""
    found: list[Span] = []
    for span in spans:
        start = span.start
        while not found and start < span.end and (text[start].isspace() or text[start] == ":"):
            start += 1
        if start < span.end:
            found.append(Span(start, span.end))
    return tuple(found)


def _section(above: Sequence[tuple[int, Spans]], offset: int) -> Spans:
    at = bisect_left(above, (offset + 1,)) - 1
    return above[at][1] if at >= 0 else ()


def _exhibits(
    text: str, blocks: Sequence[Block], exhibits: Sequence[Exhibit], above: Sequence[tuple[int, Spans]]
) -> Iterator[Passage]:
    heads = {block.span for block in blocks if block.kind is BlockKind.HEADING}
    tables = {block.span for block in blocks if block.kind is BlockKind.TABLE}
    for exhibit in exhibits:
        section = _section(above, exhibit.caption.start)
        pieces = [span for span in (exhibit.body, *exhibit.continued) if span in tables]
        if exhibit.caption in heads and not pieces:
            continue  # the heading of a box: its words are passages as they are
        kind = PassageKind.TABLE if pieces else PassageKind.CAPTION
        head = [span for span in (exhibit.caption,) if span.length]
        room = LONGEST - exhibit.caption.length
        for group in [group for piece in pieces for group in _row_groups(text, piece, room)] or [()]:
            yield Passage(merged_spans(text, sorted([*head, *group])), kind, section)


def _row_groups(text: str, body: Span, room: int) -> Iterator[Spans]:
    """The rows of a table in groups that fit, each with the header row before it."""
    lines = [hull(row) for row in rows(text, body) if row]
    header, rest = lines[:1], lines[1:]
    group: list[Span] = list(header)
    for line in rest:
        if len(group) > 1 and sum(span.length for span in group) + line.length > room:
            yield merged_spans(text, group)
            group = list(header)
        group.append(line)
    yield merged_spans(text, group)
