"""The fields of the query language: what may be asked of a passage beside its words, and which values they take.

A value is kept in one way of writing it, which reads back as itself: kinds in small letters, years as 2008..2012.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from difflib import get_close_matches

from corpus.errors import BadQueryError
from corpus.model import PassageKind
from nlp.model import Kind

_YEARS = re.compile(r"(\d{4})?(?:(\.{2,3}|[-–—])(\d{4})?)?")
_EDGE = re.compile(r"([<>]=?)\s*(\d{4})")
_BOUND = re.compile(r"[<>]=?")
FIRST, LAST = 0, 9999


def kind(typed: str) -> str:
    """The kind of figure: "money"."""
    return _one_of(typed, [str(each) for each in Kind], "kind of figure")


def inside(typed: str) -> str:
    """The kind of passage: "note"."""
    return _one_of(typed, [str(each) for each in PassageKind], "kind of passage")


def years(typed: str) -> str:
    """Years of publication: "2008", "2008..2012", "2008..", "..1999"; also 2008-2012, >2008, <=2012."""
    edge = _EDGE.fullmatch(typed)
    if edge:
        sign, year = edge[1], int(edge[2]) + {">": 1, "<": -1}.get(edge[1], 0)
        return f"{year:04}.." if sign[0] == ">" else f"..{year:04}"
    found = _YEARS.fullmatch(typed)
    first, dots, last = found.groups() if found else (None, None, None)
    if (first or last) and (not (first and last) or first <= last):
        return (f"{first or ''}..{last or ''}" if first != last else str(first)) if dots else str(first)
    raise BadQueryError(f"{typed!r} is no time: write year:2008, year:2008..2012, year:2008.. or year:..1999.")


def stretch(kept: str) -> tuple[int, int]:
    """The first and the last year of a value that `years` has made."""
    first, dots, last = kept.partition("..")
    return int(first or FIRST), int(last or LAST) if dots else int(first)


def value(typed: str) -> str:
    """An amount with what it must be to it: ">1e9", "<=2 million", "1bn..2bn", "$1.4 billion"."""
    sign = _BOUND.match(typed)
    rest = typed[sign.end() :].strip() if sign else typed
    parts = [part.strip() for part in rest.split("..")]
    if not any(parts) or len(parts) > (1 if sign else 2) or not all(re.search(r"\d", part) for part in parts if part):
        raise BadQueryError(f"{typed!r} is no amount: write value:>1e9, value:<='2 million' or value:1bn..2bn.")
    return f"{sign.group()}{rest}" if sign else "..".join(parts)


def bounds(kept: str) -> tuple[str | None, str | None, bool]:
    """The least and the most of a value that `value` has made, and whether they themselves count; as typed."""
    sign = _BOUND.match(kept)
    if sign:
        rest = kept[sign.end() :]
        return (rest, None, "=" in sign.group()) if kept[0] == ">" else (None, rest, "=" in sign.group())
    least, dots, most = kept.partition("..")
    return least or None, (most or None) if dots else least, True


def plain(typed: str) -> str:
    """A name, a unit, words of a heading."""
    if not any(char.isalnum() or char in "$€£¥₹%°" for char in typed):
        raise BadQueryError(f"{typed!r} has no word in it.")
    return typed


FIELDS: dict[str, Callable[[str], str]] = {
    "paper": plain,
    "author": plain,
    "year": years,
    "section": plain,
    "entity": plain,
    "kind": kind,
    "unit": plain,
    "value": value,
    "in": inside,
}
"""Field -> what checks a value and gives the one way of writing it. Raises BadQueryError."""
OF_FIGURES = frozenset(("kind", "unit", "value"))
"""Fields of a figure in the passage; asked for together they speak of one figure."""


def _one_of(typed: str, known: Collection[str], what: str) -> str:
    low = typed.casefold()
    for candidate in (low, low.removesuffix("s")):
        if candidate in known:
            return candidate
    near = get_close_matches(low, known, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise BadQueryError(f"{typed!r} is no {what} (there is {', '.join(known)}){hint or '.'}")
