"""A figure in its clause, and the small questions about the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.model import Kind
from nlp.tag.bearing.clauses import Clause
from nlp.tag.bearing.forms import is_verb, leads
from nlp.tag.bearing.phrases import Tokens
from nlp.tag.bearing.words import Place, Sentence, Sort

_PER = re.compile(
    r"\s?(?:(?:an?|per|each|every)\s[\w-]+|/\s?\w+|annually|yearly|monthly|daily|or\s(?:more|less|so)|each|apiece"
    r"|per\sannum|overall|in\stotal|in\sall|more(?=\s(?:for|on|to|in)\b)|in\s(?:the\s)?(?:current|next|last)\s\w+)\b",
    re.IGNORECASE,
)
_RATED = re.compile(r"\s([^\W\d_][^\d,;:()]*?)\s(?:per|for\severy|in\severy)\s")


@dataclass(frozen=True, slots=True)
class Spot:
    """One figure of a sentence, at token `figure`."""

    line: Sentence
    clause: Clause
    figure: int
    kind: Kind


def is_first(spot: Spot) -> bool:
    """Whether it is the first figure of its clause."""
    return not any(spot.clause.head <= at < spot.figure for at in spot.line.figures)


def next_to(spot: Spot) -> int:
    """The token behind the figure and its period: "$12 a month"."""
    line, at = spot.line, spot.figure + 1
    while at < spot.clause.end:
        found = _PER.match(line.text, line.tokens[at - 1].end)
        if found is None or found.end() <= line.tokens[at].start:
            return at
        while at < spot.clause.end and line.tokens[at].start < found.end():
            at += 1
    return at


def rated(spot: Spot) -> Place | None:
    """The noun of a rate, within its span: "27 homicides per 100,000"."""
    token = spot.line.tokens[spot.figure]
    found = _RATED.search(spot.line.text, token.start, token.end) if spot.kind is Kind.RATE else None
    return found.span(1) if found is not None else None


def opening(spot: Spot) -> int:
    """The token at which the figure with its small words begins: "at about $3m"."""
    at = spot.figure
    while (
        at > spot.clause.head
        and spot.line.sort(at - 1) is Sort.WORD
        and leads(spot.line, at - 1)
        and not is_verb(spot.line, at - 1)
    ):
        at -= 1
        if spot.line.at(at) == "of":
            break
    while spot.line.at(at - 1) in {"at", "worth"} and at > spot.clause.head:
        at -= 1
    return at


def is_name(spot: Spot, tokens: Tokens) -> bool:
    """Whether the phrase is a name, title and all: who, not what."""
    line, last = spot.line, tokens[1] - 1
    if line.sort(last) is not Sort.NAME:
        return False
    return all(
        line.text[line.tokens[at].start].isupper() or line.at(at) in {"and", "or", "the"} for at in range(*tokens)
    )
