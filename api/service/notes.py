"""GET /api/v1/notes and /api/v1/exhibits: the records of `pincite notes` and `pincite exhibits`, a page at a time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.exhibits import ExhibitKind, ExhibitState, exhibits_found
from api.notes import NoteState, notes_found
from api.service import problems
from api.service.cursors import page, spot_key
from api.service.replies import PAGE, Cursor, Limit, Papers, by_paper, json_of, reply_page

routes = APIRouter(tags=["notes"], responses=problems.told(404))


@routes.get("/notes", operation_id="list_notes", responses=json_of("Notes"))
def notes(
    request: Request,
    paper: Papers = [],  # noqa: B006 - FastAPI copies it
    number: Annotated[str | None, Query(description="Only the notes of this number or sign.")] = None,
    state: Annotated[list[NoteState], Query(description="Only notes in one of these states.")] = [],  # noqa: B006
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Response:
    """The notes, the sentences they support and what words such as Ibid. in them point at; and what is lost of them."""
    rows = by_paper(request, paper, cursor, lambda library, name: notes_found(library, [name], number, state))
    return reply_page(request, *page(rows, limit, cursor, spot_key, "notes"))


@routes.get("/exhibits", operation_id="list_exhibits", responses=json_of("Exhibits"))
def exhibits(
    request: Request,
    paper: Papers = [],  # noqa: B006
    kind: Annotated[list[ExhibitKind], Query(description="Only exhibits of these kinds.")] = [],  # noqa: B006
    number: Annotated[str | None, Query(description="Only those of this number, such as 6 or A.1.")] = None,
    state: Annotated[list[ExhibitState], Query(description="Only those in one of these states.")] = [],  # noqa: B006
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Response:
    """The captioned tables, charts, maps, photos and boxes, and the sentences that refer to each."""
    rows = by_paper(request, paper, cursor, lambda library, name: exhibits_found(library, [name], kind, number, state))
    return reply_page(request, *page(rows, limit, cursor, spot_key, "exhibits"))
