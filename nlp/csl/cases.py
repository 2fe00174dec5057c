"""Words in lower, upper, title or sentence case; what is marked as it is, stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from nlp.csl.marks import AS_IS, CLOSING, MARK, OPENING, SUBSCRIPT, SUPERSCRIPT

SMALL = frozenset(
    """a an and as at but by down for from in into nor of on onto or over so the till to up via with yet
    v v. vs vs. d' de du et la le von van""".split()
)
"""Words that a title keeps small, but for its first and last. Source: CSL 1.0.2, "title case conversion"."""
WORD = re.compile(r"[^\s–—]+")
AFTER = re.compile(r"[:?!.—]\s*$")
"""What a new beginning stands behind."""
KEPT = re.compile("|".join(f"{OPENING[kind]}.*?{CLOSING[kind]}" for kind in (AS_IS, SUPERSCRIPT, SUBSCRIPT)), re.DOTALL)


def cased(text: str, case: str | None, *, english: bool) -> str:
    """`text` in the case that a style asks for; title case is for English alone."""
    changes: Mapping[str, Callable[[str], str]] = {
        "lowercase": lambda words: _outside(words, str.lower),
        "uppercase": lambda words: _outside(words, str.upper),
        "capitalize-first": _first,
        "capitalize-all": lambda words: _outside(words, lambda each: WORD.sub(lambda word: _first(word[0]), each)),
        "sentence": lambda words: _first(_outside(words, str.lower) if MARK.sub("", words).isupper() else words),
        "title": _title if english else str,
    }
    return changes[case](text) if case is not None and case in changes else text


def _outside(text: str, change: Callable[[str], str]) -> str:
    """`text` changed, but for the stretches that are kept."""
    at, found = 0, []
    for kept in KEPT.finditer(text):
        found += [change(text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*found, change(text[at:])])


def _first(text: str) -> str:
    """With its first letter large, unless its word has a capital further on ("iPhone")."""
    for at, char in enumerate(text):
        if char == OPENING[AS_IS]:
            return text
        if char.isalnum():
            word = MARK.sub("", WORD.search(text, at)[0])  # type: ignore[index]
            return text[:at] + char.upper() + text[at + 1 :] if word.islower() else text
    return text


def _title(text: str) -> str:
    words = [word for word in WORD.finditer(text) if any(map(str.isalnum, word[0]))]
    kept = [found.span() for found in KEPT.finditer(text)]
    found, at = "", 0
    for number, word in enumerate(words):
        held = any(start <= word.start() < end for start, end in kept)
        before = MARK.sub("", text[: word.start()])
        edge = number in (0, len(words) - 1) or AFTER.search(before) is not None
        found += text[at : word.start()] + (word[0] if held else "-".join(_parts(word[0], edge=edge)))
        at = word.end()
    return found + text[at:]


def _parts(word: str, *, edge: bool) -> Iterator[str]:
    """The parts between hyphens, each with its first letter large if it is small and means something."""
    parts = word.split("-")
    for number, part in enumerate(parts):
        plain = MARK.sub("", part).strip("“”‘’\"'([{.,;:?!)]}")
        lower = plain.islower() and plain[:1].isalpha()
        small = plain in SMALL or f"{plain}." in SMALL
        yield _first(part) if lower and (not small or (edge and number == 0)) else part
