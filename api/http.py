"""HTTP: a GET under /api/v1 -> the same records as the command line, as JSON.

Lists come as {"results": [...]}; a list that goes on names the next page in `next` and in a Link header.
Only this machine may ask: a request that names another host is refused, so that no web page can read the
library through a name it has pointed here.
"""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from http import HTTPStatus
from threading import Lock
from typing import Annotated, Any

import uvicorn
from fastapi import APIRouter, FastAPI, Query, Request, Response
from fastapi.responses import PlainTextResponse

from api.cursors import page
from api.formats import dumps
from api.library import FigureFilter, Library
from api.outline import outline
from api.problems import problem, report_problems
from api.records import Record, answer_record, figure_record, hit_record, paper_record
from api.settings import Settings
from corpus.model import PassageKind
from nlp.model import Kind

OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""On every answer. There is no Access-Control-Allow-Origin: other origins may not read."""
ROBOTS = "User-agent: *\nDisallow: /\n"


class Desk:
    """One library, opened when first asked for, that one request at a time may use."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._library: Library | None = None
        self._lock = Lock()

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The library, for as long as the block lasts. Raises LibraryMissingError, and tries again next time."""
        with self._lock:
            if self._library is None:
                self._library = Library.open(self._settings)
            yield self._library

    def open(self) -> None:
        """Open the library now, so that what is wrong with it shows before anybody asks."""
        with self.library():
            pass

    def close(self) -> None:
        """Close the library when the request in hand is done."""
        with self._lock:
            if self._library is not None:
                self._library.close()
                self._library = None


def application(settings: Settings) -> FastAPI:
    """The service for the library that `settings` names. Its `state.desk` holds the library."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> Any:
        yield
        desk.close()

    desk = Desk(settings)
    app = FastAPI(title="pincite", docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json", lifespan=lifespan)
    app.state.desk = desk
    app.middleware("http")(_guard)
    app.get("/healthz")(_healthz)
    app.get("/robots.txt")(_robots)
    app.include_router(_routes(desk), prefix="/api/v1")
    report_problems(app)
    return app


def run(app: FastAPI, listener: socket.socket) -> None:
    """Serve until interrupted."""
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


async def _guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    if request.url.hostname not in OWN_HOSTS:
        response = problem(HTTPStatus.MISDIRECTED_REQUEST, "pincite answers to 127.0.0.1, ::1 and localhost alone.")
    else:
        response = await answer(request)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _healthz() -> Response:
    return PlainTextResponse("ok\n")


def _robots() -> Response:
    return PlainTextResponse(ROBOTS)


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


Papers = Annotated[list[str], Query(description="Only these papers, by name or the beginning of it.")]
Bound = Annotated[float | None, Query(allow_inf_nan=False)]


def _routes(desk: Desk) -> APIRouter:
    routes = APIRouter()

    @routes.get("/status")
    def status(request: Request) -> Response:
        """What the library holds, and by which engines."""
        with desk.library() as library:
            return reply(request, library.status())

    @routes.get("/papers")
    def papers(request: Request) -> Response:
        """The papers held, in order of name."""
        with desk.library() as library:
            return reply(request, {"results": [paper_record(library.paper(name)) for name in library.names()]})

    @routes.get("/papers/{name}")
    def paper(request: Request, name: str) -> Response:
        """One paper: what it says about itself, its outline, and its text, which all offsets count in."""
        with desk.library() as library:
            one = library.paper(name)
            return reply(request, outline(library, one.name) | {"text": one.text})

    @routes.get("/search")
    def search(
        request: Request,
        q: str,
        k: Annotated[int, Query(ge=1, le=100)] = 10,
        paper: Papers = [],  # noqa: B006 - FastAPI copies it
        inside: Annotated[list[PassageKind], Query(alias="in")] = [],  # noqa: B006
    ) -> Response:
        """The best passages for a query, best first."""
        with desk.library() as library:
            hits = library.search(q, k=k, papers=paper, kinds=[str(kind) for kind in inside])
            rows = [hit_record(paper, hit, rank=rank) for rank, (paper, hit) in enumerate(hits, 1)]
            return reply(request, {"query": q, "results": rows})

    @routes.get("/figures")
    def figures(
        request: Request,
        kind: Kind | None = None,
        unit: str | None = None,
        at_least: Annotated[Bound, Query(alias="min")] = None,
        at_most: Annotated[Bound, Query(alias="max")] = None,
        paper: Papers = [],  # noqa: B006
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
        cursor: str | None = None,
    ) -> Response:
        """The figures that pass the filters, by paper and place, a page at a time."""
        which = FigureFilter(kind, frozenset(paper), unit, at_least, at_most)
        with desk.library() as library:
            rows, following = page((figure_record(*row) for row in library.figures(which)), limit, cursor)
        links = {"next": str(request.url.include_query_params(cursor=following))} if following else {}
        return reply(request, {"results": rows, "next": links.get("next"), "cursor": following}, links=links)

    @routes.get("/ask")
    def ask(request: Request, q: str, paper: Papers = []) -> Response:  # noqa: B006
        """The sentences that answer a question, with citations that hold; or what is missing."""
        with desk.library() as library:
            return reply(request, answer_record(library.ask(q, papers=paper)))

    return routes
