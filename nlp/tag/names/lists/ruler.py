"""Cleaned prose -> the names in it that stand in the gazetteers. The one file that speaks to spaCy.

A blank English pipeline: spaCy's tokeniser and its EntityRuler over our table, no trained model. The
tokeniser cuts possessives and most hyphens, so that "anti-American" and "Colombia's" hold a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.pipeline import SpanRuler

from nlp.model import Label
from nlp.tag.names.found import Found, free
from nlp.tag.names.lists.gazetteers import THE, entries
from nlp.tag.names.lists.places import Entry
from nlp.tag.names.lists.tables import fold

LONGEST = 10**9
"""Characters: spaCy's own limit is for models that need memory by length; rules do not."""
SHORT = re.compile(
    r"""(?<![\w.])(?:
    U\.\s?S\.(?:\s?A\.)? | U\.\s?K\. | U\.\s?N\. | E\.\s?U\.      # "U.S.", "U. S.", "U.N."
    )(?!\w)""",
    re.VERBOSE,
)
SHORT_LABEL = {"US": Label.GPE, "USA": Label.GPE, "UK": Label.GPE, "UN": Label.ORG, "EU": Label.ORG}
CAPITALS = re.compile(r"(?<![\w])[A-Z][A-Z'-]{3,}(?![\w])")
SHOUTED = re.compile(r"(?<![\w])[A-Z][A-Z']+(?![\w])")
SMALL = frozenset("OF AND THE FOR DE DEL ON".split())
PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Aa]t|[Oo]utside|[Aa]round|[Tt]owards?|city of|port of)\s$")
NAME_AFTER = re.compile(r"\s+[A-Z]")
LIST_AFTER = re.compile(r",\s+[A-Z]")
BETWEEN = re.compile(r",?\s(?:and|or|to|&)\s|,\s")
Spot = tuple[Entry, int, int]
MONEY = re.compile(r"\s?[$€£]")


def find_names(texts: Sequence[str]) -> list[list[Found]]:
    """For each of `texts` the gazetteer names in it, in order and apart, accents and capitals aside."""
    folded = [fold(text) for text in texts]
    with _ruler().memory_zone():  # what spaCy keeps of each new word goes with the paper
        docs = _ruler().pipe(folded)
        return [_in_line(text, list(_hits(doc, text))) for text, doc in zip(folded, docs, strict=True)]


@cache
def _ruler() -> Language:
    nlp = spacy.blank("en")
    nlp.max_length = LONGEST
    ruler = nlp.add_pipe("future_entity_ruler")
    if not isinstance(ruler, SpanRuler):  # the factory's type is known to spaCy only
        raise TypeError(f"spaCy's entity ruler is a {type(ruler).__name__}")
    ruler.add_patterns(
        [
            {"label": entry.label.value, "pattern": fold(entry.surface.removeprefix(THE)), "id": str(at)}
            for at, entry in enumerate(entries())
        ]
    )
    return nlp


@cache
def _first_words() -> frozenset[str]:
    return frozenset(re.split(r"[\s'-]", fold(entry.surface))[0] for entry in entries() if not entry.weak)


def _in_line(text: str, hits: list[Found]) -> list[Found]:
    short = [
        Found(*m.span(), SHORT_LABEL[key], "gazetteer", _short_name(key))
        for m in SHORT.finditer(text)
        for key in (re.sub(r"[.\s]", "", m.group()),)
    ]
    hits = [*hits, *free(short, hits)]
    return sorted([*hits, *free(_shouted(text), hits)], key=lambda hit: hit.start)


def _short_name(key: str) -> str:
    names = {"US": "United States", "USA": "United States", "UK": "United Kingdom", "UN": "United Nations"}
    return names.get(key, "European Union")


def _hits(doc: spacy.tokens.Doc, text: str) -> Iterator[Found]:
    """The names of `doc` that the context allows; one that needs support also finds it in a place beside it."""
    spots = [(entries()[int(ent.ent_id_)], ent.start_char, ent.end_char) for ent in doc.ents]
    sure = [_fits(entry, text, start, end) for entry, start, end in spots]
    for at, (entry, _, _) in enumerate(spots):
        sure[at] = sure[at] or (entry.weak and _beside(text, spots, sure, at))
    for at in range(len(spots) - 2, -1, -1):
        sure[at] = sure[at] or (spots[at][0].weak and _beside(text, spots, sure, at))
    for (entry, start, end), fits in zip(spots, sure, strict=True):
        if fits:
            yield Found(start, end, entry.label, "gazetteer", entry.name)


def _beside(text: str, spots: Sequence[Spot], sure: Sequence[bool], at: int) -> bool:
    """Whether spot `at` stands in one list with a place that is sure: "Toronto, Reading and Cork"."""
    for near in (at - 1, at + 1):
        if 0 <= near < len(spots) and sure[near] and spots[near][0].label in {Label.GPE, Label.LOC}:
            first, last = sorted((at, near))
            if BETWEEN.fullmatch(text, spots[first][2], spots[last][1]) and not NAME_AFTER.match(text, spots[at][2]):
                return True
    return False


def _fits(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether the context lets the words be the name: the article, a place's preposition, no currency."""
    before, after = text[max(0, start - 12) : start], text[end : end + 24]
    if entry.surface.startswith(THE):
        return before.casefold().endswith(THE)
    if entry.weak:
        return (bool(PLACE_BEFORE.search(before)) or bool(LIST_AFTER.match(after))) and not NAME_AFTER.match(after)
    return not (entry.label is Label.GPE and MONEY.match(after))


def _shouted(text: str) -> Iterator[Found]:
    """Names printed in capitals: "LATIN AMERICA". The words are read again as if they were not."""
    if not any(m.group().capitalize() in _first_words() for m in CAPITALS.finditer(text)):
        return
    lowered = SHOUTED.sub(lambda m: _unshout(m.group()), text)
    for hit in _hits(_ruler()(lowered), lowered):
        printed = text[hit.start : hit.end]
        if printed.isupper() and len(printed) >= 4:
            yield hit


def _unshout(word: str) -> str:
    return word.lower() if word in SMALL else word.capitalize()
