"""Claims about passages: the altered are struck, the honest stand; on the sheets, and for any sentence and digit."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.claims_sheet import counted, lines
from nlp.check.claims import check

SHEETS = Path(__file__).parent
OWN, OTHER, THIRD, FOURTH = (SHEETS / f"claims{name}.txt" for name in ("", "_other", "_third", "_fourth"))
"""The sheet the rules were made with, and three by other hands: mended with one, with half of another, and unseen."""
PASSAGES = sorted({line.passage for line in lines(OWN)})
FACTS = [
    "The Fisheries Board of Norr landed 412,000 tonnes of herring in 2016.",
    "Spending on wells fell from €2.3 million in 2011 to €1.9 million in 2014.",
    "At least 340 households moved to Upper Vale after the flood of March 1998.",
    "Some 38 per cent of the pupils had no desk, the inspectors of the Elm Council found.",
]


@pytest.mark.parametrize(
    ("sheet", "caught", "false"),
    [(OWN, 0.98, 0.015), (OTHER, 0.96, 0.015), (THIRD, 0.92, 0.112), (FOURTH, 0.84, 0.182)],
    ids=["own", "other", "third", "fourth"],
)
def test_the_sheets_do_not_get_worse(sheet, caught, false):
    told, struck = counted(sheet)
    altered = sum(many for kind, many in told.items() if kind != "honest")
    found = sum(many for kind, many in struck.items() if kind != "honest")
    assert altered >= 72
    assert told["honest"] == altered
    assert found >= caught * altered, f"{found} of {altered}"
    assert struck["honest"] <= false * told["honest"], f"{struck['honest']} of {told['honest']}"


@pytest.mark.parametrize("passage", PASSAGES[:25])
def test_a_passage_bears_itself_out(passage):
    for sentence in re.split(r"(?<=[.!?][”\"])\s|(?<=[.!?])\s", passage):
        found = check(sentence, [passage])
        assert found.holds, (sentence, found.faults)


@given(st.data())
def test_no_digit_can_be_changed(data):
    fact = data.draw(st.sampled_from(FACTS))
    places = [found.start() for found in re.finditer(r"\d", fact)]
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from(sorted(set("123456789") - {fact[at]})))
    altered = fact[:at] + digit + fact[at + 1 :]
    found = check(altered, [fact])
    assert not found.holds, altered
    assert all(0 <= fault.start <= fault.end <= len(altered) for fault in found.faults)


@given(st.text(max_size=200), st.lists(st.text(max_size=200), max_size=3))
def test_any_words_are_judged_without_a_fault_of_ours(claim, passages):
    for fault in check(claim, passages).faults:
        assert 0 <= fault.start <= fault.end <= len(claim)
        assert fault.why.endswith(".")


def test_no_passage_bears_nothing_out():
    assert [str(fault.flaw) for fault in check("It rained.", []).faults] == ["source"]
    assert [str(fault.flaw) for fault in check("It rained.", [" "]).faults] == ["source"]


def test_what_the_paper_says_of_itself_may_be_named():
    claim = "The River Office reports that 40 wells ran dry."
    assert not check(claim, ["Some 40 wells ran dry. In all, 40 wells ran dry."]).holds
    assert check(claim, ["In that year 40 wells ran dry."], ["River Office"]).holds
