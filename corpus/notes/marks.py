"""Text -> everything that could be a note's marker or a note's label, in any usual style. Nothing is decided.

A *marker* stands in the text (`growth.¹²`), a *label* at the start of the note (`12 See ...`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Span
from corpus.notes.chain import SURE_STYLES, Link
from corpus.read.numerals import PLAIN_DIGITS

RAISED = "⁰¹²³⁴-⁹"


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate: the span of what is printed, brackets included, and what it would count as."""

    span: Span
    link: Link


SHORT_NUMBER = re.compile(rf"(?<!\d)\d{{1,3}}(?!\d)|[{RAISED}]")
"""Without one of these there is nothing to look for, which is quickly told."""
MARKERS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    # growth¹²   growth. ¹² The   but not x², m², km², CO², 10⁻³
    (
        "raised",
        3.0,
        re.compile(
            rf"(?=[{RAISED}])(?<=\S)(?<!\b[A-Za-zµ])(?<!\b[cdkmnµ]m)(?<!\byd)(?<!\bmi)(?<!\bft)(?<!CO)(?<!\b10)(?<![⁻⁺])(?<![{RAISED}])"
            rf"([{RAISED}]{{1,3}})(?![{RAISED}])"
        ),
    ),
    ("raised", 2.5, re.compile(rf"(?<=\S)[ \u00a0]([{RAISED}]{{1,3}})(?=\s|$)")),
    # growth<sup>12</sup>   growth^12^   growth.^12
    (
        "tagged",
        3.0,
        re.compile(
            r"(?=<sup>)(?<=\S)<sup>\s*\[?(\d{1,3})\]?\s*</sup>|(?=\^)(?<=[^\s\d\[])\^\[?(\d{1,3})\]?(?:\^|(?![\w^]))"
        ),
    ),
    # growth [12]   growth.[12]
    ("bracketed", 3.0, re.compile(r"(?<=\S)\s?\[(\d{1,3})\](?![(:])")),
    # growth.12   growth,”12   but not 3.12 or 1,234
    (
        "glued",
        1.5,
        re.compile(
            r"(?=\d)(?:(?<=[^\W\d][.,;:!?])(\d{1,3})(?=[\s)\]”\"—–]|$)|(?<=[.,;!?)%][”\"’'])(\d{1,3})(?=[\s)\]—–]|$)"
            r"|(?<=[^\W\d]\))(\d{1,3})(?=[\s.,;]|$))"
        ),
    ),
    # growth. 12 The
    ("spaced", 1.0, re.compile(r"(?<=[.!?”\"’)])[ \n]{1,2}(\d{1,3})(?=\s+[A-Z“\"(‘]|\s*$)")),
    # in 1981. 9 despite   corruption, 9 with
    ("spaced", 0.4, re.compile(r"(?<=[.,;!?”\"’)])[ \n]{1,2}(\d{1,3})(?=\s+[a-z])")),
    # growth12 fell   but not G20, MS13
    ("joined", 0.8, re.compile(r"(?=\d)(?<=[a-zà-ÿ]{2})(\d{1,3})(?=[\s.,;:)?!]|$)")),
    # (12) after a word
    ("parenthesised", 0.6, re.compile(r"(?<=\S)\s?\((\d{1,3})\)")),
    # the 1990s 8 despite
    ("loose", 0.2, re.compile(r"(?<=[\w’”\"])\s(\d{1,3})(?=\s{1,2}[a-z(])")),
)
LABELS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("raised", 3.0, re.compile(rf"([{RAISED}]{{1,3}})(?![{RAISED}])\s?(?=\S)")),
    ("tagged", 3.0, re.compile(r"<sup>\s*(\d{1,3})\s*</sup>\s*(?=\S)")),
    ("tagged", 3.0, re.compile(r"\^(\d{1,3})(?:\^|\s)\s*(?=\S)")),
    ("bracketed", 3.0, re.compile(r"\[(\d{1,3})\]:?\s*(?=\S)")),
    ("plain", 1.5, re.compile(r"(\d{1,3})[ \t\u00a0]+(?=[^\s\d])")),
    # 12See   12*Ibid.*   12“The ...
    ("glued", 1.1, re.compile(r"(\d{1,3})(?=[*_“\"‘(<]{0,3}[A-ZÀ-Þ][a-zà-ÿ])")),
    # 12U.S.   12A 2000   12http:   but so look 3D, 5G
    ("glued", 0.8, re.compile(r"(\d{1,3})(?=[*_“\"‘'’(<]{0,3}(?:[A-ZÀ-Þ]|https?:|www\.))")),
    ("parenthesised", 0.6, re.compile(r"\((\d{1,3})\)\s*(?=\S)")),
    ("dotted", 0.6, re.compile(r"(\d{1,3})(?:[.)]\s*|:\s+)(?=[^\s\d])")),
)
DISPLACED = re.compile(rf"\d{{1,4}}[.,;]?\s+(?=[{RAISED}]|\[\d)")
"""The last word of a note, a page number, set on a line of its own and put before the label by a reader."""
COUNTS_SOMETHING = re.compile(
    r"""\s*(?:%|per\s?cent|percent|years?\b|months?\b|weeks?\b|days?\b|hours?\b|(?:January|February|March|April|May|June|July
      |August|September|October|November|December)\b|(?:\w+\s)?(?:million|billion|thousand|hundred|people|men|women|countries
      |states|members|tons|tonnes|kilograms|kg|km|hectares|ha|acres|dollars|euros)\b|(?-i:of|to|and|or|in|out)\s+(?:the\s+)?\d)""",
    re.VERBOSE | re.IGNORECASE,
)
REFERS = re.compile(
    r"""(?:\b(?:figure|fig|equation|eq|table|chart|map|box|section|chapter|part|page|pages|pp?|no|nos|vol|article|art|paragraph|para|annex
      |phase|step|level|class|group|goal|sdg|target|number|than|over|about|some|least|most|nearly|almost|only|under|between
      |from|to|and|or|of|in|at|by|with|for|the|these|those|all|another|next|last|first|past|every|on)\.?)\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
CUE = re.compile(
    r"""(?:\*|_)?(?:See|Cf|Compare|Ibid|Id\b|Op\.?\s?cit|Loc\.?\s?cit|For|As|Interviews?|Authors?['’]?|Personal|Quoted|Cited|Based
      |According|Data|Source|This|These|The|Figures?|Calculated|Note|Also|Ver|Véase|Voir)\b|https?://|www\.|[A-Z]\.\s?[A-Z]""",
    re.VERBOSE,
)
CITES = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|https?://|www\.|\bpp?\.\s?\d")
LOOKAHEAD = 160
"""Characters after a label that are read for signs of a source."""


def markers(text: str, span: Span) -> Iterator[Mark]:
    """Every possible marker in `span`, in text order; one place may be several candidates."""
    if SHORT_NUMBER.search(text, span.start, span.end) is None:
        return
    found: list[Mark] = []
    for style, weight, pattern in MARKERS:
        for match in pattern.finditer(text, span.start, span.end):
            group = match.lastindex or 1
            opening = match.start(group) - (style == "parenthesised")
            if style not in SURE_STYLES and is_a_number(text, opening, match.end(group)):
                continue
            found.append(_mark(match, group, style, weight))
    yield from sorted(found, key=lambda mark: (mark.span, -mark.link.weight))


def labels(text: str, start: int, end: int) -> Iterator[Mark]:
    """The labels that the note at ``text[start:end]`` could begin with; mostly none or one."""
    displaced = DISPLACED.match(text, start, end)
    places = (start,) if displaced is None else (start, displaced.end())
    for place in places:
        for style, weight, pattern in LABELS:
            match = pattern.match(text, place, end)
            if match and match.group(1) != "0":
                yield _mark(match, 1, style, weight + _opening(text[match.end() : min(end, match.end() + LOOKAHEAD)]))
                break


def _opening(words: str) -> float:
    """How much the first words after a label sound like those of a note."""
    cue = 1.0 if CUE.match(words.lstrip()) else 0.0
    capital = 0.3 if words.lstrip("*_“\"‘'(< ")[:1].isupper() or cue else -0.6
    return cue + capital + (0.4 if CITES.search(words) else 0.0)


def is_a_number(text: str, start: int, end: int) -> bool:
    """Whether what surrounds the digits says that they count or point at something."""
    return COUNTS_SOMETHING.match(text, end) is not None or REFERS.search(text[max(0, start - 16) : start]) is not None


def _mark(match: re.Match[str], group: int, style: str, weight: float) -> Mark:
    number = int(match.group(group).translate(PLAIN_DIGITS))
    start, end = match.span(group)
    if style == "tagged":
        start, end = match.start(), match.start() + len(match.group().rstrip())
    elif style in {"bracketed", "parenthesised"}:
        start, end = start - 1, end + 1
    elif style == "dotted":
        end += 1
    return Mark(Span(start, end), Link(number, style, weight if number else -1.0))
