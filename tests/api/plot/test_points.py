import math

import pytest

from api.plot.points import FAR, MOST_PANELS, arrange, clean


def test_every_record_is_accounted_for(figure):
    records = [figure(1, 2001), figure(2), figure(None, 2003), figure("many", 2004), figure([1, 2, 3], 2005)]
    records += [figure(5, None, 2001), figure(math.inf, 2001), figure(10 * FAR, 2001), figure(True, 2001)]
    panels, report = arrange(records)
    assert list(report.drawn) == [records[0], records[5]]
    assert list(report.undated) == [records[1]]
    assert list(report.unvalued) == [records[2], records[3], records[4], *records[6:]]
    assert report.beyond == ()
    assert len(panels) == 1


@pytest.mark.parametrize("other", [{"unit": "USD"}, {"unit": ""}, {"unit": None}, {"per": "year"}, {"kind": "count"}])
def test_unlike_things_share_no_panel(figure, other):
    panels, _ = arrange([figure(1, 2001), figure(2, 2002), figure(3, 2003, **other)])
    assert [len(panel.points) for panel in panels] == [2, 1]


def test_panels_beyond_the_last_are_told(figure):
    units = [f"unit{n}" for n in range(MOST_PANELS + 2)]
    records = [figure(1, 2001, kind="count", unit=unit) for unit in units]
    panels, report = arrange([figure(1, 2001, kind="count", unit=units[-1]), *records])
    assert len(panels) == MOST_PANELS
    assert panels[0].measure == ("count", units[-1], "")
    assert [record["unit"] for record in report.beyond] == units[-3:-1]
    assert report.measures == tuple(("count", unit, "") for unit in units[-3:-1])


@pytest.mark.parametrize(
    ("more", "joined"),
    [
        ({"row": "Dredging"}, True),
        ({"row": "dredging", "column": "2004"}, True),
        ({"row": "2003", "column": "Dredging"}, True),
        ({"subject": "the dredging budget"}, True),
        ({}, False),
        ({"row": "2003"}, False),
        ({"row": "2003", "subject": "the budget"}, False),
    ],
)
def test_a_label_makes_a_series(figure, more, joined):
    panels, _ = arrange([figure(2, 2004, **more), figure(1, 2003, **more)])
    assert [[point.low for point in line] for line in panels[0].lines()] == ([[1, 2]] if joined else [])


@pytest.mark.parametrize(
    ("second", "joined"),
    [
        ({"since": 2004}, True),
        ({"since": 2004, "paper": "quays.md"}, False),
        ({"since": 2004, "row": "Lighthouses"}, False),
        ({"since": 2004, "per": "year"}, False),
        ({"since": 2003}, False),
        ({"since": 2004, "until": 2009}, False),
        ({"since": 2000, "until": 2009}, False),
        ({"since": 2004, "until": None}, False),
        ({"since": 2004, "value": [1, 4]}, False),
    ],
)
def test_only_what_is_alike_is_joined(figure, second, joined):
    panels, _ = arrange([figure(1, 2003, row="Dredging"), figure(**{"value": 2, "row": "Dredging"} | second)])
    assert any(panel.lines() for panel in panels) == joined


def test_fiscal_years_that_touch_are_a_series(figure):
    panels, _ = arrange([figure(n, n, n + 1, row="Dredging") for n in (2009, 2010, 2011)])
    assert len(panels[0].lines()) == 1


def test_a_period_told_backwards_is_turned(figure):
    (panel,), _ = arrange([figure(1, 2009, 2003)])
    assert (panel.points[0].first, panel.points[0].middle, panel.points[0].last) == (2003, 2006, 2009)


@pytest.mark.parametrize(
    ("words", "cleaned"),
    [
        ("€5 \n million", "€5 million"),
        ("a\x00b\x0bc", "a\ufffdb\ufffdc"),
        ("\u202e5 million", "\ufffd5 million"),
        ("half \ud800", "half \ufffd"),
        ("<b>&", "<b>&"),
        (None, ""),
        (7, "7"),
    ],
)
def test_words_are_made_safe(words, cleaned):
    assert clean(words) == cleaned
