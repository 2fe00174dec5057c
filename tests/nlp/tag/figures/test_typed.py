"""What is typed for a bound, a unit or a year is read as it was meant, or refused."""

import pytest

from corpus.errors import BadQueryError
from nlp.tag.figures.typed import Bound, Years, bound, units, years


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        (5, 5, None), ("5000", 5000, None), ("5,000", 5000, None), ("1e6", 1e6, None), ("-2.5", -2.5, None),
        (".5", 0.5, None), ("1.5bn", 1.5e9, None), ("2 million", 2e6, None), ("3k", 3000, None), ("4 crore", 4e7, None),
        ("$2 million", 2e6, "USD"), ("€1.5bn", 1.5e9, "EUR"), ("20%", 20, "%"), ("40 hectares", 40, "ha"),
        ("5 metres", 5, "m"), ("5 million euros", 5e6, "EUR"),
    ],
)  # fmt: skip
def test_bounds(typed, value, unit):
    read = bound(typed)
    assert read.value == value
    assert unit in read.units if unit else read == Bound(value)


@pytest.mark.parametrize(
    "typed", ["", "many", "nan", float("nan"), "5m", "5 t", "$2-3 million", "2 3", "9" * 500 + "x"]
)
def test_what_is_no_bound_is_refused(typed):
    with pytest.raises(BadQueryError):
        bound(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hectares", {"ha"}), ("HA", {"ha"}), ("usd", {"USD"}), ("US$", {"USD"}), ("Colombian pesos", {"COP"}),
        ("%", {"%"}), ("per cent", {"%"}), ("Mt", {"Mt"}), ("mt", {"tonnes"}), ("RMB", {"CNY"}), ("km2", {"km2"}),
        ("tonnes", {"tonnes"}), ("tons", {"tons"}), ("households", set()), ("", set()), ("hectars", set()),
    ],
)  # fmt: skip
def test_units_by_any_name(typed, meant):
    assert units(typed) == meant


def test_a_name_of_many_units_means_them_all():
    assert {"USD", "AUD", "CAD"} <= units("dollars")
    assert units("dollars").isdisjoint({"MXN", "EUR", "ha"})


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2008", Years(2008, 2008)), (2008, Years(2008, 2008)), ("2000-2012", Years(2000, 2012)),
        ("2000–2012", Years(2000, 2012)), ("2004-", Years(2004, None)), ("-1999", Years(None, 1999)),
        ("0000", Years(0, 0)), ("0000-0012", Years(0, 12)),
    ],
)  # fmt: skip
def test_years(typed, read):
    assert years(typed) == read


@pytest.mark.parametrize("typed", ["", "-", "08", "2012-2000", "20082009", "00000012", "soon", "2000-12", "1 2000"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(BadQueryError):
        years(typed)
