"""What is known of a paper -> the reference that styles print: a CSL item. What is missing is said, never invented."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from corpus.metadata.people import person
from corpus.model import Metadata
from nlp.csl.situation import Item

NUMBERED = re.compile(r"(?P<name>.*?\D),?\s+(?:(?:[Nn]o|[Nn]r|[Nn]um)\.?\s*|#\s*|[Nn][°º]\s*)?(?P<number>\d[\w/.–-]*)")
"""A series with its number: "Policy Brief No. 12"."""
ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")
SUPPLIED = re.compile(r"\[.*\]")
"""A title that is only the name of a file."""
PLAIN = frozenset({"report", "paper", "article", "book", "document"})
"""Genres that say no more than the type does."""
KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words, re.IGNORECASE), kind)
    for words, kind in (
        (r"\bthesis\b|dissertation", "thesis"),
        (r"journal article", "article-journal"),
        (r"\bspeech\b|\btestimony\b|\bremarks\b", "speech"),
        (r"conference paper", "paper-conference"),
        (r"\bblog\b", "post-weblog"),
        (r"press release", "article-newspaper"),
    )
)
"""What a paper calls itself -> the type it is printed as, first that fits; else a report."""
OF_A_WHOLE = frozenset({"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference"})
"""Types that stand in something else, whose publisher is not theirs."""
NEEDED: Mapping[str, tuple[str, ...]] = {
    "article-journal": ("author", "title", "issued", "container-title", "volume", "page"),
    "article-magazine": ("author", "title", "issued", "container-title"),
    "article-newspaper": ("title", "issued", "container-title"),
    "chapter": ("author", "title", "issued", "container-title", "publisher", "page"),
    "paper-conference": ("author", "title", "issued", "container-title"),
    "book": ("author", "title", "issued", "publisher"),
    "thesis": ("author", "title", "issued", "publisher", "genre"),
    "webpage": ("title", "URL"),
    "legal_case": ("title", "issued", "container-title"),
    "legislation": ("title", "issued"),
    "bill": ("title", "issued", "number"),
    "treaty": ("title", "issued"),
    "dataset": ("author", "title", "issued", "publisher"),
}
REPORT = ("author", "title", "issued", "publisher")
NAMES: Mapping[str, str] = {
    "author": "author", "title": "title", "issued": "date", "container-title": "container-title (what it stands in)",
    "publisher": "institution", "page": "page (first and last)",
}  # fmt: skip
"""A variable -> the field of metadata by which it is set, where that is called otherwise."""


def item_of(name: str, about: Metadata, further: Mapping[str, Any], key: str) -> Item:
    """The reference of a paper of which `about` and the CSL variables `further` are known; `key` is its id.

    A paper without a title is called by the `name` of its file, in brackets, as what an author did not write is.
    """
    item: dict[str, Any] = {variable: value for variable, value in further.items() if value not in ("", [], None)}
    item["id"] = key
    item.pop("citation-key", None)
    item.setdefault("type", _kind(about))
    if str(item.get("genre", "")).lower() != (about.genre or ""):
        item.pop("genre", None)  # another source's word on it holds
    _put(item, "title", about.title)
    item.setdefault("title", f"[{name}]")
    _put(item, "language", about.language)
    _put(item, "issued", _date(about.date) or further.get("issued"))
    _put(item, "author", _authors(about, further))
    if item["type"] not in OF_A_WHOLE:
        item.setdefault("publisher", about.institution or "")
    for variable, value in _series(about).items():
        item.setdefault(variable, value)
    if not item.get("author") and not item.get("editor") and about.institution and item["type"] not in OF_A_WHOLE:
        item["author"] = [{"literal": about.institution}]
    return {variable: value for variable, value in item.items() if value not in ("", [], None)}


def missing(item: Item) -> tuple[str, ...]:
    """What a reference of its type needs and nobody says, by the names under which it can be set."""
    needed = NEEDED.get(str(item.get("type")), REPORT)
    told = {name for name in needed if item.get(name) or (name == "author" and item.get("editor"))}
    told -= {"title"} if SUPPLIED.fullmatch(str(item.get("title", ""))) else set()
    return tuple(NAMES.get(name, name) for name in needed if name not in told)


def _put(item: dict[str, Any], name: str, value: Any) -> None:
    """Our own word on a variable goes before what else was said of it."""
    if value:
        item[name] = value


def _kind(about: Metadata) -> str:
    return next((kind for words, kind in KINDS if about.genre and words.search(about.genre)), "report")


def _authors(about: Metadata, further: Mapping[str, Any]) -> list[dict[str, str]]:
    """The authors, with their parts as they were told if they are the same people."""
    told = further.get("author") or []
    upright = {_upright(name): name for name in told}
    return [upright.get(name) or person(name) for name in about.authors] or ([] if about.authors else list(told))


def _upright(name: Mapping[str, str]) -> str:
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return name.get("literal") or " ".join(name[part] for part in order if name.get(part))


def _date(date: str | None) -> dict[str, Any] | None:
    if not date:
        return None
    return {"date-parts": [[int(part) for part in date.split("-")]]} if ISO.fullmatch(date) else {"literal": date}


def _series(about: Metadata) -> dict[str, str]:
    """Genre and number, or series and number."""
    found = NUMBERED.fullmatch(about.series or "")
    name, number = (found["name"].strip(" ,"), found["number"]) if found else (about.series or "", "")
    genre = about.genre or ""
    if name and name.lower().rstrip("s") == genre.rstrip("s"):
        return {"genre": name, "number": number}
    shown = (
        "" if genre in PLAIN or any(words.search(genre) for words, _ in KINDS[1:]) else genre[:1].upper() + genre[1:]
    )
    return {"genre": shown, "collection-title": name, "collection-number": number}
