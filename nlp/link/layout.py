"""How alike things are -> an order in which groups show; and who is tied to whom -> places in a plane."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.optimize import minimize
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path
from scipy.spatial.distance import squareform

Matrix = NDArray[np.float64]
BENT = 1.5
"""How much further one side may be stretched than the other."""
FINE = 3
"""Decimals of a place: what another processor computes differs far behind them."""


def order(likeness: Matrix) -> list[int]:
    """The numbers of things so that like stands beside like; `likeness` is symmetric, from 0 to 1.

    Average linkage, with its leaves turned so that neighbours are as like as can be: Z. Bar-Joseph, D. Gifford and
    T. Jaakkola, "Fast optimal leaf ordering for hierarchical clustering", Bioinformatics 17 (2001).
    """
    if len(likeness) < 3:
        return list(range(len(likeness)))
    apart = np.clip(1 - likeness, 0, 1)
    np.fill_diagonal(apart, 0)
    tree = linkage(squareform(np.round(apart, FINE), checks=False), "average", optimal_ordering=True)
    found: list[int] = leaves_list(tree).tolist()
    return found


def places(count: int, ties: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """A place for each of `count` things, from 0 to 1 both ways; those that ties lead to in few steps stand near.

    T. Kamada and S. Kawai, "An algorithm for drawing general undirected graphs", Information Processing Letters 31
    (1989), from a circle in the order of numbers.
    """
    if count < 3:
        return [(n / max(1, count - 1), 0.5) for n in range(count)]
    steps = _steps(count, ties)
    turn = 2 * np.pi * np.arange(count) / count
    start = np.column_stack([np.cos(turn), np.sin(turn)]) * steps.max() / 2
    found = minimize(_strain, start.ravel(), args=(steps,), jac=True, method="L-BFGS-B")
    return _stretched(found.x.reshape(count, 2))


def _steps(count: int, ties: Sequence[tuple[int, int]]) -> Matrix:
    """How many ties lead from one to another; one more than the most where none do."""
    ends = np.array(ties, dtype=int).reshape(-1, 2)
    graph = csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    steps: Matrix = shortest_path(graph, directed=False, unweighted=True)
    most = steps[np.isfinite(steps)].max()
    steps[~np.isfinite(steps)] = most + 1
    np.fill_diagonal(steps, 1)
    return steps


def _strain(flat: Matrix, steps: Matrix) -> tuple[float, Matrix]:
    """How far distances are from the wanted ones, each in its own measure, and the slope of that."""
    spots = flat.reshape(-1, 2)
    between = spots[:, None, :] - spots[None, :, :]
    far = np.sqrt((between**2).sum(axis=2)) + 1e-9
    off = far / steps - 1
    np.fill_diagonal(off, 0)
    slope = (2 * off / (steps * far))[:, :, None] * between
    return float((off**2).sum() / 2), 2 * slope.sum(axis=1).ravel() / 2


def _stretched(spots: Matrix) -> list[tuple[float, float]]:
    """The places turned so that they lie broad, in a square whose sides they reach if that bends them little."""
    middle = spots - spots.mean(axis=0)
    _, _, axes = np.linalg.svd(middle)
    turned = middle @ (axes * np.where(axes.max(axis=1) >= -axes.min(axis=1), 1, -1)[:, None]).T
    low, high = turned.min(axis=0), turned.max(axis=0)
    grown = 1 / np.maximum(high - low, 1e-9)
    grown = np.minimum(grown, BENT * grown.min())
    part = 0.5 + (turned - (low + high) / 2) * grown
    return [(float(x), float(y)) for x, y in np.round(part, FINE)]
