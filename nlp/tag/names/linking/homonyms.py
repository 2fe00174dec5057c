"""The places that one paper names -> the same, those of one name told apart: Tripoli and Tripoli (Lebanon).

What stands beside a name decides for that mention: "Cambridge, Massachusetts". A paper that begins so means
the same by the bare name later. With nothing beside it a name means the best known bearer of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.linking.atlas import Area, american_states, area_name, area_named, bearers
from nlp.tag.names.linking.states import with_states

BESIDE = re.compile(r", | in | \(")
IN_LIST = re.compile(r",? (?:and|or|&) |, [A-Z]")
"""Behind a country that stands behind a comma: all three are members of a list."""
POSTAL = re.compile(r", ([A-Z]{2})(?!\w)")

Rows = Sequence[Sequence[str]]
Lines = Sequence[Sequence[Found]]


def with_places(texts: Sequence[str], lines: Lines, names: Rows) -> list[list[str]]:
    """`names` of the finds in `lines`, with places told apart."""
    decided = [
        [_sense(text, line, at, name) for at, name in enumerate(row)]
        for text, line, row in zip(texts, lines, names, strict=True)
    ]
    begun = dict(_begun(decided, names))
    told = [
        [
            sense or begun.get(name, name) if item.label is Label.GPE else name
            for sense, name, item in zip(*row, strict=True)
        ]
        for row in zip(decided, names, lines, strict=True)
    ]
    return with_states(texts, lines, told)


def _begun(decided: Sequence[Sequence[str | None]], names: Rows) -> Iterator[tuple[str, str]]:
    """Bare name -> the place it means in this paper: the one its first mention tells, if no other mention disagrees."""
    senses: dict[str, list[str | None]] = {}
    for row, bare in zip(decided, names, strict=True):
        for sense, name in zip(row, bare, strict=True):
            senses.setdefault(name, []).append(sense)
    for name, told in senses.items():
        if told[0] is not None and len(set(told) - {None}) == 1:
            yield name, told[0]


def _sense(text: str, line: Sequence[Found], at: int, name: str) -> str | None:
    """Which place of that name a mention means, by what stands beside it; None where nothing tells."""
    if line[at].label is not Label.GPE or not (known := bearers(name)):
        return None
    area = _beside(text, line, at)
    there = area and next((bearer for bearer in known if area.holds(bearer.area)), None)
    if area is None or there is None:
        return None
    return name if there is known[0] and there.people else f"{name} ({area_name(area)})"


def _beside(text: str, line: Sequence[Found], at: int) -> Area | None:
    end = line[at].end
    postal = POSTAL.match(text, end)
    if postal and (state := american_states().get(postal[1])):
        return area_named(state)
    if at + 1 == len(line) or line[at + 1].label is not Label.GPE:
        return None
    other = line[at + 1]
    if not BESIDE.fullmatch(text, end, other.start):
        return None
    area = area_named(text[other.start : other.end])
    listed = area is not None and area.state is None and text[end] == "," and IN_LIST.match(text, other.end)
    return None if listed else area
