"""The prose of one paper -> its mentions and its entities: who, where and what it speaks of.

Rules only, no trained model: lists for what every paper names, definitions for what this paper
abbreviates, head words for bodies, programmes and events, titles and citations for persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.model import BlockKind, Span
from corpus.view import View
from nlp.engines import Recogniser
from nlp.model import Entity, Mention
from nlp.tag.names.acronyms.glossaries import Listed
from nlp.tag.names.acronyms.shortforms import read_definitions, short_forms
from nlp.tag.names.linking.canonical import canonical_names
from nlp.tag.names.linking.counting import Printed, counted
from nlp.tag.names.reading import even
from nlp.tag.names.tagging import tag

VERSION = "rules 1"
"""Changes when the same paper may give other entities."""


def entities(
    views: Sequence[View],
    kinds: Sequence[BlockKind] = (),
    listed: Sequence[Listed] = (),
    recogniser: Recogniser | None = None,
) -> tuple[list[Mention], list[Entity]]:
    """The names in one paper, as (mentions in the order of `views`, entities by falling number of mentions).

    `views`: the prose of its headings, paragraphs, captions and notes in order, note markers cut. Spans
    are code points of the source, half-open, without article, possessive or quotation marks, and apart
    from each other within a view. `kinds`: what each view is in its paper; paragraphs, if none is said.
    `listed`: the entries of its lists of abbreviations. `recogniser`: a trained model, asked where the rules
    leave a capital unexplained. Offline and deterministic: the same views give the same names.
    """
    read = [even(view) for view in views]
    texts = [view.text for view in read]
    definitions = read_definitions(texts, listed)
    table = short_forms(texts, definitions, listed)
    lines = tag(read, definitions, table, kinds or [BlockKind.PARAGRAPH] * len(texts), recogniser)
    names = canonical_names(texts, lines, table)
    mentions: list[Mention] = []
    printed: Printed = {}
    for view, line, row in zip(read, lines, names, strict=True):
        for item, name in zip(line, row, strict=True):
            mentions.append(Mention(_span(view, item.start, item.end), item.label, name, item.by, item.score))
            printed.setdefault((name, item.label), Counter())[view.text[item.start : item.end], item.by] += 1
    return mentions, counted(printed)


def _span(view: View, start: int, end: int) -> Span:
    return view.source(start, end)
