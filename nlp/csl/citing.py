"""References cited in order -> the words of each citation; references -> the entries of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from nlp.csl.apart import told_apart
from nlp.csl.marks import MARK, TERM, wrapped_in
from nlp.csl.output import finished
from nlp.csl.render import Renderer
from nlp.csl.seams import affixed, together
from nlp.csl.situation import Apart, Cite, Item, Position, Situation
from nlp.csl.sorting import ordered
from nlp.csl.style import Style

NEAR = 5
"""Notes within which a reference was cited nearby, unless the style says otherwise."""
OPENING = re.compile(rf"^((?:{MARK.pattern})*){TERM}((?:{MARK.pattern})*)(.)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference of a bibliography."""

    id: str
    text: str
    """With the marks of `nlp.csl.marks`: `nlp.csl.output` makes words of it."""


class References:
    """References printed together in one style: what is added to tell two apart depends on all of them."""

    def __init__(self, style: Style, items: Iterable[Item], locale: str | None = None) -> None:
        """`items`: CSL-JSON, each with its own "id". `locale`: "en-GB", in place of the style's own."""
        self._style = style
        self._items = {str(item["id"]): item for item in items}
        self._locale = style.locale if locale is None else style.locale_for(locale)
        self._sorted = ordered(style, "bibliography", list(self._items.values()), self._locale)
        self._numbers = {str(item["id"]): number for number, item in enumerate(self._sorted, 1)}
        self._apart = told_apart(style, self._sorted, self._locale)

    def citations(self, notes: Sequence[Sequence[Cite]]) -> list[str]:
        """The words of each citation, as they follow each other: each a note, or brackets in the text.

        A reference is printed in full, short or with "ibid." by what was cited before. Raises KeyError for the id of
        none of the items.
        """
        return [self._citation(cites, at) for cites, at in zip(notes, self._situations(notes), strict=True)]

    def bibliography(self) -> list[Entry]:
        """The entries in the style's order; none for a style that has no bibliography or prints nothing of one."""
        part = self._style.root.find("bibliography")
        if part is None:
            return []
        layout = part.find("layout")
        found: list[Entry] = []
        before = ""
        for item in self._sorted:
            number = self._numbers[str(item["id"])]
            at = Situation(item, number=number, apart=self._apart.get(str(item["id"]), Apart()))
            printing = Renderer(self._style, "bibliography", at, self._locale)
            text = printing.layout()
            authors = printing.names if text.startswith(printing.names) else ""
            if authors and authors == before and (sign := part.get("subsequent-author-substitute")) is not None:
                text = sign + text[len(authors) :]
            before = authors
            if text:
                found.append(Entry(str(item["id"]), self._finished(_framed(layout, text))))
        return found

    def _citation(self, cites: Sequence[Cite], situations: Sequence[Situation]) -> str:
        part = self._style.root.find("citation")
        layout = None if part is None else part.find("layout")
        order = ordered(self._style, "citation", [each.item for each in situations], self._locale)
        places = {id(item): number for number, item in enumerate(order)}
        pairs = sorted(zip(cites, situations, strict=True), key=lambda pair: places[id(pair[1].item)])
        printed = []
        for cite, at in pairs:
            text = Renderer(self._style, "citation", at, self._locale).layout()
            printed.append(affixed(_spaced(cite.prefix, behind=True), text, _spaced(cite.suffix, behind=False)))
        delimiter = "" if layout is None else layout.get("delimiter", "")
        text = _framed(layout, together(printed, delimiter))
        if self._style.in_notes:
            text = OPENING.sub(lambda found: found[1] + found[2] + found[3].upper(), text)
        return self._finished(text)

    def _finished(self, text: str) -> str:
        return finished(text.replace(TERM, ""), self._locale.quotes)

    def _situations(self, notes: Sequence[Sequence[Cite]]) -> list[list[Situation]]:
        """Where each cite of each note stands."""
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        before: Cite | None = None
        found = []
        near = int((self._style.root.find("citation") or Element("citation")).get("near-note-distance", NEAR))
        for number, cites in enumerate(notes, 1):
            row = []
            for cite in cites:
                at = Situation(
                    self._items[cite.id],
                    cite,
                    _position(cite, before, cite.id in first),
                    note=first.get(cite.id),
                    near=cite.id in last and number - last[cite.id] <= near,
                    number=self._numbers[cite.id],
                    apart=self._apart.get(cite.id, Apart()),
                )
                row.append(at)
                before = cite
                first.setdefault(cite.id, number)
                last[cite.id] = number
            if len(cites) != 1:
                before = None  # "ibid." behind a note with several sources would not say which
            found.append(row)
        return found


def _position(cite: Cite, before: Cite | None, known: bool) -> Position:
    if not known:
        return Position.FIRST
    if before is None or before.id != cite.id or (before.locator and not cite.locator):
        return Position.SUBSEQUENT
    same = (before.locator, before.label) == (cite.locator, cite.label)
    return Position.IBID if same or not cite.locator else Position.IBID_WITH_LOCATOR


def _framed(layout: Element | None, text: str) -> str:
    if layout is None or not text:
        return text
    return affixed(layout.get("prefix", ""), wrapped_in(layout, text), layout.get("suffix", ""))


def _spaced(words: str, *, behind: bool) -> str:
    """A prefix with a space behind it, a suffix with one before it, unless it begins with a mark of its own."""
    if not words:
        return ""
    return f"{words} " if behind else words if words[0] in ",.;:)" else f" {words}"
