"""The world's currencies: what their signs, codes and names are, and which countries use them.

Codes, full names ("Colombian pesos") and countries are babel's (CLDR); what people write besides is tabled here.
Where a sign or name is shared, its codes stand in order, the commonest reading first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

Codes = tuple[str, ...]

DOLLARS: Codes = (
    "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "JMD", "TTD", "BBD", "BSD", "BZD", "BMD", "BND", "FJD",
    "GYD", "KYD", "LRD", "NAD", "SBD", "SRD", "XCD",
)  # fmt: skip
PESOS: Codes = ("MXN", "COP", "CLP", "ARS", "PHP", "DOP", "UYU", "CUP")
PAST: Codes = ("DEM", "FRF", "ITL", "ESP", "NLG", "BEF", "ATS", "GRD", "PTE", "IEP", "FIM", "ZWD", "VEF", "VEB", "XDR")
"""Not tender any more (or never), but met in papers."""

RECENT = date(2015, 1, 1)
"""What was tender then still stands in papers, so that no currency is lost on the day it is replaced."""

SIGNS: Mapping[str, Codes] = {
    "$": (*DOLLARS, *PESOS, "BRL", "NIO"), "US$": ("USD",), "U.S.$": ("USD",), "U.S. $": ("USD",),
    "US $": ("USD",), "$US": ("USD",), "USD$": ("USD",), "USD $": ("USD",), "$USD": ("USD",),
    "U$S": ("USD",), "U$": ("USD",), "u.s $": ("USD",), "u.s. $": ("USD",), "A$": ("AUD",), "AU$": ("AUD",),
    "AUD$": ("AUD",), "AU $": ("AUD",), "$A": ("AUD",), "$AU": ("AUD",), "$AUD": ("AUD",),
    "C$": ("CAD", "NIO"), "C $": ("CAD",), "c $": ("CAD",), "CA$": ("CAD",), "CAD$": ("CAD",),
    "CDN$": ("CAD",), "Cdn$": ("CAD",), "CAN$": ("CAD",), "Can$": ("CAD",), "Cdn $": ("CAD",),
    "CDN $": ("CAD",), "$C": ("CAD",), "$CAD": ("CAD",), "$CDN": ("CAD",), "NZ$": ("NZD",),
    "NZD$": ("NZD",), "NZ $": ("NZD",), "$NZ": ("NZD",), "$NZD": ("NZD",), "S$": ("SGD",), "SG$": ("SGD",),
    "SGD$": ("SGD",), "$SG": ("SGD",), "HK$": ("HKD",), "HK $": ("HKD",), "hk $": ("HKD",),
    "HKD$": ("HKD",), "$HK": ("HKD",), "NT$": ("TWD",), "NT $": ("TWD",), "TT$": ("TTD",), "J$": ("JMD",),
    "JA$": ("JMD",), "Bds$": ("BBD",), "BDS$": ("BBD",), "BZ$": ("BZD",), "BZE$": ("BZD",),
    "B$": ("BSD", "BND"), "EC$": ("XCD",), "F$": ("FJD",), "FJ$": ("FJD",), "FJD$": ("FJD",),
    "G$": ("GYD",), "GY$": ("GYD",), "N$": ("NAD",), "L$": ("LRD",), "SI$": ("SBD",), "SBD$": ("SBD",),
    "CI$": ("KYD",), "Z$": ("ZWD",), "ZW$": ("ZWD",), "T$": ("TOP",), "MX$": ("MXN",), "Mex$": ("MXN",),
    "MEX$": ("MXN",), "MXN$": ("MXN",), "Mex $": ("MXN",), "MXN $": ("MXN",), "AR$": ("ARS",),
    "Arg$": ("ARS",), "ARS$": ("ARS",), "COL$": ("COP",), "Col$": ("COP",), "COP$": ("COP",),
    "COP $": ("COP",), "CLP$": ("CLP",), "CLP $": ("CLP",), "CH$": ("CLP",), "RD$": ("DOP",),
    "UY$": ("UYU",), "U$U": ("UYU",), "R$": ("BRL",), "R $": ("BRL",), "BRL$": ("BRL",),
    "Canadian $": ("CAD",), "Australian $": ("AUD",), "New Zealand $": ("NZD",), "Singapore $": ("SGD",),
    "Hong Kong $": ("HKD",), "Egyptian £": ("EGP",), "Irish £": ("IEP",), "Lebanese £": ("LBP",),
    "us$": ("USD",), "usd$": ("USD",), "aud$": ("AUD",), "cad$": ("CAD",), "nzd$": ("NZD",), "mxn$": ("MXN",),
    "€": ("EUR",), "£": ("GBP", "EGP", "LBP", "SYP", "SDG", "FKP", "GIP", "SHP"), "£E": ("EGP",),
    "E£": ("EGP",), "LE": ("EGP",), "UK£": ("GBP",), "STG£": ("GBP",), "Stg£": ("GBP",), "IR£": ("IEP",),
    "GBP£": ("GBP",), "EUR€": ("EUR",), "¥": ("JPY", "CNY"), "JP¥": ("JPY",), "CN¥": ("CNY",),
    "RMB¥": ("CNY",), "RMB": ("CNY",), "￥": ("JPY", "CNY"), "元": ("CNY",), "円": ("JPY",), "₹": ("INR",),
    "Rs.": ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"), "Rs": ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"),
    "Re": ("INR",), "Re.": ("INR",), "₨": ("PKR", "INR", "LKR", "NPR"), "PKRs": ("PKR",), "NRs": ("NPR",),
    "NRs.": ("NPR",), "SLRs": ("LKR",), "SLRs.": ("LKR",), "ரூ": ("LKR",), "৳": ("BDT",), "Tk": ("BDT",),
    "Tk.": ("BDT",), "₽": ("RUB",), "₩": ("KRW",), "₦": ("NGN",), "₱": ("PHP",), "PhP": ("PHP",),
    "Php": ("PHP",), "₫": ("VND",), "₺": ("TRY",), "₴": ("UAH",), "₪": ("ILS",), "NIS": ("ILS",),
    "฿": ("THB",), "₡": ("CRC",), "₾": ("GEL",), "₭": ("LAK",), "₲": ("PYG",), "₵": ("GHS",),
    "GH₵": ("GHS",), "GH¢": ("GHS",), "GHC": ("GHS",), "₸": ("KZT",), "₮": ("MNT",), "₼": ("AZN",),
    "₿": ("BTC",), "BTC": ("BTC",), "៛": ("KHR",), "؋": ("AFN",), "Afs": ("AFN",), "zł": ("PLN",),
    "Kč": ("CZK",), "Ft": ("HUF",), "HUF": ("HUF",), "kr": ("SEK", "NOK", "DKK", "ISK"),
    "kr.": ("DKK", "SEK", "NOK", "ISK"), "SKr": ("SEK",), "NKr": ("NOK",), "DKr": ("DKK",), "DM": ("DEM",),
    "SFr": ("CHF",), "SFr.": ("CHF",), "sFr.": ("CHF",), "Fr.": ("CHF",), "RM": ("MYR",), "Rp": ("IDR",),
    "Rp.": ("IDR",), "R": ("ZAR",), "N": ("NGN",), "KSh": ("KES",), "Ksh": ("KES",), "KSh.": ("KES",),
    "Ksh.": ("KES",), "KShs": ("KES",), "Kshs": ("KES",), "Kshs.": ("KES",),
    "Sh": ("KES", "TZS", "UGX", "SOS"), "Shs": ("UGX", "KES", "TZS"), "USh": ("UGX",), "UShs": ("UGX",),
    "Ushs": ("UGX",), "Ush": ("UGX",), "TSh": ("TZS",), "TShs": ("TZS",), "Tshs": ("TZS",), "Tsh": ("TZS",),
    "FCFA": ("XOF", "XAF"), "F CFA": ("XOF", "XAF"), "CFAF": ("XOF", "XAF"), "CFA": ("XOF", "XAF"),
    "FRw": ("RWF",), "Frw": ("RWF",), "RF": ("RWF",), "FBu": ("BIF",), "FC": ("CDF",),
    "K": ("ZMW", "PGK", "MMK", "MWK"), "MK": ("MWK",), "ZK": ("ZMW",), "Le": ("SLE",), "MT": ("MZN",),
    "MTn": ("MZN",), "Br": ("ETB",), "Birr": ("ETB",), "Kz": ("AOA",), "Ar": ("MGA",), "P": ("PHP", "BWP"),
    "S/.": ("PEN",), "S/": ("PEN",), "B/.": ("PAB",), "B/": ("PAB",), "Bs": ("BOB", "VES"),
    "Bs.": ("BOB", "VES"), "Bs.F": ("VEF",), "BsF": ("VEF",), "Q": ("GTQ",), "L": ("HNL",), "Lps": ("HNL",),
    "Lps.": ("HNL",), "Gs.": ("PYG",), "Gs": ("PYG",), "G": ("HTG",), "Gde": ("HTG",), "Dh": ("AED", "MAD"),
    "Dhs": ("AED", "MAD"), "DH": ("MAD", "AED"), "SR": ("SAR",), "QR": ("QAR",), "KD": ("KWD",),
    "BD": ("BHD",), "JD": ("JOD",), "ID": ("IQD",), "DA": ("DZD",), "DT": ("TND",), "TL": ("TRY",),
    "YTL": ("TRY",), "SDR": ("XDR",), "SDRs": ("XDR",), "ECU": ("EUR",),
}  # fmt: skip
SHY_SIGNS = frozenset(
    """R N K LE Re P S/ B/ Q L G MT ID DA DT BD JD KD SR QR Ar Br Le FC RF MK ZK Kz DM Sh Dh DH Bs Ft Fr. CFA
    ECU RM Rp""".split()
)
"""Letters that mean many other things: read as money only before a large or scaled number."""
LETTERS = frozenset("R N K P Q L G".split())
"""Single letters: money only when glued to the number, or before a scaled one."""
AFTER_ONLY = frozenset({"元", "円"})

NAMES: Mapping[str, Codes] = {
    "dollar": DOLLARS, "dólar": DOLLARS, "dólares": DOLLARS, "peso": PESOS, "euro": ("EUR",),
    "pound sterling": ("GBP",),
    "pounds sterling": ("GBP",), "sterling": ("GBP",), "quid": ("GBP",), "uk pound": ("GBP",),
    "british pound sterling": ("GBP",), "english pound": ("GBP",), "scottish pound": ("GBP",),
    "us dollar": ("USD",), "american dollar": ("USD",), "united states dollar": ("USD",),
    "greenback": ("USD",), "aussie dollar": ("AUD",), "nz dollar": ("NZD",), "hk dollar": ("HKD",),
    "taiwan dollar": ("TWD",), "taiwanese dollar": ("TWD",), "zimbabwe dollar": ("ZWD",),
    "zimbabwean dollar": ("ZWD",), "singaporean dollar": ("SGD",), "trinidad and tobago dollar": ("TTD",),
    "trinidadian dollar": ("TTD",), "caribbean dollar": ("XCD",), "reais": ("BRL",),
    "brazilian reais": ("BRL",), "yuan": ("CNY",), "renminbi": ("CNY",), "rmb": ("CNY",),
    "yuan renminbi": ("CNY",), "chinese renminbi": ("CNY",), "kuai": ("CNY",), "yen": ("JPY",),
    "pound": ("GBP", "EGP", "LBP", "SYP", "SDG", "SSP"),
    "franc": ("CHF", "XOF", "XAF", "CDF", "RWF", "BIF", "DJF", "GNF", "KMF", "XPF", "FRF", "BEF"),
    "cfa franc": ("XOF", "XAF"), "cfa": ("XOF", "XAF"), "fcfa": ("XOF", "XAF"), "f cfa": ("XOF", "XAF"),
    "franc cfa": ("XOF", "XAF"), "francs cfa": ("XOF", "XAF"), "cfp franc": ("XPF",), "pacific franc": ("XPF",),
    "rupee": ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"), "nepali rupee": ("NPR",), "lankan rupee": ("LKR",),
    "shilling": ("KES", "TZS", "UGX", "SOS"), "kenya shilling": ("KES",), "uganda shilling": ("UGX",),
    "tanzania shilling": ("TZS",), "krone": ("NOK", "DKK"), "kroner": ("NOK", "DKK"),
    "krona": ("SEK", "ISK"), "kronor": ("SEK",), "kronur": ("ISK",), "krónur": ("ISK",), "króna": ("ISK",),
    "dinar": ("IQD", "DZD", "TND", "JOD", "KWD", "LYD", "RSD", "BHD"), "riyal": ("SAR", "QAR"),
    "rial": ("IRR", "YER", "OMR"), "dirham": ("AED", "MAD"), "lira": ("TRY",), "lire": ("ITL",),
    "italian lira": ("ITL",), "won": ("KRW", "KPW"), "korean won": ("KRW",), "baht": ("THB",),
    "ringgit": ("MYR",), "malaysian ringgit": ("MYR",), "rupiah": ("IDR",), "dong": ("VND",),
    "rand": ("ZAR",), "naira": ("NGN",), "cedi": ("GHS",), "birr": ("ETB",), "kwacha": ("ZMW", "MWK"),
    "kwanza": ("AOA",), "metical": ("MZN",), "meticais": ("MZN",), "pula": ("BWP",), "leone": ("SLE",),
    "dalasi": ("GMD",), "ariary": ("MGA",), "nakfa": ("ERN",), "ouguiya": ("MRU",), "taka": ("BDT",),
    "afghani": ("AFN",), "kyat": ("MMK",), "riel": ("KHR",), "kip": ("LAK",), "tugrik": ("MNT",),
    "tögrög": ("MNT",), "tenge": ("KZT",), "som": ("KGS", "UZS"), "sum": ("UZS",), "somoni": ("TJS",),
    "manat": ("AZN", "TMT"), "lari": ("GEL",), "dram": ("AMD",), "ruble": ("RUB", "BYN"),
    "rouble": ("RUB", "BYN"), "hryvnia": ("UAH",), "hryvnya": ("UAH",), "hryvna": ("UAH",),
    "zloty": ("PLN",), "złoty": ("PLN",), "zlotych": ("PLN",), "złotych": ("PLN",), "złote": ("PLN",),
    "zlote": ("PLN",), "koruna": ("CZK",), "czech crown": ("CZK",),
    "forint": ("HUF",), "lei": ("RON", "MDL"), "leu": ("RON", "MDL"), "lev": ("BGN",), "leva": ("BGN",),
    "denar": ("MKD",), "lek": ("ALL",), "kuna": ("HRK",), "shekel": ("ILS",),
    "new israeli shekel": ("ILS",), "sol": ("PEN",), "nuevo sol": ("PEN",), "nuevos soles": ("PEN",),
    "soles": ("PEN",), "new sol": ("PEN",), "boliviano": ("BOB",), "bolivar": ("VES",), "bolívar": ("VES",),
    "bolivares": ("VES",), "bolívares": ("VES",), "colones": ("CRC",), "colón": ("CRC",),
    "quetzal": ("GTQ",), "quetzales": ("GTQ",), "lempira": ("HNL",), "cordoba": ("NIO",),
    "córdoba": ("NIO",), "balboa": ("PAB",), "guarani": ("PYG",), "guaraní": ("PYG",),
    "guaranies": ("PYG",), "guaraníes": ("PYG",), "gourde": ("HTG",), "special drawing right": ("XDR",),
    "deutschmark": ("DEM",), "deutsche mark": ("DEM",), "d mark": ("DEM",), "deutschemark": ("DEM",),
    "guilder": ("NLG",), "dutch guilder": ("NLG",), "peseta": ("ESP",), "escudo": ("PTE", "CVE"),
    "drachma": ("GRD",), "finnish markka": ("FIM",), "markka": ("FIM",), "austrian schilling": ("ATS",),
    "punt": ("IEP",), "irish pound": ("IEP",), "bitcoin": ("BTC",), "mexican dollar": ("MXN",),
    "swedish crown": ("SEK",), "norwegian crown": ("NOK",), "danish crown": ("DKK",), "pataca": ("MOP",),
    "kina": ("PGK",), "tala": ("WST",), "vatu": ("VUV",), "rufiyaa": ("MVR",), "ngultrum": ("BTN",),
}  # fmt: skip
SHY_NAMES = frozenset("won sol som sum lek lev kip tala kina leu real punt cfa quid dram".split())
"""Words with other meanings: "the 12 won" is no money, "12 million won" is."""
SUBUNITS: Mapping[str, tuple[Codes, float]] = {
    "cent": (("USD", "EUR", *DOLLARS[1:]), 0.01), "us cent": (("USD",), 0.01),
    "american cent": (("USD",), 0.01), "euro cent": (("EUR",), 0.01), "eurocent": (("EUR",), 0.01),
    "canadian cent": (("CAD",), 0.01), "australian cent": (("AUD",), 0.01), "¢": (("USD",), 0.01),
    "p": (("GBP",), 0.01), "penny": (("GBP",), 0.01), "pence": (("GBP",), 0.01),
    "pennies": (("GBP",), 0.01), "paise": (("INR",), 0.01), "paisa": (("INR",), 0.01),
    "centavo": (PESOS, 0.01), "kobo": (("NGN",), 0.01), "satoshi": (("BTC",), 1e-8),
    "centime": (("EUR", "CHF"), 0.01),
}  # fmt: skip

STRONG_CODES = frozenset(
    """USD EUR GBP JPY CHF AUD NZD CAD CNY SEK NOK DKK INR BRL MXN ZAR KRW SGD HKD RUB PLN CZK IDR MYR PHP THB
    VND KES NGN GHS UGX TZS ETB RWF XOF XAF EGP PKR BDT LKR NPR ILS AED QAR KWD CLP PYG UYU UAH HUF TWD CNH
    RMB ZMW""".split()
)
"""Codes that are read as money before any number; the others ("SDG 5", "COP 26", "TOP 10") need a large one."""
LOWER_CODES = frozenset("usd eur gbp aud nzd mxn rmb inr jpy cny brl".split())


@cache
def countries() -> Mapping[str, Codes]:
    """Code -> the English names of the territories whose tender it is, or was when papers of today were written."""
    found: dict[str, list[str]] = {}
    names = Locale("en").territories
    for territory, name in names.items():
        if len(territory) == 2 and territory.isalpha():
            since = get_territory_currencies(territory, start_date=RECENT)
            for code in dict.fromkeys((*get_territory_currencies(territory), *since)):
                found.setdefault(code, []).append(name)
    return {code: tuple(names) for code, names in found.items()}


@cache
def codes() -> frozenset[str]:
    """Every code that can stand beside a number."""
    return frozenset(countries()) | frozenset(PAST) | {"CNH", "HRK", "SLL", "STD", "ZWL", "GHC", "BYR", "MRO", "RMB"}


@cache
def names() -> Mapping[str, Codes]:
    """Lower-case name, singular or plural -> codes, the commonest reading first.

    >>> names()["colombian pesos"], names()["euros"]
    (('COP',), ('EUR',))
    """
    found: dict[str, Codes] = {}
    for code in sorted(codes() - {"RMB"}):
        for count in (1, 2):
            full = get_currency_name(code, count=count, locale="en").lower()
            # A full name alone is certain; a bare one ("pesos", "euro") must be in our table to count.
            if " " in full:
                found.setdefault(full, (code,))
                found.setdefault(full.removeprefix("west ").removeprefix("south ").removeprefix("new "), (code,))
    for name, its in NAMES.items():
        found[name] = its
        found.setdefault(f"{name}s", its)
    for name, its in NAMES.items():
        for code in its if " " not in name else ():
            for country in {adjective(code), adjective(code).removeprefix("New ").removesuffix(" New")} - {""}:
                for printed in (name, f"{name}s"):
                    found.setdefault(f"{country} {printed}".lower(), (code,))
    found |= {"real": ("BRL",), "reals": ("BRL",)}
    return {name: its for name, its in found.items() if name != "gold"}


def adjective(code: str) -> str:
    """The adjective in a currency's name: "Mexican" for MXN; empty where its name has none ("Euro")."""
    words = get_currency_name(code, locale="en").split()
    return " ".join(words[:-1])
