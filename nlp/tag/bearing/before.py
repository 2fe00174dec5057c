"""A figure in its clause -> what the words before say it measures: "losses reached", "a budget of", "clinics $2m"."""

from __future__ import annotations

from nlp.model import Kind
from nlp.tag.bearing.lexicon import (
    DURATIONS_OF,
    GENERIC,
    INTRANSITIVE,
    LEVEL,
)
from nlp.tag.bearing.phrases import Tokens, phrase_before, subject_before
from nlp.tag.bearing.spots import Spot, is_name, opening
from nlp.tag.bearing.verbs import FAR, Verb, subject_of, verb_before
from nlp.tag.bearing.words import Sort

_TRADING = frozenset("buy sell purchase acquire build hire lease rent".split())
_GAPPED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.RATE})


def phrase_ahead(spot: Spot, verb: Verb | None) -> Tokens | None:
    """What stands before the figure: the noun of "a budget of $3m", the subject of "reached", before a bracket."""
    line = spot.line
    start = opening(spot)
    if line.sort(start - 1) is Sort.OPEN:
        return phrase_before(line, start - 1, 0)
    if line.sort(start - 1) is Sort.BREAK and 0 < start <= 8:
        return phrase_before(line, start - 1, 0)
    near = line.at(start)
    if near == "of" and line.sort(start - 1) is Sort.WORD and spot.kind is not Kind.DURATION:
        found = phrase_before(line, start, spot.clause.head, frozenset({"of", "on", "for"}))
        if found is not None and line.at(found[1] - 1) not in GENERIC:
            return found
    if verb is None:
        return _traded(spot, start) or _beside(spot, start)
    if near == "worth":
        whole = subject_of(line, verb.at, spot.clause.head, figures=spot.clause.nested)
        return whole if verb.base == "be" else phrase_before(line, start, 0)
    return _measured(spot, verb, start)


def _traded(spot: Spot, start: int) -> Tokens | None:
    """The goods, with their figure, of "sold 400 looms for $3m"."""
    line, head = spot.line, spot.clause.head
    goods = max((at for at in line.figures if head <= at < start), default=None)
    end = start - (line.sort(start - 1) is Sort.COMMA)
    if goods is None or line.at(start) not in {"for", "at"} or start - goods > FAR:
        return None
    verb = verb_before(line, goods, head)
    if verb is None or verb.base not in _TRADING:
        return None
    found = subject_before(line, end, verb.at + 1, figures=True)
    return found if found is not None and found[0] <= goods else None


def _beside(spot: Spot, start: int) -> Tokens | None:
    """A noun right before the figure, where no verb is: "clinics $2m"."""
    line = spot.line
    gapped = spot.kind in _GAPPED and line.sort(start - 1) is Sort.WORD and start == spot.figure
    found = phrase_before(line, start, spot.clause.start) if gapped or line.at(start) == "worth" else None
    return None if found is None or is_name(spot, found) else found


def _measured(spot: Spot, verb: Verb, start: int) -> Tokens | None:
    """The subject of a verb that tells how large it is; the object of one that changes or puts it."""
    line = spot.line
    near = line.at(start) if start < spot.figure else ""
    objects = phrase_before(line, start, verb.at + 1) if start > verb.at + 1 else None
    if spot.kind is Kind.DURATION and line.at(verb.at) not in DURATIONS_OF and near != "by":
        return None
    if objects is not None and near in {"at", "to", "by", "from", "for"} and verb.base not in INTRANSITIVE:
        return objects
    level = verb.base in LEVEL or (verb.passive and near in {"at", "by", "to", "from", "for"})
    if level or near == "from" or (verb.base != "go" and near == "by"):
        return subject_of(line, verb.at, spot.clause.head, figures=spot.clause.nested)
    if near == "for" and verb.base == "sell":
        return objects or subject_of(line, verb.at, spot.clause.head, figures=spot.clause.nested)
    return None
