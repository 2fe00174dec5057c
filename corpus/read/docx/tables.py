"""A w-tbl -> its rows of cells as lines; merged cells leave empty ones, tables inside cells are flattened."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus.read.docx.styles import value
from corpus.read.docx.tree import children, visible
from corpus.read.docx.words import Words
from corpus.read.inline import Line

Rows = tuple[tuple[Line, ...], ...]
MOST_EMPTY = 60
"""Empty cells that one merged cell may leave."""
LONG_CELL = 300
"""Characters: two cells side by side with more than this, in several paragraphs, are columns of text."""


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table that were not deleted."""
    for row in children(table):
        if row.tag == "w-tr" and row.find("w-trPr/w-del") is None:
            yield row


def cells(table: Element) -> list[Element]:
    """All cells of a table in order."""
    return [cell for row in rows(table) for cell in children(row) if cell.tag == "w-tc"]


def is_layout(table: Element) -> bool:
    """Whether a table is a frame around text: one column, or one row of cells that hold running text."""
    counts = [sum(cell.tag == "w-tc" for cell in children(row)) for row in rows(table)]
    if not counts or max(counts) <= 1:
        return True
    return len(counts) == 1 and all(_is_long(cell) for cell in cells(table))


def _is_long(cell: Element) -> bool:
    length, paragraphs = 0, 0
    for element in visible(cell):
        paragraphs += element.tag == "w-p"
        length += len(element.text or "") if element.tag == "w-t" else 0
    return paragraphs > 1 and length > LONG_CELL


def read_table(table: Element, words: Words) -> Rows:
    """The cells' words row by row; () for a table without any."""
    read = tuple(tuple(_row(row, words)) for row in rows(table))
    return read if any(cell.filled for row in read for cell in row) else ()


def _row(row: Element, words: Words) -> Iterator[Line]:
    for _ in range(_count(row.find("w-trPr/w-gridBefore"), 0)):
        yield Line()
    for cell in children(row):
        if cell.tag == "w-tc":
            properties = cell.find("w-tcPr")
            yield Line() if _goes_on(properties) else _cell(cell, words)
            span = _count(properties.find("w-gridSpan"), 1) if properties is not None else 1
            for _ in range(span - 1):
                yield Line()


def _cell(cell: Element, words: Words) -> Line:
    whole = Line()
    for element in visible(cell):
        if element.tag == "w-p":
            for line in words.read(element):
                whole.add(" ")
                whole.extend(line)
    return whole


def _goes_on(properties: Element | None) -> bool:
    """Whether a cell is the covered part of a merged one."""
    for tag in ("w-vMerge", "w-hMerge"):
        found = properties.find(tag) if properties is not None else None
        if found is not None and value(found) != "restart":
            return True
    return False


def _count(element: Element | None, default: int) -> int:
    stated = value(element)
    return min(int(stated[:6]), MOST_EMPTY) if stated.isdecimal() else default
