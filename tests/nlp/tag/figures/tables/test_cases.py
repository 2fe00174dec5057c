"""Tables of many topics, currencies and layouts -> their figures. All are inventions; what is expected is read off."""

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


CASES: list[tuple[str, str, Told]] = [
    # money: currencies and scales of many places
    ("Table 1. Ferry subsidies (€m)", "Line\t2018\t2019\nNorth\t3.5\t4", [("3.5", 3.5e6, "EUR"), ("4", 4e6, "EUR")]),
    ("Table 1. Grid investment, £bn", "Region\tPlanned\nEast\t1.2\nWest\t0", [("1.2", 1.2e9, "GBP"), ("0", 0, "GBP")]),
    ("Table 1. Rural roads (Rs crore)", "State\tOutlay\nAsal\t1,20,500", [("1,20,500", 1.205e12, "INR")]),
    ("Table 1. Dam repair (¥ billion)", "Dam\tCost\nUpper\t12.5", [("12.5", 1.25e10, "JPY")]),
    ("Tabela 1. Gasto com saúde (R$ milhões)", "Estado\t2015\nNorte\t1.250,5", [("1.250,5", 1.2505e9, "BRL")]),
    ("Table 1. School feeding (KSh million)", "County\tBudget\nUpland\t450", [("450", 4.5e8, "KES")]),
    ("Table 1. Fire services (A$'000)", "Depot\tCost\nHill\t1,250", [("1,250", 1.25e6, "AUD")]),
    ("Table 1. Courts (zł million)", "Court\tBudget\nLower\t35", [("35", 3.5e7, "PLN")]),
    ("Table 1. Clinics, FCFA million", "District\tCost\nPlain\t800", [("800", 8e8, "XOF")]),
    (
        "Table 1. Ports",
        "Port\tDredging (US$ m)\tQuays (C$ '000)\nBay\t12\t900",
        [("12", 1.2e7, "USD"), ("900", 9e5, "CAD")],
    ),
    ("Table 1. Rail", "Line\tFares (NOK million)\nCoast\t77", [("77", 7.7e7, "NOK")]),
    # a row of units under the heads
    (
        "Table 2. Fisheries",
        "Fleet\tLandings value\tPond area\tShare\n\t(US$ m)\t(ha)\t%\nInshore\t12.5\t340\t15\nOffshore\t80\t1,200\t85",
        [("12.5", 1.25e7, "USD"), ("340", 340, "ha"), ("15", 15, "%"),
         ("80", 8e7, "USD"), ("1,200", 1200, "ha"), ("85", 85, "%")],
    ),
    (
        "Table 2. Plants",
        "| Plant | Output | Cost |\n|---|---|---|\n| | GWh | € million |\n| Alder | 120 | 7 |",
        [("120", 120, "GWh"), ("7", 7e6, "EUR")],
    ),
    (
        "Table 2. Theatres (values in million pesos)",
        "Town\tStage\tTakings\tSeats\n\tm2\tP million\tnumber\nVigan, Philippines\t120\t4.5\t850",
        [("120", 120, "m2"), ("4.5", 4.5e6, "PHP"), ("850", 850, "Seats")],
    ),
    # a column of units
    (
        "Table 3. Farm programme",
        "Indicator\tUnit\t2010\t2015\nIrrigated land\tha\t1,200\t1,500\nWheat\ttonnes\t340\t410\nLosses\t%\t12\t9",
        [("1,200", 1200, "ha"), ("1,500", 1500, "ha"), ("340", 340, "tonnes"), ("410", 410, "tonnes"),
         ("12", 12, "%"), ("9", 9, "%")],
    ),
    (
        "Table 3. Penal indicators",
        "Measure | Unit | 2012\n---|---|---\nPrisoners | number | 4500\nSpending | US$ million | 85\nRank | rank | 14",
        [("4500", 4500, "Prisoners"), ("85", 8.5e7, "USD")],
    ),
    # stubs
    ("Table 4. Output", "\t2010\t2011\nCement (tonnes)\t500\t600", [("500", 500, "tonnes"), ("600", 600, "tonnes")]),
    ("Table 4. Output", "\t2010\nTurf (ha)\t50\nReturns (%)\t6.5", [("50", 50, "ha"), ("6.5", 6.5, "%")]),
    # sections
    (
        "Table 5. Transport",
        "Mode\t2001\t2002\nSpending (€ million)\nBus\t5\t6\nShare of trips (%)\nBus\t30\t31",
        [("5", 5e6, "EUR"), ("6", 6e6, "EUR"), ("30", 30, "%"), ("31", 31, "%")],
    ),
    # scale alone combines with the unit outside
    ("Table 6. Grants in US dollars", "Year\tPaid (thousands)\n2010\t45", [("45", 45000, "USD")]),
    # counts
    ("Table 7. Gaols", "Gaol\tPrisoners\tWarders\nOld\t512\t80", [("512", 512, "Prisoners"), ("80", 80, "Warders")]),
    ("Table 7. Schools", "Zone\tNumber of schools\nNorth\t45", [("45", 45, "schools")]),
    ("Table 7. Relief", "Camp\tHouseholds reached\nRiver\t1,250", [("1,250", 1250, "Households reached")]),
    ("Table 7. Roads", "Year\tDeaths\tSeriously injured\n2004\t310\t", [("310", 310, "Deaths")]),
    ("Table 7. Clinics", "Zone\tMidwives\tVaccines (doses)\nA\t12\t", [("12", 12, "Midwives")]),
    ("Table 7. Crews", "Port\tVessels (thousands)\nBay\t1.5", [("1.5", 1500, "Vessels")]),
    # rates
    ("Table 8. Health", "Area\tTB cases per 100,000\nA\t45.5", [("45.5", 45.5, "per 100,000")]),
    # durations and years
    ("Table 9. Terms", "Offence\tDuration (years)\nTheft\t5\nFraud\t7", [("5", 5, "years"), ("7", 7, "years")]),
    # note marks, brackets, blanks
    (
        "Table 10. Aid (€ million)",
        "Item\tA\tB\tC\nx\t557*\t12ᵃ\t12 [a]",
        [("557", 5.57e8, "EUR"), ("12", 1.2e7, "EUR"), ("12", 1.2e7, "EUR")],
    ),
    ("Table 10. Aid (€ million)", "Item\tA\tB\tC\nx\t12 (a)\t(45)\t–", [("12", 1.2e7, "EUR"), ("45", -4.5e7, "EUR")]),
    ("Table 10. Aid (€ million)", "Item\tA\tB\tC\nx\tn/a\t..\t0", [("0", 0, "EUR")]),
    (
        "Table 10. Aid (€)",
        "Item\tA\tB\nx\t1\u2009250\u2009000\t2\u00a0500",
        [("1\u2009250\u2009000", 1.25e6, "EUR"), ("2\u00a0500", 2500, "EUR")],
    ),
    (
        "Table 10. Hilfe (Mio. €)",
        "Posten\t2010\nx\t12,5\ny\t1.234,5",
        [("12,5", 1.25e7, "EUR"), ("1.234,5", 1.2345e9, "EUR")],
    ),
    # spaces as columns
    (
        "Table 11. Water supply (US$ million)",
        "Town        2010      2011\nNorthby      1.5       2.5\nSouthby     10.0      12.0",
        [("1.5", 1.5e6, "USD"), ("2.5", 2.5e6, "USD"), ("10.0", 1e7, "USD"), ("12.0", 1.2e7, "USD")],
    ),
    (
        "Table 11. Ponds",
        """\
Town        Cost (EUR million)   Lined (%)   Wait (weeks)
Northby                    1.5          40             12
Southby                   10.0          55              9""",
        [("1.5", 1.5e6, "EUR"), ("40", 40, "%"), ("12", 12, "weeks"),
         ("10.0", 1e7, "EUR"), ("55", 55, "%"), ("9", 9, "weeks")],
    ),
    # heads of a table that was cut above them
    ("Town     Cost (EUR million)   Lined (%)", "Northby\t1.5\t40\nSouthby\t10.0\t55", []),
    # heads over several columns
    (
        "Table 12. Two years",
        "\t2010\t\t2011\t\nFund\tUS$ m\t%\tUS$ m\t%\nOak\t5\t50\t6\t60",
        [("5", 5e6, "USD"), ("50", 50, "%"), ("6", 6e6, "USD"), ("60", 60, "%")],
    ),
    (
        "Table 12. Two kinds",
        "\tSpending (£m)\t\tStaff\t\nPrison\t2010\t2011\t2010\t2011\nOld\t5\t6\t70\t80",
        [("5", 5e6, "GBP"), ("6", 6e6, "GBP"), ("70", 70, "Staff"), ("80", 80, "Staff")],
    ),
    # two tables in one
    (
        "Table 13. Panels",
        "Item\tUS$ m\nOak\t5\nElm\t6\nItem\tha\nOak\t70\nElm\t80",
        [("5", 5e6, "USD"), ("6", 6e6, "USD"), ("70", 70, "ha"), ("80", 80, "ha")],
    ),
    # energy and transport
    ("Table 14. Power", "Plant\tCapacity (MW)\tOutput (GWh)\nAsh\t50\t120", [("50", 50, "MW"), ("120", 120, "GWh")]),
    ("Table 14. Roads (km)", "Region\tPaved\tGravel\nNorth\t340\t1,100", [("340", 340, "km"), ("1,100", 1100, "km")]),
    # scales of other languages
    ("Tableau 1. Dépenses, en milliards de francs CFA", "Région\t2014\nCentre\t12,5", [("12,5", 1.25e10, "XOF")]),
    ("Cuadro 1. Gasto (miles de millones de euros)", "Zona\t2014\nSur\t12", [("12", 1.2e10, "EUR")]),
    ("Cuadro 1. Gasto en millones de euros", "Zona\t2014\nSur\t12", [("12", 1.2e7, "EUR")]),
    ("Tabela 1. Gasto (em R$ mil milhões)", "Zona\t2014\nSul\t12", [("12", 1.2e10, "BRL")]),
    ("Tabelle 1. Kosten (Mrd. Euro)", "Land\t2014\nNord\t12", [("12", 1.2e10, "EUR")]),
    ("Tabelle 1. Kosten in Tsd. €", "Land\t2014\nNord\t12", [("12", 12000, "EUR")]),
    # headed "Number", the row names what is counted
    ("Table 16. Fleet", "Vessel\tNumber\nTrawlers\t45\nLongline\t12", [("45", 45, "Trawlers")]),
    ("Table 17. Passengers (millions)", "Mode\t2010\nBus\t1.5", [("1.5", 1.5e6, "Passengers")]),
    ("Table 17. Budget", "In thousands of euros\t2010\t2011\nWages\t450\t", [("450", 4.5e5, "EUR")]),
    ("Table 17. Wells", "Village\tWells drilled 2010–2012\nA\t4", [("4", 4, "Wells drilled")]),
    ("Table 17. Events", "Year\tEvent\n2001\tLaw\n2005\tUS$5 million spent", [("US$5 million", 5e6, "USD")]),
    ("Table 17. Costs (€m)", "\tStaff\tTotal expenditure\nA\t5\t11", [("5", 5e6, "EUR"), ("11", 1.1e7, "EUR")]),
    ("Table 18. Nets", "Item\tPrice (US$)\tTotal (US$)\nNets\t5\t5,000", [("5", 5, "USD"), ("5,000", 5000, "USD")]),
    ("Table 18. Nets", "Item\t2010\nNets (US$)\t5\nTotal (US$)\t6", [("5", 5, "USD"), ("6", 6, "USD")]),
    ("Table 18. Duties", "Good\tRate\tRevenue, $000\nTea\t15%\t450", [("15%", 15, "%"), ("450", 450000, "USD")]),
    ("Table 18. Deaths per 100,000 people", "Region\t2010\nA\t12.5", [("12.5", 12.5, "per 100,000 people")]),
    ("Table 18. Facts", "Area\t45 km²\nGDP per head\tUS$3,400", [("45 km²", 45, "km2"), ("US$3,400", 3400, "USD")]),
    (
        "Table 18. Panels",
        "Panel A. Spending (US$ m)\n\t2010\t2011\nOak\t5\t6\nPanel B. Land (ha)\n\t2012\t2013\nOak\t50\t60",
        [("5", 5e6, "USD"), ("6", 6e6, "USD"), ("50", 50, "ha"), ("60", 60, "ha")],
    ),
    ("Table 18. Trips", "Sex\tMean\tMedian\tN\nMen\t45\t40\t1200", []),
    # a percentage heads men and women: no counts
    ("Table 15. Employment by sex (%)", "Region\tMen\tWomen\nNorth\t55\t48", [("55", 55, "%"), ("48", 48, "%")]),
    (
        "Table 15. Budget by group (US$ million)",
        "Item\t2010\nSchools\nBooks\t5\nDesks\t6",
        [("5", 5e6, "USD"), ("6", 6e6, "USD")],
    ),
    # nothing that measures
    ("Table 20. Ranks", "Country\tRank\tScore\nAva\t1\t55\nBea\t2\t54", []),
    ("Table 20. Contacts", "Office\tTelephone\tPost code\nNorth\t5550123\t10450", []),
    ("Table 20. Sites", "Site\tLatitude\tLongitude\nA\t12.5\t40.25\nB\t13.1\t41.5", []),
    ("Table 20. Registers", "Ship\tID\tCode\nAlba\t4501\t77\nBora\t4502\t78", []),
    ("Table 20. Treaties", "Treaty\tYear\nFish\t1998\nBirds\t2004", []),
    ("Table 20. Treaties", "Treaty\tYear\nFish\t1998", []),
    ("Table 20. Treaties", "Treaty\tYears\nFish\t1998\nBirds\t2001-2004", []),
    ("Table 20. Treaties", "Treaty\tYear ratified\nFish\t1998\nBirds\t2004", []),
    ("Table 20. Development index", "Country\tIndex\nAva\t0.7\nBea\t0.8", []),
    ("Table 20. Poll", "Answer\t2010\t2011\nYes\t45\t50\nNo\t40\t35", []),
    ("Table 20. Poll", "Answer\tMen\tWomen\nYes\t45.5\t50.1\nNo\t40.2\t35.3", []),
    ("Table 20. Marks", "Pupil\tGrade\tPosition\nA\t5\t2", []),
    ("Table 20. Ratios", "District\tPupils per teacher\nA\t45", []),
    ("Table 20. Model", "Variable\tCoefficients\nIncome\t4\nAge\t2", []),
    ("Table 20. Timetable", "Stage\tQuarter\nDesign\t2\nBuild\t3", []),
    ("Table 20. Pages", "Chapter\tPage\nOne\t5\nTwo\t31", []),
    ("Table 20. Costs", "Item\tCosts\nA\t5\nB\t31", []),
    ("Table 20. Growth", "Country\tChange in exports\nA\t5\nB\t31", []),
    ("Table 20. Words", "Agency\tDuty\tBasis\nCoast guard\tRescue\tAct 12\nPolice\tPatrol\tAct 31", []),
    ("Table 20. Blank", "Item\tCost (€)\nA\t–\nB\tn/a\nC\t..", []),
    ("Table 20. Emissions", "Sector\tEmissions\nA\t500\nB\t300", []),
    ("Table 20. Elections in euro area", "Country\tSeats won by left\nA\tmost\nB\tfew", []),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "table", "expected"), CASES, ids=range(len(CASES)))
def test_values(caption: str, table: str, expected: Told) -> None:
    text, found = read(caption, table)
    told = [(text[slice(*figure.span)], figure.value, figure.unit) for figure in found]
    assert told == [(cell, pytest.approx(value), unit) for cell, value, unit in expected]


TIMES: list[tuple[str, str, list[tuple[int | None, int | None]]]] = [
    ("Aid (€m)", "Item\t2010\t2011\nA\t5\t6", [(2010, 2010), (2011, 2011)]),
    ("Aid (€m)", "Year\tPaid\tPledged\n2010\t5\t6\n2011\t7\t8", [(2010, 2010)] * 2 + [(2011, 2011)] * 2),
    ("Aid (€m)", "Item\t2009/10\tFY2011\nA\t5\t6", [(2009, 2010), (2011, 2011)]),
    ("Aid (€m)", "Item\tQ1 2012\tQ2 2012\nA\t5\t6", [(2012, 2012), (2012, 2012)]),
    ("Aid (€m), 2012", "Item\tQ1\tQ2\nA\t5\t6", [(2012, 2012), (2012, 2012)]),
    ("Aid 2012", "\t2010\t\t2011\t\nItem\t€m\t%\t€m\t%\nA\t5\t6\t7\t8", [(2010, 2010)] * 2 + [(2011, 2011)] * 2),
    (
        "Aid 2012",
        "\t\t2010\t\t\t2011\t\nItem\t€m\t%\t€\t€m\t%\t€\nA\t5\t6\t7\t8\t9\t9",
        [(2010, 2010)] * 3 + [(2011, 2011)] * 3,
    ),
    ("Aid (€m)", "Item\tChange 2010-11 (%)\nA\t5", [(2010, 2011)]),
    ("Aid (€m), 2004–2008", "Item\tPaid\nA\t5", [(2004, 2008)]),
    ("Aid (€m), 2004 and 2011", "Item\tPaid\nA\t5", [(2004, 2011)]),
    ("Aid (€m)", "Item\t2010 (est.)\tPaid since 2012\nA\t5\t6", [(2010, 2010), (2012, None)]),
    ("Aid (€m)", "Item\t2010\t2011\tTotal\nA\t5\t6\t11", [(2010, 2010), (2011, 2011), (2010, 2011)]),
    ("Aid (€m)", "Item\tPaid\n2010\nA\t5\n2011\nA\t6", [(2010, 2010), (2011, 2011)]),
    ("Aid (constant 2010 US$ million)", "Item\tPaid\nA\t5", [(None, None)]),
    ("Aid (€m)", "Item\tPaid\nA\t5", [(None, None)]),
    ("Aid (€m)", "Item\tUnder Act 2010 rules\nResolution 1998\t5", [(None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "table", "expected"), TIMES, ids=range(len(TIMES)))
def test_times(caption: str, table: str, expected: list[tuple[int | None, int | None]]) -> None:
    text, found = read(caption, table)
    assert [(figure.since, figure.until) for figure in found] == expected
    for figure in found:
        assert bool(figure.when) == ((figure.since, figure.until) != (None, None))
        assert all(any(char.isdigit() for char in text[slice(*span)]) for span in figure.when)


TOTALS: list[tuple[str, list[bool]]] = [
    ("Item\tA\tB\tTotal\nx\t1\t2\t3", [False, False, True]),
    ("Item\tA\nx\t1\ny\t2\nTotal\t3", [False, False, True]),
    ("Item\tA\nx\t1\ny\t2\nTotal expenditure\t3", [False, False, True]),
    ("Posten\tA\nx\t1\ny\t2\nGesamt\t3", [False, False, True]),
    ("Poste\tA\nx\t1\ny\t2\nTotal général\t3", [False, False, True]),
    ("Partida\tA\nx\t1\ny\t2\nSuma\t3", [False, False, True]),
    ("Item\tA\nx\t1\ny\t2\nSub-total (x+y)\t3\nz\t4\nGrand total\t7", [False, False, True, False, True]),
    ("Region\tA\nNorth\t1\nSouth\t2\nAll regions\t3", [False, False, True]),
    ("Item\tPay\tFuel\tTotal expenditure\nx\t1\t2\t3\ny\t2\t2\t4", [False, False, True, False, False, True]),
    ("Item\tPay\tFuel\tTotal expenditure\nx\t1\t2\t9", [False, False, False]),
    ("Item\tTotal\nx\t1\ny\t2", [False, False]),
    ("Item\tTotal cost\nx\t1\ny\t2", [False, False]),
    ("Item\tA\nTotal population\t1\nTotal output\t2\nShops\t3", [False, False, False]),
    ("Item\tA\nSummer camps\t1\nTotality\t2\nAllowances\t3", [False, False, False]),
]


@pytest.mark.parametrize(("table", "expected"), TOTALS, ids=range(len(TOTALS)))
def test_totals(table: str, expected: list[bool]) -> None:
    assert [figure.total for figure in read("Costs (€m)", table)[1]] == expected


def words(text: str, figure: Figure) -> list[str]:
    return [text[slice(*span)] for span in figure.subject]


def test_the_subject_is_the_title_and_what_the_row_names() -> None:
    text, found = read("Aid (€m)", "Item\t2010\nFood\t5")
    assert [words(text, figure) for figure in found] == [["Aid (€m)", "Food"]]


def test_of_a_year_or_a_sum_the_subject_is_the_column_or_the_caption() -> None:
    text, found = read("Aid (€m)", "Year\tFood aid\n2010\t5\nTotal\t5")
    assert [words(text, figure) for figure in found] == [["Aid (€m)", "Food aid"]] * 2
    text, found = read("Aid (€m)", "Item\t2010\nTotal\t5")
    assert [words(text, figure) for figure in found] == [["Aid (€m)"]]


def test_the_sentence_of_a_cell_is_its_row() -> None:
    text, found = read("Aid (€m)", "Item\t2010\t2011\nFood\t5\t6")
    assert [[text[slice(*span)] for span in figure.sentence] for figure in found] == [["Food\t5\t6"]] * 2


def test_a_known_note_marker_is_no_part_of_the_number() -> None:
    text = "Aid (€m)\n\nItem\t2010\nFood\t5571\nFuel\t12\n"
    body, marker = Span(10, len(text) - 1), Span(text.index("5571") + 3, text.index("5571") + 4)
    found = figures(text, [], [Exhibit("table", "", Span(0, 8), body, markers=(marker,))], [body])
    assert [(figure.value, figure.markers) for figure in found] == [(5.57e8, (marker,)), (1.2e7, ())]


def test_a_table_that_pages_cut_is_one() -> None:
    text = "Aid (€m)\n\nItem\t2010\nFood\t5\n\nItem\t2010\nFuel\t12\n"
    first, second = Span(10, 26), Span(28, 45)
    found = figures(text, [], [Exhibit("table", "", Span(0, 8), first, continued=(second,))], [first, second])
    assert [(figure.value, figure.since) for figure in found] == [(5e6, 2010), (1.2e7, 2010)]
