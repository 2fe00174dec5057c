"""The words of a note or of an entry in a bibliography -> the names in its citations: authors, works, publishers.

A citation says by its form what its words are, where running text would leave it open: "Sol" between a place and
a year publishes, a name before a title wrote it. What is in doubt is left to the other layers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.references.parts import Parts, Place, cited_parts
from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.gazetteers import known
from nlp.tag.names.lists.tables import fold, words
from nlp.tag.names.patterns.person_patterns import FULL, INITIAL, SURNAME
from nlp.tag.names.patterns.person_patterns import NAME as PRINTED
from nlp.tag.names.patterns.persons import NOT_NAMES
from nlp.tag.names.patterns.runs import tokens
from nlp.tag.names.patterns.triggers import head_label, label_of

BY = "cited"
TURNED = rf"{SURNAME}(?:[ ]{SURNAME})?,?[ ](?:{INITIAL}[ ]?){{1,4}}"
"""A family name and initials: "Roe, J. K."."""
NAME = re.compile(rf"(?P<turned>{TURNED})|(?P<plain>{FULL})(?!\w)")
FIRST = re.compile(rf"(?P<family>{SURNAME}(?:[ ]{SURNAME})?),[ ](?P<given>{PRINTED}(?:[ ]{INITIAL})*)(?![\w])")
"""How a bibliography begins an entry: "Roe, Jane"."""
GAP = re.compile(r"(?:,?\s(?:and|y|e|et|und|with)\s|\s?&\s|[,;]\s|,?\set\sal\b\.?|\s?\(?[Ee]ds?\b\.?\)?|[.,\s])+")
YEAR_BEHIND = re.compile(r"\s?,\s(?:c\.\s?)?(?:1[5-9]|20)\d\d")
AUTHORS = 12
"""Of one work, that are read."""
KINDS = frozenset(
    """working background briefing policy discussion occasional research technical paper papers report brief note
    memo memorandum draft chapter annex appendix
    series testimony vol no nr pub l accessed available retrieved january february march april may june july august
    september october november december spring summer autumn fall winter""".split()
)
"""Words of which no title is made: "Working Paper", "October"."""
PARTICLES = frozenset("de da do di du del la van von der den bin al el y e".split())


def find_cited(text: str, *, entry: bool, gaps: Sequence[int] = ()) -> list[Found]:
    """The names that the citations in `text` give away. `entry`: `text` is one entry of a bibliography.

    `gaps` are the offsets before which something printed was left out: behind a title often the mark that ends
    its italics.
    """
    found: list[Found] = []
    for parts in cited_parts(text, entry=entry):
        people = list(_people(text, parts.names, entry=entry))
        if entry or parts.container or parts.house or people:  # "Kenya, Ministry of Finance, 2014" cites nothing
            found += [*_works(text, parts, gaps), *people, *_imprint(text, parts)]
    return found


def _works(text: str, parts: Parts, gaps: Sequence[int]) -> Iterator[Found]:
    for place in (parts.title, parts.container):
        if place is not None:
            start, end = place
            end = next((gap for gap in gaps if start < gap < end and text[gap] in ",.;:( "), end)
            if not KINDS.issuperset(text[start:end].lower().replace(".", " ").split()) and not _is_body(
                text[start:end]
            ):
                yield Found(start, end, Label.WORK, BY)


def _is_body(name: str) -> bool:
    """Whether the words name a body by themselves: the part after the author's name may be its department."""
    entry, run = known(name), tuple(token for token in tokens(name) if token.text != "|")
    read = label_of(run) if run and run[-1].end == len(name) and run[0].start == 0 else None
    return (entry is not None and entry.label is not Label.WORK) or (read is not None and read[1] is Label.ORG)


def _people(text: str, names: Place, *, entry: bool) -> Iterator[Found]:
    """The authors, if every one of them is printed as a person is; in a bibliography the first one turned."""
    at = names[0]
    found: list[Found] = []
    first = FIRST.match(text, at, names[1]) if entry else None
    if first and _is_person(f"{first.group('given')} {first.group('family')}"):
        found.append(Found(*first.span(), Label.PERSON, BY))
        at = _behind(text, first.end(), names)
    while at < names[1] and len(found) < AUTHORS:
        match = NAME.match(text, at, names[1] + 1)
        plain = match is not None and match.lastgroup == "plain"
        if not match or (plain and not ((found or not entry) and _is_person(match.group(), given=not found))):
            return
        found.append(Found(match.start(), _end(match), Label.PERSON, BY))
        at = _behind(text, match.end(), names)
    yield from found


def _behind(text: str, at: int, names: Place) -> int:
    gap = GAP.match(text, at)
    return gap.end() if gap else names[1]


def _end(match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip(" ,"))


def _is_person(name: str, *, given: bool = False) -> bool:
    """Two to four words, none of which names a place, a people, a body or a thing; `given`: the first known as such.

    "Carpine Line, Annual Accounts" has the form of "Jane Roe, Rain and Rights".
    """
    parts = [word for word in name.split() if word.lower() not in PARTICLES]
    plain = all(word not in NOT_NAMES and head_label(word.rstrip(".")) is None for word in parts)
    told = not given or fold(parts[0]) in words("given_names.txt") or "." in name
    return 2 <= len(parts) <= 4 and plain and told and not any(map(_is_else, (name, parts[0], parts[-1])))


def _is_else(name: str) -> bool:
    entry = known(name)
    return entry is not None and entry.label is not Label.PERSON and not entry.weak


def _imprint(text: str, parts: Parts) -> Iterator[Found]:
    """Publisher and place; a place nobody knows only with a year behind: "Armed Attack: Evolutions in Law" is none."""
    if parts.place is None or parts.house is None:
        return
    place, (start, end) = known(text[slice(*parts.place)]), parts.house
    if place is not None and place.label in {Label.GPE, Label.LOC}:
        yield Found(*parts.place, place.label, BY, place.name)
    elif not YEAR_BEHIND.match(text, end):
        return
    for part in text[start:end].split(" and ") if _are_two(text[start:end]) else [text[start:end]]:
        yield Found(start, start + len(part), Label.ORG, BY)
        start += len(part) + len(" and ")


def _are_two(house: str) -> bool:
    """Two publishers by their short forms, "WHO and UNDP", not one: "Faber and Faber"."""
    return all(part.isupper() and " " not in part for part in house.split(" and "))
