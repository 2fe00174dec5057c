"""What repeats an earlier passage, and what only looks as if it did."""

from __future__ import annotations

import pytest

from nlp.find.folding import folded

BASE = (
    "Between 2000 and 2008 the government of Elmland spent $1.4 billion on rural wells, "
    "and the council of the north reported that water reached 156,000 households in the dry season."
)

SAME = [
    BASE,
    BASE.upper().lower().capitalize(),
    BASE.replace(" ", "  "),
    BASE.replace(" ", "\n", 9),
    BASE.replace("Elmland", "Élmland"),
    BASE.replace("spent", "had spent"),
    BASE.replace("dry season.", "dry season!"),
    f"{BASE[:-1]}, it said.",
    BASE.replace("and the council", "while the council"),
    BASE.replace("the government of Elmland", "the Government of Elmland"),
    BASE.partition(", and")[0].strip() + ".",
    BASE[BASE.index("the council") :],
    BASE[: BASE.index(" in the dry")],
]
OTHER = [
    BASE.replace("156,000", "143,000"),
    BASE.replace("$1.4 billion", "$1.5 billion"),
    BASE.replace("2008", "2009"),
    BASE.replace("Elmland", "Oakland"),
    BASE.replace("water reached", "water never reached"),
    BASE.replace("water reached", "no water reached"),
    BASE.replace("reported that", "did not report that"),
    f"{BASE} In 2010 the wells were closed, and the pumps sold.",
    f"{BASE} The wells were later closed for good by the order of a court in the capital, and all pumps were sold.",
    "In the dry season water reached many households, as the council of the north of the country had reported.",
    "Roads were built in the south, and a railway joined the two largest towns of the plain with the port.",
    BASE.replace("Elmland", "Elmland and Oakland"),
    BASE.replace("156,000 households", "156,000 of 200,000 households"),
    "See the report on wells, p. 12.",
    "",
]


@pytest.mark.parametrize("later", SAME)
def test_the_same_again_is_folded(later: str) -> None:
    assert folded([BASE, later]) == [None, 0]


@pytest.mark.parametrize("later", OTHER)
def test_what_says_something_of_its_own_is_not(later: str) -> None:
    assert folded([BASE, later]) == [None, None]


def test_a_longer_passage_is_not_folded_into_its_extract() -> None:
    assert folded([SAME[-3], BASE]) == [None, None]


@pytest.mark.parametrize("short", ["Ibid.", "See Roe (2012).", "Ibid., p. 15.", "Source: the council."])
def test_short_ones_are_never_folded(short: str) -> None:
    assert folded([short, short, short]) == [None, None, None]


def test_repeats_of_repeats_are_folded_into_the_first() -> None:
    assert folded([BASE, OTHER[0], BASE, OTHER[0], BASE]) == [None, None, 0, 1, 0]


@pytest.mark.parametrize("texts", [[], [BASE], [""]])
def test_nothing_to_compare(texts: list[str]) -> None:
    assert folded(texts) == [None] * len(texts)
