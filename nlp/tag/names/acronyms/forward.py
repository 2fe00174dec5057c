"""Cleaned prose -> definitions whose long form comes first: "Long Form (LF)", "Long Form, or LF", "Long Form, LF,"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.model import Label
from nlp.tag.names.acronyms.brackets import BRACKET, CLOSE, LEAD, OPEN, SHORT, Given, read_bracket
from nlp.tag.names.acronyms.likely import named_before
from nlp.tag.names.acronyms.longforms import capital_run, is_short, spelt_before, words_before
from nlp.tag.names.acronyms.spelling import SMALL, Word, core
from nlp.tag.names.lists.gazetteers import known

Offsets = tuple[int, int]
Pair = tuple[Offsets, Offsets]
OR = re.compile(
    rf"""
    (?P<comma>,)? \s (?:or|also\ known\ as|known\ as|known\ by\ its\ acronym,?|abbreviated(?:\ as|\ to)?
        |here(?:in)?after|henceforth|from\ now\ on) \s {LEAD} (?:simply\s|the\s)?
    {OPEN} (?P<short>{SHORT}) {CLOSE} (?=[,.;:)\s])""",
    re.VERBOSE,
)
DASH = re.compile(rf"\s[–—-]\s?(?P<short>{SHORT})(?=\s[–—-]\s|[,.;)])")
COMMA = re.compile(r", (?P<short>[A-Z]\w*[A-Z]\w*)(?: in (?P<language>[A-Z][a-z]+))?(?=[,.;)])")
BEHIND = ", \"'”’*_»⁰¹²³⁴⁵⁶⁷⁸⁹"
"""May stand between the long form and what gives the short one."""
FARTHEST = 40
"""Characters of them."""
LIST = re.compile(r"(?:,|\bor)\s(?:the\s)?$")


def definitions_before(text: str) -> Iterator[Pair]:
    """(short, long) as pairs of offsets into the folded `text`, brackets first."""
    yield from _in_brackets(text)
    yield from _beside(text)


def _end(text: str, at: int) -> int:
    """Where the words end that stand before `at`."""
    first = max(0, at - FARTHEST)
    return first + len(text[first:at].rstrip(BEHIND))


def _in_brackets(text: str) -> Iterator[Pair]:
    for match in BRACKET.finditer(text):
        reading = read_bracket(match["inside"], match.start("inside"))
        end = _end(text, match.start())
        inner = _long(text, reading.end, reading.last, loose=False) if reading.last else None
        if reading.paired:
            yield from _two(text, end, *reading.given)
        elif reading.last and inner and inner[0] >= match.start("inside"):
            yield (reading.last.start, reading.last.end), inner
        else:
            yield from _before(text, end, reading.given)


def _before(text: str, end: int, given: Sequence[Given]) -> Iterator[Pair]:
    """The short forms of a bracket that share the long form which ends at `end`; the first may be read in two ways."""
    done: int | None = None
    for each in given:
        if each.start != done:
            long = _long(text, end, each, loose=each.bare)
            if long:
                done = each.start
                yield (each.start, each.end), long


def _two(text: str, end: int, one: Given, other: Given) -> Iterator[Pair]:
    """Two short forms for two names that "and" joins, both spelt out."""
    last = _long(text, end, other, loose=False)
    if last is None:
        return
    before = words_before(text, last[0] - 1)
    while before and before[-1].low in SMALL:
        before.pop()
    first = _long(text, before[-1].end, one, loose=False) if before else None
    if first:
        yield (one.start, one.end), first
        yield (other.start, other.end), last


def _long(text: str, end: int, given: Given, *, loose: bool) -> Offsets | None:
    """The long form that ends at `end`; `loose`: a name there need not have these initials."""
    short = text[given.start : given.end]
    agreed = (given.named or given.agreed) and short[1:].islower()
    before = words_before(text, end) if agreed or is_short(short) else []
    if not before:
        return None
    if agreed:
        first = _given_name(short, text, before, agreed=given.agreed)
    elif " " in short and not _keeps_year(short, before):
        return None
    else:
        first = spelt_before(short, text, before) or (named_before(short, text, before) if loose else None)
    if first is None or (not agreed and any(w.text == short and w.start >= first.start for w in before)):
        return None
    return first.start, before[-1].end - 2 * before[-1].text.endswith("'s")


def _keeps_year(short: str, before: Sequence[Word]) -> bool:
    """Whether the second word of a short form is of the name too: "Act 2002 (SA 2002)", not "(OECD 2014)"."""
    second = short.partition(" ")[2]
    return not second.isdigit() or any(word.text == second for word in before)


def _given_name(short: str, text: str, before: Sequence[Word], *, agreed: bool) -> Word | None:
    """The long form of a name given by agreement: (the "Agency"), (hereinafter the "Company")."""
    run = capital_run(text, before)
    return run[0] if len(run) > 1 and (agreed or any(word.text == short for word in run)) else None


def _beside(text: str) -> Iterator[Pair]:
    """Short forms behind "or", between dashes and between commas."""
    for match in OR.finditer(text):
        loose = match["comma"] is not None and match["short"].isupper() and not _listed(text, match)
        yield from _at(text, match, loose=loose)
    for match in DASH.finditer(text):
        yield from _at(text, match, loose=False)
    for match in COMMA.finditer(text):
        language = known(match["language"]) if match["language"] else None
        if len(core(match["short"])) > 2:
            yield from _at(text, match, loose=language is not None and language.label is Label.NORP)


def _at(text: str, match: re.Match[str], *, loose: bool) -> Iterator[Pair]:
    long = _long(text, _end(text, match.start()), Given(*match.span("short"), bare=loose), loose=loose)
    if long:
        yield match.span("short"), long


def _listed(text: str, match: re.Match[str]) -> bool:
    """Whether what "or" joins is a list: the short form is a body of its own, or commas stand before."""
    run = capital_run(text, words_before(text, match.start()))
    return known(match["short"]) is not None or (
        bool(run) and LIST.search(text, max(0, run[0].start - 8), run[0].start) is not None
    )
