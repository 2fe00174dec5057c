import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.plot.points import arrange
from api.plot.scales import heading, named, value_scale, year_scale


def points(figure, values, **more):
    (panel,), _ = arrange([figure(value, 2000 + n, **more) for n, value in enumerate(values)])
    return panel.points


@pytest.mark.parametrize(
    ("values", "low", "high", "name", "first"),
    [
        ([0, 4], 0, 4, "", "0"),
        ([1e6, 4e6], 0, 4e6, "million", "0"),
        ([1e9, 2.5e9], 0, 2.5e9, "billion", "0.0"),
        ([3e12, 1e12], 0, 3e12, "trillion", "0"),
        ([120_000, 400_000], 0, 400_000, "", "0"),
        ([-30, 90], -50, 100, "", "−50"),
        ([-4, -1], -4, 0, "", "−4"),
        ([90, 92, 95, 98], 90, 98, "", "90"),
        ([5], 0, 5, "", "0"),
        ([-5], -5, 0, "", "−5"),
        ([0], 0, 1, "", "0.0"),
    ],
)
def test_linear_scales(figure, values, low, high, name, first):
    scale = value_scale(points(figure, values), "money")
    assert not scale.log
    assert (scale.low, scale.high, scale.name, scale.ticks[0][1]) == (low, high, name, first)
    assert scale.cut == (low > 0)


@pytest.mark.parametrize(
    ("values", "log"),
    [([1, 900], False), ([1, 1100], True), ([0, 1, 1100], True), ([-1, 1, 1100], False), ([[1, 5000]], True)],
)
def test_log_only_over_three_decades_and_nothing_negative(figure, values, log):
    scale = value_scale(points(figure, values), "money")
    assert scale.log == log
    assert ("log scale" in heading(("money", "EUR", ""), scale)[1]) == log
    assert ("zero at its foot" in heading(("money", "EUR", ""), scale)[1]) == (log and 0 in values)


def test_temperatures_have_no_zero_to_tell_of(figure):
    scale = value_scale(points(figure, [288, 289, 290]), "temperature")
    assert scale.low == 288
    assert "zero" not in heading(("temperature", "K", ""), scale)[1]


@pytest.mark.parametrize(
    ("measure", "words", "running"),
    [
        (("money", "EUR", "year"), ("Money", "euros per year"), "money (euros per year)"),
        (("money", "", ""), ("Money", "currency not stated"), "money (currency not stated)"),
        (("count", "", ""), ("Count", "unit not stated"), "count (unit not stated)"),
        (("area", "ha", ""), ("Area", "ha"), "area (ha)"),
        (("", "", ""), ("Figures", "unit not stated"), "figures (unit not stated)"),
        (("money", "<QQQ>", ""), ("Money", "<QQQ>"), "money (<QQQ>)"),
    ],
)
def test_names(figure, measure, words, running):
    assert heading(measure, value_scale(points(figure, [1, 4]), "money")) == words
    assert named(measure) == running


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [(2004, 2004, [2004]), (2001, 2005, [2001, 2002, 2003, 2004, 2005]), (1990, 2012, [1990, 1995, 2000, 2005, 2010])],
)
def test_years(figure, first, last, ticks):
    (panel,), _ = arrange([figure(1, first), figure(2, last)])
    scale = year_scale(panel.points)
    assert [year for year, _ in scale.ticks] == ticks
    assert scale.low < first
    assert scale.high > last


VALUES = st.floats(-1e100, 1e100).filter(lambda x: x == 0 or abs(x) >= 1e-100)


@given(st.lists(VALUES, min_size=1, max_size=8))
def test_any_values_lie_on_their_axis(values):
    records = [{"paper": "a", "value": value, "since": 2000, "until": 2000} for value in values]
    (panel,), _ = arrange(records)
    scale = value_scale(panel.points, "money")
    parts = [scale.part(value) for value in sorted(values)]
    assert parts == sorted(parts)
    assert -1e-6 <= parts[0] <= parts[-1] <= 1 + 1e-6
    assert 2 <= len(scale.ticks) <= 9
    places = [scale.part(value) for value, _ in scale.ticks]
    assert places == sorted(set(places))


@given(st.lists(st.integers(-3000, 10**7), min_size=1, max_size=8))
def test_any_years_lie_on_their_axis(years):
    (panel,), _ = arrange([{"paper": "a", "value": 1, "since": year, "until": year} for year in years])
    scale = year_scale(panel.points)
    assert all(0 < scale.part(year) < 1 for year in years)
    assert len(scale.ticks) <= 8


@pytest.mark.parametrize(
    ("unit", "per", "words"),
    [("EUR", "year", "million euros per year"), ("EUR", "", "million euros"), ("", "", "currency not stated, million")],
)
def test_the_scale_is_told_with_the_unit(figure, unit, per, words):
    assert heading(("money", unit, per), value_scale(points(figure, [1e6, 4e6]), "money"))[1] == words
