"""A picture as matplotlib writes SVG -> SVG that stands on its own, on a web page too.

Each mark becomes one group with a title and data for scripts of the page. No style sheet, no document type, no names
but those that the drawing itself uses, nothing from elsewhere: it may be put into a page as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
FAMILY = "'DejaVu Sans', Verdana, 'Helvetica Neue', Arial, sans-serif"
_MARK = re.compile(r"mark-(\d+)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn under one number: its class, what is shown when it is pointed at, and its data by name."""

    kind: str
    title: str
    data: Mapping[str, str]


def markup(drawn: bytes, marks: Sequence[Mark], *, title: str, description: str) -> str:
    """The SVG text, of the drawing of `marks` in the order of their numbers."""
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(drawn)  # noqa: S314 - we wrote it ourselves
    root.remove(root[0])  # a style sheet, which would hold for the whole page
    _group(root, marks)
    _plain(root)
    root.set("role", "img")
    root.set("aria-label", title)
    root.set("stroke-linejoin", "round")
    for name, words in (("desc", description), ("title", title)):
        element = ET.Element(f"{{{SVG}}}{name}")
        element.text = words
        root.insert(0, element)
    return ET.tostring(root, encoding="unicode") + "\n"


def _group(root: ET.Element, marks: Sequence[Mark]) -> None:
    """Put the parts of each mark into one group, where the first of them stood."""
    groups: dict[int, ET.Element] = {}
    for parent in list(root.iter()):
        kept: list[ET.Element] = []
        for child in parent:
            found = _MARK.fullmatch(child.get("id", ""))
            if found is None:
                kept.append(child)
                continue
            number = int(found[1])
            if number not in groups:
                groups[number] = _opened(marks[number])
                kept.append(groups[number])
            groups[number].append(child)
        parent[:] = kept


def _opened(mark: Mark) -> ET.Element:
    group = ET.Element(f"{{{SVG}}}g", {"class": mark.kind})
    for name, value in mark.data.items():
        if value:
            group.set(f"data-{name}", value)
    title = ET.SubElement(group, f"{{{SVG}}}title")
    title.text = mark.title
    return group


def _plain(root: ET.Element) -> None:
    """Ids only where something refers to them; styles as attributes, which strict pages allow."""
    used = {
        value.removeprefix("#") for element in root.iter() for value in [element.get(f"{{{XLINK}}}href", "")] if value
    }
    for element in root.iter():
        if element.get("id") not in used:
            element.attrib.pop("id", None)
        for declared in element.attrib.pop("style", "").split("; "):
            name, colon, value = declared.partition(": ")
            if colon:
                element.set(name, FAMILY if name == "font-family" else value)
        if element.get("transform", "").startswith("rotate(-0"):
            del element.attrib["transform"]
