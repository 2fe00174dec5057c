"""A table of definitions as printed: both forms where a reader sees them, and lines that define nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.model import hull
from corpus.view import View
from nlp.tag.names.acronyms.definitions import acronyms

MARKED = re.compile(r"\{\{(?P<long>.+?)\}\}|\{(?P<short>.+?)\}")
LINES = (Path(__file__).parent / "definitions.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]
Pair = tuple[str, int, str, int]


def read(case: str) -> tuple[str, list[Pair]]:
    """The text without its marks, and (short, its start, long, its start) for each definition marked."""
    parts: dict[str, list[tuple[str, int]]] = {"long": [], "short": []}
    text, at = "", 0
    for match in MARKED.finditer(case):
        text += case[at : match.start()]
        kind = str(match.lastgroup)
        parts[kind].append((match[kind], len(text)))
        text += match[kind]
        at = match.end()
    longs = parts["long"]
    return text + case[at:], [(*short, *longs[min(n, len(longs) - 1)]) for n, short in enumerate(parts["short"])]


@pytest.mark.parametrize("case", CASES)
def test_definitions_are_found_where_they_are_printed(case: str) -> None:
    text, expected = read(case)
    pairs = [(a.short, hull(a.long)) for a in acronyms(View.of(text))]
    found = [(text[slice(*short)], short.start, text[slice(*long)], long.start) for short, long in pairs]
    assert found == expected


def test_the_table_has_as_many_negatives_as_it_should() -> None:
    negatives = [case for case in CASES if not MARKED.search(case)]
    assert len(negatives) >= 60
    assert len(CASES) >= 120
