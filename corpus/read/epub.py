"""Bytes of an EPUB -> a Reading: the chapters in reading order, notes linked across files, printed pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element as XmlElement

from corpus.errors import UnreadableFileError
from corpus.model import Metadata
from corpus.read.archive import Archive, resolve
from corpus.read.html.encoding import decode_page
from corpus.read.html.metadata import iso_date, language_tag
from corpus.read.html.reader import read_tree
from corpus.read.html.tree import Element, parse_page
from corpus.read.html.xhtml import as_html
from corpus.read.scribe import Reading
from corpus.read.xml import parse_xml

PREFIXES = {"http://purl.org/dc/elements/1.1/": "dc", "urn:oasis:names:tc:opendocument:xmlns:container": ""}
CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
FONT_SCRAMBLING = re.compile(rb"http://(?:www\.idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC)")
"""Fonts are hidden by these methods; a text is not."""
METHOD = re.compile(rb"EncryptionMethod[^>]{0,200}Algorithm\s*=")
PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
MOST_PAGES = 5000
MOST_SHEETS = 20
MOST_TAGS = 2_000_000


def read_epub(data: bytes, name: str) -> Reading:
    """What the EPUB in `data` says: all chapters of its spine in order.

    Page breaks that the publisher marks give the printed pages. Raises UnreadableFileError, which calls the file
    `name`, for a locked, broken or overlarge one.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise UnreadableFileError(f"{name} is not an EPUB, whatever its name says: give it its own suffix.")
    archive = Archive(data, name)
    _refuse_locked(archive)
    package, opf = _package(archive)
    body = Element("body")
    budget = 0
    for member in _spine(package, opf, archive):
        page = archive.read(member) or b""
        budget += page.count(b"<")
        if budget > MOST_TAGS:
            raise UnreadableFileError(f"{name} has more tags than a book with a paper has: it is not read.")
        if page.strip():
            body.children.append(_chapter(page, member, name, body))
    root = Element("html", children=[body])
    body.parent = root
    return read_tree(root, name, _metadata(opf), "utf-8", _sheets(package, opf, archive))


def _refuse_locked(archive: Archive) -> None:
    locks = archive.read(ENCRYPTION)
    methods = METHOD.findall(locks or b"")
    if locks and len(methods) > len(FONT_SCRAMBLING.findall(locks)):
        raise UnreadableFileError(f"{archive.name} is locked by its seller: pincite reads unlocked EPUB files only.")


def _package(archive: Archive) -> tuple[str, XmlElement]:
    """The name and the root of the package file."""
    container = archive.read(CONTAINER)
    root = parse_xml(container, CONTAINER, archive.name, PREFIXES) if container else None
    stated = next((each.get("full-path", "") for each in root.iter("rootfile")), "") if root is not None else ""
    member = resolve("", stated)
    opf = archive.read(member) if member else None
    if opf is None:
        raise UnreadableFileError(f"{archive.name} holds no book: it lacks the list of its chapters.")
    return member, parse_xml(opf, member, archive.name, PREFIXES)


def _spine(package: str, opf: XmlElement, archive: Archive) -> Iterator[str]:
    """The members that are chapters, in reading order; tables of contents made for machines are none."""
    items = {each.get("id", ""): each for each in opf.iter("item")}
    given: set[str] = set()
    for number, reference in enumerate(opf.iter("itemref")):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in PAGES or number > MOST_PAGES:
            continue
        member = resolve(package, item.get("href", ""))
        if "nav" not in item.get("properties", "").split() and member in archive and member not in given:
            given.add(member)
            yield member


def _sheets(package: str, opf: XmlElement, archive: Archive) -> list[str]:
    """The book's style sheets."""
    items = [each for each in opf.iter("item") if each.get("media-type") == "text/css"][:MOST_SHEETS]
    sheets = (archive.read(resolve(package, each.get("href", ""))) for each in items)
    return [sheet.decode("utf-8", "replace") for sheet in sheets if sheet is not None]


def _chapter(page: bytes, member: str, name: str, body: Element) -> Element:
    """One chapter as a section of the book; ids and links are made those of the book."""
    text, _ = decode_page(page, f"{name} ({member})")
    root = parse_page(as_html(text), name)
    section = Element("section", parent=body)
    inner = next((child for child in root.children if isinstance(child, Element) and child.tag == "body"), root)
    section.children = inner.children
    section.attributes = dict(inner.attributes)
    stack = [section]
    while stack:
        element = stack.pop()
        _rename(element, member)
        for child in element.children:
            if isinstance(child, Element):
                child.parent = element
                stack.append(child)
    section.attributes["id"] = member
    return section


def _rename(element: Element, member: str) -> None:
    attributes = element.attributes
    for key in ("id", "name") if element.tag == "a" else ("id",):
        if attributes.get(key):
            attributes[key] = f"{member}#{attributes[key]}"
    href = attributes.get("href", "")
    if element.tag == "a" and href and "://" not in href and not href.startswith("mailto:"):
        path, _, fragment = href.partition("#")
        target = resolve(member, path) if path else member
        attributes["href"] = f"#{target}#{fragment}" if fragment else f"#{target}"


def _metadata(opf: XmlElement) -> Metadata:
    def stated(tag: str) -> list[str]:
        return [words for each in opf.iter(f"dc-{tag}") if (words := " ".join((each.text or "").split()))]

    dates = [date for words in stated("date") if (date := iso_date(words))]
    return Metadata(
        title=next(iter(stated("title")), None),
        authors=tuple(dict.fromkeys(stated("creator"))),
        date=next(iter(dates), None),
        institution=next(iter(stated("publisher")), None),
        language=language_tag(next(iter(stated("language")), None)),
    )
