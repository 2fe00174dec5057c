"""The records of other doors -> the same, each with its citation as printed and a link to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.citing.pointing import pointed
from api.records import Record, answer_record
from api.search.results import Results
from corpus.model import Span
from nlp.model import Answer, Citation

if TYPE_CHECKING:
    from api.library import Library


def pointed_hits(library: Library, found: Results, record: Record) -> Record:
    """The record of a search, whose hits have a `quote`: the sentence that says most, else the passage."""
    places = pointed(library, [(paper, hit.best or hit.passage.spans) for paper, hit in found])
    hits = [
        hit | {"quote": at["text"], "quote_spans": at["spans"], "printed": at["printed"], "link": at["link"]}
        for hit, at in zip(record["results"], places, strict=True)
    ]
    return record | {"results": hits}


def pointed_figures(library: Library, records: list[Record]) -> list[Record]:
    """The records of figures."""
    places = pointed(library, [(library.paper(one["paper"]), (Span(one["start"], one["end"]),)) for one in records])
    return [one | {"printed": at["printed"], "link": at["link"]} for one, at in zip(records, places, strict=True)]


def pointed_answer(library: Library, answer: Answer) -> Record:
    """The record of an answer; a quotation in several pieces has one link, which each piece has."""
    record = answer_record(answer)
    cited = [citation for statement in answer.statements for citation in statement.citations]
    record["citations"] = _pieces(library, record["citations"], cited)
    record["related"] = _pieces(library, record["related"], answer.related)
    return record


def _pieces(library: Library, records: list[Record], cited: list[Citation] | tuple[Citation, ...]) -> list[Record]:
    places = pointed(library, [(library.paper(each.paper), each.spans) for each in cited])
    whole = [at for each, at in zip(cited, places, strict=True) for _ in each.spans]
    return [
        piece | {"spans": [[piece["start"], piece["end"]]], "printed": at["printed"], "link": at["link"]}
        for piece, at in zip(records, whole, strict=True)
    ]
