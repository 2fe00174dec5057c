"""A mention -> the form in which its entity lists it: the words printed there, as the tagger read them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Span, Spans, within
from corpus.prose import prose
from nlp.tag.names.lists.canon import key
from nlp.tag.names.reading import even


def printed_form(text: str, span: Span, markers: Spans, aliases: Sequence[str]) -> str:
    """The one of an entity's `aliases` that stands at `span` of `text`; `markers` are the paper's note markers.

    Where a word is broken at a line's end, the tagger saw more of the paper than the mention: then it is the alias
    with the same key, or the most frequent one. Raises IndexError for an entity without aliases.
    """
    words = even(prose(text, (span,), within(markers, (span,)))).text
    if words in aliases:
        return words
    return next((alias for alias in aliases if key(alias) == key(words)), aliases[0])
