"""Names in a query -> what else the papers call the same, as tokens to rank by.

OAS for the Organization of American States, and Colombians, at less weight, for Colombia. A name that may be several
links to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from api.identities.naming import called
from nlp.find.asking import in_a_row
from nlp.find.words import STOP_WORDS, terms
from nlp.link.directory import Directory
from nlp.link.record import Identity
from nlp.model import Label

SAME, LINKED = 0.5, 0.25
"""What another name of the same counts, and what the people of a country do, or the country of a people."""
LONGEST = 6
"""Words of a name."""
FORMS = 4
"""Other names of one, the most frequent."""
SHORT = 4
"""Letters; a shorter name counts only when it is not typed in small letters: US, not us."""
PLACES = frozenset((Label.GPE, Label.NORP, Label.LOC, Label.PERSON))
"""Their other names are words of many meanings: America, states, a surname."""
WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[^\W_])?")


def other_names(text: str, directory: Directory, known: Collection[str]) -> Mapping[str, float]:
    """Tokens, or rows of them divided by spaces, with their weights; those of `known` are left out."""
    own = set(terms(text))
    found: dict[str, float] = {}
    for one, weight in _meant(text, directory):
        rows = dict.fromkeys(in_a_row(alias.form).tokens for alias in one.aliases)
        for row in [row for row in rows if row and not own.issuperset(row)][:FORMS]:
            found[" ".join(row)] = max(weight, found.get(" ".join(row), 0.0))
    return {token: weight for token, weight in found.items() if token not in known}


def _meant(text: str, directory: Directory) -> Iterator[tuple[Identity, float]]:
    """Whom the names in `text` mean, the longest first, and how much their other names count."""
    words = [(match.start(), match.end()) for match in WORD.finditer(text)]
    taken: set[int] = set()
    for length in range(min(LONGEST, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            place = range(first, first + length)
            typed = text[words[first][0] : words[first + length - 1][1]]
            if taken & set(place) or not _may_be_a_name(typed):
                continue
            primary = called(directory, typed)
            if len(primary) == 1:
                taken |= set(place)
                if primary[0].label not in PLACES:
                    yield primary[0], SAME
                yield from ((other, LINKED) for other in directory.find(typed) if other not in primary)


def _may_be_a_name(typed: str) -> bool:
    return typed != typed.lower() or (len(typed) >= SHORT and typed not in STOP_WORDS)
