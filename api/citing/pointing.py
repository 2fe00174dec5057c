"""Words of papers -> the record of where they stand: verbatim, with the citation as a style prints it and a link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.citing.places import Place
from api.citing.printing import full_citations
from api.records import Record, cited, pairs, place
from corpus.model import Paper, Spans
from nlp.cite.links import link_to
from nlp.csl.style import Style

if TYPE_CHECKING:
    from api.library import Library


def pointed(library: Library, words: Sequence[tuple[Paper, Spans]], style: str = "chicago") -> list[Record]:
    """A record for each: the words, where they stand, how that is cited in full (`printed`), and a `link` to it.

    Raises BadSpanError for spans without words, BadQueryError for a style that there is not.
    """
    places = [Place(paper, library.citing.citation(paper, spans)) for paper, spans in words]
    printed = full_citations(library, places, Style.named(style))
    return [_record(one, text) for one, text in zip(places, printed, strict=True)]


def _record(one: Place, printed: str) -> Record:
    found = one.citation
    assert found is not None  # noqa: S101 - made above
    return {
        **place(one.paper, found.spans),
        "spans": pairs(found.spans),
        "section": found.section,
        "paragraph": found.paragraph,
        "note": found.note,
        "citation": cited(found.paper, page=found.page, paragraph=found.paragraph, note=found.note),
        "printed": printed,
        "link": str(link_to(found)),
    }
