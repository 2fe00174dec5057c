"""Which marker goes with which label: same number, forwards in both, the nearest where several answer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Span
from corpus.notes.align import pairs
from corpus.notes.chain import Link
from corpus.notes.marks import Mark


def laid(*placed):
    """Marks from (place, number)."""
    return [Mark(Span(at, at + 1), Link(number, "raised", 1.0)) for at, number in placed]


@pytest.mark.parametrize(
    ("markers", "labels", "expected"),
    [
        ([], [], {}),
        ([(0, 1)], [], {}),
        ([], [(5, 1)], {}),
        ([(0, 1)], [(5, 1)], {0: 0}),
        ([(0, 1)], [(5, 2)], {}),
        ([(0, 1), (10, 2)], [(20, 1), (30, 2)], {0: 0, 1: 1}),
        ([(0, 1), (10, 2), (50, 3)], [(20, 1), (30, 2), (60, 3)], {0: 0, 1: 1, 2: 2}),
        ([(0, 1), (10, 2), (20, 3)], [(30, 1), (40, 3)], {0: 0, 2: 1}),  # note 2 is lost
        ([(0, 1), (20, 3)], [(30, 1), (40, 2), (50, 3)], {0: 0, 1: 2}),  # marker 2 is lost
        ([(30, 1)], [(5, 1)], {}),  # no note stands above its marker
        ([(30, 1)], [(5, 1), (40, 1)], {0: 1}),
        ([(0, 1), (100, 1)], [(20, 1), (120, 1)], {0: 0, 1: 1}),  # numbering begins anew with the page
        ([(0, 1), (10, 1)], [(20, 1), (30, 1)], {0: 0, 1: 1}),  # ... or with the chapter, notes at the end
        ([(0, 1), (5, 2), (10, 1), (15, 2)], [(20, 1), (25, 2), (30, 1), (35, 2)], {0: 0, 1: 1, 2: 2, 3: 3}),
        ([(0, 1), (5, 2), (10, 1), (15, 2)], [(20, 1), (30, 1), (35, 2)], {0: 0, 2: 1, 3: 2}),  # the first 2 is lost
        ([(0, 1), (10, 2)], [(20, 2), (30, 1), (40, 2)], {0: 1, 1: 2}),  # a stray 2 above the list
        ([(0, 7), (10, 8)], [(20, 7), (30, 8)], {0: 0, 1: 1}),
    ],
)
def test_markers_and_labels_are_paired_in_order(markers, labels, expected):
    assert pairs(laid(*markers), laid(*labels)) == expected


def test_of_two_notes_that_answer_one_marker_the_nearer_is_taken():
    assert pairs(laid((0, 1)), laid((10, 1), (900, 1))) == {0: 0}


PLACED = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 6)), max_size=30, unique_by=lambda each: each[0])


@given(PLACED, PLACED)
def test_pairs_run_forward_in_both_and_join_equal_numbers(markers, labels):
    found, known = laid(*sorted(markers)), laid(*sorted(labels))
    partner = pairs(found, known)
    assert all(one < two and partner[one] < partner[two] for one, two in pairwise(sorted(partner)))
    for marker, label in partner.items():
        assert found[marker].link.number == known[label].link.number
        assert found[marker].span.start < known[label].span.start


@given(st.lists(st.integers(1, 5), max_size=25))
def test_a_list_of_notes_in_the_order_of_its_markers_is_paired_wholly(numbers):
    found = laid(*enumerate(numbers))
    known = laid(*((1000 + at, number) for at, number in enumerate(numbers)))
    assert pairs(found, known) == {at: at for at in range(len(numbers))}
