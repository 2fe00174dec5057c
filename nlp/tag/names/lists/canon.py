"""Printed names -> the key under which two of them are the same name.

The key forgets what printing varies: accents, case, hyphens, full stops in abbreviations, possessives,
the article, spelling on two sides of an ocean. It keeps everything else: a wrong merge is worse than a
missed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from nlp.model import Label
from nlp.tag.names.lists.gazetteers import entries
from nlp.tag.names.lists.orthography import american
from nlp.tag.names.lists.tables import KEPT, fold

SHORT = {"states of america": "us", "states": "us", "nations": "un", "kingdom": "uk"}
UNITED = re.compile(r"\bunited (states of america|states|nations|kingdom)\b")
POINTS = re.compile(r"(?<=\b\w)\.(?:\s(?=\w\.))?")
Words = tuple[str, ...]
"""A name's key, word by word."""
SIGNS = str.maketrans(dict.fromkeys('-–—/_,*"“”', " "))


@lru_cache(maxsize=KEPT)
def key(name: str) -> str:
    """The comparison key of a printed name.

    >>> key("the U.S. Department of Defence") == key("US Department of Defense")
    True
    """
    plain = fold(name).lower()
    if "." in plain:
        plain = POINTS.sub("", plain)
    plain = " ".join(plain.replace(" & ", " and ").translate(SIGNS).split())
    plain = plain.removeprefix("the ").removesuffix("'s").removesuffix("'").replace("co operation", "cooperation")
    if "united" in plain:
        plain = UNITED.sub(lambda match: SHORT[match[1]], plain)
    return " ".join(map(american, plain.split()))


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
    and a word alone to the only full name that holds it. Where two would do, it stays as it is. Time grows
    with the names and with how many of them share a surname and an initial.
    """
    printed: dict[Words, list[str]] = {}
    for name in sorted(set(names)):
        printed.setdefault(tuple(key(name).split()), []).append(name)
    holders = _holders(printed)
    whole: dict[str, str] = {}
    for words, forms in printed.items():
        top = _fullest(words, holders)
        shown = max(printed[top], key=lambda form: (len(fold(form)), form))
        whole.update((form, form if top == words else shown) for form in forms)
    return whole


def _holders(names: Iterable[Words]) -> dict[Words, list[Words]]:
    """Where to look for a fuller form: by a word behind the first, and by such a word and the initial."""
    holders: dict[Words, list[Words]] = {}
    for name in names:
        for word in sorted(set(name[1:])):
            holders.setdefault((word,), []).append(name)
            holders.setdefault((name[0][0], word), []).append(name)
    return holders


def _fullest(name: Words, holders: Mapping[Words, Sequence[Words]]) -> Words:
    """The one name that is a fuller form of `name` and of all its other fuller forms; else `name` itself."""
    near = holders.get((name[0][0], name[-1]) if len(name) > 1 else name, ())
    wider = [other for other in near if other != name and _holds(other, name)]
    top = max(wider, key=lambda other: (len(other), len(other[0])), default=name)
    return top if all(other == top or _holds(top, other) for other in wider) else name


def _holds(long: Words, brief: Words) -> bool:
    """Whether `long` may be a fuller form of `brief`: "George W. Bush" of "George Bush" and of "Bush"."""
    if len(brief) == 1:
        return brief[0] in long[1:]
    if not _same_given(long[0], brief[0]) or len(long) < len(brief):
        return False
    rest = iter(long[1:])
    return all(word in rest for word in brief[1:])


def _same_given(full: str, short: str) -> bool:
    """The same word, or its initial."""
    return full == short or (len(short) == 1 and len(full) > 1 and full[0] == short)
