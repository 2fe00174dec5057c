"""Words, where sentences may begin, and windows that hold every word once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tag.names.head.words import LONGEST, WINDOW, starts, windows, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anti-American mood", ["Anti", "-", "American", "mood"]),
        ("Kofi's U.N. job", ["Kofi", "'", "s", "U", ".", "N", ".", "job"]),
        ("", []),
        ("  \n ", []),
        ("São Tomé", ["São", "Tomé"]),
        ("a_b", ["a", "_", "b"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


@given(st.text())
def test_only_white_space_stands_between_words(text: str) -> None:
    spots = words(text)
    assert all(before[1] <= after[0] for before, after in pairwise(spots))
    kept = "".join(text[start:end] for start, end in spots)
    assert kept == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He", "She"]),
        ("“Why?” Ana asked.", ["Ana"]),
        ("It cost 3.5 in all", ["It"]),
        ("no stop here Anna", ["no"]),
    ],
)
def test_where_sentences_may_begin(text: str, expected: list[str]) -> None:
    spots = words(text)
    assert [text[slice(*spot)] for spot, begins in zip(spots, starts(text, spots), strict=True) if begins] == expected


SIZES = st.lists(st.tuples(st.booleans(), st.integers(1, 16), st.booleans()), max_size=400)


@given(SIZES)
def test_windows_hold_every_word_once_and_are_bounded(rows: list[tuple[bool, int, bool]]) -> None:
    begins, sizes, small = ([row[at] for row in rows] for at in range(3))
    found = windows(begins, sizes, small)
    assert [at for first, end in found for at in range(first, end)] == list(range(len(rows)))
    assert all(sum(sizes[first:end]) <= max(WINDOW, LONGEST) for first, end in found)


def test_a_window_is_cut_where_a_sentence_begins() -> None:
    begins = [at % 50 == 0 for at in range(200)]
    assert windows(begins, [1] * 200, [True] * 200) == [(0, 100), (100, 200)]


def test_a_sentence_without_end_is_cut_before_a_small_word() -> None:
    small = [at % 9 == 0 for at in range(400)]
    (first, cut), (after, end) = windows([at == 0 for at in range(400)], [1] * 400, small)
    assert (first, after, end) == (0, cut, 400)
    assert small[cut]
