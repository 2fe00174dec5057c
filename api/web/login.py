"""GET and POST /login: a reader elsewhere shows a token once, and a cookie of the browser shows it from then on."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.service.guard import COOKIE
from api.web.rendering import page

routes = APIRouter()
DAYS = 30


@routes.get("/login")
def form(request: Request) -> Response:
    """Where a token is asked for."""
    return page(request, "login.html", needed=request.app.state.tokens is not None, wrong=False)


@routes.post("/login")
def login(request: Request, token: Annotated[str, Form(max_length=200)]) -> Response:
    """Keep a token that is good in a cookie that scripts cannot read and other sites' pages cannot send."""
    tokens = request.app.state.tokens
    if tokens is not None and tokens.known(token.strip()) is None:
        return page(request, "login.html", status=HTTPStatus.FORBIDDEN, needed=True, wrong=True)
    answer = RedirectResponse("/", HTTPStatus.SEE_OTHER)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, token.strip(), DAYS * 24 * 3600, httponly=True, samesite="strict", secure=secure)
    return answer


@routes.post("/logout")
def logout() -> Response:
    """Forget it."""
    answer = RedirectResponse("/login", HTTPStatus.SEE_OTHER)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer
