"""The lines of a page -> those of its notes, below the text and in smaller print, cut into notes.

An area is one of notes if a line of it begins as a note does, or if the note before it was left open;
small print without either is a caption or a source and stays where it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.read.numerals import PLAIN_DIGITS
from corpus.read.pdf.lines import NUMERIC, Line

SMALLER = 0.94
"""Times the size of the body: notes are printed smaller than this."""
LABEL = re.compile(
    r"""(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s?(?=\S) | (?P<plain>\d{1,3})[.)]?\s+(?=\S) | \[(?P<held>\d{1,3})\]\s*(?=\S)
        | (?P<sign>[*†‡§¶]{1,3})\s?(?=[^\s*]) | (?P<letter>[a-z])\s+(?=[A-Z]) """,
    re.VERBOSE,
)
OPEN = re.compile(r"[^.!?:)\]”’\"»/]\s*$")
NOT_A_NOTE = re.compile(
    r"(?:Tables?|Figures?|Charts?|Maps?|Box|Sources?|Fuentes?|Cuadro|Tabla|Gr[áa]fico|Tableau|Abbildung)\b",
    re.IGNORECASE,
)
MOST_LOST = 5
"""Numbers that a row of notes may leave out."""
COVERED = 0.85
"""Of the width of the text: when so much of it has body print, nothing above can be a foot."""


def label_number(words: str) -> int | None:
    """The number a note's first line begins with, None for a sign or no label: 12 for "¹² See"."""
    match = LABEL.match(words)
    if match is None:
        return None
    digits = match["raised"] or match["plain"] or match["held"]
    return int(digits.translate(PLAIN_DIGITS)) if digits else None


def body_size(lines: Iterable[Line]) -> float:
    """The letter size, in points, in which most of the text is printed; 0 for no text."""
    count: dict[float, int] = {}
    for line in lines:
        count[line.size] = count.get(line.size, 0) + len(line.words)
    # Sizes that differ in the second place only are one size.
    rounded: Counter[float] = Counter()
    for size, letters in count.items():
        rounded[round(size, 1)] += letters
    return rounded.most_common(1)[0][0] if rounded else 0.0


def foot_lines(lines: Sequence[Line], body: float) -> list[Line]:
    """The small lines that have no line of the body below them, in the order of the file."""
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    blocked: list[tuple[float, float]] = []
    found: set[int] = set()
    for line in sorted(lines, key=lambda one: one.base):
        small = line.size <= SMALLER * body and not _is_row(line)
        if small and not any(a < line.right and line.left < b for a, b in blocked):
            found.add(id(line))
        else:
            blocked.append((line.left, line.right))
            if sum(b - a for a, b in _merged(blocked)) > COVERED * (right - left):
                break
    return [line for line in lines if id(line) in found]


def _is_row(line: Line) -> bool:
    return 2 * sum(NUMERIC.fullmatch(cell.words) is not None for cell in line.cells) >= len(line.cells) > 2


def notes(area: Sequence[Line], usual: float, open_note: bool, last: int) -> tuple[list[list[Line]], int]:
    """The notes in a page's foot, each as its lines, and the number of the last; lines of no note are left out.

    `usual` is the size notes have in this paper (0 if not known yet), `open_note` says that the last note was
    cut by the page's end, `last` is its number. A first piece without a label goes on with that note.
    """
    found: list[list[Line]] = []
    for at, line in enumerate(area):
        fitting = not usual or abs(line.size - usual) <= 0.06 * usual
        if fitting and _begins(area, at, last, found[-1][0] if found else None):
            number = label_number(line.words)
            last = number if number is not None else last
            found.append([line])
        elif found:
            found[-1].append(line)
        elif open_note and fitting and not NOT_A_NOTE.match(line.words):
            found.append([line])
    return found, last


def _begins(area: Sequence[Line], at: int, last: int, before: Line | None) -> bool:
    """Whether a note begins on this line: a raised number or sign, or a plain number that is due.

    `before` is the first line of the note above. A number that leaves some out is due if the line stands as
    that one does and the words above have come to an end.
    """
    line = area[at]
    match = LABEL.match(line.words)
    if match is None or match["letter"]:
        return False
    if match["raised"] or match["sign"] or match["held"]:
        return True
    number = int(match["plain"])
    if number == last + 1 or number == 1 or (last == 0 and at == 0):
        return True
    like = before is not None and abs(line.left - before.left) < 1.5 and not is_open(area[at - 1].words)
    hangs = at > 0 and line.left < area[at - 1].left - 0.5 * line.size
    return (like or hangs or before is None) and last < number <= last + MOST_LOST


def usual_size(areas: Iterable[Sequence[Line]]) -> float:
    """The size most lines have that begin as a note does; 0 if none does."""
    count = Counter(round(line.size, 1) for area in areas for line in area if LABEL.match(line.words))
    return count.most_common(1)[0][0] if count else 0.0


def is_open(words: str) -> bool:
    """Whether a note that ends in these words goes on elsewhere."""
    return OPEN.search(words) is not None


def _merged(intervals: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for a, b in sorted(intervals):
        if merged and a <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged
