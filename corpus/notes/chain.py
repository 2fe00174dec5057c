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
"""For beginning again at 1 ..."""
NEW_PART = 2.0
"""... less this much where a new part of the paper begins ..."""
SURE = 1.5
"""... and this much for a style that by itself says that a note is meant."""
STYLE_CHANGE = 0.4
SURE_STYLES = frozenset({"raised", "bracketed", "tagged"})
"""Styles that say by themselves that a note is meant."""


@dataclass(frozen=True, slots=True)
class Link:
    """A candidate: something that could be number `number`, printed in `style`; `weight` says how likely."""

    number: int
    style: str
    weight: float
    part: int = 0
    """Which part of the paper it stands in: numbering may begin again with each."""


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
        here = _start(link, links, best, finished)
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


def _start(link: Link, links: Sequence[Link], best: Sequence[_Best], finished: int | None) -> _Best:
    first = _Best(link.weight - LATE * min(link.number - 1, LATEST), None)
    if link.number != 1 or finished is None:
        return first
    cost = RESTART - NEW_PART * (links[finished].part != link.part) - SURE * (link.style in SURE_STYLES)
    return max(first, _Best(best[finished].score - cost + link.weight, finished), key=lambda start: start.score)


def _walk(best: Sequence[_Best], last: int) -> list[int]:
    path: list[int] = []
    at: int | None = last
    while at is not None:
        path.append(at)
        at = best[at].before
    path.reverse()
    return path
