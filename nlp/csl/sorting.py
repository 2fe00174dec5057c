"""References in the order that a style asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cmp_to_key
from xml.etree.ElementTree import Element

from nlp.csl.dates import days
from nlp.csl.locale import Locale
from nlp.csl.marks import MARK, TERM, clean
from nlp.csl.render import Renderer
from nlp.csl.situation import Item, Situation
from nlp.csl.style import Style

NAMES_OPTIONS = {"names-min": "et-al-min", "names-use-first": "et-al-use-first", "names-use-last": "et-al-use-last"}
ASIDE = re.compile(r"[^\w\s]")
DIGITS = re.compile(r"\d+")


def ordered(style: Style, part: str, items: Sequence[Item], locale: Locale) -> list[Item]:
    """`items` sorted as `part` of the style ("citation", "bibliography") says; as they are if it says nothing.

    What has no value comes last, case, accents and punctuation count for nothing, numbers by their size.
    """
    sort = style.root.find(f"{part}/sort")
    if sort is None:
        return list(items)
    keys = sort.findall("key")
    rows = [([_key(style, part, key, item, locale) for key in keys], item) for item in items]
    signs = [-1 if key.get("sort") == "descending" else 1 for key in keys]

    def compared(one: tuple[list[str], Item], other: tuple[list[str], Item]) -> int:
        for a, b, sign in zip(one[0], other[0], signs, strict=True):
            if a != b:
                return (1 if not a else -1) if not (a and b) else sign * (1 if a > b else -1)
        return 0

    return [item for _, item in sorted(rows, key=cmp_to_key(compared))]


def _key(style: Style, part: str, key: Element, item: Item, locale: Locale) -> str:
    own = {NAMES_OPTIONS[name]: value for name, value in key.attrib.items() if name in NAMES_OPTIONS}
    at = Situation(item, sorting=own)
    if "macro" in key.attrib:
        return _even(Renderer(style, part, at, locale).key(key.get("macro", "")))
    variable = key.get("variable", "")
    value = item.get(variable)
    if days(value):
        return "–".join(day.sortable for day in days(value))
    if isinstance(value, list):
        return _even(Renderer(style, part, at, locale).listed(Element("names", {"variable": variable})))
    return _even(clean(str(value))) if value not in (None, "") else ""


def _even(text: str) -> str:
    """So that strings compare as a reader would sort them."""
    plain = unicodedata.normalize("NFKD", MARK.sub("", text).replace(TERM, "").casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return DIGITS.sub(lambda found: found[0].zfill(9), " ".join(ASIDE.sub(" ", bare).split()))
