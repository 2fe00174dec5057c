"""The authors, editors and translators of an item, as a style lists them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from nlp.csl.cases import cased
from nlp.csl.locale import Locale
from nlp.csl.marks import TERM, clean, wrapped_in
from nlp.csl.seams import affixed, joined

Name = Mapping[str, Any]
Option = Callable[[str], str | None]
GLUED = ("'", "’", "-")
"""A particle that ends so stands against its name: d'Arcy."""
EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\\s]+")
INITIAL = re.compile(r"(?<!\w)([^\W\d_])(?:\.|(?=\s|$))")
BETWEEN = re.compile(r"(?<=(?<!\w)[^\W\d_]) (?=[^\W\d_](?!\w))|(?<=(?<!\w)[^\W\d_]\.)\s?(?=[^\W\d_](?!\w))")
"""What stands between two initials."""


class Lister:
    """Names in the form that a `name` element and what it inherits ask for."""

    def __init__(self, element: Element | None, et_al: Element | None, option: Option, locale: Locale) -> None:
        """`option`: an inheritable option by its name; None where it is set nowhere."""
        self._element = Element("name") if element is None else element
        self._et_al = et_al
        self._option = option
        self._locale = locale
        self.form = self._told("form", "name-form") or "long"

    def shown(self, names: Sequence[Name], *, later: bool, at_least: int) -> tuple[Sequence[Name], bool]:
        """The names that are printed, and whether "et al." follows; `later`: the reference was cited before."""
        fewest, first = self._limit("min", later=later), self._limit("use-first", later=later)
        if not fewest or len(names) < fewest or first >= len(names):
            return names, False
        first = max(first, at_least)
        return (names, False) if first >= len(names) else (names[:first], True)

    def listed(self, names: Sequence[Name], *, later: bool, given: int, at_least: int) -> str:
        """All in one line, so many of them with their given names whatever the form."""
        shown, cut = self.shown(names, later=later, at_least=at_least)
        printed = [self.one(name, first=number == 0, given=number < given) for number, name in enumerate(shown)]
        delimiter = self._told("delimiter", "name-delimiter")
        text = self._joined(printed, ", " if delimiter is None else delimiter, names, cut=cut)
        shaped = wrapped_in(self._element, text)
        return affixed(self._element.get("prefix", ""), shaped, self._element.get("suffix", ""))

    def one(self, name: Name, *, first: bool = True, given: bool = False) -> str:
        """One name. `given`: with the given name although the form is short."""
        if "literal" in name or not name.get("family"):
            whole = name.get("literal") or name.get("family") or name.get("given") or ""
            return self._part("family", clean(str(whole)))
        told = {key: clean(str(value)) for key, value in name.items() if value and isinstance(value, str)}
        family, own = told["family"], told.get("given", "")
        falls, stays, suffix = (told.get(key, "") for key in ("dropping-particle", "non-dropping-particle", "suffix"))
        if self.form == "short" and not given:
            return self._part("family", _after(stays, family))
        if EAST_ASIAN.fullmatch(family + own):
            return self._part("family", family) + self._part("given", own)
        own = self._initials(own)
        order = self._option("name-as-sort-order")
        if order == "all" or (order == "first" and first):
            demoted = (self._option("demote-non-dropping-particle") or "display-and-sort") == "display-and-sort"
            before = self._part("family", family if demoted else _after(stays, family))
            behind = " ".join(filter(None, (own, falls, stays if demoted else "")))
            separator = self._option("sort-separator")
            pieces = [before, self._part("given", behind), suffix]
            return (", " if separator is None else separator).join(filter(None, pieces))
        before = self._part("given", own)
        family = self._part("family", _after(" ".join(filter(None, (falls, stays))), family))
        comma = ", " if name.get("comma-suffix") else " "
        return " ".join(filter(None, (before, family))) + (comma + suffix if suffix else "")

    def _joined(self, printed: list[str], delimiter: str, names: Sequence[Name], *, cut: bool) -> str:
        if cut:
            return self._cut(printed, delimiter, names)
        both = {"text": self._locale.term("and"), "symbol": "&"}.get(self._option("and") or "")
        if both is None or len(printed) < 2:
            return delimiter.join(printed)
        inverted = self._option("name-as-sort-order")
        turned = inverted == "all" or (inverted == "first" and len(printed) == 2)
        comma = _precedes(self._option("delimiter-precedes-last"), many=len(printed) > 2, inverted=turned)
        return delimiter.join(printed[:-1]) + (delimiter if comma else " ") + f"{both} {printed[-1]}"

    def _cut(self, printed: list[str], delimiter: str, names: Sequence[Name]) -> str:
        """Names of which there are more."""
        if self._option("et-al-use-last") == "true" and len(names) >= len(printed) + 2:
            return delimiter.join(printed) + f"{delimiter}… {self.one(names[-1], first=False)}"
        element = Element("et-al") if self._et_al is None else self._et_al
        words = wrapped_in(element, self._locale.term(element.get("term", "et-al")) or "")
        inverted = self._option("name-as-sort-order") in ("all", "first") and len(printed) == 1
        comma = _precedes(self._option("delimiter-precedes-et-al"), many=len(printed) > 1, inverted=inverted)
        others = affixed(element.get("prefix", ""), words, element.get("suffix", ""))
        return joined(delimiter.join(printed) + (delimiter if comma else " "), others) if others else ""

    def _limit(self, which: str, *, later: bool) -> int:
        own = self._option(f"et-al-subsequent-{which}") if later else None
        told = own if own is not None else self._option(f"et-al-{which}")
        return int(told) if told and told.isdigit() else (1 if which == "use-first" else 0)

    def _told(self, own: str, inherited: str) -> str | None:
        found = self._element.get(own)
        return self._option(inherited) if found is None else found

    def _part(self, which: str, words: str) -> str:
        for part in self._element.findall("name-part"):
            if part.get("name") == which and words:
                shaped = wrapped_in(part, cased(words, part.get("text-case"), english=self._locale.english))
                return affixed(part.get("prefix", ""), shaped, part.get("suffix", ""))
        return words

    def _initials(self, given: str) -> str:
        """Given names as initials, where the style wants them so."""
        sign = self._option("initialize-with")
        if sign is None or not given:
            return given
        if self._option("initialize") == "false":
            return BETWEEN.sub("" if sign == sign.rstrip() else " ", INITIAL.sub(rf"\1{sign.rstrip()}", given))
        hyphens = self._option("initialize-with-hyphen") != "false"
        found: list[str] = []
        for word in re.sub(r"\.(?=\S)", ". ", given).split():
            parts = [part for part in word.split("-") if part[:1].isupper()]
            if not parts:
                found.append(f"{'' if not found or found[-1].endswith(' ') else ' '}{word} ")
                continue
            initials = ("-" if hyphens else "").join(f"{part[0]}{sign.rstrip()}" for part in parts)
            found.append(initials + " " * sign.endswith(" "))
        return "".join(found).strip()


def _after(particle: str, name: str) -> str:
    if not particle:
        return name
    particle = TERM + particle
    return f"{particle}{name}" if particle.endswith(GLUED) else f"{particle} {name}"


def _precedes(how: str | None, *, many: bool, inverted: bool) -> bool:
    """Whether a delimiter stands before the last."""
    match how:
        case "always":
            return True
        case "never":
            return False
        case "after-inverted-name":
            return inverted
        case _:
            return many
