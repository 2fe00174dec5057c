"""The lines of all pages -> the same lines, their tables found, those that a page cuts on both sides of the cut.

Alone, a head with one row above the cut, or two rows below it, may be no table; together they surely are. Each
page keeps its own part. A head that is printed below the last line of a page, and again above its rows on the
next, is told to be printed twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.read.pdf.lines import Line
from corpus.read.pdf.tables import going_on, table, whole, with_tables


def tables_over_pages(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page in their order, each table one line at the place of its first."""
    found = [with_tables(lines) for lines in pages]
    for at in range(len(found) - 1):
        above, below = found[at], found[at + 1]
        if below and below[0].rows and above and not above[-1].rows:
            found[at] = _begun(above, "".join("".join(below[0].rows[0]).split()))
        elif above and above[-1].rows and below and not below[0].rows:
            held, rows = going_on(below, above[-1].columns)
            if held:
                found[at + 1] = [whole(held, rows, above[-1].columns), *below[len(held) :]]
    return found


def _begun(lines: list[Line], head: str) -> list[Line]:
    """The lines of a page on which a table begins that goes on on the next, where its head is printed again."""
    heads = [at for at, line in enumerate(lines) if line.cells and "".join(line.words.split()) == head]
    if not heads:
        return lines
    first = heads[-1]
    part = lines[first:]
    if len(part) == 1:
        part[0].again = True
        return lines
    held, rows, columns = table(part, part, sure=True)
    if len(held) < len(part):
        return lines
    return [*lines[:first], whole(held, rows, columns)]
