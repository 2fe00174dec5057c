"""Tables -> the figures in their cells. Expected values are read off the tables."""

from __future__ import annotations

import pytest

from corpus.model import Exhibit, Span
from nlp.model import Figure
from nlp.tag.figures.figures import figures

Cell = tuple[str, float | tuple[float, float], str]


def read(caption: str, table: str) -> tuple[str, list[Figure]]:
    text = f"{caption}\n\n{table}\n"
    body = Span(len(caption) + 2, len(caption) + 2 + len(table))
    shown = [Exhibit("table", "", Span(0, len(caption)), body)] if caption else []
    return text, figures(text, [], shown, [body])


def told(caption: str, table: str) -> list[Cell]:
    text, found = read(caption, table)
    return [(text[slice(*figure.span)], figure.value, figure.unit) for figure in found]


TABLES: list[tuple[str, str, list[Cell]]] = [
    (
        "Figure 1. Support (\\$ million): 2010-2011",
        "\t2010\t2011\nFood\t892*\t48\nWater\t0\t---\nTotal\t1148\t48",
        [("892", 8.92e8, "USD"), ("48", 4.8e7, "USD"), ("0", 0, "USD"), ("1148", 1.148e9, "USD"), ("48", 4.8e7, "USD")],
    ),
    (
        "Figure 2. Budget in \\$ millions (2010-2012)⁷",
        "\t2010\t2011\tTOTAL\n\t\tRequest\t\nA\t24.8\t47.5\t72.3",
        [("24.8", 2.48e7, "USD"), ("47.5", 4.75e7, "USD"), ("72.3", 7.23e7, "USD")],
    ),
    (
        "Table 1. Spending by ministry (R million), 2015–2017",
        "\t2015/16\t2016/17\nHealth\t1 200\t1 350.5\nSchools\t(45)\t–",
        [("1 200", 1.2e9, "ZAR"), ("1 350.5", 1.3505e9, "ZAR"), ("45", -4.5e7, "ZAR")],
    ),
    (
        "Table 2: Aid commitments, US$ million",
        "Donor | Amount | Share (%)\n---|---|---\nGermany | 45.5 | 60\nFrance | 30 | 40.0%",
        [("45.5", 4.55e7, "USD"), ("60", 60, "%"), ("30", 3e7, "USD"), ("40.0%", 40, "%")],
    ),
    (
        "Table 3. Budget",
        "Item\tBudget (£m)\tChange on year (%)\nPrisons\t4,100\t+3.5\nProbation\t1,250ᵃ\t−1.2",
        [("4,100", 4.1e9, "GBP"), ("3.5", 3.5, "%"), ("1,250", 1.25e9, "GBP"), ("1.2", -1.2, "%")],
    ),
    (
        "Tableau 4. Dépenses publiques (milliards FCFA)",
        "Année\t2010\t2011\nSanté\t45,2\t50,1",
        [("45,2", 4.52e10, "XOF"), ("50,1", 5.01e10, "XOF")],
    ),
    (
        "Table 5. State finances, 2020-21 (₹ crore)",
        "State\tRevenue\tGSDP growth (%)\nBihar\t1,45,000\t10.5",
        [("1,45,000", 1.45e12, "INR"), ("10.5", 10.5, "%")],
    ),
    (
        "Table 6. Crops",
        "Department\tArea (hectares)\tPrice (US$/kg)\tYear\nNorth\t41,903\t1.5\t2017\nSouth\t29,589\t1.2\t2018",
        [("41,903", 41903, "ha"), ("1.5", 1.5, "USD"), ("29,589", 29589, "ha"), ("1.2", 1.2, "USD")],
    ),
    (
        "Table 7. Costs of options",
        "Option\tCapital\tRunning\nA\t$1.2 million\t$300,000\nB\t€2.5m – €3m\tn/a\nC\t$0\t..",
        [
            ("$1.2 million", 1.2e6, "USD"),
            ("$300,000", 3e5, "USD"),
            ("€2.5m – €3m", (2.5e6, 3e6), "EUR"),
            ("$0", 0, "USD"),
        ],
    ),
    (
        "Table 8. Main indicators",
        "Indicator\t2018\t2019\nGDP (US$ billion)\t350.2\t360.1\nInflation (%)\t3.5\t4.1",
        [("350.2", 3.502e11, "USD"), ("360.1", 3.601e11, "USD"), ("3.5", 3.5, "%"), ("4.1", 4.1, "%")],
    ),
    (
        "Table 9. Expenditure in billions of yen",
        "Fiscal year\tPlanned\tActual\n2010\t1,148\t1,120\n2012\t2,010\t1,998",
        [("1,148", 1.148e12, "JPY"), ("1,120", 1.12e12, "JPY"), ("2,010", 2.01e12, "JPY"), ("1,998", 1.998e12, "JPY")],
    ),
    (
        "Table 10. Income by region (in 2015 Canadian dollars)",
        "Region\tMedian\tNumber of households\nYukon\t95,000\t14,000",
        [("95,000", 95000, "CAD"), ("14,000", 14000, "households")],
    ),
    (
        "Table 11. Fund flows ($'000)",
        "\tOpening\tClosing\nGrants\t$310\t295",
        [("$310", 310000, "USD"), ("295", 295000, "USD")],
    ),
    (
        "Table 12. Seizures",
        "Year\tCocaine (kg)\tHeroin (tonnes)\tValue (€)\n2015\t1,200\t0.5\t45 000 000",
        [("1,200", 1200, "kg"), ("0.5", 0.5, "tonnes"), ("45 000 000", 4.5e7, "EUR")],
    ),
    (
        "Table 13. Spending, EUR mn",
        "Country\t2014\t2015\nFrance\t1.234\t2.345\nItaly\t12.345,5\t1.000.000",
        [("1.234", 1.234e9, "EUR"), ("2.345", 2.345e9, "EUR"),
         ("12.345,5", 1.23455e10, "EUR"), ("1.000.000", 1e12, "EUR")],
    ),
    (
        "Table 14. Breakdown",
        "Sector\t2019\t2020\nUS$ million\t\t\nRoads\t12\t15\nPer cent of total\t\t\nRoads\t63\t65",
        [("12", 1.2e7, "USD"), ("15", 1.5e7, "USD"), ("63", 63, "%"), ("65", 65, "%")],
    ),
    (
        "Table 15. Pledges (millions of US dollars)",
        "Rank\tDonor\tPledged\tPer capita (US$)\n1\tNorway\t500\t92.5\n2\tUK\t0\t6.1",
        [("500", 5e8, "USD"), ("92.5", 92.5, "USD"), ("0", 0, "USD"), ("6.1", 6.1, "USD")],
    ),
    (
        "Table 16. Violence",
        "City\tHomicides\tRate per 100,000\nCali\t1,200\t51",
        [("1,200", 1200, "Homicides"), ("51", 51, "per 100,000")],
    ),
    (
        "Table 17. Costs by type (£ million)",
        "\tStaff\tContracts\n2010\t12\t4.5\n2011\t13\t5",
        [("12", 1.2e7, "GBP"), ("4.5", 4.5e6, "GBP"), ("13", 1.3e7, "GBP"), ("5", 5e6, "GBP")],
    ),
    (
        "Table 18. Aid (US$ million)",
        "Donor\tProjects\tAmount\nNorway\t12\t45",
        [("12", 12, "Projects"), ("45", 4.5e7, "USD")],
    ),
    ("", "Year\tBudget (A$m)\n2010\t5", [("5", 5e6, "AUD")]),
    ("Table 19. Scores", "Country\tRank\tIndex\nChile\t1\t7.8\nPeru\t2\t5.5", []),
    ("Table 20. Votes", "\t2010\t2014\nFor\t120\t135", []),
    ("Table 21. Who does what", "Agency\tTask\nA\tPolicing\nB\tCourts", []),
    ("Table 22. Programmes in ten countries, 2010-2012", "Country\tBegan\nPeru\t2010\nChile\t2012", []),
    ("Table 23. Euro area unemployment", "\t2010\t2011\nSpain\t20.1\t21.4", []),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "table", "expected"), TABLES, ids=[caption or "none" for caption, *_ in TABLES])
def test_cells(caption: str, table: str, expected: list[Cell]) -> None:
    assert told(caption, table) == [(cell, pytest.approx(value), unit) for cell, value, unit in expected]


def test_labels_of_row_and_column() -> None:
    text, found = read("Table 1. Aid (€ million)", "Item\t2010\t2011\nFood aid\t5\t7")
    assert [(text[slice(*f.row)], text[slice(*f.column)]) for f in found if f.row and f.column] == [
        ("Food aid", "2010"),
        ("Food aid", "2011"),
    ]


def test_cells_are_implied_by_the_caption_unless_they_say_all() -> None:
    _, found = read("Table 1. Aid (€ million)", "Item\t2010\t2011\nFood\t5\t$7 million")
    assert [(figure.implied, figure.unit) for figure in found] == [(True, "EUR"), (False, "USD")]


def test_a_unit_ends_with_its_table() -> None:
    text = "Table 1. Aid (€ million)\n\n\t2010\nFood\t5\n\n\t2010\nVotes\t9\n"
    first, second = Span(26, 39), Span(41, 55)
    found = figures(text, [], [Exhibit("table", "Table 1", Span(0, 24), first)], [first, second])
    assert [text[slice(*figure.span)] for figure in found] == ["5"]


def test_a_unit_goes_on_with_its_table_over_the_page() -> None:
    text = "Table 1. Aid (€ million)\n\n\t2010\nFood\t5\n\n\t2010\nVotes\t9\n"
    first, second = Span(26, 39), Span(41, 55)
    shown = Exhibit("table", "Table 1", Span(0, 24), first, continued=(second,))
    found = figures(text, [], [shown], [first, second])
    assert [(text[slice(*figure.span)], figure.unit, figure.low) for figure in found] == [
        ("5", "EUR", 5_000_000),
        ("9", "EUR", 9_000_000),
    ]


def test_what_a_heading_spreads_a_sum_over() -> None:
    _, found = read("Table 1. Prices", "Crop\tPrice (US$/kg)\tIncome per year (US$)\nCoca\t1.5\t900")
    assert [figure.per for figure in found] == ["kg", "year"]


def test_headings_that_leave_out_the_empty_corner() -> None:
    text, found = read("Table 1. Aid (€ million)", "2010\t2011\nFood\t5\t7")
    assert [(text[slice(*figure.span)], text[slice(*figure.column)]) for figure in found if figure.column] == [
        ("5", "2010"),
        ("7", "2011"),
    ]
