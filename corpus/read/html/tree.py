"""The text of a web page -> its tree as browsers build it, numbered in document order and measured.

selectolax (the Lexbor engine) follows the HTML standard, so that unclosed and misplaced tags end up where readers of
the page see them. lxml's parser drops what is nested deeper than 2048 without a word, which a citing tool must not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.errors import UnreadableFileError

DEEPEST = 1500
MOST_TAGS = 1_000_000
MOST_ATTRIBUTES = 1000
LONG_TAG = 20_000
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
UNCLOSED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody tfoot"
    " colgroup option optgroup html head body a".split()
)
"""Tags that others close, or that hold nothing: they do not nest."""
EMPTIED = frozenset("script style template svg iframe object video audio canvas noscript noembed annotation".split())
"""What is in them is no text of the page (of a formula, its source); styles and data are kept for their readers."""
DATA = "application/ld+json"


@dataclass(slots=True, eq=False, repr=False)
class Element:
    """One element; `children` are elements and strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Element | None = None
    order: int = 0
    """Its number in document order."""
    place: int = 0
    """Its index among its parent's children."""
    children: list[Element | str] = field(default_factory=list)
    last: int = 0
    """The number of the last element inside it, its own if there is none."""
    length: int = 0
    """Characters other than white space below it."""
    linked: int = 0
    """Those of them in links."""

    def holds(self, other: Element) -> bool:
        """Whether `other` is this element or inside it."""
        return self.order <= other.order <= self.last

    def ancestors(self) -> Iterator[Element]:
        """Its parent, that one's parent, and so on up to the root."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def get(self, attribute: str) -> str:
        """The value of an attribute, "" where it has none."""
        return self.attributes.get(attribute, "")


@dataclass(slots=True)
class Tree:
    """A page: its root, its elements in document order, and those that links can point to."""

    root: Element
    elements: list[Element]
    named: dict[str, Element]
    """id, or name of an <a> -> the first element that has it."""

    def below(self, element: Element) -> Iterator[Element]:
        """All elements inside `element`, in document order."""
        return iter(self.elements[element.order + 1 : element.last + 1])


def parse_page(text: str, name: str) -> Element:
    """The root of the page in `text`. Raises UnreadableFileError for a page no reader could show in bounded time."""
    _refuse_the_monstrous(text, name)
    parsed = LexborHTMLParser(_without_noscript(text)).root
    root = Element("html")
    if parsed is not None:
        _copy(parsed, root)
    return root


def grown(root: Element) -> Tree:
    """The tree below `root`, numbered and measured."""
    elements: list[Element] = []
    stack = [root]
    while stack:
        element = stack.pop()
        element.order = element.last = len(elements)
        element.length = element.linked = 0
        elements.append(element)
        for place in range(len(element.children) - 1, -1, -1):
            child = element.children[place]
            if isinstance(child, Element):
                child.place = place
                stack.append(child)
    named: dict[str, Element] = {}
    for element in elements:
        for key in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if key:
                named.setdefault(key, element)
    for element in reversed(elements):
        _measure(element)
    return Tree(root, elements, named)


def _measure(element: Element) -> None:
    element.length += sum(_letters(child) for child in element.children if isinstance(child, str))
    if element.tag == "a" and element.get("href"):
        element.linked = element.length
    if element.parent is not None:
        shown = element.tag not in EMPTIED
        element.parent.length += element.length * shown
        element.parent.linked += element.linked * shown
        element.parent.last = max(element.parent.last, element.last)


def _letters(words: str) -> int:
    """Characters other than the white space that pages are laid out with."""
    return len(words) - sum(words.count(space) for space in " \n\t\r")


def text_of(element: Element, most: int = 5_000_000) -> str:
    """The words below an element as they stand in the page, cut off soon after `most` characters or elements."""
    parts: list[str] = []
    length = 0
    steps = most + 100
    stack: list[Element | str] = [element]
    while stack and length < most and steps:
        node = stack.pop()
        steps -= 1
        if isinstance(node, str):
            parts.append(node)
            length += len(node)
        else:
            stack.extend(reversed(node.children))
            if node.tag == "br":
                parts.append(" ")
    return "".join(parts)


def _copy(parsed: LexborNode, root: Element) -> None:
    """The parsed tree as elements, without comments and what holds no text. Nothing recurses."""
    root.attributes = _attributes(parsed)
    node, parent = parsed.child, root
    while node is not None:
        inside = None
        if node.is_text_node:
            parent.children.append(node.text_content or "")
        elif node.is_element_node:
            element = Element((node.tag or "").lower().rpartition(":")[2], _attributes(node), parent)
            parent.children.append(element)
            kept = element.tag not in EMPTIED or element.tag == "style" or element.get("type").lower() == DATA
            inside = node.child if kept else None
            parent = element if inside is not None else parent
        following = inside or node.next
        while following is None and parent is not root:
            above = node.parent
            if above is None:
                return
            node, parent = above, parent.parent or root
            following = node.next
        node = following


def _attributes(node: LexborNode) -> dict[str, str]:
    return {key.lower(): value or "" for key, value in node.attributes.items()}


def _without_noscript(text: str) -> str:
    """The page as it is where scripts run: what it offers otherwise repeats it."""
    kept: list[str] = []
    at = 0
    lowered = text.lower() if "<noscript" in text.lower() and len(text.lower()) == len(text) else ""
    while lowered:
        start = lowered.find("<noscript", at)
        end = lowered.find("</noscript>", start) if start >= 0 else -1
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + len("</noscript>")
    return "".join([*kept, text[at:]])


def _refuse_the_monstrous(text: str, name: str) -> None:
    """Refuse what makes every HTML parser take time that grows with the square of the page."""
    depth = 0
    last = len(text)
    for count, tag in enumerate(TAG.finditer(text)):
        _refuse_many_attributes(text, last, tag.start(), name)
        last = tag.start()
        if tag[2].lower() not in UNCLOSED:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > DEEPEST or count > MOST_TAGS:
            what = "is nested deeper" if depth > DEEPEST else "has more tags"
            raise UnreadableFileError(f"{name} {what} than a page with a paper has: it is not read.")
    _refuse_many_attributes(text, last, len(text), name)


def _refuse_many_attributes(text: str, start: int, end: int, name: str) -> None:
    if end - start > LONG_TAG and _attributes_in(text[start:end]) > MOST_ATTRIBUTES:
        raise UnreadableFileError(f"{name} has a tag with more attributes than a page has: it is not read.")


def _attributes_in(piece: str) -> int:
    """About how many attributes the tag at the start of `piece` has."""
    tag = QUOTED.sub("=", piece)
    end = tag.find(">")
    tag = tag[: end if end >= 0 else len(tag)]
    return max(tag.count("="), len(tag.split())) - 1
