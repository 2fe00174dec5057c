"""Values and years -> the scale of an axis: its limits, its ticks and how they are written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from api.plot.points import Measure, Point

DECADES = 3
"""A logarithmic scale only where values span more powers of ten than this."""
NARROW = 2 / 3
"""Where the least value is more than this part of the greatest, zero would flatten what there is to see."""
SAME = 1e-9
"""Values that differ by less than this part of them are one value to the eye."""
FEW = 4
"""Fewer values than this have no course that zero could flatten."""
NAMES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
SHORT = ((1e12, "trn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))
NO_ZERO = frozenset({"temperature"})
"""Their zero is a convention."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of values. `name` is the scale its ticks are written in: "million", or empty.

    A logarithmic axis has no zero; where there are such values they stand at its foot, and the foot is marked "0".
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    name: str = ""
    log: bool = False

    def part(self, value: float) -> float:
        """How far up the axis a value stands: 0 at its foot, 1 at its end."""
        if not self.log:
            return (value - self.low) / (self.high - self.low)
        if value <= self.low:
            return 0.0
        low = math.log10(self.low)
        return (math.log10(value) - low) / (math.log10(self.high) - low)

    @property
    def cut(self) -> bool:
        """Whether zero lies off a linear axis, which a reader has to be told."""
        return not self.log and not self.low <= 0 <= self.high


def value_scale(points: Sequence[Point], kind: str) -> Scale:
    """The scale for the values of a panel."""
    ends = {end for point in points for end in (point.low, point.high)}
    low, high = min(ends), max(ends)
    least = min((end for end in ends if end > 0), default=high)
    if low >= 0 and least > 0 and math.log10(high) - math.log10(least) > DECADES:
        return _decades(least, high, zero=low == 0)
    if kind not in NO_ZERO and len(ends) < FEW:
        low, high = min(low, 0.0), max(high, 0.0)
    elif kind not in NO_ZERO:
        low, high = (min(low, 0.0) if low <= NARROW * high else low, max(high, 0.0) if high >= NARROW * low else high)
    return _linear(low, high)


def year_scale(points: Sequence[Point]) -> Scale:
    """The scale for the years of all panels, half a year wider on each side."""
    first, last = min(point.first for point in points), max(point.last for point in points)
    step = max(1, math.ceil(_step((last - first) / 1.2))) if last > first else 1
    start = math.ceil(first / step) * step
    margin = max(0.5, (last - first) * 0.04)
    return Scale(first - margin, last + margin, tuple((year, str(year)) for year in range(start, last + 1, step)))


def heading(measure: Measure, scale: Scale) -> tuple[str, str]:
    """What stands over a panel: ("Money", "million US dollars per year")."""
    kind, unit, per = measure
    told = [_measured(kind, unit, per, scale.name)]
    told += [f"log scale{', zero at its foot' if scale.ticks[0][0] == 0 else ''}"] if scale.log else []
    told += ["axis does not begin at zero"] if scale.cut and kind not in NO_ZERO else []
    return kind.capitalize() or "Figures", ", ".join(told)


def named(measure: Measure) -> str:
    """A measure in running words: "money (US dollars per year)"."""
    kind, unit, per = measure
    return f"{kind or 'figures'} ({_measured(kind, unit, per, '')})"


def _measured(kind: str, unit: str, per: str, scale: str) -> str:
    name = _unit(kind, unit)
    # what is not stated cannot be counted in millions
    scaled = [scale, name] if unit else [f"{name}, {scale}" if scale else name]
    return " ".join(piece for piece in [*scaled, f"per {per}" if per else ""] if piece)


def _unit(kind: str, unit: str) -> str:
    if kind != "money":
        return unit or "unit not stated"
    if not unit:
        return "currency not stated"
    from babel.numbers import get_currency_name  # noqa: PLC0415 - only a drawing asks for the names

    name: str = get_currency_name(unit, count=2, locale="en")
    return name


def _linear(low: float, high: float) -> Scale:
    if high - low <= SAME * max(abs(low), abs(high)):
        low, high = (low - abs(low) / 10, high + abs(high) / 10) if low else (0.0, 1.0)
    step = _step(high - low)
    start, stop = math.floor(round(low / step, 6)), math.ceil(round(high / step, 6))
    factor, name = next(((f, n) for f, n in NAMES if max(abs(start), abs(stop)) * step >= f), (1.0, ""))
    places = max(0, -math.floor(math.log10(step / factor) + 1e-9))
    places += round(step / factor * 10**places, 6) % 1 != 0
    ticks = tuple((n * step, _written(n * step / factor, places)) for n in range(start, stop + 1))
    return Scale(start * step, stop * step, ticks, name)


def _step(width: float) -> float:
    """A round number that goes into `width` three to six times."""
    power: float = 10.0 ** math.floor(math.log10(width / 4))
    return next(n * power for n in (1, 2, 2.5, 5, 10, 20) if width / (n * power) <= 5)


def _written(value: float, places: int) -> str:
    plain = f"{value:,.{places}f}" if abs(value) < 1e6 and places < 7 else f"{value:.3g}"
    return plain.replace("-", "−")


def _decades(low: float, high: float, *, zero: bool) -> Scale:
    start, stop = math.floor(math.log10(low)), math.ceil(math.log10(high))
    by = math.ceil((stop - start) / 6)
    ticks = tuple((10.0**n, _short(10.0**n)) for n in range(start, stop + by, by))
    end = ticks[-1][0]
    if zero:
        return Scale(10.0 ** (start - by), end, ((0.0, "0"), *ticks), log=True)
    return Scale(10.0**start, end, ticks, log=True)


def _short(value: float) -> str:
    for factor, letters in SHORT:
        if value >= factor:
            return f"{value / factor:,.0f}{letters}"
    return f"{value:g}"
