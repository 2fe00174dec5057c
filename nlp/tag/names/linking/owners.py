"""The offices that one paper speaks of -> the same with the country that owns them.

"Kenya's Parliament", "the Parliament in Kenya": the country stands beside the name. Without one it is the
only country whose Parliament the paper names; where there are two or none, nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.linking.offices import STATELY, place_named, read_office

BEFORE = re.compile(r"(?:'s?)? ")
BEHIND = re.compile(r" (?:of|in|for) (?:the )?(?:Republic of |Kingdom of )?| \(")
LAST = re.compile(r", ")
END = re.compile(r"[.;)]|$")
"""What follows a country that stands behind a comma: else it may be the next of a list."""

Rows = Sequence[Sequence[str]]


def with_owners(texts: Sequence[str], lines: Sequence[Sequence[Found]], names: Rows) -> list[list[str]]:
    """`names` of the finds in `lines`, those of offices with their country: "Parliament (Kenya)"."""
    beside = [
        [_name(name, item, _beside(text, line, at)) for at, (item, name) in enumerate(zip(line, row, strict=True))]
        for text, line, row in zip(texts, lines, names, strict=True)
    ]
    owners: dict[tuple[Label, str], set[str]] = {}
    for line, row in zip(lines, beside, strict=True):
        for item, name in zip(line, row, strict=True):
            office = read_office(name) if item.label in STATELY else None
            if office is not None and office.whose is not None:
                owners.setdefault((item.label, office.what), set()).add(office.whose)
    only = {what: next(iter(whose)) for what, whose in owners.items() if len(whose) == 1}
    return [
        [_name(name, item, _sole(name, item, only)) for item, name in zip(line, row, strict=True)]
        for line, row in zip(lines, beside, strict=True)
    ]


def _name(name: str, item: Found, owner: str | None) -> str:
    """`name` with its owner, if it is an office without one."""
    office = read_office(name) if owner is not None and item.label in STATELY else None
    return f"{name} ({owner})" if office is not None and office.whose is None else name


def _sole(name: str, item: Found, only: dict[tuple[Label, str], str]) -> str | None:
    office = read_office(name) if item.label in STATELY else None
    return only.get((item.label, office.what)) if office is not None else None


def _beside(text: str, line: Sequence[Found], at: int) -> str | None:
    """The country that stands next to the find at `at`."""
    item = line[at]
    if at and BEFORE.fullmatch(text, line[at - 1].end, item.start) and (place := _place(text, line[at - 1])):
        return place
    if at + 1 < len(line) and line[at + 1].label is Label.GPE:
        other = line[at + 1]
        last = LAST.fullmatch(text, item.end, other.start) and END.match(text, other.end)
        if last or BEHIND.fullmatch(text, item.end, other.start):
            return _place(text, other)
    return None


def _place(text: str, item: Found) -> str | None:
    return place_named(item.name or text[item.start : item.end]) if item.label in {Label.GPE, Label.NORP} else None
