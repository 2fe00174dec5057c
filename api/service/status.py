"""GET /api/v1/status: what the library holds, and how it is."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.service.replies import opened, reply

routes = APIRouter()


@routes.get("/status")
def status(request: Request) -> Response:
    """What the library holds, and by which engines."""
    with opened(request) as library:
        return reply(request, library.status())
