"""Words of a name or a title -> folded words that can be compared; an author list -> the authors in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
WORD = re.compile(r"[^\W_]+")
IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,120}[)\]]")
BRACKETED_ACRONYM = re.compile(r"[(\[]\s*(?:the\s+)?[“\"‘']?([A-Z][A-Za-z&-]{0,10}[A-Z])[”\"’']?\s*[)\]]")
DASHED_ACRONYM = re.compile(r"^\s*([A-Z][A-Za-z]{0,8}[A-Z])\s+[-–—]\s+(?=[A-Z])")
ET_AL = re.compile(
    r",?\s*\bet\s+al\b\.?|,?\s*\b(?:and|y|e|et|und)\s+(?:others|otros|outros|autres|andere)\b", re.IGNORECASE
)
EDITORS = re.compile(
    r",?\s*(?<!\w)[(\[]?(?:eds?|editors?|coords?|coordinadora?e?s?|dirs?|orgs?|comps?|hrsg|hg)\b\.?[)\]]?",
    re.IGNORECASE,
)
JOINERS = frozenset("and & y e et und en with".split())
JOINED = re.compile(r",?\s+(?:and|&|y|e|et|und|en|with)\s+")
INITIALS = re.compile(r"(?:[A-Z][a-z]?\.[\s-]?){1,4}|[A-Z]{1,3}(?:[\s-][A-Z]{1,2}){0,2}")
ENDING_IN_INITIALS = re.compile(r"(?<=[\w’'-])\s+((?:[A-Z]\.[\s-]?){1,4}|[A-Z]{1,3})$")
SUFFIXES = frozenset("jr sr ii iii iv phd md esq".split())
PARTICLES = frozenset(
    "de da do di du del della van von der den ter ten la le las los el al bin ibn dos das the".split()
)
CONNECTORS = PARTICLES | frozenset("of for on and y e et und des dell d l in to".split())
SMALL = frozenset(
    """
    the a an of and in on for to from by with at as its or de la el los las y en del para por un una le les des du et
    da do das dos e em no na o os um der die das und im von zu ein eine il lo di
    """.split()
)
COUNTRIES = {"us": "united states", "usa": "united states", "uk": "united kingdom", "un": "united nations"}
"""Short forms that need no definition in a paper."""
LONGEST_LIST = 40
"""Authors of one work beyond which the rest are left unread."""


@dataclass(frozen=True, slots=True)
class Authors:
    """Who a work is by: as people, as one body, and by its acronyms. All folded."""

    surnames: tuple[str, ...]
    whole: str
    acronyms: frozenset[str] = frozenset()
    people: bool = False
    """Printed as people are: inverted, or with initials."""
    more: bool = False
    """Ends in "et al."."""


def fold(words: str) -> str:
    """`words` without case, accents, typographic apostrophes and the dots of "U.S."."""
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    bare = words.casefold()
    return POSSESSIVE.sub("", DOTTED.sub(lambda m: m.group().replace(".", ""), bare))


def words(text: str) -> list[str]:
    """The folded words of `text` in order.

    >>> words("The U.S.–Peru Pact")
    ['the', 'us', 'peru', 'pact']
    """
    return WORD.findall(fold(text.replace("-", " ").replace("–", " ")))


def title_words(text: str) -> tuple[str, ...]:
    """The words of a title that tell it apart, in order, each once."""
    return tuple(dict.fromkeys(w for w in words(text) if w not in SMALL and (len(w) > 1 or w.isdigit())))


def surname(name: str) -> str:
    """A family name as a key: without initials, leading particles and "Jr."."""
    kept = [w for w in words(name) if len(w) > 1 and w not in SUFFIXES]
    while len(kept) > 1 and kept[0] in PARTICLES:
        kept.pop(0)
    return " ".join(kept)


def body(name: str) -> str:
    """The name of an institution as a key."""
    kept = words(name)
    if len(kept) > 1 and kept[0] in {"the", "la", "el", "le", "o", "a"}:
        kept = kept[1:]
    return " ".join(COUNTRIES.get(w, w) for w in kept)


def initials(name: str) -> str:
    """The letters an acronym of the body `name` (a key) would have: "united nations office on drugs" -> "unod"."""
    return "".join(w[0] for w in name.split() if w not in SMALL)


def authors(text: str) -> Authors:
    """The authors in an author list of any usual style.

    >>> authors("Acevedo, B., Bewley-Taylor, D. and C. Youngers").surnames
    ('acevedo', 'bewley taylor', 'youngers')
    """
    dashed = DASHED_ACRONYM.match(text)
    short = {fold(m.group(1)) for m in BRACKETED_ACRONYM.finditer(text)} | (
        {fold(dashed.group(1))} if dashed else set()
    )
    bare = IN_BRACKETS.sub("", text[dashed.end() :] if dashed else text)
    more = ET_AL.search(bare) is not None
    bare = EDITORS.sub("", ET_AL.sub("", bare)).strip(" .,;:")
    people, names = _people(bare)
    return Authors(tuple(filter(None, names)), body(bare), frozenset(short), people, more)


def _people(text: str) -> tuple[bool, list[str]]:
    """Whether names are printed as people's are, and the surname in each."""
    chunks = [c.strip() for part in JOINED.split(text) for c in re.split(r"[,;]", part) if c.strip()][:LONGEST_LIST]
    found: list[str] = []
    people = bare = False  # bare: the last name still lacks its given names
    for at, chunk in enumerate(chunks):
        if INITIALS.fullmatch(chunk) and found:
            people, bare = True, False
        elif fold(chunk).strip(".") in SUFFIXES:
            continue
        elif bare and _may_be_given(text, chunk, first=len(found) == 1):
            people, bare = True, False
        else:
            following = chunks[at + 1] if at + 1 < len(chunks) else ""
            name, complete = _family_name(chunk, INITIALS.fullmatch(following) is not None)
            people = people or ENDING_IN_INITIALS.search(chunk) is not None or _opens_with_initials(chunk)
            found.append(name)
            bare = not complete
    return people, found


def _opens_with_initials(chunk: str) -> bool:
    """Whether it is "J. Smith" rather than "U.S. Senate"."""
    return re.match(r"[A-Z]\.", chunk) is not None and fold(chunk.split(maxsplit=1)[0]) not in COUNTRIES


def _may_be_given(text: str, chunk: str, *, first: bool) -> bool:
    """Whether `chunk` could be the given names of the family name before it."""
    after_comma = re.search(rf",\s*{re.escape(chunk)}", text) is not None
    return after_comma and len(chunk.split()) <= (3 if first else 1)


def _family_name(chunk: str, inverted: bool) -> tuple[str, bool]:
    """The family name in a chunk of a list, and whether its given names are there too."""
    ending = ENDING_IN_INITIALS.search(chunk)
    if ending:
        return surname(chunk[: ending.start()]), True
    parts = chunk.split()
    if inverted or len(parts) == 1 or parts[0].casefold() in PARTICLES:
        return surname(chunk), False
    last = next((p for p in reversed(parts) if fold(p).strip(".") not in SUFFIXES), parts[-1])
    return surname(last.rpartition(".")[2] or last), True
