"""Passages that a search brought -> their sentences, each with its own source spans and its neighbourhood.

A sentence is read with its neighbours and under its headings, but only its own source is cited. In a table
each row is a sentence, read and shown under the lines above the first row of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.model import Paper, Passage, PassageKind, Span, Spans
from corpus.prose import prose
from corpus.sentences import sentences
from nlp.cite.quote import headings, joined
from nlp.model import Figure, Mention

OPENS_WITH_PRONOUN = re.compile(
    r"""^\W* (?: (?:and|but|yet|so|still|however|moreover|instead|thus)\b,? \s+ )?   # "But they ..."
    (?: it\b (?! \s+ (?:is|was|remains|seems) \s+ \w+ \s+ (?:that|to)\b )           # not "It is clear that ..."
      | (?: this|these|those|they|he|she|its|their|his|her|such )\b
      | that \s+ (?:is|was|has|had|would|will|amount\w*|figure|number|sum)\b )""",
    re.VERBOSE | re.IGNORECASE,
)
SOURCE = re.compile(
    r"""\bibid\b | \bop\.\s?cit | https?:// | \bpp?\.\s?\d
    | \b(?:19|20)\d\d\b [^.]{0,12} (?: ,\s*\d+\s*(?:[-–]\s*\d+)? )? \.?\s*$   # "(2022), 17-19."
    | ^\W*[Ss]ee\b""",
    re.VERBOSE | re.IGNORECASE,
)
VERB = re.compile(
    r"""\b(?: is | are | was | were | be | been | has | have | had | will | would | can | could | may | did | does | do
    | says | puts | gives | made | came | come | took | stood | rose | fell | went | grew | gave | [a-z]{3,}ed )\b""",
    re.VERBOSE,
)
BREAK = re.compile(
    r"""(?:\r\n|\r|\n) [ \t]* (?:\r\n|\r|\n) \s* (?! [a-z] )                      # a blank line
      | (?:\r\n|\r|\n) (?= [ \t]* (?: [-*•‣▪·–—] | \(?\d{1,2}[.)] | \(?[a-z]\) ) [ \t] )   # a bullet or a number
    """,
    re.VERBOSE,
)
LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
RULE = re.compile(r"[\s|:+=-]*")
"""A line of a table that only draws: "|---|---:|"."""
HEAD_LINES = 4
"""How many lines the caption and header of a table may have before its rows begin."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that a search brought, with all that is known about the words in it."""

    paper: Paper
    passage: Passage
    markers: Spans = ()
    """The note markers printed in it."""
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    score: float = 0.0
    """How well the search liked it; only compared with other candidates of one question."""
    note: str | None = None
    """For a note: its printed label."""

    @property
    def above(self) -> str:
        """What stands over it: the paper's title and the headings."""
        return " / ".join(filter(None, (self.paper.metadata.title, *headings(self.paper, self.passage))))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, or one row of a table."""

    candidate: Candidate
    spans: Spans
    """Its own words."""
    shown: Spans
    """What a citation quotes: with the sentence before if it opens with a pronoun, a row with its header."""
    text: str
    """As read: without markers, markup and line ends; a row with its header."""
    before: str = ""
    """The sentence before it in its passage, and the one after it."""
    after: str = ""
    earlier: str = ""
    """All of its passage before it."""
    leans: bool = False
    """Whether it opens with a pronoun and has a sentence before it."""
    paragraph: int | None = None
    """The body paragraph it stands in."""

    @property
    def told(self) -> str:
        """Its text, after the sentence that tells what its pronoun stands for, if it opens with one."""
        return f"{self.before} {self.text}" if self.leans else self.text

    @property
    def around(self) -> str:
        """Its text between its neighbours'."""
        return " ".join(filter(None, (self.before, self.text, self.after)))

    @property
    def label(self) -> str | None:
        """For a row of a table: its first cell."""
        if self.candidate.passage.kind is not PassageKind.TABLE:
            return None
        cells = re.split(r"[\t|]|\s{3,}", self.candidate.paper.quote(*self.spans))
        return next((cell.strip() for cell in cells if cell.strip()), "")

    @property
    def refers(self) -> bool:
        """Whether it only names a source: in a note, a reference without a verb."""
        noted = self.candidate.passage.kind is PassageKind.NOTE
        return noted and bool(SOURCE.search(self.text)) and not VERB.search(self.text)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in it."""
        return tuple(f for f in self.candidate.figures if any(span.covers(f.span) for span in self.spans))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names in it."""
        return tuple(m for m in self.candidate.mentions if any(span.covers(m.span) for span in self.spans))

    @property
    def entities(self) -> frozenset[str]:
        """The canonical names of its mentions."""
        return frozenset(mention.entity for mention in self.mentions)


def split(candidates: Sequence[Candidate]) -> list[list[Sentence]]:
    """The sentences of each candidate in reading order; a passage that comes twice is read once."""
    apart = {(c.paper.name, c.passage.spans): c for c in reversed(candidates)}
    tables = PassageKind.TABLE
    return [list(_rows(c) if c.passage.kind is tables else _sentences(c)) for c in reversed(apart.values())]


def _sentences(candidate: Candidate) -> Iterator[Sentence]:
    """Its sentences; none runs from one paragraph or list item into the next."""
    text, passage = candidate.paper.text, candidate.passage
    views = [prose(text, spans, candidate.markers) for spans in paragraphs(text, passage.spans)]
    placed = [(at, start, end) for at, view in enumerate(views) for start, end in sentences(view)]
    texts = [views[at].text[start:end] for at, start, end in placed]
    for index, (at, start, end) in enumerate(placed):
        own = views[at].spans(start, end)
        shown = own
        leans = index > 0 and OPENS_WITH_PRONOUN.match(texts[index]) is not None
        if leans:
            before, first, last = placed[index - 1]
            above = _through(text, views[before].spans(first, last), own)
            shown = views[at].spans(first, end) if before == at else joined((*above, *own))
        yield Sentence(
            candidate,
            spans=own,
            shown=shown,
            text=texts[index],
            before=texts[index - 1] if index else "",
            after=texts[index + 1] if index + 1 < len(texts) else "",
            earlier=" ".join(texts[:index]),
            leans=leans,
            paragraph=passage.paragraph and passage.paragraph + at,
        )


def paragraphs(text: str, spans: Spans) -> list[Spans]:
    """`spans` cut where a blank line or a bullet begins something new; what a page break cut stays together."""
    found: list[list[Span]] = [[]]
    for span in spans:
        start = span.start
        for match in BREAK.finditer(text, *span):
            found[-1].append(Span(start, match.start()))
            found.append([])
            start = match.end()
        found[-1].append(Span(start, span.end))
    return [tuple(pieces) for pieces in found]


def _through(text: str, before: Spans, after: Spans) -> Spans:
    """The spans of a sentence with the white space up to the next paragraph, if nothing else stands between."""
    gap = Span(before[-1].end, max(before[-1].end, after[0].start))
    return (*before, gap) if not text[gap.start : gap.end].strip() else before


def _rows(candidate: Candidate) -> Iterator[Sentence]:
    text = candidate.paper.text
    found = (m for piece in candidate.passage.spans for m in LINE.finditer(text, *piece))
    lines = [Span(*m.span()) for m in found if not RULE.fullmatch(m.group())]
    head = _head(candidate, lines)
    above = " ".join(prose(text, (line,), candidate.markers).text for line in lines[:head])
    for at, line in enumerate(lines):
        words = prose(text, (line,), candidate.markers).text.strip()
        under = at >= head
        shown = joined((*(_whole(text, top) for top in lines[:head]), line)) if under else (line,)
        yield Sentence(candidate, spans=(line,), shown=shown, text=f"{above} {words}" if under else words)


def _head(candidate: Candidate, lines: Sequence[Span]) -> int:
    """How many lines come before the first with a figure in it; one where that is not to be told."""
    for at, line in enumerate(lines[: HEAD_LINES + 1]):
        if at and any(line.covers(figure.span) for figure in candidate.figures):
            return at
    return min(1, len(lines))


def _whole(text: str, line: Span) -> Span:
    """The line with its line end, so that what is quoted after it starts on a line of its own."""
    end = line.end
    while end < len(text) and text[end] in "\r\n" and end < line.end + 2:
        end += 1
    return Span(line.start, end)
