"""What must hold of a passage -> the same said to each leg, each in what it knows of passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nlp.conditions import All, Condition
from nlp.engines import Keyword, Meaning, Vectors
from nlp.model import Ref, Where

NUMBERED = 20_000
"""Passages that a condition may hold of for the leg of meaning to be given their numbers."""


def narrowed(where: Where, condition: Condition | None) -> Where:
    """The filter with one condition more."""
    if condition is None:
        return where
    return replace(where, holding=condition if where.holding is None else All((where.holding, condition)))


def within(where: Where, keyword: Keyword, meaning: Meaning, row: Vectors, many: int) -> Where:
    """The same filter for the leg of meaning, which knows nothing of words: the passages that pass, by number.

    Where very many pass they are looked for among the nearest, ever more of them.
    """
    if where.holding is None:
        return where
    passing, seen = keyword.passages(where, NUMBERED), 0
    nearest = replace(where, holding=None)
    fetch = NUMBERED
    while passing is None or (seen and len(passing) < many and seen == fetch):
        fetch = fetch if not seen else 4 * fetch
        near = [ref for ref, _ in meaning.search(row, fetch, nearest)]
        seen = len(near)
        passing = keyword.passages(replace(where, passages=_by_paper(near)), seen) or []
    return Where(passages=_by_paper(passing))


def _by_paper(refs: Iterable[Ref]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for ref in sorted(refs):
        found.setdefault(ref.paper, []).append(ref.passage)
    return {paper: tuple(numbers) for paper, numbers in found.items()}
