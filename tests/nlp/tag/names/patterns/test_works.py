"""Titles in quotation marks, and what is only said."""

from __future__ import annotations

import pytest

from nlp.tag.names.found import Found
from nlp.tag.names.patterns.persons import find_persons
from nlp.tag.names.patterns.titles import find_titles
from nlp.tag.names.patterns.works import find_works


def printed(text: str, found: list[Found]) -> list[str]:
    return [text[f.start : f.end] for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Okello, “The Long Road to Clean Water,” Lagos", ["The Long Road to Clean Water"]),
        ("Okello, “Whose Water?,” Rivers 3", ["Whose Water?"]),
        ("Okello, ‘The Long Road to Water', Rivers 3", ["The Long Road to Water"]),
        ("Okello, “Oil after the Long War”, 2020", ["Oil after the Long War"]),
        # said, not written
        ("“Come to Elmwick Now,” the chief said", []),
        ("“We will not go back to that,” she said", []),
        ("the so-called “Water Peace Dividend” failed", []),
        ("a “fair deal”, as they say", []),
        ("", []),
    ],
)
def test_quoted(text: str, expected: list[str]) -> None:
    assert printed(text, find_works(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruth Kimani, Rivers and Rights (Cork: Elm Books, 2011), 4", ["Rivers and Rights"]),
        ("Ruth Kimani's Rivers and Rights: A History (Cork: Elm Books, 2011)", ["Rivers and Rights: A History"]),
        ("“Whose Water?”, Rivers and Coasts 28 (2019): 33", ["Rivers and Coasts"]),
        ("Cork Herald, 3 May 2019.", ["Cork Herald"]),
        # no titles
        ("Ruth Kimani, May 2019", []),
        ("Ruth Kimani, Nairobi, 3 May 2019", []),
        ("Ruth Kimani, the minister, resigned (2011)", []),
        ("“Yes,” Ruth Kimani and Ana Ruiz (2019) wrote", []),
        ("Elmwick, 3 May 2019", []),
    ],
)
def test_unquoted(text: str, expected: list[str]) -> None:
    assert printed(text, list(find_titles(text, find_persons(text)))) == expected
