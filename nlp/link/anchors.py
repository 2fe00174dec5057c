"""A place by its words: from a span of a paper's text to an Anchor, and back when the text has moved.

A place is found again if its quotation stands there and one side of it, or half of both, still reads as it did.
Where that fits nowhere, or two places alike, it is gone: a correction never slides to another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpus.model import Span
from nlp.link.record import Anchor
from nlp.model import Mention

AROUND = 32
"""Characters that are kept before and after a quotation."""
HALF = 0.5


def make_anchor(paper: str, text: str, span: Span) -> Anchor:
    """The anchor of the words at `span` of the text of `paper`."""
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return Anchor(paper, text[span.start : span.end], before, after)


def find_anchor(anchor: Anchor, text: str) -> Span | None:
    """Where the quotation of `anchor` stands in `text` now; None if it is gone, or could be in two places.

    White space may have changed. Of a quotation without prefix and suffix there may be only one.
    """
    places = [span for span in _quoted(anchor.quote, text) if _fits(anchor, text, span)]
    best = max((_likeness(anchor, text, span) for span in places), default=0)
    alike = [span for span in places if _likeness(anchor, text, span) == best]
    return alike[0] if len(alike) == 1 else None


def find_mention(anchor: Anchor, text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that stands at `anchor` in `text` now; None if it is gone, or if no name is seen there."""
    span = find_anchor(anchor, text)
    there = [mention for mention in mentions if span is not None and mention.span.overlaps(span)]
    return there[0] if len(there) == 1 else None


def _quoted(quote: str, text: str) -> Iterator[Span]:
    words = quote.split()
    if words:
        for match in re.finditer(r"\s+".join(map(re.escape, words)), text):
            yield Span(*match.span())


def _sides(anchor: Anchor, text: str, span: Span) -> Iterator[tuple[str, str]]:
    """(as it was, as it is now) on either side, from the quotation outwards, white space aside."""
    reach = 2 * AROUND
    before, after = text[max(0, span.start - reach) : span.start], text[span.end : span.end + reach]
    yield even(anchor.prefix)[::-1], even(before)[::-1]
    yield even(anchor.suffix), even(after)


def even(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _likeness(anchor: Anchor, text: str, span: Span) -> int:
    """How many characters around a place read as they did."""
    return sum(common(was, now) for was, now in _sides(anchor, text, span))


def _fits(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether all of one side or half of both, as far as there are any, reads as it did.

    Half of one side alone would let "according to the FARC" slide to where the same was said of something else.
    """
    sides = [(was, now) for was, now in _sides(anchor, text, span) if was]
    shares = [common(was, now) / len(was) for was, now in sides]
    return not shares or max(shares) == 1 or min(shares) >= HALF
