"""The labels of rows and columns -> the units they state, and those they do not. All are inventions."""

from __future__ import annotations

import pytest

from corpus.model import Exhibit, Span
from nlp.model import Figure
from nlp.tag.figures.figures import figures

Told = list[tuple[str, float, str]]


def read(caption: str, table: str) -> tuple[str, list[Figure]]:
    text = f"{caption}\n\n{table}\n"
    body = Span(len(caption) + 2, len(caption) + 2 + len(table))
    shown = [Exhibit("table", "", Span(0, len(caption)), body)] if caption else []
    return text, figures(text, [], shown, [body])


def told(caption: str, table: str) -> Told:
    text, found = read(caption, table)
    return [(text[slice(*figure.span)], figure.value, figure.unit) for figure in found]  # type: ignore[misc]


STATED: list[tuple[str, str, Told]] = [
    # a size in a label tells of what kind the thing is
    ("Loans", "Term\tLent (€m)\tLate (%)\nUnder 5 years\t12\t3\n5 to 10 years\t9\t4",
     [("12", 1.2e7, "EUR"), ("3", 3, "%"), ("9", 9e6, "EUR"), ("4", 4, "%")]),
    ("Fees (US$)", "Parcel\t2014\nUp to 2 kg\t15\nCrate, 25 litres\t45", [("15", 15, "USD"), ("45", 45, "USD")]),
    ("Wages, euros", "Age\t2014\n16-17 years\t250\n18 years and over\t450", [("250", 250, "EUR"), ("450", 450, "EUR")]),
    ("Visitors", "Stay\tMuseum\n3 days\t45\n7 days\t12", []),
    ("Bands", "Band\t6-12 months\t12-24 months\nA\t4\t5", []),
    ("Shops", "Turnover\tShops\nUnder US$ 5 million\t45", [("45", 45, "Shops")]),
    # but a unit in brackets or after a comma is one, with its scale
    ("Farms", "\t2014\nMaize (1,000 tonnes)\t12\nMeadows, ha\t40", [("12", 12000, "tonnes"), ("40", 40, "ha")]),
    ("Farms", "\t2014\nHerds over 50 head (%)\t12\nOlives (tonnes)\t3", [("12", 12, "%"), ("3", 3, "tonnes")]),
    # names that are units as well
    ("Grants (£m)", "Town\tPaid\nSandwich\t5\nAcre\t7", [("5", 5e6, "GBP"), ("7", 7e6, "GBP")]),
    ("Rent (NOK million)", "Posten\tOslo\nHus\t5\nSum\t5", [("5", 5e6, "NOK"), ("5", 5e6, "NOK")]),
    ("Debts (¥ billion)", "Lender\t2014\nCrown\t5\nReal\t6", [("5", 5e9, "JPY"), ("6", 6e9, "JPY")]),
    ("Votes", "Party\t2014\nSol\t5\nPound\t6\nOther\t6", []),
    ("One dollar buys", "Currency\tMay\nRand\t14.5\nBaht\t32", [("14.5", 14.5, "ZAR"), ("32", 32, "THB")]),
    ("Harvest", "\t2014\nTonnes\t45\nValue (US$)\t900", [("45", 45, "tonnes"), ("900", 900, "USD")]),
    # the column's own unit, where columns differ
    ("Woods", "Kind\t2014\tChange (%)\nBeech (ha)\t50\t4", [("50", 50, "ha"), ("4", 4, "%")]),
    ("Firms", "\t2013 (€m)\t2014 (€m)\nTurnover\t5\t6\nMargin (%)\t7\t8",
     [("5", 5e6, "EUR"), ("6", 6e6, "EUR"), ("7", 7, "%"), ("8", 8, "%")]),
    # prices of a unit are money
    ("Prices at the pier, shillings (KES)", "Fish\t2014\nTuna, kilo\t300", [("300", 300, "KES")]),
    ("Harvest at 2010 prices, US$ million", "Crop\t2014\nHops (tonnes)\t300", [("300", 300, "tonnes")]),
    # what a scale in brackets counts
    ("Ranches", "Zone\tFlock (million head)\nA\t1.5", [("1.5", 1.5e6, "head")]),
    ("Ferries", "Line\tTraffic (thousand passengers)\nA\t1.5", [("1.5", 1500, "passengers")]),
    ("Towns", "Town\tPopulation (million people)\nA\t1.5", [("1.5", 1.5e6, "people")]),
    ("Lakes", "Lake\tFish (number)\nA\t450", [("450", 450, "Fish")]),
    ("Police", "Town\tFines issued\nA\t450", [("450", 450, "Fines issued")]),
    ("Police", "Town\tFines\nA\t450", []),
    ("Police", "Town\tTrend (million zorks per head)\nA\t450", []),
    ("Towns", "Town\tShare of households\nA\t45", []),
    # "by year" parts the cells
    ("Fires put out, by year", "Year\tDepot\n2013\t45\n2014\t41", []),
    ("Fires", "Depot\tLosses by month\nA\t45", []),
    ("Jobs", "Town\tUnemployed (per cent)\nA\t45", [("45", 45, "%")]),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "table", "expected"), STATED, ids=range(len(STATED)))
def test_what_labels_state(caption: str, table: str, expected: Told) -> None:
    assert told(caption, table) == [(cell, pytest.approx(value), unit) for cell, value, unit in expected]


SPACED: list[tuple[str, Told]] = [
    ("""\
             Number of    Share of        Spent in
Parish           boats       crews   2014 (€ '000)
Alder               45          12             900""",
     [("45", 45, "boats"), ("900", 9e5, "EUR")]),
    ("""\
Parish     Grant Late crews  Wait
           (€m)     (%)     (weeks)
Alder        45      12        9""",
     [("45", 4.5e7, "EUR"), ("12", 12, "%"), ("9", 9, "weeks")]),
    ("""\
Parish     Grant (€m) Late crews (%) Wait (weeks)
Alder              45             12            9""",
     [("45", 4.5e7, "EUR"), ("12", 12, "%"), ("9", 9, "weeks")]),
    ("""\
             Grants        Crews
             (€m)
Parish       2013   2014   2013   2014
Alder          45     12      9     10""",
     [("45", 4.5e7, "EUR"), ("12", 1.2e7, "EUR"), ("9", 9, "Crews"), ("10", 10, "Crews")]),
    ("""\
Parish     Grant (€m)    Wait (weeks)
Alder              45
Birch                               9
Cedar              41               7""",
     [("45", 4.5e7, "EUR"), ("9", 9, "weeks"), ("41", 4.1e7, "EUR"), ("7", 7, "weeks")]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), SPACED, ids=range(len(SPACED)))
def test_headings_over_columns_set_by_spaces(table: str, expected: Told) -> None:
    found = told("Table 1. Harbours", table)
    assert found == [(cell, pytest.approx(value), unit) for cell, value, unit in expected]
