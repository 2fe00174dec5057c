"""Cleaned prose -> towns too small for the gazetteer, where the words before or behind say that a place is meant.

Of the towns of GeoNames with 15,000 inhabitants or more only those count whose name is no word, no person's
and no title; even then a preposition of place must stand before, or a country or state behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.forenames import is_family, is_given, may_be_given
from nlp.tag.names.lists.gazetteers import is_term, known
from nlp.tag.names.lists.places import ENGLISH, towns
from nlp.tag.names.lists.tables import fold, words
from nlp.tag.names.patterns.persons import NOT_NAMES
from nlp.tag.names.patterns.runs import STARTERS
from nlp.tag.names.patterns.triggers import heads

WORD = r"[A-ZÀ-ÖØ-Þ][\w'’]*[^\W\d_]"
TOWN = rf"{WORD}(?:[ -](?:(?:de|del|da|do|du|la|el|al|en|sur|of)[ -])?{WORD}){{0,3}}"
PLACED = re.compile(
    rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Aa]t|[Ff]rom|[Tt]owards|between|leave|left|reached)\ (?P<name>{TOWN})",
    re.VERBOSE,
)
LISTED = re.compile(rf"(?:,|,?\ and|,?\ or)\ (?P<name>{TOWN})(?!\ [A-Z])", re.VERBOSE)
IN = re.compile(rf"(?<![\w.-])(?P<name>{TOWN}),\ (?P<behind>{TOWN})", re.VERBOSE)
ONE = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿāăćčēęğīłńňōőřśşšūűźżž]+(?:[-'][A-Za-zà-ÿ]+)*"
FRONT = r"(?:San|Santa|Santo|São|Fort|Port|Saint|St\.|El|La|Los|Al|Bad|Villa|Puerto|Ciudad|Novo|Nova|Deir|Tel)"
INSIDE = re.compile(
    rf"""(?<=[a-z0-9,]\ )(?:in|near|outside)\ (?P<name>(?:{FRONT}\ )?{ONE})(?=[,.;:)]|$|\ \(|\ (?:and|in|on|last|the|an?
    |where|who|which|with|for|to|has|had|have|is|was|were|are|by|at|from|after|before|during|since|as|that|will|would|until|when|or
    |than|but|against|between|under|over|into|passed|closed|opened)\b)""",
    re.VERBOSE,
)
"""A word of no list behind "in" is nearly always a place: "a shipyard in Elmwick closed"."""
NO_PLACE = tuple("ism tion ing ish ese ian ics ogy ity ness ment s ance ence ship ure ship".split())
PLACES = frozenset((Label.GPE, Label.LOC))


@cache
def _towns() -> frozenset[str]:
    """The folded names of towns that are hardly anything else."""
    names = {town.name for town in towns() if town.country not in ENGLISH}
    return frozenset(fold(name) for name in names if len(name) > 3 and not _else(name))


def _else(name: str) -> bool:
    """Whether one word is a word, a title or somebody's name as well."""
    if " " in name or "-" in name:
        return False
    plain = fold(name)
    listed = (
        plain in words("ambiguous.txt") or plain in words("word_names.txt") or plain in heads() or name in NOT_NAMES
    )
    return (
        listed or plain.lower() in STARTERS or is_term(name) or is_given(name) or may_be_given(name) or is_family(name)
    )


def find_towns(text: str) -> Iterator[Found]:
    """The small towns in `text` where a place may stand, in order of place; lists of towns are followed."""
    for match in PLACED.finditer(text):
        found = _town(match.group("name"), match.start("name"))
        while found is not None:
            yield found
            more = LISTED.match(text, found.end)
            found = _town(more.group("name"), more.start("name")) if more else None
    for match in IN.finditer(text):
        behind = known(match.group("behind"))
        if behind is not None and behind.label is Label.GPE:
            found = _town(match.group("name"), match.start("name"))
            if found is not None:
                yield found


def find_placed(text: str) -> Iterator[Found]:
    """The words of no list in `text` that "in", "near" or "outside" makes a place, in order."""
    for match in INSIDE.finditer(text):
        name = match.group("name")
        odd = (
            name.lower() in STARTERS
            or name in NOT_NAMES
            or fold(name) in words("no_places.txt")
            or fold(name) in heads()
            or is_term(name)
        )
        single = " " not in name
        word = single and (name.endswith(NO_PLACE) or is_given(name) or fold(name) in words("word_names.txt"))
        if not odd and not word and known(name) is None:
            yield Found(*match.span("name"), Label.GPE, "trigger")


def _town(name: str, start: int) -> Found | None:
    """The longest beginning of `name` that is a town's name, or None."""
    plain = fold(name).removesuffix("'s")
    if plain in _towns() and known(name) is None:
        return Found(start, start + len(plain), Label.GPE, "gazetteer", name[: len(plain)])
    return None
