"""The words of a note or of an entry in a bibliography -> the parts of the works they cite: who, title, where, by whom.

The styles differ in order and marks, not in what they name: "Roe, J. (2014). Rain and rights. Water Studies, 12(3)",
"Jane Roe, Rain and Rights (Lima: Sol Press, 2014), 12", "Roe, Jane. 2014. 'Rain and Rights'. Water Studies 12: 3".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.references.entries import ends_of_names
from corpus.references.works import ABBREVIATED, QUOTED, URL, cited, masked, segments

Place = tuple[int, int]
CAPITAL = r"(?:[A-ZÀ-Þ][\w’'&.-]*|l[’']\w+|d[’'][A-ZÀ-Þ]\w*)"
SMALL = r"(?:of|and|the|for|on|in|to|de|der|des|du|del|dei|di|da|do|la|le|les|las|los|et|und|y|e|für|zur|&)"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)"
NUMBERED = rf"""(?:
    ,?\s(?:[Vv]ol(?:ume|\.)?|[Nn][o°º]\.?|[Ii]ssue|[Nn]r\.?|[Bb]d\.?|t\.)\s?\d
    | ,?\s\d{{1,3}}\s?[(,.:;/] | ,?\s\d{{1,3}}\sno\. | ,?\s\(?\d{{4}}\)?[,;:]\s?\d | ,?\s\(?\d{{1,4}}\)\s?[,:]
    | ,\s(?:\d{{1,2}}\s)?{MONTH}\w*\.?[\s,/–-] )"""
"""What follows a journal or a newspaper: volume, number, pages, day."""
CONTAINER = re.compile(
    rf"""[\s.,;:”"’'»]*(?:(?:[Ii]n|[Ee]n|[Dd]ans)[:\s]\s?)?              # "... Rights”, in Water Studies 12 (3)"
    (?!{MONTH}\w*\b) (?P<name>{CAPITAL}(?:,?\s(?:{SMALL}\s){{0,2}}{CAPITAL}){{0,7}}) (?={NUMBERED})""",
    re.VERBOSE,
)
IMPRINT = re.compile(
    rf"""(?:^|(?<=[\s(]))(?P<place>{CAPITAL}(?:\s(?:{SMALL}\s)?{CAPITAL}){{0,2}}(?:,\s[A-Z]{{2}}|,\s[A-Z]\.[A-Z]\.)?)
    (?:\s(?:and|&)\s{CAPITAL})?\s?:\s
    (?P<house>{CAPITAL}(?:\s(?:{SMALL}\s){{0,2}}{CAPITAL}){{0,6}}) (?=\s?[,.;)]|\s*$)""",
    re.VERBOSE,
)
STOP = re.compile(r"[.?!](?=\s|$)")
BREAKS = re.compile(
    r"\s\(|\s\[|[.,;]?\s(?:<?https?:|www\.|doi:|DOI|[Aa]vailable|[Rr]etrieved|[Aa]ccessed)|,\s(?:in|pp?\.)[:\s]"
)
FEWEST = 2
"""Words of a title that no quotation marks set apart."""
LONGEST = 300
"""Characters of a title."""
EDGES = " \t“”\"‘’'«»„.,;:"


@dataclass(frozen=True, slots=True)
class Parts:
    """One work cited, as half-open places in the words that cite it; what is not printed is None."""

    names: Place
    """Its authors as they are printed, which may be nobody."""
    title: Place | None
    container: Place | None
    """The journal, newspaper or series it stands in."""
    place: Place | None
    house: Place | None
    """Its publisher, and where that sits."""


def cited_parts(words: str, *, entry: bool) -> Iterator[Parts]:
    """The works that `words` cite, in order. `entry`: they are one entry of a bibliography; otherwise a note."""
    if entry:
        start, names_end, title = ends_of_names(words)
        yield _parts(words, (start, names_end), title, None, len(words))
        return
    for segment in segments(words):
        for one in cited(words, segment):
            yield _parts(words, (one.start, one.names_end), one.title, one.title_end, one.end)


def _parts(words: str, names: Place, title: int, title_end: int | None, end: int) -> Parts:
    while title < end and words[title] in " .,:;)":
        title += 1
    quoted = QUOTED.match(words, title, end)
    known = quoted.end() if quoted else title_end
    stop = _stop(words, title, end) if known is None else known
    container = CONTAINER.match(words, stop, end)
    imprint = IMPRINT.search(words, stop, end)
    return Parts(
        names,
        _title(words, title, stop, quoted=quoted is not None),
        _trimmed(words, *container.span("name")) if container else None,
        imprint.span("place") if imprint else None,
        _trimmed(words, *imprint.span("house")) if imprint else None,
    )


def _stop(words: str, start: int, end: int) -> int:
    """Where an unquoted title ends: at a full stop that ends no abbreviation, a bracket, an address."""
    hidden = masked(words[: min(end, start + LONGEST)])
    breaks = BREAKS.search(words, start, min(end, start + LONGEST))
    last = breaks.start() if breaks else len(hidden)
    for match in STOP.finditer(hidden, start, last):
        if not ABBREVIATED.search(hidden[max(start, match.end() - 12) : match.end()]):
            return match.end() if match.group() in "?!" else match.start()
    return last


def _title(words: str, start: int, stop: int, *, quoted: bool) -> Place | None:
    """The title without its marks; None for what is none by its looks."""
    start, stop = _trimmed(words, start, stop)
    told = words[start:stop]
    first = told.lstrip("¿¡")[:1]
    plain = (first.isupper() or first.isdigit()) and URL.search(told) is None and "*" not in told
    long_enough = len(told.split()) >= (1 if quoted else FEWEST) and any(c.islower() for c in told)
    return (start, stop) if plain and long_enough and stop - start <= LONGEST else None


def _trimmed(words: str, start: int, stop: int) -> Place:
    while start < stop and words[start] in EDGES:
        start += 1
    while stop > start and words[stop - 1] in EDGES:
        stop -= 1
    return start, stop
