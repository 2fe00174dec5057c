"""A page's tree -> notes that stand inside the sentence they belong to: side notes, tool tips, notes shown on a click.

They are lifted out of the sentence; what marks them there stays. One without any sign is a note without a marker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from corpus.read.html.links import block_of, is_inline
from corpus.read.html.notes import Plan
from corpus.read.html.signs import sign_of
from corpus.read.html.tree import Element, Tree, text_of
from corpus.read.inline import Tag, raise_sign

NAMES = re.compile(
    r"(?:.*[-_])?(?:side|margin|foot|end)[-_]{0,2}notes?(?:[-_]+(?:text|content|body|tooltip|popup|note|inline|wrapper))*|ltx_note",
    re.IGNORECASE,
)
"""Class names of an inline element that is a note as a whole."""
COUNTED = re.compile(r"(?:side|foot|end)[-_]?note[-_](?:number|counter|ref|mark|marker|label)", re.IGNORECASE)
"""Class names of a sign that the style sheet prints, or that stands before such a note."""
TIPS = (
    "data-footnote", "data-footnote-content", "data-footnote-text", "data-note", "data-fn", "data-tooltip",
    "data-tippy-content", "data-content", "data-bs-content", "data-bs-original-title", "data-original-title", "title",
)  # fmt: skip
TIP_TAGS = re.compile(r"<[^<>]*>")
NO_NOTE = re.compile(
    r"\s*(?:(?:jump|go|skip|link|view|back|show|open|click|read)\b|see\s+(?:the\s+)?(?:foot|end)?note)", re.IGNORECASE
)
LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Aside:
    """A note lifted out of a sentence: an element with its words, or the words of a tool tip."""

    tag: Tag | None
    printed: str
    """Its label as it stands in the text, "" if it has none."""
    element: Element | None = None
    words: str = ""


def lift_asides(tree: Tree, plan: Plan) -> dict[int, Aside]:
    """Notes inside sentences by the order of the element that holds them; their markers are added to `plan`."""
    lifted: dict[int, Aside] = {}
    count = 0
    at = 0
    while at < len(tree.elements):
        element = tree.elements[at]
        at += 1
        if element.order in plan.markers or element.order in plan.notes:
            at = element.last + 1 if element.order in plan.notes else at
        elif _is_aside(element):
            aside, count = _aside(element, plan, count)
            lifted[element.order] = aside
            at = element.last + 1
        elif element.attributes and _sign_with_tip(element) and not _marked(element, plan):
            _add_tip(element, plan, lifted)
            at = element.last + 1
    return lifted


def _is_aside(element: Element) -> bool:
    """Whether an inline element is a note set into a sentence."""
    if not element.attributes or not is_inline(element) or element.tag in {"a", "sup", "label", "input"}:
        return False
    if not any(NAMES.fullmatch(name) for name in element.get("class").split()[:20]):
        return False
    words = text_of(element, 200).split()
    return len(words) >= LEAST_WORDS and block_of(element).length > element.length


def _aside(element: Element, plan: Plan, count: int) -> tuple[Aside, int]:
    """The note in `element`; its sign stands in it, just before it, or is counted by the style sheet."""
    own = next((child for child in element.children if isinstance(child, Element)), None)
    sign = sign_of(text_of(own, 40)) if own is not None and own.place <= 1 else ""
    before = _element_before(element)
    if sign:
        tag = Tag(sign, f"aside {element.order}")
        return Aside(tag, raise_sign(sign), element), count
    if before is not None:
        sign = sign_of(text_of(before, 40))
        if not sign and COUNTED.search(before.get("class")) and not before.length:
            count += 1
            sign = str(count)
        if sign:
            tag = Tag(sign, f"aside {element.order}")
            plan.markers[before.order] = (raise_sign(sign), tag)
            return Aside(tag, "", element), count
        if before.length and not any(letter.isalnum() for letter in text_of(before, 40)):
            plan.skipped.add(before.order)  # the ⊕ that opens a margin note on small screens
    return Aside(None, "", element), count


def _element_before(element: Element) -> Element | None:
    """The element right before this one, passing over controls and white space."""
    siblings = element.parent.children if element.parent is not None else []
    for sibling in reversed(siblings[max(0, element.place - 4) : element.place]):
        if isinstance(sibling, Element):
            if sibling.tag not in {"input", "button"}:
                return sibling
        elif sibling.strip():
            return None
    return None


def _sign_with_tip(element: Element) -> str:
    """The words of a tool tip on a raised sign; "" for anything else."""
    sign = sign_of(text_of(element, 40)) if element.tag in {"a", "sup", "span", "button"} else ""
    if not sign or (sign.isalpha() and len(sign) > 1):  # "th" is raised as well
        return ""
    raised = element.tag == "sup" or any(above.tag == "sup" for above in islice(element.ancestors(), 2))
    raised = raised or any(isinstance(child, Element) and child.tag == "sup" for child in element.children)
    if not raised and not any(COUNTED.search(name) or NAMES.fullmatch(name) for name in element.get("class").split()):
        return ""
    for attribute in TIPS:
        words = " ".join(TIP_TAGS.sub(" ", element.get(attribute)).split())
        if len(words.split()) >= LEAST_WORDS and not NO_NOTE.match(words):
            return words
    return ""


def _marked(element: Element, plan: Plan) -> bool:
    """Whether a marker with a note of its own already stands here."""
    around = [element.order, *(above.order for above in islice(element.ancestors(), 3))]
    inside = range(element.order, min(element.last, element.order + 5) + 1)
    return any(order in plan.markers and not plan.markers[order][1].key.startswith("#") for order in (*around, *inside))


def _add_tip(element: Element, plan: Plan, lifted: dict[int, Aside]) -> None:
    sign = sign_of(text_of(element, 40))
    tag = Tag(sign, f"aside {element.order}")
    for order in range(element.order, element.last + 1):
        plan.markers.pop(order, None)
    plan.markers[element.order] = (raise_sign(sign), tag)
    lifted[element.order] = Aside(tag, "", None, _sign_with_tip(element))
