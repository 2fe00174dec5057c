"""A page's tree and what is known of it -> its words written in order, block by block."""

from __future__ import annotations

import re

from corpus.model import BlockKind
from corpus.read.html import tables
from corpus.read.html.asides import Aside
from corpus.read.html.furniture import Furniture
from corpus.read.html.links import block_of, is_inline, roles
from corpus.read.html.notes import Note, Plan
from corpus.read.html.pages import page_label
from corpus.read.html.places import Place, block_place, inline_place
from corpus.read.html.signs import sign_of
from corpus.read.html.tree import Element, Tree
from corpus.read.inline import Line, Tag, raise_sign, raise_words, write_line, write_pieces
from corpus.read.scribe import Scribe

BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)(?!.*float\s*:\s*left)", re.IGNORECASE)
BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
PAGE_ROLES = frozenset("pagebreak doc-pagebreak".split())
NOTHING = frozenset("wbr img hr br col colgroup del".split())


class Writer:
    """Writes a page. One `Line` gathers words until a block begins or ends."""

    def __init__(self, tree: Tree, plan: Plan, furniture: Furniture, asides: dict[int, Aside]) -> None:
        self._scribe = Scribe()
        self._tree = tree
        self._plan = plan
        self._furniture = furniture
        self._asides = asides
        self._line = Line()
        self._flat = False
        """In a table: blocks in a cell are words of one line."""
        self._broken = False
        """The last that was met is a line break."""
        self._held: dict[str, Line] = {}
        """A note's label that waits for the note's words."""
        self._running: Note | None = None
        """A note that began inside a block and goes on until the block or the next note."""
        self._continued = {tag.key for tag in plan.going_on.values()}
        self._unlabelled = {note.tag.key: note for note in plan.notes.values()}
        self._page: str | None = None
        self._paged = False

    def write(self) -> Scribe:
        """Write the whole page; notes lifted out of sentences come at its end."""
        self._walk(self._tree.root, Place())
        for aside in self._asides.values():
            self._aside(aside)
        for key, label in self._held.items():
            write_line(self._scribe, label, BlockKind.NOTE, note=self._unlabelled[key].tag)
        if self._paged:
            self._scribe.page_end(self._page)
        return self._scribe

    def _walk(self, top: Element, place: Place) -> None:
        """Everything below `top`. Nothing recurses: the stack holds what is still to come."""
        stack: list[tuple[Element, Place, int]] = [(top, place, 0)]
        while stack:
            element, place, at = stack.pop()
            if at == len(element.children):
                self._leave(element, place)
                continue
            stack.append((element, place, at + 1))
            child = element.children[at]
            if isinstance(child, str):
                self._text(child, place)
            elif child.order not in self._furniture.dropped and child.order not in self._plan.skipped:
                inner = self._enter(child, place)
                if inner is not None:
                    stack.append((child, inner, 0))

    def _enter(self, element: Element, place: Place) -> Place | None:
        """What comes before an element's children; their place, None when they are not to be walked."""
        if element.order in self._plan.markers:
            self._line.add_marker(*self._plan.markers[element.order])
            self._broken = False
        elif element.order in self._asides:
            aside = self._asides[element.order]
            if aside.printed and aside.tag is not None:
                self._line.add_marker(aside.printed, aside.tag)
        elif element.attributes and not PAGE_ROLES.isdisjoint(roles(element)):
            self._page_break(element)
        elif element.tag in NOTHING:
            self._break(element, place)
        elif element.tag == "table" and not self._is_frame(element, place):
            self._table(element, place)
        elif is_inline(element) and not BLOCK_STYLE.search(element.get("style")):
            self._begin_inside(element, place)
            self._line.add("“" if element.tag == "q" else "")
            return inline_place(element, place)
        else:
            self._flush(place, ends=False)
            self._begin_inside(element, place)
            return block_place(element, place, self._plan, self._furniture)
        return None

    def _leave(self, element: Element, place: Place) -> None:
        if is_inline(element) and not BLOCK_STYLE.search(element.get("style")):
            self._line.add("”" if element.tag == "q" else "")
            return
        note = self._plan.notes.get(element.order)
        self._flush(place, ends=note is not None and note.tag.key not in self._continued)
        if self._running is not None and block_of(self._running.start) is element:
            self._running = None

    def _begin_inside(self, element: Element, place: Place) -> None:
        """A note that begins at `element` ends the one that is running; so does any heading."""
        note = self._plan.notes.get(element.order)
        if note is not None:
            self._flush(place)
            self._running = note if note.inside else None
        elif element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._running = None

    def _text(self, words: str, place: Place) -> None:
        if not words.isspace():
            self._broken = False
        if place.preformatted and not self._flat:
            first, *others = BLANK_LINE.split(words)
            self._line.add(first)
            for other in others:
                self._flush(place)
                self._line.add(other)
        elif place.raised:
            single = self._flat and len(words.strip()) == 1
            self._line.add(raise_sign(words) if single else raise_words(words))
        else:
            self._line.add(words)

    def _break(self, element: Element, place: Place) -> None:
        """A line break is a space, two are a new block, and so is a rule."""
        if element.tag == "hr":
            self._flush(place)
            self._running = None
        elif element.tag == "br":
            if self._broken and place.kind not in {BlockKind.HEADING, BlockKind.TITLE}:
                self._flush(place)
            self._line.add(" ")
            self._broken = True

    def _flush(self, place: Place, *, ends: bool = True) -> None:
        """Write the words gathered so far as a block; in a table, part them from those to come.

        A note's label alone in a block waits for the note's words, unless the note `ends` here.
        """
        self._broken = False
        if self._flat:
            self._line.add(" ")
            return
        if not self._line.filled and not self._line.paged:
            self._line = Line()
            return
        tag = place.note or (self._running.tag if self._running is not None else None)
        if tag is not None and not ends and self._is_label(tag):
            self._held[tag.key], self._line = self._line, Line()
            self._held[tag.key].add(" ")
            return
        if tag is not None and self._line.filled:
            self._line = self._held.pop(tag.key, Line()).followed_by(self._line)
            self._line.drop_arrows()
            self._label(tag)
        if place.kind is BlockKind.LIST_ITEM:
            self._line.drop_bullet()
        kind = BlockKind.NOTE if tag is not None else place.furniture or place.kind
        level = place.level if kind is BlockKind.HEADING else 0
        if self._line.filled and self._running is not None and not self._running.goes_on:
            self._running = None
        write_line(self._scribe, self._line, kind, level=level, note=tag)

    def _is_label(self, tag: Tag) -> bool:
        note = self._unlabelled.get(tag.key)
        return note is not None and sign_of(self._line.text()) == note.sign

    def _label(self, tag: Tag) -> None:
        """Put a note's label before its first words, as the page prints it or else raised."""
        note = self._unlabelled.pop(tag.key, None)
        if note is None:
            return
        listed = note.start.tag == "li" and note.start.parent is not None and note.start.parent.tag == "ol"
        printed = self._line.take_label(note.sign, apart=listed)
        if not printed:
            printed = raise_sign(note.sign) if " " not in note.sign else f"[{note.sign}]"
        if note.start.order in self._asides:  # may hold its sign for the line, for the margin and for copying
            while self._line.take_label(note.sign, apart=True):
                pass
        self._line.put_first(f"{printed} ")

    def _is_frame(self, table: Element, place: Place) -> bool:
        inside_note = place.note is not None or self._running is not None
        return self._flat or inside_note or tables.is_layout(table, self._plan.parts)

    def _table(self, table: Element, place: Place) -> None:
        """A caption, and a block with a line a row."""
        self._flush(place)
        caption = tables.caption(table)
        if caption is not None and caption.order not in self._furniture.dropped:
            self._walk(caption, Place(BlockKind.CAPTION, furniture=place.furniture))
        self._flat = True
        rows = [[None if cell is None else self._cell(cell) for cell in row] for row in tables.grid(table)]
        self._flat = False
        if not any(cell is not None and cell.filled for row in rows for cell in row):
            return
        with self._scribe.block(place.furniture or BlockKind.TABLE):
            for number, row in enumerate(rows):
                if number:
                    self._scribe.row_end()
                for column, cell in enumerate(row):
                    if column:
                        self._scribe.cell_end()
                    if cell is not None:
                        write_pieces(self._scribe, cell.take())

    def _cell(self, cell: Element) -> Line:
        self._line = Line()
        if cell.order not in self._furniture.dropped:
            self._walk(cell, Place())
        line, self._line = self._line, Line()
        return line

    def _page_break(self, element: Element) -> None:
        """The page so far ends under the label it had; the one stated here is that of the next."""
        if self._paged or self._scribe.at or self._line.filled:
            self._line.add_page_end(self._page)
        self._page = page_label(element)
        self._paged = True

    def _aside(self, aside: Aside) -> None:
        """A note lifted out of a sentence."""
        if aside.tag is not None and aside.element is not None:
            sign = aside.tag.label
            self._unlabelled[aside.tag.key] = Note(aside.tag, aside.element, inside=False, sign=sign)
        place = Place(BlockKind.NOTE, note=aside.tag)
        if aside.element is not None:
            self._walk(aside.element, place)
        elif aside.tag is not None:
            self._line.add(f"{raise_sign(aside.tag.label)} {aside.words}")
        self._flush(place)
