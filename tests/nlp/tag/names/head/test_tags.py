"""The best legal row of tags, against trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.tag.names.head.tags import NUMBER, TAGS, best_row, names


def legal(row: tuple[int, ...]) -> bool:
    told = [TAGS[tag] for tag in row]
    return all(
        not after.startswith("I-") or before in {f"B-{after[2:]}", after} for before, after in pairwise(["O", *told])
    )


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1), st.integers(1, 2))
def test_no_legal_row_is_likelier(seed: int, length: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, len(TAGS))).astype(np.float32)
    rows = [row for row in product(range(len(TAGS)), repeat=length) if legal(row)]
    best = max(rows, key=lambda row: sum(scores[at, tag] for at, tag in enumerate(row)))
    assert tuple(best_row(scores)) == best


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-ORG", "I-ORG", "O"], [(0, 2, "ORG")]),
        (["B-GPE", "B-GPE"], [(0, 1, "GPE"), (1, 2, "GPE")]),
        (["O", "B-PERSON", "I-PERSON"], [(1, 3, "PERSON")]),
    ],
)
def test_names_of_a_row(row: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert list(names([NUMBER[tag] for tag in row])) == expected
