"""Prose -> short forms that nobody explains: "published by the World Seed Bank ... what the WSB does".

A reader sees that they belong together; so do we, where the name stands shortly before in the same stretch, is a
body by its head word, and all its initials make the short form, which the paper explains nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from nlp.model import Label
from nlp.tag.names.acronyms.longforms import ROMAN
from nlp.tag.names.acronyms.spelling import INITIALS, Word, begin, core, words_in
from nlp.tag.names.lists.gazetteers import is_term, known
from nlp.tag.names.lists.tables import fold
from nlp.tag.names.patterns.triggers import head_label

SHORT = re.compile(r"\b[Tt]he (?P<short>[A-Z]{3,6})(?![\w&/-])")
NEAR = 500
"""Characters before the short form in which the name must stand."""


def find_implied(text: str, explained: Collection[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """(short, long) as pairs of offsets into `text`, each short form once; not those `explained`."""
    done = set(explained)
    for match in SHORT.finditer(text):
        short = match["short"]
        if short in done or known(short) is not None or is_term(short) or ROMAN.match(short):
            continue
        done.add(short)
        first = max(0, match.start() - NEAR)
        near = fold(text[first : match.start()])
        long = _name(core(short), near, words_in(near, 0, len(near)))
        if long:
            yield match.span("short"), (first + long[0], first + long[1])


def _name(spelt: str, text: str, before: Sequence[Word]) -> tuple[int, int] | None:
    """The last body before with these initials."""
    for end in range(len(before), len(spelt) - 1, -1):
        if before[end - 1].capital and before[end - 1].low[0] == spelt[-1]:
            at = begin(spelt, before[:end], INITIALS)
            if at is not None and _is_body(text, before[at:end]):
                return before[at].start, before[end - 1].end
    return None


def _is_body(text: str, name: Sequence[Word]) -> bool:
    tight = all(text[a.end : b.start] in {" ", "-", " & "} for a, b in pairwise(name))
    capitals = all(word.capital or word.small for word in name)
    return tight and capitals and any(head_label(word.text) is Label.ORG for word in name)
