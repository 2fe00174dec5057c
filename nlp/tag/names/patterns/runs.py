"""Cleaned prose -> runs of capitalised words with the small words that join them, as token lists.

"the Ministry of Foreign Affairs and Trade of Chile" holds one run; where it ends and what it is, and
whether "and" joins one name or two, is decided elsewhere (triggers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.tag.names.lists.gazetteers import known
from nlp.tag.names.lists.tables import rows

TOKEN = re.compile(
    r"""
    (?<!\.)(?:[A-Z]\.\s?){0,5}[A-Z]\.(?=\W|$)          # "U.S.", "D. C.", an initial
    | (?:St|Mt|Ft|Dr|Mr|Mrs|Ms|Gen|Col|Sen|Rep|Gov|Prof|Lt|Sgt|Capt|Cmdr|Adm|Amb|Hon|Rev|Jr|Sr|Inc|Ltd|Co)\.
    | [^\W_]+ (?: ['’&/-][^\W_]+ | \+ )*               # "Women's", "Asia-Pacific", "R&D"
    | [&]
    """,
    re.VERBOSE,
)
LIST = re.compile(r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+)?, ){0,3}[A-Z][\w-]+,? and [A-Z][\w-]+")
PARTS = re.compile(r",? and |, ")
OF = frozenset("of for on against to in with by between from concerning regarding over".split())
FOREIGN = frozenset("de del da do dos das la las los el des du et y e en para por contra pour für und der".split())
JOIN = frozenset(("and", "&"))
ARTICLES = frozenset(("the", "its", "their"))
CONNECTORS = OF | FOREIGN | JOIN
# A capital on these says that a sentence begins, not a name.
BEHIND_ARTICLE = re.compile(r"\b(?:the|its|their|our|new)\s$")
STARTERS = frozenset(
    """a about above according accordingly additionally after again all along also although amid among an
    and another any are as at back based because been before behind below beneath besides between
    beyond both but by can certain clearly consequently contrary conversely could currently despite
    did do does due during each early either else especially even eventually every everyone few
    finally for former formerly four from further furthermore generally given had has have having he
    hence her here his historically how however i if in including indeed initially instead into is
    it its just last late later less like likewise many may maybe meanwhile might more moreover most
    much must my neither never nevertheless new next no none nonetheless nor not notably nothing now
    of often on once one only or other others our out outside over overall particularly per perhaps
    previously rather recent recently regarding same see seen several she should similarly since so
    some sometimes soon specifically still subsequently such than that the their them then there
    thereby therefore these they this those though three through throughout thus to today together
    too toward towards traditionally two typically ultimately under unfortunately unless unlike
    until up upon us usually various very via was we well were what when whenever where whereas
    wherever whether which while who whom whose why will with within without would yes yet you your
    today's note source sources see cf ibid op table figure""".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as printed and its place in the stretch of prose."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()


Run = tuple[Token, ...]
LONGEST = 40
"""Words: no name is longer, and lists without an end cost no time."""


def tokens(text: str) -> list[Token]:
    """The words of `text` in order, possessive endings cut off."""
    return [_token(m) for m in TOKEN.finditer(text)]


def runs(text: str) -> Iterator[Run]:
    """The longest runs of capitalised words of `text`, joined by single spaces and connectors.

    A run starts and ends with a capitalised word and does not start with a word that begins sentences.
    """
    run: list[Token] = []
    for token in tokens(text):
        if run and (len(run) >= LONGEST or not _goes_on(text, run, token)):
            yield from _closed(text, run)
            run = []
        if token.capital or (run and _may_join(run, token)):
            run.append(token)
        elif run:
            yield from _closed(text, run)
            run = []
    yield from _closed(text, run)


def _goes_on(text: str, run: list[Token], token: Token) -> bool:
    """Whether only a space stands between, or an apostrophe inside a name, or a comma of a list inside one."""
    gap = text[run[-1].end : token.start]
    if gap in {"' ", "’ "}:
        return run[-1].text.lower().rstrip("s") in INSIDE
    if gap == ", ":
        return any(t.text in OF for t in run) and not _named(run) and _listed(text, token)
    return gap in {" ", ""}


def _named(run: list[Token]) -> bool:
    """Whether the run ends with a name of the lists: "(Commission for the) Caribbean"."""
    return any(known(" ".join(t.text for t in run[-size:])) is not None for size in (1, 2, 3))


def _listed(text: str, token: Token) -> bool:
    """Whether `token` goes on a list of plain nouns: "(Bureau of Alcohol,) Tobacco, Firearms and Explosives"."""
    match = LIST.match(text, token.start)
    if not match:
        return False
    parts = PARTS.split(match.group())
    return not any(known(part) or part.split()[-1] in _heads() for part in parts)


@cache
def _heads() -> frozenset[str]:
    return frozenset(word for row in rows("heads.txt") if not row.startswith("NONE") for word in row.split()[1:])


def _token(match: re.Match[str]) -> Token:
    """The possessive 's and the gap behind it end a run, but not in "People's", "Workers'"."""
    word, start = match.group(), match.start()
    if word.endswith(("'s", "’s")) and word[:-2].lower() not in INSIDE:
        word = word[:-2]
    return Token(word, start, start + len(word))


INSIDE = frozenset(
    """people children women worker workers farmer men teacher student doctor lord king queen citizen
    veteran peasant mother father minister world nation soldier state master bachelor merchant lloyd
    sotheby mcdonald moody""".split()
)
"""Words whose possessive stands inside names: "Children's Fund"."""


def _may_join(run: list[Token], token: Token) -> bool:
    if token.text in CONNECTORS:
        return run[-1].capital
    return token.text in ARTICLES and run[-1].text.lower() in OF | JOIN


def _closed(text: str, run: list[Token]) -> Iterator[Run]:
    start, end = 0, len(run)
    while end and not run[end - 1].capital:
        end -= 1
    while start < end and not (run[start].capital and _may_open(text, run[start])):
        start += 1
    if start < end:
        yield tuple(run[start:end])


def _may_open(text: str, token: Token) -> bool:
    """Whether a name may begin with `token`: not with "More" at a sentence's start, but behind "the" it may."""
    if token.text.lower() not in STARTERS:
        return True
    return (
        token.text.lower() not in ARTICLES
        and BEHIND_ARTICLE.search(text[max(0, token.start - 7) : token.start]) is not None
    )
