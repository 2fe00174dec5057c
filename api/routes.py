"""The routes under /api/v1: a query -> the records that answer it, the same as the command line's."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.desk import Desk
from api.formats import dumps
from api.hits import hit_records, results_record
from api.library import Library
from api.outline import outline
from api.records import Record, answer_record, paper_record
from corpus.model import PassageKind

Papers = Annotated[list[str], Query(description="Only these papers, by name or the beginning of it.")]
Entities = Annotated[list[str], Query(description="Only where all of these are named, by any of their names.")]
routes = APIRouter()


def opened(request: Request) -> AbstractContextManager[Library]:
    """The library that the service was started for, for one request at a time."""
    desk: Desk = request.app.state.desk
    return desk.library()


def reply(request: Request, record: Record, *, links: dict[str, str] | None = None) -> Response:
    """The record as JSON with an ETag; nothing but "not modified" for a client that has it already."""
    body = dumps(record).encode()
    headers = {"ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"'}
    if links:
        headers["Link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in links.items())
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")}
    if headers["ETag"] in known:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


@routes.get("/status")
def status(request: Request) -> Response:
    """What the library holds, and by which engines."""
    with opened(request) as library:
        return reply(request, library.status())


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
