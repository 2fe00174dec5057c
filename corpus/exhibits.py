"""Blocks -> exhibits (captioned tables, charts, maps, boxes), and the text of a table -> its cells.

A caption belongs to the table below it, or above it if none is below, when nothing but blank lines, notes
and source lines stands between. Readers of all formats lay tables out as tab-separated rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.model import Block, BlockKind, Exhibit, Span

Row = tuple[Span, ...]

_LABEL = re.compile(
    r"""(?P<word>(?i:figures?|fig\.|tables?|charts?|maps?|box(?:es)?|graphs?|graphics?|exhibits?|diagrams?|photos?
      |images?|pictures?
          |infographics?|plates?|schemes?|panels?|annex\stable|appendix\stable|text\stable
          |figura|tabla|cuadro|gr[áa]fico|mapa|recuadro|tableau|graphique|carte|encadr[ée]|abbildung|tabelle))
        \s* (?:[Nn][o°º]\.?\s*)?
        (?P<number>(?:[A-Z]{1,3}[.\-–]?)?\d+(?:[.\-–]\d+)*[a-z]?|[IVXLC]+|[A-Z])(?![\w])""",
    re.VERBOSE,
)
_WORDS = {
    "fig.": "figure", "tabla": "table", "cuadro": "table", "tableau": "table", "tabelle": "table",
    "annex table": "table", "appendix table": "table", "text table": "table", "figura": "figure",
    "abbildung": "figure", "gráfico": "chart", "grafico": "chart", "graphique": "chart", "graph": "chart",
    "graphic": "chart", "mapa": "map", "carte": "map", "recuadro": "box", "encadré": "box",
    "encadre": "box", "boxes": "box", "image": "photo", "picture": "photo",
}  # fmt: skip
_BETWEEN = frozenset(
    {
        BlockKind.SOURCE_LINE,
        BlockKind.NOTE,
        BlockKind.PAGE_NUMBER,
        BlockKind.RUNNING_HEAD,
        BlockKind.CREDIT,
        BlockKind.FURNITURE,
    }
)
"""What may stand between a caption and its table."""
_OPENING = re.compile(r"[\s#*_>\"“:]*(?:(?:Table|Figure):\s+(?=(?:Table|Figure)\s))?")
_SEPARATOR = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_COLUMNS = re.compile(r"[ \u00a0]{2,}")
_LINE = re.compile(r"[^\r\n]+")


def exhibits(text: str, blocks: Sequence[Block]) -> list[Exhibit]:
    """One exhibit for each caption block, with the table and source line that belong to it, if any."""
    found: list[Exhibit] = []
    taken: set[int] = set()
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.CAPTION:
            continue
        body = _table(blocks, at, taken, above=text.startswith(":", block.span.start))
        source = _source(blocks, at if body is None else max(at, body))
        if body is not None:
            taken.add(body)
        kind, label = _label(text[block.span.start : block.span.end])
        found.append(
            Exhibit(
                kind or ("table" if body is not None else "figure"),
                label,
                block.span,
                blocks[body].span if body is not None else None,
                source,
            )
        )
    return found


def _table(blocks: Sequence[Block], caption: int, taken: set[int], *, above: bool) -> int | None:
    """The table below the caption; else the one above, unless another caption has it. `above`: that one first."""
    orders = [range(caption + 1, len(blocks)), range(caption - 1, -1, -1)]
    for order in reversed(orders) if above else orders:
        near = _next(blocks, order)
        if near is not None and blocks[near].kind is BlockKind.TABLE and near not in taken:
            return near
    return None


def _next(blocks: Sequence[Block], order: range) -> int | None:
    return next((at for at in order if blocks[at].kind not in _BETWEEN), None)


def _source(blocks: Sequence[Block], after: int) -> Span | None:
    """The source line that follows the exhibit."""
    for block in blocks[after + 1 : after + 6]:
        if block.kind is BlockKind.SOURCE_LINE:
            return block.span
        if block.kind in {BlockKind.CAPTION, BlockKind.HEADING, BlockKind.TABLE}:
            return None
    return None


def _label(caption: str) -> tuple[str, str]:
    """Kind and label: ("table", "Tableau 2") for "**Tableau 2.** Dépenses", ("", "") for no number."""
    opening = _OPENING.match(caption)
    found = _LABEL.match(caption, opening.end() if opening else 0)
    if found is None:
        return "", ""
    word = " ".join(found["word"].lower().split())
    kind = _WORDS.get(word) or _WORDS.get(word.removesuffix("s"), word.removesuffix("s"))
    return kind, found.group()


def rows(text: str, span: Span) -> tuple[Row, ...]:
    """The cells of a table, row by row: trimmed spans of `text`, empty ones where nothing is printed.

    Cells are parted by tabs, by Markdown pipes (the line of dashes is no row, outer pipes are optional), or by
    two or more spaces; a table set in columns by spaces keeps each cell under the heading it stands below.
    """
    lines = [Span(found.start(), found.end()) for found in _LINE.finditer(text, span.start, span.end)]
    lines = [line for line in lines if text[line.start : line.end].strip()]
    printed = [text[line.start : line.end] for line in lines]
    if any("\t" in words for words in printed):
        return tuple(tuple(_cells(text, line, _TAB)) for line in lines)
    if sum("|" in words for words in printed) * 2 > len(printed):
        kept = [line for line in lines if not _SEPARATOR.fullmatch(text, line.start, line.end)]
        return tuple(tuple(_cells(text, _inside(text, line), _PIPE)) for line in kept)
    ruled = [line for line in lines if not _SEPARATOR.fullmatch(text, line.start, line.end)]
    return _aligned([tuple(_cells(text, _trimmed(text, line.start, line.end), _COLUMNS)) for line in ruled], ruled)


def _cells(text: str, line: Span, parting: re.Pattern[str]) -> Iterator[Span]:
    at = line.start
    for found in parting.finditer(text, line.start, line.end):
        yield _trimmed(text, at, found.start())
        at = found.end()
    yield _trimmed(text, at, line.end)


def _inside(text: str, line: Span) -> Span:
    """A pipe row without its outer pipes."""
    whole = _trimmed(text, line.start, line.end)
    start = whole.start + text.startswith("|", whole.start, whole.end)
    end = whole.end - (whole.end > start and text[whole.end - 1] == "|" and text[whole.end - 2] != "\\")
    return Span(start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _aligned(table: Sequence[Row], lines: Sequence[Span]) -> tuple[Row, ...]:
    """Rows set in columns by spaces, with empty cells where a row prints nothing under a column."""
    if not table:
        return ()
    widest = max(range(len(table)), key=lambda at: len(table[at]))
    columns = [(cell.start - lines[widest].start, cell.end - lines[widest].start) for cell in table[widest]]
    return tuple(
        cells if len(cells) == len(columns) else _placed(cells, line.start, columns)
        for cells, line in zip(table, lines, strict=True)
    )


def _placed(cells: Row, origin: int, columns: Sequence[tuple[int, int]]) -> Row:
    """Each cell under the column it overlaps most, in order; a row that fits nowhere stays as it is."""
    placed: list[Span | None] = [None] * len(columns)
    free = 0
    for at, cell in enumerate(cells):
        last = len(columns) - (len(cells) - at)
        best = min(range(free, last + 1), key=lambda column: _distance(cell, origin, columns[column]), default=None)
        if best is None:
            return cells
        placed[best] = cell
        free = best + 1
    filled: list[Span] = []
    at = origin
    for found in placed:
        filled.append(found or Span(at, at))
        at = filled[-1].end
    return tuple(filled)


def _distance(cell: Span, origin: int, column: tuple[int, int]) -> int:
    """How far a cell stands from a column: by its nearer edge, since columns are flush left or flush right."""
    return min(abs(cell.start - origin - column[0]), abs(cell.end - origin - column[1]))
