"""A locator -> the passage it means, with what is around it: the passages beside it, its notes, figures and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.figures.record import figure_record
from api.notes import words_of
from api.records import Record, cited, pairs, place
from corpus.errors import BadSpanError
from corpus.model import Note, Paper, Passage
from corpus.prose import plain

if TYPE_CHECKING:
    from api.citing.places import Place
    from api.library import Library


def passage_record(library: Library, locator: str) -> Record:
    """The passage that holds the place a locator means; see `api.citing.places.place_of`, and raises as it does.

    `place` is where the locator itself leads, `before` and `after` are the passages beside. Raises BadSpanError where
    no passage stands, and for a paper as a whole.
    """
    found = library.citing.place(locator)
    paper, at = found.paper, _start(found, locator)
    passages = library.layer(paper.name, Passage)
    number = next((n for n, one in enumerate(passages) if any(s.start <= at < s.end for s in one.spans)), None)
    if number is None:
        raise BadSpanError(f"no passage of {paper.name} stands at {at}.")
    beside = library.around(paper.name, passages[number])
    exact = None if found.citation is None else place(paper, found.citation.spans)
    return {
        **_passage(library, paper, passages[number]),
        "place": exact,
        "before": _passage(library, paper, passages[number - 1]) if number else None,
        "after": _passage(library, paper, passages[number + 1]) if number + 1 < len(passages) else None,
        "notes": [{"number": note.label, **place(paper, words_of(paper, note))} for note in beside.notes],
        "figures": [figure_record(paper, figure) for figure in beside.figures],
        "names": [{"name": name, "label": str(label), "mentions": count} for name, label, count in beside.names],
    }


def _start(found: Place, locator: str) -> int:
    if found.citation is not None:
        return found.citation.spans[0].start
    page = next((page for page in found.paper.pages if page.label and page.label == found.page), None)
    if page is None:
        raise BadSpanError(f"{locator!r} is a paper as a whole: name a place in it, such as para. 4 or 1200-1350.")
    text, start = found.paper.text, page.span.start
    return next((at for at in range(start, page.span.end) if not text[at].isspace()), start)


def _passage(library: Library, paper: Paper, passage: Passage) -> Record:
    label = None if passage.note is None else library.layer(paper.name, Note)[passage.note].label
    return {
        **place(paper, passage.spans),
        "spans": pairs(passage.spans),
        "kind": str(passage.kind),
        "section": [plain(paper.text, span) for span in passage.section],
        "paragraph": passage.paragraph,
        "note": label,
        "citation": cited(paper.name, page=passage.page, paragraph=passage.paragraph, note=label),
    }
