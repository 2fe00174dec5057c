"""Places found again by their words in a text that has changed: there, or nowhere, but never elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Span
from nlp.link.anchors import find_anchor, find_mention, make_anchor
from nlp.link.record import Anchor
from nlp.model import Label, Mention

TEXT = "Peaches from Georgia are sweet. Talks in Tbilisi, said Georgia, went on. So Georgia signed."
SECOND = Span(TEXT.index("Georgia,"), TEXT.index("Georgia,") + 7)
ANCHOR = make_anchor("a.txt", TEXT, SECOND)


def test_an_anchor_is_the_words_and_what_is_around_them() -> None:
    assert Anchor("a.txt", "Georgia", " are sweet. Talks in Tbilisi, said ", ", went on. So Georgia signed.") != ANCHOR
    assert (
        Anchor("a.txt", "Georgia", "are sweet. Talks in Tbilisi, said "[-32:], ", went on. So Georgia signed.")
        == ANCHOR
    )


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "A new beginning with Georgia in it.\n\n" + TEXT,
        TEXT.replace(" ", "\n"),
        TEXT.replace(" ", "  "),
        TEXT.replace("Talks in Tbilisi", "A meeting in May"),
        TEXT.replace("went on. So Georgia signed.", "ended."),
        TEXT.replace("Peaches from Georgia are sweet.", "Pears are sweet."),
    ],
)
def test_found_again(text: str) -> None:
    found = find_anchor(ANCHOR, text)
    assert found is not None
    assert text[slice(*found)] == "Georgia"
    assert "".join(text[: found.start].split()).endswith("said")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing of the kind.",
        TEXT.replace(", said Georgia, went on", " went on"),
        TEXT.replace("said Georgia,", "said Armenia,"),
        TEXT + "\n" + TEXT,
        "Georgia",
    ],
)
def test_gone_or_ambiguous(text: str) -> None:
    assert find_anchor(ANCHOR, text) is None


@pytest.mark.parametrize(
    ("quote", "text", "start"),
    [
        ("Tbilisi", "They met in Tbilisi.", 12),
        ("New York", "They met in New\nYork.", 12),
        ("Tbilisi", "Tbilisi and Tbilisi", None),
        ("", "They met.", None),
        ("a.b", "axb", None),
    ],
)
def test_a_quotation_by_itself_must_stand_once(quote: str, text: str, start: int | None) -> None:
    found = find_anchor(Anchor("a.txt", quote), text)
    assert (found and found.start) == start


@given(text=st.text(alphabet="ab \n", max_size=80), data=st.data())
def test_a_place_of_an_unchanged_text_is_found_there_or_not_at_all(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found = find_anchor(make_anchor("a.txt", text, span), text)
    assert found is None or "".join(text[slice(*found)].split()) == "".join(text[slice(*span)].split())


@given(before=st.text(max_size=40), after=st.text(max_size=40), first=st.text(alphabet="xyz ", max_size=60))
def test_what_is_put_before_a_paper_moves_no_place(before: str, after: str, first: str) -> None:
    text = before + "Zamorin" + after
    anchor = make_anchor("a.txt", text, Span(len(before), len(before) + 7))
    if text.count("Zamorin") == 1:
        assert find_anchor(anchor, first + text) == Span(len(first + before), len(first + before) + 7)


def test_the_mention_that_stands_there() -> None:
    mentions = [
        Mention(Span(13, 20), Label.GPE, "Georgia", "gazetteer"),
        Mention(SECOND, Label.GPE, "Georgia", "gazetteer"),
    ]
    assert find_mention(ANCHOR, TEXT, mentions) is mentions[1]
    assert find_mention(ANCHOR, TEXT, mentions[:1]) is None
    assert find_mention(ANCHOR, "", mentions) is None
