"""GET /exhibits and /notes: tables, charts and maps with what refers to them; notes with what they support."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.exhibits import ExhibitKind, exhibits_found
from api.library import Library
from api.notes import NoteState, notes_found
from api.records import Record
from api.service.cursors import page as page_of
from api.service.cursors import spot_key
from api.service.replies import by_paper, opened
from api.web.rendering import Typed, page
from corpus.model import Paper

routes = APIRouter()
SHOWN = 50
MENU = 200
"""Papers that a menu names."""
Papers = Annotated[list[str], Query()]


@routes.get("/exhibits")
def exhibits(
    request: Request,
    paper: Papers = [],  # noqa: B006 - FastAPI copies it
    kind: str = "",
    cursor: str | None = None,
) -> Response:
    """What is shown beside the text, and the sentences that refer to it."""
    kinds = [ExhibitKind(kind)] if kind in set(ExhibitKind) else []
    told = _page(request, paper, cursor, "exhibits", lambda library, name: exhibits_found(library, [name], kinds))
    return page(request, "exhibits.html", kind=kind, kinds=list(ExhibitKind), **told)


@routes.get("/notes")
def notes(
    request: Request,
    paper: Papers = [],  # noqa: B006
    number: Typed = "",
    state: str = "",
    cursor: str | None = None,
) -> Response:
    """The notes, each with the sentence it supports and what words such as Ibid. point at."""
    states = [NoteState(state)] if state in set(NoteState) else []
    told = _page(
        request, paper, cursor, "notes", lambda library, name: notes_found(library, [name], number or None, states)
    )
    return page(request, "notes.html", number=number, state=state, states=list(NoteState), **told)


def _page(
    request: Request,
    papers: Iterable[str],
    cursor: str | None,
    name: str,
    records: Callable[[Library, str], Iterable[Record]],
) -> Record:
    chosen = [each for each in papers if each]
    rows, following = page_of(islice(by_paper(request, chosen, cursor, records), None), SHOWN, cursor, spot_key, name)
    with opened(request) as library:
        names = library.names()
        held = {row["paper"]: library.paper(row["paper"]) for row in rows}
        menu = {each: library.paper(each).metadata.title or each for each in names[:MENU]}
    listed = [row | _beside(held[row["paper"]], row) for row in rows]
    return {"rows": listed, "next": following, "chosen": chosen, "papers": menu}


def _beside(paper: Paper, row: Record) -> Record:
    """What a list shows beside a record: its paper, its place, and the words of a table."""
    about = paper.metadata
    pieces = [row["body"], *row["continued"]] if row.get("kind") == "table" and row.get("body") else []
    body = "\n".join(paper.text[start:end].strip("\n") for start, end in pieces)
    return {"in": about.title or paper.name, "language": about.language, "places": _places(row), "words": body}


def _places(row: Record) -> list[list[int]]:
    spans: list[list[int]] = row.get("spans") or [[row["start"], row["end"]]]
    return spans
