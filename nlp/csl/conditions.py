"""Which branch of a `choose` holds for a reference where it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from nlp.csl.dates import is_uncertain
from nlp.csl.numbers import is_numeric
from nlp.csl.situation import MEANS, Situation


def chosen(choose: Element, at: Situation) -> Element | None:
    """The first branch whose condition holds, or the one without a condition."""
    return next((branch for branch in choose if branch.tag == "else" or _holds(branch, at)), None)


def _holds(branch: Element, at: Situation) -> bool:
    tests = list(_tests(branch, at))
    match branch.get("match", "all"):
        case "any":
            return any(tests)
        case "none":
            return not any(tests)
        case _:
            return bool(tests) and all(tests)


def _tests(branch: Element, at: Situation) -> Iterator[bool]:
    """Each test of a branch; one attribute may ask for several things."""
    for attribute, value in branch.attrib.items():
        for word in value.split():
            match attribute:
                case "type":
                    yield at.item.get("type") == word
                case "variable":
                    yield has(at, word)
                case "is-numeric":
                    yield is_numeric(_text(at, word))
                case "is-uncertain-date":
                    yield is_uncertain(at.item.get(word))
                case "locator":
                    yield bool(at.cite and at.cite.locator and at.cite.label.replace("sub verbo", "sub-verbo") == word)
                case "position":
                    yield at.cite is not None and (word in MEANS[at.position] or (word == "near-note" and at.near))
                case "disambiguate":
                    yield at.apart.otherwise == (word == "true")


def has(at: Situation, variable: str) -> bool:
    """Whether a variable is said."""
    if variable == "locator":
        return bool(at.cite and at.cite.locator)
    if variable == "year-suffix":
        return bool(at.apart.year)
    if variable == "first-reference-note-number":
        return at.note is not None
    if variable == "page-first":
        variable = "page"
    return at.item.get(variable) not in (None, "", [], {})


def _text(at: Situation, variable: str) -> str:
    if variable == "locator":
        return at.cite.locator if at.cite else ""
    if variable == "first-reference-note-number":
        return str(at.note or "")
    return str(at.item.get("page" if variable == "page-first" else variable) or "")
