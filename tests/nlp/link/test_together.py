"""Who is named with whom: counts against the plain definition, association against SciPy's own G²."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from nlp.link.together import association, beside, pairs

NAMED = [("a", {0, 1, 2}), ("a", {0, 1}), ("b", {0, 1}), ("b", {2}), ("b", set()), ("c", {3})]


def test_passages_and_papers_are_counted():
    found = pairs(NAMED)
    assert {pair: (one.passages, one.papers) for pair, one in found.items()} == {
        (0, 1): (3, 2),
        (0, 2): (1, 1),
        (1, 2): (1, 1),
    }


def test_to_meet_once_is_no_pattern():
    found = pairs(NAMED)
    assert found[0, 2].association is None
    assert found[0, 1].association == pytest.approx(association(3, 3, 3, 6))


@pytest.mark.parametrize("named", [[], [("a", set())], [("a", {7}), ("b", {7})]])
def test_those_who_meet_nobody_have_no_pairs(named):
    assert pairs(named) == {}
    assert beside(named, [[7]]) == {}


def test_of_several_groups_each_is_in_the_passage():
    found = beside(NAMED, [{1}, {2, 3}])
    assert {number: (one.passages, one.papers) for number, one in found.items()} == {0: (1, 1)}


def test_several_are_asked_for_as_one():
    found = beside(NAMED, [{1, 2}])
    assert {number: (one.passages, one.papers) for number, one in found.items()} == {0: (3, 2)}
    assert found[0].association == pytest.approx(association(3, 4, 3, 6))
    assert beside(NAMED, [{9}]) == {}


@pytest.mark.parametrize(
    ("both", "first", "second", "passages"), [(8, 10, 10, 100), (3, 40, 5, 90), (30, 60, 50, 100), (2, 2, 2, 5000)]
)
def test_association_is_the_log_likelihood_ratio(both, first, second, passages):
    table = [[both, first - both], [second - both, passages - first - second + both]]
    expected = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
    assert association(both, first, second, passages) == pytest.approx(expected)
    assert association(both, second, first, passages) == pytest.approx(expected)


def test_less_often_than_chance_is_below_zero_and_as_often_is_none():
    assert association(1, 50, 50, 100) < 0
    assert association(25, 50, 50, 100) == pytest.approx(0)
    assert association(4, 4, 4, 4) == 0


def test_a_rare_pair_is_not_surer_than_a_common_one():
    rare, common = association(2, 2, 2, 1000), association(20, 30, 30, 1000)
    assert rare < common


PASSAGES = st.lists(st.tuples(st.sampled_from("abc"), st.sets(st.integers(0, 5))), max_size=12)


@given(PASSAGES)
def test_all_pairs_that_meet_and_no_others(named):
    found = {tuple(sorted(pair)): shared for pair, shared in pairs(named).items()}
    for pair in combinations(range(6), 2):
        meeting = [paper for paper, numbers in named if numbers >= set(pair)]
        if meeting:
            assert (found[pair].passages, found[pair].papers) == (len(meeting), len(set(meeting)))
        else:
            assert pair not in found


@given(PASSAGES, st.integers(0, 5))
def test_what_stands_beside_one_is_its_pairs(named, one):
    found = {pair: shared for pair, shared in pairs(named).items() if one in pair}
    assert beside(named, [{one}]) == {sum(pair) - one: shared for pair, shared in found.items()}
