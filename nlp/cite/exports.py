"""References -> BibTeX, RIS and CSL-JSON, for Zotero, LaTeX and other programs; and pandoc's own citations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nlp.csl.dates import Day, days
from nlp.csl.situation import Cite, Item

BIBTEX_TYPES: Mapping[str, str] = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "book": "book",
    "chapter": "incollection", "paper-conference": "inproceedings", "report": "techreport", "thesis": "phdthesis",
    "manuscript": "unpublished", "pamphlet": "booklet",
}  # fmt: skip
BIBTEX_FIELDS: Mapping[str, str] = {
    "title": "title", "collection-title": "series", "volume": "volume", "issue": "number", "number": "number",
    "collection-number": "number", "edition": "edition", "chapter-number": "chapter", "publisher-place": "address",
    "genre": "type", "DOI": "doi", "URL": "url", "ISBN": "isbn", "ISSN": "issn", "note": "note", "language": "language",
}  # fmt: skip
PUBLISHER: Mapping[str, str] = {"techreport": "institution", "phdthesis": "school", "misc": "organization"}
HOST: Mapping[str, str] = {"article": "journal"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SPECIAL: Mapping[str, str] = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
RIS_TYPES: Mapping[str, str] = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "paper-conference": "CPAPER", "report": "RPRT", "thesis": "THES", "webpage": "ELEC",
    "post-weblog": "BLOG", "dataset": "DATA", "legislation": "STAT", "bill": "BILL", "legal_case": "CASE",
    "hearing": "HEAR", "manuscript": "UNPB", "map": "MAP", "software": "COMP", "entry-encyclopedia": "ENCYC",
}  # fmt: skip
RIS_FIELDS: Sequence[tuple[str, str]] = (
    ("title", "TI"), ("container-title", "T2"), ("collection-title", "T3"), ("publisher", "PB"),
    ("publisher-place", "CY"), ("volume", "VL"), ("issue", "IS"), ("number", "M1"), ("edition", "ET"),
    ("genre", "M3"), ("DOI", "DO"), ("URL", "UR"), ("ISBN", "SN"), ("ISSN", "SN"), ("language", "LA"), ("note", "N1"),
)  # fmt: skip
LABELS: Mapping[str, str] = {"page": "p.", "paragraph": "para.", "note": "n.", "section": "sec.", "chapter": "chap."}


def csl_json(items: Iterable[Item]) -> str:
    """A list of CSL items, as Zotero and pandoc read it."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def bibtex(items: Iterable[Item]) -> str:
    """Entries of a .bib file in UTF-8; signs that TeX would take for its own are escaped."""
    return "\n".join(_bibtex(item) for item in items)


def ris(items: Iterable[Item]) -> str:
    """Entries of a .ris file: lines end with a carriage return and a line feed, as the format has it."""
    return "".join(f"{line}\r\n" for item in items for line in _ris(item))


def pandoc(cites: Sequence[Cite]) -> str:
    """What stands for a citation in a text that pandoc makes: "[@roe2019wells, p. 12]"."""
    return f"[{'; '.join(_pandoc(cite) for cite in cites)}]"


def _pandoc(cite: Cite) -> str:
    key = cite.id if re.fullmatch(r"\w(?:[\w:.#$%&+?<>~/-]*\w)?", cite.id) else f"{{{cite.id}}}"
    many = re.search(r"\d\s*[-–,&]\s*\d", cite.locator) is not None
    label = LABELS.get(cite.label, cite.label)
    where = f", {'pp.' if many and cite.label == 'page' else label} {cite.locator}" if cite.locator else ""
    before = f"{cite.prefix} " if cite.prefix else ""
    return f"{before}@{key}{where}" + (f", {cite.suffix}" if cite.suffix else "")


def _bibtex(item: Item) -> str:
    kind = BIBTEX_TYPES.get(str(item.get("type")), "misc")
    fields = dict(_bibtex_fields(item, kind))
    lines = [f"  {name} = {value if name == 'month' else '{' + value + '}'}" for name, value in fields.items() if value]
    return f"@{kind}{{{_key(item)},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex_fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor", "translator"):
        yield role, " and ".join(_bibtex_name(name) for name in item.get(role, ()))
    for ours, name in BIBTEX_FIELDS.items():
        if item.get(ours):
            yield name, str(item[ours]) if name in ("url", "doi") else _escaped(str(item[ours]))
    yield HOST.get(kind, "booktitle"), _escaped(str(item.get("container-title", "")))
    yield PUBLISHER.get(kind, "publisher"), _escaped(str(item.get("publisher", "")))
    yield "pages", re.sub(r"\s*[-–]+\s*", "--", str(item.get("page", "")))
    for day in _first(item, "issued"):
        yield "year", str(day.year)
        yield "month", MONTHS[day.month - 1] if 0 < day.month <= len(MONTHS) else ""
        yield "day", str(day.day) if day.day else ""
    for day in _first(item, "accessed"):
        yield "urldate", _iso(day)


def _bibtex_name(name: Mapping[str, Any]) -> str:
    if "family" not in name:
        return "{" + _escaped(str(name.get("literal", ""))) + "}"
    particle = " ".join(filter(None, (name.get("dropping-particle"), name.get("non-dropping-particle"))))
    family = " ".join(filter(None, (particle, name["family"])))
    parts = [family, name.get("suffix"), name.get("given")]
    return ", ".join(_escaped(str(part)) for part in parts if part)


def _escaped(words: str) -> str:
    return "".join(SPECIAL.get(char, char) for char in words)


def _key(item: Item) -> str:
    return re.sub(r"[\s,{}\\\"#%~']", "", str(item["id"])) or "unnamed"


def _ris(item: Item) -> Iterator[str]:
    yield f"TY  - {RIS_TYPES.get(str(item.get('type')), 'GEN')}"
    yield f"ID  - {_line(item['id'])}"
    for role, tag in (("author", "AU"), ("editor", "A2"), ("translator", "A4")):
        for name in item.get(role, ()):
            yield f"{tag}  - {_line(_ris_name(name))}"
    for ours, tag in RIS_FIELDS:
        if item.get(ours):
            yield f"{tag}  - {_line(item[ours])}"
    first, _, last = str(item.get("page", "")).replace("–", "-").partition("-")
    yield from (f"{tag}  - {_line(page)}" for tag, page in (("SP", first), ("EP", last)) if page.strip())
    for day in _first(item, "issued"):
        yield f"PY  - {day.year}"
        yield f"DA  - {day.year}/{day.month or '':0>2}/{day.day or '':0>2}/" if day.month else f"DA  - {day.year}///"
    for day in _first(item, "accessed"):
        yield f"Y2  - {_iso(day).replace('-', '/')}"
    yield "ER  - "


def _ris_name(name: Mapping[str, Any]) -> str:
    if "family" not in name:
        return str(name.get("literal", ""))
    particle = " ".join(filter(None, (name.get("dropping-particle"), name.get("non-dropping-particle"))))
    parts = [" ".join(filter(None, (particle, name["family"]))), name.get("given"), name.get("suffix")]
    return ", ".join(str(part) for part in parts if part)


def _line(value: Any) -> str:
    """On one line: a line end in a value would begin a tag of its own."""
    return " ".join(str(value).split())


def _first(item: Item, name: str) -> list[Day]:
    return days(item.get(name))[:1]


def _iso(day: Day) -> str:
    return "-".join(
        filter(None, (f"{day.year:04}", f"{day.month:02}" if day.month else "", f"{day.day:02}" if day.day else ""))
    )
