"""The measures of two ways of asking, query by query -> whether their difference is more than chance.

By the paired randomisation test (Smucker, Allan and Carterette, 2007), which supposes nothing of how measures are
spread: how often swapping the two within queries, at random, makes a difference as large. The interval is that of the
mean difference, by the bootstrap. Both by scipy, seeded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

ROUNDS = 10_000
SEED = 0
SURE = 0.95
TEST = "paired randomisation test"


class Compared(NamedTuple):
    """How much more one way of asking has than another, in the mean over the same queries."""

    difference: float
    low: float
    high: float
    """`low` to `high`: where the difference lies in 95 of 100 draws of as many queries."""
    p: float
    """How often chance alone makes a difference as large."""


def compared(one: Sequence[float], other: Sequence[float]) -> Compared:
    """`one` against `other`, measured on the same queries in the same order."""
    from scipy import stats  # noqa: PLC0415 - takes a second

    differences = np.asarray(one, float) - np.asarray(other, float)
    mean = float(differences.mean()) if differences.size else 0.0
    if not differences.any():
        return Compared(mean, mean, mean, 1.0)
    rng = np.random.default_rng(SEED)
    test = stats.permutation_test(
        (np.asarray(one, float), np.asarray(other, float)),
        lambda a, b, axis: np.mean(a - b, axis=axis),
        permutation_type="samples",
        n_resamples=ROUNDS,
        vectorized=True,
        random_state=rng,
    )
    draws = rng.choice(differences, (ROUNDS, differences.size)).mean(axis=1)
    low, high = np.quantile(draws, [(1 - SURE) / 2, (1 + SURE) / 2])
    return Compared(mean, float(low), float(high), float(test.pvalue))
