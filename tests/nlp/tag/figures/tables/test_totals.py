"""Labels of rows and columns -> whether they say "the sum of these"."""

from __future__ import annotations

import pytest

from nlp.tag.figures.tables.totals import adds_up, is_total, may_be_total

SUMS = """Total|TOTAL|Totals|Total:|Grand total|Sub-total|Subtotal (A+B)|Sub total|Sum|All|Overall|Total, 2010–2012
Total (US$ m)|Gesamt|Insgesamt|Summe|Total général|Suma|Soma|Totale|Razem|Ogółem|Total for all regions|All provinces
Total 2012|3. Total|All Ghana"""
NO_SUMS = """Total cost|Total population|Totality|Summer|Allowances|Sumatra|Overalls|Fuel|2012
All told it was|Sum insured|Total fertility rate|Nearly all|Allies"""


@pytest.mark.parametrize("label", SUMS.replace("\n", "|").split("|"))
def test_sums(label: str) -> None:
    assert is_total(label)


@pytest.mark.parametrize("label", NO_SUMS.replace("\n", "|").split("|"))
def test_no_sums(label: str) -> None:
    assert not is_total(label)


@pytest.mark.parametrize(
    ("label", "may"), [("Total cost", True), ("Total", False), ("Totality", False), ("Cost", False)]
)
def test_what_may_be_a_sum(label: str, may: bool) -> None:
    assert may_be_total(label) is may


@pytest.mark.parametrize(
    ("whole", "parts", "does"),
    [
        ("3", ["1", "2"], True),
        ("1,003.5", ["1,000", "3.5"], True),
        ("10.0", ["3.33", "3.33", "3.33"], True),
        ("3", ["3"], False),
        ("9", ["1", "2"], False),
        ("3", ["1", "n/a"], False),
        ("3", [], False),
    ],
)
def test_adds_up(whole: str, parts: list[str], does: bool) -> None:
    assert adds_up(whole, parts) is does
