"""GET /entities: who, where and what is named; and POSTs by which a reader says who is who."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.corrections.making import Corrections
from api.entities.listed import full_record, identity_records
from api.entities.namings import mention_records
from api.entities.together import beside_records
from api.entities.which import Which
from api.identities.name_index import address as address_of
from api.identities.naming import everyone, the_one
from api.records import Record, correction_record
from api.reports import Became, Corrected
from api.service.replies import desk_of, opened
from api.web.rendering import Typed, address, page
from corpus.errors import PinciteError
from nlp.model import Label

routes = APIRouter()
SHOWN = 200
MENTIONS = 40
BESIDE = 12
SUGGESTED = 20
PAIR = 2
Sent = Annotated[str, Form(max_length=500)]


@routes.get("/entities")
def entities(
    request: Request,
    label: str = "",
    words: Typed = "",
    paper: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
    page_: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
    told: str = "",
) -> Response:
    """All that are named, by how often; and what was corrected, first what fits nothing any more."""
    labels = [Label(label)] if label in set(Label) else []
    chosen = [each for each in paper if each]
    with opened(request) as library:
        which = Which(labels, library.full_names(chosen) if chosen else (), 1, words)
        rows = identity_records(library, which)
        said = [correction_record(each.number, each.correction, each.orphan) for each in library.corrections]
    first = (page_ - 1) * SHOWN
    return page(
        request,
        "entities.html",
        rows=rows[first : first + SHOWN],
        many=len(rows),
        number=page_,
        more=len(rows) > first + SHOWN,
        label=label,
        labels=list(Label),
        words=words,
        chosen=chosen,
        corrections=sorted(said, key=lambda one: one["orphan"] is None),
        told=told,
    )


@routes.get("/entities/suggested")
def suggested(request: Request, entity: Typed = "") -> Response:
    """Names that have what is being typed in them, the most frequent first: options of a list."""
    typed = entity.casefold().strip()
    with opened(request) as library:
        rows = identity_records(library, Which())
    fits = (row for row in rows if any(typed in name.casefold() for name in (row["entity"], *row["aliases"])))
    return page(request, "suggested.html", rows=list(islice(fits, SUGGESTED)))


@routes.get("/entities/{name:path}")
def entity(request: Request, name: str, told: str = "") -> Response:
    """One: every printed form, where it is named, with whom."""
    with opened(request) as library:
        one = the_one(library.directory(), name)
        at = address_of(one)
        rows = list(islice(mention_records(library, {at}, library.names()), MENTIONS))
        groups = [frozenset(map(address_of, group)) for group in everyone(library.directory(), [name])]
        beside = list(islice(beside_records(library, groups, Which(), [name]), BESIDE))
        record = full_record(library, one)
        languages = {paper: library.paper(paper).metadata.language for paper in record["by_paper"]}
        titles = {paper: library.paper(paper).metadata.title or paper for paper in record["by_paper"]}
    full = f"{record['label']}:{record['entity']}"
    shown: Record = {"one": record, "full": full, "rows": rows, "beside": beside}
    return page(request, "entity.html", told=told, labels=list(Label), titles=titles, languages=languages, **shown)


@routes.post("/entities/merge")
def merge(request: Request, name: Sent, other: Sent) -> Response:
    """The two are the same."""
    return _said(request, name, lambda corrections: corrections.merge(name, other), name)


@routes.post("/entities/same")
def same(request: Request, who: Annotated[list[Sent], Form()] = []) -> Response:  # noqa: B006
    """The two that were chosen from the list are the same: the first keeps its name."""
    if len(who) != PAIR:
        told = (
            f"choose two names that are the same; {len(who) or 'none'} {'was' if len(who) < PAIR else 'were'} chosen."
        )
        return RedirectResponse(address("/entities", told=told), HTTPStatus.SEE_OTHER)
    name, other = who
    return _said(request, name, lambda corrections: corrections.merge(name, other), name)


@routes.post("/entities/rename")
def rename(request: Request, name: Sent, shown: Sent) -> Response:
    """It is shown by another name."""
    return _said(request, name, lambda corrections: corrections.rename(name, shown), shown)


@routes.post("/entities/split")
def split(request: Request, name: Sent, form: Sent, other: Sent) -> Response:
    """One printed form of it stands for another."""
    return _said(request, name, lambda corrections: corrections.split(form, other, name=name), name)


@routes.post("/entities/retype")
def retype(request: Request, name: Sent, label: Sent) -> Response:
    """It is of another label."""
    return _said(request, name, lambda corrections: corrections.retype(name, label), name.partition(":")[2] or name)


@routes.post("/entities/undo")
def undo(request: Request, number: Annotated[int, Form(ge=0)]) -> Response:
    """Take a correction back."""
    with desk_of(request).changing() as library:
        library.corrections.undo(number)
    return RedirectResponse("/entities", HTTPStatus.SEE_OTHER)


def _said(request: Request, name: str, say: Callable[[Corrections], Corrected], then: str) -> Response:
    """Keep a correction; back to whom it is about, with what came of it."""
    try:
        with desk_of(request).changing() as library:
            report = say(library.corrections)
    except PinciteError as error:
        return RedirectResponse(address(f"/entities/{name}", told=str(error)), HTTPStatus.SEE_OTHER)
    told = "kept." if report.outcome is Became.KEPT else report.message or ""
    return RedirectResponse(address(f"/entities/{then}", told=told), HTTPStatus.SEE_OTHER)
