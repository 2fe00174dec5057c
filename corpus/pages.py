"""Pages and the numbers printed on them -> pages with labels; in a text without page breaks, the pages themselves.

A number is a page's label only in its place in a run: numbers at the head or foot of pages that go up by one with
the pages. What no number says stays None.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.model import YEAR, Block, BlockKind, Page, Span
from corpus.outline.pieces import NUMBER_ALONE
from corpus.read.numerals import roman_value

DIGITS = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]\d|\d)")
ROMAN = re.compile(r"(?<![A-Za-z])(?:[ivxlc]{1,7}|[IVXLC]{1,7})(?![A-Za-z])")
ROMAN_FORM = re.compile(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
"""Numerals as they are written: "civil" is none."""
NUMBERED = frozenset({BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD})
FEWEST = 3
"""Numbers in a row that make a run; fewer prove nothing."""
MOST_RUNS = 200
"""More are not looked at, so that a file full of numbers takes bounded time."""
DENSE = 0.5
"""Share of its pages on which a run beside the longest prints its number."""
AGREEING = 0.8
"""Share of lone numbers that must belong to the run where nothing else marks the pages."""
MOST_STEP = 3
"""Pages from one lone number to the next: on one or two between them none is printed, or it was lost."""
LONGEST_HEAD = 200
"""Characters above the first lone number of a run that stands at the head of its page, or below the last at a foot."""
SHORTEST_PAGE = 400
"""Characters of the usual page: numbers closer together are those of a figure, a table or a form."""
SLACK = 0.25
"""Share of the usual page by which one that is given that length may differ: it begins and ends with a block."""
OVERFULL = 1.8
"""Usual pages' worth of text above the first lone number from which it holds other pages too: a cover, contents."""


def paged(text: str, blocks: Sequence[Block], pages: Sequence[Page]) -> tuple[Page, ...]:
    """`pages` with the labels that are printed on them, or pages told from numbers printed between them."""
    if not pages:
        return tuple(_between_numbers(text, blocks))
    if any(page.label for page in pages):
        return tuple(pages)
    return _labelled(pages, _printed(text, blocks, pages))


def _printed(text: str, blocks: Sequence[Block], pages: Sequence[Page]) -> list[list[tuple[int, str]]]:
    """For each page the numbers in its furniture, each as its value and as printed."""
    found: list[list[tuple[int, str]]] = [[] for _ in pages]
    at = 0
    for block in blocks:
        while at < len(pages) and pages[at].span.end <= block.span.start:
            at += 1
        if at < len(pages) and block.kind in NUMBERED:
            found[at] += _numbers(text[block.span.start : block.span.end])
    return found


def _numbers(words: str) -> Iterator[tuple[int, str]]:
    for match in DIGITS.finditer(words):
        yield int(match.group()), match.group()
    for match in ROMAN.finditer(words):
        if ROMAN_FORM.fullmatch(match.group()):
            yield roman_value(match.group()), match.group()


def _labelled(pages: Sequence[Page], printed: Sequence[Sequence[tuple[int, str]]]) -> tuple[Page, ...]:
    """In a run page minus number is the same all along; the longest run comes first, others where it leaves room.

    Arabic and roman numbers run by themselves. A plate without a number, or a part with numbers of its own, begins
    another run.
    """
    same: dict[tuple[str, int], dict[int, str]] = {}
    for at, each in enumerate(printed):
        for value, words in each:
            same.setdefault((_style(words), value - at), {})[at] = words
    labels: list[str | None] = [None] * len(pages)
    taken = [False] * len(pages)
    likely = [(offset, fitting) for (_, offset), fitting in same.items() if len(fitting) >= FEWEST]
    for offset, fitting in sorted(likely, key=lambda one: -len(one[1]))[:MOST_RUNS]:
        alone = not any(taken)
        for run in _runs(sorted(fitting), taken):
            if len(run) < FEWEST or (not alone and len(run) < DENSE * (run[-1] + 1 - run[0])):
                continue
            for at in range(run[0], run[-1] + 1):
                # A page that opens a chapter prints no number; its neighbours say which it is.
                labels[at] = fitting.get(at) or (str(at + offset) if fitting[run[0]].isdigit() else None)
                taken[at] = True
    return tuple(replace(page, label=label) for page, label in zip(pages, labels, strict=True))


def _style(words: str) -> str:
    return "arabic" if words.isdigit() else "small" if words.islower() else "capital"


def _runs(places: Sequence[int], taken: Sequence[bool]) -> Iterator[list[int]]:
    """The places that are not taken, parted where one between them is."""
    run: list[int] = []
    for at in places:
        if run and any(taken[run[-1] : at + 1]):
            yield run
            run = []
        if not taken[at]:
            run.append(at)
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class _Lone:
    """A number on a line of its own."""

    span: Span
    value: int
    label: str


def _between_numbers(text: str, blocks: Sequence[Block]) -> Iterator[Page]:
    """Pages of a text without page breaks: from one lone number to the next, if they rise throughout.

    Where a number is missing, nothing says where its page ends: the page next to the number that is there is given
    the usual length, and what is left is a page without a label.
    """
    lone = list(_lone(text, blocks))
    run = _rising(lone)
    if len(run) < FEWEST or len(run) < AGREEING * len(lone):
        return
    usual = median((b.span.start - a.span.start) / (b.value - a.value) for a, b in pairwise(run))
    foot = _at_foot(run, len(text), usual) if usual >= SHORTEST_PAGE else None
    if foot is None:
        return
    starts = [block.span.start for block in blocks]
    if foot:
        yield from _above(run, starts, usual, len(text))
    else:
        yield from _below(run, starts, usual, len(text))


def _lone(text: str, blocks: Sequence[Block]) -> Iterator[_Lone]:
    for block in blocks:
        words = text[block.span.start : block.span.end]
        found = NUMBER_ALONE.fullmatch(words) if block.kind is BlockKind.PAGE_NUMBER else None
        if found and found[1].isdecimal() and not YEAR.fullmatch(found[1]):
            yield _Lone(block.span, int(found[1]), found[1])


def _rising(lone: Sequence[_Lone]) -> list[_Lone]:
    """The longest run of numbers each of which is one to MOST_STEP more than the last; of equals the later."""
    best: dict[int, tuple[int, int]] = {}  # by value: how long the longest run is that ends in it, and with which
    before: list[int | None] = []
    for at, each in enumerate(lone):
        ends = [best[value] for value in range(each.value - MOST_STEP, each.value) if value in best]
        length, last = max(ends, default=(0, -1))
        before.append(last if length else None)
        best[each.value] = max(best.get(each.value, (0, -1)), (length + 1, at))
    run: list[_Lone] = []
    at_last = max(best.values(), default=(0, None))[1]
    while at_last is not None:
        run.append(lone[at_last])
        at_last = before[at_last]
    return run[::-1]


def _at_foot(run: Sequence[_Lone], length: int, usual: float) -> bool | None:
    """Whether the numbers stand at the foot of their pages; None where nothing says so."""
    above, below = run[0].span.start, length - run[-1].span.end
    first = run[0].value
    if (below <= LONGEST_HEAD) != (above <= LONGEST_HEAD):
        return below <= LONGEST_HEAD
    if above <= LONGEST_HEAD or (first == 1 and above < SHORTEST_PAGE):
        return None
    # Text above the first number holds the pages before it, and at a foot its own.
    return first == 1 or above >= usual * (first - 0.5) or first > MOST_STEP


def _above(run: Sequence[_Lone], starts: Sequence[int], usual: float, length: int) -> Iterator[Page]:
    """Pages that end with their number."""
    begin = 0
    expected = run[0].value if run[0].span.end <= OVERFULL * usual else None
    for each in run:
        end = each.span.end
        if each.value != expected:
            own = _cut(starts, begin, end - usual, each.span.start, SLACK * usual) or end
            yield Page(Span(begin, own))
            begin = own
        if begin < end:
            yield Page(Span(begin, end), each.label)
        begin, expected = end, each.value + 1
    if begin < length:
        yield Page(Span(begin, length))


def _below(run: Sequence[_Lone], starts: Sequence[int], usual: float, length: int) -> Iterator[Page]:
    """Pages that begin with their number."""
    begin = 0
    if run[0].span.start > LONGEST_HEAD:
        begin = run[0].span.start
        yield Page(Span(0, begin))
    for each, after in zip(run, [*run[1:], None], strict=True):
        own = end = after.span.start if after else length
        if after and after.value > each.value + 1:
            own = _cut(starts, each.span.end, begin + usual, end, SLACK * usual) or begin
        if begin < own:
            yield Page(Span(begin, own), each.label)
        if own < end:
            yield Page(Span(own, end))
        begin = end


def _cut(starts: Sequence[int], low: int, wanted: float, high: int, slack: float) -> int | None:
    """The beginning of a block nearest to `wanted`, no further from it than `slack`, between `low` and `high`."""
    inside = starts[bisect_right(starts, low) : bisect_left(starts, high)]
    near = [start for start in inside if abs(start - wanted) <= slack]
    return min(near, key=lambda start: abs(start - wanted), default=None)
