"""RIS, as Zotero and reference databases export it -> what each of its entries says of a paper.

The only file that knows rispy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import rispy

from corpus.metadata.dates import iso
from corpus.metadata.facts import Named
from corpus.metadata.fields import facts_in
from corpus.metadata.further import further

TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "RPRT": "report",
    "GOVDOC": "report", "THES": "thesis", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "DATA": "dataset", "AGGR": "dataset",
    "STAT": "legislation", "BILL": "bill", "CASE": "legal_case", "HEAR": "hearing", "LEGAL": "legislation",
    "UNPB": "manuscript", "MANSCPT": "manuscript", "STAND": "standard", "COMP": "software", "MAP": "map",
    "PCOMM": "personal_communication", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary",
}  # fmt: skip
"""A RIS type -> CSL's."""
VARIABLES = {
    "title": "title", "primary_title": "title", "publisher": "publisher", "place_published": "publisher-place",
    "volume": "volume", "edition": "edition", "doi": "DOI", "number_of_volumes": "number-of-volumes",
    "language": "language", "type_of_work": "genre", "section": "section",
}  # fmt: skip
WITH_JOURNAL = frozenset(
    {"JOUR", "EJOUR", "MGZN", "NEWS", "CHAP", "ECHAP", "CONF", "CPAPER", "ENCYC", "DICT", "ELEC", "BLOG"}
)
"""Types whose second title is what they stand in; of others it is a series."""
PEOPLE = {"author": ["authors", "first_authors"], "editor": ["secondary_authors"], "translator": ["subsidiary_authors"]}
DATES = {"issued": ["date", "year", "publication_year"], "accessed": ["access_date"]}
DATE = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?")


def entries(text: str) -> Iterator[Named]:
    """The entries of a RIS file, in order. Raises ValueError, with what is wrong, for a file that is none."""
    try:
        found: list[dict[str, Any]] = rispy.loads(text.lstrip("\ufeff"))
    except Exception as fault:
        raise ValueError(f"no RIS ({str(fault) or type(fault).__name__})") from fault
    if not found:
        raise ValueError("no RIS entry in it")
    for entry in found:
        item = _item(entry)
        facts = facts_in(item)
        yield Named(str(entry.get("id", "")), frozenset(_files(entry)), {**facts, **further(item)} if facts else facts)


def _item(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry as a CSL item."""
    kind = str(entry.get("type_of_reference", "")).strip()
    item: dict[str, Any] = {ours: entry[name] for name, ours in VARIABLES.items() if entry.get(name)}
    item["type"] = TYPES.get(kind, "document")
    item["id"] = str(entry.get("id", ""))
    host = next(
        (entry[name] for name in ("journal_name", "secondary_title", "alternate_title1") if entry.get(name)), None
    )
    if host:
        item["container-title" if kind in WITH_JOURNAL else "collection-title"] = host
    if entry.get("number"):
        item["issue" if kind in ("JOUR", "EJOUR", "MGZN") else "number"] = entry["number"]
    pages = "-".join(filter(None, (entry.get("start_page"), entry.get("end_page"))))
    urls, serial = entry.get("urls") or [], entry.get("issn")
    item |= {"page": pages} if pages else {}
    item |= {"URL": urls[0]} if urls else {}
    item |= {"ISBN" if "BOOK" in kind or "CHAP" in kind else "ISSN": serial} if serial else {}
    for ours, names in PEOPLE.items():
        people = [_person(str(each)) for name in names for each in entry.get(name) or []]
        if people:
            item[ours] = people
    for ours, names in DATES.items():
        if day := next((day for name in names if (day := _day(str(entry.get(name, ""))))), None):
            item[ours] = {"date-parts": [day]}
    return item


def _person(name: str) -> dict[str, str]:
    """Names like "Roe, Jane" and "Roe, Jane, Jr." taken apart; a name without a comma is a body's."""
    if "," not in name or name.startswith("{"):
        return {"literal": name.strip("{} ")}
    parts = [part.strip() for part in name.split(",")]
    return {key: part for key, part in zip(("family", "given", "suffix"), parts, strict=False) if part}


def _day(words: str) -> list[int] | None:
    found = DATE.match(words.strip())
    if found is None:
        read = iso(words.strip("/ ")) if words.strip("/ ") else None
        return [int(part) for part in read.split("-")] if read else None
    return [int(part) for part in found.groups() if part]


def _files(entry: Mapping[str, Any]) -> Iterator[str]:
    for name in ("file_attachments1", "file_attachments2", "internal_pdf"):
        value = entry.get(name)
        for each in value if isinstance(value, list) else [value] if value else []:
            yield PurePosixPath(str(each).replace("\\", "/")).name
