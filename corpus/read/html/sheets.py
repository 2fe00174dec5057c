"""Style sheets -> the class names that set text raised; the elements of a page that have one of them are told so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.read.html.tree import Element

RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
RAISES = re.compile(r"vertical-align\s*:\s*(?:super|text-top)|(?<![\w-])top\s*:\s*-0?\.\d+em", re.IGNORECASE)
LAST_CLASS = re.compile(r"\.([\w-]+)\s*\Z")
USUAL = frozenset({"superscript", "super", "sup"})
LONGEST_SHEET = 2_000_000
LONGEST_SELECTOR = 2_000


def raised_names(sheets: Iterable[str]) -> frozenset[str]:
    """The class names that any of the style sheets sets raised, and those that hardly mean anything else.

    >>> sorted(raised_names([".T3, span.mark { vertical-align:super; } .sub { vertical-align: sub }"]) - USUAL)
    ['T3', 'mark']
    """
    names = set(USUAL)
    for sheet in sheets:
        for selectors, declared in RULE.findall(sheet[:LONGEST_SHEET]):
            if RAISES.search(declared) and len(selectors) <= LONGEST_SELECTOR:
                found = (LAST_CLASS.search(selector) for selector in selectors.split(","))
                names.update(each[1] for each in found if each is not None)
    return frozenset(names)


def tell_raised(elements: Iterable[Element], names: frozenset[str]) -> None:
    """Give every element of a class in `names` the style that raises it."""
    for element in elements:
        if element.get("class") and not names.isdisjoint(element.get("class").split()):
            element.attributes["style"] = f"{element.get('style')};vertical-align:super"


def is_raised(element: Element) -> bool:
    """Whether an element sets its words raised, by tag or by style."""
    return element.tag == "sup" or RAISES.search(element.get("style")) is not None
