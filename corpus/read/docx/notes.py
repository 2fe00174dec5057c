"""The parts of a file -> its notes and the sign each reference to one prints.

A note's w-id says nothing of its number. Notes are numbered by the order in which the text refers to them, footnotes
and endnotes apart, in the format and with the restarts that the settings and each section state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from corpus.read.docx.parts import Parts
from corpus.read.docx.styles import is_on, value
from corpus.read.docx.symbols import symbol
from corpus.read.docx.tree import visible
from corpus.read.inline import Tag
from corpus.read.numerals import counted_label, printed_number

KINDS = {"w-footnoteReference": "footnote", "w-endnoteReference": "endnote"}
NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
PAGE_HINT = "w-lastRenderedPageBreak"
LONGEST_SIGN = 8
REFERENCE = "Ref"
"""Stands in the names of bookmarks that Word and LibreOffice make for cross-references."""
MOST_OPEN = 50
"""Bookmarks open at one place."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What one reference prints and what it points to."""

    tag: Tag
    printed: str
    custom: bool = False
    """Typed by the author: it stands in the file behind the reference and in the note."""


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes of a file: (kind, id) -> element, in file order, and (kind, id) -> sign, in order of reference."""

    elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    signs: dict[tuple[str, str], Sign] = field(default_factory=dict)
    bookmarks: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Name of a bookmark around a reference -> that note: a second reference may go through it."""


@dataclass(frozen=True, slots=True)
class _Reference:
    note: tuple[str, str]
    sign: str
    """The author's own, "" where Word counts."""
    page: int


@dataclass(frozen=True, slots=True)
class _Counting:
    form: str
    start: int = 1
    restart: str = "continuous"


def find_notes(parts: Parts) -> Notes:
    """The notes of a file and their signs."""
    notes = Notes(elements=_elements(parts))
    sections = list(_sections(parts.document, notes.bookmarks))
    for kind, form in (("footnote", "decimal"), ("endnote", "lowerRoman")):
        settings = parts.settings.find(f"w-{kind}Pr") if parts.settings is not None else None
        stated = _counting(settings, _Counting(form))
        count, last_page = 0, 0
        for references, section in sections:
            counting = _counting(section.find(f"w-{kind}Pr") if section is not None else None, stated)
            count = counting.start - 1 if counting.restart == "eachSect" or not count else count
            for reference in references:
                if reference.note[0] != kind or reference.note in notes.signs:
                    continue
                if counting.restart == "eachPage" and reference.page != last_page:
                    count = counting.start - 1
                last_page = reference.page
                count += not reference.sign
                notes.signs[reference.note] = _sign(reference, count, counting.form)
    return notes


def _sign(reference: _Reference, count: int, form: str) -> Sign:
    label = reference.sign or counted_label(count, form)
    printed = reference.sign or printed_number(count, form)
    return Sign(Tag(label, " ".join(reference.note)), printed, custom=bool(reference.sign))


def _elements(parts: Parts) -> dict[tuple[str, str], Element]:
    found: dict[tuple[str, str], Element] = {}
    for kind, root in (("footnote", parts.footnotes), ("endnote", parts.endnotes)):
        for element in root.iterfind(f"w-{kind}") if root is not None else ():
            if element.get("w-type") not in NO_NOTES:
                found.setdefault((kind, element.get("w-id", "")), element)
    return found


def _counting(properties: Element | None, stated: _Counting) -> _Counting:
    """How notes are counted where `properties` say so, else as `stated` for the whole file."""
    if properties is None:
        return stated
    form = value(properties.find("w-numFmt"))
    start = value(properties.find("w-numStart"))
    restart = value(properties.find("w-numRestart"))
    return replace(
        stated,
        form=form or stated.form,
        start=int(start) if start.isdecimal() and len(start) < 6 else stated.start,
        restart=restart or stated.restart,
    )


class _Walk:
    """The references met on the way through a document, section by section."""

    def __init__(self, bookmarks: dict[str, tuple[str, str]]) -> None:
        self.references: list[_Reference] = []
        self._bookmarks = bookmarks
        self._open: dict[str, str] = {}
        self._page = 0
        self._awaiting: tuple[str, str] | None = None

    def meet(self, element: Element) -> None:
        """Take in one element, in document order."""
        tag = element.tag
        if tag == PAGE_HINT:
            self._page += 1
        elif tag == "w-bookmarkStart":
            if REFERENCE in element.get("w-name", "") and len(self._open) < MOST_OPEN:
                self._open[element.get("w-id", "")] = element.get("w-name", "")
        elif tag == "w-bookmarkEnd":
            self._open.pop(element.get("w-id", ""), None)
        elif tag in KINDS:
            self._refer((KINDS[tag], element.get("w-id", "")), custom=is_on(element, "w-customMarkFollows"))
        elif self._awaiting is not None and (sign := sign_in(element)):
            self.references.append(_Reference(self._awaiting, sign, self._page))
            self._awaiting = None

    def _refer(self, note: tuple[str, str], *, custom: bool) -> None:
        self._awaiting = note if custom else None
        if not custom:
            self.references.append(_Reference(note, "", self._page))
        self._bookmarks.update((name, note) for name in self._open.values())


def _sections(
    document: Element, bookmarks: dict[str, tuple[str, str]]
) -> Iterator[tuple[list[_Reference], Element | None]]:
    """The references of each section with the section's properties; `bookmarks` is filled on the way.

    The properties of a section stand in its last paragraph, before that paragraph's words.
    """
    walk = _Walk(bookmarks)
    ended: Element | None = None
    for element in visible(document):
        if element.tag == "w-p" and ended is not None:
            yield walk.references, ended
            walk.references, ended = [], None
        if element.tag == "w-sectPr":
            ended = element
        else:
            walk.meet(element)
    yield walk.references, ended


def sign_in(element: Element) -> str:
    """The author's own sign in a run's text or symbol; "" in any other element."""
    if element.tag == "w-t":
        words = (element.text or "").split()
        return words[0][:LONGEST_SIGN] if words else ""
    return symbol(element.get("w-font", ""), element.get("w-char", "")) if element.tag == "w-sym" else ""
