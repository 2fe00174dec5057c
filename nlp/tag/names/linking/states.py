"""Georgia and Georgia, Washington and Washington: American states that bear the name of something better known.

A mention means the state where one of its towns stands before it ("Atlanta, Georgia"), where it is called a
state, or among other states. Else it means the country if towns or neighbours of that are named nearby, and
the state if other states are. Without any such word it means what the rest of the paper means, and without
that the better known bearer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.linking.atlas import Area, american_states, area_named, bearers, borders
from nlp.tag.names.lists.canon import key, listed_name

SUFFIX = " (US state)"
CALLED_BEFORE = re.compile(r"\b[Ss]tate of $")
CALLED_BEHIND = re.compile(r" [Ss]tate(?!\w)")
AMONG = re.compile(r",? and |, |,? or ")

Rows = Sequence[Sequence[str]]
Lines = Sequence[Sequence[Found]]


def with_states(texts: Sequence[str], lines: Lines, names: Rows) -> list[list[str]]:
    """`names` of the finds in `lines`, with states told from the countries and cities of their names."""
    if not any(_doubtful(text, item) for text, line in zip(texts, lines, strict=True) for item in line):
        return [list(row) for row in names]
    told = [[_is_state(text, line, at) for at in range(len(line))] for text, line in zip(texts, lines, strict=True)]
    decided = {answer for row in told for answer in row if answer is not None}
    alone = decided == {True}
    return [
        [
            _state_name(text, item, name) if answer or (answer is None and alone and _is_country(name)) else name
            for item, name, answer in zip(line, row, answers, strict=True)
        ]
        for text, line, row, answers in zip(texts, lines, names, told, strict=True)
    ]


@cache
def _shared() -> dict[str, Area]:
    """Key of a state whose name the lists give to something else -> the state."""
    return {
        key(name): Area("US", code)
        for code, name in american_states().items()
        if listed_name(name, Label.GPE) not in {name, None} or _is_other_country(name, code)
    }


def _is_other_country(name: str, code: str) -> bool:
    """Whether a country has the name; a territory that is listed as state and country is one place."""
    area = area_named(name)
    return area is not None and area.state is None and area.country != code


def _state(text: str, item: Found) -> Area | None:
    return _shared().get(key(text[item.start : item.end])) if item.label is Label.GPE else None


def _doubtful(text: str, item: Found) -> bool:
    return _state(text, item) is not None


def _state_name(text: str, item: Found, name: str) -> str:
    return text[item.start : item.end] + SUFFIX if _doubtful(text, item) else name


def _is_country(name: str) -> bool:
    area = area_named(name)
    return area is not None and area.state is None


def _is_state(text: str, line: Sequence[Found], at: int) -> bool | None:
    """What the words near a mention say; None for nothing, or for a name that nothing else bears."""
    item, state = line[at], _state(text, line[at])
    if state is None:
        return None
    called = CALLED_BEFORE.search(text[max(0, item.start - 12) : item.start]) or CALLED_BEHIND.match(text, item.end)
    beside = True if called else _beside(text, line, at, state)
    if beside is not None:
        return beside
    area = area_named(text[item.start : item.end])
    return _nearby(text, line, at, state, area.country) if area is not None and area.state is None else None


def _beside(text: str, line: Sequence[Found], at: int, state: Area) -> bool | None:
    """What stands next to it says: one of the state's towns before a comma, another state or country in a list."""
    for other, gap in _next_to(text, line, at):
        printed = text[other.start : other.end]
        town = gap == ", " and other.start < line[at].start
        if town and any(state.holds(bearer.area) for bearer in bearers(printed)):
            return True
        area = area_named(printed) if AMONG.fullmatch(gap) and not _doubtful(text, other) else None
        if area is not None:
            return area.country == state.country
    return None


def _next_to(text: str, line: Sequence[Found], at: int) -> list[tuple[Found, str]]:
    before = [(line[at - 1], text[line[at - 1].end : line[at].start])] if at else []
    behind = [(line[at + 1], text[line[at].end : line[at + 1].start])] if at + 1 < len(line) else []
    return [*before, *behind]


def _nearby(text: str, line: Sequence[Found], at: int, state: Area, country: str) -> bool | None:
    """What the nearest place in the same stretch of prose that knows one of the two says."""
    near = {country, *borders(country)}
    others = [other for other in line if other.label is Label.GPE and not _doubtful(text, other)]
    for other in sorted(others, key=lambda one: abs(one.start - line[at].start)):
        name = text[other.start : other.end]
        if _is_american_state(name) or _lies_in(name, state):
            return True
        if _of_country(name, near):
            return False
    return None


def _is_american_state(name: str) -> bool:
    area = area_named(name)
    return area is not None and area.state is not None


def _lies_in(name: str, state: Area) -> bool:
    """Whether the best known town of that name lies there."""
    known = bearers(name)
    return bool(known) and state.holds(known[0].area)


def _of_country(name: str, near: set[str]) -> bool:
    area, known = area_named(name), bearers(name)
    if area is not None:
        return area.state is None and area.country in near
    return bool(known) and known[0].area.country in near
