"""What stands around a table -> the unit it fixes for all cells: caption, short line above, source line."""

from __future__ import annotations

import re

from corpus.model import Exhibit, Span
from corpus.prose import plain
from nlp.model import Kind
from nlp.tag.figures.measures import NOTHING, Measure, measure

_TITLES = 200
"""Characters above an uncaptioned table within which a short line may state its unit."""


def caption_measure(text: str, body: Span, exhibit: Exhibit | None) -> Measure | None:
    """The unit in the caption, in a short line just above, or in the source line below."""
    if exhibit is not None:
        stated = measure(plain(text, exhibit.caption), short=False)
        if stated:
            return stated
    above = [line.strip() for line in text[max(0, body.start - _TITLES) : body.start].splitlines() if line.strip()]
    if above and len(above[-1]) < 90 and not above[-1].endswith((".", ":", ";")):
        stated = measure(plain(above[-1], Span(0, len(above[-1]))), short=len(above[-1]) < 40)
        if stated and stated is not NOTHING:
            return stated
    if exhibit is not None and exhibit.source is not None:
        return _noted(plain(text, exhibit.source))
    return None


def _noted(source: str) -> Measure | None:
    for sentence in re.split(r"[.;]\s", source):
        if re.search(r"\b(?:figures|amounts|values|data|all|units?)\b", sentence, re.IGNORECASE):
            stated = measure(sentence, short=False)
            if stated and stated.unit and stated.unit.kind is Kind.MONEY:
                return stated
    return None
