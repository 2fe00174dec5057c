"""An exhibit's surroundings -> the line that says whose data it shows, and the lines that explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from corpus.exhibits.owned import Owned
from corpus.grid import rows
from corpus.model import Block, BlockKind, Span, Spans
from corpus.outline.pieces import REMARK

FURNITURE = frozenset({BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD, BlockKind.FURNITURE})
ENDS = frozenset({BlockKind.CAPTION, BlockKind.PHOTO_CAPTION, BlockKind.HEADING, BlockKind.TITLE, BlockKind.TABLE})
WORDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
FARTHEST = 5
"""Blocks: the words of a picture may stand between its caption and its source."""
LONGEST_WORDS = 120
"""Characters: more are a paragraph of the paper and not words of a picture."""
LONGEST_REMARK = 600
_HEAD = re.compile(r"(?<!\w)(?=[A-ZÉ])")
_MARK = re.compile(
    r"\s*\(?(?P<mark>[*†‡§¶#]{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠ]{1,2}|\\\*|(?<!\w)[a-f](?=[.)\s/])|\d(?=[.)/]))[.)\]/:]?\s*(?=\S)"
)
_MEANS = re.compile(
    r"\s*(?:[-–—.…]{1,3}|[^\W_][\w./]{0,11})\s?[=:]\s+\S|\s*(?:[-–—.…]{1,3}|n\.?/?a\.?)\s(?:not|nil|zero|less)\b"
)
_TELLS = re.compile(r"\s*(?P<row>\w[^.,;:\n]{0,60}?)\s(?:includes?|excludes?|refers?\sto|means|comprises?)\b")
_LAST_MARK = re.compile(
    r"(?<=\S)\s?\(?(?P<mark>[*†‡§¶#]{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠ]{1,2}|(?<=\d)\s?[a-f]|\([a-f\d]\)|(?<=[a-z])\d)\)?\s*\Z"
)
_MARKUP = str.maketrans("", "", "\\_() ")


@dataclass(frozen=True, slots=True)
class Beneath:
    """What stands beneath an exhibit, or between its caption and its body."""

    source: Span | None
    notes: Spans
    blocks: frozenset[int]
    """Those that are taken."""


def beneath(text: str, blocks: Sequence[Block], one: Owned, taken: AbstractSet[int], called: frozenset[int]) -> Beneath:
    """The source and notes of an exhibit. `called`: where the notes of its markers begin; `taken`: others' lines."""
    ends = [one.caption.first, one.caption.last, *one.bodies]
    ends += [end for caption in one.more for end in (caption.first, caption.last)]
    lines = [at for at in range(min(ends), max(ends)) if blocks[at].kind is BlockKind.SOURCE_LINE]
    under = list(_under(text, blocks, one, max(ends), called))
    over = min(ends) - 1
    if (
        not one.bodies
        and over >= 0
        and over not in taken
        and blocks[over].kind in {BlockKind.SOURCE_LINE, BlockKind.CREDIT}
    ):
        under = [over]
    lines += under
    parts = [part for at in lines for part in _parts(text, blocks[at])]
    sources = [span for span, source in parts if source]
    explaining = [span for span, source in parts if not source] + sources[1:]
    return Beneath(sources[0] if sources else None, tuple(sorted(explaining)), frozenset(lines))


def _under(text: str, blocks: Sequence[Block], one: Owned, last: int, called: frozenset[int]) -> Iterator[int]:
    """The blocks beneath that are about the exhibit."""
    marks, stubs = _marks(text, blocks, one)
    for at in range(last + 1, len(blocks)):
        block = blocks[at]
        if block.kind is BlockKind.SOURCE_LINE or (
            block.kind is BlockKind.CREDIT and one.caption.kind != "table" and at <= last + 2
        ):
            yield at
        elif block.kind is BlockKind.NOTE:
            if block.span.start in called:
                yield at
        elif block.kind in WORDS and _explains(text, block.span, marks, stubs):
            yield at
        elif (
            block.kind in ENDS
            or at > last + FARTHEST
            or (block.kind not in FURNITURE and not _before_source(blocks, one, at))
        ):
            return


def _before_source(blocks: Sequence[Block], one: Owned, at: int) -> bool:
    """Whether a source line may still come: beneath the words of a picture, or one line below a table."""
    if not one.bodies:
        return blocks[at].span.length <= LONGEST_WORDS
    below = blocks[at + 1].kind if at + 1 < len(blocks) else None
    return blocks[at].span.length <= LONGEST_REMARK and below is BlockKind.SOURCE_LINE


def _explains(text: str, span: Span, marks: frozenset[str], stubs: frozenset[str]) -> bool:
    """Such as "* provisional" if a cell bears the star, "n.a. = none", and "Other includes ..." of a row Other."""
    if span.length > LONGEST_REMARK:
        return False
    found = _MARK.match(text, span.start, span.end)
    if found is not None and found["mark"].translate(_MARKUP) in marks:
        return True
    if _MEANS.match(text, span.start, span.end) is not None:
        return True
    told = _TELLS.match(text, span.start, span.end)
    return told is not None and told["row"].casefold() in stubs


def _marks(text: str, blocks: Sequence[Block], one: Owned) -> tuple[frozenset[str], frozenset[str]]:
    """The note marks that stand behind cells and behind the caption, and the words at the head of the rows."""
    tables = [rows(text, blocks[at].span) for at in one.bodies if blocks[at].kind is BlockKind.TABLE]
    cells = [one.caption.span, *(cell for table in tables for row in table for cell in row)]
    found = (_LAST_MARK.search(text, max(cell.start, cell.end - 12), cell.end) for cell in cells)
    marks = frozenset(match["mark"].translate(_MARKUP) for match in found if match)
    return marks, frozenset(text[slice(*row[0])].casefold() for table in tables for row in table if row)


def _parts(text: str, block: Block) -> Iterator[tuple[Span, bool]]:
    """A block beneath cut where a new "Note:" or "Source:" begins in it; True for a source."""
    if block.kind is BlockKind.CREDIT:
        yield block.span, True
        return
    start, end = block.span
    heads: list[tuple[int, bool]] = []
    for found in _HEAD.finditer(text, start, end):
        told = REMARK.match(text, found.end(), end)
        if told is not None:
            heads.append((found.end(), told["source"] is not None))
    if not heads:
        yield block.span, False
        return
    starts = [start, *(at for at, _ in heads[1:])]
    for at, stop, (_, source) in zip(starts, [*starts[1:], end], heads, strict=True):
        yield _trimmed(text, at, stop), source


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
