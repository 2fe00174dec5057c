"""Under /api/v1/quotations: what a reader picked, in its order, cited in a style; also as a file."""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.citing.citing import DEFAULT
from api.formats import dumps
from api.library import Library
from api.quotations.files import MEDIA, QuotationFile, quotation_file
from api.quotations.picking import LONGEST_REMARK, Quotation, Quotations
from api.quotations.printing import printed
from api.service import problems
from api.service.citing import Locale, Style
from api.service.replies import desk_of, json_of, opened, reply

routes = APIRouter(tags=["quotations"], responses=problems.told(404))
Number = Annotated[int, Path(ge=0, le=2**53, description="`id` of the quotation.")]


class QuotationFormat(StrEnum):
    """What a list of quotations can be had as."""

    JSON = "json"
    MARKDOWN = "markdown"
    DOCX = "docx"
    CSV = "csv"


FILES = {
    QuotationFormat.MARKDOWN: QuotationFile.MARKDOWN,
    QuotationFormat.DOCX: QuotationFile.DOCX,
    QuotationFormat.CSV: QuotationFile.CSV,
}
LISTED = json_of("Quotations", "The quotations.")
LISTED[200]["content"] |= {media: {"schema": {"type": "string"}} for media in (MEDIA[form] for form in FILES.values())}
MADE: dict[int | str, dict[str, Any]] = {
    201: {
        "description": "It is picked.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Quotation"}}},
    }
}


class Pick(BaseModel):
    """A place whose words are to be kept."""

    model_config = ConfigDict(extra="forbid")
    at: str = Field(max_length=20_000, description='"PAPER 1200-1350", or a link.', examples=["wells.txt 12-60"])
    remark: str = Field("", max_length=LONGEST_REMARK)
    tags: list[str] = []


class Change(BaseModel):
    """What is to be otherwise; what is left out stays."""

    model_config = ConfigDict(extra="forbid")
    remark: str | None = Field(None, max_length=LONGEST_REMARK, description="In place of the one there is.")
    tag: list[str] = Field([], description="Tags to add.")
    untag: list[str] = Field([], description="Tags to take away.")
    order: int | None = Field(None, ge=1, le=2**53, description="Its new place in the list.")


@routes.get("/quotations", operation_id="list_quotations", responses=LISTED)
def quotations(
    request: Request,
    tag: Annotated[str | None, Query(description="Only those with this tag.")] = None,
    paper: Annotated[str | None, Query(description="Only of this paper, by name or the beginning of it.")] = None,
    style: Style = DEFAULT,
    locale: Locale = None,
    form: Annotated[QuotationFormat, Query(alias="format", description="How to write it.")] = QuotationFormat.JSON,
) -> Response:
    """All that was picked, each with what has become of its words since."""
    with opened(request) as library:
        told = printed(library, library.quotations.list(tag=tag, paper=paper), style, locale)
    if form is QuotationFormat.JSON:
        return reply(request, {"results": told.quotations})
    file = FILES[form]
    headers = {"Content-Disposition": f'attachment; filename="quotations.{file}"'}
    return Response(quotation_file(told, file), headers=headers, media_type=MEDIA[file])


@routes.post("/quotations", operation_id="pick", status_code=201, responses=MADE)
def pick(request: Request, said: Annotated[Pick, Body()]) -> Response:
    """Keep the words at a place, at the end of the list."""
    with desk_of(request).changing() as library:
        return _one(library, library.quotations.pick(said.at, said.remark, said.tags), HTTPStatus.CREATED)


@routes.patch("/quotations/{number}", operation_id="change_quotation", responses=json_of("Quotation"))
def change(request: Request, number: Number, said: Annotated[Change, Body()]) -> Response:
    """Remark on one, tag it, or put it elsewhere."""
    with desk_of(request).changing() as library:
        kept = library.quotations
        _check(kept, number)
        if said.remark is not None:
            kept.remark(number, said.remark)
        if said.tag:
            kept.tag(number, *said.tag)
        if said.untag:
            kept.untag(number, *said.untag)
        if said.order is not None:
            kept.move(number, said.order)
        return _one(library, kept.one(number))


@routes.delete("/quotations/{number}", operation_id="remove_quotation", status_code=204)
def remove(request: Request, number: Number) -> Response:
    """Forget one."""
    with desk_of(request).changing() as library:
        _check(library.quotations, number)
        library.quotations.remove(number)
    return Response(status_code=HTTPStatus.NO_CONTENT)


def _check(kept: Quotations, number: int) -> None:
    if all(each.number != number for each in kept.list()):
        raise HTTPException(HTTPStatus.NOT_FOUND, f"there is no quotation {number}.")


def _one(library: Library, quotation: Quotation, status: HTTPStatus = HTTPStatus.OK) -> Response:
    [record] = printed(library, [quotation]).quotations
    return Response(dumps(record).encode(), status, media_type="application/json")
