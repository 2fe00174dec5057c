"""Text -> everything that could be a note's marker or a note's label, in any usual style. Nothing is decided.

A *marker* stands in the text (`growth.¹²`), a *label* at the start of the note (`12 See ...`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Span
from corpus.notes.chain import Link

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
RAISED = "⁰¹²³⁴-⁹"


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate: the span of what is printed, brackets included, and what it would count as."""

    span: Span
    link: Link


MARKERS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    # growth¹²  but not m² or CO²
    (
        "raised",
        3.0,
        re.compile(
            rf"(?<=\S)(?<!\bm)(?<!\bkm)(?<!\bcm)(?<!\bmi)(?<!\bft)(?<!CO)(?<![{RAISED}])([{RAISED}]{{1,3}})(?![{RAISED}])"
        ),
    ),
    # growth [12]   growth.[12]
    ("bracketed", 3.0, re.compile(r"(?<=\S)\s?\[(\d{1,3})\](?![(:])")),
    # growth.12   growth,”12   but not 3.12 or 1,234
    (
        "glued",
        1.5,
        re.compile(
            r"(?<=[^\W\d][.,;:!?])(\d{1,3})(?=[\s)\]”\"—–]|$)|(?<=[.,;!?)%][”\"’'])(\d{1,3})(?=[\s)\]—–]|$)|(?<=[^\W\d]\))(\d{1,3})(?=[\s.,;]|$)"
        ),
    ),
    # growth. 12 The
    ("spaced", 1.0, re.compile(r"(?<=[.!?”\"’)])[ \n]{1,2}(\d{1,3})(?=\s+[A-Z“\"(‘]|\s*$)")),
    # in 1981. 9 despite   corruption, 9 with
    ("spaced", 0.4, re.compile(r"(?<=[.,;!?”\"’)])[ \n]{1,2}(\d{1,3})(?=\s+[a-z])")),
    # growth12 fell   but not G20, MS13
    ("joined", 0.8, re.compile(r"(?<=[a-zà-ÿ]{2})(\d{1,3})(?=[\s.,;:)?!]|$)")),
    # (12) after a word
    ("parenthesised", 0.6, re.compile(r"(?<=\S)\s?\((\d{1,3})\)")),
    # the 1990s 8 despite
    ("loose", 0.2, re.compile(r"(?<=[\w’”\"])\s(\d{1,3})(?=\s{1,2}[a-z(])")),
)
LABELS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("raised", 3.0, re.compile(rf"([{RAISED}]{{1,3}})(?![{RAISED}])\s?(?=\S)")),
    ("bracketed", 3.0, re.compile(r"\[(\d{1,3})\]:?\s*(?=\S)")),
    ("plain", 1.5, re.compile(r"(\d{1,3})[ \t\u00a0]+(?=[^\s\d])")),
    ("glued", 1.1, re.compile(r"(\d{1,3})(?=[A-Z“\"‘][A-Za-z])")),
    ("parenthesised", 0.6, re.compile(r"\((\d{1,3})\)\s+(?=\S)")),
    ("dotted", 0.6, re.compile(r"(\d{1,3})[.)]\s+(?=\S)")),
)
COUNTS_SOMETHING = re.compile(
    r"""\s*(?:%|per\s?cent|percent|years?\b|months?\b|weeks?\b|days?\b|hours?\b|(?:January|February|March|April|May|June|July
      |August|September|October|November|December)\b|(?:\w+\s)?(?:million|billion|thousand|hundred|people|men|women|countries
      |states|members|tons|tonnes|kilograms|kg|km|hectares|ha|acres|dollars|euros)\b|(?-i:of|to|and|or|in|out)\s+(?:the\s+)?\d)""",
    re.VERBOSE | re.IGNORECASE,
)
REFERS = re.compile(
    r"""(?:\b(?:figure|fig|table|chart|map|box|section|chapter|part|page|pages|pp?|no|nos|vol|article|art|paragraph|para|annex
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
    found: list[Mark] = []
    for style, weight, pattern in MARKERS:
        for match in pattern.finditer(text, span.start, span.end):
            group = match.lastindex or 1
            if style not in {"raised", "bracketed"} and _is_a_number(text, match.start(group), match.end(group)):
                continue
            found.append(_mark(match, group, style, weight))
    yield from sorted(found, key=lambda mark: (mark.span, -mark.link.weight))


def label(text: str, start: int, end: int) -> Mark | None:
    """The label that the note at ``text[start:end]`` would begin with, if it is one."""
    for style, weight, pattern in LABELS:
        match = pattern.match(text, start, end)
        if match and match.group(1) != "0":
            words = text[match.end() : min(end, match.end() + LOOKAHEAD)]
            cue = 1.0 if CUE.match(words) else 0.0
            opening = 0.3 if words.lstrip("*_“\"‘'(<")[:1].isupper() or cue else -0.6
            return _mark(match, 1, style, weight + cue + opening + (0.4 if CITES.search(words) else 0.0))
    return None


def _is_a_number(text: str, start: int, end: int) -> bool:
    """Whether what surrounds the digits says that they count or point at something."""
    return COUNTS_SOMETHING.match(text, end) is not None or REFERS.search(text[max(0, start - 16) : start]) is not None


def _mark(match: re.Match[str], group: int, style: str, weight: float) -> Mark:
    number = int(match.group(group).translate(SUPERSCRIPTS))
    bracketed = style in {"bracketed", "parenthesised"}
    start, end = (match.start(group) - 1, match.end(group) + 1) if bracketed else match.span(group)
    return Mark(Span(start, end), Link(number, style, weight if number else -1.0))
