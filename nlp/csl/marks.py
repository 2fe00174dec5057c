"""Text with formats in it, as one string: a format stands as a private character before and after its words.

So words can be joined, cut and searched as any string. Values that come from outside are freed of such characters
first (`clean`), and `nlp.csl.output` turns them into italics and quotation marks last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

ITALIC, BOLD, SMALL_CAPS, SUPERSCRIPT, SUBSCRIPT, UNDERLINE, QUOTED, AS_IS = "ibcpsuqn"
KINDS = ITALIC + BOLD + SMALL_CAPS + SUPERSCRIPT + SUBSCRIPT + UNDERLINE + QUOTED + AS_IS
FIRST = 0xE100
OPENING: Mapping[str, str] = {kind: chr(FIRST + 2 * at) for at, kind in enumerate(KINDS)}
CLOSING: Mapping[str, str] = {kind: chr(FIRST + 2 * at + 1) for at, kind in enumerate(KINDS)}
OPEN, CLOSE = "".join(OPENING.values()), "".join(CLOSING.values())
KIND_OF: Mapping[str, str] = {mark: kind for marks in (OPENING, CLOSING) for kind, mark in marks.items()}
MARK = re.compile(f"[{OPEN}{CLOSE}]")
TERM = chr(FIRST + 2 * len(KINDS))
"""Stands before a word of the style's own: at the head of a note it gets a capital ("Ibid.")."""
ATTRIBUTES: Mapping[tuple[str, str], str] = {
    ("font-style", "italic"): ITALIC,
    ("font-style", "oblique"): ITALIC,
    ("font-weight", "bold"): BOLD,
    ("font-variant", "small-caps"): SMALL_CAPS,
    ("vertical-align", "sup"): SUPERSCRIPT,
    ("vertical-align", "sub"): SUBSCRIPT,
    ("text-decoration", "underline"): UNDERLINE,
}
"""What the formatting attributes of a style mean; all others are "as it is"."""
TAGS: Mapping[str, str] = {"i": ITALIC, "em": ITALIC, "b": BOLD, "sup": SUPERSCRIPT, "sub": SUBSCRIPT, "sc": SMALL_CAPS}
TAG = re.compile(
    r"""<(?P<tag>i|em|b|sup|sub|sc)>(?P<words>.*?)</(?P=tag)>
      | <span\ (?:class="nocase"|style="font-variant:\s?small-caps;?")>(?P<spanned>.*?)</span>""",
    re.VERBOSE | re.DOTALL,
)
STRAIGHT = re.compile(r'(?<![\w.,!?;:)\]’])"(?=\S)([^"“”]*?)(?<=\S)"(?!\w)|“([^“”]*)”')
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)|'(?=\d\ds?\b)")


def clean(text: str) -> str:
    """Words from outside: without our marks, with white space evened, apostrophes and quotation marks set."""
    bare = " ".join(MARK.sub("", text).replace(TERM, "").split())
    tagged = _tagged(bare)
    turned = STRAIGHT.sub(lambda found: wrapped(found[1] if found[1] is not None else found[2], QUOTED), tagged)
    return APOSTROPHE.sub("’", turned)


def wrapped(text: str, kind: str) -> str:
    """`text` in a format; nothing stays nothing."""
    return f"{OPENING[kind]}{text}{CLOSING[kind]}" if text else text


def wrapped_in(element: Element, text: str) -> str:
    """`text` in the formats that the attributes of `element` ask for."""
    for (attribute, value), kind in ATTRIBUTES.items():
        if element.get(attribute) == value:
            text = wrapped(text, kind)
    return text


def _tagged(text: str) -> str:
    """The few tags that CSL allows in a value, as marks; other tags are words."""

    def turned(found: re.Match[str]) -> str:
        if found["tag"]:
            return wrapped(_tagged(found["words"]), TAGS[found["tag"]])
        return wrapped(_tagged(found["spanned"]), AS_IS if "nocase" in found[0] else SMALL_CAPS)

    return TAG.sub(turned, text)
