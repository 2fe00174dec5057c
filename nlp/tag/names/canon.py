"""Printed names -> the key under which two of them are the same name.

The key forgets what printing varies: accents, case, hyphens, full stops in abbreviations, possessives,
the article, spelling on two sides of an ocean. It keeps everything else: a wrong merge is worse than a
missed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from nlp.model import Label
from nlp.tag.names.gazetteers import entries
from nlp.tag.names.tables import fold

SPELLING = {
    "organisation": "organization",
    "organisations": "organizations",
    "programme": "program",
    "programmes": "programs",
    "centre": "center",
    "centres": "centers",
    "defence": "defense",
    "labour": "labor",
    "harbour": "harbor",
}
LONG_FORMS = (
    ("united states of america", "us"),
    ("united states", "us"),
    ("united nations", "un"),
    ("united kingdom", "uk"),
)
POINTS = re.compile(r"(?<=\b\w)\.(?:\s(?=\w\.))?")
SIGNS = re.compile(r"[\s\-–—/_,*\"“”]+")


def key(name: str) -> str:
    """The comparison key of a printed name.

    >>> key("the U.S. Department of Defence") == key("US Department of Defense")
    True
    """
    plain = POINTS.sub("", fold(name).lower()).replace(" & ", " and ")
    plain = SIGNS.sub(" ", plain).strip().removeprefix("the ").removesuffix("'s").removesuffix("'")
    plain = plain.replace("co operation", "cooperation")
    for long, short in LONG_FORMS:
        plain = re.sub(rf"\b{long}\b", short, plain)
    return " ".join(SPELLING.get(word, word) for word in plain.split())


@cache
def _listed() -> dict[tuple[Label, str], str]:
    table: dict[tuple[Label, str], str] = {}
    for entry in entries():
        table.setdefault((entry.label, key(entry.surface)), entry.name)
    return table


def listed_name(name: str, label: Label) -> str | None:
    """The canonical name that the gazetteers give for a printed name of this label, None when they have none."""
    return _listed().get((label, key(name)))


@cache
def _labels() -> dict[str, Label]:
    table: dict[str, Label] = {}
    for entry in entries():
        table.setdefault(key(entry.surface), entry.label)
    return table


def listed_label(name: str) -> Label | None:
    """The label that the gazetteers give a printed name, spelling and article aside; None when they have none."""
    return _labels().get(key(name))


def whole_names(names: Iterable[str]) -> dict[str, str]:
    """For each name of a person in one paper the fullest name that can only be the same person.

    A shorter name goes to a longer one that starts with the same word and holds all its words in order,
    and a word alone to the only full name that holds it. Where two would do, it stays as it is.
    """
    distinct = sorted(set(names))
    return {name: _fullest(name, distinct) for name in distinct}


def _fullest(name: str, names: list[str]) -> str:
    wider = [other for other in names if other != name and _holds(other, name)]
    tops = [one for one in wider if not any(_holds(other, one) for other in wider if key(other) != key(one))]
    same = {key(top) for top in tops}
    return max(tops, key=lambda top: (len(fold(top)), top)) if len(same) == 1 else name


def _holds(full: str, short: str) -> bool:
    """Whether `full` may be a fuller form of `short`: "George W. Bush" of "George Bush" and of "Bush"."""
    long, brief = key(full).split(), key(short).split()
    if len(brief) == 1:
        return len(long) > 1 and brief[0] in long[1:]
    if not _same_given(long[0], brief[0]) or len(long) < len(brief):
        return False
    rest = iter(long[1:])
    return all(word in rest for word in brief[1:])


def _same_given(full: str, short: str) -> bool:
    """The same word, or its initial."""
    return full == short or (len(short) == 1 and len(full) > 1 and full[0] == short)
