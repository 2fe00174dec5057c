"""Exact vector search against the plain definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.engines import Vectors
from nlp.find.vectors import VectorIndex
from nlp.model import Ref, Where

ANY = Where()


def rows(*angles: float) -> Vectors:
    return np.array([[np.cos(a), np.sin(a)] for a in angles], dtype=np.float32).reshape(-1, 2)


def index(**papers: tuple[list[str], Vectors]) -> VectorIndex:
    made = VectorIndex(2)
    for name, (kinds, matrix) in papers.items():
        made.replace(name, kinds, matrix)
    return made


TWO = {"b": (["body", "note"], rows(0.1, 1.0)), "a": (["note", "body", "body"], rows(0.0, 0.5, 3.0))}
QUERY = rows(0.0)


def refs(found: list[tuple[Ref, float]]) -> list[tuple[str, int]]:
    return [(ref.paper, ref.passage) for ref, _ in found]


def test_nearest_first_with_cosines() -> None:
    found = index(**TWO).search(QUERY, 3, ANY)
    assert refs(found) == [("a", 0), ("b", 0), ("a", 1)]
    assert [cosine for _, cosine in found] == pytest.approx(np.cos([0.0, 0.1, 0.5]))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where(papers=frozenset({"b"})), [("b", 0), ("b", 1)]),
        (Where(kinds=frozenset({"note"})), [("a", 0), ("b", 1)]),
        (Where(papers=frozenset({"b"}), kinds=frozenset({"note"})), [("b", 1)]),
        (Where(papers=frozenset({"nowhere"})), []),
        (Where(kinds=frozenset({"table"})), []),
        (Where(papers=frozenset({"a", "nowhere"}), kinds=frozenset({"body"})), [("a", 1), ("a", 2)]),
        (Where(passages={"a": (1, 2), "b": (0,)}), [("b", 0), ("a", 1)]),
        (Where(passages={"b": (1, 7), "nowhere": (0,)}), [("b", 1)]),
        (Where(passages={"a": (0, 1)}, papers=frozenset({"a"}), kinds=frozenset({"body"})), [("a", 1)]),
        (Where(passages={"a": (0,)}, papers=frozenset({"b"})), []),
        (Where(passages={"a": ()}), []),
        (Where(passages={}), []),
    ],
)
def test_a_filter_never_costs_hits(where: Where, expected: list[tuple[str, int]]) -> None:
    assert refs(index(**TWO).search(QUERY, 2, where)) == expected[:2]


@pytest.mark.parametrize("limit", [0, -1])
def test_no_limit_no_hits(limit: int) -> None:
    assert index(**TWO).search(QUERY, limit, ANY) == []


def test_an_empty_index_finds_nothing() -> None:
    empty = VectorIndex(2)
    assert empty.search(QUERY, 5, ANY) == []
    assert empty.scores(QUERY, [Ref("a", 0)]) == [0.0]
    assert empty.floor(QUERY, ANY) == 0.0
    assert len(empty) == 0


def test_scores_of_known_and_unknown_passages() -> None:
    scores = index(**TWO).scores(QUERY, [Ref("b", 1), Ref("b", 2), Ref("a", -1), Ref("c", 0), Ref("a", 2)])
    assert scores == pytest.approx([np.cos(1.0), 0.0, 0.0, 0.0, np.cos(3.0)])


def test_the_floor_is_the_least_cosine_of_what_the_filter_lets_pass() -> None:
    made = index(**TWO)
    assert made.floor(QUERY, ANY) == pytest.approx(np.cos(3.0))
    made.search(QUERY, 1, ANY)
    assert made.floor(QUERY, ANY) == pytest.approx(np.cos(3.0))
    assert made.floor(QUERY, Where(papers=frozenset({"b"}))) == pytest.approx(np.cos(1.0))
    made.remove(["a"])
    assert made.floor(QUERY, ANY) == pytest.approx(np.cos(1.0))


def test_replace_and_remove() -> None:
    made = index(**TWO)
    assert len(made) == 5
    made.replace("a", ["body"], rows(2.0))
    assert refs(made.search(QUERY, 9, ANY)) == [("b", 0), ("b", 1), ("a", 0)]
    made.remove(["b", "nowhere"])
    assert refs(made.search(QUERY, 9, ANY)) == [("a", 0)]


def test_a_paper_without_passages_is_no_trouble() -> None:
    made = index(a=([], rows()), b=(["body"], rows(0.2)), c=([], rows()))
    assert refs(made.search(QUERY, 9, ANY)) == [("b", 0)]


def test_equal_cosines_come_in_order_of_ref() -> None:
    made = index(z=(["body"] * 3, rows(1, 1, 1)), a=(["body"] * 3, rows(1, 1, 1)))
    assert refs(made.search(QUERY, 4, ANY)) == [("a", 0), ("a", 1), ("a", 2), ("z", 0)]


def test_rows_must_fit() -> None:
    with pytest.raises(ValueError, match="1 passages of 2 dimensions"):
        VectorIndex(2).replace("a", ["body"], rows(0.0, 1.0))


PAPERS = st.dictionaries(st.sampled_from("pqrst"), st.lists(st.integers(0, 6), max_size=5), min_size=1)


@given(PAPERS, st.integers(1, 12))
def test_the_order_of_adding_does_not_matter(papers: dict[str, list[int]], limit: int) -> None:
    one, other = VectorIndex(2), VectorIndex(2)
    for name, angles in papers.items():
        one.replace(name, ["body"] * len(angles), rows(*angles))
    other.replace("gone", ["note"], rows(0.0))
    one.search(QUERY, 1, ANY)
    for name in sorted(papers, reverse=True):
        other.replace(name, ["body"] * len(papers[name]), rows(*papers[name]))
        other.search(QUERY, 1, ANY)
    other.remove(["gone"])
    assert one.search(QUERY, limit, ANY) == other.search(QUERY, limit, ANY)
    every = [(Ref(n, i), float(np.cos(np.float32(a)))) for n, angles in papers.items() for i, a in enumerate(angles)]
    best = sorted((-round(cosine, 5), ref) for ref, cosine in every)[:limit]
    assert [ref for ref, _ in one.search(QUERY, limit, ANY)] == [ref for _, ref in best]
