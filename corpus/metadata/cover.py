"""A paper and its blocks -> the lines in which papers say who made them: cover, imprint, back page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.metadata.bodies import is_body
from corpus.metadata.dates import only_date
from corpus.metadata.names import names
from corpus.metadata.series import HEARING, of_line
from corpus.metadata.wording import CONTACT
from corpus.model import MARKER, Block, BlockKind, Paper, Span, within
from corpus.outline.markup import front_matter
from corpus.prose import prose

MOST_FRONT = 60
"""Blocks: no cover and imprint are longer."""
MOST_BACK = 20
LONGEST_HEADING = 80
ENOUGH = 200_000
"""Characters that show how an author writes."""
LONG = 200
"""Characters: a longer paragraph is text, not a label."""
LONGEST = 4000
"""Characters of a block that can be lines of a cover, a long disclaimer included."""
MOST_ABOVE = 4
"""Blocks between a series and the title below it."""
MOST_SMALL, FEWEST_SMALL = 2 / 3, 1 / 2
"""Share of a name's words that the text writes small from which it is none; the second for names all in capitals."""
TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.FRONT_MATTER, BlockKind.PARAGRAPH})
SILENT = frozenset({BlockKind.NOTE, BlockKind.REFERENCE, BlockKind.CAPTION, BlockKind.TABLE, BlockKind.SOURCE_LINE})
SILENT |= {BlockKind.PHOTO_CAPTION, BlockKind.CREDIT}
"""Blocks that name people and bodies of their own."""
TEXT_OPENS = re.compile(
    r"""(?:\W|\d)*(?:(?:executive\s+)?summary|abstract|introduction|overview|background|foreword|preface|key\s+(?:points|messages
      |findings)|contents|table\s+of\s+contents|acknowledge?ments?|resumen(?:\s+ejecutivo)?|introducci[oó]n
      |índice|resumo
      |introdução|sumário|r[ée]sum[ée]|sommaire|zusammenfassung|einleitung|inhalt)\W*""",
    re.VERBOSE | re.IGNORECASE,
)
SECTION = re.compile(rf"(?:{TEXT_OPENS.pattern})$|(?:\d{{1,2}}|[IVX]{{1,4}})\.\s", re.VERBOSE | re.IGNORECASE)
"""Headings that are no title."""
SEGMENT = re.compile(r"\s*[|•·‖¦∙●]\s*|\s{3,}")
SERIAL = re.compile(r"\b(?:no|nos|nr|n[°º])\.?\s?\d", re.IGNORECASE)
NOTE_MARK = re.compile(r"(?<=\S)\s?[⁰¹²³⁴-⁹*†‡]+$")
SMALL_WORD = re.compile(r"(?<![\w’'.@/-])[^\W\d_A-ZÀ-Þ][^\W\d_]+(?![\w@]|\.\w)")
UNFINISHED = re.compile(r"(?:,|;|&|\b(?:and|y|et|und|e|with|by|por|par|von))$", re.IGNORECASE)
GOES_ON = re.compile(r"(?:and|y|et|und|e|&)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line or the part of one between bars, as a reader would say it."""

    words: str
    kind: BlockKind
    marked: bool = False
    """Whether a note's marker stands in it."""


class Cover:
    """Where a paper says what it is. Every list is in text order."""

    def __init__(self, paper: Paper, blocks: Sequence[Block]) -> None:
        self._paper = paper
        fields = front_matter(paper.text) if paper.source.format == "markdown" else None
        self._blocks = [b for b in blocks if fields is None or not b.span.overlaps(fields)]
        self._markers = tuple(region.span for region in paper.regions if region.role == MARKER)
        self._title = self._title_at()

    @cached_property
    def title(self) -> str | None:
        """The title as printed, on one line."""
        if self._title is None:
            return None
        return NOTE_MARK.sub("", self._words(self._blocks[self._title].span)) or None

    @cached_property
    def above(self) -> tuple[Line, ...]:
        """The lines above the title."""
        return self._all(self._blocks[: self._title or 0][-MOST_FRONT:])

    @cached_property
    def below(self) -> tuple[Line, ...]:
        """The lines between the title, or the beginning where there is none, and the text."""
        start = 0 if self._title is None else self._title + 1
        return self._all(self._blocks[start : self._text_at])

    @cached_property
    def imprint(self) -> tuple[Line, ...]:
        """The legal and running lines, wherever they stand, and all of the front."""
        wanted = {BlockKind.BOILERPLATE, BlockKind.FURNITURE, BlockKind.RUNNING_HEAD}
        rest = [block for block in self._blocks[self._text_at :] if block.kind in wanted]
        return (*self.above, *self.below, *self._all(rest[:MOST_FRONT]))

    @cached_property
    def back(self) -> tuple[Line, ...]:
        """The lines of the last page."""
        return self._all(self._blocks[max(self._text_at, len(self._blocks) - MOST_BACK) :])

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The first paragraphs of the text, each on one line."""
        told = (b for b in self._blocks[self._text_at :][:MOST_FRONT] if b.kind is BlockKind.PARAGRAPH)
        return tuple(words for block, _ in zip(told, range(4), strict=False) if (words := self._words(block.span)))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that the text writes in small letters: a name is hardly among them."""
        return frozenset(SMALL_WORD.findall(self._paper.text[:ENOUGH]))

    def told_of(self, kinds: frozenset[BlockKind]) -> Iterator[str]:
        """The words of every block of these kinds."""
        text = self._paper.text
        told = (block.span for block in self._blocks if block.kind in kinds)
        return (" ".join(text[span.start : span.end].split()) for span in told if span.length <= LONGEST)

    def under(self, heading: re.Pattern[str], most: int = 6) -> Iterator[str]:
        """The paragraphs under headings of that wording, up to the next heading."""
        left = 0
        for block in self._blocks:
            if block.span.length <= LONGEST_HEADING and heading.fullmatch(self._words(block.span)):
                left = most
            elif block.kind is BlockKind.HEADING:
                left = 0
            elif left:
                left -= 1
                yield self._words(block.span)

    @cached_property
    def _text_at(self) -> int:
        """Where the text begins, counted in blocks."""
        start = 0 if self._title is None else self._title + 1
        for at, block in enumerate(self._blocks[start : start + MOST_FRONT], start):
            if block.kind in {BlockKind.TABLE, BlockKind.LIST_ITEM} and at > start:
                return at
            words = self._words(block.span)
            long = block.kind in {BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE} and len(words) > LONG
            if long or (len(words) < LONG and TEXT_OPENS.fullmatch(words)):
                return at
        return min(start + MOST_FRONT, len(self._blocks))

    def _title_at(self) -> int | None:
        """Which block is the title: the one the outline names, unless that names a series, a body or a section."""
        named = next((at for at, block in enumerate(self._blocks) if block.kind is BlockKind.TITLE), None)
        if named is None:
            return None
        if SECTION.match(self._words(self._blocks[named].span)):
            return next((at for at in range(min(named, MOST_FRONT)) if self._may_be_title(self._blocks[at])), None)
        if not self._heads_series(self._blocks[named]):
            return named
        below = range(named + 1, min(named + 1 + MOST_ABOVE, len(self._blocks)))
        return next((at for at in below if self._may_be_title(self._blocks[at])), named)

    def _may_be_title(self, block: Block) -> bool:
        """Whether a block of the front can be the title: some words that are no series, body, date, place or people."""
        words = self._words(block.span)
        if block.kind not in TITLES or len(words) > LONG or self._heads_series(block) or not words[:1].isupper():
            return False
        if only_date(words) or SERIAL.search(words) or CONTACT.search(words) or words.endswith((".", ":", ",")):
            return False
        return len(words.split()) > 1 and not self.known(names(words).names, words)

    def known(self, people: Sequence[str], line: str) -> bool:
        """Whether what looks like names of people is not made of words that the text, or the title, writes small."""
        told = [word.lower() for name in people for word in name.split() if len(word.strip(".")) > 2]
        small = sum(word in self.lower for word in told)
        most = FEWEST_SMALL if line.upper() == line else MOST_SMALL
        return bool(told) and small < max(most * len(told), 1)

    def _heads_series(self, block: Block) -> bool:
        """Whether a block says which series or body a paper is of, and is no title."""
        parts = [line.words for line in self._lines(block)]
        return (
            bool(parts)
            and (of_line(parts[0]) or is_body(parts[0]) or HEARING.match(parts[0])) is not None
            and all(only_date(part) or of_line(part) or is_body(part) for part in parts[1:])
        )

    def _all(self, blocks: Sequence[Block]) -> tuple[Line, ...]:
        told = (block for block in blocks if block.kind not in SILENT and block.span.length <= LONGEST)
        return tuple(line for block in told for line in self._lines(block))

    def _lines(self, block: Block) -> Iterator[Line]:
        """The lines of a block, cut at bars; a list of names that goes on in the next line is joined."""
        text = self._paper.text
        at, held = block.span.start, ""
        marked = bool(within(self._markers, (block.span,)))
        for raw in text[block.span.start : block.span.end].splitlines(keepends=True):
            words = self._printed(Span(at, at + len(raw)))
            at += len(raw)
            if held and (UNFINISHED.search(held) or GOES_ON.match(words)):
                held = f"{held} {words}"
                continue
            yield from (Line(part, block.kind, marked) for part in _segments(held))
            held = words
        yield from (Line(part, block.kind, marked) for part in _segments(held))

    def _printed(self, span: Span) -> str:
        """The words of a span without note markers, the gaps between them kept."""
        return prose(self._paper.text, (span,), within(self._markers, (span,))).text.strip()

    def _words(self, span: Span) -> str:
        return " ".join(self._printed(span).split())


def _segments(words: str) -> Iterator[str]:
    """The parts of a line between bars and wide gaps, and those of "Elm House, Brief 31, May 2019"."""
    for part in SEGMENT.split(words):
        told = " ".join(part.split())
        first, _, rest = told.partition(", ")
        if rest and is_body(first) and (of_line(rest) or only_date(rest)):
            yield from (first, rest)
        elif told:
            yield told
