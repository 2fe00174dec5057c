"""A <table> -> its rows and cells, or the word that it is no table but a frame for text."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.read.html.tree import Element

ROWS = frozenset("thead tbody tfoot".split())
CELLS = frozenset("td th".split())
BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 ul ol blockquote section article table".split())
LONG_CELL = 400
"""Characters in several paragraphs: running text, not a cell."""
MOST_COLUMNS = 200
MOST_EMPTY = 30
"""Cells that one merged cell may leave empty."""


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of tables in its cells."""
    for child in table.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                yield child
            elif child.tag in ROWS:
                yield from (row for row in child.children if isinstance(row, Element) and row.tag == "tr")


def cells(row: Element) -> list[Element]:
    """The cells of a row."""
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in CELLS]


def caption(table: Element) -> Element | None:
    """The caption of a table, if it has one."""
    return next((child for child in table.children if isinstance(child, Element) and child.tag == "caption"), None)


def is_layout(table: Element, notes: set[int]) -> bool:
    """Whether a table only places text on the page; `notes` are the elements that hold notes: such a table is none."""
    if table.order in notes or table.get("role").lower() in {"presentation", "none"}:
        return True
    all_cells = [cell for row in rows(table) for cell in cells(row)]
    if len(all_cells) <= 1 or max(len(cells(row)) for row in rows(table)) <= 1:
        return True
    if caption(table) is not None or any(cell.tag == "th" for cell in all_cells):
        return False
    return any(_is_running_text(cell) for cell in all_cells)


def _is_running_text(cell: Element) -> bool:
    blocks = [child for child in cell.children if isinstance(child, Element) and child.tag in BLOCKS and child.length]
    if any(block.tag in {"h1", "h2", "h3"} for block in blocks):
        return True
    return cell.length > LONG_CELL and (len(blocks) > 1 or any(block.tag == "table" for block in blocks))


def grid(table: Element) -> Iterator[list[Element | None]]:
    """The rows as cells by column; None where a merged cell covers the place."""
    covered: dict[int, int] = {}
    for row in rows(table):
        line: list[Element | None] = []
        for cell in cells(row):
            _cover(line, covered)
            width = min(_span(cell, "colspan"), MOST_EMPTY)
            height = _span(cell, "rowspan")
            for column in range(len(line), min(len(line) + width, MOST_COLUMNS)):
                if height > 1:
                    covered[column] = height - 1
            line += [cell, *[None] * (width - 1 if len(line) < MOST_COLUMNS else 0)]
        _cover(line, covered)
        yield line


def _cover(line: list[Element | None], covered: dict[int, int]) -> None:
    """Fill the places that cells of rows above reach down into."""
    while (left := covered.pop(len(line), 0)) > 0:
        if left > 1:
            covered[len(line)] = left - 1
        line.append(None)


def _span(cell: Element, attribute: str) -> int:
    stated = cell.get(attribute).strip()
    return max(1, int(stated[:5])) if stated.isdecimal() else 1
