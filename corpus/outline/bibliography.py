"""Pieces under a bibliography's heading -> its entries, one piece each, however the lines of the list were broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.model import Block, BlockKind, Span
from corpus.outline.headings import is_bibliography
from corpus.outline.lines import Line
from corpus.outline.pieces import ADDRESS_ALONE, Piece

LISTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FURNITURE, BlockKind.REFERENCE})
BULLET = re.compile(r"\s*(?:[-*•‣◦▪·]\s|\[\d{1,3}\]\s|[-—–_]{2,})")
NUMBER = re.compile(r"\s*\d{1,3}\.\s")
NAMED_FIRST = re.compile(
    r"""[\s*_“"]* [A-ZÀ-Þ][\w’'.-]*
        (?:\s(?:[A-ZÀ-Þ][\w’'.-]*|de|da|do|dos|del|la|van|von|der|den|al|el|bin|y|e|and|&|of|for|in|the|on|und|et))*
        (?:\s\([A-Z][\w-]+\))? ,?\s* \(?(?:1[5-9]|20)\d\d
      | [\s*_“"]*
        (?:(?:[Dd](?:e|el|a|as|o|os|i|u)|[Ll](?:a|e|os|as)|[Vv][ao]n|[Dd]e[rn]|[Tt]en|[Ee]l|[Aa]l|[Bb]in)\s){0,3}
        [A-ZÀ-Þ][\w’'-]+ (?:[\s-][A-ZÀ-Þ][\w’'-]+)? ,\s
        (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][a-zà-ÿ]+[,.\s])""",
    re.VERBOSE,
)
"""How entries begin: "Silva, J. ...", "World Bank (WB) (2012) ...", "United Nations 2010"."""
PERSON_FIRST = re.compile(r"\s*[A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+)?, [A-ZÀ-Þ][a-zà-ÿ]+[,. ]")
"""So few other lines begin that it counts even where all other entries bear a bullet: "Weeks, Ann. Rivers"."""
CLOSED = re.compile(r"(?:[.>)\]/]|\d)[\"”’*_]*\s*$|(?:https?://|www\.)\S+\s*$")
MARKED = 0.85
"""Share of beginnings with a bullet or number from which on only these begin an entry."""
LONGEST_PROSE = 150
"""Characters: longer text under the heading that names no year and no address is no entry."""
SOURCE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|https?://|www\.")


def bibliography(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces with the entries of bibliographies as REFERENCE; what stands below the list is boilerplate."""
    found: list[Piece] = []
    listing: list[Piece] = []
    listed = after = False
    entries = 0
    for at, one in enumerate(pieces):
        entry = listed and one.kind is BlockKind.HEADING and _is_entry(one)
        if one.kind is BlockKind.HEADING and not entry:
            listed, after, entries = is_bibliography(one), False, 0
        near = pieces[at + 1 : at + 4]
        if listed and _may_be_listed(one) and _is_prose(one) and not any(_is_entry(two) for two in near):
            listed, after = False, entries > 0  # "Sources" may head a section like any other
        if entry or (listed and _may_be_listed(one)):
            listing.append(one)
            entries += 1
            continue
        found += _entries(listing)
        listing = []
        found.append(one.turned(BlockKind.BOILERPLATE) if after and one.kind in LISTED else one)
    return [*found, *_entries(listing)]


def _may_be_listed(one: Piece) -> bool:
    """Of what a file calls furniture only an address can be part of an entry."""
    furniture = one.kind is BlockKind.FURNITURE and not ADDRESS_ALONE.fullmatch(one.text.rstrip("."))
    return one.kind in LISTED and not furniture


def _is_entry(one: Piece) -> bool:
    """Whether it begins as entries begin, and names its year or address. An entry that a page cut has neither half."""
    return NAMED_FIRST.match(one.text) is not None and SOURCE.search(one.text) is not None


def _is_prose(one: Piece) -> bool:
    return len(one.text) > LONGEST_PROSE and not SOURCE.search(one.text) and not BULLET.match(one.run[0].text)


def _entries(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The lines of all pieces, grouped anew: an entry begins where a line looks like a beginning."""
    lines = [line for one in pieces for line in one.run]
    wrapped = any(len(one.run) > 1 for one in pieces)
    begins = _beginnings(lines, _set_apart(pieces), wrapped=wrapped)
    starts = {id(one.run[0]): one.block.span.start for one in pieces}
    group: list[Line] = []
    for line in lines:
        if group and id(line) in begins:
            yield _entry(group, starts)
            group = []
        group.append(line)
    if group:
        yield _entry(group, starts)


def _set_apart(pieces: Sequence[Piece]) -> set[int]:
    """The first lines (by identity) of pieces that a blank line or a page parts from what is above them."""
    return {
        id(below.run[0])
        for above, below in pairwise(pieces)
        if below.run[0].new_page or below.run[0].row > above.run[-1].row + 1
    }


def _beginnings(lines: Sequence[Line], set_apart: set[int], *, wrapped: bool) -> set[int]:
    numbered = bool(lines) and NUMBER.match(lines[0].text) is not None
    if not wrapped and not numbered:
        return {id(line) for line in lines if not ADDRESS_ALONE.fullmatch(line.text.strip().rstrip("."))}
    marked: set[int] = set()
    bare: set[int] = set()
    for last, line in pairwise(lines):
        if BULLET.match(line.text) or (numbered and NUMBER.match(line.text)):
            marked.add(id(line))
        elif not ADDRESS_ALONE.fullmatch(line.text.strip().rstrip(".")) and (
            id(line) in set_apart or (CLOSED.search(last.text) and NAMED_FIRST.match(line.text))
        ):
            bare.add(id(line))
    named = {id(line) for line in lines if PERSON_FIRST.match(line.text)}
    mostly = len(marked) >= MARKED * (len(marked) + len(bare - set_apart - named))
    return marked | (bare & (set_apart | named) if marked and mostly else bare)


def _entry(group: Sequence[Line], starts: dict[int, int]) -> Piece:
    first, last = group[0], group[-1]
    span = Span(starts.get(id(first), first.span.start + first.indent), last.span.start + last.length)
    words = " ".join(" ".join(line.text.split()) for line in group)
    return Piece(Block(span, BlockKind.REFERENCE), words, tuple(group))
