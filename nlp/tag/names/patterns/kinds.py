"""Cleaned prose -> names that the word for their kind gives away: "the NGO Clear Water", "the town of Elmwick".

For names that stand in no list and hold no head word; what is known as something else stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.forenames import is_given
from nlp.tag.names.lists.gazetteers import is_term, known
from nlp.tag.names.lists.tables import fold
from nlp.tag.names.patterns.persons import NOT_NAMES
from nlp.tag.names.patterns.runs import STARTERS
from nlp.tag.names.patterns.triggers import heads

WORD = r"(?:[A-ZÀ-ÖØ-Þ](?:[\w&]|'(?!s\b)){1,30}(?:-[\w']{1,30}){0,3}|[A-Z])(?![\w-])"
RUN = rf"{WORD}(?:\ (?:(?:de|del|da|do|of|for|the|du|la|and|&)\ )?{WORD}){{0,4}}"
PLACE = rf"(?P<name>{WORD}(?:\ (?:(?:de|del|da|do|du|la|el|al)\ )?{WORD}){{0,2}})"
BODY = r"""(?:NGO|non-governmental\ organi[sz]ation|think[\ -]tank|trade\ union|charity|company|firm|conglomerate
    |carmaker|automaker|retailer|consultancy|start-?up|newspaper|daily|weekly|news\ agency|news\ site|broadcaster
    |utility|militia|smelter|steelmaker|drugmaker|chipmaker|shipbuilder|miner|lender|insurer|airline|operator|regulator|developer
    |producer|(?:rebel|armed|militant|advocacy|terrorist|business|insurgent|campaign|lobby|energy|mining|oil|steel)
     \ (?:group|giant|movement))"""
BODIES = r"""(?:companies|firms|NGOs|banks|charities|organi[sz]ations|agencies|groups|parties|trade\ unions|institutions
    |newspapers|utilities|donors|think[\ -]tanks|giants|platforms|outlets|corporations|multinationals|foundations|bodies
    |publishers|miners|producers|operators|retailers|carmakers|airlines|lenders|insurers|developers|start-?ups
    |conglomerates|militias|unions)"""
BEFORE_BODY = re.compile(rf"(?<!\w){BODY},?\ (?:called\ |named\ )?(?P<name>{RUN})(?!\w)", re.VERBOSE)
LISTED = re.compile(
    rf"""(?<!\w){BODIES},?\ (?:such\ as|like|including|notably|among\ them)
    \ (?P<names>{RUN}(?:,\ {RUN}){{0,6}}(?:,?\ (?:and|or)\ {RUN})?)""",
    re.VERBOSE,
)
APART = re.compile(r",? (?:and|or) |, ")
PROGRAMME = re.compile(
    rf"""(?<!\w)(?:the|its|their|a|called|[a-z]+'s)\ (?P<name>{RUN})
    \ (?:programme|program|scheme|initiative|campaign|project)s?(?!\w)""",
    re.VERBOSE,
)
OF_PLACE = re.compile(
    rf"""(?<!\w)(?:towns?|city|cities|villages?|port|province|districts?|county|commune|municipality|suburb|hamlet|department
    |governorate|prefecture|township|capital|settlement)\ of\ {PLACE}(?!\w)""",
    re.VERBOSE,
)
ADMINISTERED = re.compile(
    rf"""(?<![\w-]){PLACE}\ (?:district|province|county|prefecture|governorate|oblast|municipality|commune|state
    |department)s?(?!\w)""",
    re.VERBOSE,
)
WATERED = re.compile(
    rf"""(?<![\w-]){PLACE}\ (?:rivers?|delta|valley|basin|estuary|plateau|mountains?|peninsula|islands?|desert|strait
    |gulf|lagoon|archipelago|rainforest|wetlands?|escarpment|watershed|savann?ah?|steppe|highlands|lowlands)(?!\w)""",
    re.VERBOSE,
)
ALONG = re.compile(
    rf"""(?:[Aa]long|(?:banks|mouth|waters|tributar(?:y|ies)|source)\ of)\ the\ (?P<name>{WORD})(?=[\ ,.;])""",
    re.VERBOSE,
)
ISLAND = re.compile(rf"(?<!\w)(?:islands?|isle)\ of\ {PLACE}(?!\w)", re.VERBOSE)
IS_PLACE = re.compile(
    rf"""(?<![\w-]){PLACE}(?:,|\ is|\ was)\ (?:a|an|the)\ (?:[\w-]+\ ){{0,2}}?
    (?:town|city|village|port|province|district|suburb|township|hamlet|capital|municipality)(?!\w)""",
    re.VERBOSE,
)
OPENS = frozenset('.!?:;•|“"(-–—')
PLACES = (
    (IS_PLACE, Label.GPE),
    (OF_PLACE, Label.GPE),
    (ADMINISTERED, Label.GPE),
    (WATERED, Label.LOC),
    (ALONG, Label.LOC),
    (ISLAND, Label.LOC),
)


def find_by_kind(text: str) -> Iterator[Found]:
    """The bodies, programmes and places in `text` beside the word for what they are, in no order."""
    for match in BEFORE_BODY.finditer(text):
        yield from _named(match.group("name"), match.start("name"), Label.ORG)
    for match in LISTED.finditer(text):
        yield from _parts(match)
    for match in PROGRAMME.finditer(text):
        if not _is_owner(match.group("name")):
            yield from _named(match.group("name"), match.start("name"), Label.PROGRAM)
    for pattern, label in PLACES:
        for match in pattern.finditer(text):
            said = pattern is IS_PLACE
            if said or not _opens(text, match.start("name")):
                yield from _named(match.group("name"), match.start("name"), label, said=said)


def _opens(text: str, at: int) -> bool:
    """Whether a capital at `at` may only say that a sentence begins: "Coastal wetlands shrink"."""
    before = text[max(0, at - 3) : at].rstrip()
    return not before or before[-1] in OPENS


def _parts(match: re.Match[str]) -> Iterator[Found]:
    names, at = match.group("names"), match.start("names")
    start = 0
    for gap in [*APART.finditer(names), None]:
        end = gap.start() if gap else len(names)
        yield from _named(names[start:end], at + start, Label.ORG)
        start = gap.end() if gap else end


def _named(name: str, start: int, label: Label, *, said: bool = False) -> Iterator[Found]:
    """The name, unless it is listed as anything, a common noun, a mere capitalised word or a person's.

    `said`: the text says what it is, so that it may look like a person's.
    """
    words = name.split(" ")
    first = words[0]
    plain = first.lower() in STARTERS or first in NOT_NAMES or is_term(first)
    person = len(words) > 1 and is_given(first) and not said
    if (
        "'s" not in name
        and not plain
        and not person
        and known(name) is None
        and not (len(words) == 1 and fold(first) in heads())
    ):
        yield Found(start, start + len(" ".join(words)), label, "trigger")


def _is_owner(name: str) -> bool:
    """Whether a programme only belongs to `name`: "the World Bank programme", "a Kenyan project", "the EU scheme"."""
    last = name.rpartition(" ")[2]
    return known(name) is not None or known(last) is not None or name.isupper() or fold(last) in heads()
