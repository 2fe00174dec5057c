"""What a search found -> the records that every door hands out."""

from __future__ import annotations

from collections.abc import Iterator

from api.figures.record import figure_record
from api.notes import words_of
from api.records import Record, cited, hit_record, pairs, place
from api.search.results import Found, Results
from corpus.model import Paper, Passage


def hit_records(results: Results, *, around: bool = False) -> Iterator[Record]:
    """The hits in order; `around`: with the notes, figures and names of their passages."""
    for rank, found in enumerate(results, 1):
        paper, hit = found
        record = hit_record(paper, hit, rank=rank)
        record["also"] = [_also(*results.place(ref)) for ref in hit.also]
        yield record | (_around(results, found) if around else {})


def results_record(results: Results, *, around: bool = False, facets: bool = False) -> Record:
    """All that was found for one query, and how that was read."""
    record: Record = {
        "query": results.query.text,
        "read_as": results.query.readable,
        "notices": [{"at": one.at, "length": one.length, "message": one.message} for one in results.notices],
        "suggestion": results.suggestion,
        "results": list(hit_records(results, around=around)),
    }
    return record | ({"facets": list(facet_records(results))} if facets else {})


def facet_records(results: Results) -> Iterator[Record]:
    """Facet, value, number of passages among the best, and what to add to the query to see those alone."""
    for name, values in results.facets().items():
        for one in values:
            yield {"facet": name, "value": one.value, "passages": one.passages, "query": one.query}


def _also(paper: Paper, passage: Passage, note: str | None) -> Record:
    """A passage that says the same."""
    told = cited(paper.name, page=passage.page, paragraph=passage.paragraph, note=note)
    return {**place(paper, passage.spans), "spans": pairs(passage.spans), "citation": told}


def _around(results: Results, found: Found) -> Record:
    paper, hit = found
    beside = results.around(hit)
    return {
        "notes": [{"number": note.label, **place(paper, words_of(paper, note))} for note in beside.notes],
        "figures": [figure_record(paper, figure) for figure in beside.figures],
        "names": [{"name": name, "label": str(label), "mentions": count} for name, label, count in beside.names],
    }
