"""Files of annotated sentences -> cleaned examples: text, names, and what an absent label means in each source.

The sources do not annotate the same things (see LICENSES.md beside the data): in some an unlabelled word may
well be a name of a kind that the source does not know, or one that its annotators passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nlp.tag.names.head.tags import KINDS
from nlp.tag.names.lists.gazetteers import known
from nlp.tag.names.patterns.runs import STARTERS
from nlp.tag.names.patterns.triggers import TITLES

TESTS = ("UNER-EWT-test", "CrossNER-politics")
"""Never trained on."""
NEWS = "GUM-news"
"""The part of GUM that is never trained on either."""
THREE_KINDS = ("UNER-",)
"""Sources of persons, organisations and places only."""
SPARSE = ("GUM", "re3d")
"""Sources that label some names and pass over others."""
PRONOUNS = frozenset("he she it they we i you his her its their our him them us who which that this these".split())
TITLE = re.compile(r"(?:of [A-Z]\w+|for (?:the )?[A-Z]\w+(?: [A-Z]\w+)?) ")
TITLE_WORDS = TITLES | frozenset("Mr Mrs Ms Dr Lord Lady Emperor Sheikh Reverend Foreign Defense Defence".split())
OF_A_CITY = re.compile(r", (?!D\.?C)")


class Name(NamedTuple):
    """One annotated name: ``text[start:end]``."""

    start: int
    end: int
    kind: str


class Example(NamedTuple):
    """One sentence with its names, in order and apart."""

    text: str
    names: tuple[Name, ...]
    source: str

    @property
    def three_kinds(self) -> bool:
        """Whether only persons, organisations and places are labelled."""
        return self.source.startswith(THREE_KINDS)

    @property
    def sparse(self) -> bool:
        """Whether a capitalised word without a label may be a name."""
        return self.source.startswith(SPARSE)


def read(folder: Path) -> tuple[list[Example], dict[str, list[Example]]]:
    """(the examples to train on, those to test on by name), in the order of the files."""
    training: list[Example] = []
    tests: dict[str, list[Example]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            source = row["source"]
            if file.stem in TESTS or source == NEWS:
                tests.setdefault(NEWS if source == NEWS else file.stem, []).append(_as_it_is(row))
            else:
                training.append(_cleaned(row))
    return training, tests


def _as_it_is(row: dict) -> Example:
    names = tuple(Name(start, end, _kind(label)) for start, end, label in sorted(row["spans"]))
    return Example(row["text"], names, row["source"])


def _kind(label: str) -> str:
    return label if label in KINDS else "OTHER"


def _cleaned(row: dict) -> Example:
    found: list[Name] = []
    for name in _as_it_is(row).names:
        for part in _parts(row["text"], name):
            if part.start < part.end and (not found or found[-1].end <= part.start):
                found.append(part)
    return Example(row["text"], tuple(found), row["source"])


def _parts(text: str, name: Name) -> Iterator[Name]:
    """The name without what is none of it: titles, articles; a city and its state apart; no pronouns."""
    printed = text[name.start : name.end]
    if printed.lower() in PRONOUNS:
        return
    if name.kind in {"GPE", "LOC"} and OF_A_CITY.search(printed):
        start = name.start
        for match in [*OF_A_CITY.finditer(printed), None]:
            end = name.start + match.start() if match else name.end
            yield Name(start, end, name.kind)
            start = name.start + match.end() if match else end
        return
    start = name.start
    if name.kind == "PERSON":
        start = _after_titles(text, name)
    elif printed.lower().startswith("the "):
        start += 4
    yield Name(start, name.end, name.kind)


def _after_titles(text: str, name: Name) -> int:
    start = name.start
    while start < name.end:
        word = text[start : name.end].split(" ", maxsplit=1)[0]
        office = TITLE.match(text, start, name.end)
        people = known(word) is not None and known(word).label == "NORP"
        if office:
            start = office.end()
        elif word in TITLE_WORDS or people or word == "the":
            start += len(word) + 1
        else:
            break
    return start if text[start : name.end].strip() else name.end


def may_be_a_name(word: str, *, begins: bool) -> bool:
    """Whether a word without a label in a sparse source may be one all the same."""
    return word[0].isupper() and not (begins and word.lower() in STARTERS)
