"""The lines of all pages -> which of them are page numbers and running heads, and the number printed on each page.

A running head comes back at the same height when its digits are masked, on all pages or on every other one.
A page number keeps its distance to the place of the page in the file: "7" on the ninth page and "8" on the
tenth; a number that fits no such row is no page number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.read.pdf.lines import Line

DEPTH = 3
"""Lines from the top and from the bottom of a page that may be furniture."""
BAND = 0.16
"""Share of the page's height at either end in which furniture stands."""
LONGEST = 120
APART = 3.0
"""Letter sizes: a line further from the one outside it is the page's text."""
NEAR = 8.0
"""Points by which a running head's height may differ from page to page."""
MOST_CELLS = 3
DIGITS = re.compile(r"\d+")
NUMBER = re.compile(
    r"""(?:(?:page|p\.|seite|página|pág\.|pagina|s\.)\s*)? [\[(|–—-]*\s*
        (?P<number>\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8}) \s*[\])|–—-]*
        (?:\s*(?:/|of|de|von|sur|di)\s*\d{1,4})?""",
    re.VERBOSE | re.IGNORECASE,
)
NAMED = re.compile(r"\bpage\s(?P<named>\d{1,4})(?=\s(?:of|/))", re.IGNORECASE)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
ROMAN_FORM = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|c{1,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
PAGE_NUMBER, RUNNING_HEAD = "page_number", "running_head"


@dataclass(slots=True)
class Leaf:
    """A page being sorted out: its lines in the order of the file, and what has been found out so far."""

    lines: list[Line]
    bottom: float = 0.0
    top: float = 842.0
    across: list[str] = field(default_factory=list)
    head: list[tuple[str, Line]] = field(default_factory=list)
    foot: list[tuple[str, Line]] = field(default_factory=list)
    label: str | None = None
    recognised: list[list[str]] = field(default_factory=list)
    """A scan's paragraphs, each its lines."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an end of a page."""

    page: int
    depth: int
    at_top: bool
    line: Line
    masked: str
    numbers: tuple[tuple[str, int, str], ...]
    """Style, value and print of every number that could be the page's."""
    bare: bool
    """It is nothing but such a number."""


def take_furniture(leaves: Sequence[Leaf]) -> None:
    """Move the furniture of every leaf from its lines to its head and foot, and note the number printed on it."""
    edges = [edge for page, leaf in enumerate(leaves) for edge in _edges(page, leaf)]
    offsets = _offsets(edges, len(leaves))
    repeated = _repeated(edges, len(leaves))
    taken: dict[int, list[tuple[str, _Edge]]] = defaultdict(list)
    for edge in edges:
        number = next((one for one in edge.numbers if (one[0], one[1] - edge.page) in offsets), None)
        if number and (edge.bare or edge.masked in repeated or _is_like(edge, repeated) or _is_apart(edge)):
            leaves[edge.page].label = leaves[edge.page].label or number[2]
            taken[edge.page].append((PAGE_NUMBER if edge.bare else RUNNING_HEAD, edge))
        elif (edge.masked in repeated and not edge.bare) or (not edge.bare and _is_like(edge, repeated)):
            taken[edge.page].append((RUNNING_HEAD, edge))
    for page, found in taken.items():
        _move(leaves[page], found)


def _edges(page: int, leaf: Leaf) -> Iterator[_Edge]:
    band = BAND * (leaf.top - leaf.bottom)
    ruled = sorted(
        (one for one in leaf.lines if one.base > leaf.top - band or one.base < leaf.bottom + band),
        key=lambda one: -one.base,
    )
    top = [one for one in ruled if one.base > leaf.top - band][:DEPTH]
    bottom = [one for one in reversed(ruled) if one.base < leaf.bottom + band][:DEPTH]
    for at_top, run in ((True, top), (False, bottom)):
        for depth, line in enumerate(run):
            if depth and abs(line.base - run[depth - 1].base) > APART * line.size:
                break
            words = line.words.replace("\t", " ")
            if len(words) <= LONGEST:
                bare = NUMBER.fullmatch(words)
                numbers = [bare["number"]] if bare else _at_ends(words)
                yield _Edge(
                    page, depth, at_top, line, DIGITS.sub("#", words).casefold().strip(),
                    tuple(number for one in numbers for number in _counted(one)), bare is not None,
                )  # fmt: skip


def _at_ends(words: str) -> list[str]:
    """What could be a page's number in a running head: its first and last word, and "5" in "page 5 of 20"."""
    ends = [word for word in words.replace("|", " ").split() if word not in "–—-•·"]
    named = NAMED.search(words)
    return [*(ends[:1] + ends[-1:] if len(ends) > 1 else ()), *([named["named"]] if named else ())]


def _counted(printed: str) -> Iterator[tuple[str, int, str]]:
    if len(printed) > 8:
        return
    if printed.isdecimal() and len(printed) <= 4:
        yield "arabic", int(printed), printed
    elif ROMAN_FORM.fullmatch(printed.lower()):
        values = [ROMAN[char] for char in printed.lower()]
        pairs = zip(values, [*values[1:], 0], strict=True)
        yield "roman", sum(-a if a < b else a for a, b in pairs), printed


def _offsets(edges: Sequence[_Edge], pages: int) -> set[tuple[str, int]]:
    """Style and distance of every row of page numbers: seen on two pages, or where others have theirs."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    heights: list[float] = []
    for edge in edges:
        for style, value, _ in edge.numbers:
            seen[style, value - edge.page].add(edge.page)
    rows = {key for key, found in seen.items() if len(found) >= 2}
    # Of rows that claim the same pages, such as a volume's number beside the page's, the longest stands.
    longest = max((len(seen[key]) for key in rows), default=0)
    rows = {key for key in rows if len(seen[key]) >= max(2, 0.15 * longest)}
    heights = [e.line.base for e in edges if e.bare and any((s, v - e.page) in rows for s, v, _ in e.numbers)]
    for edge in edges:
        if edge.bare and edge.depth == 0 and edge.numbers:
            style, value, _ = edge.numbers[0]
            beside = any(abs(edge.line.base - height) < NEAR for height in heights)
            if beside or (pages == 1 and value == 1):
                rows.add((style, value - edge.page))
    return rows


def _repeated(edges: Sequence[_Edge], pages: int) -> dict[str, list[tuple[float, bool]]]:
    """Masked words that come back at one height -> that height, and whether it is at the top."""
    found: dict[tuple[str, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if any(char.isalpha() for char in edge.masked):
            found[edge.masked, edge.at_top].append(edge)
    least = 2 if pages <= 5 else 3
    kept: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for (masked, at_top), same in found.items():
        height, times = Counter(round(edge.line.base / NEAR) for edge in same).most_common(1)[0]
        near = sum(abs(round(edge.line.base / NEAR) - height) <= 1 for edge in same)
        if times and near >= least:
            kept[masked].append((height * NEAR, at_top))
    return kept


def _is_like(edge: _Edge, repeated: dict[str, list[tuple[float, bool]]]) -> bool:
    """Whether a line that comes only once stands where others come back: a chapter's name, or a number's row."""
    if edge.depth > 0 and not edge.numbers:
        return False
    heights = [height for places in repeated.values() for height, at_top in places if at_top == edge.at_top]
    return any(abs(edge.line.base - height) < NEAR / 2 for height in heights)


def _is_apart(edge: _Edge) -> bool:
    """Whether the page's number stands at an end of the outermost line, well away from its words."""
    return edge.depth == 0 and "\t" in edge.line.words and len(edge.line.cells) <= MOST_CELLS


def _move(leaf: Leaf, found: Sequence[tuple[str, _Edge]]) -> None:
    gone = {id(edge.line) for _, edge in found}
    leaf.lines = [line for line in leaf.lines if id(line) not in gone]
    seen: set[int] = set()
    for role, edge in found:
        if id(edge.line) not in seen:
            seen.add(id(edge.line))
            (leaf.head if edge.at_top else leaf.foot).append((role, edge.line))
