"""BibTeX -> what each of its entries says of a paper. The only file that knows bibtexparser."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import Entry, Field

from corpus.metadata.dates import iso
from corpus.metadata.facts import Fault, Named, refuse
from corpus.metadata.fields import facts_in
from corpus.metadata.further import further

MEANINGS = (
    ("title", ("title",)),
    ("institution", ("institution", "publisher", "organization", "school")),
    ("language", ("language", "langid")),
    ("series", ("series",)),
    ("number", ("number",)),
    ("genre", ("type",)),
)
"""Our name for what a field says, and BibTeX's names for it, the best first."""
VARIABLES = {
    "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title",
    "series": "collection-title", "volume": "volume", "number": "number", "pages": "page", "edition": "edition",
    "chapter": "chapter-number", "publisher": "publisher", "institution": "publisher", "school": "publisher",
    "organization": "publisher", "address": "publisher-place", "location": "publisher-place", "doi": "DOI",
    "url": "URL", "isbn": "ISBN", "issn": "ISSN", "type": "genre", "note": "note", "eventtitle": "event-title",
    "version": "version",
}  # fmt: skip
"""BibTeX's and biblatex's names for what a field says -> CSL's."""
TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "proceedings": "book", "collection": "book", "manual": "report", "mastersthesis": "thesis", "phdthesis": "thesis",
    "thesis": "thesis", "techreport": "report", "report": "report", "online": "webpage", "electronic": "webpage",
    "www": "webpage", "dataset": "dataset", "software": "software", "patent": "patent", "unpublished": "manuscript",
    "legislation": "legislation", "jurisdiction": "legal_case", "inreference": "entry-encyclopedia",
}  # fmt: skip
"""What an entry is -> CSL's type."""
OTHERS = "others"
ESCAPED = re.compile(r"\\([%_&#~])")
FILES = re.compile(r"[;,]")

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it cannot read, we say ourselves


def entries(text: str, fault: Fault = refuse) -> Iterator[Named]:
    """The entries of a BibTeX file, in order; `fault` hears of what is none, and where.

    Raises what `fault` raises: for one, ValueError.
    """
    library = parse_string(text)
    for failed in library.failed_blocks:
        fault(f"no BibTeX entry, line {(failed.start_line or 0) + 1}")
    for entry in library.entries:
        try:
            found = _named(entry)
        except ValueError as why:
            fault(str(why))
        else:
            yield found


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
    facts = facts_in(stated)
    return Named(entry.key, files, {**facts, **further(_item(entry, told))} if facts else facts)


def _item(entry: Entry, told: dict[str, str]) -> dict[str, Any]:
    """The entry as a CSL item, as far as CSL has a variable for what it says."""
    kind = entry.entry_type.lower()
    item: dict[str, Any] = {ours: told[name] for name, ours in VARIABLES.items() if told.get(name)}
    for name in ("url", "doi"):  # a "%" in an address begins no comment
        if name in entry.fields_dict:
            item[name.upper()] = ESCAPED.sub(r"\1", str(entry.fields_dict[name].value)).strip("{} ")
    item["type"] = TYPES.get(kind, "document")
    item["id"] = entry.key
    if kind in ("article", "incollection", "inproceedings", "inbook") and told.get("number"):
        item["issue" if kind == "article" else "collection-number"] = item.pop("number")
    if "page" in item:
        item["page"] = re.sub(r"\s*[-–]+\s*", "-", item["page"])
    for role in ("author", "editor", "translator"):
        if people := [_person(name) for name in _people(entry, role)]:
            item[role] = people
    if seen := iso(told.get("urldate", "")):
        item["accessed"] = {"date-parts": [[int(part) for part in seen.split("-")]]}
    return item


def _decoded(entry: Entry) -> dict[str, str]:
    """Field -> its words without braces and LaTeX. Raises ValueError when they cannot be made out."""
    library = LatexDecodingMiddleware(allow_inplace_modification=False).transform(Library([entry]))
    if library.failed_blocks:
        raise ValueError(f"the entry {entry.key} cannot be read")
    return {name.lower(): str(field.value) for name, field in library.entries[0].fields_dict.items()}


def _authors(entry: Entry) -> list[str]:
    """The names of the authors, given name first; one in braces is a body's and stays as it is."""
    return [name if whole else _upright(name) for name, whole in _people(entry, "author")]


def _people(entry: Entry, role: str) -> list[tuple[str, bool]]:
    """The names in a field, and whether each stands in braces: such a one is a body's, and not taken apart."""
    field = entry.fields_dict.get(role)
    raw = split_multiple_persons_names(str(field.value)) if field else []
    fields = [Field(str(n), name) for n, name in enumerate(raw)]
    told = _decoded(Entry(entry.entry_type, entry.key, fields)).values()
    braced = [name.startswith("{") and name.endswith("}") for name in raw]
    return [(name, whole) for name, whole in zip(told, braced, strict=True) if name != OTHERS]


def _person(told: tuple[str, bool]) -> dict[str, str]:
    name, whole = told
    if whole:
        return {"literal": name}
    parts = parse_single_name_into_parts(name, strict=False)
    apart = {"given": parts.first, "non-dropping-particle": parts.von, "family": parts.last, "suffix": parts.jr}
    return {key: " ".join(words) for key, words in apart.items() if words}


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
