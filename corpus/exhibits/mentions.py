"""A sentence -> the exhibits it names: "Figures 5 and 6", "Tables 2-4", "(Abb. 3)", one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.labels import LABEL, NUMBER, Name, folded, named

MOST_IN_RANGE = 30
_AND = r"(?:and|or|&|y|e|o|et|ou|und|oder|as\swell\sas)\s"
_TO = r"(?:to|through|a|à|al|bis)\s|[-–—]\s?"
_MORE = re.compile(
    rf"(?P<how>\s?,\s(?:{_AND})?|\s?[;/]\s?|\s{_AND}|\s?(?P<to>{_TO}))(?P<number>{NUMBER}|[a-h](?!\w))", re.VERBOSE
)
_RANGE = re.compile(r"(?P<prefix>(?:[A-Z]{1,3}[.\-–]?)?(?:\d{1,3}\.)?)(?P<first>\d{1,3})[-–](?P<last>\d{1,3})")
_COUNTED = re.compile(r"(?P<prefix>.*?)(?P<last>\d+)")
_MEASURES = re.compile(
    r"""[.,]?\d|\s?[%‰°€£$]|\s(?:per\s?cent|percent\w*|times|hundred|thousand|[mb]illion|years?|months?|weeks?|days?|hours?
        |hectares|tonnes|kilomet\w+|people|million\w*)\b""",
    re.VERBOSE,
)
"""What follows a number that counts something and numbers nothing."""
_COUNTS_THINGS = re.compile(r"\s(?P<word>[a-z]{2,30}s)\b")
_SAY = frozenset(
    """shows presents illustrates gives lists summarises summarizes reports compares depicts plots provides displays
    describes sets contains indicates suggests reveals demonstrates highlights maps is was has does also breaks tracks
    traces outlines details offers ranks records shares covers draws makes puts includes reproduces confirms splits
    documents explains refers uses identifies charts captures looks tells adds goes places distinguishes underlines
    underscores as this thus its across plus versus portrays represents points reflects combines repeats""".split()
)
"""After "table 3" these tell what it does; another word in -s is what there are three of."""
_LISTED = re.compile(rf"\s?(?:[,;.:)\]]|$)|\s{_AND}|\s(?:to|through)\s")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An exhibit named in a sentence, and where."""

    start: int
    end: int
    name: Name
    sure: bool
    """Whether it is a name even if the paper shows no such exhibit."""


def mentions(words: str) -> Iterator[tuple[tuple[int, int], list[Mentioned]]]:
    """Each place that names exhibits, from its word to its last number, with the exhibits named there."""
    at = 0
    while found := LABEL.search(words, at):
        at = found.end()
        if found.start() and (words[found.start() - 1].isalnum() or words[found.start() - 1] in "_-"):
            continue
        if _is_counting(words, found):
            continue
        listed = list(_listed(words, found))
        at = max(each.end for each in listed)
        yield (found.start(), at), listed


def _is_counting(words: str, found: re.Match[str]) -> bool:
    """Whether the number counts something, or is none: "table 3 motions", "figures 15 per cent", "the map I drew"."""
    if _MEASURES.match(words, found.end()):
        return True
    if not found["word"][0].islower():
        return False
    things = _COUNTS_THINGS.match(words, found.end())
    return (
        not found["number"][-1:].isalnum()
        or not any(map(str.isdigit, found["number"]))
        or (things is not None and things["word"] not in _SAY)
    )


def _listed(words: str, found: re.Match[str]) -> Iterator[Mentioned]:
    name = named(found)
    several = folded(found["word"]) != name.word
    sure = any(map(str.isdigit, name.number))
    within = _RANGE.fullmatch(name.number) if several else None
    if within is not None:
        yield from _ranged(found.start(), found.end(), name, within["prefix"], within["first"], within["last"])
        return
    more = list(_further(words, found.start("number"), found.end(), name)) if several else []
    alone = several and not more and not found["word"].endswith(".")
    if alone and found["word"][0].islower():
        sure = False
    yield Mentioned(found.start(), found.end(), name, sure and not alone)
    yield from more


def _further(words: str, start: int, at: int, last: Name) -> Iterator[Mentioned]:
    """The other numbers of "Figures 5, 7 and 8b" or "Tables 2 to 4"; the last one stands at `start` to `at`."""
    while found := _MORE.match(words, at):
        number = found["number"]
        if _MEASURES.match(words, found.end()) or ("," in found["how"] and not _LISTED.match(words, found.end())):
            return
        if len(number) == 1 and number.islower():
            number = last.number.rstrip("abcdefgh") + number
        name = replace(last, number=number)
        if found["to"]:
            yield from _between(start, found.end(), last, name)
        yield Mentioned(found.start("number"), found.end(), name, any(map(str.isdigit, number)))
        last, start, at = name, found.start("number"), found.end()


def _between(start: int, end: int, first: Name, last: Name) -> Iterator[Mentioned]:
    """Those between the ends of a range, which are not printed: their place is the range's."""
    one, two = _COUNTED.fullmatch(first.number), _COUNTED.fullmatch(last.number)
    if one and two and one["prefix"] == two["prefix"] and int(two["last"]) - int(one["last"]) <= MOST_IN_RANGE:
        for number in range(int(one["last"]) + 1, int(two["last"])):
            yield Mentioned(start, end, replace(first, number=f"{one['prefix']}{number}"), True)


def _ranged(start: int, end: int, name: Name, prefix: str, first: str, last: str) -> Iterator[Mentioned]:
    """The members of "Tables 2-4"; of what is no range, as it is printed."""
    numbers = range(int(first), int(last) + 1)
    if not 2 <= len(numbers) <= MOST_IN_RANGE:
        yield Mentioned(start, end, name, True)
        return
    for number in numbers:
        yield Mentioned(start, end, replace(name, number=f"{prefix}{number}"), True)
