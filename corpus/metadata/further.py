"""What CSL can say of a paper beside its metadata: journal, volume, editors, DOI ... -> facts, and back.

A fact `csl:volume` keeps the variable's value as JSON; such facts come from the same sources as all others, and the
most trusted holds for each variable by itself. Names and variables are those of CSL 1.0.2.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from corpus.metadata.facts import FIELDS, Facts, Said, Statement, Told

PREFIX = "csl:"
KEY = "citation-key"
PEOPLE = frozenset(
    """author editor translator chair collection-editor compiler composer container-author contributor curator director
    editorial-director host illustrator interviewer recipient reviewed-author""".split()
)
DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
WORDS = frozenset(
    """type archive archive-place archive_location authority call-number chapter-number citation-key collection-number
    collection-title container-title container-title-short dimensions division DOI edition event event-place event-title
    genre ISBN ISSN issue jurisdiction medium note number number-of-pages number-of-volumes original-publisher
    original-publisher-place original-title page part-number part-title PMCID PMID printing-number publisher
    publisher-place references reviewed-genre reviewed-title scale section source status supplement-number title-short
    URL version volume volume-title""".split()
)
VARIABLES: Mapping[str, str] = {name.lower(): name for name in WORDS | PEOPLE | DATES}
"""A variable in lower case -> its name."""
LONGEST = 20_000
"""Characters of a value: more is no reference."""
PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
URI = re.compile(r"^\w+:/|/items?/|^\d+$")


def further(stated: Mapping[Any, Any]) -> Facts:
    """The facts of a CSL item, `title` and `language` aside; what does not fit its variable says nothing."""
    found: dict[str, str] = {}
    for key, value in stated.items():
        name = VARIABLES.get(str(key).lower())
        kept = None if name is None else _fitting(name, value)
        if kept is not None:
            found[PREFIX + str(name)] = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    key = stated.get("id")
    if PREFIX + KEY not in found and isinstance(key, str) and key and not URI.search(key):
        found[PREFIX + KEY] = json.dumps(key, ensure_ascii=False)
    return found


def told(said: Said) -> dict[str, tuple[Any, Told, Statement]]:
    """Variable -> its value, the source whose word holds, and all it says."""
    found: dict[str, tuple[Any, Told, Statement]] = {}
    for source in Told:
        for name, value in (said[source].facts if source in said else {}).items():
            if name.startswith(PREFIX) and name not in found:
                found[name] = (json.loads(str(value)), source, said[source])
    return {name.removeprefix(PREFIX): each for name, each in sorted(found.items())}


def further_sources(said: Said) -> dict[str, tuple[Told, Statement]]:
    """Fact -> the source whose word on it holds, and all it says; what metadata have a field for is left out."""
    return {
        PREFIX + name: (source, statement)
        for name, (_, source, statement) in told(said).items()
        if name not in (*FIELDS, "author", "issued")
    }


def _fitting(name: str, value: Any) -> Any:
    """`value` as its variable may have it; None for what may not be."""
    if name in PEOPLE:
        people = [kept for each in value if (kept := _person(each))] if isinstance(value, list) else []
        return people or None
    if name in DATES:
        return _date(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    words = " ".join(str(value).split())
    return words if words and len(words) <= LONGEST else None


def _person(value: Any) -> dict[str, str] | None:
    if not isinstance(value, Mapping):
        return None
    kept = {
        part: " ".join(value[part].split())
        for part in PARTS
        if isinstance(value.get(part), str) and value[part].strip()
    }
    return kept if kept.keys() & {"family", "literal"} else None


def _date(value: Any) -> Any:
    """A date in CSL's own form, or None."""
    if not isinstance(value, Mapping):
        return None
    kept: dict[str, Any] = {}
    parts = value.get("date-parts")
    if isinstance(parts, list):
        numbers = [
            [int(part) for part in each[:3] if str(part).lstrip("-").isdigit()]
            for each in parts[:2]
            if isinstance(each, list)
        ]
        kept |= {"date-parts": numbers} if numbers and all(numbers) else {}
    kept |= {key: str(value[key]) for key in ("literal", "raw", "season") if isinstance(value.get(key), str | int)}
    return {**kept, **({"circa": True} if value.get("circa") else {})} if kept else None
