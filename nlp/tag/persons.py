"""Cleaned prose -> persons: a title or a known given name before a surname, initials, citations.

There is no list of surnames: what stands around a name must say that it is a person's. Titles and
offices are not part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.model import Label
from nlp.tag.found import Found
from nlp.tag.gazetteers import country_names, is_term, known, lookup
from nlp.tag.runs import STARTERS
from nlp.tag.tables import fold, words
from nlp.tag.triggers import heads

NAME = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿāăčćđēęğıłńňőřśşšťūůźžż]+(?:[-'][A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+)*"
"""A capitalised word with hyphens and apostrophes: "Ki-moon", "O'Neill"."""
SURNAME = rf"(?:(?:Mc|Mac|O'|D'|De|Di|Du|La|Le|Van|Von|El-|Al-|al-|el-)(?={NAME}))?{NAME}"
INITIAL = r"[A-Z]\.(?:-[A-Z]\.)?"
PARTICLE = r"(?:de\ la|de\ los|de\ las|van\ der|van\ den|von\ der|de|del|da|do|dos|das|di|du|van|von|der|den|bin|ibn|al|el|ter|y|e)"
FULL = rf"(?:(?:{SURNAME}|{INITIAL})(?:\ {PARTICLE})?\ )*(?:{INITIAL}\ ?)*{SURNAME}"
ALONE = r"""(?: Mr\.? | Mrs\.? | Ms\.? | Dr\.? | Prof\.? | Sir | Dame | Madam | Doña | Sen\.? | Rep\. | Gov\. | Gen\. | Col\. | Lt\. | Maj\. | Capt\. | Adm\. | Sgt\. | Amb\.
    | (?:[Vv]ice[\ -])?[Pp]resident | [Cc]hancellor | [Pp]remier | [Pp]rofessor | [Ss]enator
    | (?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Ii]nterior|[Jj]ustice|[Tt]rade|[Ee]nvironment|[Hh]ealth|[Ee]nergy)\ [Mm]inister
    | Secretary(?:-General|\ General|\ of\ (?:State|Defen[cs]e)) | Congressman | Congresswoman | Ayatollah | Pope | Sheikh )"""
"""After these even one word is a name."""
RANK = r"""(?: Lord | Lady | Don | Rev\.? | Hon\.? | Fr\. | [Cc]hairman | [Cc]hairwoman | [Cc]hairperson | [Cc]hair | [Dd]irector | [Mm]inister | Secretary
    | (?:[Aa]ttorney|[Dd]irector|[Ss]ecretary|[Ss]urgeon)[\ -][Gg]eneral | [Rr]epresentative | [Gg]overnor | [Mm]ayor | [Aa]mbassador | [Cc]ommissioner | [Ee]nvoy
    | (?:[Ll]ieutenant|[Mm]ajor|[Bb]rigadier)?[\ -]?[Gg]eneral | [Cc]olonel | [Mm]ajor | [Cc]aptain | [Aa]dmiral | [Cc]ommander | [Ss]ergeant
    | [Jj]udge | [Jj]ustice | King | Queen | Prince | Princess | Cardinal | [Aa]rchbishop | Bishop | Sheik | Imam | Emperor | Tsar
    | [Ss]cholar | [Ee]conomist | [Hh]istorian | [Pp]hilosopher | [Jj]ournalist | [Aa]nalyst | [Rr]esearcher | [Ss]ociologist | [Aa]uthor
    | [Ss]pokesman | [Ss]pokeswoman | [Ss]pokesperson | [Ll]eader | [Dd]ictator | [Cc]andidate | [Ll]awyer | [Aa]ctivist | [Ss]cientist | [Ff]ounder | CEO )"""
"""After these two words are."""
TITLE = re.compile(rf"(?<![\w-])(?:{ALONE}|{RANK})(?:\ (?:{ALONE}|{RANK}))*\ (?P<name>{FULL})(?![\w])", re.VERBOSE)
STRONG = re.compile(rf"(?<![\w-]){ALONE}\ $", re.VERBOSE)
ROLE = r"""(?:president|minister|director|professor|secretary|chairman|chairwoman|chair|chief|head|leader|founder|fellow|researcher|scholar
    |economist|historian|analyst|ambassador|governor|senator|mayor|commissioner|spokesman|spokeswoman|spokesperson|author|editor|expert
    |coordinator|adviser|advisor|representative|envoy|rapporteur|lawyer|activist|journalist|general|commander|executive|officer|lecturer)"""
APPOSED = re.compile(
    rf"(?<![\w.'-])(?P<name>{NAME}(?:\ (?:{PARTICLE}\ )?{NAME}){{1,2}}),\ (?:an?|the|its|their|former|then|now|currently)\ (?:[\w-]+\ ){{0,4}}?(?i:(?:vice-)?{ROLE})\b",
    re.VERBOSE,
)
ALSO = re.compile(rf"\ and\ (?P<name>{FULL})(?!\w)", re.VERBOSE)
RULE = re.compile(rf"\b[Tt]he (?:(?:first|second|former|new|current|George W\.) )?(?P<name>{NAME})(?:'s)? (?:administration|presidency|regime|[Aa]dministration(?! of)|Presidency)\b")
TITLED = 40
CITED = re.compile(
    rf"""
    (?P<name>{SURNAME}) (?: ,?\ (?:et\ al\.?|and\ others) )? ,? \s? [(\[] (?: \d{{4}} | forthcoming | n\.d\. ) [a-z]? [^()]{{0,30}} [)\]]
    | (?P<first>{SURNAME}) ,? \ et\ al\b
    """,
    re.VERBOSE,
)
PAIR = re.compile(rf"(?P<name>{SURNAME}),?\ (?:and|&)\ (?={SURNAME}\ ?[(\[]\d{{4}})")
INSIDE = re.compile(
    rf"(?:(?<=[(\[;])|(?<=see )|(?<=e\.g\. )|(?<=e\.g\., )|(?<=cf\. ))\s?(?P<names>{SURNAME}(?:(?:,| and| &|, and) {SURNAME})*)"
    r"(?: et al\.?)?,? (?:1[89]|20)\d\d[a-z]?(?=[,;:)\]\s])"
)
ENTRY = re.compile(rf"(?:^|(?<=; )|(?<=and )|(?<=& )|(?<=\., ))(?P<name>{SURNAME}(?: {SURNAME})?, (?:{INITIAL}\s?){{1,4}})(?![a-z])")
INITIALS = re.compile(rf"(?<![\w.])(?P<name>(?:{NAME}\ )?(?:{INITIAL}\ ?){{1,3}}(?:{PARTICLE}\ )?{SURNAME}(?:\ (?:{PARTICLE}\ )?{SURNAME})?)(?![\w])")
GIVEN = re.compile(rf"(?<![\w'-])(?P<name>{NAME}(?:(?:\ {PARTICLE})?\ (?:{INITIAL}|{SURNAME})){{1,4}})(?![\w])")
NOTE_START = re.compile(rf"(?:^|(?<=^[Ss]ee )|(?<=; ))(?:\d+\.?\s)?(?P<name>{NAME}(?:\ {SURNAME}){{1,3}})(?=(?:\ and\ {FULL})?,\ ?[\"“‘'])")
COUNTRIES = ("U.S.", "U. S.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A.", "P.O.", "B.C.", "A.D.")
GENERIC_ENDS = ("tion", "ty", "al", "ic", "ary", "ment", "ing", "ness", "ism", "ous", "ive", "sion", "ture", "ance", "ence", "ax")
"""A word with such an end before Administration says what it administers, not who leads it."""
WORD_BEFORE = re.compile(r"(?<![\w.])([A-Z][\w'-]*) $")
ONE = re.compile(SURNAME)
NOT_NAMES = frozenset(
    """January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Spring Summer Autumn Fall Winter Table Figure Box Chart Map Chapter Section Part Annex
    Appendix Article Paragraph Volume Issue Page Note Source Ibid Resolution Amendment Version Edition Press University
    Phase Stage Level Model Panel Goal Target Year Day Week Month Century Decade Index Total Average Population Act Law
    Bill Report Paper Review Survey Census Budget Election Elections Constitution Gross National International Federal
    Human Social Economic Political Public Global General Foreign Military Security Defense Defence Central Special
    Former Deputy Senior Chief Executive Honorary Acting First Second Third Latin North South East West Northern Southern
    Eastern Western New Old Great Saint Civil Supreme Royal Democratic Republican People Nations States United European
    American World House Party Street Avenue Road Eds Ed Res Vol No Daily Weekly Times Post News Journal Tribune Herald
    Magazine Gazette Online Ministry Council""".split()
)


def find_persons(text: str) -> list[Found]:
    """The persons in `text` that what stands around them gives away; they may overlap."""
    text = text.replace("’", "'")
    return [Found(start, end, Label.PERSON, "person") for start, end in dict.fromkeys(_spans(text)) if start < end]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in TITLE.finditer(text):
        start, end = match.span("name")
        yield from _cut(text, start, end, sure=bool(STRONG.search(text[max(0, start - TITLED) : start])), titled=True)
        if (also := ALSO.match(text, end)) and text[match.start() : start].rstrip().endswith("s"):
            yield from _cut(text, *also.span("name"), sure=False)
    for match in APPOSED.finditer(text):
        yield from _cut(text, *match.span("name"), sure=False)
    for match in RULE.finditer(text):
        if _may_be([match.group("name")]) and not match.group("name").endswith(GENERIC_ENDS):
            yield match.span("name")
    for match in INITIALS.finditer(text):
        if match.group("name").startswith(COUNTRIES):
            continue
        yield from _cut(text, *match.span("name"), sure=True)
    for match in GIVEN.finditer(text):
        yield from _given(text, match)
    for match in NOTE_START.finditer(text):
        if any(part.lower().endswith((*GENERIC_ENDS, "s")) for part in match.group("name").split()):
            continue
        yield from _cut(text, *match.span("name"), sure=False)
    for match in ENTRY.finditer(text):
        start, end = match.span("name")
        if _may_be(match.group("name").split(",")[0].split()):
            yield start, start + len(text[start:end].rstrip())
    yield from _cited(text)


def _cited(text: str) -> Iterator[tuple[int, int]]:
    """Surnames alone, before or beside a year in brackets."""
    for pattern in (CITED, PAIR):
        for match in pattern.finditer(text):
            group = "first" if pattern is CITED and match.group("first") else "name"
            if _may_be([match.group(group)]) and not _goes_before(text, match.start(group)):
                yield match.span(group)
    for match in INSIDE.finditer(text):
        offset = match.start("names")
        names = [m for m in ONE.finditer(match.group("names")) if _may_be([m.group()])]
        if len(names) == len(ONE.findall(match.group("names"))):
            yield from ((offset + m.start(), offset + m.end()) for m in names)


def _goes_before(text: str, at: int) -> bool:
    """Whether a capitalised word stands right before: then a surname is only the end of some longer name."""
    before = WORD_BEFORE.search(text[max(0, at - 30) : at])
    return before is not None and before.group(1).lower() not in STARTERS


def _given(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """From the first known given name in the run on, if a surname follows it."""
    start, end = match.span("name")
    at = start
    for part in match.group("name").split(" "):
        if fold(part) in words("given_names.txt") or fold(part.split("-")[0]) in words("given_names.txt"):
            yield from _cut(text, at, end, sure=False)
            return
        at += len(part) + 1


def _cut(text: str, start: int, end: int, *, sure: bool, titled: bool = False) -> Iterator[tuple[int, int]]:
    """The stretch up to the first word that is none of a person's; `sure` allows one word alone, `titled` a given name."""
    end = start + len(_own(text[start:end]))
    parts = text[start:end].split(" ")
    while parts and (parts[0].lower() in STARTERS or parts[0] in NOT_NAMES):
        start += len(parts[0]) + 1
        parts = parts[1:]
    kept = 0
    for part in parts:
        if part[0].isupper() and not part.endswith(".") and not _name_word(part):
            break
        kept += 1
    while kept and not parts[kept - 1][0].isupper():
        kept -= 1
    stretch = " ".join(parts[:kept])
    plain = [part for part in parts[:kept] if part[0].isupper() and not part.endswith(".")]
    if plain and (sure or kept >= 2 or (titled and fold(plain[0]) in words("given_names.txt"))) and _unknown(stretch) and (len(plain) > 1 or len(plain[0]) > 2):
        yield start, start + len(stretch)


def _own(stretch: str) -> str:
    """`stretch` without a possessive ending."""
    return stretch[:-2] if stretch.endswith("'s") else stretch


def _name_word(word: str) -> bool:
    """Whether `word` may stand in a person's name: no head of an organisation, no month, no country, no people."""
    word = _own(word)
    if word in NOT_NAMES or word.lower() in STARTERS or fold(word) in heads() or (word.isupper() and len(word) > 3):
        return False
    entry = lookup().get(fold(word))
    return entry is None or entry.label is Label.PERSON or entry.label is Label.GPE and (entry.weak or fold(word) in words("given_names.txt") or _city(word))


def _city(word: str) -> bool:
    """Whether the place is only a city: those lend their names to families, countries hardly do."""
    entry = lookup().get(fold(word))
    return entry is not None and entry.label is Label.GPE and entry.name == word and fold(word) not in country_names()


def _may_be(parts: Sequence[str]) -> bool:
    """Whether words before a year may be surnames: no place, body, month or table."""
    return all(
        part not in NOT_NAMES and part.lower() not in STARTERS and not is_term(part) and _unknown(part) and fold(part) not in heads()
        for part in map(_own, parts)
    )


def _unknown(part: str) -> bool:
    entry = known(part)
    return entry is None or entry.label is Label.PERSON or entry.weak


def surnames(name: str) -> Iterator[str]:
    """The words of a full name by which a paper may call the person later: all but the given name and particles.

    >>> list(surnames("Ilona Szabo de Carvalho"))
    ['Szabo', 'Carvalho']
    """
    parts = name.split()
    for at, part in enumerate(parts):
        given = fold(part) in words("given_names.txt") and at < len(parts) - 1
        if at and part[0].isupper() and not part.endswith(".") and len(part) > 2 and not given:
            yield part
