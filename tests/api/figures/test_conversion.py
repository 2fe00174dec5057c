"""Another unit stands beside the original, exactly, or not at all with the reason."""

import pytest

from api.figures.conversion import Conversion
from corpus.errors import BadQueryError


def row(kind, unit, low, high=None):
    return {"kind": kind, "unit": unit, "low": low, "high": low if high is None else high}


@pytest.mark.parametrize(
    ("kind", "unit", "value", "to", "expected"),
    [
        ("area", "acres", 1, "ha", 0.40468564224), ("area", "ha", 100, "km2", 1),
        ("area", "square miles", 1, "acres", 640),
        ("distance", "miles", 1, "km", 1.609344), ("mass", "pounds", 1, "kilograms", 0.45359237),
        ("mass", "Mt", 2, "tonnes", 2e6), ("duration", "decades", 2, "years", 20),
        ("duration", "years", 1, "months", 12),
        ("duration", "weeks", 2, "days", 14), ("energy", "GWh", 1, "MWh", 1000), ("temperature", "°C", 20, "°F", 68),
    ],
)  # fmt: skip
def test_conversions(kind, unit, value, to, expected):
    done = Conversion(to).apply(row(kind, unit, value))
    assert done["converted_value"] == done["converted_low"] == pytest.approx(expected, rel=1e-11)
    assert (done["low"], done["unit"], done["unconverted"]) == (value, unit, None)


def test_the_factor_is_named_and_a_range_stays_one():
    done = Conversion("hectares").apply(row("area", "acres", 100, 200))
    assert done["conversion"] == "1 acre = 0.40468564 ha"
    assert done["converted_value"] == [done["converted_low"], done["converted_high"]] == [40.468564224, 80.937128448]


@pytest.mark.parametrize(
    ("kind", "unit", "to", "why"),
    [
        ("money", "USD", "ha", "money"), ("money", "GBP", "pounds", "money"), ("area", "ha", "km", "measure"),
        ("mass", "tons", "kg", "ton"), ("mass", "quintals", "kg", "quintal"), ("volume", "gallons", "km", "gallon"),
        ("count", "miles", "km", "measure"), ("percent", "%", "km", "measure"),
        ("duration", "years", "days", "measure"),
        ("area", "rai", "ha", "measure"),
    ],
)  # fmt: skip
def test_what_stays_as_printed(kind, unit, to, why):
    conversion = Conversion(to)
    done = conversion.apply(row(kind, unit, 5))
    assert done["converted_value"] is done["converted_unit"] is None
    assert why in done["unconverted"]
    assert "1 of 1" in conversion.remarks()[0]


@pytest.mark.parametrize("unit", ["euros", "USD", "tons", "%", "cubits", ""])
def test_what_nothing_is_converted_to(unit):
    with pytest.raises(BadQueryError):
        Conversion(unit)
