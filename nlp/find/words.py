"""Text -> index tokens with their places: the one analyser, for passages and for queries alike.

Two spellings of one thing become one token (Mérida and Merida, defence and defense, 156,000 and 156000,
ha and hectares, 40% and 40 per cent). Where both readings may be asked for, both are given: counter-narcotic
is also counternarcotic, $1.4bn is also the amount 1.4_billion. Nothing is left out: words that say little
are only marked, so that a query made of them still works.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from importlib.metadata import version as version_of
from typing import NamedTuple

from snowballstemmer.english_stemmer import EnglishStemmer

REMEMBERED = 20_000
"""Texts whose tokens are kept in memory."""
PART = 0.5
"""What a part of a wider token weighs in a query: counter and narcotic beside counternarcotic."""
LONGEST = 64
"""Characters of a token that are kept: what is longer is an address or noise."""

# A letter may carry combining accents; superscripts and circled numbers are no letters here.
LETTER = r"(?:[^\W\d_²³¹⁰-₟①-⓿½⅓-⅞][\u0300-\u036f\u00ad]*)"
WORD = rf"{LETTER}(?:{LETTER}|\d)*"
HYPHEN = r"(?:[-\u2010\u2011](?:[ ](?=[a-z]))?)"  # "counter-narcotic", and "counter- narcotic" at a line's end
NUMBER = r"""(?: (?<![\d,.]) \d{1,3} (?:,\d{2,3})* ,\d{3} (?:\.\d+)? (?!\d|,\d)  # 156,000  1,400.5  1,56,000
               | (?<![\d,.]) \d{1,3} (?:\.\d{3}){2,} (?:,\d+)? (?!\d)            # 1.400.000,5
               | (?<![\d,.]) \d+ , \d{1,2} (?![\d,])                             # 1,4 as on the Continent
               | \d+ (?:\.\d+)* )                                                # 1.4  2008  3.2.1
          """
SPACED = r"(?<![\d.,]) [1-9]\d{0,2} (?:[\u0020\u00a0\u2009\u202f'’]\d{3})+ (?![.,]?\d)"  # 156 000

SCALES = {
    "thousand": 3, "k": 3, "lakh": 5, "million": 6, "millions": 6, "mn": 6, "mln": 6, "mio": 6, "m": 6,
    "crore": 7, "billion": 9, "billions": 9, "bn": 9, "bln": 9, "b": 9, "milliard": 9, "milliards": 9,
    "trillion": 12, "trillions": 12, "tn": 12, "trn": 12,
}  # fmt: skip
"""Powers of ten. One letter counts only beside a currency sign: 5m may be metres."""
AMOUNTS = (("trillion", 12), ("billion", 9), ("million", 6))
COUNTED = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}

TOKEN = re.compile(
    rf"""(?P<abbreviation> (?<![\w.]) (?:{LETTER}\.){{2,}} (?:{LETTER}(?!\w))? )    # U.S.  e.g.  U.S
       | (?P<sign> \bUS[ ]?\$ | [$€£¥₹%] )
       | (?P<percent> \bper[\s]+cent\b )
       | (?P<word> {WORD} ) (?: ['’](?:s|t|re|ve|ll|d|m)\b )?                       # Colombia's -> Colombia
       | (?P<number> {NUMBER} ) (?: (?:st|nd|rd|th|s)\b )?                          # 1980s -> 1980
    """,
    re.VERBOSE | re.IGNORECASE,
)
COMPOUND = re.compile(rf"(?<!\w){WORD}(?:{HYPHEN}(?:{LETTER}|\d)+){{1,3}}(?!\w)")
MIXED = re.compile(rf"({LETTER}{{2,}})(\d+)")
AMOUNT = re.compile(
    rf"""(?P<sign> [$€£¥] \s? )?
         (?: (?P<low> {NUMBER} ) \s? (?:[-–—]|to\b) \s? [$€£¥]? \s? )?               # $5-10 million
         (?P<number> {SPACED} | {NUMBER} | \b(?:{"|".join(COUNTED)})\b )
         (?: [\s-]? (?: (?P<scale> {"|".join(sorted(SCALES, key=len, reverse=True))} ) \b
                      | (?P<percent> % | per\s?cent\b | pct\b ) ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
SAME = {
    "ha": "hectare", "pct": "percent", "usd": "dollar", "eur": "euro", "gbp": "pound", "km": "kilometer",
    "kg": "kilogram", "bn": "billion", "bln": "billion", "mn": "million", "mln": "million", "mio": "million",
    "tn": "trillion", "trn": "trillion", "tonne": "ton", "tonnes": "ton",
    "programme": "program", "programmes": "program", "grey": "gray", "ageing": "aging", "sceptic": "skeptic",
    "aluminium": "aluminum", "plough": "plow", "cheque": "check", "cheques": "check", "practise": "practice",
    "whilst": "while", "amongst": "among", "towards": "toward", "artefact": "artifact", "tyres": "tire",
    "artefacts": "artifact", "tyre": "tire", "gaol": "jail", "fulfil": "fulfill", "enrol": "enroll",
    "analysis": "analyze", "women": "woman", "men": "man", "children": "child", "crises": "crisis",
    "criteria": "criterion", "phenomena": "phenomenon", "hypotheses": "hypothesis", "policemen": "policeman",
}  # fmt: skip
"""Whole words that mean another: units, British spellings no rule below reaches, irregular plurals."""
KEEPS_S = "adv dev rev superv telev improv exc inc circumc conc prec parad disgu franch advert".split()
SPELLINGS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (rf"^(?!(?:{'|'.join(KEEPS_S)})is)(\w{{3,}}i)s(e|ed|es|er|ers|ing|ation|ations|ational)$", r"\1z\2"),
        (r"^(\w*(?:anal|paral|catal|hydrol))ys(e|ed|es|ing|er|ers)$", r"\1yz\2"),
        (r"(lab|neighb|fav|behavi|hon|col|harb|rum|hum|endeav|vap|flav|arm|tum|vig|rig|od)our", r"\1or"),
        (r"^((?:\w+|kilo|centi|milli)?(?:cent|theat|fib|lit|calib|spect|met))re(s?)$", r"\1er\2"),
        (r"^(\w*cent)r(ed|ing)$", r"\1er\2"),
        (r"^((?:def|off|pret)en|licen)ce(s|less)?$", r"\1se\2"),
        (r"^(trave|labe|cance|mode|fue|counse|signa|leve|channe|marsha)ll(ed|ing|er|ers)$", r"\1l\2"),
        (r"^(\w*(?:fulfi|enro|insta))l(ments?)$", r"\1ll\2"),
        (r"^(\w*(?:dial|catal|anal))ogue(s?)$", r"\1og\2"),
        (r"^(\w*(?:judg|acknowledg))e(ments?)$", r"\1\2"),
        (r"^(?:(p|orthop)a(?=ed)|(h|an|leuk|isch)a(?=em)|o(?=estr))", r"\1\2"),
    )
)
"""British endings -> American ones. A form no one uses does no harm: index and query get the same."""

STOP_WORDS = frozenset(
    """a about above after again all also am an and any are as at be because been before being below between
    both but by can could did do does doing don down during each few for from further had has have having he
    her here hers him his how i if in into is it its itself just may me might more most much my no nor not of
    off on once only or other our out over own per s same shall she should so some such t than that the their
    them then there these they this those through to too under until up very was we were what when where
    which while who whom whose why will with would you your""".split()
)
SHOUTED = frozenset({"WHO", "IT"})
"""In capitals these are names, not little words."""
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "\u00ad": None})


class Token(NamedTuple):
    """An index token and where it stands in the text that was analysed; several may share a place."""

    text: str
    start: int
    end: int
    little: bool = False
    """A stop word: searched for only when the query has nothing else."""
    position: int = 0
    """How many words and numbers stand before it; tokens of one place share it."""
    form: str = ""
    """The word as printed but for case and accents; empty for what is no word of its own."""


def version() -> str:
    """What the tokens depend on: an index made by another version must be made again."""
    return f"2 snowball {version_of('snowballstemmer')}"


def analyse(text: str) -> list[Token]:
    """Every token of `text`, by place; tokens hold no white space. Offsets are code points into `text`."""
    words = list(_words(text))
    starts = [token.start for token in words]
    words = [token._replace(position=position) for position, token in enumerate(words)]
    wider = (*_parts(text, words), *_compounds(text), *_amounts(text))
    found = [*words, *(t._replace(position=max(0, bisect_right(starts, t.start) - 1)) for t in wider)]
    found.sort(key=lambda token: (token.start, token.end))
    return found


def terms(text: str) -> list[str]:
    """The tokens of a text that is to be found."""
    return list(_terms(text))


@lru_cache(maxsize=REMEMBERED)
def _terms(text: str) -> tuple[str, ...]:
    """Remembered: the same sentences are weighed for question after question."""
    return tuple(token.text for token in analyse(text))


def asked(query: str) -> list[str]:
    """The tokens to look for: without little words, unless there is nothing else; empty for no words."""
    return [token.text for token in _telling(query)]


def weighed(query: str) -> dict[str, float]:
    """The same with how much each counts: 1 for each time it is asked for, PART where it is a part of another.

    "counter-narcotics" asks for one thing, so its three tokens must not count three times.
    """
    weights: dict[str, float] = {}
    widest = (0, 0)
    for token in sorted(_telling(query), key=lambda t: (t.start, -t.end)):
        place = (token.start, token.end)
        inside = token.end <= widest[1] and place != widest
        weights[token.text] = weights.get(token.text, 0.0) + (PART if inside else 1.0)
        if token.end > widest[1]:
            widest = place
    return weights


def is_amount(query: str) -> bool:
    """Whether a query is a number and its unit and nothing else: "156,000", "$1.4 billion", "30 per cent"."""
    tokens = asked(query)
    counted = [any(char.isdigit() for char in token) for token in tokens]
    return any(counted) and all(c or token in MEASURES for c, token in zip(counted, tokens, strict=True))


def fold(text: str) -> str:
    """`text` in lower case without accents, ligatures and full-width forms: "Mérida" -> "merida"."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c))


def _telling(query: str) -> list[Token]:
    tokens = analyse(query)
    return [token for token in tokens if not token.little] or tokens


def _words(text: str) -> Iterator[Token]:
    for match in TOKEN.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        printed = text[start:end]
        match match.lastgroup:
            case "word" if printed in SHOUTED:
                yield Token(printed, start, end, form=fold(printed))
            case "word":
                folded = fold(printed)
                yield Token(stem(folded), start, end, folded in STOP_WORDS, form=folded)
            case "number":
                yield Token(_number(printed), start, end)
            case "abbreviation":
                yield Token(fold(printed).replace(".", "")[:LONGEST], start, end, printed[0].islower())
            case "percent":
                yield Token(stem("percent"), start, end)
            case _:
                yield Token(stem(SIGNS[printed[-1]]), start, end)


def _parts(text: str, words: Iterable[Token]) -> Iterator[Token]:
    """Covid19 is also covid and 19."""
    for word in words:
        mixed = MIXED.fullmatch(text, word.start, word.end) if word.form else None
        if mixed:
            for group in (1, 2):
                yield Token(stem(fold(mixed[group])), mixed.start(group), mixed.end(group))


def _compounds(text: str) -> Iterator[Token]:
    for match in COMPOUND.finditer(text):
        joined = re.sub(HYPHEN, "", match.group())
        yield Token(stem(fold(joined)), *match.span())


def _amounts(text: str) -> Iterator[Token]:
    """Numbers of which a scale, a percent sign or their own size makes an amount; 156 000 as one number."""
    for match in AMOUNT.finditer(text):
        number, scale = match["number"], (match["scale"] or "").lower()
        if len(number) > LONGEST or (len(scale) == 1 and scale != "k" and not match["sign"]):
            continue
        for printed, start in ((match["low"], match.start("low")), (number, match.start("number"))):
            token = _amount(printed, scale, percent=bool(match["percent"])) if printed else None
            if token:
                yield Token(token, start, match.end())


def _amount(printed: str, scale: str, *, percent: bool) -> str | None:
    value = Decimal(COUNTED.get(printed.lower(), 0) or _decimal(printed))
    if percent:
        return f"{_plain(value)}_percent"
    value = value.scaleb(SCALES[scale]) if scale else value
    for name, power in AMOUNTS:
        if value >= Decimal(10) ** power:
            return f"{_plain(value.scaleb(-power))}_{name}"
    written_apart = re.search(r"\d[^\d.,]\d", printed)
    return _plain(value) if scale or written_apart else None


def _decimal(printed: str) -> str:
    """The number as Decimal reads it; of 3.2.1, which is none, the beginning."""
    return ".".join(_number(re.sub(r"[\s'’]", "", printed)).split(".")[:2])


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _number(printed: str) -> str:
    """Digits without thousands separators, with a decimal point: 156,000 -> 156000, 1,4 -> 1.4."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", printed):
        printed = printed.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", printed):
        printed = printed.replace(",", ".")
    return fold(printed.replace(",", ""))[:LONGEST]


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """The token of a folded word: American spelling, then its Snowball stem (Porter 2)."""
    word = SAME.get(folded, folded)
    if word == folded:
        for pattern, new in SPELLINGS:
            word = pattern.sub(new, word)
    stemmed: str = EnglishStemmer().stemWord(word[:LONGEST])
    return stemmed


MEASURES = frozenset(stem(word) for word in (*SIGNS.values(), *SCALES, "us", "hectare", "ton", "kilogram", "kilometer"))
"""What may stand beside a number without making a sentence of it."""
