"""XHTML -> the same page as HTML: an element closed in its own tag, <a id="x"/>, is written out as empty.

An HTML parser would leave it open, and a <script src="x"/> would swallow the page.
"""

from __future__ import annotations

import re

SELF_CLOSED = re.compile(r"""<(?P<tag>[A-Za-z][\w:-]*)(?P<rest>(?:\s(?:"[^"<]*"|'[^'<]*'|/(?!>)|[^<>"'/])*)?)/>""")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
DECLARATION = re.compile(r"\s*<\?xml\s")


def is_xhtml(text: str) -> bool:
    """Whether a page begins as XML does."""
    return DECLARATION.match(text) is not None


def as_html(text: str) -> str:
    """The page with its empty elements written out.

    >>> as_html('<a id="x"/>One<br/>')
    '<a id="x"></a>One<br/>'
    """
    return SELF_CLOSED.sub(_opened, text)


def _opened(found: re.Match[str]) -> str:
    return found[0] if found["tag"].lower() in VOID else f"<{found['tag']}{found['rest']}></{found['tag']}>"
