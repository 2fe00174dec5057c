"""Links that may be markers -> the page's markers and notes: where each note begins and what of it is no words.

No list of brands: a target is a note when it begins with the marker's sign, is that item of a numbered list, links
back to the marker, or says so itself; and when it comes later, is no heading and does not hold its own marker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.read.html.evidence import Evidence
from corpus.read.html.links import BACK_NAMES, Link, block_of, fragment_of, is_stated_note, roles
from corpus.read.html.signs import counted, is_bracketed, sign_of
from corpus.read.html.tree import Element, Tree, text_of
from corpus.read.inline import Tag, raise_sign

CONTINUING = frozenset("p ul ol blockquote div dd pre".split())
BACK = re.compile(
    r"""[^\w]* (?: [a-z] | (?:jump|back|go\s+back|return)\b [\w\s]{0,40} | up | top | zurück | retour
          | volver | voltar )? [^\w]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""The words of a link back to the text: an arrow, a letter where there are several, or "Jump up"."""
LONGEST_BACK = 40


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the page, from `start` on."""

    tag: Tag
    start: Element
    inside: bool
    """It begins within a block that holds more than this note; else `start` is all of its first block."""
    sign: str
    """As the page prints it in the marker, and perhaps before the note."""
    goes_on: bool = False
    """Of one that begins inside a block: it ends where the next begins, not with its first paragraph."""


@dataclass(slots=True)
class Plan:
    """Where markers and notes are, by the order of the element."""

    markers: dict[int, tuple[str, Tag]] = field(default_factory=dict)
    """Element -> the marker printed in its place."""
    notes: dict[int, Note] = field(default_factory=dict)
    """Element -> the note that begins there."""
    going_on: dict[int, Tag] = field(default_factory=dict)
    """Element beside a note's first -> the note that it continues."""
    skipped: set[int] = field(default_factory=set)
    """Elements that are no words: links back to the text."""
    parts: set[int] = field(default_factory=set)
    """Elements that hold notes: kept whatever else is said of them."""


def plan_notes(tree: Tree, links: Sequence[Link]) -> Plan:
    """The markers and notes of a page."""
    evidence = Evidence(tree, [link.target for link in links if link.target is not None])
    starts: dict[int, tuple[Element, bool]] = {}
    accepted: list[tuple[Link, Element | None]] = []
    behind: list[Link] = []
    for link in links:
        if link.target is None:
            if link.stated or link.raised:
                accepted.append((link, None))
        elif link.target.order <= link.anchor.order:
            behind.append(link)
        else:
            start, inside = evidence.start(link.target)
            if start.order in starts or evidence.is_note(link, start):
                starts.setdefault(start.order, (start, inside))
                accepted.append((link, start))
    for link in behind:  # a second marker below its note; any other link that points up is none
        above = evidence.start(link.target)[0] if link.target is not None else None
        if above is not None and above.order in starts and not above.holds(link.anchor):
            accepted.append((link, above))
    plan = _numbered(sorted(accepted, key=lambda pair: pair[0].anchor.order), starts)
    _go_on(plan, tree)
    _skip_links_back(plan, tree)
    plan.parts = _holders(plan)
    return plan


def _numbered(accepted: Sequence[tuple[Link, Element | None]], starts: dict[int, tuple[Element, bool]]) -> Plan:
    """Labels as counted; a sign that the page leaves to its style sheet is the next number."""
    plan = Plan()
    labels = counted(link.sign for link, _ in accepted if link.sign)
    unsigned: dict[str, str] = {}
    tags: dict[int, Tag] = {}
    for link, start in accepted:
        sign = link.sign or unsigned.setdefault(link.fragment, str(len(unsigned) + 1))
        tag = Tag(labels.get(sign, sign), link.fragment if start is not None else f"#{link.fragment}")
        if start is not None:
            tag = tags.setdefault(start.order, tag)
            plan.notes.setdefault(start.order, Note(tag, *starts[start.order], sign))
        plain = link.raised or not is_bracketed(link.words)  # a bare number is raised by the style sheet
        plan.markers[link.shown.order] = (raise_sign(sign) if plain and " " not in sign else link.words, tag)
    return plan


def _holders(plan: Plan) -> set[int]:
    """All elements above notes; each is climbed to once."""
    holders: set[int] = set()
    for note in plan.notes.values():
        holders.add(note.start.order)
        for above in note.start.ancestors():
            if above.order in holders:
                break
            holders.add(above.order)
    return holders


def _go_on(plan: Plan, tree: Tree) -> None:
    """Blocks between two notes that stand side by side continue the first, where no text with markers stands there."""
    whole = sorted((note for note in plan.notes.values() if not note.inside), key=lambda note: note.start.order)
    outside = _outside(sorted(plan.markers), whole)
    groups: dict[int, list[Note]] = {}
    for note in whole:
        if note.start.parent is not None:
            groups.setdefault(note.start.parent.order, []).append(note)
    _go_on_inside(plan, outside)
    for order, notes in groups.items():
        parent = tree.elements[order]
        for note, following in zip(notes, [*notes[1:], None], strict=True):
            if following is None and not (is_stated_note(parent) or note.start.tag == "dt"):
                continue
            if _stand_between(outside, note.start.last, following.start.order if following else parent.last + 1):
                continue
            end = following.start.place if following else len(parent.children)
            for sibling in parent.children[note.start.place + 1 : end]:
                if isinstance(sibling, Element):
                    if sibling.tag not in CONTINUING:
                        break
                    plan.going_on[sibling.order] = note.tag


def _go_on_inside(plan: Plan, outside: Sequence[int]) -> None:
    """The same for notes whose anchors stand in one block, before their words."""
    groups: dict[int, list[Note]] = {}
    for note in plan.notes.values():
        if note.inside:
            groups.setdefault(block_of(note.start).order, []).append(note)
    for notes in groups.values():
        ordered = sorted(notes, key=lambda note: note.start.order)
        for note, following in pairwise(ordered):
            if not _stand_between(outside, note.start.last, following.start.order):
                plan.notes[note.start.order] = replace(note, goes_on=True)


def _stand_between(outside: Sequence[int], after: int, before: int) -> bool:
    """Whether a marker of the text stands between two places: then text does, which is no note's."""
    at = bisect_right(outside, after)
    return at < len(outside) and outside[at] < before


def _outside(markers: Sequence[int], whole: Sequence[Note]) -> list[int]:
    """The markers that do not stand in notes."""
    found: list[int] = []
    spans = iter([(note.start.order, note.start.last) for note in whole])
    start, end = next(spans, (0, -1))
    for marker in markers:
        while end < marker and (span := next(spans, None)) is not None:
            start, end = max(span[0], start), max(span[1], end)
        if not start <= marker <= end:
            found.append(marker)
    return found


def _skip_links_back(plan: Plan, tree: Tree) -> None:
    done = -1
    for note in sorted(plan.notes.values(), key=lambda note: note.start.order):
        block = block_of(note.start) if note.inside else note.start
        for element in tree.elements[max(block.order, done + 1) : block.last + 1]:
            if element.order not in plan.markers and _is_back(element, note, tree):
                plan.skipped.add(element.order)
        done = max(done, block.last)


def _is_back(element: Element, note: Note, tree: Tree) -> bool:
    named = BACK_NAMES.search(f"{element.get('class')} {element.get('rev')} {element.get('rel')}")
    if (element.tag != "a" and not named) or element.length > LONGEST_BACK:
        return False
    words = text_of(element, LONGEST_BACK * 3)
    if sign_of(words).isdecimal() or sign_of(words) == note.sign:
        return False  # the note's own number, linked to its marker
    if named or "doc-backlink" in roles(element):
        return True
    target = tree.named.get(fragment_of(element))
    return target is not None and target.order < note.start.order and BACK.fullmatch(words) is not None
