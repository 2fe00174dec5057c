"""The definitions of one paper -> its table of short forms, and where each stands in the prose.

A short form means what this paper says it means, and nothing outside it. One that the paper defines twice
in different ways stands for neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.model import Label
from nlp.tag.names.acronyms import find_definitions
from nlp.tag.names.canon import key, listed_label
from nlp.tag.names.found import Found
from nlp.tag.names.runs import CONNECTORS, tokens
from nlp.tag.names.tables import fold, words
from nlp.tag.names.triggers import head_label, label_of

THINGS = frozenset(
    """product income assistance aid investment investments attack attacks rate ratio index area areas
    weapon weapons destruction person persons people disease diseases syndrome virus vehicle
    vehicles technology technologies analysis management intelligence operations organisations
    organizations economies country countries enterprise enterprises cost costs price prices parity
    power emission emissions gas gases capture energy system systems equipment device devices
    learning internet transfer transfers remittances migration responsibility officer minister
    member model models method trial trials assessment evaluation indicator indicators unit units
    zone zones mean deviation error effect effects violence crime trafficking security care health
    medicine drug drugs substance substances fuel fuels contract tax tariff secretary assistant
    adviser reconnaissance surveillance nationals displaced refugees students architecture articles
    language languages""".split()
)
"""A long form that ends in one of these names a kind of thing, not a body, capitals or not."""


@dataclass(frozen=True, slots=True)
class Short:
    """What a short form stands for in this paper. `label` None: a common noun, which names nobody."""

    short: str
    long: str | None
    label: Label | None


@dataclass(frozen=True, slots=True)
class Definition:
    """One place of definition: line and offsets of both forms."""

    line: int
    short: tuple[int, int]
    long: tuple[int, int]


def read_definitions(texts: Sequence[str]) -> list[Definition]:
    """All definitions in the stretches of one paper, in order."""
    return [Definition(line, short, long) for line, text in enumerate(texts) for short, long in find_definitions(text)]


def short_forms(texts: Sequence[str], definitions: Sequence[Definition]) -> dict[str, Short]:
    """The table of short forms, by the form without a plural s."""
    longs: dict[str, list[str]] = {}
    for definition in definitions:
        text = texts[definition.line]
        longs.setdefault(text[slice(*definition.short)], []).append(text[slice(*definition.long)])
    return {short: _one(short, forms) for short, forms in longs.items()}


def _one(short: str, forms: Sequence[str]) -> Short:
    labels = [long_label(short, form) for form in forms]
    label = next((item for item in labels if item), None)
    same = len({key(form) for form in forms}) == 1
    return Short(short, forms[0] if same else None, label)


def long_label(short: str, long: str) -> Label | None:
    """What a long form names: what the lists say, else its head; None for a common noun."""
    listed = listed_label(long) or listed_label(_raised(long))
    if listed is not None:
        return listed
    parts = tuple(token for token in tokens(long) if token.text != "|")
    content = [part for part in parts if part.text not in CONNECTORS and part.text not in {"the", "or", "a", "an"}]
    if not content or fold(short) in words("terms.txt"):
        return None
    if not all(part.capital for part in content):
        return _lower_label(content[-1].text) if not any(part.capital for part in content) else _mixed(parts)
    read = label_of(parts)
    if read is not None:
        return read[1]
    plural = short.endswith("s") and short[:-1].isupper()
    if plural or content[-1].text.lower() in THINGS or len(content) < 2:
        return None
    return Label.PROGRAM if content[-1].text.endswith("ing") else Label.ORG


def _lower_label(last: str) -> Label | None:
    """A law or a treaty is a name even when it is printed without capitals; a party or an agency is a kind."""
    return Label.PROGRAM if last in {"act", "treaty", "convention", "protocol"} else None


def _mixed(parts: Sequence[object]) -> Label | None:
    texts = [str(getattr(part, "text", "")) for part in parts]
    return next((label for text in texts if (label := head_label(text.capitalize())) is not None), None)


def _raised(long: str) -> str:
    small = CONNECTORS | {"the"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in long.split())


def find_short_forms(text: str, table: dict[str, Short]) -> Iterator[tuple[Found, Short]]:
    """Where the short forms of `table` stand in `text`; those of common nouns too, so that they can be left out."""
    for match in re.finditer(r"(?<![\w])[A-Za-z][\w]*(?:[&/.+-][\w]+)*", text):
        for form in _forms(match.group()):
            if form in table:
                short = table[form]
                label = short.label or Label.ORG
                yield Found(match.start(), match.start() + len(form), label, "acronym"), short
                break


def _forms(word: str) -> Iterator[str]:
    """The word, its head before a hyphen, and without a plural s: "OAS-led", "UNODC"."""
    yield word
    if "-" in word:
        yield word.partition("-")[0]
    if word.endswith("s") and word[:-1].isupper():
        yield word[:-1]
