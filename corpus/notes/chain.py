"""Numbered candidates in reading order -> the one sequence among them that counts best.

Notes are numbered 1, 2, 3 ...: that, and not any one style of printing them, tells a note's number from
all other numbers. The heaviest chain under monotone numbering is found by dynamic programming; gaps (a
lost note), restarts (numbering per section) and changes of style are allowed and cost something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 0.9
"""For each number left out ..."""
LONGEST_GAP = 8
"""... of which at most this many in a row."""
LATE = 0.5
"""For each number missing before the first, up to LATEST."""
LATEST = 12
RESTART = 5.0
STYLE_CHANGE = 0.4


@dataclass(frozen=True, slots=True)
class Link:
    """A candidate: something that could be number `number`, printed in `style`; `weight` says how likely."""

    number: int
    style: str
    weight: float


@dataclass(slots=True)
class _Best:
    score: float
    before: int | None


def heaviest(links: Sequence[Link]) -> list[int]:
    """Indices into `links` (given in reading order) of the heaviest chain; empty when none weighs more than 0.

    Time is linear in the number of links: only the best chain for each (number, style) is kept.
    """
    best: list[_Best] = []
    ending: dict[int, dict[str, int]] = {}  # number -> style -> index of the best chain that ends there
    finished: int | None = None
    for at, link in enumerate(links):
        here = _start(link, best, finished)
        for gap in range(LONGEST_GAP + 1):
            for style, before in ending.get(link.number - 1 - gap, {}).items():
                score = best[before].score + link.weight - GAP * gap - STYLE_CHANGE * (style != link.style)
                if score > here.score:
                    here = _Best(score, before)
        best.append(here)
        known = ending.setdefault(link.number, {})
        if link.style not in known or best[known[link.style]].score < here.score:
            known[link.style] = at
        if finished is None or best[finished].score < here.score:
            finished = at
    return _walk(best, finished) if finished is not None and best[finished].score > 0 else []


def _start(link: Link, best: Sequence[_Best], finished: int | None) -> _Best:
    first = _Best(link.weight - LATE * min(link.number - 1, LATEST), None)
    if link.number == 1 and finished is not None:
        again = _Best(best[finished].score - RESTART + link.weight, finished)
        return max(first, again, key=lambda start: start.score)
    return first


def _walk(best: Sequence[_Best], last: int) -> list[int]:
    path: list[int] = []
    at: int | None = last
    while at is not None:
        path.append(at)
        at = best[at].before
    path.reverse()
    return path
