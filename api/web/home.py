"""GET / and /papers: what the library holds, or how to begin where it holds nothing."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.records import paper_record
from api.service.replies import opened
from api.web.rendering import Typed, page
from corpus.read.readers import FORMATS

routes = APIRouter()
SHOWN = 500
"""Papers listed at once."""


@routes.get("/")
def home(request: Request) -> Response:
    """The way in: a search, or for an empty library how to fill it."""
    with opened(request) as library:
        names = library.names()
        some = [paper_record(library.paper(name)) for name in names[:6]]
    template = "home.html" if names else "first.html"
    return page(request, template, many=len(names), papers=some, formats=sorted(FORMATS))


@routes.get("/papers")
def papers(request: Request, words: Typed = "", after: str = "") -> Response:
    """The papers, in order of name, a page at a time."""
    with opened(request) as library:
        names = [name for name in library.names() if name > after]
        listed = []
        for name in names:
            record = paper_record(library.paper(name))
            if _has(record, words):
                listed.append(record)
            if len(listed) > SHOWN:
                break
    more = listed[SHOWN - 1]["paper"] if len(listed) > SHOWN else None
    return page(request, "papers.html", papers=listed[:SHOWN], words=words, more=more)


def _has(record: dict[str, object], words: str) -> bool:
    told = " ".join(map(str, (record["paper"], record["title"], record["authors"], record["institution"]))).casefold()
    return all(word in told for word in words.casefold().split())
