"""GET /api/v1/search, /api/v1/papers/NAME/like and /api/v1/ask: passages and answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.hits import hit_records, results_record
from api.records import answer_record
from api.service.replies import Entities, Papers, opened, reply
from corpus.model import PassageKind

routes = APIRouter()


@routes.get("/search")
def search(
    request: Request,
    q: str,
    k: Annotated[int, Query(ge=1, le=100)] = 10,
    paper: Papers = [],  # noqa: B006 - FastAPI copies it
    entity: Entities = [],  # noqa: B006
    inside: Annotated[list[PassageKind], Query(alias="in")] = [],  # noqa: B006
    around: Annotated[bool, Query(description="With the notes, figures and names of each passage.")] = False,
    facets: Annotated[bool, Query(description="With counts by paper, year, section, name, kind and unit.")] = False,
) -> Response:
    """The best passages for a query in the query language, best first, and how it was read."""
    with opened(request) as library:
        found = library.search(q, k=k, papers=paper, kinds=inside, entities=entity)
        return reply(request, results_record(found, around=around, facets=facets))


@routes.get("/papers/{name}/like")
def like(
    request: Request,
    name: str,
    start: Annotated[int, Query(ge=0, description="A character of the passage.")],
    k: Annotated[int, Query(ge=1, le=100)] = 10,
) -> Response:
    """The passages most like the one of a paper that has the character `start`, best first."""
    with opened(request) as library:
        return reply(request, {"results": list(hit_records(library.alike(name, start, k=k)))})


@routes.get("/ask")
def ask(request: Request, q: str, paper: Papers = []) -> Response:  # noqa: B006
    """The sentences that answer a question, with citations that hold; or what is missing."""
    with opened(request) as library:
        return reply(request, answer_record(library.ask(q, papers=paper)))
