"""The sentence of a passage that says most of a query."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from corpus.model import Passage, PassageKind, Span, Spans
from nlp.find.best import best
from nlp.find.words import weighed

TEXT = (
    "Wells were drilled in Elm. The rains came late, and in 2004 the wells of the north ran dry.[3] "
    "Nobody was paid.\n\nSome $2 million was spent on pumps by the dis-\ntrict council of Elm. It was not enough."
)
RARE: Mapping[str, float] = {"well": 1.0, "elm": 1.5, "north": 3.0, "2004": 4.0}


def said(query: str, spans: Spans, kind: PassageKind = PassageKind.BODY, markers: Spans = ()) -> list[str]:
    found = best(TEXT, Passage(spans, kind), markers, weighed(query), lambda token: RARE.get(token, 2.0))
    return [TEXT[span.start : span.end] for span in found]


WHOLE = (Span(0, len(TEXT)),)
MARK = TEXT.index("[3]")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("wells in Elm", ["Wells were drilled in Elm."]),
        ("wells of the north", ["The rains came late, and in 2004 the wells of the north ran dry.[3]"]),
        ("wells Elm 2004", ["The rains came late, and in 2004 the wells of the north ran dry.[3]"]),
        ("paid", ["Nobody was paid."]),
        ("$2 million", ["Some $2 million was spent on pumps by the dis-\ntrict council of Elm."]),
        ("US$2,000,000", ["Some $2 million was spent on pumps by the dis-\ntrict council of Elm."]),
        ("districts", ["Some $2 million was spent on pumps by the dis-\ntrict council of Elm."]),
        ("it was not", ["It was not enough."]),
        ("helicopters", []),
        ("", []),
    ],
)
def test_the_sentence_that_says_most(query: str, expected: list[str]) -> None:
    assert said(query, WHOLE, markers=(Span(MARK, MARK + 3),)) == expected


def test_the_first_of_equals() -> None:
    assert said("Elm", WHOLE) == ["Wells were drilled in Elm."]


def test_a_sentence_in_two_pieces_keeps_both() -> None:
    cut = TEXT.index("rains")
    spans = (Span(27, cut), Span(cut, MARK))
    assert "".join(said("rains north", spans)) == "The rains came late, and in 2004 the wells of the north ran dry."


def test_of_a_table_the_row() -> None:
    table = "Year   Wells\n2003   14\n2004   9\n"
    found = best(table, Passage((Span(0, len(table)),), PassageKind.TABLE), (), weighed("wells 2004"), lambda _: 1.0)
    assert [table[span.start : span.end] for span in found] == ["Year   Wells"]
    found = best(table, Passage((Span(0, len(table)),), PassageKind.TABLE), (), weighed("9 in 2004"), lambda _: 1.0)
    assert [table[span.start : span.end] for span in found] == ["2004   9"]
