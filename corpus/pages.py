"""Pages and the numbers printed on them -> pages with labels; in a text without page breaks, the pages themselves.

A number is a page's label only in its place in a run: numbers at the head or foot of pages that go up by one with
the pages. What no number says stays None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.model import Block, BlockKind, Page, Span

DIGITS = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]\d|\d)")
ROMAN = re.compile(r"(?<![A-Za-z])[ivxlc]{1,7}(?![A-Za-z])")
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
NUMBERED = frozenset({BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD})
FEWEST = 3
"""Numbers in a row that make a run; fewer prove nothing."""
AGREEING = 0.8
"""Share of lone numbers that must belong to the run where nothing else marks the pages."""
LONGEST_HEAD = 200
SHORTEST_PAGE = 500
"""Characters above a lone "1": fewer, and it stands at the head of its page; more, and it stands at the foot."""


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
        yield _roman(match.group()), match.group()


def _roman(numeral: str) -> int:
    values = [ROMAN_VALUES[char] for char in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _labelled(pages: Sequence[Page], printed: Sequence[Sequence[tuple[int, str]]]) -> tuple[Page, ...]:
    """Arabic and roman numbers each run by themselves: page minus number is the same all along."""
    labels: list[str | None] = [None] * len(pages)
    for is_roman in (True, False):
        said = [(at, value, words) for at, each in enumerate(printed) for value, words in each]
        said = [one for one in said if one[2].isalpha() == is_roman]
        offsets = Counter(value - at for at, value, _ in said)
        if not offsets or max(offsets.values()) < FEWEST:
            continue
        offset = offsets.most_common(1)[0][0]
        fitting = {at: words for at, value, words in said if value - at == offset}
        for at in range(min(fitting), max(fitting) + 1):
            # A page that opens a chapter prints no number; its neighbours say which it is.
            labels[at] = fitting.get(at) or (None if is_roman else str(at + offset))
    return tuple(replace(page, label=label) for page, label in zip(pages, labels, strict=True))


def _between_numbers(text: str, blocks: Sequence[Block]) -> Iterator[Page]:
    """Pages of a text without page breaks: from one lone number to the next, if they are 1, 2, 3 ... throughout."""
    lone = [(block, text[block.span.start : block.span.end]) for block in blocks if block.kind is BlockKind.PAGE_NUMBER]
    run = [(block, int(words)) for block, words in lone if words.isdigit()]
    run = [(block, number) for at, (block, number) in enumerate(run) if number == at + 1]
    if len(run) < FEWEST or len(run) < AGREEING * len(lone):
        return
    above = run[0][0].span.start
    if LONGEST_HEAD < above < SHORTEST_PAGE:
        return
    foot = above >= SHORTEST_PAGE
    cuts = [block.span.end if foot else block.span.start for block, _ in run]
    starts = [0, *cuts[:-1]] if foot else [0, *cuts[1:]]
    ends = cuts if foot else [*cuts[1:], len(text)]
    for start, end, (_, number) in zip(starts, ends, run, strict=True):
        yield Page(Span(start, end), str(number))
    if foot and ends[-1] < len(text):
        yield Page(Span(ends[-1], len(text)))
