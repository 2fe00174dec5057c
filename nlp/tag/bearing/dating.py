"""A figure's clause -> the time it holds for: which words tell it, and the years they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlp.tag.bearing.clauses import Clause
from nlp.tag.bearing.lexicon import DETERMINERS, FOUNDED, LEVEL, PREPOSITIONS, SOURCES, YEAR_HOLDERS
from nlp.tag.bearing.verbs import verb_before
from nlp.tag.bearing.words import Sentence, Sort
from nlp.tag.figures.periods import Period

_PAIR = 2
"""Figures: "rose from 3 to 5 in 2004 and 2008 respectively"."""
_SAME = ("that", "same")
_AFTER = ("following", "later", "after")
_BEFORE = ("previous", "preceding", "before", "earlier")
_COMPARING = frozenset("to from compared than down up against versus".split())
_EDGES = frozenset("until till before after since".split())
"""With an event behind them: "until the cuts in 2011" dates the cuts."""


def dated(line: Sentence, clauses: Sequence[Clause]) -> list[Period | None]:
    """For each figure of `line` the time it holds for, None where the sentence does not tell it."""
    usable = [at for at, token in enumerate(line.tokens) if token.sort is Sort.TIME and _tells(line, at)]
    shared = _respectively(line, usable)
    if len(shared) == len(clauses):
        return [_resolved(line, at) for at in shared]
    one = _period(line, shared[0]) if shared and len(clauses) == _PAIR else None
    if one is not None:
        return [replace(one, until=one.since), replace(one, since=one.until)]
    return [_dated(line, clauses, at, usable) for at in range(len(clauses))]


def year(one: Period | None) -> int | None:
    """The single year of a time; None where it has none or several."""
    return one.since if one is not None and one.since == one.until else None


def only_time(line: Sentence, *, years: bool) -> Period | None:
    """The one time that the whole sentence speaks of, with `years` only if it is a single year; else None."""
    told = [one for one in (_period(line, at) for at in range(len(line.tokens)) if _is_exact(line, at)) if one]
    times = {(one.since, one.until) for one in told}
    return told[0] if len(times) == 1 and (year(told[0]) or not years) else None


def _dated(line: Sentence, clauses: Sequence[Clause], which: int, usable: Sequence[int]) -> Period | None:
    clause, figure = clauses[which], line.figures[which]
    own = [at for at in usable if clause.start <= at < clause.end]
    late, early = [at for at in own if at > figure], [at for at in own if at < figure]
    found = late[:1] or early[-1:]
    if found:
        both = _ends(line, which, found[0])
        return both or _resolved(line, found[0])
    head = [at for at in usable if clause.head <= at < clause.start and at < _first(line, clause)]
    if head:
        return _resolved(line, head[-1])
    tail = [at for at in usable if clause.end <= at < clause.tail]
    if tail and (both := _ends(line, which, tail[0])):
        return both
    if tail and _is_shared(line, clause, tail):
        return _resolved(line, tail[0])
    front = [at for at in usable if at < clause.front]
    if front:
        return _resolved(line, front[-1])
    last = clause.end if line.at(clause.end) in _COMPARING else clause.tail
    usable = [at for at in usable if clause.head <= at < last]
    rest = {(line.times[line.tokens[at].index].since, line.times[line.tokens[at].index].until) for at in usable}
    return _resolved(line, usable[0]) if len(rest) == 1 and rest != {(None, None)} else None


def _first(line: Sentence, clause: Clause) -> int:
    return next((at for at in line.figures if at >= clause.head), clause.start)


def _is_shared(line: Sentence, clause: Clause, tail: Sequence[int]) -> bool:
    """Whether one time at the end of a list of figures holds for all of them."""
    last = max((at for at in line.figures if at < clause.tail), default=0)
    apart = line.at(clause.end) in _COMPARING and not _is_given(line, clause)
    return len(tail) == 1 and tail[0] > last and not apart


def _is_given(line: Sentence, clause: Clause) -> bool:
    """Whether "to" behind the clause tells who is given its figure, not the next value: "lent $3m to 40 farms"."""
    figure = max(at for at in line.figures if at < clause.end)
    verb = verb_before(line, figure, clause.head)
    if line.at(clause.end) != "to" or verb is None or verb.base in LEVEL or line.at(figure - 1) in {"from", "by"}:
        return False
    noun = clause.end + 2
    return line.sort(noun - 1) is Sort.FIGURE and line.sort(noun) is Sort.WORD and line.at(noun) not in PREPOSITIONS


def _ends(line: Sentence, which: int, at: int) -> Period | None:
    """Of "from 3 to 5 between 2004 and 2008" the first year for the first figure, the last for the second."""
    period = _period(line, at)
    if period is None or period.since is None or period.until is None or period.since == period.until:
        return None
    figure = line.figures[which]
    if line.at(figure - 1) == "from" and line.at(figure + 1) == "to" and line.sort(figure + 2) is Sort.FIGURE:
        return replace(period, until=period.since)
    if line.at(figure - 1) == "to" and line.sort(figure - 2) is Sort.FIGURE and line.at(figure - 3) == "from":
        return replace(period, since=period.until)
    return None


def _respectively(line: Sentence, usable: Sequence[int]) -> list[int]:
    """Of "3 and 5 in 2004 and 2008 respectively" the times in order; empty where the counts differ."""
    paired = len(usable) in {1, len(line.figures)} and any(token.word == "respectively" for token in line.tokens)
    return list(usable) if paired else []


def _is_exact(line: Sentence, at: int) -> bool:
    one = _period(line, at)
    return one is not None and one.since is not None and _tells(line, at)


def _period(line: Sentence, at: int) -> Period | None:
    token = line.tokens[at]
    return line.times[token.index] if token.sort is Sort.TIME else None


def _resolved(line: Sentence, at: int) -> Period | None:
    """The time at the token; "that year" and "the following year" take theirs from the year told before."""
    one = _period(line, at)
    if one is None or one.since is not None or one.until is not None:
        return one
    before = [other for other in range(at) if _is_exact(line, other)]
    told = [each for each in (_period(line, other) for other in before) if each]
    last = year(told[-1]) if told else None
    return relative(line.tokens[at].word, one, last)


def relative(word: str, one: Period, last: int | None) -> Period:
    """`one`, told as "that year" or "a year later", with its year if `last`, the year it counts from, is known."""
    words = word.split()
    if last is None or not {"year"} & set(words) or words[0] in {"this", "last", "next", "each", "every"}:
        return one
    if words[0] in _SAME or "same" in words:
        return replace(one, since=last, until=last)
    if any(each in _AFTER for each in words):
        return replace(one, since=last + 1, until=last + 1)
    if any(each in _BEFORE for each in words):
        return replace(one, since=last - 1, until=last - 1)
    return one


def _tells(line: Sentence, at: int) -> bool:
    """Whether the time at the token can date a number, rather than a source, an event or a founding."""
    if _is_cited(line, at):
        return False
    before = line.at(at - 1) if line.at(at - 1) not in PREPOSITIONS else line.at(at - 2)
    if before in FOUNDED or line.at(at - 1) in SOURCES:
        return False
    if any(line.at(one) in _EDGES for one in range(max(0, at - 5), at - 1)) and line.at(at - 1) in PREPOSITIONS:
        return False
    follows = line.at(at + 1) if line.sort(at + 1) is Sort.WORD else ""
    if follows in SOURCES:
        return False
    modifies = line.at(at - 1) in DETERMINERS and follows and follows not in PREPOSITIONS
    if modifies and follows not in YEAR_HOLDERS:
        return line.at(at - 2) not in PREPOSITIONS
    return True


def _is_cited(line: Sentence, at: int) -> bool:
    """Whether the time stands in brackets as the year of a source: "Smith (2010)", "(Smith 2010: 4)"."""
    opened = next((one for one in range(at - 1, max(-1, at - 12), -1) if _is_bracket(line, one)), -1)
    if opened < 0 or line.sort(opened) is not Sort.OPEN:
        return False
    closed = next((one for one in range(at, min(len(line.tokens), at + 12)) if _is_bracket(line, one)), -1)
    if closed < 0 or line.sort(closed) is not Sort.CLOSE:
        return False
    inside = range(opened + 1, closed)
    if any(line.sort(one) is Sort.FIGURE for one in inside):
        return False
    if opened + 2 == closed:
        return line.sort(opened - 1) is Sort.NAME or _is_capital(line, opened - 1)
    return _is_capital(line, opened + 1) or line.at(opened + 1) in {"see", "cf", "e.g", "quoted"}


def _is_bracket(line: Sentence, at: int) -> bool:
    return line.sort(at) in {Sort.OPEN, Sort.CLOSE}


def _is_capital(line: Sentence, at: int) -> bool:
    return at >= 0 and line.text[line.tokens[at].start].isupper()
