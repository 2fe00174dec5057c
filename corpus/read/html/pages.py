"""An element that marks a page break -> the number printed on the page that begins there."""

from __future__ import annotations

import re

from corpus.read.html.tree import Element, text_of

LABEL = re.compile(
    r"(?:page|p\.?|pg\.?|seite|página|pagina)?[\s_.:-]*(?P<label>\d{1,5}|[ivxlcdm]{1,8}|[A-Z]{1,2}[-.]?\d{1,4})\.?",
    re.IGNORECASE,
)


def page_label(element: Element) -> str | None:
    """As its title, label, words or id state it, in that order; None where none is a page number."""
    for words in (element.get("title"), element.get("aria-label"), text_of(element, 20), element.get("id")):
        found = LABEL.fullmatch(words.strip())
        if found:
            return found["label"]
    return None
