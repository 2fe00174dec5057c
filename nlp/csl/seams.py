"""Two pieces of text -> one, without the doubled marks that affixes and delimiters leave where they meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nlp.csl.marks import CLOSE, OPEN

SWALLOWED: Mapping[str, str] = {"!": ".:!", "?": ".:?", ":": ".:", ".": ".", ";": ".:;", ",": ","}
"""Mark -> the marks that are dropped right behind it. Source: citeproc-js, which other processors follow."""
OVERRULED: Mapping[str, str] = {":": "!?", ";": "!?"}
"""Mark -> the marks that take its place."""
LAST = re.compile(rf"(.)([{CLOSE}]*)$", re.DOTALL)
FIRST = re.compile(rf"^([{OPEN}]*)(.)", re.DOTALL)


def joined(left: str, right: str) -> str:
    """Both, one after the other."""
    last, first = LAST.search(left), FIRST.search(right)
    if last is None or first is None:
        return left + right
    one, other = last[1], first[2]
    if other in SWALLOWED.get(one, "") or (one.isspace() and other.isspace()):
        return left + first[1] + right[first.end() :]
    if other in OVERRULED.get(one, ""):
        return left[: last.start()] + last[2] + right
    return left + right


def together(pieces: Iterable[str], delimiter: str = "") -> str:
    """The pieces that are not empty, with `delimiter` between them."""
    found = ""
    for piece in pieces:
        if piece:
            found = joined(joined(found, delimiter), piece) if found else piece
    return found


def affixed(prefix: str, text: str, suffix: str) -> str:
    """`text` between its affixes; nothing stays nothing."""
    return joined(joined(prefix, text), suffix) if text else ""
