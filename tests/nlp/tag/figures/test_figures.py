"""Sentences and paragraphs -> the figures in them. Expected values are read off the sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Exhibit, Span
from corpus.prose import prose
from corpus.view import View
from nlp.model import Figure, Kind, Place
from nlp.tag.figures.figures import figures

Value = float | tuple[float, float]


def read(text: str, place: Place = Place.BODY) -> list[Figure]:
    return figures(text, [(prose(text, (Span(0, len(text)),)), place)])


def told(text: str, *kinds: Kind) -> list[tuple[str, Value, str]]:
    return [
        (text[slice(*figure.span)], figure.value, figure.unit)
        for figure in read(text)
        if not kinds or figure.kind in kinds
    ]


MONEY: list[tuple[str, list[tuple[str, Value, str]]]] = [
    # Signs, scales and where they stand
    ("The fund holds $40 million.", [("$40 million", 4e7, "USD")]),
    (r"The fund holds \$40 million.", [(r"\$40 million", 4e7, "USD")]),
    (r"It paid US\$ 2.5 billion last year.", [(r"US\$ 2.5 billion", 2.5e9, "USD")]),
    ("It paid U.S. $2.5 billion last year.", [("U.S. $2.5 billion", 2.5e9, "USD")]),
    ("It paid $US55m for the site.", [("$US55m", 5.5e7, "USD")]),
    ("Canberra set aside $A82m.", [("$A82m", 8.2e7, "AUD")]),
    ("Canberra set aside A$1.2bn for water.", [("A$1.2bn", 1.2e9, "AUD")]),
    ("Wellington spent NZ$ 310 million.", [("NZ$ 310 million", 3.1e8, "NZD")]),
    ("Ottawa pledged C$5.3 billion over five years.", [("C$5.3 billion", 5.3e9, "CAD")]),
    ("Hong Kong budgets HK$12.5 billion for it.", [("HK$12.5 billion", 1.25e10, "HKD")]),
    ("Singapore will invest S$900 million.", [("S$900 million", 9e8, "SGD")]),
    ("Brasília released R$ 3,4 bilhões e R$ 1.2 billion more.",
     [("R$ 3,4 bilhões", 3.4e9, "BRL"), ("R$ 1.2 billion", 1.2e9, "BRL")]),
    ("The state of Bahia spent R$450 million.", [("R$450 million", 4.5e8, "BRL")]),
    ("The plan costs MX$ 780 million.", [("MX$ 780 million", 7.8e8, "MXN")]),
    ("Kingston borrowed J$15 billion.", [("J$15 billion", 1.5e10, "JMD")]),
    ("The scheme cost £4.7bn in 2019-20.", [("£4.7bn", 4.7e9, "GBP")]),
    ("Councils received £350m and £42,000 each.", [("£350m", 3.5e8, "GBP"), ("£42,000", 42000, "GBP")]),
    ("A levy of €2.5 per tonne was agreed.", [("€2.5", 2.5, "EUR")]),
    ("The facility is worth €750 billion.", [("€750 billion", 7.5e11, "EUR")]),
    ("The facility is worth 750 billion euros.", [("750 billion euros", 7.5e11, "EUR")]),
    ("The facility is worth EUR 750 billion.", [("EUR 750 billion", 7.5e11, "EUR")]),
    ("The facility is worth 750 billion EUR.", [("750 billion EUR", 7.5e11, "EUR")]),
    ("Costs reached €2,5 million in Wallonia.", [("€2,5 million", 2.5e6, "EUR")]),
    ("Costs reached 1.234.567 euros.", [("1.234.567 euros", 1234567, "EUR")]),
    ("Costs reached € 1.234,56 per head.", [("€ 1.234,56", 1234.56, "EUR")]),
    ("Costs reached 12 € a day.", [("12 €", 12, "EUR")]),
    ("The bank lent 120 MEUR to ports.", [("120 MEUR", 1.2e8, "EUR")]),
    ("The bank lent EUR 10 000 000 to ports.", [("EUR 10 000 000", 1e7, "EUR")]),
    ("Bern pays CHF 1'250'000 a year.", [("CHF 1'250'000", 1250000, "CHF")]),
    ("Bern pays 40 million Swiss francs a year.", [("40 million Swiss francs", 4e7, "CHF")]),
    ("Delhi allotted ₹2,500 crore to irrigation.", [("₹2,500 crore", 2.5e10, "INR")]),
    ("Delhi allotted Rs 2 lakh crore to roads.", [("Rs 2 lakh crore", 2e12, "INR")]),
    ("Delhi allotted Rs. 12,34,567 to the district.", [("Rs. 12,34,567", 1234567, "INR")]),
    ("A family may earn 35 lakh rupees.", [("35 lakh rupees", 3.5e6, "INR")]),
    ("Islamabad set aside PKR 40 billion.", [("PKR 40 billion", 4e10, "PKR")]),
    ("Dhaka spent Tk 5,000 crore on embankments.", [("Tk 5,000 crore", 5e10, "BDT")]),
    ("Tokyo adds ¥3.4 trillion.", [("¥3.4 trillion", 3.4e12, "JPY")]),
    ("Tokyo adds 3.4 trillion yen.", [("3.4 trillion yen", 3.4e12, "JPY")]),
    ("Beijing spent RMB 600 million.", [("RMB 600 million", 6e8, "CNY")]),
    ("Beijing spent 600 million yuan.", [("600 million yuan", 6e8, "CNY")]),
    ("Seoul promised ₩2 trillion.", [("₩2 trillion", 2e12, "KRW")]),
    ("Seoul promised 900 billion won.", [("900 billion won", 9e11, "KRW")]),
    ("Abuja released ₦8.5bn to states.", [("₦8.5bn", 8.5e9, "NGN")]),
    ("Abuja released 8.5 billion naira.", [("8.5 billion naira", 8.5e9, "NGN")]),
    ("Nairobi lost KSh 3 billion.", [("KSh 3 billion", 3e9, "KES")]),
    ("Nairobi lost Kshs. 450,000.", [("Kshs. 450,000", 450000, "KES")]),
    ("Kampala paid 200 million Ugandan shillings.", [("200 million Ugandan shillings", 2e8, "UGX")]),
    ("Pretoria cut R1.5bn from the grant.", [("R1.5bn", 1.5e9, "ZAR")]),
    ("Pretoria cut R250 million from the grant.", [("R250 million", 2.5e8, "ZAR")]),
    ("Pretoria cut 250 million rand from the grant.", [("250 million rand", 2.5e8, "ZAR")]),
    ("Accra owes GH¢ 4.2 billion.", [("GH¢ 4.2 billion", 4.2e9, "GHS")]),
    ("Dakar owes 60 billion CFA francs.", [("60 billion CFA francs", 6e10, "XOF")]),
    ("Dakar owes FCFA 500,000.", [("FCFA 500,000", 500000, "XOF")]),
    ("Kuala Lumpur spent RM2.3 billion.", [("RM2.3 billion", 2.3e9, "MYR")]),
    ("Jakarta spent Rp 12 trillion.", [("Rp 12 trillion", 1.2e13, "IDR")]),
    ("Manila pays PhP 1,400 a month.", [("PhP 1,400", 1400, "PHP")]),
    ("Manila pays ₱1,400 a month.", [("₱1,400", 1400, "PHP")]),
    ("Lima spent S/ 300 million.", [("S/ 300 million", 3e8, "PEN")]),
    ("Lima spent 300 million soles.", [("300 million soles", 3e8, "PEN")]),
    ("Bogotá spent COP 2.4 trillion.", [("COP 2.4 trillion", 2.4e12, "COP")]),
    ("Bogotá spent 900 million Colombian pesos.", [("900 million Colombian pesos", 9e8, "COP")]),
    ("Santiago spent CLP 500 million.", [("CLP 500 million", 5e8, "CLP")]),
    ("Kyiv needs UAH 30 billion.", [("UAH 30 billion", 3e10, "UAH")]),
    ("Warsaw spent 1.2 billion zlotys.", [("1.2 billion zlotys", 1.2e9, "PLN")]),
    ("Stockholm spent SEK 4 billion.", [("SEK 4 billion", 4e9, "SEK")]),
    ("Oslo spent 350 million Norwegian kroner.", [("350 million Norwegian kroner", 3.5e8, "NOK")]),
    ("Ankara spent 2 billion Turkish lira.", [("2 billion Turkish lira", 2e9, "TRY")]),
    ("The IMF lent SDR 1.3 billion.", [("SDR 1.3 billion", 1.3e9, "XDR")]),
    # Letters and shared names
    ("Pretoria spent R2 million; a grant is R350.", [("R2 million", 2e6, "ZAR"), ("R350", 350, "ZAR")]),
    ("A levy in steps of 65 cents.", [("65 cents", 0.65, "USD")]),
    ("It took CHF 3.2 Mrd. and 4 Mio. EUR.", [("CHF 3.2 Mrd.", 3.2e9, "CHF"), ("4 Mio. EUR", 4e6, "EUR")]),
    ("Un total de 2,5 millones de euros.", [("2,5 millones de euros", 2.5e6, "EUR")]),
    ("A fee of 50p on £20.", [("50p", 0.5, "GBP"), ("£20", 20, "GBP")]),
    ("It gave £240m and then a further 300m.", [("£240m", 2.4e8, "GBP"), ("300m", 3e8, "GBP")]),
    # Words
    ("Many live on less than two dollars a day.", [("two dollars", 2, "USD")]),
    ("It cost three hundred and fifty thousand pounds.",
     [("three hundred and fifty thousand pounds", 350000, "GBP")]),
    ("It cost twenty-five million euros.", [("twenty-five million euros", 2.5e7, "EUR")]),
    ("It cost half a million dollars.", [("half a million dollars", 500000, "USD")]),
    ("It cost a quarter of a million pounds.", [("a quarter of a million pounds", 250000, "GBP")]),
    ("It cost two and a half billion dollars.", [("two and a half billion dollars", 2.5e9, "USD")]),
    ("It cost $2½ million.", [("$2½ million", 2.5e6, "USD")]),
    ("It cost a million dollars.", [("a million dollars", 1e6, "USD")]),
    ("A one-dollar fee and a 25-cent stamp.", [("one-dollar", 1, "USD"), ("25-cent", 0.25, "USD")]),
    ("Fuel rose by 12 pence a litre.", [("12 pence", 0.12, "GBP")]),
    ("The tariff is 9 US cents per kWh.", [("9 US cents", 0.09, "USD")]),
    ("It ran to hundreds of millions of dollars.", [("hundreds of millions of dollars", (1e8, 1e9), "USD")]),
    ("It ran to tens of thousands of euros.", [("tens of thousands of euros", (1e4, 1e5), "EUR")]),
    ("It ran to several billion pesos in Chile.", [("several billion pesos", (2e9, 1e10), "CLP")]),
    ("A grant of 3 thousand million dollars.", [("3 thousand million dollars", 3e9, "USD")]),
    # One figure, not two
    ("It won $5 billion dollars.", [("$5 billion dollars", 5e9, "USD")]),
    ("It won $380 million US dollars.", [("$380 million US dollars", 3.8e8, "USD")]),
    ("It won $60 million Canadian dollars.", [("$60 million Canadian dollars", 6e7, "CAD")]),
    ("It won $60 million AUD.", [("$60 million AUD", 6e7, "AUD")]),
    ("It won $900 million pesos in Mexico.", [("$900 million pesos", 9e8, "MXN")]),
    ("It paid thirteen dollars and forty cents.", [("thirteen dollars and forty cents", 13.4, "USD")]),
    ("They lost 75 USD million.", [("75 USD million", 7.5e7, "USD")]),
    ("They lost USD million 75.", [("USD million 75", 7.5e7, "USD")]),
    # Ranges and lists
    ("It needs $10 to $15 billion.", [("$10 to $15 billion", (1e10, 1.5e10), "USD")]),
    ("It needs $10-15 billion.", [("$10-15 billion", (1e10, 1.5e10), "USD")]),
    ("It needs €10m–€15m.", [("€10m–€15m", (1e7, 1.5e7), "EUR")]),
    ("It needs £20 to £30 million.", [("£20 to £30 million", (2e7, 3e7), "GBP")]),
    ("Grants of $800,000 to $1.3 million are usual.", [("$800,000 to $1.3 million", (8e5, 1.3e6), "USD")]),
    ("It needs between 5 and 7 million euros.", [("5 and 7 million euros", (5e6, 7e6), "EUR")]),
    ("It needs between €5 million and €7 million.", [("€5 million and €7 million", (5e6, 7e6), "EUR")]),
    ("Aid fell from $57 million to $41 million.", [("$57 million", 5.7e7, "USD"), ("$41 million", 4.1e7, "USD")]),
    ("Aid rose from $41 to $57 million.", [("$41", 4.1e7, "USD"), ("$57 million", 5.7e7, "USD")]),
    ("Costs ranging from £2 to £3 million.", [("£2 to £3 million", (2e6, 3e6), "GBP")]),
    ("They gave $3, $4 and $7 billion.", [("$3", 3e9, "USD"), ("$4", 4e9, "USD"), ("$7 billion", 7e9, "USD")]),
    ("They gave 3, 4 and 7 million euros.", [("3", 3e6, "EUR"), ("4", 4e6, "EUR"), ("7 million euros", 7e6, "EUR")]),
    ("A fee of $500 and $2 million in fines.", [("$500", 500, "USD"), ("$2 million", 2e6, "USD")]),
    ("Donors gave $120 billion. Others gave 6.6 billion.",
     [("$120 billion", 1.2e11, "USD"), ("6.6 billion", 6.6e9, "USD")]),
    ("Spending was €4.1 billion in 2019 and 4.6 billion in 2020.",
     [("€4.1 billion", 4.1e9, "EUR"), ("4.6 billion", 4.6e9, "EUR")]),
    # Refused currencies
    ("A $1.4 billion plan.", [("$1.4 billion", 1.4e9, "USD")]),
    ("The a $1.4 billion US aid package.", [("$1.4 billion", 1.4e9, "USD")]),
    ("In 2012 USD 500,000 was spent.", [("USD 500,000", 500000, "USD")]),
    ("It gave $5 million to 3 million people.", [("$5 million", 5e6, "USD")]),
    ("It gave “$2 trillion worth of goods”.", [("$2 trillion", 2e12, "USD")]),
    ("Losses of -$5 million and −€3m.", [("-$5 million", -5e6, "USD"), ("−€3m", -3e6, "EUR")]),
    ("It owns $2000 in stock.", [("$2000", 2000, "USD")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MONEY)
def test_money(text: str, expected: list[tuple[str, Value, str]]) -> None:
    assert told(text, Kind.MONEY) == [(quote, pytest.approx(value), unit) for quote, value, unit in expected]


NO_MONEY = [
    "It is a real challenge.", "Silica gel absorbs moisture.", "She got mad about it.", "All 70 of us came.",
    "ALL 5 answers are wrong.", "The TOP 10 list.", "At COP 26 in Glasgow.", "SDG 16 on peace.",
    "A Euro-centric view.",
    "In dollar terms it fell.", "It keeps its books in thousands of euros.", "Figures are in millions of US dollars.",
    "Debt (in billions of yen)", "Table 3 ($ million)", "The figures are in US$ billions.",
    "In constant 2012 dollars.",
    "Prices at 2015 US$.", "Section 5 of the Act.", "Resolution 1325 (2000) was adopted.",
    "Law 1448 of 2011 applies.",
    "See https://example.org/a?price=%24500&x=USD500.", "Write to euro500@example.org today.", "The G20 met in 2009.",
    "The MS-13 gang and COVID-19.", "R2P was invoked.", "The R1 road.", "He won 12 seats; she won 5.",
    "On 12 March 2010 it met.",
    "Between 2008 and 2012 it grew.", "In the 1990s it fell.", "The 21st century.", "ISBN 978-0-306-40615-7.",
    "Call +44 20 7946 0958 now.", "Call (202) 555-0182 now.", "pp. 98-110 and p. 12.", "Vol. 12(3): 98-110.",
    "The pound fell against the dollar.", "Britain left the euro debate.", "It has 5 won titles.", "She ran 5 km.",
    "doi:10.1000/182.500", "Chapter 4, paragraph 12 and note 7.", "The party won 45 of 90 seats.",
    "He is 45 years old.",
    "A .50-cal rifle.", "Boeing 737 and Airbus 320.", "Article 5 and Articles 7 to 9.", "Goal 5 and Target 16.1.",
    "Population was 5 million.", "They hold 30 kg.", "Version 2.0 was issued.", "At 10:30 on 9/11.",
    "5 pounds of cocaine were seized.",
    "Shipments of 3,000 pounds of cannabis.", "The sun set at 6 p.m.", "CAD software and GEL electrodes.",
    "the lek and the lev",
    "A/RES/60/1 was adopted.", "H.R. 1234 was tabled.", "21 U.S.C. § 802", "1.5°C of warming", "aged 15 to 24",
    "Phase 2 began.",
    "Q4 results", "K-12 schools", "Type 2 diabetes", "Highway 61", "Room 500", "Directive 2016/679 (EU)",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_MONEY)
def test_no_money(text: str) -> None:
    assert told(text, Kind.MONEY) == []


NOTHING = [
    "On 12 March 2010 it met.", "Between 2008 and 2012 it grew.", "In the 1990s it fell.", "The 21st century.",
    "ISBN 978-0-306-40615-7.",
    "Call +44 20 7946 0958 now.", "pp. 98-110 and p. 12.", "Vol. 12(3): 98-110.",
    "The MS-13 gang and COVID-19.", "The G20 met in 2009.",
    "Section 5 of the Act.", "Resolution 1325 (2000) was adopted.", "Law 1448 of 2011 applies.",
    "See https://example.org/1,000/a%20b.",
    "Chapter 4, paragraph 12 and note 7.", "Section two considers costs.", "See Figures 3 and 4.",
    "1998-99 and 2008/09", "(1) first; (2) second",
    "A .50-cal rifle.", "Boeing 737 and Airbus 320.", "At 10:30 on 9/11.", "No one knows; one of them left.",
    "It is one thing to say so.",
    "The twenty-first session.", "mid-2000s", "Agenda 21", "Article 5 and Articles 7 to 9.",
    "On March 12-14, 2011", "Version 2.0 was issued.",
]  # fmt: skip


SCALED: list[tuple[str, list[tuple[str, Value, str]]]] = [
    ("It reached 3-5 million households.", [("3-5 million", (3e6, 5e6), "households")]),
    ("They are 20 to 30 thousand farmers.", [("20 to 30 thousand", (2e4, 3e4), "farmers")]),
    ("Between 50.4 and 60.6 million people fled.", [("50.4 and 60.6 million", (50.4e6, 60.6e6), "people")]),
    ("Between 500 and 2 million people fled.", [("500 and 2 million", (500, 2e6), "people")]),
    ("It set aside PLN 447-575m for rail.", [("PLN 447-575m", (447e6, 575e6), "PLN")]),
    ("It set aside £83 to 166m for rail.", [("£83 to 166m", (83e6, 166e6), "GBP")]),
    ("It found between HUF 298 and 386 bn missing.", [("HUF 298 and 386 bn", (298e9, 386e9), "HUF")]),
    ("It gave $5 to 15 million families.", [("$5", 5, "USD"), ("15 million", 15e6, "families")]),
    ("It paid £40, 300 m from the gate.", [("£40", 40, "GBP"), ("300 m", 300, "m")]),
    ("It paid US$ 5 mm for it.", [("US$ 5 mm", 5e6, "USD")]),
    ("The mean fall was 450 mm.", [("450 mm", 450, "mm")]),
    ("The motion fell by a vote of 31 to 12.", [("31", 31, "votes"), ("12", 12, "votes")]),
    ("Roughly 1 in 5 adults smoke.", [("1 in 5", 20, "%")]),
    ("Six out of ten homes leak; one in 20 is new.", [("Six out of ten", 60, "%"), ("one in 20", 5, "%")]),
    ("It closed three in ten years.", [("ten years", 10, "years")]),
    ("It opened two in 20 districts.", [("20", 20, "districts")]),
    ("Only one in Paris 5 years ago.", [("5 years", 5, "years")]),
    ("Members voted 12-4 for it.", [("12", 12, "votes"), ("4", 4, "votes")]),
    ("The vote of 2010 was close; voting from 9 to 5 is allowed.", []),
    ("1.1 US dollars went to schools.", [("1.1 US dollars", 1.1, "USD")]),
    ("2.5 EUR went to schools.", [("2.5 EUR", 2.5, "EUR")]),
    ("1.1 Dollar markets fell.", []),
    ("1.1 Energy policy is dear.", []),
    ("2.5 EUR spending", []),
]
"""A scale printed once holds for both ends of a range, and for nothing else; the number of a paragraph is no sum."""


@pytest.mark.parametrize(("text", "expected"), SCALED)
def test_scales_and_numbers_of_paragraphs(text: str, expected: list[tuple[str, Value, str]]) -> None:
    assert told(text) == [(quote, pytest.approx(value), unit) for quote, value, unit in expected]


@pytest.mark.parametrize("text", NOTHING)
def test_no_figure(text: str) -> None:
    assert told(text) == []


OTHERS: list[tuple[str, list[tuple[str, Value, str]]]] = [
    ("It fell by 12.5%.", [("12.5%", 12.5, "%")]),
    ("It fell by 3-4 per cent.", [("3-4 per cent", (3, 4), "%")]),
    ("It fell from 9 to 4 per cent.", [("9", 9, "%"), ("4 per cent", 4, "%")]),
    ("It rose 2 percentage points to 8 percent.",
     [("2 percentage points", 2, "percentage points"), ("8 percent", 8, "%")]),
    ("It changed by −0.3%.", [("−0.3%", -0.3, "%")]),
    ("Three quarters of the farms closed.", [("Three quarters", 75, "%")]),
    ("More than half of them left.", [("half", 50, "%")]),
    ("About one-third were women.", [("one-third", pytest.approx(33.3333, abs=0.001), "%")]),
    ("Some 156,000 hectares were planted.", [("156,000 hectares", 156000, "ha")]),
    ("Some 156 000 ha were planted.", [("156 000 ha", 156000, "ha")]),
    ("The park covers 1.2 million acres.", [("1.2 million acres", 1.2e6, "acres")]),
    ("The park covers 450 sq. km.", [("450 sq. km", 450, "km2")]),
    ("The park covers 450 km².", [("450 km²", 450, "km2")]),
    ("They seized 30 kilograms of heroin.", [("30 kilograms", 30, "kg")]),
    ("They seized 5,000 pounds of cocaine.", [("5,000 pounds", 5000, "pounds")]),
    ("Output was 3.2 million metric tons.", [("3.2 million metric tons", 3.2e6, "tonnes")]),
    ("Output was 3 to 4 Mt.", [("3 to 4 Mt", (3, 4), "Mt")]),
    ("A border of 3,000 km.", [("3,000 km", 3000, "km")]),
    ("Boats stay 100 nautical miles out.", [("100 nautical miles", 100, "nautical miles")]),
    ("A five-year plan of 18 months.", [("five-year", 5, "years"), ("18 months", 18, "months")]),
    ("The plant makes 500 MW and 3 TWh.", [("500 MW", 500, "MW"), ("3 TWh", 3, "TWh")]),
    ("It killed 27 per 100,000 people.", [("27 per 100,000 people", 27, "per 100,000 people")]),
    ("It saw 27 homicides per 100,000 inhabitants.",
     [("27 homicides per 100,000 inhabitants", 27, "homicides per 100,000 inhabitants")]),
    ("Use grew tenfold.", [("tenfold", 10, "times")]),
    ("Some 12,000 police officers came.", [("12,000", 12000, "police officers")]),
    ("Two countries and 28 member states signed.", [("Two", 2, "countries"), ("28", 28, "member states")]),
    ("Tens of thousands of young men died.", [("Tens of thousands", (1e4, 1e5), "young men")]),
    ("It rose from 57 to 107 programmes.", [("57", 57, "programmes"), ("107", 107, "programmes")]),
    ("Clinics served 2.5 million women.", [("2.5 million", 2.5e6, "women")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_other_kinds(text: str, expected: list[tuple[str, Value, str]]) -> None:
    assert told(text) == [(quote, value, unit) for quote, value, unit in expected]


CURRENCIES = [
    ("${}", "USD"), ("US${}", "USD"), ("US$ {}", "USD"), ("USD {}", "USD"), ("{} US dollars", "USD"),
    ("{} dollars", "USD"),
    ("A${}", "AUD"), ("C${}", "CAD"), ("NZ${}", "NZD"), ("R${}", "BRL"), ("{} reais", "BRL"), ("MX${}", "MXN"),
    ("{} Colombian pesos", "COP"), ("£{}", "GBP"), ("{} pounds sterling", "GBP"), ("€{}", "EUR"),
    ("{} euros", "EUR"), ("EUR {}", "EUR"),
    ("{} EUR", "EUR"), ("₹{}", "INR"), ("Rs. {}", "INR"), ("{} rupees", "INR"), ("¥{}", "JPY"),
    ("{} yen", "JPY"), ("CHF {}", "CHF"),
    ("{} Swiss francs", "CHF"), ("{} CFA francs", "XOF"), ("₦{}", "NGN"), ("KES {}", "KES"), ("{} rand", "ZAR"),
    ("RMB {}", "CNY"),
]  # fmt: skip
SCALES = [
    ("", 1.0), (" thousand", 1e3), (" million", 1e6), (" billion", 1e9), (" trillion", 1e12), (" bn", 1e9),
    (" mn", 1e6), (" crore", 1e7),
]  # fmt: skip
HEDGES = ["", "some ", "about ", "more than ", "up to ", "an estimated ", "at least "]
FRAMES = [
    "The ministry spent {} on roads.", "It cost {}.", "({})", "Of this, {}, or a part of it, was lost.",
    "{} went to schools.",
    "In 2012, {} was set aside; in 2013 nothing was.", "They said “{}” in May.", "a loan of {} (see note)",
    "Costs: {}; gains: none.",
    "The fund gave {} a year to farmers.", "It rose to {} by 2020.",
]  # fmt: skip
SHAPES = st.sampled_from(CURRENCIES)
PRINTED = st.integers(2, 999).map(lambda n: (str(n), float(n))) | st.integers(11, 9999).map(
    lambda n: (f"{n / 10:,.1f}", n / 10)
)


@given(SHAPES, st.sampled_from(SCALES), PRINTED, st.sampled_from(HEDGES), st.sampled_from(FRAMES), st.data())
def test_any_sum_in_any_sentence(
    currency: tuple[str, str],
    scale: tuple[str, float],
    number: tuple[str, float],
    hedge: str,
    frame: str,
    data: st.DataObject,
) -> None:
    printed = currency[0].format(f"{number[0]}{scale[0]}")
    text = frame.format(hedge + printed)
    (found,) = [figure for figure in read(text) if figure.kind is Kind.MONEY]
    assert found.unit == currency[1]
    assert found.low == found.high == pytest.approx(number[1] * scale[1])
    assert text[slice(*found.span)] == printed
    assert found.qualifier == (hedge.strip().removeprefix("an ") or None)
    same = [(figure.kind, figure.value, figure.unit) for figure in read(text)]
    for other in (text.replace("$", r"\$"), text.replace(" ", "\u00a0"), _wrapped(text, data)):
        again = read(other)
        assert [(figure.kind, figure.value, figure.unit) for figure in again] == same
        assert all(
            any(char.isdigit() for char in other[slice(*figure.span)]) for figure in again if figure.kind is Kind.MONEY
        )


def _wrapped(text: str, data: st.DataObject) -> str:
    """The text with one of its spaces turned into a line end."""
    spaces = [at for at, char in enumerate(text) if char == " "]
    if not spaces:
        return text
    at = data.draw(st.sampled_from(spaces))
    return f"{text[:at]}\n{text[at + 1 :]}"


@given(
    SHAPES, st.sampled_from(SCALES[1:]), st.integers(2, 400), st.integers(1, 400), st.sampled_from(["-", "–", " to "])
)
def test_any_range(currency: tuple[str, str], scale: tuple[str, float], low: int, more: int, dash: str) -> None:
    text = f"It needs {currency[0].format(f'{low}{dash}{low + more}{scale[0]}')} now."
    (found,) = [figure for figure in read(text) if figure.kind is Kind.MONEY]
    assert found.unit == currency[1]
    assert found.value == pytest.approx((low * scale[1], (low + more) * scale[1]))


@given(st.sampled_from([text for text, _ in MONEY]), st.sampled_from(["", "Other words. ", "No. ", "“Well” — "]))
def test_what_stands_before_shifts_spans(text: str, before: str) -> None:
    whole = before + text
    far = figures(whole, [(View.of(whole, Span(len(before), len(whole))), Place.BODY)])
    near = figures(text, [(View.of(text), Place.BODY)])
    assert [(f.span.start - len(before), f.value, f.unit) for f in far] == [
        (f.span.start, f.value, f.unit) for f in near
    ]


@given(st.text(alphabet="$€£%0123456789.,-– ()RsmbnkUSDeurosto\n", max_size=80))
def test_any_text_gives_ordered_figures_inside_it(text: str) -> None:
    found = read(text) if text else []
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    assert all(figure.low <= figure.high and figure.span.end <= len(text) for figure in found)


CONVENTIONS = [
    ("All figures are in Canadian dollars unless otherwise stated. It cost $5 million.", "CAD"),
    ("Unless otherwise noted, all amounts are in A$. It cost $5 million.", "AUD"),
    ('In this report, "$" refers to New Zealand dollars. It cost $5 million.', "NZD"),
    ("All dollar amounts are Australian unless otherwise specified. It cost $5 million.", "AUD"),
    ("Amounts are given in US dollars. It cost $5 million.", "USD"),
    ("It cost $5 million.", "USD"),
    ("Mexico borrowed. It cost $5 million.", "USD"),
    ("Canada gave CAD 3 million and Haiti got $5 million.", "USD"),
]


@pytest.mark.parametrize(("text", "unit"), CONVENTIONS)
def test_the_paper_fixes_the_dollar(text: str, unit: str) -> None:
    found = read(text)[-1]
    assert (text[slice(*found.span)], found.unit) == ("$5 million", unit)
    assert found.assumed is not None
    assert unit in found.assumed


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Colombian farmers earn 5 million pesos.", "COP"),
        ("Farmers in the Philippines earn 5,000 pesos.", "PHP"),
        ("Kenya Power lost 5 million shillings.", "KES"),
        ("Pakistan spent Rs 5 million.", "PKR"),
        ("Denmark spent 5 million kroner.", "DKK"),
        ("Farmers earn 5,000 pesos.", "MXN"),
    ],
)
def test_shared_names_take_the_country_beside_them(text: str, unit: str) -> None:
    (found,) = read(text)
    assert found.unit == unit
    assert found.assumed is not None


def test_what_is_printed_is_not_assumed() -> None:
    assert [figure.assumed for figure in read("US$5, €6, 7 yen and 8 Colombian pesos.")] == [None] * 4


def test_implied_currency_says_so() -> None:
    first, second = read("Donors gave $120 billion. Others gave 6.6 billion.")
    assert (first.implied, second.implied) == (False, True)


PERIODS = [
    ("It pays $5 a year.", "year"), ("It pays $5 per year.", "year"), ("It pays $5 annually.", "year"),
    ("It pays $5 each year.", "year"),
    ("It pays €5 per day.", "day"), ("It pays €5 a month.", "month"), ("It pays $70-a-share.", "share"),
    ("It pays £5 p.a. now.", "year"),
    ("It pays $5 per capita.", "capita"), ("An annual budget of $5 million.", "year"),
    ("It pays $5 million in aid each year.", "year"),
    ("It averaged $7 billion between 2008-2010.", "year"), ("It pays $5.", None),
    ("It pays $5 and 3 per cent of sales.", None),
    ("It cost $5 in a year of drought.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "per"), PERIODS)
def test_periods(text: str, per: str | None) -> None:
    assert read(text)[0].per == per


HEDGED = [
    ("It cost over $5.", "over"), ("It exceeded $5.", "exceeded"), ("It cost no more than $5.", "no more than"),
    ("An estimated $5 went.", "estimated"), ("It grew from some $5 to $9 million.", "some"),
    ("It cost “about $5”.", "about"),
    ("It cost $5 or more.", "or more"), ("It cost $5+.", "+"), ("Just over $5 went.", "just over"),
    ("It cost $5.", None),
    ("It cost between $5 and $9.", None), ("It was handed over. $5 was paid.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hedge"), HEDGED)
def test_hedges(text: str, hedge: str | None) -> None:
    found = read(text)[0]
    assert found.qualifier == hedge
    assert hedge is None or hedge.strip("+") not in text[slice(*found.span)] or hedge == "+"


def test_captions_and_notes_keep_their_place() -> None:
    text = "Budget of $5 million"
    for place in (Place.NOTE, Place.CAPTION, Place.BODY):
        assert [figure.place for figure in read(text, place)] == [place]


def test_a_note_marker_cut_out_of_a_sum_stays_inside_its_span() -> None:
    text = "It cost $5⁷ million."
    (found,) = figures(text, [(prose(text, (Span(0, len(text)),), (Span(10, 11),)), Place.BODY)])
    assert (text[slice(*found.span)], found.value) == ("$5⁷ million", 5e6)


def test_of_a_figure_that_a_page_cuts_the_part_with_the_number_stands() -> None:
    text = "about 80 per\n\n12 A note.\n\ncent of crime"
    (found,) = figures(text, [(prose(text, (Span(0, 13), Span(26, len(text)))), Place.BODY)])
    assert (text[slice(*found.span)].strip(), found.value, found.unit) == ("80 per", 80, "%")


def test_a_table_under_a_caption() -> None:
    text = "Table 1. Aid ($ million)\n\n\t2010\t2011\nFood\t5\t7*"
    body = Span(26, len(text))
    found = figures(text, [], [Exhibit("table", "Table 1", Span(0, 24), body)], [body])
    assert [(text[slice(*f.span)], f.value, f.unit, f.place) for f in found] == [
        ("5", 5e6, "USD", Place.TABLE),
        ("7", 7e6, "USD", Place.TABLE),
    ]
