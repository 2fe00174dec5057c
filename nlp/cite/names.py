"""A text -> the names and years in it, and whether another text speaks of them.

Works on what is printed alone, so that a question about something no paper holds is understood as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from nlp.find.words import fold, stem

NAME = re.compile(
    r"""(?<![\w’'-]) [A-Z] [\w.&-]*                             # "Organization", "MS-13", "U.S."
    (?: \s+ (?: (?:of|the|de|del|da|do|des|la|las|los|du|y|&) \s+ ){0,2}   # "of", "of the"
        [A-Z] [\w.&-]* )*                                       # "American", "States"
    """,
    re.VERBOSE,
)
LONG_FORM = re.compile(r"[A-Z][\w-]*(?:\s+(?:(?:of|for|on|the|to|in|and|&|de|del|da|la)\s+){0,2}[A-Z][\w-]*)+")
GENITIVE = re.compile(r"[’']s?(?![\w])")
YEARS = re.compile(r"(?<![\d.,$€£])(?:FY ?)?((?:1[5-9]|20)\d\d)(?:\s*[-–—/]\s*(\d\d)(?!\d))?(?!\d|,\d|\.\d)")
PRONOUN = re.compile(r"\bus\b")
"""Not the United States."""
WORD = re.compile(r"[^\W_]+")
# A capital on these says that a sentence begins, not a name.
STARTERS = frozenset(
    """a about after all an and any are as at before between both by can could despite did do does during each explain
    for from give had has have how i if in is it its list my name of on our since state tell that the their these they
    this those to under until upon was we were what what's when where whether which while who whom whose why will with
    would""".split()
)
LONG = 4
LINKS = frozenset("of for on the de del da do des la las los du y and".split())

# Names of one thing that share too few letters for ENDINGS, most of them a country and its people.
SAME: tuple[frozenset[str], ...] = tuple(
    frozenset(name.replace("-", " ") for name in row.split())
    for row in (
        "us usa united-states american americans",
        "uk united-kingdom britain british",
        "eu european-union european europeans",
        "un united-nations",
        "france french",
        "germany german germans",
        "netherlands dutch",
        "spain spanish",
        "denmark danish",
        "sweden swedish",
        "poland polish",
        "turkey turkish türkiye",
        "greece greek greeks",
        "switzerland swiss",
        "ireland irish",
        "philippines philippine filipino filipinos",
        "thailand thai",
        "finland finnish",
        "norway norwegian",
        "england english",
        "afghanistan afghan afghans",
        "january jan",
        "february feb",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    )
)
# What may be cut from the end of a name before two are compared: "mexico", "mexican" and "mexicans" share "mexic".
ENDINGS = ("", *(tail + s for tail in "vian ian ean an n ese ish o a e i y".split() for s in ("", "s")), "s", "es")


def names(text: str) -> tuple[str, ...]:
    """The capitalised runs and acronyms of `text` as printed, each once; a genitive ends a name.

    >>> names("When did Canada's Americas Strategy reach the OAS?")
    ('Canada', 'Americas Strategy', 'OAS')
    """
    found: list[str] = []
    for match in NAME.finditer(GENITIVE.sub(" ,", text)):
        words = match.group().rstrip(".,-&").split()
        while words and words[0].casefold() in STARTERS:
            words = words[1:]
        while words and words[0].casefold() in LINKS:
            words = words[1:]
        if words:
            found.append(" ".join(words))
    return tuple(dict.fromkeys(found))


def years(text: str) -> tuple[str, ...]:
    """The years named in `text`, four digits each and once; "2013-14" names two."""
    found: list[str] = []
    for match in YEARS.finditer(text):
        first, short = match.groups()
        found.append(first)
        if short and int(short) > int(first[2:]):
            found.append(first[:2] + short)
    return tuple(dict.fromkeys(found))


def speaks_of(name: str, text: str, also: Iterable[str] = ()) -> bool:
    """Whether `text`, or one of the names in `also`, has every word of `name`, in whatever order.

    They stand together. One word of a name of LONG words or more may be missing, but not the first, which tells it
    from its like. Accents, case, plural and the ending that makes a people of a country are overlooked ("Peruvian"
    speaks of Peru); an acronym stands for a name with its initials and the other way round.

    >>> speaks_of("Organization of American States", "The OAS was founded."), speaks_of("Chile", "Peru")
    (True, False)
    """
    return any(_spoken(name, place) for place in (text, *also))


def _spoken(name: str, text: str) -> bool:
    wanted = [word for word in folded(name) if word not in LINKS] or folded(name)
    words = folded(PRONOUN.sub(" ", text))
    if _same(wanted, words) or _initials(name, text):
        return True
    if name.isupper():
        return re.search(rf"\b{re.escape(name)}s?\b", text) is not None
    if len(wanted) >= LONG and any(wanted[0] in row for row in SAME):
        wanted = wanted[1:]  # "US Foreign Military Sales" are those of one country, which may be said once
    places = [[at for at, word in enumerate(words) if not _roots(word).isdisjoint(_roots(one))] for one in wanted]
    missing = [at for at, there in enumerate(places) if not there]
    if len(missing) > (len(wanted) >= LONG) or 0 in missing:
        return False
    # The words of a name stand together: "organized crime forced states in America" speaks of no organization.
    near = [there for there in places if there]
    reach = 2 * len(wanted) + 1
    return any(all(any(abs(at - first) < reach for at in there) for there in near) for first in near[0])


def folded(text: str) -> list[str]:
    """The words of `text` without case and accents, "U.S." as "us", "MS-13" as "ms" and "13"."""
    return WORD.findall(fold(re.sub(r"(?<=\b[A-Z])\.(?=[A-Z]\b|\W|$)", "", text)))


@lru_cache(maxsize=50_000)
def _roots(word: str) -> frozenset[str]:
    """The word and what is left of it without an ending, of four letters or more (three of a short word)."""
    least = 4 if len(word) > 5 else 3
    cut = {word.removesuffix(ending) for ending in ENDINGS} if word.isalpha() else set()
    return frozenset({word, stem(word)} | {root for root in cut if len(root) >= least})


def _same(wanted: list[str], words: list[str]) -> bool:
    joined = " ".join(wanted)
    spaced = f" {' '.join(words)} "
    return any(joined in row and any(f" {other} " in spaced for other in row) for row in SAME)


def _initials(name: str, text: str) -> bool:
    """Whether one has, in capitals, the initials of the other."""
    if short := re.fullmatch(r"[A-Z]{3,7}", name.replace(".", "")):
        return any(short.group() in _acronym(long.group()) for long in LONG_FORM.finditer(text))
    initials = _acronym(name)
    return len(initials) >= 3 and re.search(rf"\b{initials}s?\b", text) is not None


def _acronym(name: str) -> str:
    return "".join(word[0] for word in name.split() if word.casefold() not in LINKS).upper()
