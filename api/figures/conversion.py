"""A figure's record in another unit, named and beside the original: acres to ha. Only this file knows pint.

Never money, and never a unit that means several things ("tons"): those stay as printed, and the record says why.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from pint import UnitRegistry

from api.records import Record
from corpus.errors import BadQueryError
from nlp.model import Kind
from nlp.tag.figures.typed import units

DIGITS = 12
"""Significant digits of what is converted."""
KNOWN = {
    "ha": "hectare", "Mha": "megahectare",
    "acres": "statute_acre", "km2": "kilometer**2", "m2": "meter**2", "square miles": "mile**2",
    "square feet": "foot**2", "kg": "kilogram", "g": "gram", "mg": "milligram", "tonnes": "metric_ton",
    "kt": "kilometric_ton", "Mt": "megametric_ton", "Gt": "gigametric_ton", "pounds": "pound", "km": "kilometer",
    "m": "meter", "cm": "centimeter", "mm": "millimeter", "miles": "mile", "nautical miles": "nautical_mile",
    "feet": "foot", "yards": "yard", "inches": "inch", "weeks": "week", "days": "day", "hours": "hour",
    "minutes": "minute", "seconds": "second", "months": "calendar_month", "years": "calendar_year",
    "decades": "calendar_decade", "centuries": "calendar_century", "W": "watt", "kW": "kilowatt", "MW": "megawatt",
    "GW": "gigawatt", "TW": "terawatt", "kWh": "kilowatt_hour", "MWh": "megawatt_hour", "GWh": "gigawatt_hour",
    "TWh": "terawatt_hour", "J": "joule", "kJ": "kilojoule", "MJ": "megajoule", "GJ": "gigajoule", "TJ": "terajoule",
    "PJ": "petajoule", "EJ": "exajoule", "litres": "liter", "l": "liter", "ml": "milliliter", "hl": "hectoliter",
    "kL": "kiloliter", "ML": "megaliter", "hm3": "hectometer**3", "GL": "gigaliter", "acre-feet": "statute_acre*foot",
    "m3": "meter**3", "km3": "kilometer**3", "cubic feet": "foot**3", "km/h": "kilometer/hour", "mph": "mile/hour",
    "m/s": "meter/second", "knots": "knot", "°C": "degC", "°F": "degF", "K": "kelvin",
}  # fmt: skip
"""Our names of units -> pint's."""
AMBIGUOUS = {
    "tons": "a ton may be 1,000 kg, 2,000 lb or 2,240 lb",
    "quintals": "a quintal may be 100 kg, 100 lb or 46 kg",
    "ounces": "an ounce may be avoirdupois or troy",
    "gallons": "a gallon may be of the United States or imperial",
    "barrels": "a barrel may be of oil, beer or dry goods",
    "bushels": "a bushel may be a measure or a weight that depends on the grain",
    "dunams": "a dunam may be 900 m2, 1,000 m2 or 2,500 m2",
    "feddans": "a feddan differs by country",
    "mu": "a mu differs by place and time",
    "BTU": "a BTU has several definitions",
    "kcal": "a kilocalorie may be 4.184 or 4.1868 kJ",
    **dict.fromkeys(("toe", "ktoe", "Mtoe"), "a tonne of oil equivalent may be 41.868 or 42 GJ"),
    "generations": "a generation has no fixed length",
}
SINGULAR = {
    "feet": "foot", "square feet": "square foot", "cubic feet": "cubic foot", "acre-feet": "acre-foot",
    "inches": "inch", "centuries": "century",
}  # fmt: skip
_READINGS = frozenset({"°C", "°F", "K"})


class Conversion:
    """Into one unit. Raises BadQueryError when that is a currency, ambiguous, or no unit that is converted."""

    def __init__(self, typed: str) -> None:
        self.unit = _target(typed)
        self._units: Any = UnitRegistry()
        for definition in (
            "statute_acre = 4046.8564224 * meter**2",  # international: pint's own acre is that of surveyors
            "calendar_year = [calendar]",  # no fixed number of days: months and years convert among themselves alone
            "calendar_month = calendar_year / 12",
            "calendar_decade = 10 * calendar_year",
            "calendar_century = 100 * calendar_year",
        ):
            self._units.define(definition)
        self._units.autoconvert_offset_to_baseunit = True
        self._reasons: Counter[str] = Counter()
        self._count = 0

    def apply(self, record: Record) -> Record:
        """The record with its converted fields: null, with the reason, where it cannot be converted."""
        self._count += 1
        reason = self._obstacle(record)
        if reason is not None:
            self._reasons[reason] += 1
            nothing = dict.fromkeys(
                ("converted_value", "converted_low", "converted_high", "converted_unit", "conversion")
            )
            return record | nothing | {"unconverted": reason}
        ends = [self._amount(record[end], record["unit"]) for end in ("low", "high")]
        return record | {
            "converted_value": ends[0] if record["low"] == record["high"] else ends,
            "converted_low": ends[0],
            "converted_high": ends[1],
            "converted_unit": self.unit,
            "conversion": self._said(record["unit"]),
            "unconverted": None,
        }

    def remarks(self) -> list[str]:
        """How many could not be converted, and why."""
        left = self._reasons.total()
        reasons = "; ".join(f"{many:,}: {reason}" for reason, many in self._reasons.most_common())
        return [f"{left:,} of {self._count:,} figures stay as printed ({reasons})"] if left else []

    def _obstacle(self, record: Record) -> str | None:
        unit = record["unit"]
        if record["kind"] == Kind.MONEY:
            return "money is never converted"
        if record["kind"] in {Kind.COUNT, Kind.RATE, Kind.PERCENT} or (unit not in KNOWN and unit not in AMBIGUOUS):
            return f"it is no measure that {self.unit} can stand for"
        if unit in AMBIGUOUS:
            return AMBIGUOUS[unit]
        one, other = self._units.Unit(KNOWN[unit]), self._units.Unit(KNOWN[self.unit])
        return None if one.is_compatible_with(other) else f"it is no measure that {self.unit} can stand for"

    def _amount(self, value: float, unit: str) -> float:
        quantity: Any = self._units.Quantity(float(value), KNOWN[unit])
        return float(f"{quantity.to(KNOWN[self.unit]).magnitude:.{DIGITS}g}")

    def _said(self, unit: str) -> str:
        if unit in _READINGS:
            return f"0 {unit} = {self._amount(0, unit):.8g} {self.unit}, as a reading and not a difference"
        return f"1 {SINGULAR.get(unit, _singular(unit))} = {self._amount(1, unit):.8g} {self.unit}"


def _singular(unit: str) -> str:
    return unit.removesuffix("s") if len(unit) > 3 and unit.isascii() and "/" not in unit else unit


def _target(typed: str) -> str:
    known = {name.casefold(): name for name in KNOWN}
    meant = units(typed) | {known[typed.casefold()]} if typed.casefold() in known else units(typed)
    found = sorted(unit for unit in meant if unit in KNOWN)
    if len(found) == 1:
        return found[0]
    unsure = next((AMBIGUOUS[unit] for unit in sorted(meant) if unit in AMBIGUOUS), None)
    if unsure is not None:
        raise BadQueryError(f"figures are not converted to {typed!r}: {unsure}.")
    if any(len(unit) == 3 and unit.isupper() for unit in meant):
        raise BadQueryError(f"figures are not converted to {typed!r}: sums of money are never converted.")
    raise BadQueryError(f"figures are not converted to {typed!r}; there is {', '.join(KNOWN)}.")
