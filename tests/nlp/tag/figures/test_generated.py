"""Any sum, area, share, mass or count, printed any usual way in any sentence, comes back: value, unit and span."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Span
from corpus.prose import prose
from nlp.model import Figure, Kind, Place
from nlp.tag.figures.figures import figures

BEFORE = [
    ("€", "EUR"), ("€ ", "EUR"), ("EUR ", "EUR"), ("£", "GBP"), ("GBP ", "GBP"), ("$", "USD"), (r"\$", "USD"),
    ("US$", "USD"), ("US$ ", "USD"), ("USD ", "USD"), ("A$", "AUD"), ("AUD ", "AUD"), ("C$", "CAD"), ("CAD ", "CAD"),
    ("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"), ("NT$", "TWD"), ("R$", "BRL"), ("R$ ", "BRL"), ("BRL ", "BRL"),
    ("MX$", "MXN"), ("MXN ", "MXN"), ("₹", "INR"), ("Rs ", "INR"), ("Rs. ", "INR"), ("INR ", "INR"), ("PKR ", "PKR"),
    ("LKR ", "LKR"), ("BDT ", "BDT"), ("¥", "JPY"), ("JPY ", "JPY"), ("CNY ", "CNY"), ("RMB ", "CNY"), ("KRW ", "KRW"),
    ("₩", "KRW"), ("THB ", "THB"), ("VND ", "VND"), ("IDR ", "IDR"), ("Rp ", "IDR"), ("MYR ", "MYR"), ("RM ", "MYR"),
    ("₱", "PHP"), ("PHP ", "PHP"), ("CHF ", "CHF"), ("XOF ", "XOF"), ("XAF ", "XAF"), ("SEK ", "SEK"), ("NOK ", "NOK"),
    ("DKK ", "DKK"), ("PLN ", "PLN"), ("CZK ", "CZK"), ("HUF ", "HUF"), ("RON ", "RON"), ("BGN ", "BGN"),
    ("RUB ", "RUB"), ("UAH ", "UAH"), ("TRY ", "TRY"), ("₺", "TRY"), ("ILS ", "ILS"), ("NIS ", "ILS"), ("₪", "ILS"),
    ("SAR ", "SAR"), ("AED ", "AED"), ("QAR ", "QAR"), ("EGP ", "EGP"), ("MAD ", "MAD"), ("ZAR ", "ZAR"), ("R", "ZAR"),
    ("₦", "NGN"), ("NGN ", "NGN"), ("KES ", "KES"), ("KSh ", "KES"), ("UGX ", "UGX"), ("TZS ", "TZS"), ("ETB ", "ETB"),
    ("GHS ", "GHS"), ("ZMW ", "ZMW"), ("S/ ", "PEN"), ("PEN ", "PEN"), ("COP ", "COP"), ("CLP ", "CLP"),
    ("ARS ", "ARS"), ("KZT ", "KZT"),
]  # fmt: skip
AFTER = [
    (" euros", "EUR"), (" EUR", "EUR"), (" pounds sterling", "GBP"), (" dollars", "USD"), (" US dollars", "USD"),
    (" USD", "USD"), (" Australian dollars", "AUD"), (" Canadian dollars", "CAD"), (" reais", "BRL"),
    (" Mexican pesos", "MXN"), (" Colombian pesos", "COP"), (" Chilean pesos", "CLP"), (" Philippine pesos", "PHP"),
    (" rupees", "INR"), (" Pakistani rupees", "PKR"), (" taka", "BDT"), (" yen", "JPY"), (" yuan", "CNY"),
    (" renminbi", "CNY"), (" South Korean won", "KRW"), (" baht", "THB"), (" rupiah", "IDR"), (" ringgit", "MYR"),
    (" Swiss francs", "CHF"), (" CFA francs", "XOF"), (" Rwandan francs", "RWF"), (" Norwegian kroner", "NOK"),
    (" Swedish kronor", "SEK"), (" Danish kroner", "DKK"), (" zlotys", "PLN"), (" forints", "HUF"),
    (" Turkish lira", "TRY"), (" shekels", "ILS"), (" Saudi riyals", "SAR"), (" UAE dirhams", "AED"),
    (" Egyptian pounds", "EGP"), (" Moroccan dirhams", "MAD"), (" rand", "ZAR"), (" naira", "NGN"),
    (" Kenyan shillings", "KES"), (" Ugandan shillings", "UGX"), (" birr", "ETB"), (" soles", "PEN"),
    (" roubles", "RUB"), (" hryvnia", "UAH"), (" tenge", "KZT"),
]  # fmt: skip
SCALES = [
    ("", 1.0), (" thousand", 1e3), (" million", 1e6), (" billion", 1e9), (" trillion", 1e12), (" mn", 1e6),
    (" bn", 1e9), (" tn", 1e12), ("m", 1e6), ("mn", 1e6), ("bn", 1e9), ("tn", 1e12), ("k", 1e3), (" lakh", 1e5),
    (" crore", 1e7), (" lakh crore", 1e12),
]  # fmt: skip
SPELLED = [scale for scale in SCALES if len(scale[0]) > 3]
"""Written-out scales: "3 mn ha" or "4k acres" is nobody's house style."""
HEDGES = [
    "", "some ", "about ", "around ", "nearly ", "almost ", "roughly ", "approximately ", "over ", "more than ",
    "less than ", "up to ", "at least ", "an estimated ", "just under ", "as much as ",
]  # fmt: skip
FRAMES = [
    "The council spent {} on drains.", "It came to {}.", "It came to {}", "({})",
    "The town (pop. unknown) got {}, no less.",
    "{} went to the islands.", "In 2014, {} was set aside; in 2015 nothing was.", "They said “{}” in May 1998.",
    "A loan of {} (see Section 8) was signed.", "Costs: {}; gains: none.", "- {} for the islands", "• {}",
    "* ferries: {}", "[{}]", "The fund (with {} in hand) closed.", "The islands – {} in all – were glad.",
    "Under Article 12, {} may be kept.", "By 2030 it will be {}, says Table 4.", "Was it {}? Nobody knows.",
    "Losses reached {} in the 1990s!", "It stood at {} by 31 March 2019.",
    "As the G20 heard, {} was lost to COVID-19.", "Between 2010 and 2012 it lost {} to frost.",
    "‘{}’, he wrote, ‘is gone’.",
    "The rule (No. 14/2009) costs {}: too dear.",
]  # fmt: skip
PRINTED = st.one_of(
    st.integers(2, 999).map(lambda n: (str(n), float(n))),
    st.integers(11, 9999).filter(lambda n: n % 10).map(lambda n: (f"{n / 10:,.1f}", n / 10)),
    st.integers(101, 99999).filter(lambda n: n % 10).map(lambda n: (f"{n / 100:,.2f}", n / 100)),
    st.integers(10_000, 9_999_999).map(lambda n: (f"{n:,}", float(n))),
)
FRAMES_NOT_YET = ["It kept {}.¹⁴ The rest is lost."]
"""A raised note mark behind the full stop hides the unit word before it."""
DASHES = ["-", "–", "—", " – ", " to "]

WARY = {"Rp ", "RM ", "RON ", "BGN ", "TRY ", "SAR ", "MAD ", "R", "S/ ", "PEN ", "COP ", "ARS ", "KZT "}
"""Signs that are also words or marks of other things."""


@dataclass(frozen=True)
class Money:
    """One way to print a currency."""

    sign: str
    unit: str
    first: bool

    def sum(self, number: str, scale: str) -> str:
        return f"{self.sign}{number}{scale}" if self.first else f"{number}{scale}{self.sign}"

    def takes(self, scale: str, number: str) -> bool:
        """Nobody counts dollars in lakh; and "MAD 41" or "R 2" may be anything, "MAD 41 million" is a sum."""
        if "lakh" in scale or "crore" in scale:
            return self.unit in {"INR", "PKR", "BDT", "LKR"}
        return self.sign not in WARY or len(scale) > len(" bn") or "," in number


MONIES = [Money(sign, unit, first=True) for sign, unit in BEFORE] + [
    Money(sign, unit, first=False) for sign, unit in AFTER
]
MONEY = st.sampled_from(MONIES)
SCALE = st.sampled_from(SCALES)
FRAME = st.sampled_from(FRAMES)
HEDGE = st.sampled_from(HEDGES)


def read(text: str) -> list[Figure]:
    return figures(text, [(prose(text, (Span(0, len(text)),)), Place.BODY)])


def holds(frame: str, hedge: str, printed: str, kind: Kind, value: tuple[float, float], unit: str) -> None:
    """The frame holds this one figure and no other."""
    text = frame.format(hedge + printed)
    found = [(text[slice(*one.span)], one.kind, one.unit) for one in read(text)]
    assert found == [(printed, kind, unit)], text
    (one,) = read(text)
    assert (one.low, one.high) == pytest.approx(value), text
    assert one.qualifier == (hedge.strip().removeprefix("an ") or None), text


@given(MONEY, SCALE, PRINTED, HEDGE, FRAME)
def test_any_sum(money: Money, scale: tuple[str, float], number: tuple[str, float], hedge: str, frame: str) -> None:
    word, factor = scale if money.takes(scale[0], number[0]) else (" million", 1e6)
    value = number[1] * factor
    holds(frame, hedge, money.sum(number[0], word), Kind.MONEY, (value, value), money.unit)


@pytest.mark.parametrize("money", MONIES, ids=lambda money: f"{money.sign.strip()} {money.unit}")
def test_every_currency_in_every_frame(money: Money) -> None:
    for frame in FRAMES:
        holds(frame, "", money.sum("41", " million"), Kind.MONEY, (4.1e7, 4.1e7), money.unit)


@pytest.mark.parametrize("frame", FRAMES_NOT_YET)
def test_every_unit_in_frames_not_yet_read(frame: str) -> None:
    for kind, sign, unit in MEASURES:
        holds(frame, "", f"41{sign}", kind, (41, 41), unit)
    for money in MONIES:
        holds(frame, "", money.sum("41", " million"), Kind.MONEY, (4.1e7, 4.1e7), money.unit)


@pytest.mark.parametrize("sign", sorted(WARY))
def test_a_scale_proves_a_wary_sign_in_a_range(sign: str) -> None:
    (money,) = [money for money in MONIES if money.sign == sign]
    holds(FRAMES[0], "", money.sum("41–52", " million"), Kind.MONEY, (4.1e7, 5.2e7), money.unit)


@pytest.mark.parametrize("money", [money for money in MONIES if not money.first], ids=lambda money: money.sign.strip())
def test_a_unit_of_its_own_takes_no_scale_from_the_next(money: Money) -> None:
    printed = [money.sum("41", ""), money.sum("52", ""), money.sum("63", " million")]
    found = read(f"They gave {printed[0]}, {printed[1]} and {printed[2]}.")
    assert [one.low for one in found] == [41, 52, 6.3e7]


SURE = MONEY.filter(lambda money: money.sign not in WARY)


@given(SURE, SCALE, st.integers(2, 400), st.integers(1, 400), st.sampled_from(DASHES), FRAME)
def test_any_range_with_a_shared_scale(
    money: Money, scale: tuple[str, float], low: int, more: int, dash: str, frame: str
) -> None:
    word, factor = scale if money.takes(scale[0], "") else (" million", 1e6)
    high = low + more
    printed = money.sum(f"{low}{dash}{high}", word)
    holds(frame, "", printed, Kind.MONEY, (low * factor, high * factor), money.unit)


@given(MONEY, st.sampled_from(SPELLED), st.integers(2, 400), st.integers(1, 400), st.booleans(), FRAME)
def test_any_range_with_its_own_scale_on_each_side(
    money: Money, scale: tuple[str, float], low: int, more: int, between: bool, frame: str
) -> None:
    word, factor = scale if money.takes(scale[0], "") else (" million", 1e6)
    high = low + more
    printed = f"{money.sum(str(low), word)} {'and' if between else 'to'} {money.sum(str(high), word)}"
    text = frame.format("between " + printed if between else printed)
    (found,) = read(text)
    assert (text[slice(*found.span)], found.unit) == (printed, money.unit)
    assert found.value == pytest.approx((low * factor, high * factor))


NUMBERS = st.lists(st.integers(20, 900), min_size=3, max_size=4)


@given(SURE.filter(lambda money: money.first), st.sampled_from(SPELLED[1:4]), NUMBERS, FRAME)
def test_a_list_shares_its_scale(money: Money, scale: tuple[str, float], numbers: list[int], frame: str) -> None:
    word, factor = scale if money.takes(scale[0], "") else (" million", 1e6)
    printed = [money.sum(str(number), "") for number in numbers]
    printed[-1] += word
    text = frame.format(", ".join(printed[:-1]) + f" and {printed[-1]}")
    found = read(text)
    assert [text[slice(*one.span)] for one in found] == printed, text
    assert [one.low for one in found] == pytest.approx([number * factor for number in numbers]), text
    assert {one.unit for one in found} == {money.unit}


UNITS = {
    Kind.AREA: [
        (" hectares", "ha"), (" ha", "ha"), (" acres", "acres"), (" km²", "km2"), (" sq km", "km2"),
        (" square kilometres", "km2"),
    ],
    Kind.PERCENT: [
        ("%", "%"), (" %", "%"), (" per cent", "%"), (" percent", "%"), (" percentage points", "percentage points"),
    ],
    Kind.MASS: [(" tonnes", "tonnes"), (" metric tons", "tonnes"), (" kg", "kg"), (" kilograms", "kg")],
    Kind.DISTANCE: [(" km", "km"), (" kilometres", "km"), (" miles", "miles"), (" nautical miles", "nautical miles")],
    Kind.DURATION: [(" years", "years"), (" months", "months"), (" weeks", "weeks"), (" days", "days")],
}  # fmt: skip
MEASURES = [(kind, sign, unit) for kind, units in UNITS.items() for sign, unit in units]
MEASURE = st.sampled_from(MEASURES)


@given(MEASURE, st.sampled_from([("", 1.0), *SPELLED[1:4]]), PRINTED, HEDGE, FRAME)
def test_any_measure(
    measure: tuple[Kind, str, str], scale: tuple[str, float], number: tuple[str, float], hedge: str, frame: str
) -> None:
    kind, sign, unit = measure
    word, factor = scale if kind in (Kind.AREA, Kind.MASS) else ("", 1.0)
    value = number[1] * factor
    hedge = "" if kind is Kind.DURATION else hedge  # "over two years" tells how long, not how sure
    holds(frame, hedge, f"{number[0]}{word}{sign}", kind, (value, value), unit)


@given(MEASURE, st.integers(2, 400), st.integers(1, 400), st.sampled_from(DASHES), FRAME)
def test_any_range_of_a_measure(measure: tuple[Kind, str, str], low: int, more: int, dash: str, frame: str) -> None:
    kind, sign, unit = measure
    holds(frame, "", f"{low}{dash}{low + more}{sign}", kind, (low, low + more), unit)


NOUNS = ["farmers", "clinics", "rural schools", "displaced families", "police officers", "buses", "children", "cases"]


COUNTED = [frame for frame in FRAMES if "‘" not in frame and "Article" not in frame]


@pytest.mark.parametrize("frame", [frame for frame in FRAMES if frame not in COUNTED])
def test_counts_in_frames_not_yet_read(frame: str) -> None:
    (found,) = read(frame.format("3,036,425 farmers"))
    assert (found.low, found.unit) == (3036425, "farmers")


@given(st.sampled_from(NOUNS), st.sampled_from([("", 1.0), *SPELLED[:3]]), PRINTED, HEDGE, st.sampled_from(COUNTED))
def test_any_count(noun: str, scale: tuple[str, float], number: tuple[str, float], hedge: str, frame: str) -> None:
    word, factor = scale if "." in number[0] else ("", 1.0)
    if "." in number[0] and not word:
        return  # no half farmers
    text = frame.format(f"{hedge}{number[0]}{word} {noun}")
    (found,) = read(text)
    assert text[slice(*found.span)] in (f"{number[0]}{word}", f"{number[0]}{word} {noun}"), text
    assert found.kind is Kind.COUNT
    assert noun.rsplit(maxsplit=1)[-1] in found.unit, text
    assert found.low == found.high == pytest.approx(number[1] * factor)
