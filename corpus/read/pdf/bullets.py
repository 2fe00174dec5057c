"""The lines of a page -> the same lines, their bullets and numbers put before the words they stand beside.

The arrows that lead from a web page's notes back to their markers mean nothing in print and are dropped.

Symbol and Wingdings have their bullets at code points for private use, U+F020 to U+F0FF, which say nothing to
whoever has not the font. Where such a sign stands before the words of a line it is written as "•": the one
place where a reader writes another character than the file's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.read.pdf.lines import Line

BULLETS = frozenset("•●○▪■□◦‣⁃∙·◆❖➢➤►✓✔")
PRIVATE = re.compile(r"[\uf020-\uf0ff](?=\s|$)")
HUNG = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\[\d{1,3}\]")
"""A number that is a line of its own: "1.", "(a)", "iv)", "[12]"."""
BACK = re.compile(r"(?:\s*[↩⤴⏎↵][\ufe0e\ufe0f]?|(?<=[.!?)\]”\"’»/])\s*[↑⬆][\ufe0e\ufe0f]?)+\s*$")
ARROWS = frozenset("↩⤴⏎↵↑⬆\ufe0e\ufe0f")
LONGEST = 6
BESIDE = 0.5
"""Of the letter size: lines whose heights differ by less stand side by side."""
REACH = 4.0
"""Letter sizes between a bullet and its words at most."""
MOST_BESIDE = 50
"""Lines that are looked at for one label."""
STEP = 8.0
"""Points: lines are looked up by height in bands of this."""


def with_bullets(found: Sequence[Line]) -> list[Line]:
    """The lines, those that are nothing but a bullet or a number put before the words to their right."""
    found = [line for line in found if line.words[-1] not in ARROWS or _without_arrow(line)]
    for line in found:
        if PRIVATE.match(line.words):
            _open(line, "•" + line.words[1:], line.left)
    loose = [line for line in found if len(line.words) <= LONGEST and _is_label(line.words)]
    if not loose:
        return found
    bands: defaultdict[int, list[Line]] = defaultdict(list)
    labels = {id(line) for line in loose}
    for line in found:
        if id(line) not in labels and not line.rows:
            bands[int(line.base // STEP)].append(line)
    for band in bands.values():
        band.sort(key=lambda line: line.left)
    gone: set[int] = set()
    for label in loose:
        first = _beside(label, bands)
        if first is not None:
            _open(first, f"{label.words} {first.words}", label.left)
            gone.add(id(label))
    return [line for line in found if id(line) not in gone]


def _without_arrow(line: Line) -> bool:
    """Take the arrow from the end of a line; whether anything is left."""
    if line.words.strip("↩⤴⏎↵↑⬆\ufe0e\ufe0f "):
        line.words = BACK.sub("", line.words)
        if line.cells:
            line.cells[-1].words = line.words.rsplit("\t", 1)[-1]
        return True
    return False


def _is_label(words: str) -> bool:
    return words in BULLETS or HUNG.fullmatch(words) is not None


def _beside(label: Line, bands: Mapping[int, Sequence[Line]]) -> Line | None:
    """The nearest line to the right of a label, on its height and within reach; `bands` are sorted from the left."""
    slack = BESIDE * label.size
    first, last = int((label.base - slack) // STEP), int((label.base + slack) // STEP)
    near: list[Line] = []
    for band in (bands.get(at, ()) for at in range(first, last + 1)):
        start = bisect_right(band, label.right, key=lambda line: line.left)
        near += [line for line in band[start : start + MOST_BESIDE] if abs(line.base - label.base) < BESIDE * line.size]
    best = min(near, key=lambda line: line.left, default=None)
    return best if best is not None and best.left - label.right < REACH * best.size else None


def _open(line: Line, words: str, left: float) -> None:
    """Give a line, and its first cell, words that begin with a bullet."""
    if line.cells:
        line.cells[0].words = words.split("\t", 1)[0]
        line.cells[0].left = left
    line.words, line.left = words, left
