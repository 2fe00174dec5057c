"""A paper's text -> how it writes money: which dollar its "$" is, whose pesos its "pesos" are, decimal commas.

A currency that a paper states holds for all its bare signs; else the commonest reading does, and says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

from nlp.tag.figures.commas import has_decimal_commas
from nlp.tag.figures.currencies import DOLLARS, SHY_SIGNS, SIGNS, STRONG_CODES, Codes, adjective, countries, names
from nlp.tag.figures.quantity import Habits
from nlp.tag.figures.starts import lowered
from nlp.tag.figures.units import Unit

_STATING = re.compile(
    r"""[^a-z](?:
        (?:unless|except\swhere)\s(?:\w+\s){0,2}?otherwise\s(?:stated|noted|indicated|specified|shown|mentioned)\b
      | (?:all|throughout)\b[^.\n;]{0,60}?\b(?:figures?|amounts?|dollars?|sums?|values?|prices?|costs?
        |currenc(?:y|ies)|monetary)\b
      | (?:\$|dollars?|rupees?|rs|pesos?|francs?|pounds?|shillings?|currency)[.”"'’)]{0,2}\s
          (?:signs?\s|figures?\s|amounts?\s|values?\s|symbol\s)?
          (?:refers?|means?|denotes?|signif(?:y|ies)|stands?|represents?|indicates?|is\sused|(?:is|are)\s(?:in
            |expressed|given))\b
      | (?:figures|amounts|values|prices|costs|budgets?)\s(?:here\s|below\s|above\s|in\sthis\s\w+\s)?(?:are|is)\s
          (?:given|expressed|quoted|stated|reported|shown|in)\b
    )""",
    re.VERBOSE,
)
"""How a paper begins to fix its currency, in lower case; the rest of the sentence names it."""
_SHY_SUM = re.compile(
    rf"({'|'.join(re.escape(sign) for sign in sorted(SHY_SIGNS))})\s?(?:\d[\d.,]{{0,15}}\s?)?(?:million|billion"
    rf"|trillion|bn|mn|m)\b"
)
_POUNDS = re.compile(r"(?<![A-Z])£(?![A-Z])")
_NUMBERED = frozenset("Q G P L".split())
"""Letters that also stand before small numbers of other kinds: Q3, G20."""
_AMERICAN = frozenset({"US", "America", "American", "Americans", "Washington"})
_COMMON = ("AUD", "CAD", "NZD", "SGD", "HKD")
FEWEST_MARKED = 4
"""Sums with a dollar's own sign, "A$", before bare signs are supposed to be the same."""
_MARKED = re.compile(r"\$(?:(?<=[A-Za-z]\$)|[A-Z]{1,3})")
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,2}\Z")
FEWEST_MENTIONS = 10
"""Of a country, before its dollar is supposed to be the paper's."""
_STOP = re.compile(r"[.;\n](?=\s|\Z)")
_SPREAD = 150
_DOLLAR = re.compile(r"\bdollars?\b|\$", re.IGNORECASE)
_SUM = re.compile(r"[$€£¥₹]\s?\d|\d\s(?:million|billion|per\s?cent)|\d\s?%")
_SIGN = re.compile("|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True) if not sign.isalpha()))
_CODE = re.compile(r"[A-Z]{3}(?![^\W_])")
_CAPITAL = re.compile(r"[A-Z][^\W\d_]+")
_PARTING = re.compile(r"[-‑–—/]")
_SURE_CODES = STRONG_CODES | {"PKR", "LKR", "COP", "ARS", "CLP", "DOP", "TND", "DZD"}
_EDGES = "()[]{}\"'“”‘’.,;:!?*_"
_FAMILIES: Mapping[str, str] = {"$": "dollar", "dollars": "dollar", "cent": "dollar", "cents": "dollar"}
_FAMILIAR = frozenset({"£", "€", "¥", "pound", "pounds", "dollar"})
"""Shared signs that have one overwhelming reading: the countries that a paper names do not change it."""


class Convention:
    """What a paper's bare currency signs and words stand for; looked up in its text only when a sign asks for it."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\\$", "$").replace("U.S.", "US")

    @cached_property
    def habits(self) -> Habits:
        """How the paper writes its numbers."""
        return _habits(self._text)

    @cached_property
    def stated(self) -> Mapping[str, str]:
        """Code -> the words in which the paper fixes it for all its figures."""
        return dict(_statements(self._text))

    @cached_property
    def named(self) -> Counter[str]:
        """How often each currency is named in full, by code or by a sign of its own."""
        return Counter(_mentions(self._text))

    @cached_property
    def countries(self) -> Counter[str]:
        """How often a country is named, counted for its currency."""
        return _countries(self._text.replace("US$", "$"))

    def resolve(self, unit: Unit, near: str = "") -> tuple[str, str | None]:
        """The currency of a unit of money, and what was supposed and why (None when it is printed).

        `near` is the text around it, whose currencies and countries come before those of the whole paper.
        """
        if unit.certain:
            return unit.codes[0], None
        printed = "cents" if unit.name == "cent" else unit.name
        for code in self.stated:
            if code in unit.codes:
                return code, f"“{printed}” read as {code}: the paper says “{self.stated[code]}”"
        if _FAMILIES.get(unit.name, unit.name) in _FAMILIAR:
            return self._familiar(unit, printed)
        close = _close(unit, near)
        if close:
            return close, f"“{printed}” read as {close}: the only such country or currency named beside it"
        return self._shared(unit, printed)

    def _familiar(self, unit: Unit, printed: str) -> tuple[str, str]:
        code = unit.codes[0]
        if unit.name in {"pound", "pounds"} and not self.habits.pence:
            code = max(unit.codes, key=lambda each: self.named[each])
        home = self._home if code == "USD" else None
        if home in unit.codes:
            return str(home), f"“{printed}” read as {home}: the paper's own dollar"
        return code, f"“{printed}” without a country read as {code}"

    @cached_property
    def _home(self) -> str | None:
        """The dollar that is the paper's, if it is not that of the United States.

        It marks it often enough, and others hardly; or it is all about the country.
        """
        marked = Counter(_marks(self._text))
        codes = Counter({code: sum(marked[sign] for sign in _signs_of(code)) for code in DOLLARS})
        for code in ("USD", *(code for code in _COMMON if codes[code] or code in self._text)):
            codes[code] += self._text.count(f"{code} ")
        most, often = codes.most_common(1)[0]
        if most != "USD" and often >= FEWEST_MARKED and often >= 3 * (sum(codes.values()) - often):
            return most
        ranked = sorted(DOLLARS[1:], key=lambda code: -self.countries[code])
        home, rival = ranked[0], self.countries[ranked[1]]
        often, american = self.countries[home], self.countries["USD"]
        if often < max(FEWEST_MENTIONS, 3 * rival, 3 * american):
            return None
        return home if often >= 10 * american or self.named["USD"] > 0 else None

    def _shared(self, unit: Unit, printed: str) -> tuple[str, str]:
        """Of several countries' pesos: those the paper names, else those of the country it speaks of most."""
        named = max(unit.codes, key=lambda code: self.named[code])
        if self.named[named]:
            return named, f"“{printed}” read as {named}: the only such currency the paper names"
        country = max(unit.codes, key=lambda code: self.countries[code])
        if self.countries[country]:
            return country, f"“{printed}” read as {country}: the country the paper names most of those that use it"
        return unit.codes[0], f"“{printed}” without a country read as {unit.codes[0]}"


def _habits(text: str) -> Habits:
    sums = _SHY_SUM.finditer(text)
    used = {found[1] for found in sums if not (found.start() and text[found.start() - 1].isalnum())}
    pence = "sterling" in text or "pence" in text or _POUNDS.search(text) is not None
    return Habits(has_decimal_commas(text), pence, frozenset(used - _NUMBERED))


def _close(unit: Unit, near: str) -> str | None:
    """The one of a unit's currencies that is named nearby, or whose country is; None where several are, or none."""
    named = {*_mentions(near), *_countries(near)} & set(unit.codes)
    return named.pop() if len(named) == 1 else None


def _statements(text: str) -> Iterator[tuple[str, str]]:
    """(code, sentence) wherever a sentence about all sums names one currency and no sum."""
    for found in _STATING.finditer(" " + lowered(text)):  # one place on, as the character before is part of it
        before = max(
            (stop.end() for stop in _STOP.finditer(text, max(0, found.start() - _SPREAD), found.start())), default=None
        )
        after = _STOP.search(text, found.end(), found.end() + _SPREAD)
        start = before if before is not None else max(0, found.start() - _SPREAD)
        words = " ".join(text[start : after.start() if after else found.end() + _SPREAD].split())
        its = set(_mentions(words)) or set(_adjectives(words))
        if len(its) == 1 and not _SUM.search(words):
            yield its.pop(), words[:160]


def _adjectives(words: str) -> Iterator[str]:
    """Currencies named in two places: "All dollar amounts are Australian"."""
    if _DOLLAR.search(words):
        yield from (code for code in DOLLARS if adjective(code) and adjective(code) in words)


def _mentions(text: str) -> Iterator[str]:
    """The code of every currency named beyond doubt: "Pakistani rupees", "PKR", "A$"."""
    for found in _CODE.finditer(text):
        glued = found.start() and text[found.start() - 1].isalnum()
        if found.group() in _SURE_CODES and not glued:
            yield found.group()
    for found in _SIGN.finditer(text):
        its = SIGNS[found.group()]
        letter = found.group()[0].isalpha() and found.start() and text[found.start() - 1].isalpha()
        if len(its) == 1 and not letter and found.group() not in SHY_SIGNS:
            yield its[0]
    lower = lowered(text)
    words = {word.strip(_EDGES) for word in set(_PARTING.sub(" ", lower).split())}
    for word in sorted(words & _last_words()):
        for found in re.finditer(rf"{word}\b", lower):
            if not (found.start() and lower[found.start() - 1].isalnum()):
                yield from _full_name(text, found)


def _full_name(text: str, word: re.Match[str]) -> Iterator[str]:
    before = re.findall(r"[^\W\d_]+", text[max(0, word.start() - 40) : word.start()])[-3:]
    for count in range(len(before), 0, -1):
        its: Codes = names().get(" ".join([*before[-count:], word.group()]).lower(), ())
        if len(its) == 1:
            yield its[0]
            return


def _marks(text: str) -> Iterator[str]:
    """The dollar signs that letters mark: "A$", "$US"."""
    for found in _MARKED.finditer(text):
        before = _LETTERS.search(text, max(0, found.start() - 3), found.start())
        yield f"{before.group()}$" if before else found.group()


@cache
def _signs_of(code: str) -> Sequence[str]:
    """The signs of one dollar alone: "A$", "AU$", "$A"."""
    return [sign for sign, its in SIGNS.items() if its == (code,)]


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in names() if " " in name)


@cache
def _country_names() -> Mapping[str, str]:
    """Country or adjective -> the currency it speaks for, among those that share their name with another."""
    found: dict[str, str] = {}
    shared = {code for its in names().values() if len(its) > 1 for code in its}
    for code in sorted(shared & set(countries())):
        for name in (adjective(code), *countries()[code]):
            if len(name) > 3:
                found.setdefault(name.split(" (")[0], code)
    return found


def _countries(text: str) -> Counter[str]:
    """Countries of one word or two that the text names, counted for their currencies."""
    known = _country_names()
    words = Counter(_CAPITAL.findall(text))
    found: Counter[str] = Counter()
    for word in words.keys() & (known.keys() | _AMERICAN):
        found["USD" if word in _AMERICAN else known[word]] += words[word]
    for name in _country_pairs():
        if words.keys() >= set(name.split()):
            found[known[name]] += text.count(name)
    return found


@cache
def _country_pairs() -> Sequence[str]:
    return [name for name in _country_names() if name.count(" ") == 1]
