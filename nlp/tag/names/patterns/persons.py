"""Cleaned prose -> persons: a title or a known given name before a surname, initials, citations.

There is no list of surnames: what stands around a name must say that it is a person's. Titles and
offices are not part of the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.forenames import is_family, is_given, may_be_given
from nlp.tag.names.lists.gazetteers import country_names, is_term, known
from nlp.tag.names.lists.tables import fold, words
from nlp.tag.names.patterns import person_patterns as seen
from nlp.tag.names.patterns.eastern import find_eastern
from nlp.tag.names.patterns.runs import STARTERS
from nlp.tag.names.patterns.triggers import heads

NOT_NAMES = frozenset(
    """January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Spring Summer Autumn Fall Winter Table Figure Box
    Chart Map Chapter Section Part Annex Appendix Article Paragraph Volume Issue Page Note Source
    Ibid Resolution Amendment Version Edition Press University Phase Stage Level Model Panel Goal
    Target Year Day Week Month Century Decade Index Total Average Population Act Law Bill Report
    Paper Review Survey Census Budget Election Elections Constitution Gross National International
    Federal Human Social Economic Political Public Global General Foreign Military Security Defense
    Defence Central Special Former Deputy Senior Chief Executive Honorary Acting First Second Third
    Latin North South East West Northern Southern Eastern Western New Old Great Saint Civil Supreme
    Royal Democratic Republican People Nations States United European American World House Party
    Street Avenue Road Eds Ed Res Vol No Daily Weekly Times Post News Journal Tribune Herald
    Magazine Gazette Online Ministry Council Elect Responsible Office Designate Emeritus
    Captain Colonel Lieutenant Brigadier Sergeant Corporal Admiral Vice Premier Chancellor Prof Professor
    Sir Dame Madam Miss Lord Lady Sheikh Emir Imam Ayatollah Pope Commerce Interior Treasury Finance Justice
    Chairman Senator Congressman Congresswoman Economist Journalist Democrat Congress Marshal Master Doctor
    Show Cup Prize Award Awards Medal Lecture Effect Theorem Curve Hotel Tower Stadium Memorial Brothers Sons
    Los Las Les Le La El Il Der Die Das Het San Santa São Puerto Ciudad Villa Port Fort Cape Mount
    Inc Ltd Co Corp Plc Llc Group Partners Associates""".split()
)
GENERIC_ENDS = tuple("tion ty al ic ary ment ing ness ism ous ive sion ture ance ence ax tions ities ments".split())
PLURAL_ENDS = (*GENERIC_ENDS, "s")
"""A word with such an end is rather what an administration administers than who leads it."""
PLACE_FRONTS = frozenset("San Santa Santo Saint St São Puerto Ciudad Villa Port Fort Cape Mount Lake".split())
"""With these a place begins that is called after a person: "São Félix"."""
TITLED = 40
"""Characters before a name in which its title is looked for."""

Spot = tuple[int, int]


def find_persons(text: str) -> list[Found]:
    """The persons in `text` that what stands around them gives away; they may overlap."""
    text = text.replace("’", "'")
    spots = dict.fromkeys(spot for layer in LAYERS for spot in layer(text))
    return [Found(start, end, Label.PERSON, "person") for start, end in spots]


def surnames(name: str) -> Iterator[str]:
    """The words of a full name by which a paper may call the person later: all but the given name and particles.

    >>> list(surnames("Ilona Szabo de Carvalho"))
    ['Szabo', 'Carvalho']
    """
    last, comma, _ = name.partition(", ")
    parts = ["", *last.split()] if comma else name.split()
    for at, part in enumerate(parts):
        given = fold(part) in words("given_names.txt") and at < len(parts) - 1
        if at and part[0].isupper() and not part.endswith(".") and len(part) > 2 and not given:
            yield part


def _titled(text: str) -> Iterator[Spot]:
    for match in seen.TITLE.finditer(text):
        start, end = match.span("name")
        title = text[max(0, start - TITLED) : start]
        yield from _cut(text, start, end, alone=bool(seen.STRONG.search(title)), given_alone=True)
        also = seen.ALSO.match(text, end)
        if also and title.rstrip().endswith("s"):
            yield from _cut(text, *also.span("name"))


def _apposed(text: str) -> Iterator[Spot]:
    for match in seen.APPOSED.finditer(text):
        yield from _cut(text, *match.span("name"))


def _led(text: str) -> Iterator[Spot]:
    for match in seen.LED.finditer(text):
        name = match.group("name")
        listed = known(name) is not None
        if _may_be([name]) and (listed or not name.endswith(PLURAL_ENDS)):
            yield match.span("name")


def _with_initials(text: str) -> Iterator[Spot]:
    for match in seen.INITIALS.finditer(text):
        if not match.group("name").startswith(seen.NOT_INITIALS):
            yield from _cut(text, *match.span("name"), alone=True)


def _by_given_name(text: str) -> Iterator[Spot]:
    """From the first known given name in a run of capitalised words on, if a surname follows it."""
    for match in seen.GIVEN.finditer(text):
        start, end = match.span("name")
        parts = match.group("name").split(" ")
        at = next((at for at in range(len(parts) - 1) if _opens_name(parts[at], parts[at + 1 :])), None)
        if at is not None:
            if at and parts[at - 1] in PLACE_FRONTS:
                continue
            while at and _goes_with(parts[at - 1]):
                at -= 1
            yield from _cut(text, start + len(" ".join(parts[:at])) + bool(at), end)


def _opens_name(word: str, after: Sequence[str]) -> bool:
    """Whether a full name begins with `word`: a given name, or a word that may be one before a family name."""
    first = word.partition("-")[0]
    if not _name_word(word) or word in NOT_NAMES:
        return False
    if (is_given(word) or is_given(first)) and _unlisted(word):
        return True
    follows = next((part for part in after if part[0].isupper() and not part.endswith(".")), "")
    return may_be_given(first) and is_family(follows) and _unlisted(follows)


def _goes_with(word: str) -> bool:
    """Whether `word` before a known given name is another name of the same person."""
    return word[0].isupper() and (may_be_given(word) or is_family(word)) and _rare(word)


def _cued(text: str) -> Iterator[Spot]:
    """Two words or more of which one is in a list of names, where persons are likely to stand."""
    for pattern in (seen.SPEAKING, seen.CUED):
        for match in pattern.finditer(text):
            parts = [part for part in match.group("name").split(" ") if part[0].isupper()]
            last = parts[-1].removesuffix("'s")
            if all(_rare(part.removesuffix("'s")) for part in parts) and (may_be_given(parts[0]) or is_family(last)):
                yield from _cut(text, *match.span("name"))


def _rare(word: str) -> bool:
    """Whether `word` is no ordinary word, place, body or people, as far as our lists tell."""
    plain = fold(word)
    ordinary = word in NOT_NAMES or word.lower() in STARTERS or word.lower().endswith(GENERIC_ENDS)
    return not ordinary and plain not in words("word_names.txt") and _name_word(word) and known(word) is None


def _at_note_start(text: str) -> Iterator[Spot]:
    for match in seen.NOTE_START.finditer(text):
        if not any(part.lower().endswith(PLURAL_ENDS) for part in match.group("name").split()):
            yield from _cut(text, *match.span("name"))


def _in_references(text: str) -> Iterator[Spot]:
    for match in seen.ENTRY.finditer(text):
        if _may_be(match.group("name").partition(",")[0].split()):
            yield match.span("name")


def _cited(text: str) -> Iterator[Spot]:
    """Surnames alone, before or beside a year in brackets."""
    for pattern in (seen.CITED, seen.ET_AL, seen.PAIR):
        for match in pattern.finditer(text):
            if _may_be([match.group("name")]) and not _goes_before(text, match.start("name")):
                yield match.span("name")
    for match in seen.BRACKETED.finditer(text):
        names = list(seen.ONE.finditer(match.group("names")))
        if _may_be([name.group() for name in names]):
            offset = match.start("names")
            yield from ((offset + name.start(), offset + name.end()) for name in names)


def _goes_before(text: str, at: int) -> bool:
    """Whether a capitalised word stands right before: then a surname is only the end of some longer name."""
    before = seen.WORD_BEFORE.search(text[max(0, at - 30) : at])
    return before is not None and before.group(1).lower() not in STARTERS


def _cut(text: str, start: int, end: int, *, alone: bool = False, given_alone: bool = False) -> Iterator[Spot]:
    """The stretch up to the first word that is none of a person's.

    One word is enough where `alone` says so, or where it is a known given name and `given_alone` says so.
    """
    parts = _owned(text[start:end].split(" "))
    while parts and (parts[0].lower() in STARTERS or parts[0] in NOT_NAMES):
        start += len(parts.pop(0)) + 1
    stop = next((at for at, part in enumerate(parts) if not (_name_word(part) or _ends_name(parts, at))), len(parts))
    parts = parts[:stop]
    while parts and (not parts[-1][0].isupper() or parts[-1] in {"Jr", "Sr"}):
        parts.pop()
    plain = [part for part in parts if part[0].isupper() and not part.endswith(".")]
    stretch = " ".join(parts)
    if not plain or len(stretch) < 3 or not _unlisted(stretch):
        return
    if alone or len(parts) > 1 or (given_alone and is_given(plain[0])):
        end = start + len(stretch)
        junior = seen.JUNIOR.match(text, end) if len(parts) > 1 else None
        yield start, junior.end() if junior else end


def _ends_name(parts: Sequence[str], at: int) -> bool:
    """Whether a title or a country at `at` is a family name there: "Rodney King", "Barbara Jordan"."""
    word = parts[at].removesuffix("'s")
    entry = known(word)
    odd = heads().get(fold(word), Label.ORG) is None if entry is None else entry.label is Label.GPE
    return at > 0 and is_given(parts[0]) and is_family(word) and odd and word not in seen.MONTHS


def _owned(parts: Sequence[str]) -> list[str]:
    """`parts` up to the first possessive, whose 's is cut off: what follows belongs to that person."""
    at = next((at for at, part in enumerate(parts) if part.endswith("'s")), len(parts) - 1)
    return [*parts[:at], parts[at].removesuffix("'s")]


def _name_word(word: str) -> bool:
    """Whether `word` may stand in a person's name: no head of an organisation, no month, no country, no people."""
    word = word.removesuffix("'s")
    if not word[0].isupper() or word.endswith("."):
        return True
    if word in NOT_NAMES or word.lower() in STARTERS or fold(word) in heads() or (word.isupper() and len(word) > 3):
        return False
    entry = known(word)
    if entry is None or entry.label is Label.PERSON:
        return True
    return entry.label is Label.GPE and fold(word) not in country_names()


def _may_be(parts: Sequence[str]) -> bool:
    """Whether words before a year may be surnames: no place, body, month or table."""
    return all(
        part not in NOT_NAMES
        and part.lower() not in STARTERS
        and not is_term(part)
        and _unlisted(part)
        and fold(part) not in heads()
        for part in (part.removesuffix("'s") for part in parts)
    )


def _unlisted(part: str) -> bool:
    """Whether the lists do not say that it is something else than a person."""
    entry = known(part)
    return entry is None or entry.label is Label.PERSON or entry.weak


LAYERS = (
    _titled,
    _apposed,
    _led,
    _with_initials,
    _by_given_name,
    _cued,
    find_eastern,
    _at_note_start,
    _in_references,
    _cited,
)
