"""What a person types for a number, a unit or a year -> what it means, or one sentence that says why it cannot be read.

"1.5bn", "$2 million", "20%" are bounds; "hectares", "US$", "Colombian pesos" are units; "2008", "2000-2012" and
"2004-" are times.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from corpus.errors import BadQueryError
from nlp.tag.figures.currencies import SIGNS, codes, names
from nlp.tag.figures.number_words import SCALES, SHORT_SCALES
from nlp.tag.figures.quantities import quantities
from nlp.tag.figures.unit_names import CASED, unit_names

LONGEST = 80
"""Characters of a bound: longer ones are no number."""
_SCALED = re.compile(r"([+-]?\d[\d,]*(?:\.\d+)?)\s?([^\W\d_]+)")
_TWO_MEANINGS = {"m": ("million", "metres"), "t": ("trillion", "tonnes")}
_YEARS = re.compile(r"(\d{4})?\s?([-–—])?\s?(\d{4})?")


@dataclass(frozen=True, slots=True)
class Bound:
    """The least or the most that a figure may come to; in one of `units` if any are named."""

    value: float
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Years:
    """A stretch of years, both ends included; None leaves an end open."""

    since: int | None
    until: int | None


def bound(typed: float | str) -> Bound:
    """The bound that was typed. Raises BadQueryError."""
    plain = _plain(typed)
    if plain is not None:
        if not math.isnan(plain):
            return Bound(plain)
        raise BadQueryError(f"{typed!r} is no number: a bound is one such as 5000, 1.5bn, '$2 million' or 20%.")
    words = " ".join(str(typed).split())
    scaled = _SCALED.fullmatch(words)
    if scaled and scaled[2].lower() in _TWO_MEANINGS:
        scale, unit = _TWO_MEANINGS[scaled[2].lower()]
        raise BadQueryError(
            f"{words!r} may mean {scale} or {unit}: write '{scaled[1]} {scale}' or '{scaled[1]} {unit}'."
        )
    found = quantities(words) if len(words) <= LONGEST else []
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)) and found[0].low == found[0].high:
        one = found[0]
        units = frozenset() if one.unit is None else frozenset(one.unit.codes or (one.unit.name,))
        return Bound(one.low, units)
    factor = {**SCALES, **SHORT_SCALES}.get(scaled[2].lower()) if scaled else None
    if scaled and factor:
        return Bound(float(scaled[1].replace(",", "")) * factor)
    raise BadQueryError(f"{words[:LONGEST]!r} is no number: a bound is one such as 5000, 1.5bn, '$2 million' or 20%.")


def _plain(typed: float | str) -> float | None:
    if isinstance(typed, str) and not re.fullmatch(
        r"[+-]?(?:\d[\d,]*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+|nan|inf)", typed.strip()
    ):
        return None
    return float(typed.replace(",", "")) if isinstance(typed, str) else float(typed)


def units(typed: str) -> frozenset[str]:
    """The units that a name, sign or code may mean, by the names that figures have; none for a word that is no unit.

    >>> sorted(units("hectares")), sorted(units("US$")), sorted(units("pounds sterling"))
    (['ha'], ['USD'], ['GBP'])
    """
    words = " ".join(typed.split())
    key = words.casefold()
    if words in CASED:
        return frozenset({CASED[words][1]})
    found = {*SIGNS.get(words, ()), *names().get(key, ())}
    if key.upper() in codes():
        found.add("CNY" if key.upper() in {"RMB", "CNH"} else key.upper())
    if key in unit_names():
        return frozenset(found | {unit_names()[key][1]})
    return frozenset(found | {name for _, name in unit_names().values() if name.casefold() == key})


def years(typed: str | int) -> Years:
    """The time that was typed: "2008", "2000-2012", "2004-" for 2004 and after, "-1999". Raises BadQueryError."""
    found = _YEARS.fullmatch(str(typed).strip())
    first, last = (int(year) if year else None for year in (found[1], found[3])) if found else (None, None)
    turned = first is not None and last is not None and (not found or not found[2] or first > last)
    if found is None or first is last is None or turned:
        raise BadQueryError(f"{str(typed)[:LONGEST]!r} is no time: give 2008, 2000-2012, 2004- or -1999.")
    return Years(first, last if found[2] else first)
