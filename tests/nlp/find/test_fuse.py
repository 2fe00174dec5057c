"""Fusion as a pure function."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.find.fuse import fuse, stretch

SCORES = st.lists(st.tuples(st.floats(0, 50), st.floats(-1, 1)), min_size=1, max_size=20)


def test_each_leg_is_stretched_and_counts_half() -> None:
    assert fuse([4.0, 2.0, 0.0], [0.2, 0.6, 0.4], floor=0.2) == pytest.approx([0.5, 0.75, 0.25])


def test_the_weight_is_the_share_of_meaning() -> None:
    assert fuse([4.0, 0.0], [0.2, 0.6], floor=0.2, weight=0.25) == pytest.approx([0.75, 0.25])


@pytest.mark.parametrize(
    ("scores", "floor", "expected"),
    [
        ([], 0.0, []),
        ([0.0, 0.0], 0.0, [0.0, 0.0]),  # no word matched: the leg says nothing
        ([0.3, 0.3], 0.3, [0.0, 0.0]),
        ([0.1, 0.5], 0.3, [0.0, 1.0]),  # below the floor is as good as at it
        ([5.0], 0.0, [1.0]),
    ],
)
def test_stretch(scores: list[float], floor: float, expected: list[float]) -> None:
    assert stretch(scores, floor) == pytest.approx(expected)


def test_legs_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        fuse([1.0, 2.0], [0.5], floor=0.0)


@given(SCORES)
def test_scores_lie_between_0_and_1_and_ignore_the_order_of_candidates(pairs: list[tuple[float, float]]) -> None:
    words, meaning = [w for w, _ in pairs], [m for _, m in pairs]
    found = fuse(words, meaning, floor=-1.0)
    assert all(0 <= score <= 1 + 1e-9 for score in found)
    assert fuse(words[::-1], meaning[::-1], floor=-1.0) == found[::-1]


@given(SCORES)
def test_better_in_both_legs_is_better(pairs: list[tuple[float, float]]) -> None:
    found = fuse([w for w, _ in pairs], [m for _, m in pairs], floor=-1.0)
    for (w1, m1), one in zip(pairs, found, strict=True):
        for (w2, m2), other in zip(pairs, found, strict=True):
            if w1 >= w2 and m1 >= m2:
                assert one >= other - 1e-12
