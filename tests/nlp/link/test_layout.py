"""An order in which groups show, and places that keep those near who are tied."""

from itertools import combinations
from math import dist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.link.layout import order, places


def likeness(groups, count):
    found = np.eye(count)
    for group in groups:
        for a, b in combinations(group, 2):
            found[a, b] = found[b, a] = 0.8
    return found


def test_groups_stand_together_whatever_their_numbers():
    row = order(likeness([(0, 3, 6), (1, 4), (2, 5)], 7))
    assert sorted(row) == list(range(7))
    for group in ((0, 3, 6), (1, 4), (2, 5)):
        spots = [row.index(each) for each in group]
        assert max(spots) - min(spots) == len(group) - 1


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_need_no_order_and_have_places(count):
    assert order(np.eye(count)) == list(range(count))
    assert len(places(count, [])) == count


def test_the_tied_stand_nearer_than_the_untied():
    ties = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]
    spots = places(6, ties)
    within = [dist(spots[a], spots[b]) for a, b in ties]
    across = [dist(spots[a], spots[b]) for a in range(3) for b in range(3, 6)]
    assert sum(within) / len(within) < 0.8 * sum(across) / len(across)


def test_a_chain_is_drawn_out_in_its_order():
    spots = places(5, [(0, 2), (2, 4), (4, 1), (1, 3)])
    chain = [spots[number][0] for number in (0, 2, 4, 1, 3)]
    assert chain in (sorted(chain), sorted(chain, reverse=True))


@given(st.integers(3, 12), st.data())
def test_places_lie_in_the_square_and_come_again(count, data):
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] < pair[1])
    ties = data.draw(st.lists(ends, unique=True, max_size=20))
    spots = places(count, ties)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in spots)
    assert spots == places(count, ties)
    assert len(set(spots)) == count
