"""Under /api/v1/papers: the papers of the library."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.outline import outline
from api.records import paper_record
from api.service.replies import opened, reply

routes = APIRouter()


@routes.get("/papers")
def papers(request: Request) -> Response:
    """The papers held, in order of name."""
    with opened(request) as library:
        return reply(request, {"results": [paper_record(library.paper(name)) for name in library.names()]})


@routes.get("/papers/{name}")
def paper(request: Request, name: str) -> Response:
    """One paper: what it says about itself, its outline, and its text, which all offsets count in."""
    with opened(request) as library:
        one = library.paper(name)
        return reply(request, outline(library, one.name) | {"text": one.text})
