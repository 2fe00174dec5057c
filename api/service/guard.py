"""Every request -> passed on, or refused when it does not come from where it may; and headers for every answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import FastAPI, Request, Response

from api.service.problems import problem

OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""On every answer that does not say otherwise. No Access-Control-Allow-Origin: other origins may not read."""


def guard(app: FastAPI) -> None:
    """Set the guard before all that `app` answers."""

    @app.middleware("http")
    async def _guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        if request.url.hostname not in OWN_HOSTS:
            response = problem(HTTPStatus.MISDIRECTED_REQUEST, "pincite answers to 127.0.0.1, ::1 and localhost alone.")
        else:
            response = await answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
