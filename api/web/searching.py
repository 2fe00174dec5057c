"""GET /search: passages for a query, how it was read, and what else may be asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.hits import facet_records, hit_records
from api.library import Library
from api.records import Record
from api.search.results import Results
from api.service.replies import desk_of
from api.web.marking import words_marked
from api.web.rendering import page
from corpus.errors import BadQueryError
from corpus.model import PassageKind
from nlp.model import Mode

routes = APIRouter()
EXAMPLES = (
    "cocaine cultivation hectares",
    '"border posts" year:2020..2024',
    "kind:money unit:US$ value:>1bn",
    "training in:note",
)
FACETS = {
    "paper": "Papers",
    "year": "Years",
    "section": "Sections",
    "entity": "Names",
    "kind": "Measures",
    "unit": "Units",
}


@routes.get("/search")
def search(
    request: Request,
    q: str = "",
    k: Annotated[int, Query(ge=1, le=100)] = 20,
    paper: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
    inside: Annotated[list[PassageKind], Query(alias="in")] = [],  # noqa: B006
    mode: Mode | None = None,
) -> Response:
    """The best passages; while the model of meaning is loaded by words alone, which is said."""
    told: Record = {"q": q, "k": k, "chosen": paper, "inside": [str(each) for each in inside], "mode": mode}
    told |= {"examples": EXAMPLES, "hits": [], "facets": {}, "wrong": None, "read_as": None, "notices": []}
    told |= {"suggestion": None, "hurried": False, "without": []}
    if q.strip():
        desk = desk_of(request)
        hurried = desk.warming and mode in (None, Mode.WORDS)
        if not hurried:
            desk.wait()
        with desk.library() as library:
            try:
                wanted = Mode.WORDS if hurried else mode or Mode.BOTH
                found = library.search(q, k=k, papers=paper, kinds=inside, mode=wanted)
                told |= _found(found) | {"hurried": hurried}
                if not found and (paper or inside):
                    told["without"] = list(_without(library, q, paper, inside, wanted))
            except BadQueryError as error:
                told["wrong"] = {"told": str(error), "at": error.at, "length": error.length}
    return page(request, "search.html", **told)


def _found(found: Results) -> Record:
    hits = []
    for record, (paper, _) in zip(hit_records(found), found, strict=True):
        words = words_marked(paper.text, record["spans"], record["matched"], record["best"])
        title = paper.metadata.title or paper.name
        hits.append(record | {"html": words, "title": title, "language": paper.metadata.language})
    grouped: dict[str, list[Record]] = {}
    for one in facet_records(found):
        grouped.setdefault(one["facet"], []).append(one)
    query = found.query
    return {
        "hits": hits,
        "facets": {FACETS.get(name, name): rows for name, rows in grouped.items()},
        "read_as": query.readable if query.condition is not None else None,
        "notices": [f"{query.text[n.at : n.at + n.length]}: {n.message}" for n in found.notices],
        "suggestion": found.suggestion,
    }


def _without(
    library: Library, q: str, paper: list[str], inside: list[PassageKind], mode: Mode
) -> Iterator[tuple[str, int]]:
    """How many passages there are with one filter left out: what an empty page may offer."""
    for name, papers, kinds in (("paper", [], inside), ("in", paper, [])):
        if {"paper": paper, "in": inside}[name]:
            yield name, len(library.search(q, k=20, papers=papers, kinds=kinds, mode=mode))
