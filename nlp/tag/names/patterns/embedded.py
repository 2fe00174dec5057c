"""Names of places -> those that stand for themselves, not inside a longer name: "Edinburgh Evening Courant".

A capitalised word of no list right beside a place says that both belong to one name, which other layers or
nobody knows. At the start of a sentence, in headings and beside titles and adjectives a capital says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.gazetteers import country_names, known
from nlp.tag.names.lists.tables import fold
from nlp.tag.names.patterns.runs import STARTERS
from nlp.tag.names.patterns.triggers import TITLES, heads
from nlp.tag.names.reading import is_title_like

AFTER = re.compile(r" (?P<word>[A-Z][a-zà-ÿ'-]+)(?!\w)")
BEFORE = re.compile(r"(?P<lead>[\w,'’)] )(?P<word>[A-Z][a-zà-ÿ'-]+) $")
REACH = 40
"""Characters before a place in which the word beside it stands."""
ADJECTIVE = tuple("an ist ic al ed ern id ese ish ary ous ite ive er".split())
KEEPS = frozenset(
    """Greater Metro Metropolitan Downtown Central Mainland Upper Lower Inner Outer Old New Ming Qing Tang Song Weimar
    Vichy Meiji Tokugawa Deputy Chief Mr Mrs Ms Dr City Town Village State Province District County Region Section
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mid Post Pre Apartheid Rural Urban East West North
    South Northern Southern Eastern Western Street Figure Table Box Map Chapter""".split()
)
"""Beside these a place is still that place."""


def without_embedded(text: str, places: Sequence[Found]) -> list[Found]:
    """`places` without those towns and countries of `text` that are only a part of a longer name."""
    if text.isupper() or is_title_like(text):
        return list(places)
    return [item for item in places if item.label is not Label.GPE or not _is_part(text, item)]


def _is_part(text: str, item: Found) -> bool:
    after = AFTER.match(text, item.end)
    town = fold(text[item.start : item.end]) not in country_names()
    if town and after and _is_strange(after.group("word")) and text[item.start : item.end].isalpha():
        return True
    before = BEFORE.search(text[max(0, item.start - REACH) : item.start])
    if before is None or before.group("lead")[0] in ",'’)":
        return False
    word = before.group("word")
    return _is_strange(word) and not word.endswith(ADJECTIVE)


def _is_strange(word: str) -> bool:
    """Whether `word` is in no list and neither a title, a head word nor one that begins sentences."""
    word = word.removesuffix("'s")
    ordinary = word in KEEPS or word in TITLES or word.lower() in STARTERS or fold(word) in heads()
    return not ordinary and known(word) is None
