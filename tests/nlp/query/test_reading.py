"""How queries are read, what is said of what cannot be, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import BadQueryError
from nlp.query.reading import plain, read

TABLE = (Path(__file__).parent / "readings.txt").read_text("utf-8").replace('\nc"', '\u0000c"')
READINGS = [line.replace("\u0000", "\n") for line in TABLE.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("line", READINGS)
def test_a_query_is_read_as_it_says(line: str) -> None:
    typed, _, expected = line.partition(" => ")
    ranked, _, condition = expected.partition("|")
    query = read(typed)
    told = [f"ranked by: {ranked.strip()}"] if ranked.strip() else []
    told += [f"only where: {condition.strip()}"] if condition.strip() else []
    assert query.readable == "; ".join(told)
    assert query.text == typed
    assert query.notices == ()


@pytest.mark.parametrize(
    ("typed", "readable", "at", "length", "said"),
    [
        ("AND coca", "ranked by: and coca", 0, 3, "nothing to join"),
        ("coca AND", "ranked by: coca and", 5, 3, "nothing to join"),
        ("coca OR", "ranked by: coca or", 5, 2, "nothing to join"),
        ("NOT", "ranked by: not", 0, 3, "nothing to join"),
        ("coca NOT", "ranked by: coca not", 5, 3, "nothing to join"),
        ("&& coca", "ranked by: and coca", 0, 2, "nothing to join"),
        ("(AND) coca", "ranked by: and coca", 1, 3, "nothing to join"),
        ("coca OR OR leaf", "ranked by: coca leaf; only where: coca OR leaf", 8, 2, "stands behind OR"),
        ("coca AND OR leaf", "ranked by: coca leaf; only where: coca AND leaf", 9, 2, "stands behind AND"),
        ('"coca leaf', 'ranked by: coca leaf; only where: "coca leaf"', 0, 10, "no second one"),
        ('aid "coca', 'ranked by: aid coca; only where: "coca"', 4, 5, "no second one"),
        ("(coca leaf", "ranked by: coca leaf", 0, 1, "not closed"),
        ("aid AND (coca", "ranked by: aid coca; only where: aid AND coca", 8, 1, "not closed"),
        ("coca) leaf", "ranked by: coca leaf", 4, 1, "no bracket is open"),
        ("coca (", "ranked by: coca", 5, 1, "nothing in this bracket"),
        ('coca ""', "ranked by: coca", 5, 2, "no word between"),
        ('"?!"', "nothing to look for", 0, 4, "no word between"),
        ("a*", "ranked by: a*", 0, 2, "two letters or more"),
        ("*tion", "ranked by: *tion", 0, 5, "two letters or more"),
        ("co*ca", "ranked by: co*ca", 0, 5, "two letters or more"),
        ("title:coca", "ranked by: title:coca", 0, 10, "no field 'title'"),
        ("aid date:2008", "ranked by: aid date:2008", 4, 9, "no field 'date'"),
        ("paper: 001", "ranked by: paper: 001", 0, 6, "right behind it"),
        ("coca in:", "ranked by: coca in:", 5, 3, "right behind it"),
        ('"a b"~99', 'ranked by: a b; only where: "a b"~50', 0, 8, "at most 50"),
        ("in:(note", "only where: in:note", 3, 1, "not closed"),
    ],
)
def test_what_is_read_otherwise_is_said(typed: str, readable: str, at: int, length: int, said: str) -> None:
    query = read(typed)
    assert query.readable == readable
    (notice,) = query.notices
    assert (notice.at, notice.length) == (at, length)
    assert said in notice.message
    assert notice.message.endswith(".")


@pytest.mark.parametrize(
    ("typed", "at", "length", "said"),
    [
        ("kind:colour", 0, 11, "no kind of figure"),
        ("coca kind:mony", 5, 9, "did you mean money?"),
        ("kind:(money OR colour)", 15, 6, "no kind of figure"),
        ("in:footnotes", 0, 12, "no kind of passage"),
        ("in:nota", 0, 7, "did you mean note?"),
        ("year:abc", 0, 8, "no time"),
        ("year:08", 0, 7, "no time"),
        ("year:2012..2008", 0, 15, "no time"),
        ("year:..", 0, 7, "no time"),
        ("year:2008-13", 0, 12, "no time"),
        ("year:>abc", 0, 9, "no time"),
        ("value:lots", 0, 10, "no amount"),
        ("value:>", 0, 7, "no amount"),
        ("value:..", 0, 8, "no amount"),
        ("value:1..2..3", 0, 13, "no amount"),
        ("value:>1..2", 0, 11, "no amount"),
        ('unit:""', 0, 7, "no word in it"),
        ("author:?", 0, 8, "no word in it"),
        ("kind:()", 0, 5, "needs a value"),
        ("kind:(", 0, 5, "needs a value"),
        ("kind:(money AND area)", 12, 3, "values and OR alone"),
        ("kind:(money -area)", 12, 1, "values and OR alone"),
        ("kind:((money))", 6, 1, "values and OR alone"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(typed: str, at: int, length: int, said: str) -> None:
    with pytest.raises(BadQueryError) as refused:
        read(typed)
    assert said in str(refused.value)
    assert (refused.value.at, refused.value.length) == (at, length)


@pytest.mark.parametrize("typed", ["", "   ", "()", "( ( ) )", "- – —", "?!", "* *"])
def test_nothing_to_look_for(typed: str) -> None:
    query = read(typed)
    assert query.readable == "nothing to look for"
    assert (query.ranked, query.condition) == ("", None)


@pytest.mark.parametrize("typed", ['What did "Plan Colombia" cost?', "coca AND leaf", "kind:colour -x (", "NOT a*"])
def test_a_plain_question_has_no_signs(typed: str) -> None:
    query = plain(typed)
    assert query.ranked == typed
    assert query.condition is None
    assert query.notices == ()


def test_other_words_in_the_same_query() -> None:
    query = read('cocane "drug laww" cult* paper:cocane NOT cocane')
    meant = query.reworded(lambda text: text.replace("cocane", "cocaine").replace("laww", "law"))
    assert str(meant) == 'cocaine "drug law" cult* paper:cocane NOT cocane'
