"""Headings -> whether their bare numbers count things."""

from __future__ import annotations

import pytest

from nlp.tag.figures.nouns import counted_noun

COUNTED = """Prisoners|Households reached|Deaths in custody|Fishing vessels|People|Women|
Police|Nurses trained|Schools|
Hospital beds|Road accidents|Farmers with title|Convictions"""
UNCOUNTED = """Costs|Export values|Emissions|Change|Growth|Press|Status|Pupils per teacher|Average fares|
Cost per households|Year|Index|2010|Tonnes|Hours|Yes|Notes|Comments|Budgets|Region|Name|Mass|Landings|Prison|
Share of households|Fees collected"""


@pytest.mark.parametrize("label", COUNTED.replace("\n", "").split("|"))
def test_counted(label: str) -> None:
    assert counted_noun(label)


@pytest.mark.parametrize("label", UNCOUNTED.replace("\n", "").split("|"))
def test_uncounted(label: str) -> None:
    assert not counted_noun(label)
