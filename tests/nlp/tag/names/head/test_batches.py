"""Windows side by side in one batch, and in groups of like length."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.tag.names.head.batches import Window, batch, grouped
from nlp.tag.names.head.pieces import ENDING, FILLING, OPENING


def window(*sizes: int) -> Window:
    return Window([[7] * size for size in sizes], np.ones((len(sizes), 3), dtype=np.uint8))


def test_pieces_find_their_words_and_words_their_first_pieces() -> None:
    told = batch([window(2, 1), window(1)])
    assert told.pieces.tolist() == [[OPENING, 7, 7, 7, ENDING], [OPENING, 7, ENDING, FILLING, FILLING]]
    assert told.owner.tolist()[0] == [0, 0, 0, 1, 0]
    assert told.first.tolist() == [[1, 3], [1, 0]]
    assert told.clues[1].tolist() == [[1, 1, 1], [0, 0, 0]]


@given(st.lists(st.integers(1, 60), max_size=40))
def test_every_window_is_in_one_group_and_groups_are_bounded(sizes: list[int]) -> None:
    made = [window(size) for size in sizes]
    groups = grouped(made, 100)
    assert sorted(at for group in groups for at in group) == list(range(len(made)))
    assert all(len(group) * max(made[at].length for at in group) <= 100 for group in groups)
