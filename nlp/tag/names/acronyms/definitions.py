"""Cleaned prose -> the short forms it defines: "Long Form (LF)", "LF (Long Form)", "Long Form, or LF".

The base is the algorithm of Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation
Definitions in Biomedical Text" (2003): the letters of the short form are looked for in the words before
it, from right to left, and its first letter must begin a word. Two things are added. Surer readings go
first (see spelling): the shortest letters' match of "mindful memoranda (MM)" would be "memoranda". And a
run of capitalised words with a head word ("Commission", "Forces") right before the bracket is the long
form even where the letters do not match: many bodies are abbreviated in their own language (FARC, CITEL).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus.model import Span
from corpus.view import View
from nlp.model import Acronym
from nlp.tag.names.acronyms.forward import Offsets, Pair, definitions_before
from nlp.tag.names.acronyms.glossaries import Listed
from nlp.tag.names.acronyms.implied import find_implied
from nlp.tag.names.acronyms.reversed import definitions_after
from nlp.tag.names.acronyms.spelling import same_gist
from nlp.tag.names.lists.tables import fold


def acronyms(view: View) -> list[Acronym]:
    """The definitions in `view`, in order of their short forms; the spans are of the source.

    Both names of common nouns (official development assistance) and of bodies are returned. A long form
    that the page breaks in two has two spans.
    """
    return [Acronym(view.source(*short), view.spans(*long)) for short, long in find_definitions(view.text)]


def definitions(views: Sequence[View], listed: Sequence[Listed] = ()) -> list[Acronym]:
    """The definitions of one paper in text order, each where it is first printed.

    One that is printed again in other words for the same name ("Office on Drugs", "Office for Drugs") is not told
    twice. `listed`: the entries of its lists of abbreviations, which stand above what is read in the same place.
    """
    pairs = find_all([view.text for view in views], [each.short for each in listed])
    found: dict[Span, tuple[Acronym, str, str]] = {}
    for view, line in zip(views, pairs, strict=True):
        for short, long in line:
            each = Acronym(view.source(*short), view.spans(*long))
            found[each.short] = each, view.text[slice(*short)], view.text[slice(*long)]
    found |= {each.acronym.short: (each.acronym, each.short, each.long) for each in listed}
    told: dict[str, list[str]] = {}
    first: list[Acronym] = []
    for _, (each, short_form, long_form) in sorted(found.items()):
        before = told.setdefault(short_form, [])
        if not any(same_gist(long_form, other) for other in before):
            first.append(each)
        before.append(long_form)
    return first


def find_all(texts: Sequence[str], listed: Collection[str] = ()) -> list[list[Pair]]:
    """For each of the stretches of one paper what find_definitions gives, and what its reader must infer.

    `listed`: the short forms that its lists of abbreviations explain.
    """
    found = [find_definitions(text) for text in texts]
    explained = {text[slice(*short)] for text, pairs in zip(texts, found, strict=True) for short, _ in pairs}
    explained.update(listed)
    whole: list[list[Pair]] = []
    for text, pairs in zip(texts, found, strict=True):
        more = list(find_implied(text, explained))
        explained.update(text[slice(*short)] for short, _ in more)
        whole.append(sorted([*pairs, *more]))
    return whole


def find_definitions(text: str) -> list[Pair]:
    """(short, long) as half-open pairs of offsets into `text`, in order, no short form in two definitions."""
    text = fold(text)
    found: dict[Offsets, Offsets] = {}
    for short, long in definitions_before(text):
        found.setdefault(short, long)
    taken = {start for start, _ in found}
    for short, long in definitions_after(text):
        if taken.isdisjoint(range(*long)):
            found.setdefault(short, long)
    return sorted(found.items())
