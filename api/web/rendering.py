"""A template and what it shows -> an HTML page, with the headers under which nothing but our own files may run.

Text of papers is escaped by Jinja and by markupsafe alone; characters that cannot be seen, or that turn the direction
of what stands around them, are shown as "\N{REPLACEMENT CHARACTER}", one for one, so that offsets stay.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import Query, Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from api.service.replies import desk_of

HERE = Path(__file__).parent
STATIC = HERE / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".txt": "text/plain", ".svg": "image/svg+xml"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Content-Security-Policy of every page: no script, style or request but our own."""
Typed = Annotated[str, Query(max_length=500)]
"""What is typed in a field of a form."""
THEMES = ("auto", "light", "dark")
LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
Spans = Sequence[Sequence[int]]
KEPT = "\t\n\r\xad\u200c\u200d"
"""White space, the soft hyphen, and what joins the letters of some scripts."""
UNSEEN = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in range(0x110000)
    if unicodedata.category(chr(code)) in ("Cc", "Cf") and chr(code) not in KEPT
}


def shown(text: object) -> str:
    """Text as a page shows it: of the same length, without characters that deceive the eye."""
    return str(text).translate(UNSEEN)


def page(request: Request, template: str, *, status: HTTPStatus = HTTPStatus.OK, **told: Any) -> Response:
    """The page that `template` makes of `told`; of a request by htmx only its part `main`."""
    theme = request.cookies.get("theme", "auto")
    base = {
        "request": request,
        "theme": theme if theme in THEMES else "auto",
        "keys": request.cookies.get("keys", "on") != "off",
        "meaning": str(desk_of(request).meaning),
        "here": request.url.path,
        "back": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "part": "hx-request" in request.headers,
    }
    body = environment().get_template(template).render(base | told)
    # Browsers name the origin of a form only where a referrer may be sent; it never leaves this service.
    headers = {"Content-Security-Policy": POLICY, "Referrer-Policy": "same-origin", "Vary": "HX-Request"}
    return Response(body, status, headers, "text/html")


def address(path: str, **query: object) -> str:
    """A link within the pages: values that are None or empty are left out, lists are repeated."""
    pairs = [(name, each) for name, value in query.items() for each in _each(value) if each not in (None, "")]
    return quote(path) + (f"?{urlencode(pairs)}" if pairs else "")


def place(spans: Spans) -> str:
    """Pieces of a text, as `pincite cite` and the reading view take them: "1200-1350;1420-1500"."""
    return ";".join(f"{start}-{end}" for start, end in spans)


def paper_address(name: str, spans: Spans = (), **query: object) -> str:
    """Where a paper is read, at a place if one is given."""
    return address(f"/papers/{name}", at=place(spans), **query) + ("#at" if spans else "")


def lang(code: object) -> Markup:
    """The attribute of what a paper says in another language than the pages; nothing where none is known."""
    known = isinstance(code, str) and LANGUAGE.fullmatch(code) and code.lower() != "en"
    return Markup(' lang="{}"').format(code) if known else Markup("")


def own(back: str) -> str:
    """An address to go back to, if it is one of these pages; else the first."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"


@cache
def static(name: str) -> str:
    """The address of a file of ours, which changes with what is in it."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


@cache
def environment() -> Environment:
    """Templates, with what they may call."""
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {"address": address, "paper_address": paper_address, "place": place, "static": static}
    found.filters |= {"shown": shown, "number": number, "bdi": bdi, "lang": lang}
    return found


def bdi(text: object) -> Markup:
    """A name or title, kept apart from the direction of the words around it."""
    return Markup("<bdi>{}</bdi>").format(shown(text))


def number(value: object) -> str:
    """A value with thousands apart; of a range both ends."""
    if isinstance(value, list):
        return "\N{EN DASH}".join(map(number, value))
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.10g}"
    return f"{int(value):,}" if isinstance(value, int | float) else str(value)


def _each(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else (value,)
