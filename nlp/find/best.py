"""A passage and the tokens of a query -> the sentence, or the row of a table, that says most of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from corpus.model import Passage, PassageKind, Span, Spans
from corpus.prose import prose
from corpus.sentenced import sentences_of
from nlp.find.words import analyse

LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def best(
    text: str, passage: Passage, markers: Spans, tokens: Mapping[str, float], rarity: Callable[[str], float]
) -> Spans:
    """Where it stands in the paper's `text`; empty when no token of the query is in the passage.

    Each token counts once, with its weight in `tokens` and its `rarity` (idf): the sentence that says most of the
    query wins, the first of equals.
    """
    told: Spans = ()
    most = 0.0
    for spans in parts(text, passage, markers):
        said = {token.text for token in analyse(prose(text, spans, markers).text)}
        score = sum(weight * rarity(token) for token, weight in tokens.items() if token in said)
        if score > most:
            told, most = spans, score
    return told


def parts(text: str, passage: Passage, markers: Spans) -> Iterator[Spans]:
    """The sentences of a passage, or the lines of a table."""
    if passage.kind is not PassageKind.TABLE:
        yield from (sentence.spans for sentence in sentences_of(text, passage.spans, markers))
        return
    for span in passage.spans:
        for line in LINE.finditer(text, span.start, span.end):
            yield (Span(*line.span()),)
