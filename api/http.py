"""HTTP: a GET under /api/v1 -> the same records as the command line, as JSON.

Lists come as {"results": [...]}; a list that goes on names the next page in `next` and in a Link header.
Only this machine may ask: a request that names another host is refused, so that no web page can read the
library through a name it has pointed here.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from starlette.applications import Starlette

from api.desk import Desk
from api.figures.route import figures
from api.problems import problem, report_problems
from api.routes import routes
from api.settings import Settings

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
    app.include_router(routes, prefix="/api/v1")
    app.get("/api/v1/figures")(figures)
    report_problems(app)
    return app


def run(app: Starlette, listener: socket.socket) -> None:
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
