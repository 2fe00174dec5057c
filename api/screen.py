"""Lines, pairs and tables on a screen: wrapped and stacked where it is narrow, never cut. Knows rich.

What is said comes as parts: plain words, or (words, style) in rich's names of styles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.rows import words

UNKNOWN_WIDTH = 100
"""Columns, where the output is no terminal and $COLUMNS does not say."""
NARROW = 80
"""Below this many columns a table's rows are stacked."""
Part = str | tuple[str, str]


def screen(out: TextIO) -> Console:
    """A console that writes to `out`: no highlighting and no markup, a paper's "[bold]" is a word like any other."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in console._environ:
        console.width = UNKNOWN_WIDTH
    return console


def say(console: Console, *parts: Part, margin: int = 0) -> None:
    """One line of parts, wrapped."""
    wrapped(console, Text.assemble(*parts), margin)


def table(console: Console, titles: tuple[str, ...], rows: list[tuple[str, ...]], *, right: Collection[int]) -> None:
    """Rows under titles, stacked on a narrow screen; columns `right` hold numbers."""
    if rows and console.width < NARROW:
        stacked(console, titles, rows)
    elif rows:
        grid(console, titles, rows, right=right)


def wrapped(console: Console, text: Text, margin: int = 0) -> None:
    """Wrapped between words; a word longer than the line is folded. No spaces at line ends."""
    for line in text.wrap(console, max(console.width - margin, 20), overflow="fold"):
        line.rstrip()
        line.pad_left(margin)
        console.print(line, soft_wrap=True)


def indented(console: Console, text: Text) -> None:
    """The same with a margin."""
    wrapped(console, text, 4)


def pairs(console: Console, items: Iterable[tuple[str, object]]) -> None:
    """Names and values, a line each."""
    for name, value in items:
        shown = ", ".join(map(str, value)) or "none" if isinstance(value, list) else _scalar(value)
        wrapped(console, Text.assemble((f"{name}: ", "dim"), words(shown)))


def _scalar(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)


def grid(console: Console, titles: tuple[str, ...], rows: list[tuple[str, ...]], *, right: Collection[int]) -> None:
    """A table; columns `right` hold numbers, which are kept on one line."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for n, title in enumerate(titles):
        numbers = n in right
        drawn.add_column(
            title,
            justify="right" if numbers else "left",
            overflow="fold",
            min_width=max(len(row[n]) for row in rows) if numbers else None,
        )
    for row in rows:
        drawn.add_row(*map(Text, row))
    console.print(drawn, crop=False)


def stacked(console: Console, titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """For a narrow screen: each row as lines of title and value."""
    for first, *rest in rows:
        wrapped(console, Text(first, "bold"))
        for title, value in zip(titles[1:], rest, strict=True):
            if value:
                indented(console, Text.assemble((f"{title}: ", "dim"), value))
