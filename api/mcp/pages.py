"""A place or a paper -> its words in parts that an assistant can hold; where something is left, it says where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from api.citing.places import Place
from api.citing.pointing import pointed
from api.notes import words_of
from api.outline import outline
from api.records import Record, place
from corpus.errors import BadSpanError
from corpus.model import Marker, Note, Paper, Passage, PassageKind, Span, Spans, within

if TYPE_CHECKING:
    from api.library import Library

MOST = 100
"""Entries of one page of a list."""
LARGEST = 20_000
"""Characters of a paper in one answer."""
LINKED = 2_000
"""Characters that a link quotes; of more it leads to the first."""
PAPERS = "pincite://papers/"


def uri_of(name: str) -> str:
    """The resource of a paper."""
    return PAPERS + quote(name, safe="")


def reading(library: Library, locator: str, before: int, after: int) -> Record:
    """The words at a place with the notes called in them and so many passages around.

    Raises as `api.citing.places.place_of` does.
    """
    found = library.citing.place(locator)
    paper = found.paper
    spans, rest = bounded(paper, _spans(found))
    linked, _ = bounded(paper, spans, LINKED)
    words, link = pointed(library, [(paper, spans), (paper, linked)])
    passages: Sequence[Passage] = library.layer(paper.name, Passage)
    body = [one for one in passages if one.kind is PassageKind.BODY]
    left = [one for one in body if one.spans[-1].end <= spans[0].start]
    right = [one for one in body if one.spans[0].start >= spans[-1].end]
    return words | {
        "link": link["link"],
        "notes": _notes(library, paper, spans),
        "before": pointed(library, [(paper, one.spans) for one in left[len(left) - before :]]),
        "after": pointed(library, [(paper, one.spans) for one in right[:after]]),
        "next": f"{paper.name} {rest.start}-{rest.end}" if rest else None,
    }


def paper_page(library: Library, key: str) -> Record:
    """A paper's outline, by its name or cite key, with the resource of its text. Raises NoSuchPaperError."""
    record = outline(library, named(library, key))
    del record["path"]
    return record | {"text": f"{uri_of(record['paper'])}/text"}


def text_page(library: Library, key: str, start: int) -> Record:
    """A part of a paper's text from a character on, and the resource of the `next`. Raises also BadSpanError."""
    paper = library.paper(named(library, key))
    if not 0 <= start < len(paper.text):
        raise BadSpanError(f"{paper.name} has no character {start}: it has {len(paper.text)}.")
    (part,), rest = bounded(paper, (Span(start, len(paper.text)),))
    return {
        "paper": paper.name,
        "start": part.start,
        "end": part.end,
        "characters": len(paper.text),
        "text": paper.quote(part),
        "next": f"{uri_of(paper.name)}/text?start={part.end}" if rest else None,
    }


def named(library: Library, key: str) -> str:
    """The paper of that name or cite key, or whose name begins so. Raises NoSuchPaperError."""
    known = None if key in library.names() else library.citing.named(key.removeprefix("@"))
    return known or library.paper(key).name


def bounded(paper: Paper, spans: Spans, most: int = LARGEST) -> tuple[Spans, Span | None]:
    """As much of `spans` as one answer holds, cut between words where there are any, and where the rest stands."""
    kept: list[Span] = []
    for span in spans:
        if span.length <= most:
            kept.append(span)
            most -= span.length
            continue
        end = span.start + most
        space = max(paper.text.rfind(sign, span.start + most // 2, end) for sign in " \n")
        end = space + 1 if space > 0 else end
        if end > span.start:
            kept.append(Span(span.start, end))
        return tuple(kept), Span(end, spans[-1].end)
    return tuple(kept), None


def _spans(found: Place) -> Spans:
    if found.citation is not None:
        return found.citation.spans
    if found.page is not None:
        return tuple(page.span for page in found.paper.pages if page.label == found.page and page.span.length)
    return (Span(0, len(found.paper.text)),)


def _notes(library: Library, paper: Paper, spans: Spans) -> list[Record]:
    notes: Sequence[Note] = library.layer(paper.name, Note)
    called: dict[Span, Marker] = {each.span: each for each in library.layer(paper.name, Marker)}
    markers = (called[span] for span in within(sorted(called), spans))
    numbers = dict.fromkeys(each.note for each in markers if each.note is not None)
    return [{"number": notes[at].label} | place(paper, words_of(paper, notes[at])) for at in numbers]
