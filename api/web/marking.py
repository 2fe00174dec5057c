"""A stretch of a paper's text and what stands in it -> HTML of the same characters, with what is to be seen marked.

The text nodes of what comes out are the text itself, character for character: a place on the page is a place in the
paper. What a page adds (page numbers, signs) it adds by style.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from api.web.rendering import shown

SUPERSCRIPT = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021]+")
OPEN, TITLED, CLOSE, END = map(Markup, ('<span class="', '" title="', '">', "</span>"))
Places = Iterable[Sequence[int]]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch that is shown in a way of its own."""

    start: int
    end: int
    name: str
    """The class of its element; "mark" for the element `mark`, "noteref" for a link to a note."""
    title: str = ""
    link: str = ""


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """``text[start:end]`` as HTML. `marks` may overlap; those that lie elsewhere are passed over."""
    near = [one for one in marks if one.start < end and start < one.end]
    if not near:
        return Markup.escape(shown(text[start:end]))
    cuts = sorted({start, end, *(at for one in near for at in (one.start, one.end) if start < at < end)})
    return Markup("").join(_piece(text, one, other, near) for one, other in pairwise(cuts))


def between(marks: Sequence[Mark], start: int, end: int, longest: int) -> Sequence[Mark]:
    """Those of `marks`, in order, that may reach into a stretch; none is longer than `longest`."""
    return marks[
        bisect_left(marks, start - longest, key=lambda one: one.start) : bisect_left(
            marks, end, key=lambda one: one.start
        )
    ]


def words_marked(text: str, pieces: Places, matched: Places, best: Places = ()) -> Markup:
    """The pieces of a passage, with the words that matched marked and its best sentence set off."""
    marks = [Mark(start, end, "mark") for start, end in matched] + [Mark(start, end, "best") for start, end in best]
    return Markup(" ").join(marked(text, start, end, marks) for start, end in pieces)


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    inside = [one for one in marks if one.start <= start and end <= one.end]
    html = Markup.escape(shown(text[start:end]))
    for name in ("noteref", "mark"):
        one = next((one for one in inside if one.name == name), None)
        if one is not None:
            html = _element(one, html, start)
    names = sorted({one.name for one in inside} - {"noteref", "mark"})
    if not names:
        return html
    title = next((one.title for one in inside if one.title and one.name not in ("noteref", "mark")), "")
    told = (TITLED, Markup.escape(shown(title))) if title else ()
    return Markup("").join((OPEN, " ".join(names), *told, CLOSE, html, END))  # several times as fast as `format`


def _element(one: Mark, html: Markup, start: int) -> Markup:
    if one.name == "mark":
        return Markup("<mark>{}</mark>").format(html)
    told = html
    if one.link:
        told = Markup('<a role="doc-noteref" href="#{}" id="m{}">{}</a>').format(one.link, start, html)
    if SUPERSCRIPT.fullmatch(html):  # raised by its own characters
        return Markup('<span class="noteref raised">{}</span>').format(told)
    return Markup('<sup class="noteref">{}</sup>').format(told)
