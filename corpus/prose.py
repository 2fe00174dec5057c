"""Spans of a paper -> the words as a reader would say them, as a View with its way back.

Markup, note markers and line ends are how a text is printed, not what it says. Every tagger, the search
index and the sentence splitter read prose; nobody shows it: what is shown is always the source itself.
"""

from __future__ import annotations

import re

from corpus.model import Span, Spans
from corpus.view import View

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
EMPHASIS = re.compile(
    r"""(?<![\w*\\])(\*{1,3}|_{1,3})(?=[^\s*_])   # opens *words*
      | (?<=[^\s*_\\])(\*{1,3}|_{1,3})(?![\w*])   # closes them""",
    re.VERBOSE,
)
EMPHATIC = "*_"
LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}|>(?:[ \t]?>)*)[ \t]+", re.MULTILINE)
LINE_END = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[\s\u200b]*")
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\f\v]")
INVISIBLE = re.compile(r"[\ufeff\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069]")


def prose(text: str, spans: Spans, markers: Spans = ()) -> View:
    """The words of `spans` of `text` without the `markers` among them.

    Line ends become spaces, odd spaces become plain ones; invisible characters and Markdown's escapes,
    emphasis and marks of headings and quotations go. Nothing else changes: case, quotation marks, dashes
    and digits stay as printed.
    """
    view = View.of(text, *spans).without(markers)
    for pattern, new in (
        (LINE_MARK, ""),
        (EMPHASIS, ""),
        (ESCAPE, r"\1"),
        (INVISIBLE, ""),
        (LINE_END, " "),
        (SPACES, " "),
    ):
        view = view.sub(pattern, new)
    return view


def dressed(text: str, spans: Spans, pieces: Spans) -> Spans:
    """`spans`, which lie in `pieces`, with the stars and underscores that open or close emphasis at their very ends.

    Prose has none, so a span of it would begin a quotation of "*Plan Elm* failed" at the P.
    """
    first, last = spans[0], spans[-1]
    start, end = first.start, last.end
    least = max((piece.start for piece in pieces if piece.start <= start), default=start)
    most = min((piece.end for piece in pieces if piece.end >= end), default=end)
    while start > least and text[start - 1] in EMPHATIC:
        start -= 1
    while end < most and text[end] in EMPHATIC:
        end += 1
    if len(spans) == 1:
        return (Span(start, end),)
    return (Span(start, first.end), *spans[1:-1], Span(last.start, end))


def plain(text: str, *spans: Span) -> str:
    """The prose of `spans` as a plain string, trimmed: for headings and titles in lists and tables."""
    return " ".join(prose(text, spans).text.split())
