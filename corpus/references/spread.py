"""Pieces of a note -> a citation spread over several, as bibliographies print it: "Hale, Ann. Rivers. Lima, 2001."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.references.names import INITIALS
from corpus.references.works import URL, Cited, Segment, name_like

LONGEST_NAMES = 160
MOST_PIECES = 4
"""Pieces after the title that are read for a year."""
YEAR = re.compile(r"(?<![\w/–-])(?:1[5-9]|20)\d\d[a-z]?(?![\w–-])")
YEAR_ALONE = re.compile(r"\(?(?:1[5-9]|20)\d\d[a-z]?\)?\.?")
PUBLISHER = re.compile(r"[^.:]{2,40}:\s*\S|<?(?:https?:|www\.|doi)")


def spread(words: str, pieces: Sequence[Segment], at: int) -> tuple[Cited, int] | None:
    """The citation that starts with piece `at` and the piece after it, or None if that piece is not names alone."""
    names = words[pieces[at].start : pieces[at].end].rstrip()
    if not names.endswith(".") or len(names) > LONGEST_NAMES or not _only_names(names[:-1]):
        return None
    title = at + 1
    dated = title < len(pieces) and YEAR_ALONE.fullmatch(words[pieces[title].start : pieces[title].end].strip())
    title += 1 if dated else 0
    last = _last(words, pieces, title, known=bool(dated))
    if last is None:
        return None
    start, end = pieces[at].start, pieces[at].start + len(names) - 1
    return Cited(start, end, pieces[title].start, pieces[title].end, pieces[last].end, short=False), last + 1


def _only_names(names: str) -> bool:
    chunks = [chunk.strip() for chunk in names.split(",")]
    chunks = [re.sub(r"^(?:and|&|y|e|et|und)\s+", "", chunk) for chunk in chunks]
    several = len(chunks) > 1 or len(names.split()) > 1
    return several and all(INITIALS.fullmatch(chunk) or name_like(chunk) for chunk in chunks)


def _last(words: str, pieces: Sequence[Segment], title: int, *, known: bool) -> int | None:
    """The piece that ends the citation: the first with a year, and what names a publisher or an address after it."""
    end: int | None = title if known and title < len(pieces) else None
    for at in range(title, min(len(pieces), title + MOST_PIECES)):
        piece = words[pieces[at].start : pieces[at].end]
        if at > title and (pieces[at].led or pieces[at].follows):
            break
        found = YEAR.search(URL.sub(" ", piece)) if end is None else at > end and PUBLISHER.match(piece)
        end = at if found else end
    return end
