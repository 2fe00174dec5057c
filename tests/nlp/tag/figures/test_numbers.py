"""Strings -> the numbers in them, in digits and words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tag.figures.numbers import Form, numbers

CASES: list[tuple[str, list[tuple[str, float]]]] = [
    ("1,234.5 and 12,34,567.89", [("1,234.5", 1234.5), ("12,34,567.89", 1234567.89)]),
    ("1.234.567 and 1.234,56", [("1.234.567", 1234567), ("1.234,56", 1234.56)]),
    ("1'234'567 and 1’200", [("1'234'567", 1234567), ("1’200", 1200)]),
    ("1 234 567 and 10 000", [("1 234 567", 1234567), ("10 000", 10000)]),
    ("2,5 million", [("2,5 million", 2.5e6)]),
    ("5.154", [("5.154", 5.154)]),
    ("in 2010 300 people", [("2010", 2010), ("300", 300)]),
    ("2½ and ¾ and 2 1/2", [("2½", 2.5), ("¾", 0.75), ("2 1/2", 2.5)]),
    (".5 million", [(".5 million", 5e5)]),
    ("5 mn, 5 bn, 5 tn, 5mln", [("5 mn", 5e6), ("5 bn", 5e9), ("5 tn", 5e12), ("5mln", 5e6)]),
    ("3 thousand million", [("3 thousand million", 3e9)]),
    ("2 lakh crore and 5 crore 20 lakh", [("2 lakh crore", 2e12), ("5 crore 20 lakh", 5.2e7)]),
    ("281.8 million", [("281.8 million", 281_800_000)]),
    ("two, twenty-five, three hundred and fifty", [("two", 2), ("twenty-five", 25), ("three hundred and fifty", 350)]),
    ("one hundred and one thousand", [("one hundred and one thousand", 101_000)]),
    ("two million three hundred thousand", [("two million three hundred thousand", 2_300_000)]),
    ("half a million; a quarter of a million", [("half a million", 5e5), ("a quarter of a million", 2.5e5)]),
    (
        "two and a half billion; 2 and a half million",
        [("two and a half billion", 2.5e9), ("2 and a half million", 2.5e6)],
    ),
    ("a million but an apple", [("a million", 1e6)]),
    ("two dozen, half a dozen", [("two dozen", 24), ("half a dozen", 6)]),
    ("no numbers at all; a boat, often, tenure, phone", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(text[found.start : found.end], found.low) for found in numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("hundreds of millions", 1e8, 1e9),
        ("tens of thousands", 1e4, 1e5),
        ("thousands", 1e3, 1e4),
        ("several million", 2e6, 1e7),
        ("a few hundred million", 2e8, 1e9),
        ("a couple of million", 2e6, 2e6),
    ],
)
def test_vague_numbers_are_intervals(text: str, low: float, high: float) -> None:
    (found,) = numbers(text)
    assert (found.low, found.high, found.form) == (low, high, Form.VAGUE)
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(("text", "glued"), [("G20", True), ("MS-13", True), ("a 20", False), ("$20", False)])
def test_glued(text: str, glued: bool) -> None:
    assert numbers(text)[0].glued is glued


@pytest.mark.parametrize(
    ("text", "like"), [("2010", True), ("2,010", False), ("20100", False), ("2010 million", False), ("1200", False)]
)
def test_year_like(text: str, like: bool) -> None:
    assert numbers(text)[0].year_like is like


def test_single_letters_are_kept_apart() -> None:
    (found,) = numbers("55m")
    assert (found.low, found.short) == (55, (3, 1e6))


def test_decimal_commas_change_single_groups_only() -> None:
    assert numbers("5.154", decimal_commas=True)[0].low == 5154
    assert numbers("5.15", decimal_commas=True)[0].low == 5.15


@given(st.integers(0, 10**12))
def test_grouped_integers_come_back(value: int) -> None:
    for printed in (f"{value:,}", str(value), f"{value:,}".replace(",", "'")):
        (found,) = numbers(f"x {printed} y")
        assert found.low == value
        assert (found.start, found.end) == (2, 2 + len(printed))


@given(st.text(alphabet="0123456789.,'’ ½km-millionhundredof", max_size=40))
def test_never_raises_and_keeps_order(text: str) -> None:
    found = numbers(text)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_number_of_hopeless_length_is_none() -> None:
    assert numbers("1" * 400) == []
    assert len(numbers("hundreds of " * 200)) > 0
