"""The words of a line and where they stand -> the same words, raised digits written as ¹²³.

Producers raise a digit in three ways: smaller and higher, higher alone, or with a glyph of its own that is
drawn high though size and baseline say nothing. Only the ink tells in all three: in raised digits it begins
a fifth of the letter size above the line.
"""

from __future__ import annotations

import re

from corpus.read.pdf.sheets import Sheet

DIGITS = re.compile(r"[0-9]+")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": None}
)
RISE = 0.2
"""Of the letter size: the ink of a raised digit begins at least so high above the line."""
HIGHEST = 1.2
"""Of the letter size: ink that begins above this belongs to another line."""
HANGS = -0.3
"""Of the letter size: no digit reaches so far below its line, so such a box is the font's and not the ink's."""

NARROW = 0.3
"""Of the letter size: a space before a raised digit that is narrower than this is none."""


def with_raised(sheet: Sheet, words: str, start: int, base: float, size: float) -> str:
    """`words` with ligatures as letters, soft hyphens gone and digits raised where they are printed so.

    They stand at `start` of the sheet's text, on a line of that baseline and letter size (points).
    """
    raised = _raised(sheet, words, start, base, size)
    return raised.translate(LIGATURES) if sheet.has_ligatures else raised


def _raised(sheet: Sheet, words: str, start: int, base: float, size: float) -> str:
    found: list[str] = []
    done = 0
    for match in DIGITS.finditer(words):
        first, end = match.span()
        at = end
        while at > first and _is_raised(sheet, start + at - 1, base, size):
            at -= 1
        if at < end:
            before = words[done:at]
            if at == first and before[-1:] == " " and _is_close(sheet, start + at, size):
                before = before[:-1]
            found += (before, words[at:end].translate(SUPERSCRIPTS))
            done = end
    return "".join((*found, words[done:])) if found else words


def _is_raised(sheet: Sheet, at: int, base: float, size: float) -> bool:
    left, bottom, right, top = sheet.ink(at)
    rise = bottom - base
    if top <= bottom or rise < HANGS * size:
        rise = sheet.base(at) - base
    return RISE * size < rise < HIGHEST * size and right >= left


def _is_close(sheet: Sheet, at: int, size: float) -> bool:
    """Whether the space before a raised digit was put there by PDFium and not by the writer."""
    return at >= 2 and sheet.box(at)[0] - sheet.box(at - 2)[2] < NARROW * size
