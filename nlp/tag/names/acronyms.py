"""Cleaned prose -> the short forms it defines: "Long Form (LF)", "LF (Long Form)", "Long Form, or LF".

The base is the algorithm of Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation
Definitions in Biomedical Text" (2003): the letters of the short form are looked for in the words before
it, from right to left, and its first letter must begin a word. Two things are added. Surer readings go
first (see spelling): the shortest letters' match of "mindful memoranda (MM)" would be "memoranda". And a
run of capitalised words with a head word ("Commission", "Forces") right before the bracket is the long
form even where the letters do not match: many bodies are abbreviated in their own language (FARC, CITEL).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.view import View
from nlp.model import Acronym, Label
from nlp.tag.names.brackets import BRACKET, CLOSE, LEAD, OPEN, SHORT, Given, read_bracket
from nlp.tag.names.gazetteers import known
from nlp.tag.names.glossaries import Listed
from nlp.tag.names.implied import find_implied
from nlp.tag.names.longforms import capital_run, is_short, named_before, spelt_before, words_before
from nlp.tag.names.reversed import definitions_after
from nlp.tag.names.spelling import SMALL, Word, core
from nlp.tag.names.tables import fold

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


def acronyms(view: View) -> list[Acronym]:
    """The definitions in `view`, in order of their short forms; the spans are of the source.

    Both names of common nouns (official development assistance) and of bodies are returned. A long form
    that the page breaks in two has two spans.
    """
    return [Acronym(view.source(*short), view.spans(*long)) for short, long in find_definitions(view.text)]


def definitions(views: Sequence[View], listed: Sequence[Listed] = ()) -> list[Acronym]:
    """The definitions of one paper at each place where they are printed, in text order.

    `listed`: the entries of its lists of abbreviations, which stand above what is read in the same place.
    """
    pairs = find_all([view.text for view in views], [each.short for each in listed])
    found = {
        view.source(*short): view.spans(*long) for view, line in zip(views, pairs, strict=True) for short, long in line
    }
    found |= {each.acronym.short: each.acronym.long for each in listed}
    return [Acronym(short, found[short]) for short in sorted(found)]


def find_all(texts: Sequence[str], listed: Collection[str] = ()) -> list[list[Pair]]:
    """For each of the stretches of one paper what find_definitions gives, and what its reader must infer.

    `listed`: the short forms that its lists of abbreviations explain.
    """
    found = [find_definitions(text) for text in texts]
    explained = {text[slice(*short)] for text, pairs in zip(texts, found, strict=True) for short, _ in pairs}
    explained.update(listed)
    whole: list[list[Pair]] = []
    for text, pairs in zip(texts, found, strict=True):
        more = list(find_implied(fold(text), explained))
        explained.update(text[slice(*short)] for short, _ in more)
        whole.append(sorted([*pairs, *more]))
    return whole


def find_definitions(text: str) -> list[Pair]:
    """(short, long) as half-open pairs of offsets into `text`, in order, no short form in two definitions."""
    text = fold(text)
    found: dict[Offsets, Offsets] = {}
    for short, long in (*_in_brackets(text), *_beside(text)):
        found.setdefault(short, long)
    taken = {start for start, _ in found}
    for short, long in definitions_after(text):
        if taken.isdisjoint(range(*long)):
            found.setdefault(short, long)
    return sorted(found.items())


def _in_brackets(text: str) -> Iterator[Pair]:
    for match in BRACKET.finditer(text):
        reading = read_bracket(match["inside"], match.start("inside"))
        end = len(text[: match.start()].rstrip(BEHIND))
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
    short, before = text[given.start : given.end], words_before(text, end)
    first = None
    if not before:
        return None
    if (given.named or given.agreed) and short[1:].islower():
        first = _given_name(short, text, before, agreed=given.agreed)
    elif is_short(short) and (" " not in short or _keeps_year(short, before)):
        first = spelt_before(short, text, before) or (named_before(short, text, before) if loose else None)
    if first is None or (not given.named and any(w.text == short and w.start >= first.start for w in before)):
        return None
    return first.start, before[-1].end


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
    long = _long(text, len(text[: match.start()].rstrip(BEHIND)), Given(*match.span("short"), bare=loose), loose=loose)
    if long:
        yield match.span("short"), long


def _listed(text: str, match: re.Match[str]) -> bool:
    """Whether what "or" joins is a list: the short form is a body of its own, or commas stand before."""
    run = capital_run(text, words_before(text, match.start()))
    before = text[: run[0].start].rstrip() if run else ""
    return known(match["short"]) is not None or before.removesuffix("the").rstrip().endswith((",", "or"))
