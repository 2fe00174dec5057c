"""An OOXML element -> what is visible in it: accepted changes, one branch of an alternative, content controls opened.

Nothing here recurses: a hostile file may nest as deep as the XML reader lets it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

OPENED = frozenset(
    "w-sdt w-sdtContent w-ins w-moveTo w-smartTag w-customXml w-hyperlink w-fldSimple w-dir w-bdo w-ruby w-rubyBase"
    " mc-AlternateContent mc-Choice mc-Fallback m-oMathPara m-oMath".split()
)
"""Elements that only wrap others."""
UNSEEN = frozenset("w-del w-moveFrom w-rt w-sdtPr w-sdtEndPr w-comment w-instrText w-delText w-delInstrText".split())
"""Deleted or moved away, glosses, settings, instructions."""
BOX = "w-txbxContent"


def children(element: Element) -> Iterator[Element]:
    """The visible children, those of mere wrappers in their place; wrappers themselves are not given."""
    stack = [iter(element)]
    while stack:
        for child in stack[-1]:
            if child.tag in UNSEEN or child.tag.endswith("Change"):
                continue
            if child.tag in OPENED:
                stack.append(iter(_branch(child)))
                break
            yield child
        else:
            stack.pop()


def _branch(element: Element) -> Element:
    """Of the alternatives that a file offers, the first; anything else is its own branch."""
    if element.tag == "mc-AlternateContent":
        for wanted in ("mc-Choice", "mc-Fallback"):
            found = element.find(wanted)
            if found is not None:
                return found
    return element


def visible(element: Element) -> Iterator[Element]:
    """Everything visible below `element` in document order, elements of any kind before their children."""
    stack = [children(element)]
    while stack:
        for child in stack[-1]:
            yield child
            stack.append(children(child))
            break
        else:
            stack.pop()


def boxes(element: Element) -> Iterator[Element]:
    """The text boxes below `element`; those inside another text box come with that one."""
    stack = [children(element)]
    while stack:
        for child in stack[-1]:
            if child.tag == BOX:
                yield child
            else:
                stack.append(children(child))
                break
        else:
            stack.pop()


def is_contents(element: Element) -> bool:
    """Whether a content control holds a table of contents."""
    gallery = element.find("w-sdtPr/w-docPartObj/w-docPartGallery")
    return gallery is not None and gallery.get("w-val") == "Table of Contents"
