"""A string of prose -> its numbers, each with the unit printed beside it, ranges made one and lists sharing theirs.

What a "$" stands for and what a figure without a unit counts is decided later.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.tag.figures.attach import MOST_LISTED, with_unit
from nlp.tag.figures.numbers import numbers
from nlp.tag.figures.quantity import PLAIN, Habits, Quantity
from nlp.tag.figures.series import is_small_change, ranges, shared, with_change


def quantities(text: str, habits: Habits = PLAIN, at: Sequence[int] | None = None) -> list[Quantity]:
    """All numbers of `text`, which is masked prose, with the units beside them; in order, without overlaps.

    `at` is where numbers may begin (starts.starts), if the caller knows it.

    A quantity without a unit has `unit` None: a count, a sum whose currency stands elsewhere, or nothing at all.
    """
    found: list[Quantity] = []
    listed = numbers(text, decimal_commas=habits.decimal_commas, at=at)
    taken = 0
    for place, number in enumerate(listed):
        if number.start < taken:
            continue
        one = with_unit(text, number, listed[place + 1 : place + 1 + MOST_LISTED], taken, habits)
        if one is None:
            continue
        if found and is_small_change(text, found[-1], one):
            one = with_change(found.pop(), one)
        found.append(one)
        taken = one.end
    return ranges(text, shared(text, found))
