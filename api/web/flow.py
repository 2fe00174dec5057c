"""A paper of a library -> the blocks of its reading view: HTML of its text with notes, figures, names and pages.

What a page repeats (running heads, page numbers) is left out; everything else stands in its order, each note beside
the block that calls it first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from markupsafe import Markup

from api.web.marking import Mark, between, marked
from corpus.model import Block, BlockKind, Marker, Note, Page, Paper, Span
from corpus.prose import plain, prose
from nlp.model import Figure, Mention

if TYPE_CHECKING:
    from api.library import Library

BREAK = Markup('<span class="break" role="separator" aria-label="page {0}" id="p{0}" data-p="{0}"></span>')
TABLE = Markup('<div class="table" tabindex="0" role="region" aria-label="Table {}"><pre{}>{}</pre></div>')
LEFT_OUT = frozenset({BlockKind.FURNITURE, BlockKind.RUNNING_HEAD, BlockKind.PAGE_NUMBER, BlockKind.NOTE})
SHAPES = {
    BlockKind.BLOCK_QUOTE: Markup("<blockquote{}>{}</blockquote>"),
    BlockKind.EPIGRAPH: Markup('<blockquote class="epigraph"{}>{}</blockquote>'),
    BlockKind.LIST_ITEM: Markup('<p class="item-of-list"{}>{}</p>'),
    BlockKind.CAPTION: Markup('<p class="caption"{}>{}</p>'),
    BlockKind.PHOTO_CAPTION: Markup('<p class="caption"{}>{}</p>'),
    BlockKind.SOURCE_LINE: Markup('<p class="source"{}>{}</p>'),
    BlockKind.CREDIT: Markup('<p class="source"{}>{}</p>'),
    BlockKind.REFERENCE: Markup('<p class="entry"{}>{}</p>'),
    BlockKind.FRONT_MATTER: Markup('<p class="front"{}>{}</p>'),
    BlockKind.BOILERPLATE: Markup('<p class="front"{}>{}</p>'),
    BlockKind.TITLE: Markup('<p class="titling"{}>{}</p>'),
}
"""What blocks are shown as that are no plain paragraphs; headings have their level."""


ENDED = re.compile("[.!?:;\u2026][\"'\u2019\u201d\u00bb)\\]*_]*$")
BEGUN = re.compile(r"(?![a-z]{1,4}[.)]\s|www\.|https?:|\S+@)")
"""How what goes on does not begin: as an item of a list or an address."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands by itself in the view: a block, or a paragraph that a page or notes cut into several."""

    start: int
    end: int
    html: Markup


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline."""

    start: int
    level: int
    text: str


@dataclass(frozen=True)
class Flow:
    """A paper as it is read."""

    paper: Paper
    pieces: list[Piece]
    outline: list[Heading]
    unplaced: Markup
    """Notes that nothing in the text calls."""
    mentions: Sequence[Mention]
    """The names in it when it was made."""


def flow(library: Library, name: str, lit: Iterable[Span] = ()) -> Flow:
    """The reading view of paper `name`, with the places `lit` marked; the first of them has the id "at"."""
    return _Reader(library, name, list(lit)).flow()


class _Reader:
    def __init__(self, library: Library, name: str, lit: Sequence[Span]) -> None:
        self._paper = library.paper(name)
        self._text, self._lit = self._paper.text, lit
        self._blocks: Sequence[Block] = library.layer(name, Block)
        self._notes: Sequence[Note] = library.layer(name, Note)
        self._markers: Sequence[Marker] = library.layer(name, Marker)
        self._mentions: Sequence[Mention] = library.layer(name, Mention)
        self._marks = sorted([*self._seen(library, name), *(_mark(span, "mark") for span in lit)])
        self._longest = max((one.end - one.start for one in self._marks), default=0)
        self._placed: set[int] = set()
        self._tables = 0
        self._at = Markup('<span id="at"></span>')
        self._pages = [page for page in self._paper.pages if page.label]

    def flow(self) -> Flow:
        """All of it."""
        pieces = [Piece(run[0].span.start, run[-1].span.end, self._run(run)) for run in self._runs()]
        heads = [block for block in self._blocks if block.kind is BlockKind.HEADING]
        outline = [Heading(block.span.start, block.level, plain(self._text, block.span)) for block in heads]
        left = [at for at in range(len(self._notes)) if at not in self._placed]
        return Flow(self._paper, pieces, outline, Markup("").join(self._note(at) for at in left), self._mentions)

    def _runs(self) -> Iterator[list[Block]]:
        """The blocks that are shown; those together that are one paragraph."""
        run: list[Block] = []
        for block in filter(self._is_shown, self._blocks):
            if run and not self._goes_on(run[-1], block):
                yield run
                run = []
            run.append(block)
        if run:
            yield run

    def _goes_on(self, before: Block, block: Block) -> bool:
        """Whether a paragraph is the rest of the one before: that ends no sentence, and it begins in lower case."""
        if not before.kind is block.kind is BlockKind.PARAGRAPH:
            return False
        markers = tuple(marker.span for marker in self._markers if before.span.covers(marker.span))
        said, rest = prose(self._text, (before.span,), markers).text.rstrip(), plain(self._text, block.span).lstrip()
        first = next(filter(str.isalnum, rest), "")
        return ENDED.search(said) is None and first.islower() and BEGUN.match(rest) is not None

    def _is_shown(self, block: Block) -> bool:
        if block.kind is BlockKind.TITLE and not self._is_lit(block.span):
            return plain(self._text, block.span).casefold() != (self._paper.metadata.title or "").casefold()
        return block.kind not in LEFT_OUT

    def _is_lit(self, span: Span) -> bool:
        return any(span.overlaps(each) for each in self._lit)

    def _seen(self, library: Library, name: str) -> Iterator[Mark]:
        for figure in library.layer(name, Figure):
            yield _mark(figure.span, "fig", _measure(figure))
        for mention in self._mentions:
            yield _mark(mention.span, "ent", mention.entity)
        for marker in self._markers:
            yield _mark(marker.span, "noteref", link="" if marker.note is None else f"n{marker.note}")

    def _run(self, run: Sequence[Block]) -> Markup:
        ahead = self._ahead(run[0])
        notes = Markup("").join(note for block in run for note in self._called(block.span))
        html = self._block(run[0]) if len(run) == 1 else self._paragraph(run)
        return ahead + (Markup('<div class="with-notes">{}{}</div>').format(notes, html) if notes else html)

    def _ahead(self, block: Block) -> Markup:
        """What stands before a block: where pages begin, and where the place begins that is looked for."""
        return Markup("").join(self._breaks(block.span.end)) + self._place(block.span)

    def _paragraph(self, run: Sequence[Block]) -> Markup:
        """One paragraph of several blocks."""
        told = Markup('{}<span data-s="{}" id="c{}">{}</span>')
        pieces = [
            told.format(self._ahead(block) if at else "", block.span.start, block.span.start, self._words(*block.span))
            for at, block in enumerate(run)
        ]
        return Markup("<p>{}</p>").format(Markup(" ").join(pieces))

    def _block(self, block: Block) -> Markup:
        words = self._words(*block.span)
        at = Markup(' data-s="{}" id="c{}"').format(block.span.start, block.span.start)
        if block.kind is BlockKind.TABLE:
            self._tables += 1
            return TABLE.format(self._tables, at, words)
        if block.kind is BlockKind.HEADING:
            level = min(max(block.level, 1) + 1, 6)
            return Markup("<h{}{}>{}</h{}>").format(level, at, words, level)
        return SHAPES.get(block.kind, Markup("<p{}>{}</p>")).format(at, words)

    def _words(self, start: int, end: int) -> Markup:
        return marked(self._text, start, end, between(self._marks, start, end, self._longest))

    def _place(self, span: Span) -> Markup:
        """The anchor of the first place that is looked for, once, where it begins."""
        if not self._lit or not self._lit[0].overlaps(span):
            return Markup("")
        found, self._at = self._at, Markup("")
        return found

    def _breaks(self, end: int) -> Iterator[Markup]:
        """The pages that begin since the block before."""
        while self._pages and self._pages[0].span.start < end:
            page: Page = self._pages.pop(0)
            yield BREAK.format(page.label)

    def _called(self, span: Span) -> Iterator[Markup]:
        """The notes that the block calls and none before it has called."""
        first = bisect_left(self._markers, span.start, key=lambda marker: marker.span.start)
        for marker in takewhile(lambda marker: marker.span.end <= span.end, self._markers[first:]):
            if marker.note is not None and marker.note not in self._placed:
                self._placed.add(marker.note)
                yield self._note(marker.note, marker.span.start)

    def _note(self, at: int, marker: int | None = None) -> Markup:
        note = self._notes[at]
        label = Markup.escape(note.label)
        if marker is not None:
            told = Markup('<a role="doc-backlink" href="#m{}" aria-label="back to note mark {}">{}</a>')
            label = told.format(marker, note.label, note.label)
        pieces = [
            Markup('<span data-s="{}">{}</span>').format(span.start, self._words(*span))
            for span in note.words
            if span.length
        ]
        lit = Markup("").join(map(self._place, note.spans))
        html = Markup('{}<aside class="note" role="doc-footnote" id="n{}"><span class="label">{}</span> {}</aside>')
        return html.format(lit, at, label, Markup(" ").join(pieces))


def _mark(span: Span, name: str, title: str = "", link: str = "") -> Mark:
    return Mark(span.start, span.end, name, title, link)


def _measure(figure: Figure) -> str:
    ends = dict.fromkeys((f"{figure.low:,.10g}", f"{figure.high:,.10g}"))
    years = dict.fromkeys(str(year) for year in (figure.since, figure.until) if year is not None)
    per = f"per {figure.per}" if figure.per else ""
    dash = "\N{EN DASH}"
    return " ".join(filter(None, (dash.join(ends), figure.unit, per, dash.join(years))))
