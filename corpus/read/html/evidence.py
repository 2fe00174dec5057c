"""A link and its target -> whether the target is the note the link marks, and where that note begins."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from corpus.read.html.links import (
    OTHER_THINGS,
    REFERENCE_ROLES,
    Link,
    block_of,
    fragment_of,
    is_stated_note,
    roles,
    words_before,
)
from corpus.read.html.signs import is_bracketed
from corpus.read.html.tree import Element, Tree, text_of
from corpus.read.numerals import PLAIN_DIGITS

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
HOLDERS = frozenset("li dd tr".split())
"""One of these is one note."""
OUTERMOST = frozenset("body main article html ol ul dl table tbody".split())
ARROWS = "^↑⤴↩↵⏎⬆←«\ufe0e\u200b"
LEAD = 60
"""Characters at the start of a note that are looked at."""
STATED_ABOVE = 5
"""Levels above a target at which a page says that these are notes."""
MOST_BACK = 200
"""Links back from one note."""
JUST_BEFORE = 3
"""Elements before a marker in which its own anchor may stand."""


class Evidence:
    """Knows a page's targets and the numbers of its list items."""

    def __init__(self, tree: Tree, targets: Sequence[Element]) -> None:
        self._tree = tree
        self._targets = sorted({target.order for target in targets})
        self._ordinals: dict[int, dict[int, int]] = {}
        self._back: dict[int, list[Element]] = {}
        """Where the links in a note lead."""

    def start(self, target: Element) -> tuple[Element, bool]:
        """Where the note at `target` begins, and whether that is inside a block that holds more than this note."""
        block = block_of(target)
        if block is not target and (
            block.tag in OUTERMOST or self._targets_in(block) > 1 or _words_between(block, target)
        ):
            return target, True
        while block.tag not in HOLDERS and block.parent is not None:
            above = block.parent
            if above.tag in OUTERMOST or self._targets_in(above) > 1:
                break
            if above.tag != "tr" and (
                not (above.tag in {"li", "dd", "td", "aside"} or is_stated_note(above)) or _words_between(above, block)
            ):
                break
            block = above
        return block, False

    def is_note(self, link: Link, start: Element) -> bool:
        """Whether the link is a marker and the target its note."""
        if start.holds(link.anchor) or _is_headed(start, self._tree) or not link.target:
            return False
        by_role = bool(roles(link.anchor) & REFERENCE_ROLES)
        plain = not link.raised and not is_bracketed(link.words)
        if plain and not by_role and OTHER_THINGS.search(words_before(link.shown)):
            return False
        if by_role or link.stated:
            return True
        labelled = self._begins_with(link.sign, start, link.target) or self._is_item(link.sign, start)
        linked = self._links_back(link, start)
        if labelled and linked:
            return True
        said = self._is_said_to_be(start)
        return (labelled or linked or said) if not plain else (labelled and said)

    def _targets_in(self, element: Element) -> int:
        return bisect_right(self._targets, element.last) - bisect_left(self._targets, element.order)

    def _begins_with(self, sign: str, start: Element, target: Element) -> bool:
        """Whether the note prints the sign first, in brackets or not, and not as part of a longer number."""
        label = re.compile(rf"\W*{re.escape(sign)}(?!\d|[.,]\d)", re.IGNORECASE)
        leads = [text_of(start, LEAD)] if start is not target or target.length else []
        leads += [_words_from(target)] if start is target or not target.length else []
        return any(label.match(lead.translate(PLAIN_DIGITS).lstrip(ARROWS + " \t\r\n\u00a0")) for lead in leads)

    def _is_item(self, sign: str, start: Element) -> bool:
        if start.tag != "li" or start.parent is None or start.parent.tag != "ol":
            return False
        known = self._ordinals.setdefault(start.parent.order, {})
        if not known:
            known.update(ordinals(start.parent))
        return str(known.get(start.order)) == sign

    def _links_back(self, link: Link, start: Element) -> bool:
        known = self._back.get(start.order)
        if known is None:
            inside = self._tree.elements[start.order : start.last + 1]
            links = (each for each in inside if each.tag == "a" and "#" in each.get("href"))
            targets = {
                id(back): back for each in links if (back := self._tree.named.get(fragment_of(each))) is not None
            }
            known = self._back[start.order] = list(targets.values())[:MOST_BACK]
        return any(_is_at(back, link.anchor) for back in known)

    def _is_said_to_be(self, start: Element) -> bool:
        if is_stated_note(start):
            return True
        return any(is_stated_note(above) for above, _ in zip(start.ancestors(), range(STATED_ABOVE), strict=False))


def ordinals(listing: Element) -> dict[int, int]:
    """The items of an ordered list -> the numbers a browser prints for them."""
    stated = listing.get("start")
    number = int(stated) if stated.isdecimal() and len(stated) < 7 else 1
    found: dict[int, int] = {}
    for item in listing.children:
        if isinstance(item, Element) and item.tag == "li":
            value = item.get("value")
            number = int(value) if value.isdecimal() and len(value) < 7 else number
            found[item.order] = number
            number += 1
    return found


def _is_at(back: Element, anchor: Element) -> bool:
    """Whether a link back leads to the marker: to it, to an element in its line that holds it, or to just before it."""
    if back.holds(anchor):
        return back is anchor or back.order >= block_of(anchor).order
    return 0 < anchor.order - back.last <= JUST_BEFORE and block_of(back) is block_of(anchor)


def _is_headed(start: Element, tree: Tree) -> bool:
    """Whether a target is a heading, part of one, or a section with headings: no note is."""
    if start.tag in HEADINGS or any(above.tag in HEADINGS for above in start.ancestors()):
        return True
    return any(
        element.tag in HEADINGS for element in tree.elements[start.order : min(start.last, start.order + 30) + 1]
    )


def _words_between(above: Element, below: Element) -> bool:
    """Whether words stand in `above` before `below`, other than brackets and arrows."""
    element: Element = below
    while element is not above and element.parent is not None:
        for sibling in element.parent.children[max(0, element.place - 8) : element.place]:
            words = sibling if isinstance(sibling, str) else text_of(sibling, LEAD)
            if any(sign.isalnum() for sign in words):
                return True
        element = element.parent
    return False


def _words_from(target: Element) -> str:
    """The first words from an anchor on, in its block."""
    words = text_of(target, LEAD)
    element = target
    block = block_of(target)
    while len(words) < LEAD and element is not block and element.parent is not None:
        for sibling in element.parent.children[element.place + 1 : element.place + 9]:
            words += sibling if isinstance(sibling, str) else text_of(sibling, LEAD)
        element = element.parent
    if len(words.strip()) < 2 and target.parent is not None:  # an anchor alone, before its paragraph
        for sibling in target.parent.children[target.place + 1 : target.place + 4]:
            words += sibling if isinstance(sibling, str) else text_of(sibling, LEAD)
    return words
