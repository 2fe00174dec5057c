"""GET /ask: a question, and the sentences that answer it, the nearest that do not, or nothing, each said plainly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.library import Library
from api.records import Record, answer_record, told_figure
from api.service.replies import desk_of
from api.web.marking import Mark, marked
from api.web.rendering import page
from nlp.model import Citation

routes = APIRouter()
AROUND = 320
"""Characters before and behind a quotation that are shown with it."""
EXAMPLES = ("How many hectares of coca were grown in Alto Sarayo in 2022?", "How much did the Sarayo Compact cost?")


@routes.get("/ask")
def ask(request: Request, q: Annotated[str, Query(max_length=2_000)] = "") -> Response:
    """The answer to `q`, or the question's form."""
    answer, desk = None, desk_of(request)
    waiting = bool(q.strip()) and desk.warming  # the page says so, and asks again by itself
    if q.strip() and not waiting:
        with desk.library() as library:
            given = library.ask(q)
            answer = {
                "verdict": str(given.verdict),
                "reason": given.reason,
                "figures": [(each["statement"], told_figure(each)) for each in answer_record(given)["figures"]],
                "statements": [[_shown(library, each) for each in said.citations] for said in given.statements],
                "related": [_shown(library, each) for each in given.related],
            }
    return page(request, "ask.html", q=q, answer=answer, waiting=waiting, examples=EXAMPLES)


def _shown(library: Library, citation: Citation) -> Record:
    """A quotation with its place, and with the words around it."""
    paper = library.paper(citation.paper)
    start, end = citation.spans[0].start, citation.spans[-1].end
    first, last = max(0, start - AROUND), min(len(paper.text), end + AROUND)
    marks = [Mark(span.start, span.end, "mark") for span in citation.spans]
    return {
        "paper": paper.name,
        "title": paper.metadata.title or paper.name,
        "quote": _joined(citation.quote),
        "where": _where(citation),
        "section": citation.section,
        "spans": [tuple(span) for span in citation.spans],
        "language": paper.metadata.language,
        "context": marked(paper.text, first, last, marks),
    }


def _where(one: Citation) -> str:
    parts: Iterable[str | None] = (
        one.page and f"p. {one.page}",
        f"para. {one.paragraph}" if one.paragraph else None,
        one.note and f"n. {one.note}",
    )
    return ", ".join(filter(None, parts))


def _joined(text: str) -> str:
    return " ".join(text.split())
