"""GET /papers/NAME: a paper as one reads it, at a place, with what was looked for in it."""

from __future__ import annotations

import re
from collections import OrderedDict
from http import HTTPStatus
from threading import Lock

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from api.library import Library
from api.records import Record, paper_record
from api.service.replies import opened
from api.web.flow import Flow, flow
from api.web.rendering import Typed, page
from corpus.model import Span
from nlp.model import Mention

routes = APIRouter()
PLACE = re.compile(r"(\d{1,12})-(\d{1,12})(?:;|$)")
MOST_PIECES = 1_000
MOST_FOUND = 500
KEPT = 16
"""Papers whose views are kept."""


class Shelf:
    """Views that were made, the one unused for longest given up first."""

    def __init__(self) -> None:
        self._views: OrderedDict[str, Flow] = OrderedDict()
        self._lock = Lock()

    def view(self, library: Library, name: str) -> Flow:
        """The view of a paper as it and the names in it are now."""
        paper, mentions = library.paper(name), library.layer(name, Mention)
        with self._lock:
            kept = self._views.get(name)
            if kept is not None and kept.paper is paper and kept.mentions is mentions:
                self._views.move_to_end(name)
                return kept
        made = flow(library, name)
        with self._lock:
            self._views[name] = made
            while len(self._views) > KEPT:
                self._views.popitem(last=False)
        return made


SHELF = Shelf()


@routes.get("/papers/{name:path}")
def read(request: Request, name: str, at: str | None = None, find: Typed = "") -> Response:
    """A paper; `at` are pieces of its text ("1200-1350;1420-1500"), `find` words to be marked wherever they stand."""
    with opened(request) as library:
        paper = library.paper(name)
        pieces = _pieces(at, len(paper.text))
        places = [*pieces, *_found(paper.text, find)]
        view = flow(library, paper.name, places) if places else SHELF.view(library, paper.name)
        record = paper_record(paper)
    told: Record = {"find": find, "found": len(places) - len(pieces), "most": MOST_FOUND}
    return page(request, "reading.html", paper=record, view=view, at=[tuple(each) for each in pieces], **told)


def _pieces(at: str | None, length: int) -> list[Span]:
    if at is None:
        return []
    pairs = [tuple(map(int, pair)) for pair in PLACE.findall(at)]
    read = ";".join(f"{start}-{end}" for start, end in pairs) == at and len(pairs) <= MOST_PIECES
    if not read or any(not start < end <= length for start, end in pairs):
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"{at[:80]!r} is no place of this paper: write it as 1200-1350.")
    return sorted(Span(start, end) for start, end in pairs)


def _found(text: str, words: str) -> list[Span]:
    """Where words stand one behind the other, whatever their case and the white space between."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return []
    places = (Span(*found.span()) for found in re.finditer(pattern, text, re.IGNORECASE))
    return [span for _, span in zip(range(MOST_FOUND), places, strict=False)]
