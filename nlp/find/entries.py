"""A passage -> the words it is found by: the paper's title and the headings above it, then its own prose.

A passage often leaves out what its title has already said. The result is indexed and embedded, never shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Paper, Passage, Span, Spans, within
from corpus.prose import plain, prose

MARKUP = "#*_ \t.:"


def entries(paper: Paper, passages: Sequence[Passage], markers: Sequence[Span]) -> list[str]:
    """The entry of each of `passages` of `paper`; `markers` are all its note markers, in text order."""
    return [entry(paper, passage, within(markers, passage.spans)) for passage in passages]


def entry(paper: Paper, passage: Passage, markers: Spans = ()) -> str:
    """`title. heading. heading. text` without the note `markers`; what is missing or said twice is left out."""
    above = [paper.metadata.title or "", *(plain(paper.text, heading) for heading in passage.section)]
    told = dict.fromkeys(words for line in above if (words := line.strip(MARKUP)))
    body = " ".join(prose(paper.text, passage.spans, markers).text.split())
    return ". ".join([*told, body])
