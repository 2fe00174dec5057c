"""GET /api/v1/status and /api/v1/export: what the library holds, and all of it as standoff records."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from api.formats import export_lines
from api.service import problems
from api.service.replies import desk_of, json_of, opened, reply

routes = APIRouter(tags=["library"], responses=problems.told())


@routes.get("/status", operation_id="status", responses=json_of("Status"))
def status(request: Request) -> Response:
    """What the library holds, by which engines, and whether anything is stale."""
    with opened(request) as library:
        return reply(request, library.status())


@routes.get("/export", operation_id="export", responses=json_of("Export"))
def export(request: Request) -> Response:
    """Everything as one JSON object: texts, blocks, notes, passages, mentions, figures ... with their spans."""
    with desk_of(request).apart() as library:
        record = library.export()
    return StreamingResponse(
        (line.encode() for line in export_lines(record)),
        headers={"Content-Disposition": 'attachment; filename="library.json"'},
        media_type="application/json",
    )
