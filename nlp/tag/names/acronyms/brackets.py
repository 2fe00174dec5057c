"""What stands in a bracket behind a name -> the short forms it gives, or nothing.

"(WSB)", "(hereafter 'WSB')", "(WSB, for its Spanish initials)", "(in French, BMS)", "(the 'Agency' or 'WSB')",
"(WSB and BMF)", "(Banco Mundial de Semillas, BMS)", "(WSB 2014)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.model import Label
from nlp.tag.names.lists.gazetteers import known

BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,160})[)\]]")
SHORT = r"(?:(?:[^\W\d_]\.){2,8}|[^\W_]\w*(?:[&/.+-]\w+){0,3}\+?(?![&/+-]?\w))"
"""One word; whether it is short is for is_short to say."""
OPEN, CLOSE = r"[\"'“‘«*_]*", r"[\"'”’»*_]*"
LEAD = r"""(?:(?:hereafter|hereinafter|henceforth|from\ now\ on|also|known|as|by|its|their|called|abbreviated|to|simply
    |just|or|short\ for|acronym|abbreviation|initials|the|which\ is|in\ short|referred|collectively
    |in\ [A-Z][a-z]+(?=[,:])|[A-Z][a-z]+(?=\ (?:acronym|initials|abbreviation|name)))[,:]?\s+)*"""
FIRST = re.compile(
    rf"\s*(?P<lead>{LEAD})(?P<open>{OPEN})(?:[Tt]he\s(?P<the>))?{OPEN}(?P<short>{SHORT}(?P<more>\s(?:[A-Z]{{2,}}|\d{{4}}))?)"
    rf"(?:'s)?[.>]?(?P<close>{CLOSE})",
    re.VERBOSE,
)
SECOND = re.compile(
    rf"(?P<by>,?\ or|,?\ and|,)\s{LEAD}{OPEN}(?P<short>{SHORT}){CLOSE}(?:,?\srespectively)?\s*$", re.VERBOSE
)
LAST = re.compile(rf"(?:[,;:]|\ [–—-]|,?\ or)\s{LEAD}{OPEN}(?P<short>{SHORT})[.>]?{CLOSE}(?P<rest>)\s*$", re.VERBOSE)
COMMENT = re.compile(r"\s*[,;:–—-]\s|\s(?:in|for|by|after|from)\s")
LANGUAGE = re.compile(r"acronym|initials|abbreviat|sigla|for short|in short|(?:in|by|from) (?:the )?([A-Z]\w+)")
FROM_NOW = re.compile(r"here(?:in)?after|henceforth|from now on")


@dataclass(frozen=True, slots=True)
class Given:
    """A short form in a bracket: its offsets, and how it may be read."""

    start: int
    end: int
    bare: bool
    """Nothing else is said, or only whose initials they are: then they need not fit the name."""
    named: bool = False
    """Printed as lawyers give names: (the "Agency")."""
    agreed: bool = False
    """... with "hereinafter": (hereinafter the "Company")."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The short forms of a bracket; `paired`: each has its own long form; `last`: its long form may stand inside."""

    given: tuple[Given, ...]
    paired: bool = False
    last: Given | None = None
    end: int = 0
    """Where the words inside end that `last` may shorten."""


def read_bracket(inside: str, start: int) -> Reading:
    """What the words `inside` a bracket may define; `start` is where they stand, and the offsets count with it."""
    first = FIRST.match(inside)
    given = tuple(_given(first, inside, start)) if first else ()
    second = SECOND.match(inside, first.end()) if first else None
    last = LAST.search(inside)
    if second and second["by"].strip(" ,") == "and":
        return Reading((given[-1], _one(second, start)), paired=True)
    if second and second["by"].endswith("or"):
        given = (replace(given[-1], bare=True), _one(second, start))
    return Reading(given, last=_one(last, start), end=start + last.start()) if last else Reading(given)


def _one(match: re.Match[str], start: int) -> Given:
    return Given(start + match.start("short"), start + match.end("short"), bare=True)


def _given(match: re.Match[str], inside: str, start: int) -> Iterator[Given]:
    """The short form with the word or year behind it, and without."""
    first, end = match.span("short")
    cut = match.start("more") if match["more"] else end
    rest = inside[match.end() :]
    said = not rest.strip()
    quoted = bool(match["open"] and match["close"])
    agreed = FROM_NOW.search(match["lead"]) is not None
    the = match["the"] is not None or match["lead"].rstrip().endswith("the")
    if match["more"] and (said or COMMENT.match(rest)):
        yield Given(start + first, start + end, bare=False)
        yield Given(start + first, start + cut, bare=False)
    elif said:
        yield Given(start + first, start + end, bare=True, named=the, agreed=agreed and (quoted or the))
    elif COMMENT.match(rest):
        yield Given(start + first, start + end, bare=_of_language(rest))
    elif SECOND.match(rest):
        yield Given(start + first, start + end, bare=True, named=the)


def _of_language(comment: str) -> bool:
    """Whether a comment says whose initials they are: ", in Spanish", "for its Portuguese acronym"."""
    match = LANGUAGE.search(comment)
    if match is None or match[1] is None:
        return match is not None
    entry = known(match[1])
    return entry is not None and entry.label is Label.NORP
