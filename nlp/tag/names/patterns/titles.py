"""Cleaned prose -> works cited without quotation marks: books behind their authors, journals, newspapers by date.

Italics are gone from prose; what is left of a citation is its order: author, title, then a bracket with place,
publisher and year, or a page, a volume, a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.forenames import is_given
from nlp.tag.names.lists.gazetteers import known
from nlp.tag.names.lists.tables import named
from nlp.tag.names.patterns.triggers import head_label
from nlp.tag.names.patterns.works import is_title

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = re.compile(rf"\b{MONTH}\b")
YEAR = r"(?:1[6-9]|20)\d\d[a-z]?"
IMPRINT = re.compile(
    rf"""
    ,?\ [(\[](?:(?:\d\w+|[Rr]ev\w*\.?|[Ss]econd)\ ed\w*\.?,\ )?                              # "(Cork: Elm Books, 2011)"
        (?:[^()\[\]]{{2,60}}?:\ [^()\[\]]{{2,60}}?,\ |(?:[^()\[\]]{{2,60}}?,\ )?)(?:forthcoming|{YEAR})[)\]]
    | ,\ (?:\ ?(?:at|p\.|pp\.|ch\.|vol\.|no\.)\ \d | supra | {MONTH}\ {YEAR} | \d{{1,2}}\ {MONTH}\ {YEAR} | {YEAR}[,.;])
    """,
    re.VERBOSE,
)
"""What follows a title in a citation."""
BEHIND_AUTHOR = re.compile(r"(?:,? \(?eds?\.\)?| et al\.)?(?:, |'s (?=[A-Z][\w ]+: [A-Z]))")
STOP = re.compile(r"[;“”\"‘()]|\.\s")
LONGEST = 180
"""Characters of a title."""
NAME = r"[A-Z][\w'&-]+(?:,?\ (?:(?:of|and|for|the|in|on|&|de|des|der|e|y|la)\ ){0,3}[A-Z][\w'&-]+){0,7}"
JOURNAL = re.compile(
    rf"""
    (?:[”"’'][,.]?|[,.][”"’'])\ (?:in\ )?(?:[Tt]he\ )?(?P<name>{NAME}),?              # "”, Rivers and Coasts 28 (2019)"
    \ (?: \d{{1,4}}(?:[.:/]\d+|,?\ ?\(|,|:|\.?\ [Nn]o) | [Vv]ol\. | [Nn]o\.\ \d | \((?:{MONTH}\ |[A-Z][a-z]+\ )?{YEAR}
        | \d{{1,2}}\ {MONTH} | {MONTH}\  )
    """,
    re.VERBOSE,
)
DATED = re.compile(
    rf"""
    (?: ^ | (?<=[.;]\ ) | (?<=[Ss]ee\ ) | (?<=also\ ) )(?:\d{{1,3}}\.?\ )?(?:The\ )?         # "12 Cork Herald, 3 May"
    (?P<name>{NAME}),\ (?:{MONTH}\ )?\d{{1,2}}\ ?(?:{MONTH}|,)
    """,
    re.VERBOSE,
)
PRESS = re.compile(
    r"(?:Times|Post|Herald|Tribune|Journal|News|Gazette|Mail|Standard|Star|Observer|Economist|Chronicle|Today)$"
)


@cache
def _press() -> frozenset[str]:
    return frozenset(form.removeprefix("The ") for name, forms in named("press.txt") for form in (name, *forms))


def find_titles(text: str, authors: Sequence[Found]) -> Iterator[Found]:
    """The works in `text` that the order of a citation tells; `authors` are the persons and bodies found in it."""
    for match in JOURNAL.finditer(text):
        pair = " and " in match.group("name") and text.startswith(" (", match.end("name"))
        if _is_journal(match.group("name")) and not pair:
            yield Found(*match.span("name"), Label.WORK, "quoted")
    for match in DATED.finditer(text):
        if PRESS.search(match.group("name")) or match.group("name") in _press():
            yield Found(*match.span("name"), Label.WORK, "quoted")
    for author in authors:
        if author.label in {Label.PERSON, Label.ORG} and (behind := BEHIND_AUTHOR.match(text, author.end)):
            yield from _behind(text, behind.end())


def _is_journal(name: str) -> bool:
    """Whether the words before a volume are no body, no person and no month."""
    names = name.split(" ")
    body = head_label(names[-1]) is Label.ORG
    return not body and not is_given(names[0]) and names[0] not in {"See", "Cf"} and not DAY.search(name)


def _behind(text: str, start: int) -> Iterator[Found]:
    """The title that begins at `start`, if a citation goes on behind it."""
    for imprint in IMPRINT.finditer(text, start, start + LONGEST):
        title = text[start : imprint.start()].rstrip(",")
        body = known(title) is not None or head_label(title.rpartition(" ")[2]) is Label.ORG
        if is_title(title, fewest=2) and not STOP.search(title) and not DAY.search(title) and not body:
            yield Found(start, start + len(title), Label.WORK, "quoted")
        return
