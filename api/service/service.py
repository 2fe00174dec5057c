"""Settings -> the service of one library: every subject's routes under /api/v1, the guard before them.

Lists come as {"results": [...]}; a list that goes on names the next page in `next` and in a Link header.
Only this machine may ask: a request that names another host is refused, so that no web page can read the
library through a name it has pointed here.
"""

from __future__ import annotations

import socket
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI, Response
from fastapi.responses import PlainTextResponse

from api.service import figures, papers, search, status
from api.service.desk import Desk
from api.service.guard import guard
from api.service.problems import report_problems
from api.settings import Settings

SUBJECTS = (papers, search, figures, status)
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
    guard(app)
    app.get("/healthz")(_healthz)
    app.get("/robots.txt")(_robots)
    for subject in SUBJECTS:
        app.include_router(subject.routes, prefix="/api/v1")
    report_problems(app)
    return app


def run(app: FastAPI, listener: socket.socket) -> None:
    """Serve until interrupted."""
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


def _healthz() -> Response:
    return PlainTextResponse("ok\n")


def _robots() -> Response:
    return PlainTextResponse(ROBOTS)
