"""Stars that set emphasis are told from stars that are signs."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.notes.stars import spare_stars


@pytest.mark.parametrize(
    ("words", "spare"),
    [
        ("The quay was closed.", []),
        ("The *Plan of the Quay* was kept.", []),
        ("The **toll** rose, the ***fee*** fell.", []),
        ("*All* of it is *emphasis*, and *this.*", []),
        ("*The clinics*, said the nurse, *are closed*", []),
        ("The quay* was closed.", [(8, 9)]),
        ("The quay** was closed.", [(8, 10)]),
        ("The *Plan** was kept.", [(10, 11)]),
        ("The **Plan*** was kept.", [(12, 13)]),
        ("The **toll** of the quay* rose.", [(24, 25)]),
        ("Ada Marlow* and Ben Cole**", [(10, 11), (24, 26)]),
        ("The toll.* It rose.", [(9, 10)]),
        ("The clerk’s *note.*", []),
        ("*Kept by the clerk.", [(0, 1)]),
        ("* Kept by the clerk.", []),
        ("3 * 4 is 12", []),
        ("The quay\\* was closed.", [(9, 10)]),
        ("\\*Kept by the clerk.", [(1, 2)]),
        ("(*Plan*)", []),
        ("the “*Plan*”", []),
        ("*Plan* of *1998*", []),
        ("", []),
    ],
)
def test_stars_that_open_and_close_no_emphasis_are_left_over(words, spare):
    assert list(spare_stars(words)) == spare


def test_only_the_stretch_that_was_asked_for_is_read():
    assert list(spare_stars("*Plan and toll* rose", 5, 20)) == [(14, 15)]


@given(st.text(alphabet=st.sampled_from("ab *\\.,(“\n"), max_size=80))
def test_what_is_spare_is_stars_in_order_and_disjoint(words):
    found = list(spare_stars(words))
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))
    assert all(start < end and set(words[start:end]) == {"*"} for start, end in found)


@given(st.lists(st.sampled_from(["river", "*port*", "**toll**", "*old quay*", "fell."]), max_size=20))
def test_emphasis_around_whole_words_leaves_nothing(words):
    assert list(spare_stars(" ".join(words))) == []
