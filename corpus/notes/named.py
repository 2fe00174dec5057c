"""Text and blocks -> notes marked by a name ([^source], as pandoc writes them): each name has one definition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Block, Marker, Note, Span

NAMED_NOTE = re.compile(r"\[\^([^\]\s]{1,64})\]:[ \t]*")
NAMED_MARKER = re.compile(r"\[\^([^\]\s]{1,64})\](?!:)")


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
