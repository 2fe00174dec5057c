"""Blocks -> captions: each with its name and its title, and whether it only says that an exhibit goes on.

A label that stands alone ("TABLE 1") is one caption with the title below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.labels import CAPTION, LABEL, MEANS, Name, folded, named
from corpus.model import Block, BlockKind, Span, Spans
from corpus.prose import plain

LONGEST_HEADING = 300
_MARKUP = re.compile(r"[\s#*_>\"“:]*(?:(?:Table|Figure):\s+(?=(?:Table|Figure)\s))?")
_UNNUMBERED = re.compile(r"(?P<word>[^\W\d_]{2,20})\s?:\s")
_PARTING = re.compile(r"[\s.:–—|*_-]*")
_SPACE_BEFORE = re.compile(r"[\s*_]{1,99}\Z")
_CONTINUED = re.compile(
    r"""[\s.:–—|*_,(\[-]{0,9}(?:table\s|figure\s)?(?:continued|cont(?:['’]?d)?\b\.?|continuaci[óo]n|contin[úu]a(?:[çc][ãa]o)?
        |suite|fortsetzung|forts\.|segue|from\s(?:the\s)?previous\spage)
        (?:\s(?:from|on)\s[^.]{0,30})?[\s)\].…*_]{0,9}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[(\[]\s?(?:continued|cont(?:['’]?d)?\.?|suite|forts(?:etzung|\.)?|segue|contin[a-zúçãó]{2,8})\s?[)\]]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption and where its blocks stand among the paper's."""

    first: int
    last: int
    span: Span
    kind: str
    """Empty where it does not say."""
    name: Name | None
    """None where it has no number."""
    label: Span
    """As printed; empty where it has none."""
    title: Span | None
    goes_on: bool
    """Whether it says that it only continues an exhibit."""


def captions(text: str, blocks: Sequence[Block], markers: Spans) -> Iterator[Caption]:
    """The captions of a paper in order; `markers` at the end of a title are no part of it."""
    passed, marked = -1, {mark.end: mark.start for mark in markers}
    for at, block in enumerate(blocks):
        if at <= passed or not _is_caption(text, block):
            continue
        last = at
        if _alone(text, block.span) and at + 1 < len(blocks) and _is_title(text, blocks[at + 1]):
            last = at + 1
        passed = last
        yield _caption(text, at, last, Span(block.span.start, blocks[last].span.end), marked)


def _is_caption(text: str, block: Block) -> bool:
    """A caption, what stands beneath a photo, or a heading that numbers a box or a chart."""
    if block.kind is not BlockKind.HEADING:
        return block.kind in {BlockKind.CAPTION, BlockKind.PHOTO_CAPTION}
    found = CAPTION.match(plain(text, block.span)) if block.span.length <= LONGEST_HEADING else None
    return found is not None and LABEL.match(found.group()) is not None


def _alone(text: str, span: Span) -> bool:
    """Whether a caption is nothing but its label."""
    found = LABEL.match(text, _start(text, span), span.end)
    return found is not None and _PARTING.fullmatch(text, found.end(), span.end) is not None


def _is_title(text: str, block: Block) -> bool:
    return block.kind is BlockKind.CAPTION and LABEL.match(text, _start(text, block.span), block.span.end) is None


def _start(text: str, span: Span) -> int:
    found = _MARKUP.match(text, span.start, span.end)
    return found.end() if found else span.start


def _caption(text: str, first: int, last: int, span: Span, marked: Mapping[int, int]) -> Caption:
    start = _start(text, span)
    found = LABEL.match(text, start, span.end)
    if found is None:
        word = _UNNUMBERED.match(text, start, span.end)
        kind = MEANS.get(folded(word["word"]), ("", ""))[0] if word else ""
        title = _title(text, word.end() if word and kind else start, span.end, marked)
        return Caption(first, last, span, kind, None, Span(start, start), title, _says_continued(text, start, span.end))
    name = named(found)
    goes_on = _says_continued(text, found.end(), span.end)
    title = _title(text, found.end(), span.end, marked)
    return Caption(first, last, span, name.kind, name, Span(*found.span()), title, goes_on)


def _says_continued(text: str, start: int, end: int) -> bool:
    return _CONTINUED.match(text, start, end) is not None or _GOES_ON.search(text, start, end) is not None


def _title(text: str, start: int, end: int, marked: Mapping[int, int]) -> Span | None:
    """What is left of a caption without the marks that part it from its label, and the note markers behind it."""
    parting = _PARTING.match(text, start, end)
    start = parting.end() if parting else start
    while True:
        shorter = max(start, marked.get(end, end))
        space = _SPACE_BEFORE.search(text, max(start, shorter - 99), shorter)
        shorter = space.start() if space else shorter
        if shorter == end:
            return Span(start, end) if start < end else None
        end = shorter
