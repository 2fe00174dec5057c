"""What the guard refuses a browser -> a page that says why, where a program gets the same as a problem in JSON.

Stands around the whole application; answers under /api/ and those to programs pass as they are.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import Request, Response
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.service.problems import MEDIA_TYPE

Shown = Callable[[Request, HTTPStatus, str], Response]


class Refusals:
    """Shows problems as pages."""

    def __init__(self, app: ASGIApp, shown: Shown) -> None:
        """`shown` makes the page of a status and a sentence."""
        self._app, self._shown = app, shown

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and _by_browser(scope):
            await self._app(scope, receive, self._paged(Request(scope), send))
        else:
            await self._app(scope, receive, send)

    def _paged(self, request: Request, send: Send) -> Callable[[Message], Awaitable[None]]:
        """`send`, with a page in place of a problem."""
        start: Message = {}
        body = bytearray()

        async def paged(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_problem(message):
                start.update(message)
            elif start and message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    answer = self._shown(request, HTTPStatus(start["status"]), json.loads(body)["detail"])
                    await _sent(start, answer, send)
            else:
                await send(message)

        return paged


def _by_browser(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    wants = "text/html" in headers.get("accept", "") or "hx-request" in headers
    return wants and not scope["path"].startswith("/api/")


def _is_problem(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith(MEDIA_TYPE)


async def _sent(start: Message, answer: Response, send: Send) -> None:
    """The page, with those headers of the problem that it does not set itself."""
    own = {name for name, _ in answer.raw_headers}
    kept = [pair for pair in start["headers"] if pair[0].lower() not in own]
    await send({**start, "headers": [*answer.raw_headers, *kept]})
    await send({"type": "http.response.body", "body": answer.body})
