"""Under /api/v1/corrections: what a reader knows better than the taggers of who is who."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Body, HTTPException, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.corrections.making import Corrections
from api.formats import dumps
from api.records import corrected_record, correction_record
from api.reports import Became, Corrected
from api.service import problems
from api.service.replies import json_of, opened, reply
from corpus.model import Span
from nlp.model import Label

routes = APIRouter(tags=["corrections"], responses=problems.told(404, 409))
Name = Annotated[str, Field(description="Any name or alias; ORG:CIC means that label only.", examples=["ORG:CIC"])]
At = Annotated[int, Field(ge=0, le=2**53)]


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Placed(_Said):
    paper: str | None = Field(None, description="Only in this paper.")
    at: tuple[At, At] | None = Field(None, description="Only there in the paper: from and to, in code points.")

    def span(self) -> Span | None:
        """The place, if one is named. Raises BadSpanError."""
        return None if self.at is None else Span(*self.at)


class Merge(_Said):
    """They are the same, shown as `name`."""

    change: Literal["merge"]
    name: Name
    other: Name

    def made(self, corrections: Corrections) -> Corrected:
        """What became of it."""
        return corrections.merge(self.name, self.other)


class Apart(_Said):
    """They are never the same, whatever is merged later."""

    change: Literal["apart"]
    name: Name
    other: Name

    def made(self, corrections: Corrections) -> Corrected:
        """What became of it."""
        return corrections.apart(self.name, self.other)


class Rename(_Said):
    """`name` is shown as `shown`."""

    change: Literal["rename"]
    name: Name
    shown: str

    def made(self, corrections: Corrections) -> Corrected:
        """What became of it."""
        return corrections.rename(self.name, self.shown)


class Retype(_Placed):
    """`name` is of that label."""

    change: Literal["retype"]
    name: Name
    label: Label

    def made(self, corrections: Corrections) -> Corrected:
        """What became of it."""
        return corrections.retype(self.name, self.label, paper=self.paper, at=self.span())


class Split(_Placed):
    """The printed form `form` (of `name`, if that is given) stands for `other`."""

    change: Literal["split"]
    form: str
    other: Name
    name: Name | None = None

    def made(self, corrections: Corrections) -> Corrected:
        """What became of it."""
        return corrections.split(self.form, self.other, name=self.name, paper=self.paper, at=self.span())


class Drop(_Placed):
    """`name`, or its printed form `form` alone, names nobody."""

    change: Literal["drop"]
    name: Name
    form: str | None = None

    def made(self, corrections: Corrections) -> Corrected:
        """What became of it."""
        return corrections.drop(self.name, form=self.form, paper=self.paper, at=self.span())


Change = Annotated[
    Annotated[Merge | Apart | Rename | Retype | Split | Drop, Field(discriminator="change")],
    Body(
        openapi_examples={
            "merge": {"value": {"change": "merge", "name": "Organization of American States", "other": "OAS"}},
            "rename": {"value": {"change": "rename", "name": "CIC", "shown": "ORG:Coca Inquiry Commission"}},
        }
    ),
]


@routes.get("/corrections", operation_id="list_corrections", responses=json_of("Corrections"))
def corrections(
    request: Request, orphans: Annotated[bool, Query(description="Only those that fit nothing now.")] = False
) -> Response:
    """What was corrected, the earliest first, each with the number by which it can be undone."""
    with opened(request) as library:
        kept = library.corrections.orphans() if orphans else list(library.corrections)
    return reply(request, {"results": [correction_record(each.number, each.correction, each.orphan) for each in kept]})


@routes.post(
    "/corrections",
    operation_id="correct",
    status_code=201,
    responses={
        201: {
            "description": "It is kept.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Corrected"}}},
        },
        200: {**json_of("Corrected")[200], "description": "It is so already; nothing is kept."},
    },
)
def correct(request: Request, change: Change) -> Response:
    """Put right who is who, for good: it outlives changed papers. What says the opposite of an earlier one is a 409."""
    with opened(request) as library:
        report = change.made(library.corrections)
    status = HTTPStatus.CREATED if report.outcome is Became.KEPT else HTTPStatus.OK
    return Response(dumps(corrected_record(report)).encode(), status, media_type="application/json")


@routes.delete("/corrections/{number}", operation_id="undo_correction", responses=json_of("Correction"))
def undo(
    request: Request, number: Annotated[int, Path(ge=0, le=2**62, description="`number` of the correction.")]
) -> Response:
    """Take one back; the answer is what it was."""
    with opened(request) as library:
        if all(each.number != number for each in library.corrections):
            raise HTTPException(HTTPStatus.NOT_FOUND, f"there is no correction {number}.")
        gone = library.corrections.undo(number)
    return Response(dumps(correction_record(number, gone)).encode(), media_type="application/json")
