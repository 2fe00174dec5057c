"""Runs of labels that answer runs of markers; a numbered list answers none."""

import pytest

from corpus.notes.segments import answering, runs


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([], []),
        ([1, 2, 3], [range(3)]),
        ([1, 2, 1, 2, 3], [range(2), range(2, 5)]),
        ([4, 6, 6], [range(2), range(2, 3)]),
        ([1, 1], [range(1), range(1, 2)]),
    ],
)
def test_a_run_rises(numbers, found):
    assert runs(numbers) == found


@pytest.mark.parametrize(
    ("markers", "labels", "kept"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 4], {0, 1, 2, 3}),
        ([1, 2, 3, 4], [1, 2, 1, 2, 3, 4], {2, 3, 4, 5}),  # a list of two above the notes
        ([1, 2, 3, 4], [1, 2, 3, 4, 1, 2], {0, 1, 2, 3}),  # or below them
        ([1, 2, 3, 1, 2], [1, 2, 3, 1, 2], {0, 1, 2, 3, 4}),
        ([1, 2, 3, 1, 2], [1, 1, 2, 3, 1, 2], {1, 2, 3, 4, 5}),
        ([1, 2, 5, 6], [5, 6], {0, 1}),
        ([], [1, 2, 1], set()),
        ([3], [1, 2, 3], {0, 1, 2}),
    ],
)
def test_each_run_of_markers_has_one_run_of_labels(markers, labels, kept):
    assert answering(markers, labels) == kept
