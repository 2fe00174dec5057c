"""What stands before or after a number -> its unit."""

from __future__ import annotations

import pytest

from nlp.model import Kind
from nlp.tag.figures.units import after, before

BEFORE: list[tuple[str, tuple[str, ...] | None, float]] = [
    ("paid US$ ", ("USD",), 1),
    ("paid A$", ("AUD",), 1),
    ("paid $US", ("USD",), 1),
    ("paid EUR ", ("EUR",), 1),
    ("paid MUSD ", ("USD",), 1e6),
    ("paid USD million ", ("USD",), 1e6),
    ("paid Rs. ", ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"), 1),
    ("paid KSh", ("KES",), 1),
    ("paid £", ("GBP", "EGP", "LBP", "SYP", "SDG", "FKP", "GIP", "SHP"), 1),
    ("paid Canadian $", ("CAD",), 1),
    ("paid Kenya shillings ", ("KES",), 1),
    ("paid aud$ ", ("AUD",), 1),
    ("MS-", None, 1),
    ("about ", None, 1),
    ("the ", None, 1),
    ("XYZ ", None, 1),
    ("Figure ", None, 1),
    ("", None, 1),
]


@pytest.mark.parametrize(("text", "codes", "factor"), BEFORE)
def test_before(text: str, codes: tuple[str, ...] | None, factor: float) -> None:
    found = before(f"{text}5", len(text))
    assert (found.codes if found else None) == codes
    assert found is None or found.factor == factor


@pytest.mark.parametrize("article", ["a $", "A $", "the a $", "of a\u2009$"])
def test_an_article_is_no_australian(article: str) -> None:
    found = before(f"{article}5", len(article))
    assert found is not None
    assert found.name == "$"


AFTER: list[tuple[str, Kind | None, str | tuple[str, ...]]] = [
    (" euros.", Kind.MONEY, ("EUR",)),
    (" U.S. dollars", Kind.MONEY, ("USD",)),
    (" Mexican pesos", Kind.MONEY, ("MXN",)),
    (" South African rand", Kind.MONEY, ("ZAR",)),
    (" AUD", Kind.MONEY, ("AUD",)),
    (" (AUD) in", Kind.MONEY, ("AUD",)),
    ("€", Kind.MONEY, ("EUR",)),
    ("%", Kind.PERCENT, "%"),
    (" per cent of", Kind.PERCENT, "%"),
    (" percentage points", Kind.PERCENT, "percentage points"),
    (" sq. km of", Kind.AREA, "km2"),
    ("km²", Kind.AREA, "km2"),
    (" hectares", Kind.AREA, "ha"),
    (" metric tons", Kind.MASS, "tonnes"),
    ("-kilogram", Kind.MASS, "kg"),
    (" nautical miles", Kind.DISTANCE, "nautical miles"),
    (" kilowatt-hours", Kind.ENERGY, "kWh"),
    (" years", Kind.DURATION, "years"),
    (" US counternarcotics", None, ""),
    (" people", None, ""),
    (" hair", None, ""),
    (" haul", None, ""),
    (" perceived", None, ""),
    ("", None, ""),
]


@pytest.mark.parametrize(("text", "kind", "unit"), AFTER)
def test_after(text: str, kind: Kind | None, unit: str | tuple[str, ...]) -> None:
    found = after(f"5{text}", 1)
    assert (found.kind if found else None) == kind
    assert found is None or unit == (found.codes if kind is Kind.MONEY else found.name)


def test_a_scale_may_stand_after_the_currency() -> None:
    found = after("75 USD million", 2)
    assert found is not None
    assert (found.factor, found.end) == (1e6, 14)


def test_of_only_where_it_is_asked_for() -> None:
    assert after("5 of dollars", 1) is None
    assert after("5 of dollars", 1, of=True) is not None
