"""The reader's quotations: picked, put in order, said something of, and taken away as citations in a style."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from api.citing.citing import DEFAULT
from api.library import Library
from api.quotations.files import MEDIA, QuotationFile, quotation_file
from api.quotations.printing import mark, printed
from api.records import Record
from api.service.replies import desk_of, opened
from api.web.rendering import address, own, page, place
from corpus.errors import BadQueryError

routes = APIRouter()
STYLES = {
    "chicago": "Chicago, notes (18th)",
    "chicago-17": "Chicago, notes (17th)",
    "author-date": "Chicago, author-date",
    "apa": "APA (7th)",
    "mla": "MLA (9th)",
    "harvard": "Harvard (Cite Them Right)",
    "oscola": "OSCOLA",
    "bluebook": "Bluebook",
}
FORMS = (("citation", "In this order"), ("full", "In full"), ("short", "Short"), ("ibid", "Repeated"))
FILES = {str(form): form for form in QuotationFile if form is not QuotationFile.JSONL}
Back = Annotated[str, Form(max_length=4_000)]
Number = Annotated[int, Form(ge=0, le=2**53)]


@routes.get("/cite")
def cite(request: Request, at: str, style: str = DEFAULT) -> Response:
    """One place in all forms of a style, to be copied or kept."""
    with opened(request) as library:
        cited = library.citing.place(at)
        [record] = library.citing.cite([cited], _known(style))
    return page(
        request,
        "cite.html",
        one=record,
        language=cited.paper.metadata.language,
        at=at,
        style=style,
        styles=STYLES,
        forms=FORMS,
    )


@routes.get("/tray")
def tray(request: Request, style: str = DEFAULT) -> Response:
    """All that was picked, as a style cites it in this order."""
    with opened(request) as library:
        told = _printed(library, style)
    return page(request, "tray.html", style=style, styles=STYLES, files=FILES, **told)


@routes.get("/tray.{form}")
def tray_file(request: Request, form: str, style: str = DEFAULT) -> Response:
    """The same as a file."""
    if form not in FILES:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"quotations come as {', '.join(FILES)}, not as {form!r}.")
    with opened(request) as library:
        told = printed(library, library.quotations.list(), _known(style))
    data = quotation_file(told, FILES[form])
    headers = {"Content-Disposition": f'attachment; filename="quotations.{form}"'}
    return Response(data, headers=headers, media_type=MEDIA[FILES[form]])


@routes.post("/tray")
def pick(request: Request, at: Annotated[str, Form(max_length=20_000)], back: Back = "/tray") -> Response:
    """Keep the words at a place; what is kept already stays."""
    said = "Kept."
    with desk_of(request).changing() as library:
        try:
            library.quotations.pick(at)
        except BadQueryError as error:
            if "picked already" not in str(error):
                raise
            said = "Kept already."
    if "hx-request" in request.headers:
        return page(request, "kept.html", said=said, wrong=False)
    return RedirectResponse(own(back), HTTPStatus.SEE_OTHER)


@routes.post("/tray/remove")
def remove(request: Request, number: Number, style: Annotated[str, Form()] = DEFAULT) -> Response:
    """Forget one."""
    with desk_of(request).changing() as library:
        library.quotations.remove(number)
    return _back(style)


@routes.post("/tray/move")
def move(request: Request, number: Number, order: Number, style: Annotated[str, Form()] = DEFAULT) -> Response:
    """Put one elsewhere in the order."""
    with desk_of(request).changing() as library:
        library.quotations.move(number, max(1, order))
    return _back(style)


@routes.post("/tray/remark")
def remark(
    request: Request, number: Number, words: Annotated[str, Form()] = "", style: Annotated[str, Form()] = DEFAULT
) -> Response:
    """Say something of one."""
    with desk_of(request).changing() as library:
        library.quotations.remark(number, words)
    return _back(style)


def _printed(library: Library, style: str) -> Record:
    told = printed(library, library.quotations.list(), _known(style))
    marks = {record["id"]: mark(record) for record in told.quotations}
    standing = [record for record in told.quotations if record["standing"] in ("holds", "moved")]
    places = [f"{record['paper']} {place(record['spans'])}" for record in standing]
    cites = library.citing.cite([library.citing.place(each) for each in places], _known(style)) if places else []
    ordered = {record["id"]: cite for record, cite in zip(standing, cites, strict=True)}
    languages = {record["id"]: _language(library, record["paper"]) for record in told.quotations}
    return {
        "rows": told.quotations,
        "languages": languages,
        "marks": marks,
        "entries": told.entries,
        "ordered": ordered,
    }


def _language(library: Library, paper: str) -> str | None:
    """The language of a paper; None too where it is no longer held."""
    return library.paper(paper).metadata.language if paper in library.names() else None


def _known(style: str) -> str:
    if style not in STYLES:
        raise BadQueryError(f"there is no style {style!r} here: choose one of {', '.join(STYLES)}.")
    return style


def _back(style: str) -> Response:
    return RedirectResponse(address("/tray", style=style), HTTPStatus.SEE_OTHER)
