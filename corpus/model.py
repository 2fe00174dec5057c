"""The things one can see on a page: frozen records, each with its place in the paper's text.

All offsets are Unicode code points into ``Paper.text``, half-open: ``text[start:end]`` is the proof.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import BadSpanError

YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a paper's text.

    >>> "coca and poppy"[slice(*Span(0, 4))]
    'coca'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise BadSpanError(f"a span must run forwards from 0 or later, not {self.start} to {self.end}")

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    @property
    def length(self) -> int:
        """In code points. (No ``__len__``: an empty span would count as false.)"""
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""Several stretches in reading order: a sentence that a page break cut in two is still one thing."""


def hull(spans: Spans) -> Span:
    """The smallest span that covers all of `spans` (which must not be empty)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def within(ordered: Sequence[Span], spans: Spans) -> Spans:
    """Those of `ordered` (sorted, disjoint) that lie inside one of `spans`."""
    inside: list[Span] = []
    for span in spans:
        for each in ordered[bisect_left(ordered, Span(span.start, span.start)) :]:
            if each.end > span.end:
                break
            inside.append(each)
    return tuple(inside)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a paper came from: enough to tell whether the file has changed and who read it."""

    path: str
    format: str
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    reader: str
    """The reader and its version, such as ``"txt 1"``: another reader may give another text."""
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the original; `label` is the number printed on it ("iv"), None where none is."""

    span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """What the file itself says of a stretch of the text: its style, tag or place on the page. Set by readers."""

    span: Span
    role: str
    """A BlockKind ("paragraph" leaves the kind to be told from the words), or MARKER, or NOTE_TEXT."""
    level: int = 0
    """Headings: 1 is the highest. Other roles: 0."""
    label: str = ""
    """Markers and notes: their number or sign as counted, "12" for a printed xii."""
    key: str = ""
    """Markers and notes: what ties them to each other; a note in several stretches has the same key in each."""


MARKER = "marker"
"""Role of a Region that is a note's marker in the text."""
NOTE_TEXT = "note_text"
"""Role of a Region that is a note, or part of one, with its printed label."""


def page_at(pages: Sequence[Page], offset: int) -> Page | None:
    """The one of `pages` (in order) that holds `offset`, None between and beside them."""
    at = bisect_right(pages, offset, key=lambda page: page.span.start) - 1
    return pages[at] if at >= 0 and offset < pages[at].span.end else None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the paper states about itself; None or empty where it states nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    """As stated, ISO 8601 where it could be read so: "2013-08-02", "2020"."""
    institution: str | None = None
    language: str | None = None
    """ISO 639-1 or BCP 47: "en", "pt-BR"."""
    series: str | None = None
    """With its number, as printed: "Policy Brief No. 12"."""
    genre: str | None = None
    """As the paper calls itself, in lower case: "policy brief", "report"."""

    @property
    def year(self) -> int | None:
        """The year of `date`, if one stands in it."""
        found = YEAR.search(self.date or "")
        return int(found.group(1)) if found else None


@dataclass(frozen=True, slots=True)
class Paper:
    """A name and one frozen text. Everything else in pincite is a span of this text."""

    name: str
    """Unique in a library; the source's file name unless two sources share one."""
    text: str
    source: Source
    pages: tuple[Page, ...] = ()
    metadata: Metadata = Metadata()
    regions: tuple[Region, ...] = ()
    """What the file says of its text, in text order; empty for formats that are nothing but text."""
    warnings: tuple[str, ...] = ()
    """What could not be read, in sentences for the user. Said once, when the paper is added; not kept."""

    def quote(self, *spans: Span) -> str:
        """The verbatim text of `spans`, one after the other, nothing added.

        Raises BadSpanError when a span runs past the end of the text.
        """
        for span in spans:
            if span.end > len(self.text):
                raise BadSpanError(f"{self.name} ends at {len(self.text)}; there is no {span.start}-{span.end}")
        return "".join(self.text[span.start : span.end] for span in spans)

    def page_at(self, offset: int) -> str | None:
        """The printed label of the page that holds `offset`, or None."""
        page = page_at(self.pages, offset)
        return page.label if page is not None else None


class BlockKind(StrEnum):
    """What a block is for; only BODY_KINDS carry the paper's own argument."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BLOCK_QUOTE = "block_quote"
    EPIGRAPH = "epigraph"
    CAPTION = "caption"
    TABLE = "table"
    SOURCE_LINE = "figure_source"
    NOTE = "note"
    REFERENCE = "reference_entry"
    FRONT_MATTER = "front_matter"
    PAGE_NUMBER = "page_number"
    RUNNING_HEAD = "running_head"
    PHOTO_CAPTION = "photo_caption"
    CREDIT = "photo_credit"
    FURNITURE = "furniture"
    BOILERPLATE = "boilerplate"


BODY_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.EPIGRAPH})


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of a paper. Blocks are ordered, disjoint and leave only white space out."""

    span: Span
    kind: BlockKind
    level: int = 0
    """Headings: 1 is the highest. Other kinds: 0."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The ¹ in the text. `note` is the index of its note among the paper's notes, None when it has none."""

    span: Span
    label: str
    """As counted: "12" or "*", whatever the printed style."""
    note: int | None = None
    sentence: Spans = ()
    """The sentence of the body that the note supports; empty for a marker in a heading, a caption or a table."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its printed label and its words, in more than one span if a page cuts it."""

    label: str
    spans: Spans
    """With the printed label, if there is one."""
    mark: Span | None = None
    """The printed label at the start of the note."""

    @property
    def words(self) -> Spans:
        """The note without its printed label: in text order, white space left on."""
        first = self.spans[0]
        if self.mark is None:
            return self.spans
        pieces = (Span(first.start, self.mark.start), Span(self.mark.end, max(first.end, self.mark.end)))
        return tuple(piece for piece in (*pieces, *self.spans[1:]) if piece.length) or (Span(first.end, first.end),)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A captioned table, chart, map or photo (never called a figure: a Figure is a number with a unit)."""

    kind: str
    """"table", "figure", "map", "box" ... as its caption says."""
    label: str
    """As printed: "Figure 6", "Table A.1"; empty when the caption has no number."""
    caption: Span
    body: Span | None = None
    """The table or the words of a box; None for a picture."""
    source: Span | None = None
    """The line that says whose data they are."""
    title: Span | None = None
    """The caption without its label; None when there is nothing else."""
    continued: Spans = ()
    """The further pieces of a body that pages cut."""
    notes: Spans = ()
    """Lines beneath it that explain: "Note: ...", "* provisional"."""
    markers: Spans = ()
    """The note markers in its caption and its body."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Words that send the reader to an exhibit: "see Figure 6". `exhibit` is its index, None when there is none."""

    span: Span
    label: str
    """As it would stand in the caption: "Figure 6", also for the second of "Figures 5 and 6"."""
    exhibit: int | None = None
    sentence: Spans = ()


class PassageKind(StrEnum):
    """What a passage is made of."""

    BODY = "body"
    NOTE = "note"
    TABLE = "table"
    CAPTION = "caption"
    """Of a chart, map or photo, whose picture is no text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of search and citation: whole sentences of one section, or one note, or one table."""

    spans: Spans
    kind: PassageKind = PassageKind.BODY
    section: Spans = ()
    """The headings above it, highest first."""
    page: str | None = None
    """The printed label of the page it starts on, None where the paper has no pages."""
    paragraph: int | None = None
    """The body paragraph it starts in, counted from 1 through the paper; None outside the body."""
    note: int | None = None
    """For a note: its index among the paper's notes."""
