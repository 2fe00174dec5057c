"""Marked text -> plain words, Markdown or HTML: the last step.

Quotation marks are set by their depth, and commas and full stops drawn into them where the language does so; italics
in italics stand upright.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from nlp.csl.marks import CLOSE, CLOSING, ITALIC, KIND_OF, MARK, OPENING, QUOTED
from nlp.csl.seams import SWALLOWED


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks of a language."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    drawn_in: bool = True
    """Whether a comma or full stop behind a quotation goes into it."""


BEHIND = re.compile(rf"(.)([{CLOSE}]*{CLOSING[QUOTED]}[{CLOSE}]*)([.,])", re.DOTALL)
TAGS: Mapping[str, tuple[str, str]] = {
    "i": ("<i>", "</i>"),
    "b": ("<b>", "</b>"),
    "c": ('<span style="font-variant:small-caps;">', "</span>"),
    "p": ("<sup>", "</sup>"),
    "s": ("<sub>", "</sub>"),
    "u": ('<span style="text-decoration:underline;">', "</span>"),
}
SIGNS: Mapping[str, tuple[str, str]] = {"i": ("*", "*"), "b": ("**", "**"), "p": ("^", "^"), "s": ("~", "~")}
SPECIAL = re.compile(r"([\\`*_\[\]^~]|<(?=\w)|(?<!\S)#)")
EMPTY = re.compile(r"(?<!\*)\*\*\*\*(?!\*)|(?<!\*)\*\*(?=[^\w*]*$)(?!\*)")
URL = re.compile(r"https?://[^\s<>]*[^\s<>.,;)]")


def finished(text: str, quotes: Quotes) -> str:
    """Marked text with its quotation marks set and drawn in; formats are still marks."""
    drawn = _drawn_in(text) if quotes.drawn_in else text
    depth, found = 0, []
    for char in drawn:
        if char == OPENING[QUOTED]:
            found.append((quotes.outer, quotes.inner)[depth % 2][0])
            depth += 1
        elif char == CLOSING[QUOTED]:
            depth -= 1
            found.append((quotes.outer, quotes.inner)[depth % 2][1])
        else:
            found.append(char)
    return "".join(_upright(found))


def plain(text: str) -> str:
    """Without formats."""
    return MARK.sub("", text)


def markdown(text: str) -> str:
    """As pandoc's Markdown."""
    return EMPTY.sub("", _written(text, SIGNS, _escaped))


def to_html(text: str) -> str:
    """As a piece of HTML; nothing in it but our own tags is markup."""
    return _written(text, TAGS, lambda words: html.escape(words, quote=False))


def _escaped(words: str) -> str:
    """Words whose signs mean nothing in Markdown; addresses stay as they are."""
    at, found = 0, []
    for address in URL.finditer(words):
        found += [SPECIAL.sub(r"\\\1", words[at : address.start()]), address[0]]
        at = address.end()
    return "".join([*found, SPECIAL.sub(r"\\\1", words[at:])])


def _drawn_in(text: str) -> str:
    """Commas and full stops behind a closing quotation mark go before it, unless a mark there swallows them."""
    before = None
    while before != text:
        before, text = text, BEHIND.sub(_swapped, text)
    return text


def _swapped(found: re.Match[str]) -> str:
    last, marks, stop = found.groups()
    return last + ("" if stop in SWALLOWED.get(last, "") else stop) + marks


def _upright(chars: list[str]) -> Iterator[str]:
    """With italics inside italics turned upright: the outer ones are closed before and opened again behind."""
    depth = 0
    for char in chars:
        if char == OPENING[ITALIC]:
            depth += 1
            yield char if depth % 2 else CLOSING[ITALIC]
        elif char == CLOSING[ITALIC]:
            depth -= 1
            yield char if depth % 2 == 0 else OPENING[ITALIC]
        else:
            yield char


def _written(text: str, signs: Mapping[str, tuple[str, str]], words: Callable[[str], str]) -> str:
    found, at = [], 0
    for mark in MARK.finditer(text):
        found.append(words(text[at : mark.start()]))
        kind = KIND_OF[mark[0]]
        if kind in signs:
            found.append(signs[kind][mark[0] != OPENING[kind]])
        at = mark.end()
    return "".join([*found, words(text[at:])])
