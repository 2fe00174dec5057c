"""Markdown -> pieces: its block structure as CommonMark and GitHub's tables define it, each with its lines.

markdown-it-py knows the grammar and says on which lines each block stands; only those lines are used, so
the text itself, markup and all, stays as it is in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.model import Block, BlockKind, Span
from corpus.outline.lines import Line, with_rows
from corpus.outline.pieces import Piece, piece
from corpus.prose import plain

NEW_LINE = re.compile(r"\r\n|\n|\r")
FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*(\r\n|\n|\r)(.*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r\n|\n|\r|\Z)", re.DOTALL
)
CONTAINERS = {"list_item_open": BlockKind.LIST_ITEM, "blockquote_open": BlockKind.BLOCK_QUOTE}
LEAVES = frozenset({"paragraph_open", "heading_open", "table_open", "fence", "html_block", "code_block"})


def front_matter(text: str) -> Span | None:
    """Where the YAML between the fences at the head of a Markdown file stands, fences left out."""
    found = FRONT_MATTER.match(text)
    return Span(*found.span(2)) if found else None


def markdown_pieces(text: str) -> list[Piece]:
    """The pieces of a Markdown text, in order; a paragraph that continues an indented footnote joins it."""
    ruled = _lines(text)
    head = FRONT_MATTER.match(text)
    first = len(NEW_LINE.findall(text[: head.end()])) + 1 if head else 0
    found = [Piece(Block(Span(0, head.end()), BlockKind.FRONT_MATTER), "", tuple(ruled[:first]))] if head else []
    # A footnote's definition is to stay a paragraph, and indented text is prose far more often than code.
    parser = MarkdownIt("commonmark").enable("table").disable(["reference", "code"])
    tokens = parser.parse("\n".join(line.text for line in ruled[first:]))
    for token, container in _leaves(tokens):
        begin, end = token.map or (0, 0)
        run = [line for line in ruled[first + begin : first + end] if not line.blank]
        if run:
            found.append(_told(text, token, container, run))
    return found


def _lines(text: str) -> list[Line]:
    ends = [(match.start(), match.end()) for match in NEW_LINE.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return with_rows([Line(Span(a, b), text[a:b], row=at) for at, (a, b) in enumerate(zip(starts, stops, strict=True))])


def _leaves(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token | None]]:
    """Every block that holds words, with the list item or quotation it stands in (None for neither)."""
    inside: list[Token] = []
    for token in tokens:
        if token.type in CONTAINERS:
            inside.append(token)
        elif token.type in {"list_item_close", "blockquote_close"}:
            inside.pop()
        elif token.type in LEAVES:
            yield token, inside[-1] if inside else None


def _told(text: str, token: Token, container: Token | None, run: Sequence[Line]) -> Piece:
    form = piece(text, run)
    if token.type == "heading_open":
        return form.turned(BlockKind.HEADING, int(token.tag[1:]))
    if token.type == "table_open":
        return form.turned(BlockKind.TABLE)
    if container is not None:
        return form.turned(CONTAINERS[container.type])
    if token.type in {"html_block", "fence"}:
        return form.turned(BlockKind.FURNITURE if not plain(text, form.block.span).strip() else form.kind)
    return form if form.kind is not BlockKind.TABLE else form.turned(BlockKind.PARAGRAPH)
