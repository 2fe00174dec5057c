"""Cleaned prose -> the short forms it defines: "Long Form (LF)", "LF (Long Form)", "Long Form, or LF".

The base is the algorithm of Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation
Definitions in Biomedical Text" (2003): the letters of the short form are looked for in the words before
it, from right to left, and its first letter must begin a word. Two things are added. Plain initials are
tried first, since they find where a long form begins. And a run of capitalised words with a head word
("Commission", "Forces") right before the bracket is the long form even where the letters do not match:
many bodies are abbreviated in their own language (FARC, CITEL).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.view import View
from nlp.model import Acronym
from nlp.tag.names.longforms import (
    JOINING,
    LONGEST,
    by_initials,
    by_letters,
    by_run,
    is_short,
    letters,
    spell,
    spelling,
    whole,
    with_front,
    words_before,
    words_in,
)
from nlp.tag.names.runs import ARTICLES
from nlp.tag.names.tables import fold

SHORT = r"[A-Za-z][\w]*(?:[&/.+-][\w]+){0,3}(?![&/+-]\w)"
"""Two to twelve characters, at least one capital: checked by is_short."""
BRACKET = re.compile(
    rf"""
    [(\[] \s* (?:(?:hereafter|hereinafter|henceforth|the|or|known\ as|called|abbreviated(?:\ as)?|acronym:?)\s+ ,?)*
    ["'“‘*_]* (?P<short>{SHORT}) [.>]* ["'”’*_]*
    (?: \s*[,;:–—]\s [^()\[\]]{{0,90}} | \ (?:in|for|by|after|from)\ [^()\[\]]{{0,60}} )?    # "(GAFE, in Spanish)"
    \s* [)\]]""",
    re.VERBOSE,
)
OR = re.compile(
    rf"""
    ,? \s (?:or|also\ known\ as|known\ as|known\ by\ its\ acronym,?|abbreviated(?:\ as|\ to)?) \s (?:simply\s|the\s)?
    ["'“‘]? (?P<short>{SHORT}) ["'”’]? (?=[,.;:)\s])""",
    re.VERBOSE,
)
DASH = re.compile(rf"\s[–—-]\s?(?P<short>{SHORT})(?=\s[–—-]\s|[,.;)])")
REVERSED = re.compile(rf"(?<![\w(]) (?P<short>{SHORT}) \s [(\[] (?P<long>[^()\[\]]{{6,140}}) [)\]]", re.VERBOSE)
APPOSED = re.compile(r"(?<![\w(&-])(?P<short>[A-Z][A-Z&]{2,9})(?:\s?[-–—:=,]|\sstands for(?: the)?)?\s(?=[A-Z])")


def acronyms(view: View) -> list[Acronym]:
    """The definitions in `view`, in order of their short forms; the spans are of the source.

    Both names of common nouns (official development assistance) and of bodies are returned.
    """
    return [Acronym(short=view.source(*short), long=view.source(*long)) for short, long in find_definitions(view.text)]


def definitions(views: Sequence[View]) -> list[Acronym]:
    """The definitions of one paper, each pair of forms once, where it is first printed."""
    seen: set[tuple[str, str]] = set()
    first: list[Acronym] = []
    for view in views:
        for short, long in find_definitions(view.text):
            pair = (view.text[slice(*short)], fold(view.text[slice(*long)]).lower())
            if pair not in seen:
                seen.add(pair)
                first.append(Acronym(short=view.source(*short), long=view.source(*long)))
    return first


def find_definitions(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """(short, long) as half-open pairs of offsets into `text`, in order, no short form in two definitions."""
    text = fold(text)
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for pattern, strict in ((BRACKET, False), (OR, True), (DASH, True)):
        for match in pattern.finditer(text):
            long = _before(text, match, strict=strict)
            if long:
                found.setdefault(match.span("short"), long)
    taken = {start for start, _ in found}
    for pattern, read in ((REVERSED, _inside), (APPOSED, _after)):
        for match in pattern.finditer(text):
            long = read(text, match)
            if long and taken.isdisjoint(range(*long)):
                found.setdefault(match.span("short"), long)
    return sorted(found.items())


def _before(text: str, match: re.Match[str], *, strict: bool) -> tuple[int, int] | None:
    """The long form that ends where `match` begins; `strict`: its initials or its head word must speak for it."""
    short = match.group("short")
    words = words_before(text, len(text[: match.start()].rstrip(" \"'”’*_")))
    if not words or not is_short(short) or words[-1].text == short:
        return None
    found = whole(text, words, by_initials(short, words))
    if found is None:
        found = None if strict else by_letters(short, text, words)
        run = by_run(short, text, words) if short.isupper() or not strict else None
        if run is not None and (found is None or run.start < found.start):
            found = run
    return (with_front(words, found).start, words[-1].end) if found else None


def _inside(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The long form in the bracket after a short one: all of it must spell the short form."""
    short, long = match.group("short", "long")
    if not is_short(short) or short[1:].islower():
        return None
    words = words_in(text, *match.span("long"))
    words = words[1:] if words and words[0].text.lower() in ARTICLES else words
    if len(words) < 2 or len(words) > 2 * len(short) + 3:
        return None
    rest = long[words[0].start - match.start("long") :]
    spelt = by_initials(short, words) == words[0] or letters(spelling(short), rest) == 0
    return (words[0].start, words[-1].end) if spelt else None


def _after(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The capitalised words right after a short form that they spell: "ADB Asian Development Bank"."""
    spelt = spelling(match.group("short"))
    words = words_in(text, match.end(), min(len(text), match.end() + LONGEST))
    for count in range(len(spelt), min(len(words), 2 * len(spelt)) + 1):
        taken = words[:count]
        close = all(text[a.end : b.start] in {" ", "-"} for a, b in pairwise(taken))
        capitals = all(word.text[0].isupper() or word.text in JOINING for word in taken)
        if not close or not capitals:
            return None
        if taken[-1].text[0].isupper() and spell(spelt, [word.text.lower() for word in taken]) == 0:
            return taken[0].start, taken[-1].end
    return None
