"""Spans of a paper -> the words as a reader would say them, as a View with its way back.

Markup, note markers and line ends are how a text is printed, not what it says. Every tagger, the search
index and the sentence splitter read prose; nobody shows it: what is shown is always the source itself.
"""

from __future__ import annotations

import re
from functools import partial

from corpus.model import Span, Spans, hull
from corpus.view import View

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
EMPHASIS = re.compile(
    r"""(?<![\w*\\])(\*{1,3}|_{1,3})(?=[^\s*_])   # opens *words*
      | (?<=[^\s*_\\])(\*{1,3}|_{1,3})(?![\w*])   # closes them""",
    re.VERBOSE,
)
EMPHATIC = "*_"
DRESSED = re.compile(r"[\\*_\r\n\t\f\v\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u2069\u3000\ufeff]|\A[ ]*[#>:]")
"""What there is to clean; most text made by typesetters has nothing of it."""
LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}|>(?:[ \t]?>)*|:)[ \t]+", re.MULTILINE)
LINE_END = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[\s\u200b]*")
BROKEN = re.compile(
    r"(?<![^\W\d_])(?P<head>[^\W\d_]{1,60})(?P<hyphen>[-\u00ad\u2010])"
    r"[ \t]*(?:\r\n|\r|\n)[ \t\u200b]*(?P<tail>[^\W\d_]{1,60})"
)
"""A word that a printer broke at the end of a line, or a compound that happened to end there."""
SUSPENDED = frozenset("and or nor to und oder bis y o u e et ou ni".split())
"""Behind a hyphen these show that it was meant: "short- and long-term"."""
AROUND = 100_000
"""Characters before and behind in which the same word is looked for: enough for a paper, bounded for a book."""
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\f\v]")
INVISIBLE = re.compile(r"[\ufeff\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069]")


def prose(text: str, spans: Spans, markers: Spans = ()) -> View:
    """The words of `spans` of `text` without the `markers` among them.

    Line ends become spaces, odd spaces become plain ones; invisible characters and Markdown's escapes,
    emphasis and marks of headings and quotations go; a word broken at a line's end is made whole. Nothing else
    changes: case, quotation marks, dashes and digits stay as printed.
    """
    view = View.of(text, *spans).without(markers)
    if DRESSED.search(view.text) is None:
        return view
    if spans:
        view = view.sub(BROKEN, partial(_whole, text, hull(spans)))
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


def _whole(text: str, where: Span, match: re.Match[str]) -> str:
    """The broken word as the paper writes it elsewhere; with its hyphen where the paper does not say."""
    head, tail = match["head"], match["tail"]
    if match["hyphen"] == "\u00ad":
        return head + tail
    if tail.lower() in SUSPENDED:
        return f"{head}- {tail}"
    first, last = max(0, where.start - AROUND), where.end + AROUND
    joined = text.find(head + tail, first, last) >= 0
    return head + tail if joined and text.find(f"{head}-{tail}", first, last) < 0 else f"{head}-{tail}"


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
    words = text[spans[0].start : spans[0].end] if len(spans) == 1 else "\n"
    return " ".join((words if DRESSED.search(words) is None else prose(text, spans).text).split())
