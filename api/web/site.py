"""The service -> the same with pages for a browser: `mount(app)`; files of ours, and what a reader set for the pages.

What changes anything is a POST, which the service's guard refuses from pages of other sites; it answers with a
redirect, so that reloading repeats nothing.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, FastAPI, Form, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from api.service.problems import problem, status_of
from api.web import adding, asking, entities, figures, home, lists, login, reading, searching, tray
from api.web.refusals import Refusals
from api.web.rendering import STATIC, THEMES, TYPES, own, page
from corpus.errors import PinciteError

ROOMS = (login, home, searching, asking, figures, lists, entities, tray, adding, reading)
TITLES = {
    HTTPStatus.NOT_FOUND: "Not there",
    HTTPStatus.BAD_REQUEST: "That cannot be read",
    HTTPStatus.UNPROCESSABLE_ENTITY: "That cannot be read",
    HTTPStatus.FORBIDDEN: "Not allowed",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Too large",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests",
    HTTPStatus.SERVICE_UNAVAILABLE: "Busy at the moment",
}
"""What a page of an error is headed; other errors have HTTP's own words."""
SMALL = 1024
"""Bytes up to which an answer is sent as it is."""
YEAR = 365 * 24 * 3600
files = APIRouter()


def mount(app: FastAPI) -> None:
    """Serve the pages beside the API, on all addresses that are not the API's."""
    web = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    web.state = app.state
    web.add_middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=6)
    web.include_router(files)
    for room in ROOMS:
        web.include_router(room.routes)
    _report(web)
    app.mount("/", web)
    app.add_middleware(Refusals, shown=_wrong)


def _report(web: FastAPI) -> None:
    """Say on a page what went wrong, in one sentence."""

    @web.exception_handler(PinciteError)
    def _ours(request: Request, error: PinciteError) -> Response:
        return _wrong(request, status_of(error), str(error))

    @web.exception_handler(RequestValidationError)
    def _parameters(request: Request, error: RequestValidationError) -> Response:
        wrong = "; ".join(f"{each['loc'][-1]}: {each['msg'].lower()}" for each in error.errors())
        return _wrong(request, HTTPStatus.UNPROCESSABLE_ENTITY, f"the address or form cannot be read ({wrong}).")

    @web.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        told = "there is no such page." if error.detail == "Not Found" else str(error.detail)
        return _wrong(request, HTTPStatus(error.status_code), told)

    @web.exception_handler(Exception)
    def _fault(request: Request, _: Exception) -> Response:
        told = "a fault in pincite itself; the server's log has the details."
        return _wrong(request, HTTPStatus.INTERNAL_SERVER_ERROR, told)


def _wrong(request: Request, status: HTTPStatus, told: str) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(status, told)
    if "hx-request" in request.headers and request.headers.get("hx-target") != "job":
        return page(request, "kept.html", status=status, said=told, wrong=True)
    again = status in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS) and request.method == "GET"
    return page(request, "wrong.html", status=status, told=told, title=TITLES.get(status, status.phrase), again=again)


@files.get("/static/{name}")
def static_file(name: str) -> Response:
    """A style, a script or a licence; its address changes with it, so that it may be kept for ever."""
    known = {path.name: path for path in STATIC.iterdir()}
    if name not in known:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"there is no file {name!r}.")
    headers = {"Cache-Control": f"private, max-age={YEAR}, immutable"}
    return Response(known[name].read_bytes(), headers=headers, media_type=TYPES[known[name].suffix])


@files.post("/settings")
def settings(
    back: Annotated[str, Form()] = "/",
    theme: Annotated[str | None, Form()] = None,
    keys: Annotated[str | None, Form()] = None,
) -> Response:
    """Light or dark, keys or none: kept in cookies of this browser."""
    answer = RedirectResponse(own(back), HTTPStatus.SEE_OTHER)
    if theme in THEMES:
        answer.set_cookie("theme", theme, max_age=YEAR, httponly=True, samesite="strict")
    if keys in ("on", "off"):
        answer.set_cookie("keys", keys, max_age=YEAR, httponly=True, samesite="strict")
    return answer
