"""Settings -> the service of one library: every subject's routes under /api/v1, the guard before them.

Lists come as {"results": [...]}; a list that goes on names the next page in `next` and in a Link header. What goes
wrong is a problem of RFC 9457. What else is to be served beside the API is mounted on the application that is made.
"""

from __future__ import annotations

import importlib.metadata
import socket
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from starlette.types import ASGIApp

from api.service import (
    checking,
    citing,
    corrections,
    entities,
    figures,
    jobs,
    notes,
    papers,
    quotations,
    search,
    status,
)
from api.service.desk import Desk
from api.service.guard import Access, Guard
from api.service.problems import report_problems
from api.service.replies import json_of, reply
from api.service.schemas import describe
from api.service.uploads import MEGABYTE
from api.service.work import Jobs
from api.settings import Settings
from api.workers import Analyse

SUBJECTS = (search, papers, figures, notes, entities, corrections, citing, quotations, checking, jobs, status)
"""In this order: a paper may be called almost anything, so that what stands behind its name is looked for first."""
ROBOTS = "User-agent: *\nDisallow: /\n"
LARGEST = 100 * MEGABYTE
"""Bytes a file that is sent may have, unless `pincite serve --largest` says otherwise."""
STOPPING = 3
"""Seconds that answers in hand have when the service is stopped."""


def application(
    settings: Settings, access: Access | None = None, *, largest: int = LARGEST, analyse: Analyse | None = None
) -> FastAPI:
    """The service for the library that `settings` names; by default for this machine alone.

    `analyse` reads the files that are sent; a process of its own if it is None. Its `state.desk` holds the library,
    its `state.jobs` what is being read.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> Any:
        yield
        app.state.jobs.close()
        app.state.desk.close()

    app = FastAPI(
        title="pincite",
        version=importlib.metadata.version("pincite"),
        description="The papers of one library: search, figures, names, notes, citations. Offsets are code points.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=lifespan,
    )
    app.state.desk = Desk(settings)
    app.state.jobs = Jobs(app.state.desk, analyse)
    app.state.largest = largest
    app.state.tokens = access.tokens if access else None
    app.add_middleware(Guard, access=access or Access())
    app.get("/healthz", operation_id="health", responses=json_of("Health"))(_healthz)
    app.get("/robots.txt", include_in_schema=False)(_robots)
    for subject in SUBJECTS:
        app.include_router(subject.routes, prefix="/api/v1")
    report_problems(app)
    describe(app)
    return app


def run(app: ASGIApp, listener: socket.socket) -> None:
    """Serve until interrupted."""
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=STOPPING
    )
    uvicorn.Server(config).run(sockets=[listener])


def _healthz(request: Request) -> Response:
    """Whether the service is there, and how the model of meaning stands; asked for without a token."""
    return reply(request, {"status": "ok", "meaning": str(request.app.state.desk.meaning)})


def _robots() -> Response:
    return PlainTextResponse(ROBOTS)
