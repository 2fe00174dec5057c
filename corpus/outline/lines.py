"""Plain text -> raw pieces: lines, and the runs of lines that belong together because a printer wrapped them.

Nothing is classified here; the one question is where a paragraph begins and ends. Hard wrapping is told
from the text itself: lines of nearly equal length that follow each other without a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.labels import CAPTION_LIKE
from corpus.model import Span
from corpus.outline.tabular import tabular

TERMINATOR = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
PAGE_BREAK = "\f"
WIDEST_WRAP = 140
"""A longer line was not broken by a printer: unwrapped text has a paragraph a line."""
FEWEST_LINES = 6
"""Fewer lines tell nothing about wrapping."""
SLACK = 3
"""Columns by which a printer may end a line early (hyphenation, ragged setting) though a word would fit."""
FEWEST_SHOUTED = 6
"""Letters in capitals that make a line a shout."""
STARTS_BULLET = re.compile(r"[•‣◦▪·]\s+\S")
STARTS_ITEM = re.compile(r"[-*–—]\s+\S|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+\S")
STARTS_NOTE = re.compile(r"[⁰¹²³⁴-⁹]+\s*\S|\[\^?\w{1,4}\]:?\s*[^\sa-z]|\[\^\w{1,64}\]:|[†‡§]{1,3}\s?[A-Z\"“]")
STARTS_BRACKETED = re.compile(r"\[\w{1,4}\]:?\s*[a-z]")
"""A note in small letters, but the middle of a sentence too: "[1] and moved"."""
LABEL_ALONE = re.compile(r"\s*(?:[⁰¹²³⁴-⁹]{1,3}|\[\d{1,3}\])\s*")
"""A note's label on a line of its own: its note stands below."""
STARTS_STARRED = re.compile(r"\*{1,3}\s?[A-Z\"“]")
"""A note's star, but *emphasis* too."""
BEFORE_A_CELL = frozenset("\ufeff \t\u00a0\u200b")
STOPS = re.compile(r"[.!?:;][\"'”’)\]*_⁰¹²³⁴-⁹\d\s]*$")
NUMBER_ALONE = re.compile(r"\s*\d{1,4}\s*")
"""A page's number, or a note's that lost its note: printed on a line of its own, it is no part of a sentence."""
ANNEX_LIKE = re.compile(r"Annex\s+[A-Z]?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its terminator; blank lines have no words."""

    span: Span
    text: str
    new_page: bool = False
    """A form feed stands before it."""
    row: int = 0
    """Its number in the text, from 0."""
    tabular: bool = False
    """It is a row of a table: tabs, pipes, or words set in columns by spaces."""

    @property
    def blank(self) -> bool:
        """Nothing printed on it."""
        return not self.text.strip().strip("\ufeff\u200b \t\u00a0").strip()

    @property
    def length(self) -> int:
        """In characters, without the white space at its end."""
        return len(self.text.rstrip())

    @property
    def indent(self) -> int:
        """White space before the first word, in characters."""
        return len(self.text) - len(self.text.lstrip())


def lines(text: str) -> list[Line]:
    """Every line of `text`; together with the terminators between them they are the whole of it."""
    found: list[Line] = []
    at, new_page = 0, False
    for match in TERMINATOR.finditer(text):
        found.append(Line(Span(at, match.start()), text[at : match.start()], new_page, len(found)))
        at, new_page = match.end(), match.group() == PAGE_BREAK
    found.append(Line(Span(at, len(text)), text[at:], new_page, len(found)))
    return with_rows(found)


def with_rows(ruled: Sequence[Line]) -> list[Line]:
    """The same lines, the rows of tables marked."""
    told = tabular([line.text for line in ruled])
    return [replace(line, tabular=True) if row else line for line, row in zip(ruled, told, strict=True)]


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a printer broke the lines of a text."""

    width: int
    """Columns of a full line."""
    fits: int
    """A line ended by the printer and the first word of the next are together longer than this."""

    @property
    def strict(self) -> bool:
        """Whether every line is as full as it can be: then a short line ends its paragraph, or a page cut it."""
        return self.fits >= self.width - 2


def wrapping(ruled: Sequence[Line]) -> Wrap | None:
    """How the text was wrapped, or None for text with a paragraph a line.

    Wrapped: nearly no line is longer than WIDEST_WRAP, and most lines that are followed by another without
    a blank between are nearly full. How full lines are is learnt from pairs that one sentence runs through.
    """
    prose = [line for line in ruled if not line.blank and not line.tabular]
    if len(prose) < FEWEST_LINES:
        return None
    width = _quantile([line.length for line in prose], 0.95)
    followed = [(a, b) for a, b in pairwise(ruled) if not (a.blank or b.blank or a.tabular)]
    full = sum(a.length > width * 0.7 for a, _ in followed)
    if width > WIDEST_WRAP or len(followed) <= len(prose) * 0.3 or full <= len(followed) * 0.5:
        return None
    running = [(a, b) for a, b in followed if _is_open(a) and b.text.lstrip()[:1].islower()]
    if len(running) < FEWEST_LINES:
        return Wrap(width, width - SLACK - width // 16)
    longest = _quantile([a.length for a, _ in running], 0.98)
    return Wrap(longest, min(longest, _quantile([_together(a, b) for a, b in running], 0.02) - 1))


def _quantile(values: Sequence[int], share: float) -> int:
    return sorted(values)[int((len(values) - 1) * share)]


def _together(last: Line, line: Line) -> int:
    """How long `last` would have been with the first word of `line`."""
    words = line.text.split(maxsplit=1)
    return last.length + 1 + (len(words[0]) if words else 0)


def runs(text: str) -> Iterator[list[Line]]:
    """Runs of non-blank lines, each a paragraph, heading, list item, table or the like."""
    ruled = lines(text)
    wrap = wrapping(ruled)
    run: list[Line] = []
    for line in ruled:
        if line.blank:
            if run:
                yield run
            run = []
        elif run and (line.new_page or not _continues(run, line, wrap)):
            yield run
            run = [line]
        else:
            run.append(line)
    if run:
        yield run


def _continues(run: Sequence[Line], line: Line, wrap: Wrap | None) -> bool:
    last = run[-1]
    if last.tabular or line.tabular:
        return last.tabular and line.tabular
    if LABEL_ALONE.fullmatch(last.text):
        return True
    if wrap is None or _begins(run, line, full=_together(last, line) > wrap.fits):
        return False
    if _is_unbroken(last, wrap):
        return _is_open(last)
    return _together(last, line) > wrap.fits or (not wrap.strict and _is_open(last) and _runs_on(last, line, wrap))


def _begins(run: Sequence[Line], line: Line, *, full: bool) -> bool:
    """Whether the looks of `line` say that something new begins with it; `full`: the line above it is full."""
    last, words = run[-1], line.text.lstrip()
    closed = not _is_open(last)
    return (
        any(form.match(words) for form in (STARTS_BULLET, STARTS_NOTE))
        or ((closed or not full) and any(form.match(words) for form in (STARTS_ITEM, STARTS_STARRED, STARTS_BRACKETED)))
        or any(NUMBER_ALONE.fullmatch(each.text) for each in (last, line))
        or (closed and any(form.match(words) for form in (CAPTION_LIKE, ANNEX_LIKE)))
        or (closed and line.indent >= last.indent + 2 and len(run) > 1)
        or _is_shouted(last) != _is_shouted(line)
    )


def _is_unbroken(line: Line, wrap: Wrap) -> bool:
    """One word, such as an address, too long for the line: that it is full tells nothing about what follows."""
    return line.length > wrap.width and " " not in line.text.strip()


def _is_open(line: Line) -> bool:
    """Whether no sentence ends at the end of the line."""
    return STOPS.search(line.text.rstrip()) is None


def _runs_on(last: Line, line: Line, wrap: Wrap) -> bool:
    """A proportional font or an indented first line leaves lines short: their words still run on."""
    return line.text.lstrip()[:1].islower() or last.length > wrap.width * 0.6


def _is_shouted(line: Line) -> bool:
    """Set in capitals, as many headings are; "II, 118-131." is not yet a shout."""
    loud = sum(char.isalpha() for char in line.text) >= FEWEST_SHOUTED or line.text.strip().isalpha()
    return loud and line.text.upper() == line.text


def printed(run: Sequence[Line]) -> Span:
    """From the first printed character of a run to its last."""
    first, last = run[0], run[-1]
    # A row may begin with an empty cell: there the tab is part of what is printed.
    margin = "\ufeff" if first.text[:1] in BEFORE_A_CELL and first.tabular else "\ufeff \t\u00a0\u200b"
    lead = len(first.text) - len(first.text.lstrip(margin))
    return Span(first.span.start + lead, last.span.start + len(last.text.rstrip()))
