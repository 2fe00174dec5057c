"""Every request -> passed on, or refused when it does not come from where it may; and headers for every answer.

In this order: the host it names (no web page can reach the library through a name it has pointed here), how often the
client asks, its token where one is needed, and for what changes something that no other site's page has sent it.
"""

from __future__ import annotations

import ipaddress
import math
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from fastapi import HTTPException, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.service.limits import NETWORK, OWN_MACHINE, Limit, Limiter
from api.service.problems import problem
from api.service.tokens import May, Tokens

OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
OPEN = frozenset({"/healthz", "/robots.txt", "/login"})
OPEN_BELOW = "/static/"
"""Where no token is asked for: they say nothing of the library."""
COOKIE = "pincite_token"
"""Where a browser keeps its token, which cannot send it in a header of its own."""
READING = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_BODY = 4 * 1024 * 1024
"""Bytes of a request that uploads no file."""
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


@dataclass(frozen=True, slots=True)
class Access:
    """Who may ask: by default this machine alone, without a token."""

    names: frozenset[str] = frozenset()
    """Host names that the service answers to beside those of this machine, in lower case."""
    any_address: bool = False
    """Whether it answers to any address of its own: an address cannot be pointed elsewhere as a name can."""
    tokens: Tokens | None = None
    """None: nobody needs one."""
    limit: Limit = OWN_MACHINE

    @classmethod
    def network(cls, names: Iterable[str], tokens: Tokens, *, any_address: bool = False) -> Access:
        """For others too: by these names, with tokens."""
        return cls(frozenset(name.lower().strip("[]") for name in names), any_address, tokens, NETWORK)

    def answers_to(self, host: str | None) -> bool:
        """Whether a request that names `host` is meant for this service."""
        if host is None:
            return False
        return host in OWN_HOSTS or host in self.names or (self.any_address and _is_address(host))


class Guard:
    """Stands before all that an application answers."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access
        self._limiter = Limiter(access.limit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] != "http":  # there is nothing here but HTTP
            await send({"type": "websocket.close", "code": 1008})
        else:
            refusal = self._refusal(scope)
            await (refusal or self._app)(scope, receive if refusal else _bounded(scope, receive), _signed(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._access.answers_to(_hostname(headers)):
            return problem(
                HTTPStatus.MISDIRECTED_REQUEST,
                "pincite answers to 127.0.0.1, ::1 and localhost alone, and to names that `pincite serve` was given.",
            )
        wait = self._limiter.wait(scope["client"][0] if scope.get("client") else "")
        if wait:
            slow = problem(HTTPStatus.TOO_MANY_REQUESTS, "too many requests: wait as long as Retry-After says.")
            slow.headers["Retry-After"] = str(max(1, math.ceil(wait)))
            return slow
        return self._unknown(scope, headers) or _foreign(scope, headers)

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """The refusal of a request without a token that is good for it."""
        if self._access.tokens is None or scope["path"] in OPEN or scope["path"].startswith(OPEN_BELOW):
            return None
        secret = _secret(headers)
        token = self._access.tokens.known(secret) if secret else None
        if token is None:
            if scope["method"] == "GET" and "text/html" in headers.get("accept", ""):
                return RedirectResponse("/login", HTTPStatus.SEE_OTHER)
            told = "this needs a token in `Authorization: Bearer ...`: `pincite token add NAME` makes one."
            answer = problem(HTTPStatus.UNAUTHORIZED, told)
            answer.headers["WWW-Authenticate"] = 'Bearer realm="pincite"'
            return answer
        if token.may is May.READ and scope["method"] not in READING:
            return problem(HTTPStatus.FORBIDDEN, f"the token {token.name} is for reading: this changes the library.")
        return None


def _secret(headers: Headers) -> str | None:
    """The token that a request shows."""
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return secret.strip()
    return cookie_parser(headers.get("cookie", "")).get(COOKIE)


def _foreign(scope: Scope, headers: Headers) -> Response | None:
    """The refusal of a change that a browser sends for a page that is not of this service."""
    if scope["method"] in READING:
        return None
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    same = origin is None or _netloc(origin) == headers.get("host", "").lower()
    if site not in {None, "same-origin", "none"} or not same:
        return problem(HTTPStatus.FORBIDDEN, "a page of another site may change nothing here.")
    return None


def _netloc(address: str) -> str | None:
    """Host and port of an address; None when it has none."""
    try:
        return urlsplit(address).netloc.lower() or None
    except ValueError:
        return None


def _hostname(headers: Headers) -> str | None:
    try:
        return urlsplit(f"//{headers.get('host', '')}").hostname
    except ValueError:
        return None


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _bounded(scope: Scope, receive: Receive) -> Receive:
    """The same request, cut off when its body is larger than anything but an upload may be."""
    if Headers(scope=scope).get("content-type", "").lower().startswith("multipart/"):
        return receive  # measured where it is taken apart
    read = 0

    async def bounded() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > LARGEST_BODY:
            told = f"a request has at most {LARGEST_BODY // 1024 // 1024} MB, uploads apart."
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, told)
        return message

    return bounded


def _signed(send: Send) -> Send:
    """The same answer with the headers that every answer has."""

    async def signed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return signed
