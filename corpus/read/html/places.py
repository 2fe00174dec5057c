"""An element and the place it stands in -> the place its own words have: kind, level, note, furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.model import BlockKind
from corpus.read.html.furniture import Furniture
from corpus.read.html.links import roles
from corpus.read.html.notes import Plan
from corpus.read.html.sheets import is_raised
from corpus.read.html.tree import Element
from corpus.read.inline import Tag

HEADING = re.compile(r"h([1-6])")
KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.PARAGRAPH,
    "blockquote": BlockKind.BLOCK_QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
NAMED = (
    (re.compile(r"(?:.*[-_])?(?:photo|image|picture|media)?[-_]?credits?", re.IGNORECASE), BlockKind.CREDIT),
    (
        re.compile(r"(?:(?:wp|table|image|figure|img|photo)-?)?caption(?:-?text)?|MsoCaption", re.IGNORECASE),
        BlockKind.CAPTION,
    ),
    (re.compile(r"block-?(?:text|quote)|quotations?|Mso(?:Intense)?Quote", re.IGNORECASE), BlockKind.BLOCK_QUOTE),
    (re.compile(r"MsoList(?:Paragraph|Bullet|Number)\w*", re.IGNORECASE), BlockKind.LIST_ITEM),
    (re.compile(r"MsoBibliography|csl-entry|csl-bib-body|bib-?entry", re.IGNORECASE), BlockKind.REFERENCE),
    (re.compile(r"MsoToc\w*|MsoTableOfFigures", re.IGNORECASE), BlockKind.FURNITURE),
)
"""Class names that say what a block is: of word processors, blog systems and citation software."""
ENTRY_ROLES = frozenset("doc-biblioentry biblioentry doc-bibliography bibliography".split())
LOWEST = 9


@dataclass(frozen=True, slots=True)
class Place:
    """What holds for words at one place: the nearest that the elements around them say."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    furniture: BlockKind | None = None
    note: Tag | None = None
    raised: bool = False
    preformatted: bool = False


def block_place(element: Element, place: Place, plan: Plan, furniture: Furniture) -> Place:
    """The place of words in a block that stands in `place`."""
    note = plan.notes.get(element.order)
    tag = note.tag if note is not None and not note.inside else plan.going_on.get(element.order, place.note)
    place = replace(
        place,
        note=tag,
        furniture=furniture.roles.get(element.order, place.furniture),
        preformatted=place.preformatted or element.tag in {"pre", "listing", "xmp", "plaintext"},
    )
    if element.order == furniture.title:
        return replace(place, kind=BlockKind.TITLE, furniture=None)
    level = _level(element)
    if level:
        return replace(place, kind=BlockKind.HEADING, level=level)
    kind = _kind(element, place)
    return replace(place, kind=kind, level=place.level if kind is BlockKind.HEADING else 0)


def _level(element: Element) -> int:
    """The level of a heading, 0 for anything else."""
    found = HEADING.fullmatch(element.tag)
    if found:
        return int(found[1])
    if element.get("role").lower() == "heading":
        stated = element.get("aria-level")
        return min(int(stated[:3]), LOWEST) if stated.isdecimal() and stated.strip("0") else 2
    return 0


def _kind(element: Element, place: Place) -> BlockKind:
    if not ENTRY_ROLES.isdisjoint(roles(element)):
        return BlockKind.REFERENCE
    for name in element.get("class").split()[:20]:
        for names, kind in NAMED:
            if names.fullmatch(name):
                return kind
    if place.kind is BlockKind.REFERENCE and element.tag != "dt":
        return place.kind
    return KINDS.get(element.tag, place.kind)


def inline_place(element: Element, place: Place) -> Place:
    """The place of words in an inline element that stands in `place`."""
    if is_raised(element):
        return replace(place, raised=True)
    if (
        element.parent is not None
        and element.parent.tag == "msup"
        and element.place == len(element.parent.children) - 1
    ):
        return replace(place, raised=True)
    return replace(place, raised=False) if element.tag == "sub" and place.raised else place
