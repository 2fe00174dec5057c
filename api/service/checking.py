"""GET /api/v1/check/quotation and /check/claim: whether new writing holds against the papers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.checking.record import claim_record, quotation_record
from api.service import problems
from api.service.replies import Papers, json_of, opened, reply

routes = APIRouter(tags=["checking"], responses=problems.told(404))


@routes.get("/check/quotation", operation_id="check_quotation", responses=json_of("CheckedQuotation"))
def quotation(
    request: Request,
    text: Annotated[str, Query(max_length=20_000, description="The words as they are quoted.", examples=["no cent"])],
    paper: Papers = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """Whether a quotation stands in the papers word for word, and where; else the nearest place and what differs."""
    with opened(request) as library:
        return reply(request, quotation_record(library, library.checking.quotation(text, paper)))


@routes.get("/check/claim", operation_id="check_claim", responses=json_of("CheckedClaim"))
def claim(
    request: Request,
    text: Annotated[str, Query(max_length=20_000, description="A sentence.", examples=["Elm paid 5 million euros."])],
    at: Annotated[list[str], Query(description='The places it cites: "PAPER 1200-1350", "PAPER p. 12" ...')],
) -> Response:
    """What speaks against a sentence in the passages it cites: numbers, times, names, roles, directions, denials."""
    with opened(request) as library:
        places = [library.citing.place(each) for each in at]
        return reply(request, claim_record(library, library.checking.claim(text, places)))
