"""Names that every state has (Ministry of Finance, Supreme Court, Constitution) -> whose they are.

Such a name tells who is meant only together with a country: "Kenyan Parliament", "Parliament of Kenya" and,
beside a name in the prose, "Kenya's Parliament". Without one it means the state that its paper is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from nlp.model import Label
from nlp.tag.names.lists.canon import key, listed_label, listed_name
from nlp.tag.names.lists.gazetteers import entries
from nlp.tag.names.lists.homelands import has_land, homeland
from nlp.tag.names.lists.tables import KEPT, rows, words
from nlp.tag.names.patterns.triggers import heads

STATELY = (Label.ORG, Label.PROGRAM, Label.EVENT, Label.WORK, Label.LOC, Label.GPE)
SMALL = frozenset("of for the and on in against to with de between".split())
NATIONWIDE = frozenset("national federal state central".split())
WIDE = frozenset("international world global united".split())
"""A longer name with one of these is the only body of its kind."""
SCHOLARLY = frozenset(
    """institute institution center academy university school college library museum hospital foundation
    association network forum society group corporation company press""".split()
)
"""Many of these bear plain names, and only those of a nation are alike elsewhere."""
UNIQUE = frozenset(
    """parliament congress senate assembly legislature cabinet treasury presidency judiciary police army navy
    gendarmerie constitution treaty accord accords pact agreement protocol statute conference summit""".split()
)
"""Of these a country, or a city that gave its name, has one; other single words ("Commission") it has many of."""
BUSINESS = frozenset("commercial company corporation group".split())
REACH = 4
"""Words that the name of a country may have."""
PLACED = re.compile(r"(?P<what>.+) (?:of|in|for) (?:the )?(?:republic of |kingdom of )?(?P<where>.+)")
BRACKETED = re.compile(r"(?P<what>.+) \((?P<where>.+)\)")
MINISTRY = re.compile(r"(?P<head>ministry|department) (?:of|for) (?:the )?(?P<field>.+)")


class Office(NamedTuple):
    """What a state has, as a key, and whose it is: a country, or None where the name does not say."""

    what: str
    whose: str | None

    @property
    def vague(self) -> bool:
        """Whether it does not tell who is meant outside its paper."""
        alone = " " not in self.what and self.what not in UNIQUE
        return alone or self.whose is None or listed_name(self.whose, Label.GPE) is None


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(key(word) for word in words("generic.txt"))


@cache
def _lone_heads() -> frozenset[str]:
    """What is called the Agency or the Convention in a paper: all words that tell what something is."""
    return frozenset(key(head) for head in heads())


@cache
def _shared_names() -> frozenset[str]:
    return frozenset(key(row) for row in rows("offices.txt"))


@lru_cache(maxsize=KEPT)
def is_generic(name: str) -> bool:
    """Whether the name fits a body, law or event of any state: it has none but everyday words.

    >>> is_generic("Ministry of Finance"), is_generic("World Health Organization")
    (True, False)
    """
    plain = key(name)
    if plain in _shared_names() or listed_label(plain) is not None:
        return plain in _shared_names()
    said = [word for word in plain.split() if word not in SMALL]
    if len(said) == 1 and said[0] in _lone_heads():
        return True
    if not said or not all(word.removesuffix("'s") in _plain_words() for word in said):
        return False
    wide = len(said) > 2 and not WIDE.isdisjoint(said)
    scholarly = not SCHOLARLY.isdisjoint((said[0], said[-1])) and NATIONWIDE.isdisjoint(said)
    return not wide and not (scholarly and len(said) > 1)


@lru_cache(maxsize=KEPT)
def read_office(name: str) -> Office | None:
    """The office a name is made of: a plain name, with a country before, behind "of" or in brackets, or none.

    >>> read_office("Kenyan Parliament") == read_office("Parliament of Kenya") == Office("parliament", "Kenya")
    True
    """
    plain = key(name)
    if is_generic(plain):
        return Office(_turned(plain), None)
    said = plain.split()
    if not said or _plain_words().isdisjoint((said[0], said[-1])):
        return None  # what there is stands first or last; most names are done with here
    match = BRACKETED.fullmatch(plain)
    if match and is_generic(match["what"]) and (place := place_named(match["where"])):
        return Office(_turned(match["what"]), place)
    for what, where in _parts(plain):
        if _is_state(what) and (place := place_named(where)):
            return Office(_turned(what), place)
    return None


def _parts(plain: str) -> Iterator[tuple[str, str]]:
    """The ways to divide a name into what there is and where."""
    if match := PLACED.fullmatch(plain):
        yield match["what"], match["where"]
    said = plain.split()
    for cut in range(1, min(REACH, len(said) - 1) + 1):
        yield " ".join(said[cut:]), " ".join(said[:cut]).removesuffix("'s")


def _is_state(what: str) -> bool:
    """Whether there is one of it in a country, so that it makes no difference on which side the country stands."""
    said = what.split()
    return (
        said[0] not in SMALL
        and is_generic(what)
        and (said[0] in UNIQUE if len(said) == 1 else BUSINESS.isdisjoint(said))
    )


def _turned(what: str) -> str:
    """The key of "Ministry of Finance" as that of "Finance Ministry": both orders are in use."""
    match = MINISTRY.fullmatch(what)
    return f"{match['field']} {match['head']}" if match else what


@lru_cache(maxsize=KEPT)
def place_named(name: str) -> str | None:
    """The country, state or city that a name, or the word for its people, says; the people itself if it has two."""
    place = listed_name(name, Label.GPE)
    if place is not None:
        return place
    people = listed_name(name, Label.NORP)
    return homeland(people) or people if people and has_land(people) else None


@lru_cache(maxsize=KEPT)
def sameness(name: str, label: Label) -> str:
    """The key under which two names of one label are the same: printing aside, and whichever way it names a country.

    >>> sameness("Kenyan Parliament", Label.ORG) == sameness("Parliament of Kenya", Label.ORG)
    True
    """
    office = read_office(name) if label in STATELY else None
    if office is None:
        return key(name)
    return office.what if office.whose is None else f"{office.what} ({key(office.whose)})"


@cache
def _listed_offices() -> dict[tuple[Label, str], str]:
    return {
        (entry.label, sameness(entry.name, entry.label)): entry.name
        for entry in entries()
        if entry.label in STATELY and (office := read_office(entry.name)) and office.whose
    }


def canonical(name: str, label: Label) -> str | None:
    """The name that the gazetteers give for a printed one, also when its country stands elsewhere in it.

    None when they have none, or when the printed name fits many states.

    >>> canonical("Supreme Court of the United States", Label.ORG)
    'US Supreme Court'
    """
    if label in STATELY and is_generic(name):
        return None
    return listed_name(name, label) or _listed_offices().get((label, sameness(name, label)))
