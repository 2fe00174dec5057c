"""Prose made even for taggers: what changes, what stays, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Span
from corpus.view import View
from nlp.tag.names.reading import even, is_title_like


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya’s  ports", "Kenya's ports"),
        ("Me\u0301rida", "Mérida"),
        ("Asia‑Pacific", "Asia-Pacific"),
        ("see https://a.org/Peru now", "see | now"),
        ("see a.org/Peru now", "see | now"),
        ("ask me@a.org now", "ask | now"),
        ("Colombia¹⁴ and", "Colombia and"),
        ("*Plan* one", "Plan one"),
        ("Peru ........... 12", "Peru | 12"),
        # unchanged
        ("U.S. and e.g. this, in 2.5 cases", "U.S. and e.g. this, in 2.5 cases"),
        ("AT&T, R&D; (a) [b] “c”", "AT&T, R&D; (a) [b] “c”"),
    ],
)
def test_even(text: str, expected: str) -> None:
    assert even(View.of(text)).text == expected


def test_the_way_back() -> None:
    text = "in Me\u0301rida’s"
    view = even(View.of(text))
    assert view.source(3, 9) == Span(3, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Security Policy in Latin America", True),
        ("Executive Summary", True),
        ("The ministry of health met in Lagos", False),
        ("Ministry of Health met Monday.", False),
        ("", False),
    ],
)
def test_is_title_like(text: str, *, expected: bool) -> None:
    assert is_title_like(text) is expected


@given(st.text(max_size=80))
def test_every_character_has_a_source(text: str) -> None:
    view = even(View.of(text))
    assert all(view.source(at, at + 1).end <= len(text) for at in range(len(view.text)))
