"""Names of places and peoples -> the same widened by the points of the compass before them.

"Northern Mexico" is a region, "West African" a people, "Central and South America" one mention of two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.model import Label
from nlp.tag.names.found import Found

POINT = r"""(?:(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest
    |North-East|North-West|South-East|South-West|Mid|Mid-West)(?:ern)?
    |Central|Middle|Inner|Upper|Lower|Equatorial|Continental|Mainland|Trans|Sub-Saharan|sub-Saharan)"""
BEFORE = re.compile(rf"(?<![\w-])(?P<point>{POINT})[ -]$", re.VERBOSE)
LISTED = re.compile(rf"(?<![\w-])(?P<points>{POINT}(?:,\ {POINT})*),?\ (?:and|or|&)\ $", re.VERBOSE)
POINTED = re.compile(rf"(?P<point>{POINT})\ (?P<base>.+)", re.VERBOSE)
PREFIX = re.compile(
    r"(?<![\w-])(?:Franco|Sino|Anglo|Russo|Indo|Greco|Graeco|Afro|Austro|Hispano|Luso|Italo|Turco|Serbo|Euro|Judeo|Ibero"
    r"|Perso|Nippo|Dano|Czecho)-$"
)
AMERICAN = re.compile(r"[ -]Americans?(?![\w-])")
POLITICAL = re.compile(
    r"""(?<![\w-])(?P<word>Western|Democratic)
    \ (?=(?:[a-z]+\ )?(?:senators?|lawmakers?|voters?|leaders?|candidates?|governors?|politicians?|governments?|donors?
    |powers?|allies|countries|nations|states|diplomats|officials|societies|critics|ministers?|mayors?|members?|presidents?|lenders?
    |sanctions|capitals|companies|firms|investors|media|troops|experts|scholars|observers|partners|aid|values)\b)""",
    re.VERBOSE,
)
REACH = 60
"""Characters before a name in which its points of the compass may stand."""
PLACES = (Label.LOC, Label.GPE, Label.NORP)


def widen(text: str, found: Sequence[Found]) -> list[Found]:
    """The wider names in `text` that hold one of `found` each; `found` itself is not repeated."""
    wider = []
    for item in found:
        if item.label in PLACES:
            one = _pointed(text, item) or item
            both = _coordinated(text, one)
            if both is not item and not any(_cuts(both, other) for other in found):
                wider.append(both)
    return wider


def find_compounds(text: str, found: Sequence[Found]) -> list[Found]:
    """Peoples of two words in `text` that hold one of `found`: "Franco-German", "Mexican Americans"."""
    longer = []
    for item in found:
        if item.label is Label.NORP:
            before = PREFIX.search(text[max(0, item.start - REACH) : item.start])
            after = AMERICAN.match(text, item.end)
            if before:
                longer.append(replace(item, start=item.start - len(before.group()), by="region", name=None))
            elif after and not text[item.start : item.end].startswith(
                ("American", "Latin", "North", "South", "Central")
            ):
                longer.append(replace(item, end=after.end(), by="region", name=None))
    return longer


def find_political(text: str) -> list[Found]:
    """Adjectives in `text` that are a people's or a party's only before a word for persons: "Western donors"."""
    return [Found(*m.span("word"), Label.NORP, "region", m.group("word")) for m in POLITICAL.finditer(text)]


def _cuts(wide: Found, other: Found) -> bool:
    """Whether `wide` holds only a part of `other`: "Middle East and South Asia" are two names."""
    return wide.overlaps(other) and not (wide.start <= other.start and other.end <= wide.end)


def _pointed(text: str, item: Found) -> Found | None:
    before = BEFORE.search(text[max(0, item.start - REACH) : item.start])
    if not before or not text[item.start].isupper():
        return None
    start = item.start - len(before.group())
    printed = text[item.start : item.end]
    label = Label.LOC if item.label is Label.GPE else item.label
    return Found(start, item.end, label, "region", f"{before.group('point')} {item.name or printed}")


def _coordinated(text: str, item: Found) -> Found:
    """`item` with the points that share its last word: "Central and South America"."""
    before = LISTED.search(text[max(0, item.start - REACH) : item.start])
    own = POINTED.fullmatch(text[item.start : item.end])
    if not before or not own:
        return item
    points = [*before.group("points").split(", "), own.group("point")]
    start = item.start - len(before.group())
    base = (item.name or "").split(" ")[-1] if own.group("base").endswith("s") else own.group("base")
    name = " | ".join(f"{point} {base}" for point in points)
    return replace(item, start=start, by="region", name=name)
