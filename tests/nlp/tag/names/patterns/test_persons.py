"""Persons by what stands around them; titles, offices, months and bodies are none."""

from __future__ import annotations

import pytest

from nlp.tag.names.found import settle
from nlp.tag.names.patterns.persons import find_persons, surnames


def persons(text: str) -> list[str]:
    return [text[f.start : f.end] for f in settle(find_persons(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Kimani spoke.", ["Kimani"]),
        ("former president Ruth Kimani spoke", ["Ruth Kimani"]),
        ("Dr. Wanjiru’s results", ["Wanjiru"]),
        ("Lt. Gen. Tomas H. Weller left", ["Tomas H. Weller"]),
        ("Senators Ana Ruiz and Kofi Boateng agreed", ["Ana Ruiz", "Kofi Boateng"]),
        ("as Elinor Halvorsen argued", ["Elinor Halvorsen"]),
        ("George W. Okafor wrote", ["George W. Okafor"]),
        ("R. de Wit wrote", ["R. de Wit"]),
        ("Ursula von der Aue said", ["Ursula von der Aue"]),
        ("Zuri Okello, a senior researcher at the port, said", ["Zuri Okello"]),
        ("the Okello administration", ["Okello"]),
        ("Deutsch (1957) held", ["Deutsch"]),
        ("as Wolfe et al. (2011) show", ["Wolfe"]),
        ("many agree (Wolfe and Tarrow 2011; Hsu 1999)", ["Wolfe", "Tarrow", "Hsu"]),
        ("Okafor, C. and Lindqvist, P. (2014)", ["Okafor, C.", "Lindqvist, P."]),
        ("King Felipe arrived", ["Felipe"]),
        ("Ban Ki-moon said", ["Ban Ki-moon"]),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "he said that she agreed",
        "In May (2008) and in March (2009)",
        "Table (2008) and Figure (2009)",
        "Mexico (2008) and the World Bank (2010)",
        "the President of the Republic",
        "Major Challenges and General Remarks",
        "the Minister Responsible said",
        "the Drug Enforcement Administration",
        "El Comercio (2012) reported",
        "the U.S. Marines landed",
        "Prime Minister's Office",
        "(Spring 2008)",
        "NATO (2010) and the OECD (2011)",
        "",
    ],
)
def test_finds_nothing(text: str) -> None:
    assert persons(text) == []


def test_surnames() -> None:
    assert list(surnames("Ilona Szabo de Carvalho")) == ["Szabo", "Carvalho"]
    assert list(surnames("Mary Jane Okafor")) == ["Okafor"]
    assert list(surnames("Okafor, C.")) == ["Okafor"]
