"""A paper's text -> the entries of its lists of abbreviations: lines with a short form, a gap and a long form.

The gap may be a tab, spaces, dots, a dash, a colon, a bar of a table or a line end. Three such lines make a
list when at least half of them spell their short forms, fewer where a heading says "abbreviations"; then
also those count whose initials are of another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.model import Span
from corpus.prose import plain
from nlp.model import Acronym
from nlp.tag.names.acronyms.brackets import SHORT
from nlp.tag.names.acronyms.longforms import is_short
from nlp.tag.names.acronyms.reversed import speaks_for
from nlp.tag.names.acronyms.spelling import words_in
from nlp.tag.names.lists.tables import fold

LINE = re.compile(r"[^\r\n]+")
HEADING = re.compile(r"(?i)\b(?:acronyms|abbreviations|initialisms|glossary|siglas|sigles|abréviations|abkürzungen)\b")
LONGEST_LINE = 250
MARKS = " \t|>*_•·-–—:=.…;,"
"""What lists are dressed in."""
CELL = re.compile(r"\t+|\s*\|\s*| {2,}|\s*(?:\.\s?){3,}|…+")
ENTRY = re.compile(rf"(?P<short>{SHORT})(?:[*_]{{0,3}}\s?[:=–—-][*_]{{0,3}}\s|[*_]{{0,3}}\s+)(?P<long>[^\W\d_].*)")
MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list of abbreviations: its place and its two forms, each on one line."""

    acronym: Acronym
    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What may be an entry: both forms, and whether the words spell the short one."""

    short: Span
    long: Span
    spelt: bool


def glossary(text: str) -> list[Listed]:
    """The entries of all lists of abbreviations in `text`, the source itself, in order. Linear in its length."""
    folded = fold(text)
    lines = [_trimmed(folded, *match.span()) for match in LINE.finditer(folded)]
    lines = [line for line in lines if line.length]
    found: list[Listed] = []
    at = 0
    while at < len(lines):
        entries, after = _run(folded, lines, at)
        headed = at > 0 and lines[at - 1].length < 60 and HEADING.search(text, *lines[at - 1]) is not None
        if _is_list(entries, headed=headed):
            found += [_listed(text, entry) for entry in entries]
        at = max(after, at + 1)
    return found


def _listed(text: str, entry: Entry) -> Listed:
    return Listed(Acronym(entry.short, (entry.long,)), text[slice(*entry.short)], plain(text, entry.long))


def _is_list(entries: Sequence[Entry], *, headed: bool) -> bool:
    spelt = sum(entry.spelt for entry in entries)
    return spelt >= 1 and len(entries) >= 2 if headed else len(entries) >= 3 and spelt * 2 >= len(entries)


def _run(text: str, lines: Sequence[Span], at: int) -> tuple[list[Entry], int]:
    """The entries of the lines from `at` on, and the first line that is none."""
    entries: list[Entry] = []
    while at < len(lines):
        line = lines[at]
        found = list(_entries(text, line))
        if not found and at + 1 < len(lines) and _is_key(text[line.start : line.end]):
            found = [entry for entry in [_entry(text, line, lines[at + 1])] if entry]
            at += bool(found)
        if not found:
            break
        entries += found
        at += 1
    return entries, at


def _entries(text: str, line: Span) -> Iterator[Entry]:
    """The entries of one line: two cells or more, side by side, or a short form and what follows it."""
    if line.length > LONGEST_LINE:
        return
    cells = list(_cells(text, line))
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    if len(cells) < 2:
        match = ENTRY.fullmatch(text, line.start, line.end)
        pairs = [(Span(*match.span("short")), Span(*match.span("long")))] if match else []
    yield from (entry for short, long in pairs if (entry := _entry(text, short, long)))


def _cells(text: str, line: Span) -> Iterator[Span]:
    at = line.start
    for match in CELL.finditer(text, line.start, line.end):
        yield _trimmed(text, at, match.start())
        at = match.end()
    yield _trimmed(text, at, line.end)


def _entry(text: str, short: Span, long: Span) -> Entry | None:
    """The entry of two forms, None where one of them cannot be what it should."""
    key, words = text[short.start : short.end], words_in(text, *long)
    short_words = len(words) > MOST_WORDS or not words or words[0].text.isdigit() or words[0].start != long.start
    if not _is_key(key) or short_words or _is_key(text[long.start : long.end]):
        return None
    return Entry(short, long, len(words) > 1 and speaks_for(key, text, words))


def _is_key(word: str) -> bool:
    """Whether a line or cell is nothing but a short form with more than one capital."""
    return re.fullmatch(SHORT, word) is not None and is_short(word) and sum(char.isupper() for char in word) > 1


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without the dress at both ends."""
    kept = text[start:end].lstrip(MARKS)
    start = end - len(kept)
    return Span(start, start + len(kept.rstrip(MARKS)))
