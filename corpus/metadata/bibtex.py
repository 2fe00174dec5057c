"""BibTeX -> what each of its entries says of a paper. The only file that knows bibtexparser."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import Entry, Field

from corpus.metadata.dates import iso
from corpus.metadata.facts import Facts
from corpus.metadata.fields import facts_in

MEANINGS = (
    ("title", ("title",)),
    ("institution", ("institution", "publisher", "organization", "school")),
    ("language", ("language", "langid")),
    ("series", ("series",)),
    ("number", ("number",)),
    ("genre", ("type",)),
)
"""Our name for what a field says, and BibTeX's names for it, the best first."""
OTHERS = "others"
FILES = re.compile(r"[;,]")

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it cannot read, we say ourselves


@dataclass(frozen=True, slots=True)
class Named:
    """One entry: what it says, its key, and the names of the files that it says it is of."""

    key: str
    files: frozenset[str]
    facts: Facts


def entries(text: str) -> Iterator[Named]:
    """The entries of a BibTeX file, in order. Raises ValueError, with what is wrong and where, at one that is none."""
    library = parse_string(text)
    if library.failed_blocks:
        failed = library.failed_blocks[0]
        raise ValueError(f"no BibTeX entry, line {(failed.start_line or 0) + 1}")
    for entry in library.entries:
        yield _named(entry)


def _named(entry: Entry) -> Named:
    files = frozenset(_files(str(entry.fields_dict["file"].value))) if "file" in entry.fields_dict else frozenset()
    told = _decoded(entry)
    stated: dict[str, Any] = {
        ours: next((told[name] for name in names if told.get(name)), None) for ours, names in MEANINGS
    }
    if not stated["series"] and stated["genre"] and stated["number"]:
        stated["series"] = stated["genre"]  # of a report BibTeX prints the type before the number
    stated["author"] = _authors(entry)
    stated["date"] = told.get("date") or _date(told)
    return Named(entry.key, files, facts_in(stated))


def _decoded(entry: Entry) -> dict[str, str]:
    """Field -> its words without braces and LaTeX. Raises ValueError when they cannot be made out."""
    library = LatexDecodingMiddleware().transform(Library([entry]))
    if library.failed_blocks:
        raise ValueError(f"the entry {entry.key} cannot be read")
    return {name.lower(): str(field.value) for name, field in library.entries[0].fields_dict.items()}


def _authors(entry: Entry) -> list[str]:
    """The names of the authors, given name first; one in braces is a body's and stays as it is."""
    field = entry.fields_dict.get("author")
    raw = split_multiple_persons_names(str(field.value)) if field else []
    fields = [Field(str(n), name) for n, name in enumerate(raw)]
    told = _decoded(Entry(entry.entry_type, entry.key, fields)).values()
    whole = [
        name if braced.startswith("{") and braced.endswith("}") else _upright(name)
        for braced, name in zip(raw, told, strict=True)
    ]
    return [name for name in whole if name != OTHERS]


def _upright(name: str) -> str:
    parts = parse_single_name_into_parts(name, strict=False)
    return " ".join([*parts.first, *parts.von, *parts.last, *parts.jr])


def _date(told: dict[str, str]) -> str | None:
    """Year, month (a number, "aug" or "August") and day as one date, as far as they go."""
    year, month, day = (str(told.get(name, "")).strip() for name in ("year", "month", "day"))
    if month.isdigit():
        return iso(f"{year}-{month.zfill(2)}-{day.zfill(2)}" if day else f"{year}-{month.zfill(2)}") or year
    return iso(f"{day} {month} {year}") or iso(f"{month} {year}") or year or None


def _files(value: str) -> Iterator[str]:
    """The names in "wells.pdf", JabRef's ":in/wells.pdf:PDF" and Zotero's "Full text:/in/wells.pdf:application/pdf"."""
    for each in FILES.split(value):
        for part in each.split(":"):
            name = PurePosixPath(part.replace("\\\\", "/").replace("\\", "/")).name.strip()
            if "." in name:
                yield name
