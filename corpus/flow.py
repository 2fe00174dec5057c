"""Blocks -> the paper's running text: its paragraphs, healed where notes, photos or a page cut them.

A paragraph that breaks off in mid-sentence goes on in the next body block if nothing but interruptions
stands between. Only spans are joined, never text, so every word keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.model import BODY_KINDS, Block, BlockKind, Marker, Span, Spans
from corpus.outline.pieces import LEANS_FORWARD

INTERRUPTIONS = frozenset(BlockKind) - BODY_KINDS - {BlockKind.HEADING, BlockKind.TITLE, BlockKind.REFERENCE}
CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]*_]*\s*$")
GOES_ON = re.compile(r"[\"“‘'(\[*_]*[a-zà-ÿ(]|[,;)]")
BULLET = re.compile(r"\s*(?:[-*•‣◦▪·–—]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)")
SHORTEST_CUT = 60
"""Characters: a shorter line without a full stop is more likely a label than half a sentence."""
TAIL = 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body: its pieces in reading order, the headings above it, its number from 1."""

    spans: Spans
    section: Spans
    number: int
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(slots=True)
class _Open:
    """The paragraph being read."""

    spans: list[Span]
    section: Spans
    kind: BlockKind
    interrupted: bool = field(default=False)


def sections(blocks: Sequence[Block]) -> Iterator[tuple[Block, Spans]]:
    """Every block with the headings above it, highest first; a heading is not above itself."""
    path: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            while path and path[-1].level >= block.level:
                path.pop()
            yield block, tuple(above.span for above in path)
            path.append(block)
        else:
            yield block, tuple(above.span for above in path)


def paragraphs(text: str, blocks: Sequence[Block], markers: Sequence[Marker] = ()) -> list[Paragraph]:
    """The body of a paper as healed paragraphs, numbered from 1.

    Every piece of a healed paragraph but the last takes the white space after it along, so that the pieces
    put together read as they should.
    """
    raised = {marker.span.end: marker.span.start for marker in markers}
    done: list[_Open] = []
    last: _Open | None = None
    for block, section in sections(blocks):
        if block.kind not in BODY_KINDS:
            last = _passed(last, block)
        elif last is not None and _joins(text, last, block, raised):
            last.spans[-1] = with_space(text, last.spans[-1])
            last.spans.append(block.span)
            last.interrupted = False
        else:
            last = _Open([block.span], section, block.kind)
            done.append(last)
    return [Paragraph(tuple(p.spans), p.section, number, p.kind) for number, p in enumerate(done, start=1)]


def _passed(last: _Open | None, block: Block) -> _Open | None:
    if last is None or block.kind not in INTERRUPTIONS:
        return None
    last.interrupted = True
    return last


def _joins(text: str, last: _Open, block: Block, raised: dict[int, int]) -> bool:
    """Whether `block` goes on with the sentence that `last` breaks off."""
    if block.kind is not BlockKind.PARAGRAPH or BULLET.match(text, block.span.start):
        return False
    tail = _tail(text, last.spans[-1], raised)
    if CLOSED.search(tail) or (last.spans[-1].length < SHORTEST_CUT and not last.interrupted):
        return False
    small = GOES_ON.match(text, block.span.start) is not None
    return small or LEANS_FORWARD.search(tail) is not None or last.interrupted


def _tail(text: str, span: Span, raised: dict[int, int]) -> str:
    """The last words of `span` without the markers that follow them."""
    end = span.end
    while end in raised and raised[end] > span.start:
        end = raised[end]
        while end > span.start and text[end - 1] in " \t\n,":
            end -= 1
    return text[max(span.start, end - TAIL) : end]


def with_space(text: str, span: Span) -> Span:
    """`span` with the white space after it, to the end of its line: what is put after it then stands apart."""
    end = span.end
    if text[end - 1 : end].isspace():
        return span
    while end < len(text) and text[end] in " \t\u00a0":
        end += 1
    if text[end : end + 2] == "\r\n":
        end += 2
    elif end < len(text) and text[end].isspace():
        end += 1
    return Span(span.start, end)
