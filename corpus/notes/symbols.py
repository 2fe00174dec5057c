"""Text and blocks -> notes marked by symbols (* † ‡ § ¶) or by a name ([^source], as pandoc writes them).

Neither is counted, so no chain helps: a symbol's note is the nearest below that begins with the same
symbol, a name's note is the one definition of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.model import Block, BlockKind, Marker, Note, Span

REACH = 12
"""Blocks above a symbol note among which its marker must stand."""
SYMBOL_NOTE = re.compile(r"(\\?\*{1,3}|[†‡§¶]{1,3})[ \t]?(?=[A-Z“\"(\d])")
SYMBOL_MARKER = re.compile(r"(?<=[^\s*\\])(\\?\*{1,3}|[†‡§¶]{1,3})(?=[\s,.;:)\]|—–’”\"]|$)")
STARRED_CELL = re.compile(r"(?<=\d)(\\?\*{1,3}|[†‡]{1,3})(?=[ \t|]|$)", re.MULTILINE)
NAMED_NOTE = re.compile(r"\[\^([^\]\s]{1,64})\]:[ \t]*")
NAMED_MARKER = re.compile(r"\[\^([^\]\s]{1,64})\](?!:)")
SKIPPED = frozenset({BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD, BlockKind.FURNITURE})


def symbol_notes(text: str, blocks: Sequence[Block]) -> tuple[list[Marker], list[Note]]:
    """Notes that begin with a symbol found on a word above, and starred table cells that lead to no note."""
    markers: list[Marker] = []
    notes: list[Note] = []
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE:
            cells = STARRED_CELL.finditer(text, block.span.start, block.span.end)
            markers += [Marker(Span(*cell.span(1)), _symbol(cell), None) for cell in cells if not _closes(text, cell)]
        opening = SYMBOL_NOTE.match(text, block.span.start, block.span.end)
        if opening is None or _is_emphasis(text, block, opening):
            continue
        same = [m for m in _above(text, blocks[max(0, at - REACH) : at]) if m.label == _symbol(opening)]
        if same:
            markers = [m for m in markers if m.span not in {s.span for s in same}]
            markers += [Marker(m.span, m.label, len(notes)) for m in same]
            notes.append(Note(_symbol(opening), (block.span,), Span(*opening.span(1))))
    return sorted(markers, key=lambda marker: marker.span), notes


def _symbol(match: re.Match[str]) -> str:
    return match.group(1).replace("\\", "")


def _is_emphasis(text: str, block: Block, opening: re.Match[str]) -> bool:
    """Markdown sets *words* between stars: an opening star with a closing one is no note."""
    stars = _symbol(opening)
    rest = text[opening.end() : block.span.end]
    return stars.startswith("*") and re.search(rf"(?<=[^\s*]){re.escape(stars)}(?!\*)", rest) is not None


def _closes(text: str, cell: re.Match[str]) -> bool:
    """Whether the stars after a number end **bold** print that began in the same cell."""
    start = max(text.rfind(sign, 0, cell.start()) for sign in "|\t\n")
    return _symbol(cell) in text[start + 1 : cell.start()]


def _above(text: str, blocks: Sequence[Block]) -> Iterator[Marker]:
    """Symbols on words of these blocks; of several with one sign in a block only the last can be a marker."""
    for block in blocks:
        if block.kind in SKIPPED or SYMBOL_NOTE.match(text, block.span.start, block.span.end):
            continue
        for match in SYMBOL_MARKER.finditer(text, block.span.start, block.span.end):
            before = text[block.span.start : match.start()]
            opened = before.count("*") - before.count(r"\*") if _symbol(match).startswith("*") else 0
            if match.group(1).startswith("\\") or opened % 2 == 0 or block.kind is BlockKind.TABLE:
                yield Marker(Span(*match.span(1)), _symbol(match))


def named_notes(text: str, blocks: Sequence[Block]) -> tuple[list[Marker], list[Note]]:
    """Notes as pandoc writes them: ``[^name]`` in the text, ``[^name]: words`` at the start of a block.

    Their label is what a reader would see printed: their number in order of first reference. A note that
    nothing refers to keeps its name.
    """
    definitions = [(b, m) for b in blocks if (m := NAMED_NOTE.match(text, b.span.start, b.span.end))]
    ordinal: dict[str, str] = {}
    references = [(b, m) for b in blocks for m in NAMED_MARKER.finditer(text, b.span.start, b.span.end)]
    for _, match in references:
        ordinal.setdefault(match.group(1), str(len(ordinal) + 1))
    index = {match.group(1): at for at, (_, match) in enumerate(definitions)}
    markers = [Marker(Span(*m.span()), ordinal[m.group(1)], index.get(m.group(1))) for _, m in references]
    notes = [
        Note(ordinal.get(m.group(1), m.group(1)), (b.span,), Span(m.start(), m.end(1) + 2)) for b, m in definitions
    ]
    return markers, notes
