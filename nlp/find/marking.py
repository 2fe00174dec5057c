"""The tokens of a query -> where a passage has them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus.model import Passage, Spans
from corpus.prose import prose
from nlp.find.words import analyse


def matches(text: str, passage: Passage, markers: Spans, tokens: Collection[str]) -> Spans:
    """The words that have one of `tokens` where they stand in `passage` of the paper's `text`, in order and apart."""
    view = prose(text, passage.spans, markers)
    places = [(t.start, t.end) for t in analyse(view.text) if t.text in tokens]
    return tuple(span for start, end in _joined(places) for span in view.spans(start, end))


def _joined(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:  # overlapping or touching: $ and 1.4 billion
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
