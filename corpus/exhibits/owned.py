"""Captions -> the body of each: the table beside it, with the pieces that pages cut off.

A caption stands above its table or below it. Where tables stand on both sides, the paper's own habit decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.exhibits.captions import Caption
from corpus.grid import rows
from corpus.model import Block, BlockKind, Span
from corpus.prose import plain

BETWEEN = frozenset(
    {
        BlockKind.SOURCE_LINE,
        BlockKind.NOTE,
        BlockKind.PAGE_NUMBER,
        BlockKind.RUNNING_HEAD,
        BlockKind.CREDIT,
        BlockKind.FURNITURE,
    }
)
"""What may stand between a caption and its table."""
OVER_PAGE = BETWEEN - {BlockKind.SOURCE_LINE, BlockKind.CREDIT}
"""What may stand between two pieces of a table: a source line ends it."""
PAGED = frozenset({BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD})


@dataclass(slots=True)
class Owned:
    """A caption with the blocks that are its exhibit's."""

    caption: Caption
    bodies: list[int] = field(default_factory=list)
    """Of the blocks: the body and its further pieces, in order."""
    more: list[Caption] = field(default_factory=list)
    """The captions over those pieces."""


def owned(text: str, blocks: Sequence[Block], captions: Sequence[Caption]) -> list[Owned]:
    """Each caption with its body, if it has one; those that only say that an exhibit goes on are with it."""
    near = [(_beside(blocks, one, below=True), _beside(blocks, one, below=False)) for one in captions]
    above = _habit(text, captions, near)
    found: list[Owned] = []
    names: dict[object, Owned] = {}
    taken: set[int] = set()
    for one, (under, over) in zip(captions, near, strict=True):
        first = names.get(one.name) if one.name else (found[-1] if found and one.goes_on else None)
        goes_on = first is not None and (one.goes_on or _same_title(text, first.caption, one))
        body = _free((over, under) if one.kind in above or text[one.span.start] == ":" else (under, over), taken)
        if body is not None:
            taken.add(body)
        if first is not None and goes_on:
            first.more.append(one)
            first.bodies += [] if body is None else [body]
            continue
        found.append(Owned(one, [] if body is None else [body]))
        if one.name is not None:
            names[one.name] = found[-1]
    pieces = _pieces(text, blocks, taken)
    for each in found:
        each.bodies = sorted({part for body in each.bodies for part in (body, *pieces.get(body, ()))})
        each.bodies = each.bodies or (list(_box(blocks, each.caption)) if each.caption.kind == "box" else [])
    return found


def _beside(blocks: Sequence[Block], one: Caption, *, below: bool) -> int | None:
    """The table next to a caption on one side, None if something else is."""
    order = range(one.last + 1, len(blocks)) if below else range(one.first - 1, -1, -1)
    at = next((at for at in order if blocks[at].kind not in BETWEEN), None)
    return at if at is not None and blocks[at].kind is BlockKind.TABLE else None


def _habit(text: str, captions: Sequence[Caption], near: Sequence[tuple[int | None, int | None]]) -> set[str]:
    """The kinds whose captions stand below, told by those that have a table on one side only."""
    votes: dict[str, int] = {}
    for one, (under, over) in zip(captions, near, strict=True):
        if (under is None) != (over is None) and text[one.span.start] != ":":
            votes[one.kind] = votes.get(one.kind, 0) + (1 if under is None else -1)
    return {kind for kind, vote in votes.items() if vote > 0}


def _free(tables: Sequence[int | None], taken: set[int]) -> int | None:
    return next((at for at in tables if at is not None and at not in taken), None)


def _same_title(text: str, first: Caption, one: Caption) -> bool:
    """Whether a caption is the same again, as printers repeat it over each page."""
    if first.title is None or one.title is None:
        return first.title is one.title
    return plain(text, first.title).casefold() == plain(text, one.title).casefold()


def _pieces(text: str, blocks: Sequence[Block], taken: set[int]) -> Mapping[int, Sequence[int]]:
    """Table with a caption -> the tables without one that go on with it over the page."""
    found: dict[int, list[int]] = {}
    owner = last = None
    crossed = False
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE:
            if at in taken:
                owner = at
            elif owner is not None and last is not None:
                crossed = crossed or "\f" in text[blocks[last].span.end : block.span.start]
                if crossed and _alike(text, blocks[last].span, block.span):
                    found.setdefault(owner, []).append(at)
                else:
                    owner = None
            last, crossed = at, False
        elif block.kind not in OVER_PAGE:
            owner = None
        crossed = crossed or block.kind in PAGED
    return found


def _alike(text: str, one: Span, other: Span) -> bool:
    """Whether two pieces have as many columns."""
    widths = [max((len(row) for row in rows(text, span)), default=0) for span in (one, other)]
    return widths[0] == widths[1] > 1


def _box(blocks: Sequence[Block], caption: Caption) -> Iterator[int]:
    """The words of a box, where they are set apart from the text around it."""
    for at in range(caption.last + 1, len(blocks)):
        if blocks[at].kind is BlockKind.BLOCK_QUOTE:
            yield at
        elif blocks[at].kind not in OVER_PAGE:
            return
