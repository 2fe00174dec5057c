"""Under /api/v1/entities: who, where and what the papers name, with whom, and where."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.entities.listed import full_record, identity_records
from api.entities.namings import mention_records, passage_records
from api.entities.together import beside_records, pair_records
from api.entities.which import Order, Which
from api.figures.sorting import Key
from api.identities.name_index import address
from api.identities.naming import everyone, the_one
from api.library import Library
from api.records import Record
from api.service import problems
from api.service.cursors import page, spot_key
from api.service.replies import PAGE, Cursor, Limit, Papers, by_paper, json_of, opened, reply, reply_page
from nlp.model import Label
from nlp.tag.names.lists.canon import key

routes = APIRouter(tags=["entities"], responses=problems.told(404))
Labels = Annotated[list[Label], Query(alias="label", description="Only entities of these labels.")]
Least = Annotated[int, Query(alias="min_mentions", ge=1, description="Only those named so often.")]
Words = Annotated[str, Query(description="Only those whose name has all these words.")]
Beside = Annotated[list[str], Query(alias="with", description="Who else is named in the same passage.")]
Sort = Annotated[Order, Query(description="By falling mentions or papers, or by name.")]


@routes.get("/entities", operation_id="list_entities", responses=json_of("Entities"))
def entities(
    request: Request,
    labels: Labels = [],  # noqa: B006 - FastAPI copies it
    paper: Papers = [],  # noqa: B006
    least: Least = 1,
    words: Words = "",
    sort: Sort = Order.MENTIONS,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Response:
    """Who, where and what is named: counts, aliases, papers. Names that mean the same are one."""
    with opened(request) as library:
        rows = identity_records(library, _which(library, labels, paper, least, words), sort)
        return reply_page(request, *page(rows, limit, cursor, lambda row: _key(row, sort), f"entities {sort}"))


@routes.get("/entities/together", operation_id="list_entities_together", responses=json_of("Pairs"))
def together(
    request: Request,
    beside: Beside = [],  # noqa: B006
    labels: Labels = [],  # noqa: B006
    paper: Papers = [],  # noqa: B006
    least: Least = 1,
    words: Words = "",
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Response:
    """Which two are named in one passage, the surest pairs first; `with`: who is named with all of these."""
    with opened(request) as library:
        which = _which(library, labels, paper, least, words)
        if beside:
            groups = [frozenset(map(address, group)) for group in everyone(library.directory(), beside)]
            rows = beside_records(library, groups, which, beside)
        else:
            rows = pair_records(library, which)
        return reply_page(request, *page(rows, limit, cursor, _surest, "together"))


@routes.get("/entities/{name:path}/mentions", operation_id="list_mentions", responses=json_of("Mentions"))
def mentions(
    request: Request,
    name: str,
    paper: Papers = [],  # noqa: B006
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Response:
    """Every place where somebody is named, in its sentence, by paper and place."""
    with opened(request) as library:
        one = address(the_one(library.directory(), name))
    rows = by_paper(request, paper, cursor, lambda library, name: mention_records(library, {one}, [name]))
    return reply_page(request, *page(rows, limit, cursor, spot_key, "mentions"))


@routes.get("/entities/{name:path}/passages", operation_id="list_naming_passages", responses=json_of("NamingPassages"))
def passages(
    request: Request,
    name: str,
    beside: Beside = [],  # noqa: B006
    paper: Papers = [],  # noqa: B006
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Response:
    """The passages that name somebody, and all of `with`."""
    with opened(request) as library:
        groups = [frozenset(map(address, group)) for group in everyone(library.directory(), [name, *beside])]
    rows = by_paper(request, paper, cursor, lambda library, name: passage_records(library, groups, [name]))
    return reply_page(request, *page(rows, limit, cursor, spot_key, "passages"))


@routes.get("/entities/{name:path}", operation_id="get_entity", responses=json_of("FullEntity"))
def entity(request: Request, name: str, paper: Papers = []) -> Response:  # noqa: B006
    """One by any of its names ("ORG:CIC" means that label only), with each printed form and where it came from."""
    with opened(request) as library:
        papers = library.full_names(paper) if paper else ()
        return reply(request, full_record(library, the_one(library.directory(), name), papers))


def _which(library: Library, labels: list[Label], papers: list[str], least: int, words: str) -> Which:
    return Which(labels, library.full_names(papers) if papers else (), least, words)


def _key(record: Record, order: Order) -> Key:
    """What a list of identities is sorted by."""
    first: Key = {
        Order.MENTIONS: (-record["mentions"],),
        Order.PAPERS: (-record["papers"], -record["mentions"]),
        Order.NAME: (key(record["entity"]),),
    }[order]
    return (*first, record["entity"], record["label"])


def _surest(record: Record) -> Key:
    """The same of those who are named together."""
    sure = record["association"]
    names = record["entity"], record["label"], record.get("other", ""), record.get("other_label", "")
    return (sure is None, -(sure or 0.0), -record["passages"], *names)
