"""Bytes of a DOCX file -> the XML parts that hold its words, styles and notes."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.errors import UnreadableFileError
from corpus.read.archive import Archive, resolve
from corpus.read.xml import parse_xml

PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
}
"""Both kinds of OOXML, "transitional" and "strict", have the same names in other namespaces."""
OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one file; those it lacks are None."""

    document: Element
    styles: Element | None
    settings: Element | None
    footnotes: Element | None
    endnotes: Element | None
    core: Element | None


def read_parts(data: bytes, name: str) -> Parts:
    """The parts of the DOCX file in `data`; UnreadableFileError, which calls it `name`, when it is none."""
    if data.startswith(OLE):
        raise UnreadableFileError(
            f"{name} is locked with a password or an old .doc: open it and save it as .docx without a password."
        )
    if not data.startswith(ZIP):
        raise UnreadableFileError(f"{name} is not a Word file, whatever its name says: give it its own suffix.")
    archive = Archive(data, name)
    roots = _related(archive, "")
    main = roots.get("officeDocument", USUAL)
    main = main if main in archive else USUAL
    document = _parsed(archive, main)
    if document is None or document.tag != "w-document":
        raise UnreadableFileError(f"{name} holds no Word document: open it in its own program and save it as .docx.")
    related = _related(archive, main)
    named = {kind: _parsed(archive, related.get(kind, f"word/{kind}.xml")) for kind in _NAMED}
    return Parts(document, **named, core=_parsed(archive, roots.get("core-properties", "docProps/core.xml")))


_NAMED = ("styles", "settings", "footnotes", "endnotes")


def _parsed(archive: Archive, member: str) -> Element | None:
    data = archive.read(member)
    return None if data is None else parse_xml(data, member, archive.name, PREFIXES)


def _related(archive: Archive, member: str) -> dict[str, str]:
    """Kind of relation -> member, of the relations that `member` ("" is the package) states."""
    folder, _, file = member.rpartition("/")
    root = _parsed(archive, f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    related: dict[str, str] = {}
    for relation in root if root is not None else ():
        if relation.get("TargetMode") != "External":
            kind = (relation.get("Type") or "").rpartition("/")[2]
            related.setdefault(kind, resolve(member, relation.get("Target") or ""))
    return related
