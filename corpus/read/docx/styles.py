"""styles.xml -> what each style makes of a paragraph or a run: heading, quotation, caption, raised, hidden.

A style's own name may be in any language ("Überschrift 1", "berschrift1"); its outline level is not, and Word keeps
the names of built-in styles in English inside the file. What a style does not state, the style it is based on does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.model import BlockKind

ROLES = {
    "title": BlockKind.TITLE,
    "subtitle": BlockKind.PARAGRAPH,
    "caption": BlockKind.CAPTION,
    "table caption": BlockKind.CAPTION,
    "image caption": BlockKind.CAPTION,
    "quote": BlockKind.BLOCK_QUOTE,
    "intense quote": BlockKind.BLOCK_QUOTE,
    "quotations": BlockKind.BLOCK_QUOTE,
    "block text": BlockKind.BLOCK_QUOTE,
    "bibliography": BlockKind.REFERENCE,
    "endnote bibliography": BlockKind.REFERENCE,
    "toc heading": BlockKind.FURNITURE,
    "contents heading": BlockKind.FURNITURE,
    "table of figures": BlockKind.FURNITURE,
    "table of authorities": BlockKind.FURNITURE,
}
"""Names of built-in styles of Word, LibreOffice, pandoc and EndNote, in lower case."""
CONTENTS = re.compile(r"(?:toc|contents|index) ?\d+")
HEADING = re.compile(r"heading (\d)")
LIST = re.compile(r"list (?:bullet|number)(?: \d)?")
LONGEST_CHAIN = 50
OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says; None where it leaves it to the style it is based on."""

    name: str = ""
    based_on: str | None = None
    level: int | None = None
    """Outline level from 1; 0 for "body text", which takes a heading's level away."""
    listed: bool | None = None
    raised: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a file by their id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    language: str | None = None

    def chain(self, style: str | None) -> Iterator[Style]:
        """The style and those it is based on, nearest first."""
        for _ in range(LONGEST_CHAIN):
            found = self.by_id.get(style or "")
            if found is None:
                return
            yield found
            style = found.based_on

    def role(self, style: str | None) -> tuple[BlockKind, int]:
        """The kind a paragraph style stands for and its heading level; PARAGRAPH where it says nothing.

        The first style in the chain that says anything decides.
        """
        first = self.by_id.get(style or "", Style())
        for each in self.chain(style):
            name = each.name
            role = ROLES.get(name)
            if role is BlockKind.TITLE and each is not first and "title" not in first.name:
                return BlockKind.PARAGRAPH, 0  # "Author" and "Date" are often based on "Title"
            if role is not None:
                return role, 0
            if CONTENTS.fullmatch(name):
                return BlockKind.FURNITURE, 0
            if each.level is not None:
                return (BlockKind.HEADING, each.level) if each.level else (BlockKind.PARAGRAPH, 0)
            heading = HEADING.fullmatch(name)
            if heading:
                return BlockKind.HEADING, int(heading[1])
        return BlockKind.PARAGRAPH, 0

    def is_listed(self, style: str | None) -> bool:
        """Whether paragraphs of this style carry a bullet or number."""
        for each in self.chain(style):
            if each.listed is not None:
                return each.listed
            if LIST.fullmatch(each.name):
                return True
        return False

    def says(self, style: str | None, what: str) -> bool:
        """Whether the chain makes text `what`: "raised", "bold" or "hidden"."""
        return next((said for each in self.chain(style) if (said := getattr(each, what)) is not None), False)


def read_styles(root: Element | None) -> Styles:
    """The styles in `root`, styles.xml; none at all where the file has no such part."""
    if root is None:
        return Styles()
    by_id: dict[str, Style] = {}
    default = None
    for element in root.iterfind("w-style"):
        by_id[element.get("w-styleId", "")] = _style(element)
        if element.get("w-type") == "paragraph" and is_on(element, "w-default"):
            default = element.find("w-rPr/w-lang")
    language = default if default is not None else root.find("w-docDefaults/w-rPrDefault/w-rPr/w-lang")
    return Styles(by_id, language.get("w-val") if language is not None else None)


def _style(element: Element) -> Style:
    runs = element.find("w-rPr")
    level = outline_level(element.find("w-pPr"))
    return Style(
        name=value(element.find("w-name")).lower(),
        based_on=value(element.find("w-basedOn")) or None,
        level=level,
        listed=is_listed(element.find("w-pPr")),
        raised=is_raised(runs),
        bold=is_set(runs, "w-b"),
        hidden=is_set(runs, "w-vanish"),
    )


def value(element: Element | None) -> str:
    """The w-val of an element, "" where there is none."""
    return element.get("w-val", "") if element is not None else ""


def is_on(element: Element, attribute: str) -> bool:
    """Whether an attribute that is off unless stated is on."""
    return element.get(attribute, "0").lower() not in OFF


def is_set(properties: Element | None, tag: str) -> bool | None:
    """A toggle such as w-b among run properties: on, off, or None when not stated."""
    found = properties.find(tag) if properties is not None else None
    return None if found is None else found.get("w-val", "1").lower() not in OFF


def is_raised(properties: Element | None) -> bool | None:
    """Whether run properties set the text as superscript; None when they do not say."""
    found = properties.find("w-vertAlign") if properties is not None else None
    return None if found is None else value(found) == "superscript"


def is_listed(properties: Element | None) -> bool | None:
    """Whether paragraph properties give a bullet or number; None when they do not say."""
    found = properties.find("w-numPr") if properties is not None else None
    if found is None:
        return None
    number = found.find("w-numId")
    return number is None or value(number) != "0"


def outline_level(properties: Element | None) -> int | None:
    """The outline level from 1 that paragraph properties state; 0 for body text, None when they do not say."""
    found = value(properties.find("w-outlineLvl")) if properties is not None else ""
    if not found.isdecimal():
        return None
    return int(found) + 1 if int(found) < 9 else 0  # nine levels, then body text
