"""Orders are total, unlike units stand apart, and pages put together are the list in any order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.figures.sorting import ORDERS, order
from api.service.cursors import page
from corpus.errors import BadQueryError

ROWS = st.builds(
    lambda paper, start, kind, unit, low, since: {
        "paper": paper, "start": start, "end": start + 1, "kind": kind, "unit": unit, "low": low, "high": low,
        "since": since, "until": since,
    },
    st.sampled_from(["a", "b"]), st.integers(0, 5), st.sampled_from(["money", "area"]), st.sampled_from(["USD", "ha"]),
    st.integers(-5, 5) | st.floats(-5, 5), st.none() | st.integers(1990, 1993),
)  # fmt: skip


@given(st.lists(ROWS, max_size=20), st.sampled_from(["value", "-value", "-value,paper"]))
def test_values_of_unlike_units_never_mix(rows, typed):
    ordered = sorted(rows, key=order(typed))
    groups = [(row["kind"], row["unit"]) for row in ordered]
    assert groups == sorted(groups)
    for one, two in pairwise(ordered):
        if (one["kind"], one["unit"]) == (two["kind"], two["unit"]):
            assert (one["low"] >= two["low"]) if typed.startswith("-") else (one["low"] <= two["low"])


@given(st.lists(ROWS, max_size=12))
def test_what_has_no_year_comes_last(rows):
    for typed in ("year", "-year"):
        dated = [row["since"] is not None for row in sorted(rows, key=order(typed))]
        assert dated == sorted(dated, reverse=True)


@given(st.lists(ROWS, max_size=20), st.integers(1, 4), st.sampled_from([o for o in ORDERS if o != "place"]))
def test_pages_put_together_are_the_list(rows, limit, typed):
    rows = sorted(rows, key=order(typed))
    seen, cursor = [], None
    while True:
        taken, cursor = page(rows, limit, cursor, order(typed), typed)
        seen += taken
        if cursor is None:
            break
    assert seen == rows


def test_what_is_no_order_is_refused():
    assert order(None) is order("place") is None
    with pytest.raises(BadQueryError, match="-year"):
        order("value,size")


def test_a_cursor_of_another_order_is_refused():
    row = {"paper": "a", "start": 0, "end": 1, "kind": "area", "unit": "ha", "low": 1, "high": 1}
    _, cursor = page([row, row], 1, None, order("value"), "value")
    with pytest.raises(BadQueryError, match="order"):
        page([row, row], 1, cursor)
