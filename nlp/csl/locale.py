"""The terms, dates and habits of a language: what a style says of it first, then the locale files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple
from xml.etree.ElementTree import Element

from corpus.read.xml import parse_xml
from nlp.csl.marks import clean
from nlp.csl.output import Quotes

PREFIXES = {"http://www.w3.org/XML/1998/namespace": "xml"}
DEFAULT = "en-US"
CODE = re.compile("[A-Za-z-]{2,20}")
PRIMARY: Mapping[str, str] = {
    "en": "en-US", "de": "de-DE", "pt": "pt-PT", "zh": "zh-CN", "cs": "cs-CZ", "da": "da-DK", "el": "el-GR",
    "et": "et-EE", "he": "he-IL", "ja": "ja-JP", "ko": "ko-KR", "nb": "nb-NO", "sl": "sl-SI", "sv": "sv-SE",
    "uk": "uk-UA", "vi": "vi-VN", "ca": "ca-AD", "fa": "fa-IR", "km": "km-KH", "sr": "sr-RS",
}  # fmt: skip
"""Language -> the locale that stands for it, where that is not named "fr-FR"."""
LONGER: Mapping[str, tuple[str, ...]] = {
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "verb": ("verb", "long"),
    "short": ("short", "long"),
    "long": ("long",),
}
"""A form of a term -> those taken in its place, in turn."""


class Term(NamedTuple):
    """One form of a term."""

    single: str
    multiple: str
    gender: str | None = None


class Locale:
    """What a chain of locale elements says; the first that says something holds."""

    def __init__(self, name: str, elements: Sequence[Element]) -> None:
        self.name = name
        self._elements = elements

    @classmethod
    def of(cls, name: str, own: Iterable[Element]) -> Locale:
        """The locale `name`, "en-GB", with what a style's `own` elements put before the files.

        What neither says of a language that nobody knows is said in American English, as CSL has it.
        """
        language = name.split("-", maxsplit=1)[0]
        told = {element.get("xml-lang"): element for element in own}
        chain = [told[key] for key in (name, language, None) if key in told]
        chain += [found for each in (name, PRIMARY.get(language, f"{language}-{language.upper()}"), DEFAULT)
                  if (found := _file(each)) is not None]  # fmt: skip
        return cls(name, list(dict.fromkeys(chain)))

    @property
    def english(self) -> bool:
        """Whether titles may be put into title case."""
        return self.name.split("-")[0] == "en"

    @cached_property
    def quotes(self) -> Quotes:
        """The quotation marks."""
        ends = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
        marks = [self.term(name) or "" for name in ends]
        return Quotes((marks[0], marks[1]), (marks[2], marks[3]), self.option("punctuation-in-quote") == "true")

    def option(self, name: str) -> str | None:
        """An attribute of `style-options`."""
        told = (found.get(name) for each in self._elements if (found := each.find("style-options")) is not None)
        return next((value for value in told if value is not None), None)

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str | None:
        """A term in the form asked for, or the next longer one; None if the language has none."""
        for each in LONGER.get(form, ("long",)):
            found = self._terms.get((name, each))
            if found is not None:
                return found.multiple if plural else found.single
        return None

    def date(self, form: str) -> Element | None:
        """How a date is written: "text" or "numeric"."""
        found = (date for each in self._elements for date in each.findall("date") if date.get("form") == form)
        return next(found, None)

    def ordinal(self, number: int, gender: str | None = None) -> str:
        """3 -> "3rd"."""
        for key, matched in ((f"ordinal-{number % 100:02}", "two"), (f"ordinal-{number % 10:02}", "one")):
            suffix = self._ordinals.get((key, gender)) or self._ordinals.get((key, None))
            if suffix is not None and (matched == "two" or number % 100 not in self._teens):
                return f"{number}{suffix}"
        return f"{number}{self.term('ordinal') or ''}"

    def gender(self, name: str) -> str | None:
        """The gender of a term, for ordinals before it."""
        found = self._terms.get((name, "long"))
        return found.gender if found else None

    @cached_property
    def _teens(self) -> frozenset[int]:
        return frozenset(int(key[-2:]) for key, _ in self._ordinals if int(key[-2:]) >= 10)

    @cached_property
    def _ordinals(self) -> Mapping[tuple[str, str | None], str]:
        """Those of the first element that has any: ordinals of two locales do not mix."""
        for each in self._elements:
            found = {
                (term.get("name", ""), term.get("gender-form")): term.text or ""
                for term in each.iter("term")
                if term.get("name", "").startswith("ordinal-")
            }
            if found:
                return found
        return {}

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], Term]:
        found: dict[tuple[str, str], Term] = {}
        for each in self._elements:
            for term in each.iter("term"):
                single, multiple = term.find("single"), term.find("multiple")
                one = _words(term if single is None else single)
                many = one if multiple is None else _words(multiple)
                found.setdefault((term.get("name", ""), term.get("form", "long")), Term(one, many, term.get("gender")))
        return found


def is_known(name: str) -> bool:
    """Whether there is a file for a locale, or for its language."""
    language = name.split("-", maxsplit=1)[0]
    return any(_file(each) is not None for each in (name, PRIMARY.get(language, f"{language}-{language.upper()}")))


@lru_cache(maxsize=16)
def _file(name: str) -> Element | None:
    """A locale file: those that come with citeproc-py. None for a name that is none."""
    if not CODE.fullmatch(name):
        return None
    place = files("citeproc") / "data" / "locales" / f"locales-{name}.xml"
    return parse_xml(place.read_bytes(), "locale", place.name, PREFIXES) if place.is_file() else None


def _words(element: Element) -> str:
    text = element.text or ""
    return text if not text.strip() else clean(text) if '"' in text else text
