"""Plain text -> raw pieces: lines, and the runs of lines that belong together because a printer wrapped them.

Nothing is classified here; the one question is where a paragraph begins and ends. Hard wrapping is told
from the text itself: lines of nearly equal length that follow each other without a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.model import Span

TERMINATOR = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
PAGE_BREAK = "\f"
WIDEST_WRAP = 140
"""A longer line was not broken by a printer: unwrapped text has a paragraph a line."""
FEWEST_LINES = 6
"""Fewer lines tell nothing about wrapping."""
SLACK = 3
"""Columns by which a printer may end a line early (hyphenation, ragged setting) though a word would fit."""
STARTS_ITEM = re.compile(r"[-*•‣◦▪·–—]\s+\S|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+\S")
STARTS_NOTE = re.compile(r"[⁰¹²³⁴-⁹]+\s*\S|\[\^?\w{1,4}\]:?\s*\S|[*†‡§]{1,3}\s?[A-Z\"“]")
TABULAR = re.compile(r"\t|^\s*\|.*\|\s*$|\S {3,}\S+(?: {2,}\S+)+")
STOPS = re.compile(r"[.!?:;][\"'”’)\]*_⁰¹²³⁴-⁹\d\s]*$")
CAPTION_LIKE = re.compile(r"(?:Figure|Fig\.|Table|Chart|Map|Box|Graph|Exhibit|Annex)\s+[A-Z]?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its terminator; blank lines have no words."""

    span: Span
    text: str
    new_page: bool = False
    """A form feed stands before it."""

    @property
    def blank(self) -> bool:
        """Nothing printed on it."""
        return not self.text.strip("\ufeff \t\u00a0\u200b")

    @property
    def indent(self) -> int:
        """White space before the first word, in characters."""
        return len(self.text) - len(self.text.lstrip())


def lines(text: str) -> list[Line]:
    """Every line of `text`; together with the terminators between them they are the whole of it."""
    found: list[Line] = []
    at, new_page = 0, False
    for match in TERMINATOR.finditer(text):
        found.append(Line(Span(at, match.start()), text[at : match.start()], new_page))
        at, new_page = match.end(), match.group() == PAGE_BREAK
    found.append(Line(Span(at, len(text)), text[at:], new_page))
    return found


def wrap_width(ruled: Sequence[Line]) -> int | None:
    """The column at which the text was wrapped, or None for text with a paragraph a line.

    Wrapped: nearly no line is longer than WIDEST_WRAP, and most lines that are followed by another without
    a blank between are nearly full.
    """
    prose = [line for line in ruled if not line.blank and not TABULAR.search(line.text)]
    if len(prose) < FEWEST_LINES:
        return None
    lengths = sorted(len(line.text.rstrip()) for line in prose)
    width = lengths[int(len(lengths) * 0.95)]
    followed = [a for a, b in pairwise(ruled) if not (a.blank or b.blank or TABULAR.search(a.text))]
    full = sum(len(line.text.rstrip()) > width * 0.7 for line in followed)
    wrapped = width <= WIDEST_WRAP and len(followed) > len(prose) * 0.3 and full > len(followed) * 0.5
    return width if wrapped else None


def runs(text: str) -> Iterator[list[Line]]:
    """Runs of non-blank lines, each a paragraph, heading, list item, table or the like."""
    ruled = lines(text)
    width = wrap_width(ruled)
    run: list[Line] = []
    for line in ruled:
        if line.blank:
            if run:
                yield run
            run = []
        elif run and (line.new_page or not _continues(run, line, width)):
            yield run
            run = [line]
        else:
            run.append(line)
    if run:
        yield run


def _continues(run: Sequence[Line], line: Line, width: int | None) -> bool:
    last = run[-1]
    if is_tabular(last) or is_tabular(line):
        return is_tabular(last) and is_tabular(line)
    if width is None or STARTS_ITEM.match(line.text.lstrip()) or STARTS_NOTE.match(line.text.lstrip()):
        return False
    if CAPTION_LIKE.match(line.text.lstrip()) and not _is_open(last):
        return False
    if line.indent >= last.indent + 2 and len(run) > 1 and not _is_open(last):
        return False
    if _is_shouted(last) != _is_shouted(line):
        return False
    return _is_full(last, line, width) or (_is_open(last) and _runs_on(last, line, width))


def _is_full(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` would not have fitted on `last`: so a printer, not a writer, broke it."""
    words = line.text.split(maxsplit=1)
    first = len(words[0]) if words else 0
    return len(last.text.rstrip()) + 1 + first > width - SLACK - width // 16


def _is_open(line: Line) -> bool:
    """Whether no sentence ends at the end of the line."""
    return STOPS.search(line.text.rstrip()) is None


def _runs_on(last: Line, line: Line, width: int) -> bool:
    """A proportional font or an indented first line leaves lines short: their words still run on."""
    return line.text.lstrip()[:1].islower() or len(last.text.rstrip()) > width * 0.6


def _is_shouted(line: Line) -> bool:
    """Set in capitals, as many headings are."""
    return line.text.upper() == line.text and any(char.isalpha() for char in line.text)


def is_tabular(line: Line) -> bool:
    """Whether a line looks like a row: tabs, pipes, or words set in columns by spaces."""
    return TABULAR.search(line.text) is not None


def printed(run: Sequence[Line]) -> Span:
    """From the first printed character of a run to its last."""
    first, last = run[0], run[-1]
    # A row may begin with an empty cell: there the tab is part of what is printed.
    margin = "\ufeff" if is_tabular(first) else "\ufeff \t\u00a0\u200b"
    lead = len(first.text) - len(first.text.lstrip(margin))
    return Span(first.span.start + lead, last.span.start + len(last.text.rstrip()))
