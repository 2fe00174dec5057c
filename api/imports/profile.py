"""Facts of an entry or a paper -> what it is known by, made even: DOI, title, year, authors, files and keys."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from corpus.metadata.facts import Facts
from corpus.metadata.further import PREFIX
from corpus.metadata.people import person
from corpus.model import YEAR

DOI = re.compile(r"10\.\d{4,9}/\S+")
TAG = re.compile(r"</?\w+[^<>]*>")
SUBTITLE = re.compile(r"\s*(?::\s|[?!]\s|\s[–—-]+\s|—)")
GENERIC = frozenset(
    """article attachment document download file full fulltext full-text full_text manuscript main paper pdf print
    publication report scan source text untitled""".split()
)
"""Names of files that say nothing of what is in them."""
SHORTEST_NAME = 4
"""Letters and digits, one of them a letter, of a name or key that says something."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one is known by; what is not known is empty."""

    doi: str
    title: str
    main: str
    """The title without its subtitle."""
    year: str
    authors: tuple[frozenset[str], ...]
    """The words of each author's name."""
    families: tuple[frozenset[str], ...]
    """The words of each author's family name."""
    body: bool
    """Whether the first author is a body, not a person."""
    names: frozenset[str]
    """Names of files without their suffix, and keys."""


def profile(facts: Facts, names: Iterable[str]) -> Profile:
    """What is known by its facts (as `corpus.metadata.facts` has them) and by its files and keys."""
    title = TAG.sub("", str(facts.get("title", "")))
    told = [str(name) for name in facts.get("authors", ())]
    year = YEAR.search(str(facts.get("date", "")))
    return Profile(
        doi=even_doi(facts),
        title=even(title),
        main=even(SUBTITLE.split(title, maxsplit=1)[0]),
        year=year[0] if year else "",
        authors=tuple(frozenset(even(name).split()) for name in told),
        families=tuple(_family(name) for name in told),
        body=bool(told) and "literal" in person(told[0]),
        names=frozenset(name for each in names if (name := telling(each))),
    )


def even(text: str) -> str:
    """In small letters, without accents and punctuation, a space between words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return " ".join("".join(c if c.isalnum() else "" if c in "'’" else " " for c in plain).split())


def even_doi(facts: Facts) -> str:
    """The DOI in small letters, without the address before it; empty for what is none."""
    found = DOI.search(json.loads(str(facts.get(f"{PREFIX}DOI", '""'))))
    return found[0].lower().rstrip(".,;") if found else ""


def telling(name: str) -> str:
    """A file's name without folders and suffix, or a key; empty for one that says nothing ("fulltext.pdf", "12")."""
    stem = unicodedata.normalize("NFC", PurePath(name).stem if "." in name else name).casefold().strip()
    letters = [c for c in stem if c.isalnum()]
    return stem if len(letters) >= SHORTEST_NAME and any(map(str.isalpha, letters)) and stem not in GENERIC else ""


def _family(name: str) -> frozenset[str]:
    parts = person(name)
    return frozenset(even(parts.get("family") or parts.get("literal", "")).split())
