"""No string crashes the parser, and what was read, written anew, reads back to the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.errors import BadQueryError
from nlp.query.parser import DEEPEST
from nlp.query.reading import LONGEST, Query, read

SIGNS = [
    *('AND OR NOT && || ( ) " “ ” « ~5 ~0 ~999999999 * + - : .. > >= < , . $ % & – / \\ [ ] { } ^ ? ! = #'.split()),
    *("paper: author: year: section: entity: kind: unit: value: in: Kind: title: http://x.y".split()),
    *("2008 2008..2012 ..1999 1e9 >1e9 1.4 billion $1.4 US$1,400 million 30% 5-10 156,000 10:30 2008/09".split()),
    *("coca hectares ha cultiv* a* U.S. Colombia's C++ counter-narcotics Mérida money note notes pamphlet oas".split()),
    *(" ", "  ", "\t", "\n", "\u00a0", "\u200b", "\u0301", "\ud7ff", "\U0001f33f", "١٢٣", "日本", "é", "ß", "\x00"),
]
queries = st.lists(st.sampled_from(SIGNS), max_size=25).flatmap(
    lambda parts: st.lists(st.sampled_from(["", " ", " ", "  "]), min_size=len(parts), max_size=len(parts)).map(
        lambda gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=True))
    )
)


def outcome(text: str) -> Query | None:
    try:
        return read(text)
    except BadQueryError as error:
        assert error.at is not None
        assert 0 <= error.at <= error.at + error.length <= len(text)
        assert str(error).strip().endswith((".", "?", ")"))
        return None


def check(text: str) -> None:
    query = outcome(text)
    if query is None:
        return
    assert query.readable
    for notice in query.notices:
        assert 0 <= notice.at < notice.at + notice.length <= len(text)
    again = read(str(query))
    assert again.condition == query.condition, str(query)
    assert again.ranked.split() == query.ranked.split(), str(query)
    assert str(again) == str(query)
    assert again.readable == query.readable


@settings(max_examples=600, deadline=None)
@given(queries)
@example('value:(">1" OR <2) -"a b"~3 +(x y) NOT (NOT (a OR b))')
@example('unit:"OR" paper:("AND" OR x)')
@example("5 (million) AND $ (3) bn")
@example("+(-5) AND +(--x)")
def test_queries_made_of_signs(text: str) -> None:
    check(text)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None)
@given(queries | st.text(max_size=200))
def test_many_more(text: str) -> None:
    check(text)


@pytest.mark.parametrize("opening", ["(", "NOT ", "-(", "+(", 'NOT ("a" '])
def test_deep_nesting_is_refused_not_run_into(opening: str) -> None:
    assert outcome(opening * DEEPEST * 4 + "x") is None
    assert outcome(opening * 20 + "x") is not None


def test_long_queries_are_refused_and_long_enough_ones_are_quick() -> None:
    assert outcome("a " * (LONGEST // 2)) is not None
    assert outcome("a" * (LONGEST + 1)) is None
    for text in ("(" * 40, '"' * LONGEST, "a OR " * 1999, "-" * LONGEST, "1," * 5000, "~" * LONGEST, " " * LONGEST):
        check(text)
