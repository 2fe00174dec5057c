"""A clause with a figure -> what the figure measures, and the verb between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.model import Figure, Kind
from nlp.tag.bearing.agents import agent
from nlp.tag.bearing.before import phrase_ahead
from nlp.tag.bearing.behind import aimed, phrase_behind
from nlp.tag.bearing.clauses import Clause
from nlp.tag.bearing.lexicon import FOREIGN, GENERIC, PREPOSITIONS
from nlp.tag.bearing.phrases import Tokens, place
from nlp.tag.bearing.spots import Spot, is_first, next_to, rated
from nlp.tag.bearing.verbs import Verb, relation, verb_before, verb_behind
from nlp.tag.bearing.words import Place, Sentence, Sort

_MEASURES = frozenset(
    {
        Kind.AREA,
        Kind.MASS,
        Kind.DISTANCE,
        Kind.VOLUME,
        Kind.ENERGY,
        Kind.POWER,
        Kind.SPEED,
        Kind.TEMPERATURE,
        Kind.DURATION,
    }
)
_VALUES = frozenset("to from compared than or down up against versus".split())
_LINKS = frozenset(
    """and or then compared versus about some an estimated a the rising falling up down only just nearly almost
    more less over at least most roughly approximately around fewer than""".split()
)
_UNIT = re.compile(r"(?:square\s|cubic\s|metric\s)?[^\W\d_]{4,}\Z")


@dataclass(frozen=True, slots=True)
class Told:
    """What the words say: where in the sentence the subject and the relation stand."""

    subject: Place | None = None
    relation: Place | None = None


def told(line: Sentence, clauses: Sequence[Clause], figures: Sequence[Figure]) -> list[Told]:
    """For each figure of `line`, in order, what it measures; nothing of a sentence in another language than English."""
    if sum(line.at(at) in FOREIGN for at in range(len(line.tokens))) > 1:
        return [Told()] * len(figures)
    found: list[Told] = []
    for which, figure in enumerate(figures):
        one = _told(Spot(line, clauses[which], line.figures[which], figure.kind))
        if (
            one.subject is None
            and found
            and (
                _goes_on(line, line.figures[which - 1], line.figures[which])
                or (figure.kind is figures[which - 1].kind and _is_share(line, line.figures[which]))
                or (figure.kind is figures[which - 1].kind is Kind.COUNT and _is_part(line, line.figures[which - 1]))
            )
        ):
            one = Told(found[-1].subject, one.relation)
        found.append(one)
    return found


def _goes_on(line: Sentence, before: int, figure: int) -> bool:
    """Whether the figure is the next value of what the one before measures: "$3m in 2001 and $5m in 2003"."""
    between = range(before + 1, figure)
    return (
        len(between) < 9
        and all(
            line.sort(at) in {Sort.TIME, Sort.COMMA, Sort.OPEN} or line.at(at) in PREPOSITIONS or line.at(at) in _LINKS
            for at in between
        )
        and any(line.sort(at) is Sort.TIME or line.at(at) in _VALUES for at in between)
    )


def _is_share(line: Sentence, figure: int) -> bool:
    """Whether the figure is said to be part of the one before: "..., of which some $3m"."""
    return any(line.at(at) == "which" and line.at(at - 1) == "of" for at in range(line.figures[0], figure))


def _is_part(line: Sentence, before: int) -> bool:
    """Whether the figure before opens the sentence as a whole to count from: "Of the 80 wells, 35 were dry"."""
    return before <= 3 and line.at(0) in {"of", "among", "out"}


def _told(spot: Spot) -> Told:
    """The subject and the relation."""
    line, figure = spot.line, spot.figure
    verb = verb_before(line, figure, spot.clause.head if is_first(spot) else spot.clause.start)
    if verb is None and not is_first(spot) and line.at(figure - 1) == "to":
        verb = _verb_of_both(spot)
    right = phrase_behind(spot)
    owner = agent(spot, verb)
    subject = right or phrase_ahead(spot, verb) or aimed(spot, verb, owner) or owner
    if subject is not None and subject[1] - subject[0] == 1 and line.at(subject[0]) in GENERIC:
        subject = None
    shown = relation(line, verb, figure) if verb is not None and not _exists(spot, verb) else None
    if verb is None:
        behind = _verb_behind(spot, right)
        goes = behind is not None and behind.base == "go"
        shown = relation(line, behind, behind.at + 2 if goes else behind.at + 1) if behind is not None else None
    return Told(rated(spot) or _place(spot, subject), shown)


def _verb_of_both(spot: Spot) -> Verb | None:
    """The verb of "rose from 3 to 5" for the second."""
    earlier = max((at for at in spot.line.figures if at < spot.figure), default=0)
    joined = all(
        spot.line.sort(at) is Sort.TIME or spot.line.at(at) in PREPOSITIONS for at in range(earlier + 1, spot.figure)
    )
    if joined and spot.line.at(earlier - 1) == "from":
        return verb_before(spot.line, earlier, spot.clause.head)
    return None


def _exists(spot: Spot, verb: Verb) -> bool:
    return verb.base == "be" and spot.line.at(verb.at - 1) == "there"


def _place(spot: Spot, subject: Tokens | None) -> Place | None:
    """With its unit, where that is a word and "of" follows: "hectares of vanilla"."""
    found = place(spot.line, subject)
    figure = spot.line.tokens[spot.figure]
    if found is None or subject is None or spot.kind not in _MEASURES:
        return found
    unit = _UNIT.search(spot.line.text, figure.start, figure.end)
    of = spot.line.at(spot.figure + 1) == "of" and spot.figure < subject[0] <= spot.figure + 4
    return (unit.start(), found[1]) if unit and of else found


def _verb_behind(spot: Spot, subject: Tokens | None) -> Verb | None:
    """The verb whose subject the figure is: "About 3,000 teachers were hired"."""
    at = next_to(spot)
    if subject is not None and subject[0] >= spot.figure:
        at = max(at, subject[1])
    return verb_behind(spot.line, at, spot.clause.end)
