"""What each source says of a paper, field by field -> the paper's metadata, and who said what.

The sources are kept apart for good, so that taking one back brings out the one beneath it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType

from corpus.model import Metadata

Value = str | tuple[str, ...]
Facts = Mapping[str, Value]
"""Field of Metadata -> what is said of it; an empty value says that there is none, a field left out says nothing."""

FIELDS = tuple(field.name for field in fields(Metadata))
LISTS = frozenset({"authors"})
"""The fields with several values."""


class Told(StrEnum):
    """Who says it, the most trusted first."""

    SET = "set"
    """The reader of the paper, by hand."""
    IMPORT = "import"
    """A list of references that its reader took in."""
    SIDECAR = "sidecar"
    """A file beside the paper."""
    PAPER = "paper"
    """The words of the paper, and the fields of its file, as the pipeline understood them."""
    FILE = "file"
    """The fields of the paper's file alone, as its reader found them: kept so that a later pipeline can judge anew."""


@dataclass(frozen=True, slots=True)
class Statement:
    """All that one source says of a paper."""

    facts: Facts
    origin: str = ""
    """For a sidecar or a list that was taken in: its path."""


@dataclass(frozen=True, slots=True)
class Named:
    """One entry of a list of references: what it says, its key, and the names of the files that it says it is of."""

    key: str
    files: frozenset[str]
    facts: Facts


Fault = Callable[[str], None]
"""Called with what is wrong with one entry of a list."""


def refuse(why: str) -> None:
    """What is wrong with one entry is wrong with the whole list. Raises ValueError."""
    raise ValueError(why)


Said = Mapping[Told, Statement]
NOTHING = Statement(MappingProxyType({}))


def facts_of(metadata: Metadata) -> Facts:
    """What `metadata` says, without the fields it leaves empty."""
    told = {name: getattr(metadata, name) for name in FIELDS}
    return {name: value for name, value in told.items() if value}


def effective(said: Said) -> Metadata:
    """The metadata that hold: for each field the word of the most trusted source that says something of it."""
    values = {name: told.facts[name] or None for name, (_, told) in sources(said).items()}
    authors = values.pop("authors", None)
    plain = {name: value for name, value in values.items() if isinstance(value, str)}
    return Metadata(authors=tuple(authors or ()), **plain)


def sources(said: Said) -> Mapping[str, tuple[Told, Statement]]:
    """Field -> the source whose word holds, and all it says; fields of which no source says anything are left out."""
    found: dict[str, tuple[Told, Statement]] = {}
    for source in Told:
        for name in said[source].facts if source in said else ():
            found.setdefault(name, (source, said[source]))
    stated = said.get(Told.FILE, NOTHING)
    for name, (source, told) in found.items():
        if source is Told.PAPER and stated.facts.get(name) == told.facts[name]:
            found[name] = (Told.FILE, stated)
    return {name: found[name] for name in FIELDS if name in found}


def digest(metadata: Metadata) -> str:
    """A short fingerprint: other metadata have another."""
    told = json.dumps([getattr(metadata, name) for name in FIELDS], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
