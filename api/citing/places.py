"""A locator as typed -> the place it means: words of a paper, a page, a paragraph, a note, or the paper as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from api.notes import words_of
from corpus.errors import BadQueryError, BadSpanError
from corpus.model import Note, Paper, Passage, PassageKind, Span, Spans
from corpus.passages import merged_spans
from nlp.cite.links import SCHEME, Found, State, read_link
from nlp.cite.quote import cite
from nlp.model import Citation

if TYPE_CHECKING:
    from api.library import Library

TAIL = re.compile(
    r"""(?P<paper>\S(?:.*\S)?)\s+(?:
        (?P<places>\d+\s*(?:[-–:,]|\s)\s*\d+(?:\s*;\s*\d+\s*-\s*\d+)*)
      | (?:pp?\.?|page)\s*(?P<page>\S+)
      | (?:¶|para\.?|paragraph)\s*(?P<paragraph>\d+)
      | (?:nn?\.?|note|fn\.?)\s*(?P<note>\S+) )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """What is cited."""

    paper: Paper
    citation: Citation | None = None
    """The words, where they are known: not for a paper as a whole, nor for a page."""
    page: str | None = None
    """For a page as a whole: its printed label."""
    followed: Found | None = None
    """For a link: what became of it."""


def place_of(library: Library, typed: str) -> Place:
    """The place that a locator means.

    A locator is a link ("pincite:..."), a paper or "@key", or a paper followed by characters ("1200-1350", or
    "1200-1350;1420-1500" for words that a page or notes cut), a page ("p. 12"), a paragraph ("para. 4") or a note
    ("n. 7"). Raises BadQueryError for a link that cannot be read or leads
    nowhere any more, NoSuchPaperError, and BadSpanError for a place that the paper does not have.
    """
    words = typed.strip()
    if words.startswith(SCHEME):
        return _followed(library, words)
    whole, found = _paper(library, words), TAIL.fullmatch(words)
    if whole is not None or found is None:
        return Place(whole or library.paper(words))  # which says why there is none
    paper = _paper(library, found["paper"]) or library.paper(found["paper"])
    if found["places"] is not None:
        return Place(paper, citation_of(library, paper, _spans(paper, found["places"])))
    if found["page"] is not None:
        return _page(paper, found["page"].rstrip(","))
    if found["paragraph"] is not None:
        return _paragraph(library, paper, int(found["paragraph"]))
    return _note(library, paper, found["note"])


def citation_of(library: Library, paper: Paper, spans: Spans) -> Citation:
    """The citation of words of a paper, with the page, paragraph or note they stand in. Raises BadSpanError."""
    passages = library.layer(paper.name, Passage)
    notes = library.layer(paper.name, Note)
    where = next((p for p in passages if any(piece.overlaps(spans[0]) for piece in p.spans)), None)
    label = notes[where.note].label if where is not None and where.note is not None else None
    found = cite(
        paper, where or Passage(spans, PassageKind.BODY, page=paper.page_at(spans[0].start)), spans, note=label
    )
    if found is None:
        raise BadSpanError(f"there are no words at {spans[0].start} to {spans[-1].end} of {paper.name}.")
    return found


def _paper(library: Library, name: str) -> Paper | None:
    """The paper of that name, beginning of a name, or key; None if there is none."""
    if name.startswith("@"):
        known = library.citing.named(name[1:])
        return None if known is None else library.paper(known)
    held = library.names()
    if name in held or sum(each.startswith(name) for each in held) == 1:
        return library.paper(name)
    return None


def _followed(library: Library, address: str) -> Place:
    found = library.citing.follow([read_link(address)])[0]
    if found.state is State.GONE or found.paper is None:
        raise BadQueryError(f"the words that the link meant are gone: {found.link.quote[:80]!r}.")
    paper = library.paper(found.paper)
    return Place(paper, citation_of(library, paper, found.spans), followed=found)


def _spans(paper: Paper, typed: str) -> Spans:
    """Ranges of characters as they are typed; those with no word between them are one."""
    numbers = [int(each) for each in re.findall(r"\d+", typed)]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    for start, end in pairs:
        if not start < end <= len(paper.text):
            raise BadSpanError(f"{start} to {end} is no place in {paper.name}, which has {len(paper.text)} characters.")
    if any(before[1] > after[0] for before, after in pairwise(pairs)):
        raise BadSpanError(f"{typed}: the pieces of a place are named in the order in which they stand.")
    spans = [Span(*pair) for pair in pairs]
    return merged_spans(paper.text, spans) if len(spans) > 1 else tuple(spans)


def _page(paper: Paper, label: str) -> Place:
    known = [page.label for page in paper.pages if page.label]
    if label not in known:
        have = f"its pages are {known[0]} to {known[-1]}" if known else "it has no printed pages; cite a paragraph"
        raise BadSpanError(f"{paper.name} has no page {label}: {have}.")
    return Place(paper, page=label)


def _paragraph(library: Library, paper: Paper, number: int) -> Place:
    body = [p for p in library.layer(paper.name, Passage) if p.paragraph is not None and p.paragraph <= number]
    counted = max((p.paragraph or 0 for p in library.layer(paper.name, Passage)), default=0)
    if not body or number < 1 or number > counted:
        raise BadSpanError(f"{paper.name} has no paragraph {number}: it has {counted}.")
    own = [p for p in body if p.paragraph == number] or body[-1:]
    spans = merged_spans(paper.text, [span for passage in own for span in passage.spans])
    return Place(paper, cite(paper, own[0], spans, paragraph=number))


def _note(library: Library, paper: Paper, label: str) -> Place:
    notes = library.layer(paper.name, Note)
    labels = [note.label for note in notes]
    if labels.count(label) != 1:
        why = "more than one note" if label in labels else "no note"
        raise BadSpanError(f"{paper.name} has {why} {label}: give its characters instead (`pincite notes`).")
    note = notes[labels.index(label)]
    return Place(paper, citation_of(library, paper, words_of(paper, note)))
