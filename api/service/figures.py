"""GET /api/v1/figures: the records of `pincite figures`, a page at a time, or the whole list as a file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.columns import Type, columns, fields
from api.figures.filters import FigureFilter
from api.figures.listing import Listing, Wanted
from api.figures.sorting import order
from api.formats import Format, Layout, write_to
from api.records import Record
from api.service import problems
from api.service.cursors import begin_of, page
from api.service.replies import PAGE, Cursor, Entities, Papers, desk_of, json_of, opened, reply_page
from corpus.errors import BadQueryError
from nlp.model import Kind, Place
from nlp.tag.figures.typed import bound

routes = APIRouter(tags=["figures"], responses=problems.told(404))
AT_ONCE = 1_000
"""Figures read at once where all are wanted."""


class HttpFormat(StrEnum):
    """What a list of figures can be had as."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


MEDIA: dict[HttpFormat, str] = {
    HttpFormat.JSON: "application/json",
    HttpFormat.JSONL: "application/x-ndjson",
    HttpFormat.CSV: "text/csv",
    HttpFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    HttpFormat.PARQUET: "application/vnd.apache.parquet",
}


def _filter(
    kind: Annotated[list[Kind], Query(description="Only what measures this.")] = [],  # noqa: B006 - FastAPI copies it
    unit: Annotated[list[str], Query(description="USD, dollars, hectares, % ...", examples=[["USD"]])] = [],  # noqa: B006
    at_least: Annotated[str | None, Query(alias="min", description="5000, 1.5bn, $2 million.")] = None,
    at_most: Annotated[str | None, Query(alias="max", description="As min.")] = None,
    year: Annotated[str | None, Query(description="2008, 2000-2012, 2004-.", examples=["2000-2012"])] = None,
    paper: Papers = [],  # noqa: B006
    entity: Entities = [],  # noqa: B006
    words: Annotated[str | None, Query(description="Where the sentence has all these words.")] = None,
    subject: Annotated[str | None, Query(description="Where what is measured has these words.")] = None,
    inside: Annotated[list[Place], Query(alias="in", description="Where it stands.")] = [],  # noqa: B006
    total: Annotated[bool | None, Query(description="Only totals of tables, or none of them.")] = None,
) -> FigureFilter:
    for name, typed in (("min", at_least), ("max", at_most)):
        try:
            _ = typed is not None and bound(typed)
        except BadQueryError as error:
            raise BadQueryError(f"{name}: {error}") from error
    return FigureFilter(kind, paper, unit, at_least, at_most, year, entity, words, subject, inside, total)


def _wanted(
    sort: Annotated[str | None, Query(description="place, value, -value, year, -year, paper, unit, kind.")] = None,
    convert: Annotated[str | None, Query(description="Also in this unit; never money.")] = None,
    context: Annotated[bool, Query(description="With the sentence each stands in.")] = False,
) -> Wanted:
    return Wanted(sort, convert, context)


LISTED = json_of("Figures", "A page; in other formats all, unless `limit` is given.")
LISTED[200]["content"] |= {
    media: {"schema": {"type": "string"}} for form, media in MEDIA.items() if form is not HttpFormat.JSON
}


@routes.get("/figures", operation_id="list_figures", responses=LISTED)
def figures(
    request: Request,
    which: Annotated[FigureFilter, Depends(_filter)],
    wanted: Annotated[Wanted, Depends(_wanted)],
    form: Annotated[HttpFormat | None, Query(alias="format", description="Else what Accept names, else json.")] = None,
    limit: Annotated[int | None, Query(ge=1, le=1000, description="How many at most; 100 in json.")] = None,
    cursor: Cursor = None,
) -> Response:
    """The figures that pass the filters, in order; in JSON a page at a time, in other formats all unless limited."""
    chosen = form or _accepted(request)
    if chosen is HttpFormat.JSON:
        rows, following, remarks = _page(request, which, wanted, limit or PAGE, cursor)
        return reply_page(request, rows, following, remarks=remarks)
    headers = {"Content-Disposition": f'attachment; filename="figures.{chosen}"', "Vary": "Accept"}
    if limit is not None or cursor is not None:
        rows, following, _ = _page(request, which, wanted, limit or PAGE, cursor)
        if following:
            headers["Link"] = f'<{request.url.include_query_params(cursor=following)}>; rel="next"'
        whole: Iterator[Iterable[Record]] = iter([rows])
    else:
        whole = _pages(request, which, wanted)
    return StreamingResponse(_written(whole, chosen, wanted), headers=headers, media_type=MEDIA[chosen])


def _accepted(request: Request) -> HttpFormat:
    """The first format that the client names; JSON for a browser and for what we do not have."""
    asked = [each.partition(";")[0].strip() for each in request.headers.get("Accept", "").split(",")]
    return next((form for media in asked for form, own in MEDIA.items() if own == media), HttpFormat.JSON)


def _page(
    request: Request, which: FigureFilter, wanted: Wanted, limit: int, cursor: str | None
) -> tuple[list[Record], str | None, list[str]]:
    """The records of one page, the cursor of the next, and what should be said of them.

    In order of place reading begins with the paper of the cursor and ends with the page; any other order needs all
    figures, which are read apart, so that nobody waits.
    """
    sorting = order(wanted.sort)
    with desk_of(request).apart() if sorting else opened(request) as library:
        listing = Listing(library, which, wanted, "" if sorting else begin_of(cursor))
        if sorting:
            rows, following = page(listing, limit, cursor, sorting, wanted.sort or "")
        else:
            rows, following = page(listing, limit, cursor)
        remarks = [*listing.remarks(), *([] if rows or cursor else [listing.emptied()])]
    return rows, following, remarks


def _pages(request: Request, which: FigureFilter, wanted: Wanted) -> Iterator[Iterable[Record]]:
    """All records; in order of place a thousand at a time, between which others have their turn."""
    if order(wanted.sort):
        with desk_of(request).apart() as library:
            rows: list[Record] = list(Listing(library, which, wanted))
        return iter([rows])
    first, following, _ = _page(request, which, wanted, AT_ONCE, None)  # which says at once what cannot be read

    def each() -> Iterator[Iterable[Record]]:
        rows, cursor = first, following
        yield rows
        while cursor is not None:
            rows, cursor, _ = _page(request, which, wanted, AT_ONCE, cursor)
            yield rows

    return each()


def _written(pages: Iterator[Iterable[Record]], form: HttpFormat, wanted: Wanted) -> Iterator[bytes]:
    """The file, page by page; a typed table in one piece."""
    wide = {"context": wanted.context, "converted": wanted.convert is not None}
    if form is HttpFormat.XLSX or form is HttpFormat.PARQUET:
        yield _typed((row for rows in pages for row in rows), form, columns(**wide))
        return
    layout = Layout("figures", fields(**wide))
    for number, rows in enumerate(pages):
        text = io.StringIO(newline="")
        write_to(text, rows, Format(form), layout)
        written = text.getvalue()
        if number and form is HttpFormat.CSV:
            written = written.partition("\n")[2]  # the names of the columns stand above the first page
        yield written.encode("utf-8", "backslashreplace")


def _typed(rows: Iterator[Record], form: HttpFormat, typed: Mapping[str, Type]) -> bytes:
    table = io.BytesIO()
    if form is HttpFormat.XLSX:
        from api.sheets import write_xlsx  # noqa: PLC0415 - loads when it is wanted

        write_xlsx(rows, typed, table)
    else:
        from api.parquet import write_parquet  # noqa: PLC0415

        write_parquet(rows, typed, table)
    return table.getvalue()
