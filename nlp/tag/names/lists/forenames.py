"""The given names and family names of many languages, and how far a word alone tells that it is one.

The names come from Faker's providers of persons, a community's lists by country, and from our own list of
names that these lack. Names of languages written in other letters are there in their Latin spelling.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module

from faker.providers import person

from nlp.tag.names.lists.tables import KEPT, fold, words

NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[-'][^\W\d_]+)*")
GIVEN = ("first_names", "first_names_male", "first_names_female", "first_romanized_names")
FAMILY = ("last_names", "last_names_male", "last_names_female", "last_romanized_names")
UNEVEN = frozenset(("en", "is_IS"))
"""Lists with many a rare name that is rather a word or a place: believed only before a family name."""


@cache
def _given() -> dict[str, bool]:
    """Folded given name -> whether a list that can be believed has it."""
    found: dict[str, bool] = {}
    for locale, word in _listed(GIVEN):
        found[fold(word)] = found.get(fold(word), False) or locale not in UNEVEN
    return found


@cache
def _family() -> frozenset[str]:
    return frozenset(fold(word) for _, word in _listed(FAMILY)) | words("surnames.txt")


@lru_cache(maxsize=KEPT)
def is_given(word: str) -> bool:
    """Whether `word` is a given name and hardly ever anything else.

    >>> is_given("Wangari"), is_given("Hope")
    (True, False)
    """
    plain = fold(word)
    return plain in words("given_names.txt") or (_given().get(plain, False) and plain not in words("word_names.txt"))


@lru_cache(maxsize=KEPT)
def may_be_given(word: str) -> bool:
    """Whether `word` is a given name for some, though more often a word or a place: "Hope", "Chad", "Will"."""
    plain = fold(word)
    return plain in words("given_names.txt") or plain in _given()


@lru_cache(maxsize=KEPT)
def is_family(word: str) -> bool:
    """Whether `word` is a family name for some. It may be a word or a place as well.

    >>> is_family("Okafor"), is_family("Committee")
    (True, False)
    """
    return fold(word) in _family()


def _listed(kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(locale, name) for the names of Faker's providers in Latin letters."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = import_module(f"{person.__name__}.{module.name}").Provider
        for kind in kinds:
            names = getattr(provider, kind, ())
            for name in () if isinstance(names, property) else names:
                if NAME.fullmatch(name):
                    yield module.name, name
