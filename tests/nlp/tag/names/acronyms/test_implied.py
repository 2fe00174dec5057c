"""Short forms that a reader understands though nobody explains them, and those that he does not."""

from __future__ import annotations

import pytest

from nlp.tag.names.acronyms.implied import find_implied


def pairs(text: str, *explained: str) -> list[tuple[str, str]]:
    return [(text[slice(*short)], text[slice(*long)]) for short, long in find_implied(text, explained)]


@pytest.mark.parametrize(
    "text",
    [
        "The World Seed Bank is old, but that is not all the WSB does.",
        "It is run by the World Seed Bank. In 2003 the WSB moved.",
        "The World Seed Bank and the Reef Fund met; the WSB paid.",
    ],
)
def test_a_body_named_shortly_before_is_meant(text: str) -> None:
    assert pairs(text) == [("WSB", "World Seed Bank")]


@pytest.mark.parametrize(
    "text",
    [
        "The WSB is old. The World Seed Bank is new.",
        "Worlds of seeds and banks are old; the WSB is not.",
        "Warm Sea Breezes blow where the WSB works.",
        "The World Seed Bank is old. WSB is not.",
        "The World Seed Bank of Arcadia City is old. The WSBX is not.",
        "The World Seed Bank" + " and so on" * 60 + " is what the WSB is.",
        "The Wide Harbour Office is old; the WHO is not.",
        "The Gross Domestic Product Office is old; the GDP is not.",
        "",
    ],
)
def test_others_are_not_guessed(text: str) -> None:
    assert pairs(text) == []


def test_what_the_paper_explains_is_not_guessed() -> None:
    assert pairs("The World Seed Bank is old, and the WSB is too.", "WSB") == []
