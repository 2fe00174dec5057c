"""Errors -> answers of the type application/problem+json (RFC 9457): what went wrong, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.formats import dumps
from api.records import Record
from corpus.errors import (
    BadQueryError,
    BadSpanError,
    ContradictionError,
    LibraryBusyError,
    LibraryMissingError,
    MissingEngineError,
    NoSuchPaperError,
    PinciteError,
    StorageError,
    UnreadableFileError,
)

MEDIA_TYPE = "application/problem+json"
STATUSES: tuple[tuple[type[PinciteError], HTTPStatus], ...] = (
    (BadQueryError, HTTPStatus.BAD_REQUEST),
    (BadSpanError, HTTPStatus.BAD_REQUEST),
    (UnreadableFileError, HTTPStatus.BAD_REQUEST),
    (NoSuchPaperError, HTTPStatus.NOT_FOUND),
    (ContradictionError, HTTPStatus.CONFLICT),
    (LibraryMissingError, HTTPStatus.SERVICE_UNAVAILABLE),
    (LibraryBusyError, HTTPStatus.SERVICE_UNAVAILABLE),
    (MissingEngineError, HTTPStatus.SERVICE_UNAVAILABLE),
    (StorageError, HTTPStatus.INSUFFICIENT_STORAGE),
    (PinciteError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
"""The first that fits an error gives the status."""
ANYWHERE = (400, 401, 403, 421, 422, 429, 500, 503, 507)
"""What any address may answer with."""


def told(*more: int) -> dict[int | str, dict[str, Any]]:
    """How OpenAPI describes the problems of an address: those of any, and `more`."""
    schema = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {code: {"description": HTTPStatus(code).phrase, "content": schema} for code in sorted({*ANYWHERE, *more})}


def problem(status: HTTPStatus, detail: str, **more: object) -> Response:
    """The answer for one problem; `more` are members of its own, such as the parameters at fault."""
    record: Record = {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail, **more}
    return Response(dumps(record).encode(), status_code=status, media_type=MEDIA_TYPE)


def status_of(error: PinciteError) -> HTTPStatus:
    """The HTTP status of an error a user can meet."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def report_problems(app: FastAPI) -> None:
    """Make every error of `app` a problem: ours, bad parameters, unknown addresses, and faults of pincite itself."""

    @app.exception_handler(PinciteError)
    def _ours(_: Request, error: PinciteError) -> Response:
        where = (
            {"at": error.at, "length": error.length}
            if isinstance(error, BadQueryError) and error.at is not None
            else {}
        )
        answer = problem(status_of(error), str(error), **where)
        if isinstance(error, LibraryBusyError):
            answer.headers["Retry-After"] = "5"
        return answer

    @app.exception_handler(RequestValidationError)
    def _parameters(_: Request, error: RequestValidationError) -> Response:
        wrong = [{"parameter": _parameter(each["loc"]), "detail": each["msg"]} for each in error.errors()]
        summary = "; ".join(f"{each['parameter']}: {each['detail']}" for each in wrong)
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"a parameter cannot be read: {summary}.", errors=wrong)

    @app.exception_handler(HTTPException)
    def _http(_: Request, error: HTTPException) -> Response:
        answer = problem(HTTPStatus(error.status_code), str(error.detail))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    def _fault(_: Request, __: Exception) -> Response:
        return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "a fault in pincite itself; the server's log has the details.")


def _parameter(at: Sequence[int | str]) -> str:
    """What a location names: ("query", parameter, number of the value) the parameter, ("body", field ...) the path."""
    return (".".join(map(str, at[1:])) or "body") if at[0] == "body" else str(at[:2][-1])
