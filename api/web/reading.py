"""GET /papers/NAME: a paper as one reads it, at a place, with what was looked for in it."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Lock

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from api.library import Library
from api.records import Record, paper_record
from api.service.replies import opened
from api.web.flow import Flow, flow
from api.web.rendering import page
from corpus.model import Span
from nlp.link.directory import Directory

routes = APIRouter()
PLACE = re.compile(r"(\d{1,12})-(\d{1,12})")
MOST_FOUND = 500
KEPT = 16
"""Papers whose views are kept."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A view, and what it was made of."""

    sha256: str
    names: Directory
    view: Flow


class Shelf:
    """Views that were made, the one unused for longest given up first."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[Path, str], _Made] = OrderedDict()
        self._lock = Lock()

    def view(self, library: Library, name: str) -> Flow:
        """The view of a paper as it and its corrections are now."""
        paper, names = library.paper(name), library.directory()
        key = (library.folder, paper.name)
        with self._lock:
            made = self._made.get(key)
            if made is not None and made.sha256 == paper.source.sha256 and made.names is names:
                self._made.move_to_end(key)
                return made.view
        view = flow(library, name)
        with self._lock:
            self._made[key] = _Made(paper.source.sha256, names, view)
            self._made.move_to_end(key)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        return view


SHELF = Shelf()


@routes.get("/papers/{name:path}")
def read(request: Request, name: str, at: str | None = None, find: str = "") -> Response:
    """A paper; `at` are two offsets in its text, `find` words to be marked wherever they stand."""
    with opened(request) as library:
        paper = library.paper(name)
        places = [*_place(at, len(paper.text)), *_found(paper.text, find)]
        view = flow(library, paper.name, places) if places else SHELF.view(library, paper.name)
        record = paper_record(paper)
    where = places[0] if at else None
    told: Record = {"find": find, "found": len(places) - bool(at), "most": MOST_FOUND}
    return page(request, "reading.html", paper=record, view=view, at=where, **told)


def _place(at: str | None, length: int) -> list[Span]:
    if at is None:
        return []
    numbers = PLACE.fullmatch(at)
    start, end = map(int, numbers.groups()) if numbers else (1, 0)
    if not start < end <= length:
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"{at!r} is no place of this paper: write it as 1200-1350.")
    return [Span(start, end)]


def _found(text: str, words: str) -> list[Span]:
    """Where words stand one behind the other, whatever their case and the white space between."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return []
    places = (Span(*found.span()) for found in re.finditer(pattern, text, re.IGNORECASE))
    return [span for _, span in zip(range(MOST_FOUND), places, strict=False)]
