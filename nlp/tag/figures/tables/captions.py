"""What stands around a table -> the unit it fixes for all cells: caption, short line above, source line."""

from __future__ import annotations

import re

from corpus.model import Exhibit, Span, Spans
from corpus.prose import plain
from nlp.model import Kind
from nlp.tag.figures.measures import NOTHING, Measure, measure
from nlp.tag.figures.tables.dated import Time, time_told

_TITLES = 200
"""Characters above an uncaptioned table within which a short line may state its unit."""
_PARTED = re.compile(r"\t|\||\S {3,}\S")
"""A row of another table, or a row of heads that was lost: what it states holds for single columns."""


def caption_measure(text: str, body: Span, exhibit: Exhibit | None) -> Measure | None:
    """The unit in the caption, in a short line just above, or in the source line below."""
    if exhibit is not None and len(_PARTED.findall(text, *exhibit.caption)) < 2:
        stated = measure(plain(text, exhibit.caption), short=False)
        if stated:
            return stated
    above = [line.strip() for line in text[max(0, body.start - _TITLES) : body.start].splitlines() if line.strip()]
    if above and len(above[-1]) < 90 and not _PARTED.search(above[-1]) and not above[-1].endswith((".", ":", ";")):
        stated = measure(plain(above[-1], Span(0, len(above[-1]))), short=len(above[-1]) < 40)
        if stated and stated is not NOTHING and not (stated.weak and exhibit is not None):
            return stated
    beneath = () if exhibit is None else (*exhibit.notes, *((exhibit.source,) if exhibit.source else ()))
    return next((stated for span in beneath if (stated := _noted(plain(text, span)))), None)


def _noted(source: str) -> Measure | None:
    for sentence in re.split(r"[.;]\s", source):
        if re.search(r"\b(?:figures|amounts|values|data|all|units?)\b", sentence, re.IGNORECASE):
            stated = measure(sentence, short=False)
            if stated and stated.unit and stated.unit.kind is Kind.MONEY:
                return stated
    return None


def caption_time(text: str, exhibit: Exhibit | None) -> Time | None:
    """The time that the caption tells, where it tells one and no more."""
    return time_told(text, exhibit.caption) if exhibit is not None else None


def caption_title(text: str, exhibit: Exhibit | None) -> Spans:
    """The words of the caption that name what the table shows."""
    if exhibit is None:
        return ()
    if exhibit.title is not None:
        return (exhibit.title,)
    start = exhibit.caption.start
    if exhibit.label and exhibit.label in text[start : exhibit.caption.end]:
        start = text.index(exhibit.label, start) + len(exhibit.label)
    while start < exhibit.caption.end and not text[start].isalpha():
        start += 1
    return (Span(start, exhibit.caption.end),) if start < exhibit.caption.end else ()
