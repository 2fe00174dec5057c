"""Pairs of marker and label -> partners for those left alone, now that it is known which number is sought and where.

Between the marker of note 7 and that of note 9 stands the marker of note 8, in whatever form: "in 20128" is then
a year with a marker on it, and "Panama 8" no count of anything.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from corpus.model import Span
from corpus.notes.chain import Link
from corpus.notes.marks import RAISED, Mark, is_a_number
from corpus.read.numerals import PLAIN_DIGITS

DIGITS = re.compile(
    rf"""(?<=[^\s$€£¥₹#/–-]) (?P<space>\s{{0,2}})
        (?P<open>[\[(])? (?P<digits>\d{{1,7}}|[{RAISED}]{{1,4}}) (?P<close>[\])])?
        (?![\d{RAISED}%°]|[.,]\d) (?<![.,]\d\d\d)""",
    re.VERBOSE,
)
ON_A_YEAR = re.compile(r"(?:1[89]|20)\d\d")
STYLES = {"raised": 5.0, "bracketed": 4.0, "glued": 2.5, "parenthesised": 2.0, "on a year": 2.0, "spaced": 1.6}
"""How much each form of a marker is worth where its number is known."""
ALIKE = (
    frozenset({"raised"}),
    frozenset({"bracketed"}),
    frozenset({"parenthesised"}),
    frozenset({"tagged"}),
    frozenset({"glued", "joined", "spaced", "loose", "on a year"}),
)
"""A paper prints its markers in one way; plain digits stand close to the word or apart as chance has it."""
LEAST = 1.0
COUNTING = 1.5
"""Taken off where the words around say that the digits count or point at something."""


def missing_markers(
    text: str, body: Sequence[Span], found: Sequence[Mark], labels: Sequence[Mark], partner: Mapping[int, int]
) -> Iterator[tuple[int, Mark]]:
    """(index of label, its marker) for labels without one, where one stands between those of their neighbours.

    `body` are the stretches, in order, in which markers may stand; `partner` maps markers to labels, in order.
    """
    usual = _usual(found)
    of_label = {label: marker for marker, label in partner.items()}
    starts = [span.start for span in body]
    low = 0
    waiting: list[int] = []
    for at in range(len(labels) + 1):
        if at < len(labels) and at not in of_label:
            waiting.append(at)
            continue
        high = found[of_label[at]].span.start if at < len(labels) else len(text)
        for each in waiting:
            stop = min(high, labels[each].span.start)
            mark = _best(text, _stretches(body, starts, low, stop), labels[each].link.number, usual)
            if mark is not None:
                yield each, mark
                low = mark.span.end
        waiting = []
        low = found[of_label[at]].span.end if at < len(labels) else low


def _usual(found: Sequence[Mark]) -> frozenset[str]:
    """The styles that go with the one most markers have."""
    styles = Counter(mark.link.style for mark in found)
    usual = max(styles, key=lambda style: styles[style], default="")
    return next((alike for alike in ALIKE if usual in alike), frozenset())


def _stretches(body: Sequence[Span], starts: Sequence[int], low: int, high: int) -> Iterator[Span]:
    at = max(0, bisect_left(starts, low) - 1)
    for span in body[at:]:
        if span.start >= high:
            return
        start, end = max(span.start, low), min(span.end, high)
        if start < end:
            yield Span(start, end)


def _best(text: str, stretches: Iterator[Span], number: int, usual: frozenset[str]) -> Mark | None:
    """The likeliest marker of that number, if one is likely at all."""
    best: tuple[float, Mark] | None = None
    for span in stretches:
        for match in DIGITS.finditer(text, span.start, span.end):
            form = _form(match, number)
            if form is None or (match["space"] and match.start() == span.start):
                continue
            style, place = form
            worth = STYLES[style] if style in usual else 0.0
            if style in {"spaced", "glued", "parenthesised"} and is_a_number(text, place.start, place.end):
                worth -= COUNTING
            if worth >= LEAST and (best is None or worth > best[0]):
                best = (worth, Mark(place, Link(number, style, worth)))
    return best[1] if best else None


def _form(match: re.Match[str], number: int) -> tuple[str, Span] | None:
    """How `number` is printed here, and where; None if it is not."""
    digits, wanted = match["digits"].translate(PLAIN_DIGITS), str(number)
    span = Span(*match.span("digits"))
    raised = not match["digits"].isascii()
    if digits == wanted:
        if raised:
            return "raised", span
        if match["open"] and match["close"]:
            return "bracketed" if match["open"] == "[" else "parenthesised", Span(span.start - 1, span.end + 1)
        return "spaced" if match["space"] else "glued", span
    if not raised and digits.endswith(wanted) and ON_A_YEAR.fullmatch(digits.removesuffix(wanted)):
        return "on a year", Span(span.end - len(wanted), span.end)
    return None
