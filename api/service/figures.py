"""GET /api/v1/figures: the records of `pincite figures`, a page at a time, or the whole list as a file."""

from __future__ import annotations

import io
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.columns import columns, fields
from api.figures.filters import FigureFilter
from api.figures.listing import Listing, Wanted
from api.formats import Format, Layout, write_to
from api.records import Record
from api.service.cursors import page
from api.service.replies import Entities, Papers, opened, reply
from corpus.errors import BadQueryError
from nlp.model import Kind, Place
from nlp.tag.figures.typed import bound

PAGE = 100
routes = APIRouter()


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
    kind: Annotated[list[Kind], Query()] = [],  # noqa: B006 - FastAPI copies it
    unit: Annotated[list[str], Query()] = [],  # noqa: B006
    at_least: Annotated[str | None, Query(alias="min")] = None,
    at_most: Annotated[str | None, Query(alias="max")] = None,
    year: str | None = None,
    paper: Papers = [],  # noqa: B006
    entity: Entities = [],  # noqa: B006
    words: str | None = None,
    subject: str | None = None,
    inside: Annotated[list[Place], Query(alias="in")] = [],  # noqa: B006
    total: bool | None = None,
) -> FigureFilter:
    for name, typed in (("min", at_least), ("max", at_most)):
        try:
            _ = typed is not None and bound(typed)
        except BadQueryError as error:
            raise BadQueryError(f"{name}: {error}") from error
    return FigureFilter(kind, paper, unit, at_least, at_most, year, entity, words, subject, inside, total)


def _wanted(sort: str | None = None, convert: str | None = None, context: bool = False) -> Wanted:
    return Wanted(sort, convert, context)


@routes.get("/figures")
def figures(
    request: Request,
    which: Annotated[FigureFilter, Depends(_filter)],
    wanted: Annotated[Wanted, Depends(_wanted)],
    form: Annotated[HttpFormat | None, Query(alias="format")] = None,
    limit: Annotated[int | None, Query(ge=1, le=1000)] = None,
    cursor: str | None = None,
) -> Response:
    """The figures that pass the filters, in order; in JSON a page at a time, in other formats all unless limited."""
    chosen = form or _accepted(request)
    with opened(request) as library:
        listing = Listing(library, which, wanted)
        rows = list(listing)
        remarks = [*listing.remarks(), *([] if rows else [listing.emptied()])]
    following = None
    if chosen is HttpFormat.JSON or limit is not None or cursor is not None:
        order = wanted.sort if listing.key else None
        keyed = {"key": listing.key, "order": order} if listing.key and order else {}
        rows, following = page(rows, limit or PAGE, cursor, **keyed)  # type: ignore[arg-type]
    links = {"next": str(request.url.include_query_params(cursor=following))} if following else {}
    if chosen is HttpFormat.JSON:
        record = {"results": rows, "next": links.get("next"), "cursor": following, "remarks": remarks}
        return reply(request, record, links=links)
    headers = {"Content-Disposition": f'attachment; filename="figures.{chosen}"', "Vary": "Accept"}
    if links:
        headers["Link"] = f'<{links["next"]}>; rel="next"'
    return Response(_written(rows, chosen, wanted), headers=headers, media_type=MEDIA[chosen])


def _accepted(request: Request) -> HttpFormat:
    """The first format that the client names; JSON for a browser and for what we do not have."""
    asked = [each.partition(";")[0].strip() for each in request.headers.get("Accept", "").split(",")]
    return next((form for media in asked for form, own in MEDIA.items() if own == media), HttpFormat.JSON)


def _written(rows: list[Record], form: HttpFormat, wanted: Wanted) -> bytes:
    wide = {"context": wanted.context, "converted": wanted.convert is not None}
    table = io.BytesIO()
    if form is HttpFormat.XLSX:
        from api.sheets import write_xlsx  # noqa: PLC0415 - loads when it is wanted

        write_xlsx(rows, columns(**wide), table)
        return table.getvalue()
    if form is HttpFormat.PARQUET:
        from api.parquet import write_parquet  # noqa: PLC0415

        write_parquet(rows, columns(**wide), table)
        return table.getvalue()
    text = io.StringIO(newline="")
    write_to(text, rows, Format(form), Layout("figures", fields(**wide)))
    return text.getvalue().encode("utf-8", "backslashreplace")
