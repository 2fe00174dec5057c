"""Cleaned prose -> definitions whose short form comes first: "LF (Long Form)", "LF, the Long Form,"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nlp.tag.names.acronyms.brackets import BRACKET, SHORT
from nlp.tag.names.acronyms.longforms import LONGEST, is_short
from nlp.tag.names.acronyms.spelling import (
    BEGINNINGS,
    INITIALS,
    SMALL,
    Word,
    anywhere,
    begin,
    core,
    readings,
    share,
    words_in,
)
from nlp.tag.names.patterns.runs import ARTICLES
from nlp.tag.names.patterns.triggers import head_label

Offsets = tuple[int, int]
Pair = tuple[Offsets, Offsets]
LED = re.compile(
    r"(?:short for|which stands for|an? (?:acronym|abbreviation) (?:for|of)|[A-Z][a-z]+ for|i\.e\.,?|from)\s"
)
"""What may stand in a bracket before the long form: "(Spanish for Liga de Fincas)"."""
EQUALS = re.compile(r"=\s?(?P<inside>[^;=.()]{4,140})(?=[;.]|$)")
JUST_BEFORE = re.compile(rf"(?<![\w(])(?P<short>{SHORT})\s?$")
LONGEST_SHORT = 16
COMMA = re.compile(r"[,;]")
APPOSED = re.compile(
    r"""(?<![\w(&-])(?P<short>[A-Z][A-Z&]{2,9})
    (?:,\ which\ stands\ for|,\ or|\ (?:stands|is\ short)\ for|\s?[-–—:=,])?\s(?P<the>the\s)?(?=[^\W\d_])""",
    re.VERBOSE,
)


def definitions_after(text: str) -> Iterator[Pair]:
    """(short, long) as pairs of offsets into the folded `text`."""
    for pattern in (BRACKET, EQUALS):
        for match in pattern.finditer(text):
            yield from _inside(text, match)
    for match in APPOSED.finditer(text):
        long = _behind(text, match)
        if long:
            yield match.span("short"), long


def _inside(text: str, match: re.Match[str]) -> Iterator[Pair]:
    """The long form in the bracket after a short one: all of it, or up to a comma, must spell the short form."""
    printed = JUST_BEFORE.search(text, max(0, match.start() - LONGEST_SHORT), match.start())
    if printed is None or not is_short(printed["short"]) or printed["short"][1:].islower():
        return
    start, end = match.span("inside")
    led, comma = LED.match(text, start, end), COMMA.search(text, start, end)
    for stop in (*([comma.start()] if comma else []), end):
        words = words_in(text, led.end() if led else start, stop)
        words = words[1:] if words and words[0].low in ARTICLES else words
        if 2 <= len(words) <= 2 * len(printed["short"]) + 3 and speaks_for(printed["short"], text, words):
            yield printed.span("short"), (words[0].start, words[-1].end)
            return


def speaks_for(short: str, text: str, words: Sequence[Word]) -> bool:
    """Whether `words`, from the first to the last, are the long form."""
    if any(begin(reading, words, letters) == 0 for reading in readings(short) for letters in (INITIALS, BEGINNINGS)):
        return True
    if anywhere(core(short), text[words[0].start : words[-1].end]) == 0:
        return True
    named = [word for word in words if word.low not in SMALL]
    heads = all(word.capital for word in named) and any(head_label(word.text) for word in named)
    return heads and share(core(short), named) >= 0.75


def _behind(text: str, match: re.Match[str]) -> Offsets | None:
    """The words right after a short form that they spell: "ADB Asian Development Bank"."""
    spelt = core(match["short"])
    if text[match.end()].lower() != spelt[0]:
        return None
    words = words_in(text, match.end(), min(len(text), match.end() + LONGEST))
    for count in range(2, min(len(words), 2 * len(spelt)) + 1):
        taken = words[:count]
        close = all(text[a.end : b.start] in {" ", "-"} for a, b in pairwise(taken[-2:]))
        if not close or not (taken[-1].capital or taken[-1].small or match["the"]):
            return None
        if not taken[-1].small and begin(spelt, taken, INITIALS) == 0:
            return taken[0].start, taken[-1].end
    return None
