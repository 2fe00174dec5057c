"""Words -> the mentions in them of works by author and year: "Smith (2010)", "(Smith 2010: 4; EU 2011a)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.references.catalogue import PAIR, Catalogue, Names
from corpus.references.names import CONNECTORS, INITIALS, JOINERS, fold
from corpus.references.signs import pages_after
from corpus.references.works import NOT_NAMES

YEAR = (
    r"(?:(?:1[5-9]|20)\d\d(?:[a-z](?![\w]))?(?!\d|\s?[-–]\s?\d{2,4}(?!\d))|n\.\s?d\.|s\.\s?f\.|forthcoming|in\spress)"
)
MORE_YEARS = rf"(?:\s*(?:[,;/&]|,?\s(?:and|y|e|et|und))\s*(?:and\s+)?(?:{YEAR}|[a-z](?=[\s,;)\]])))*"
YEARS = re.compile(rf"(?<![\w.:/-])(?P<years>{YEAR}{MORE_YEARS})(?!\w)", re.IGNORECASE)
ONE_YEAR = re.compile(rf"{YEAR}|(?<![\w.])[a-z](?![\w.])", re.IGNORECASE)
TOKEN = re.compile(r"(?:[^\W\d_]\.){1,5}|\bal\.|[^\W\d_][\w’'‐-]*|[&,]|\S")
OPENED = re.compile(r"\s?[(\[]\s*$")
BARE = re.compile(r",?\s+$")
TAIL = re.compile(r"\s*(?:[)\]]|[,:;.]|\s(?:p|see|cited|quoted|and)\b|$)")
BARE_YEAR = 4
"""Characters of a year without a letter."""
CLOSING = re.compile(r"\s*[)\]]")
LISTED = re.compile(
    r"[\s,;)\]]*(?:\b(?:and|or|also|see|see\salso|y|e|et|und|as\swell\sas)\s+)?(?:the\s+)?", re.IGNORECASE
)
STARTS = re.compile(r"(?:^|[.;(\[]\s*|\b(?:see|also|cf|by|per)\b[.,]?\s+)(?:the\s+)?$", re.IGNORECASE)
PLAIN = re.compile(r"(?:[^A-ZÀ-Þ:]|\b(?:See|Cf|Also)\b)*")
"""What may stand in brackets before a mention: "see also", but no place or title."""
FAR = 400
"""Characters that brackets around mentions may hold."""
UNLISTED = "no entry lists"
WINDOW = 180
"""Characters before a year among which its names stand."""
LEADING = NOT_NAMES | frozenset(
    """
    see also cf compare source sources both but while e.g eg i.e and or according consult fuente fuentes fonte vease ver
    veja voir como segundo conforme vgl siehe zie el los las les der die das the work works study studies report
    """.split()
)
PLACING = frozenset("in for from at on by since during under with despite after to en de para por dans pour".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A name and a year; offsets into the words it was found in."""

    start: int
    end: int
    readings: tuple[Names, ...]
    """Who may be meant, the longest reading first: "Bolivia Smith" may be Smith in Bolivia."""
    year: str
    cued: bool
    """"See", "et al.", "and", pages or brackets around it say that a work is meant."""
    pages: tuple[int, int] | None = None
    named: bool = True
    """It starts with the names; False for a year that shares the names of the one before."""


@dataclass(frozen=True, slots=True)
class _Run:
    """The names read backwards from a year."""

    start: int
    readings: tuple[Names, ...]
    cued: bool


def mentions(words: str) -> Iterator[Mention]:
    """Every mention in `words`, in order; a year of its own for each in "Smith (2010, 2012)"."""
    low = 0
    last: _Run | None = None
    for match in YEARS.finditer(words):
        before = words[max(low, match.start() - WINDOW) : match.start()]
        opened = OPENED.search(before)
        gap = opened or BARE.search(before)
        if gap is None or not TAIL.match(words, match.end()):
            continue
        last = _placed(words, low, match.start(), match.start() - len(gap.group()), last, opened=opened is not None)
        if last is None:
            continue
        closed = CLOSING.match(words, match.end(), match.end() + 4)
        pages = None if closed else pages_after(words, match.end())
        closed = CLOSING.match(words, pages[1], pages[1] + 4) if pages else closed
        end = closed.end() if opened and closed else match.end()
        last = replace(last, cued=last.cued or pages is not None)
        yield from _each(match, last, end, pages)
        low = max(end, pages[1] if pages else 0)


def _placed(words: str, low: int, year: int, end: int, last: _Run | None, *, opened: bool) -> _Run | None:
    """The names before the year at `year`, which end at `end`, if they stand where a work is mentioned."""
    bracket = _bracket(words, year - 1 if opened else year)
    run = _run(words, max(low, year - WINDOW), end)
    if run is None:
        again = last is not None and bracket is not None and re.fullmatch(r"[\s,;]*", words[low:year])
        return _Run(year, last.readings, True) if again and last is not None else None
    between = words[low : run.start]
    if last is not None and LISTED.fullmatch(between):
        return replace(run, cued=run.cued or last.cued or not opened)
    if opened:
        return run
    if bracket is not None:
        clean = PLAIN.fullmatch(words, max(low, bracket), run.start)
        return replace(run, cued=True) if clean else None
    return replace(run, cued=True) if _starts(words, run.start) else None


def _each(match: re.Match[str], run: _Run, end: int, pages: tuple[int, int] | None) -> Iterator[Mention]:
    """One mention for each year of `match`: the first has the names, the others are their year alone."""
    years = list(ONE_YEAR.finditer(match.group("years")))
    stem = ""
    for at, year in enumerate(years):
        printed = year.group().casefold()
        stem = printed if len(printed) > 1 else stem[:BARE_YEAR] + printed
        start = run.start if at == 0 else match.start() + year.start()
        stop = end if at == len(years) - 1 else match.start() + year.end()
        of = "nd" if stem[0] in "ns" else stem
        yield Mention(start, stop, run.readings, of, run.cued, pages, named=at == 0 and run.start < match.start())


def _bracket(words: str, at: int) -> int | None:
    """Where the words begin in the brackets that `at` stands in; None outside brackets."""
    near = words[max(0, at - FAR) : at]
    opened = max(near.rfind("("), near.rfind("["))
    if opened <= max(near.rfind(")"), near.rfind("]")):
        return None
    return at - len(near) + opened + 1


def _starts(words: str, start: int) -> bool:
    """Whether a sentence or a citation starts at `start`: only there is "Smith 2010" without brackets a mention."""
    return STARTS.search(words[max(0, start - 30) : start]) is not None


def _run(words: str, low: int, end: int) -> _Run | None:
    """The names that end at `end`, not reaching back over `low`."""
    window = re.sub(r"[’']s?$", "", words[low:end])
    tokens = [m for m in TOKEN.finditer(window) if m.start() or low == 0 or not words[low - 1].isalnum()]
    more = len(tokens) > 1 and tokens[-1].group().casefold() in {"al", "al."} and tokens[-2].group().casefold() == "et"
    if more:
        del tokens[-2:]
        if tokens and tokens[-1].group() == ",":
            tokens.pop()
    first = _first(tokens, more)
    kept = _trimmed(tokens, first)
    if not kept or all(fold(m.group()).strip(".") in NOT_NAMES for m in kept):
        return None
    before = tokens[first - 1].group().casefold() if first else ""
    lead = tokens[len(tokens) - len(kept) - 1].group().casefold() if len(kept) < len(tokens) else ""
    joined = any(m.group() in JOINERS for m in kept)
    readings = tuple(_readings(kept, more, placed=before in PLACING or lead in PLACING))
    return _Run(low + kept[0].start(), readings, more or joined or lead in {"see", "also", "cf", "compare"})


def _first(tokens: list[re.Match[str]], more: bool) -> int:
    """The token where the names begin, read backwards from the last."""
    first = len(tokens)
    joined = more
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens[at].group()
        if _capital(word):
            first = at
        elif first == len(tokens):
            break
        elif word in JOINERS:
            joined = True
        elif word == ",":
            if not (joined or INITIALS.fullmatch(tokens[at + 1].group()) or tokens[at + 1].group() in JOINERS):
                break
        elif word.casefold() not in CONNECTORS:
            break
    return first


def _capital(token: str) -> bool:
    return token[0].isupper() or (len(token) > 2 and token[1] in "’'-" and token[2].isupper())


def _trimmed(tokens: list[re.Match[str]], first: int) -> list[re.Match[str]]:
    """The names without "See", "According to the" and the like before them."""
    at = first
    while at < len(tokens) and (
        fold(tokens[at].group()).strip(".") in LEADING
        or tokens[at].group() in JOINERS | {","}
        or not (at > first or _capital(tokens[at].group()))
    ):
        if tokens[at].group().casefold() in PLACING and any(t.group() == "," for t in tokens[at:]):
            at = next(i for i in range(at, len(tokens)) if tokens[i].group() == ",")
        at += 1
    return tokens[at:]


def _readings(kept: list[re.Match[str]], more: bool, *, placed: bool) -> Iterator[Names]:
    """The whole run, then what is left of it when a word before a name is no part of it."""
    for at in range(len(kept)):
        plain = at and _capital(kept[at - 1].group()) and not INITIALS.fullmatch(kept[at - 1].group())
        after_place = at and placed and kept[at - 1].group() == ","
        if at == 0 or ((plain or after_place) and _capital(kept[at].group())):
            yield _names(kept[at:], more, skipped=kept[at].start() - kept[0].start())
        if at and kept[at].group() in JOINERS | {","} and not placed:
            return


def _names(kept: list[re.Match[str]], more: bool, *, skipped: int) -> Names:
    source = kept[0].string
    each: list[list[str]] = [[]]
    for token in kept:
        if token.group() in JOINERS | {","}:
            each.append([])
        else:
            each[-1].append(token.group())
    names = [" ".join(name) for name in each if name and not all(INITIALS.fullmatch(p) and "." in p for p in name)]
    return Names(tuple(names), source[kept[0].start() : kept[-1].end()], more, skipped > 0, skipped)


def resolve(mention: Mention, catalogue: Catalogue) -> tuple[int | None, str, int]:
    """The number of the one work the mention means, "" or why it stays open, and where its names start after all."""
    for names in mention.readings:
        found = catalogue.find(names, mention.year)
        if len(found) == 1:
            return found[0], "", mention.start + (names.skipped if mention.named else 0)
        if not found and len(mention.year) == BARE_YEAR:
            found = catalogue.lettered(names, mention.year)
        if len(found) > 1:
            reason = f"{'two' if len(found) == PAIR else 'several'} works of {_shown(names)} {mention.year}"
            return None, reason, mention.start
        if catalogue.knows(names):
            break
    return None, f"{UNLISTED} {_shown(mention.readings[0])} {mention.year}", mention.start


def _shown(names: Names) -> str:
    return f"{names.whole} et al." if names.more else names.whole
