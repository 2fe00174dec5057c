"""The table cases.txt through the real tagger: which names are one, and which must stay apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.model import Span
from corpus.prose import prose
from nlp.link.directory import Directory
from nlp.link.record import Identity
from nlp.model import Entity, Mention
from nlp.tag.names.entities import entities

MARK = re.compile(r"\{([^}]+)\}")
CASES = [
    tuple(line.split(" | ", 1))
    for line in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()
    if line.startswith(("same | ", "apart | "))
]


def read(marked: str) -> tuple[str, list[Mention], list[Entity], list[Span]]:
    """One paper without its marks: text, what the tagger finds, and the places that were marked."""
    places, text, at = [], "", 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        places.append(Span(len(text), len(text) + len(match[1])))
        text, at = text + match[1], match.end()
    text += marked[at:]
    pieces = [Span(*match.span()) for match in re.finditer(r".+?(?= / |$)", text.replace(" / ", "\0/ "))]
    starts = [0, *(match.end() for match in re.finditer(" / ", text))]
    ends = [*(match.start() for match in re.finditer(" / ", text)), len(text)]
    pieces = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    mentions, found = entities([prose(text, (piece,)) for piece in pieces])
    return text, mentions, found, places


def identities(case: str) -> list[Identity | None]:
    """For each mark of `case` who is meant; None where nothing was found."""
    papers = {f"{at}.txt": read(marked) for at, marked in enumerate(case.split(" || "))}
    directory = Directory({name: found for name, (_, _, found, _) in papers.items()})
    meant = []
    for name, (text, mentions, _, places) in papers.items():
        for place in places:
            there = [m for m in mentions if m.span.overlaps(place)]
            one = max(there, key=lambda m: min(m.span.end, place.end) - max(m.span.start, place.start), default=None)
            meant.append(one and directory.of(name, one, text[slice(*one.span)]))
    return meant


@pytest.mark.parametrize(("verdict", "case"), CASES, ids=[case for _, case in CASES])
def test_names_are_joined_only_when_they_are_the_same(verdict: str, case: str) -> None:
    one, other = identities(case)
    assert one is not None, "the first name is not found"
    assert other is not None, "the second name is not found"
    assert (one == other) is (verdict == "same"), f"{one.name} | {other.name}"


def test_more_pairs_stay_apart_than_are_joined() -> None:
    apart = sum(verdict == "apart" for verdict, _ in CASES)
    assert len(CASES) >= 120
    assert apart >= len(CASES) / 2
