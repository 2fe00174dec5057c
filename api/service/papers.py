"""Under /api/v1/papers: what the library holds, one paper and its metadata; sending, replacing and forgetting them."""

from __future__ import annotations

import shutil
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from api.formats import dumps
from api.outline import outline
from api.records import metadata_records, paper_record
from api.service import examples, problems
from api.service.cursors import page
from api.service.replies import PAGE, Cursor, Limit, desk_of, jobs_of, json_of, opened, reply, reply_page
from api.service.uploads import received
from api.service.work import Job
from corpus.errors import NoSuchPaperError
from corpus.metadata.byhand import checked_field

routes = APIRouter(tags=["papers"], responses=problems.told(404))
FORM = {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/Files"}}}
ACCEPTED: dict[int | str, dict[str, Any]] = {
    202: {
        "description": "The files have arrived and are read in the background: see the job.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Job"}, "example": examples.JOB}},
        "headers": {"Location": {"schema": {"type": "string"}, "description": "Where the job is."}},
    }
}
METADATA = Annotated[
    dict[str, str | list[str] | None],
    Body(
        description="Field -> value: a text, for authors also a list, or null to bring back what the paper says.",
        openapi_examples={"set": {"value": {"title": "The wells of Elm", "authors": ["A. Roe"], "series": None}}},
    ),
]


@routes.get("/papers", operation_id="list_papers", responses=json_of("Papers", "A page.", examples.PAPERS))
def papers(request: Request, limit: Limit = PAGE, cursor: Cursor = None) -> Response:
    """The papers held, in order of name."""
    with opened(request) as library:
        names = ({"paper": name} for name in library.names())
        rows, following = page(names, limit, cursor, lambda row: (row["paper"],), "papers")
        return reply_page(request, [paper_record(library.paper(row["paper"])) for row in rows], following)


@routes.post(
    "/papers",
    operation_id="add_papers",
    status_code=202,
    responses={**ACCEPTED, **problems.told(413, 415)},
    openapi_extra={"requestBody": {"required": True, "content": FORM}},
)
async def add(request: Request) -> Response:
    """Send files to be read into the library, as `pincite add` does: what has the name of one sent before replaces it.

    Files that pincite cannot read are in the job's results; where there is no other, that is the answer.
    """
    return await _accepted(request, None)


@routes.get("/papers/{name:path}/metadata", operation_id="get_metadata", responses=json_of("MetadataFields"))
def metadata(request: Request, name: str) -> Response:
    """What a paper says of itself, field by field, and whose word on it holds."""
    with opened(request) as library:
        return reply(request, {"results": list(metadata_records(library.paper(name), library.metadata.sources(name)))})


@routes.patch("/papers/{name:path}/metadata", operation_id="set_metadata", responses=json_of("MetadataFields"))
def set_metadata(request: Request, name: str, fields: METADATA) -> Response:
    """Set fields by hand, over whatever the paper or a file beside it says; null takes back what was set."""
    with desk_of(request).changing() as library:
        given = {field: value for field, value in fields.items() if value is not None}
        gone = [field for field, value in fields.items() if value is None]
        library.paper(name)
        for field in fields:
            checked_field(field)  # before anything is set, so that nothing is half done
        if given:
            library.metadata.set(name, **given)
        if gone:
            library.metadata.unset(name, *gone)
        return reply(request, {"results": list(metadata_records(library.paper(name), library.metadata.sources(name)))})


@routes.get("/papers/{name:path}", operation_id="get_paper", responses=json_of("Paper"))
def paper(
    request: Request,
    name: str,
    text: Annotated[bool, Query(description="With the whole text, which all offsets count in.")] = True,
) -> Response:
    """One paper: what it says about itself, its outline, and its text."""
    with opened(request) as library:
        one = library.paper(name)
        return reply(request, outline(library, one.name) | ({"text": one.text} if text else {}))


@routes.put(
    "/papers/{name:path}",
    operation_id="replace_paper",
    status_code=202,
    responses={**ACCEPTED, **problems.told(413, 415)},
    openapi_extra={"requestBody": {"required": True, "content": FORM}},
)
async def replace(request: Request, name: str) -> Response:
    """Send one file in place of a paper. What was set by hand stays."""
    return await _accepted(request, await run_in_threadpool(_full_name, request, name))


@routes.delete("/papers/{name:path}", operation_id="remove_paper", status_code=204)
def remove(request: Request, name: str) -> Response:
    """Forget a paper, named in full, and all that was made of it."""
    with desk_of(request).changing() as library:
        if name not in library.names():
            raise NoSuchPaperError(f"there is no paper {name!r} in the library; to remove one, give its full name.")
        path = library.paper(name).source.path
        library.remove(name)
    jobs_of(request).forget(path)
    return Response(status_code=HTTPStatus.NO_CONTENT)


async def _accepted(request: Request, paper: str | None) -> Response:
    jobs = jobs_of(request)
    folder = jobs.arriving()
    await run_in_threadpool(desk_of(request).open)  # which says if there is no library
    taken, refused = await received(request, folder, request.app.state.largest)
    if not taken or (paper is not None and len(taken) + len(refused) > 1):
        await run_in_threadpool(shutil.rmtree, folder, ignore_errors=True)
        if taken or not refused:
            many = "one file" if paper is not None else "at least one file"
            raise HTTPException(HTTPStatus.BAD_REQUEST, f"send {many}, as a part of the form with a file name.")
        raise HTTPException(refused[0].status, refused[0].reason)
    return _begun(request, jobs.add(taken, refused, paper))


def _full_name(request: Request, name: str) -> str:
    with opened(request) as library:
        return library.paper(name).name


def _begun(request: Request, job: Job) -> Response:
    headers = {"Location": str(request.url_for("get_job", number=job.id).path)}
    body = dumps(job.record()).encode()
    return Response(body, HTTPStatus.ACCEPTED, headers, "application/json")
