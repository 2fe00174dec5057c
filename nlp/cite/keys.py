"""A reference -> its cite key: author, year and a word of the title, "muggah2010violence"; the same each time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from nlp.csl.dates import days
from nlp.csl.situation import Item

SMALL = frozenset(
    """a an the of in on at to for from by with and or but is are was were be it its as into how why what when who
    der die das ein eine und von zu la le les el los las un une de du des en y e o a l d""".split()
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NO_DATE, NO_ONE = "nd", "anon"


def cite_key(item: Item, taken: Container[str]) -> str:
    """The key of a reference, with a letter behind it if it is `taken`. ASCII letters and digits alone."""
    people = item.get("author") or item.get("editor") or [{}]
    name = _letters(people[0].get("family") or _first_word(people[0].get("literal", "")))
    told = days(item.get("issued"))
    year = str(told[0].year) if told else NO_DATE
    plain = f"{name or NO_ONE}{year}{_first_word(str(item.get('title', '')))}"
    if plain not in taken:
        return plain
    letters = (f"{plain}{first}{second}" for first in ("", *LETTERS) for second in LETTERS)
    return next(key for key in letters if key not in taken)


def _first_word(words: str) -> str:
    """The first word that means something."""
    told = [_letters(word) for word in re.split(r"[\s—–/-]+", words)]
    return next((word for word in told if word and word not in SMALL), next(filter(None, told), ""))


def _letters(words: str) -> str:
    """In lower case, without accents, ASCII alone; other scripts give nothing."""
    plain = unicodedata.normalize(
        "NFKD", words.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l")
    )
    return re.sub(r"[^a-z0-9]", "", plain.lower())
