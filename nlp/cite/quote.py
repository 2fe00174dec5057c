"""Spans of a paper -> a Citation that holds."""

from __future__ import annotations

from itertools import pairwise

from corpus.model import Paper, Passage, PassageKind, Span, Spans
from corpus.prose import plain
from nlp.model import Citation

AROUND = 32
"""How many characters before and after a quotation are kept, to find it again when the text moves."""


def cite(
    paper: Paper, passage: Passage, spans: Spans, *, paragraph: int | None = None, note: str | None = None
) -> Citation | None:
    """The citation of `spans` of `paper`, which stand in `passage`; None if it would not hold.

    It would not hold if there is no span, nothing but white space in them, a span past the end of the text,
    or spans that overlap or run backwards. `paragraph` is the body paragraph of the spans, where it is known
    better than from the passage; `note` is the printed label of the note, for a passage that is one.
    """
    if not _readable(paper, spans):
        return None
    first, last = spans[0].start, spans[-1].end
    citation = Citation(
        paper=paper.name,
        spans=spans,
        quote=paper.quote(*spans),
        prefix=paper.text[max(0, first - AROUND) : first],
        suffix=paper.text[last : last + AROUND],
        section=next(reversed(headings(paper, passage)), None),
        page=paper.page_at(first),
        paragraph=paragraph or passage.paragraph,
        note=note if passage.kind is PassageKind.NOTE else None,
    )
    return citation if citation.holds(paper) else None


def headings(paper: Paper, passage: Passage) -> tuple[str, ...]:
    """The headings above `passage` that have words in them, highest first, in plain text."""
    printed = (plain(paper.text, span).lstrip("# ").strip() for span in passage.section)
    return tuple(filter(None, printed))


def joined(spans: Spans) -> Spans:
    """`spans` in reading order, with those that touch or overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _readable(paper: Paper, spans: Spans) -> bool:
    apart = all(before.end <= after.start for before, after in pairwise(spans))
    inside = all(span.end <= len(paper.text) for span in spans)
    return apart and inside and bool(spans) and bool(paper.quote(*spans).strip())
