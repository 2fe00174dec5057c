"""Records -> the answers that carry them: JSON with an ETag, a page at a time, with a link to the next."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Query, Request, Response

from api.formats import dumps
from api.library import Library
from api.records import Record
from api.service.cursors import begin_of
from api.service.desk import Desk
from api.service.work import Jobs
from corpus.errors import NoSuchPaperError

PAGE = 100
Papers = Annotated[list[str], Query(description="Only these papers, by name or the beginning of it.")]
Entities = Annotated[list[str], Query(description="Only where all of these are named, by any of their names.")]
Limit = Annotated[int, Query(ge=1, le=1000, description="How many at most.")]
Cursor = Annotated[str | None, Query(max_length=4000, description="Where to go on: `cursor` of the page before.")]


def desk_of(request: Request) -> Desk:
    """The desk of the service."""
    desk: Desk = request.app.state.desk
    return desk


def jobs_of(request: Request) -> Jobs:
    """The jobs of the service."""
    jobs: Jobs = request.app.state.jobs
    return jobs


def opened(request: Request) -> AbstractContextManager[Library]:
    """The library that the service was started for, for one request at a time."""
    return desk_of(request).library()


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


def reply_page(request: Request, rows: Sequence[Record], following: str | None, **more: Any) -> Response:
    """One page of a list, and where the next is: in `next`, as `cursor`, and in a Link header."""
    links = {"next": str(request.url.include_query_params(cursor=following))} if following else {}
    record = {"results": list(rows), "next": links.get("next"), "cursor": following, **more}
    return reply(request, record, links=links)


def by_paper(
    request: Request,
    papers: Iterable[str],
    cursor: str | None,
    records: Callable[[Library, str], Iterable[Record]],
) -> Iterator[Record]:
    """The records of these papers (all if none are named), paper by paper, from that of the cursor on.

    The library is asked for anew for each paper, so that nobody waits for a long list. Raises NoSuchPaperError.
    """
    begin = begin_of(cursor)
    with opened(request) as library:
        names = sorted(set(library.full_names(papers)))
    for name in names:
        if name >= begin:
            try:
                with opened(request) as library:
                    found = list(records(library, name))
            except NoSuchPaperError:  # removed meanwhile
                continue
            yield from found


def json_of(name: str, description: str = "Done.", example: Any = None) -> dict[int | str, dict[str, Any]]:
    """How OpenAPI describes an answer of the shape `name`, and one that is known already."""
    content: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{name}"}}
    if example is not None:
        content["example"] = example
    return {
        200: {"description": description, "content": {"application/json": content}},
        304: {"description": "The same as the client has."},
    }
