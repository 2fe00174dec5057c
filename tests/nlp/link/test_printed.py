"""The form of a mention is the one its entity lists, however the source prints it."""

import pytest

from corpus.model import Span
from nlp.link.printed import printed_form


@pytest.mark.parametrize(
    ("text", "printed", "aliases", "form"),
    [
        ("The Elm Fund paid.", "Elm Fund", ("Elm Fund", "Fund"), "Elm Fund"),
        ("The Elm\r\nFund paid.", "Elm\r\nFund", ("Fund", "Elm Fund"), "Elm Fund"),
        ("The *Elm* Fund paid.", "Elm* Fund", ("Fund", "Elm Fund"), "Elm Fund"),
        ("The Elm’s Fund paid.", "Elm’s Fund", ("Elm's Fund",), "Elm's Fund"),
        ("The E.F. paid.", "E.F.", ("Elm Fund", "EF"), "EF"),
        ("The Elm wa-\nter Fund paid.", "Elm wa-\nter Fund", ("Elm water Fund",), "Elm water Fund"),
        ("Nothing like it.", "Nothing", ("Elm Fund", "Fund"), "Elm Fund"),
    ],
)
def test_the_alias_that_is_printed_there(text, printed, aliases, form):
    start = text.index(printed)
    assert printed_form(text, Span(start, start + len(printed)), (), aliases) == form


def test_a_note_marker_inside_is_no_part_of_it():
    text = "The Elm 12 Fund paid."
    assert printed_form(text, Span(4, 15), (Span(8, 11),), ("Fund", "Elm Fund")) == "Elm Fund"
