"""Queries as conditions in our tokens, and what a real index then finds: filters hold, whatever the ranking."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from fakes import WordEncoder, indexed
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import BadQueryError
from nlp.conditions import All, Any, Condition, FromPapers, InRow, Says
from nlp.find import narrowing
from nlp.find.asking import compiled, in_a_row, one_word, words_of
from nlp.find.keyword import TantivyIndex
from nlp.find.search import Engines, search
from nlp.find.vectors import VectorIndex
from nlp.model import Mode, Where
from nlp.query.reading import read
from nlp.query.tree import Field

PASSAGES = (
    "Plan Colombia brought aid and helicopters to the Andes.",  # 0
    "The plan for Colombia was never drawn up.",  # 1
    "Coca covers 156,000 hectares; opium poppy little.",  # 2
    "Coca and opium are grown side by side on many ha.",  # 3
    "The package was worth US$1,400 million.",  # 4
    "It cost $1.4bn, or 30% of the budget.",  # 5
    "Counternarcotics programmes were cut.",  # 6
    "Counter-narcotics aid rose in 2008.",  # 7
    "Farmers cultivated coca; cultivation fell by 30 per cent.",  # 8
    "Helicopters were sent, and with them came aid.",  # 9
)


def nothing(fields: Sequence[Field]) -> Condition:
    """Fields that only know papers."""
    return All(tuple(FromPapers(frozenset(field.values)) for field in fields))


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Engines:
    keyword, vectors, encoder = TantivyIndex(tmp_path_factory.mktemp("keyword")), VectorIndex(64), WordEncoder()
    keyword.replace("p", "1", [indexed("body", text) for text in PASSAGES])
    keyword.replace("q", "1", [indexed("note", "Coca again.")])
    keyword.commit()
    vectors.replace("p", ["body"] * len(PASSAGES), encoder.encode(PASSAGES))
    vectors.replace("q", ["note"], encoder.encode(["Coca again."]))
    return Engines(keyword, vectors, encoder)


def found(engines: Engines, typed: str, mode: Mode = Mode.BOTH) -> set[int | str]:
    asked = compiled(read(typed), engines.keyword, nothing)
    hits = search(asked, engines, limit=50, mode=mode)
    return {hit.ref.passage if hit.ref.paper == "p" else hit.ref.paper for hit in hits}


EVERY: set[int | str] = {*range(len(PASSAGES)), "q"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"plan colombia"', {0}),
        ('"colombia plan"', set()),
        ('"plan for colombia"', {1}),
        ('"plan colombia"~1', {0, 1}),
        ('"colombia plan"~2', {0, 1}),
        ('"aid helicopters"~1', {0}),
        ('"helicopters aid"~6', {0, 9}),
        ("+coca", {2, 3, 8, "q"}),
        ("coca AND opium", {2, 3}),
        ("coca AND opium NOT poppy", {3}),
        ("coca AND (hectares OR cultivation)", {2, 3, 8}),
        ("coca AND ha", {2, 3}),
        ("-coca", EVERY - {2, 3, 8, "q"}),
        ("aid -helicopters", EVERY - {0, 9}),
        ("NOT (coca aid)", {1, 4, 5, 6}),
        ("$1.4 billion AND worth", {4}),
        ("+$1.4 billion", {4, 5}),
        ("+30%", {5, 8}),
        ("+156000", {2}),
        ("+counternarcotics", {6, 7}),
        ("+counter-narcotics", {6, 7}),
        ('"counter-narcotics aid"', {7}),
        ("cultivat*", {8}),
        ("heli*", {0, 9}),
        ("coun*", {6, 7}),
        ("COUN*", {6, 7}),
        ("heli* AND coca", set()),
        ("paper:q", {"q"}),
        ("paper:q coca", {"q"}),
        ("paper:(p OR q) AND coca", {2, 3, 8, "q"}),
        ("NOT paper:q AND coca", {2, 3, 8}),
        ("coca AND coca", {2, 3, 8, "q"}),
        ("+nowhere", set()),
    ],
)
@pytest.mark.parametrize("mode", list(Mode))
def test_what_must_hold_holds_in_every_mode(engines: Engines, typed: str, expected: set[int | str], mode: Mode) -> None:
    hits = found(engines, typed, mode)
    assert hits <= expected
    if mode is not Mode.WORDS or not compiled(read(typed), engines.keyword, nothing).tokens:
        assert hits == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("coca", {2, 3, 8, "q"}), ("plan colombia", {0, 1}), ("opium OR poppy coca", {2, 3})],
)
def test_words_alone_find_whoever_has_one_of_them(engines: Engines, typed: str, expected: set[int | str]) -> None:
    assert found(engines, typed, Mode.WORDS) == expected


def test_conditions_alone_list_passages_in_order(engines: Engines) -> None:
    asked = compiled(read("-coca"), engines.keyword, nothing)
    hits = search(asked, engines, limit=3)
    assert [(hit.ref, hit.score) for hit in hits] == [(("p", 0), 0.0), (("p", 1), 0.0), (("p", 4), 0.0)]


def test_beginnings_of_words_also_rank(engines: Engines) -> None:
    asked = compiled(read("cultivat* coca"), engines.keyword, nothing)
    assert asked.tokens["cultiv"] == 0.5
    kept_out = compiled(read("-cultivat* coca"), engines.keyword, nothing)
    assert "cultiv" not in kept_out.tokens


def test_a_beginning_that_no_word_has_is_said(engines: Engines) -> None:
    asked = compiled(read("coca xylo*"), engines.keyword, nothing)
    assert [(one.at, one.length) for one in asked.notices] == [(5, 5)]
    assert "no word in the papers begins with 'xylo'" in asked.notices[0].message


def test_more_near_words_than_orders_are_asked_for_in_order(engines: Engines) -> None:
    asked = compiled(read('"plan colombia brought aid helicopters andes"~9'), engines.keyword, nothing)
    assert "in the order in which they are typed" in asked.notices[0].message
    assert found(engines, '"plan colombia brought aid helicopters andes"~9') == {0}
    assert found(engines, '"andes colombia brought aid helicopters plan"~9') == set()


def test_nothing_to_look_for(engines: Engines) -> None:
    for typed in ("", "?!", "- –"):
        with pytest.raises(BadQueryError, match="no word or number"):
            search(compiled(read(typed), engines.keyword, nothing), engines)


def test_very_many_passages_are_not_listed_without_a_word(engines: Engines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlp.find.search.LISTED", 5)
    with pytest.raises(BadQueryError, match="more than 5 passages"):
        search(compiled(read("-coca"), engines.keyword, nothing), engines)


@pytest.mark.parametrize("typed", ["-coca aid", "coca AND opium", "-helicopters aid", "paper:p coca"])
def test_where_very_many_pass_the_nearest_are_looked_at_ever_further(
    engines: Engines, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    plain = search(compiled(read(typed), engines.keyword, nothing), engines, limit=50, mode=Mode.MEANING)
    monkeypatch.setattr(narrowing, "NUMBERED", 1)
    assert search(compiled(read(typed), engines.keyword, nothing), engines, limit=50, mode=Mode.MEANING) == plain


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("coca", Says(("coca",))),
        ("the", Says(("the",))),
        ("counter-narcotics", Any((Says(("counternarcot",)), InRow(("counter", "narcot"))))),
        ("30%", Says(("30_percent",))),
        ("$1.4 billion", All((Says(("1.4_billion",)), Says(("dollar",))))),
        ("2008/09", InRow(("2008", "09"))),
    ],
)
def test_one_word_as_a_condition(text: str, condition: Condition) -> None:
    assert one_word(text) == condition


def test_a_row_is_as_printed() -> None:
    assert in_a_row("Counter-narcotics in the U.S.").tokens == ("counter", "narcot", "in", "the", "us")


WORDS = "coca opium aid plan colombia helicopters cultivation hectares 2008 the".split()
parts = st.lists(
    st.tuples(
        st.sampled_from(["", "+", "-", "AND ", "OR ", "NOT "]), st.sampled_from([*WORDS, '"plan colombia"', "cult*"])
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(parts)
def test_no_filter_is_ever_broken(engines: Engines, made: list[tuple[str, str]]) -> None:
    """What the keyword index says passes is all that any leg may return."""
    asked = compiled(read(" ".join(map("".join, made))), engines.keyword, nothing)
    if not asked.tokens and asked.condition is None:
        return
    passing = engines.keyword.passages(Where(holding=asked.condition), 50)
    assert passing is not None
    for mode in Mode:
        assert {hit.ref for hit in search(asked, engines, limit=50, mode=mode)} <= set(passing)
    if asked.tokens:
        assert {hit.ref for hit in search(asked, engines, limit=50, mode=Mode.MEANING)} == set(passing)


def test_a_text_of_words_alone() -> None:
    asked = words_of("coca AND leaf")
    assert (asked.condition, asked.ranked) == (None, "coca AND leaf")
    assert set(asked.tokens) == {"coca", "leaf"}
    assert np.isclose(asked.tokens["coca"], 1.0)
