"""The heaviest chain is the numbering a reader would follow."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.notes.chain import Link, heaviest


def chain(*numbers, weights=None, styles=None):
    links = [
        Link(number, styles[at] if styles else "plain", weights[at] if weights else 1.0)
        for at, number in enumerate(numbers)
    ]
    return [numbers[at] for at in heaviest(links)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), [1, 2, 3]),
        ((1, 30, 2, 12, 3), [1, 2, 3]),
        ((1, 2, 4, 5), [1, 2, 4, 5]),
        ((), []),
        ((40,), []),
        ((5, 4, 3, 2, 1), [1]),
    ],
)
def test_numbers_that_follow_each_other_are_kept(numbers, expected):
    assert chain(*numbers) == expected


def test_numbering_restarts_when_the_whole_outweighs_one_long_chain():
    sure = [3.0] * 6
    assert chain(1, 2, 3, 1, 2, 3, weights=sure) == [1, 2, 3, 1, 2, 3]
    assert chain(1, 2, 3, 1, weights=[3.0, 3.0, 3.0, 1.0]) == [1, 2, 3]


def test_a_late_start_is_paid_for_by_a_long_chain():
    assert chain(*range(4, 20)) == list(range(4, 20))


def test_weight_decides_between_two_candidates_for_one_number():
    links = [Link(1, "a", 1.0), Link(2, "a", 0.1), Link(2, "a", 3.0), Link(3, "a", 1.0)]
    assert heaviest(links) == [0, 2, 3]


def test_a_change_of_style_costs_but_a_hole_is_filled_from_another_style():
    links = [Link(1, "raised", 3.0), Link(2, "plain", 0.5), Link(3, "raised", 3.0)]
    assert heaviest(links) == [0, 1, 2]


@given(st.lists(st.builds(Link, st.integers(1, 15), st.sampled_from("ab"), st.floats(-1, 3)), max_size=40))
def test_a_chain_runs_forward_and_rises_but_where_it_restarts_at_one(links):
    path = heaviest(links)
    assert path == sorted(set(path))
    numbers = [links[at].number for at in path]
    assert all(two > one or two == 1 for one, two in itertools.pairwise(numbers))
