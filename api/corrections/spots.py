"""A paper and a place in it, as a user names them -> the mention that stands there, and words to find it again."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import BadQueryError
from corpus.model import Span
from corpus.prose import plain
from corpus.store import Store
from nlp.link.anchors import make_anchor
from nlp.link.record import Anchor
from nlp.model import Mention


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a correction is about: a whole paper, or one mention in it."""

    at: Anchor
    mention: Mention | None = None
    """As it was tagged ..."""
    form: str = ""
    """... and as it is printed."""


def spot(store: Store, paper: str, span: Span | None) -> Spot:
    """The place that `paper`, and `span` of its text if there is one, name.

    A mention is meant by any span that meets it and no other. Raises BadQueryError where no mention stands.
    """
    if span is None:
        return Spot(Anchor(paper))
    found = [
        each for each in store.records(paper, Mention) if each.span.start < span.end and span.start < each.span.end
    ]
    exact = [each for each in found if each.span == span] or found
    text = store.paper(paper)
    if len(exact) != 1:
        there = ", ".join(f'"{text.quote(each.span)}" at {each.span.start} {each.span.end}' for each in exact)
        why = f"there are {there}: name one" if exact else "no name stands there"
        raise BadQueryError(f"{paper} {span.start}-{span.end}: {why}.")
    return Spot(make_anchor(paper, text.text, exact[0].span), exact[0], plain(text.text, exact[0].span))
