"""A record -> the answer that carries it: JSON with an ETag, and links to what comes next."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from http import HTTPStatus
from typing import Annotated

from fastapi import Query, Request, Response

from api.formats import dumps
from api.library import Library
from api.records import Record
from api.service.desk import Desk

Papers = Annotated[list[str], Query(description="Only these papers, by name or the beginning of it.")]
Entities = Annotated[list[str], Query(description="Only where all of these are named, by any of their names.")]


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
