"""A clause with a figure -> what the figure measures, and the verb between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.model import Figure, Kind, Label
from nlp.tag.bearing.clauses import Clause
from nlp.tag.bearing.lexicon import (
    CUTTING,
    DETERMINERS,
    DURATIONS_OF,
    GENERIC,
    HOLDERS_OF_PLACES,
    INTRANSITIVE,
    LEVEL,
    PREPOSITIONS,
    RECEIVE,
    TIME_NOUNS,
    VERBS,
)
from nlp.tag.bearing.phrases import is_verb, leads, phrase, phrase_before, place
from nlp.tag.bearing.verbs import Verb, relation, subject_of, verb_before, verb_behind
from nlp.tag.bearing.words import Place, Sentence, Sort

Tokens = tuple[int, int]
_PER = re.compile(
    r"\s?(?:(?:an?|per|each|every)\s[\w-]+|/\s?\w+|annually|yearly|monthly|daily|or\s(?:more|less|so)|each|apiece"
    r"|per\sannum|overall|in\stotal|in\sall|more(?=\s(?:for|on|to|in)\b)|in\s(?:the\s)?(?:current|next|last)\s\w+)\b",
    re.IGNORECASE,
)
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
_NEAR = frozenset("of at to by from for with about around over under up as than".split())
_RATED = re.compile(r"\s([^\W\d_][^\d,;:()]*?)\s(?:per|for\severy|in\severy)\s")
_UNIT = re.compile(r"(?:square\s|cubic\s|metric\s)?[^\W\d_]{4,}\Z")


@dataclass(frozen=True, slots=True)
class Told:
    """What the words say: where in the sentence the subject and the relation stand."""

    subject: Place | None = None
    relation: Place | None = None


def told(line: Sentence, clauses: Sequence[Clause], figures: Sequence[Figure]) -> list[Told]:
    """For each figure of `line`, in order, what it measures."""
    found: list[Told] = []
    for which, figure in enumerate(figures):
        one = _Reading(line, clauses[which], line.figures[which], figure.kind).told()
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
            line.sort(at) in {Sort.TIME, Sort.COMMA, Sort.OPEN}
            or line.at(at) in PREPOSITIONS
            or line.at(at)
            in {
                "and",
                "or",
                "then",
                "compared",
                "versus",
                "about",
                "some",
                "an",
                "estimated",
                "a",
                "rising",
                "falling",
                "up",
                "down",
                "only",
                "just",
                "nearly",
                "almost",
                "more",
                "less",
                "over",
                "at",
                "least",
                "most",
                "roughly",
                "approximately",
                "around",
                "fewer",
                "than",
            }
            for at in between
        )
        and any(line.sort(at) is Sort.TIME or line.at(at) in {"to", "compared", "than", "or"} for at in between)
    )


def _is_share(line: Sentence, figure: int) -> bool:
    """Whether the figure is said to be part of the one before: "..., of which some $3m"."""
    return any(line.at(at) == "which" and line.at(at - 1) == "of" for at in range(max(0, figure - 4), figure))


def _is_part(line: Sentence, before: int) -> bool:
    """Whether the figure before opens the sentence as a whole to count from: "Of the 80 wells, 35 were dry"."""
    return before <= 3 and line.at(0) in {"of", "among", "out"}


@dataclass(frozen=True, slots=True)
class _Reading:
    """One figure of a sentence, to be asked what it measures."""

    line: Sentence
    clause: Clause
    figure: int
    kind: Kind

    def told(self) -> Told:
        """The subject and the relation."""
        line, figure = self.line, self.figure
        verb = verb_before(line, figure, self.clause.head if self._is_first() else self.clause.start)
        if verb is None and not self._is_first() and line.at(figure - 1) == "to":
            verb = self._verb_of_both()
        right = self._right()
        subject = right or self._left(verb) or self._beyond(verb)
        shown = relation(line, verb, figure) if verb is not None and not self._exists(verb) else None
        if verb is None:
            behind = self._behind(right)
            goes = behind is not None and behind.base == "go"
            shown = relation(line, behind, behind.at + 2 if goes else behind.at + 1) if behind is not None else None
        return Told(self._inside() or self._place(subject), shown)

    def _is_first(self) -> bool:
        return not any(self.clause.head <= at < self.figure for at in self.line.figures)

    def _verb_of_both(self) -> Verb | None:
        """The verb of "rose from 3 to 5" for the second."""
        earlier = max((at for at in self.line.figures if at < self.figure), default=0)
        joined = all(
            self.line.sort(at) is Sort.TIME or self.line.at(at) in PREPOSITIONS
            for at in range(earlier + 1, self.figure)
        )
        if joined and self.line.at(earlier - 1) == "from":
            return verb_before(self.line, earlier, self.clause.head)
        return None

    def _exists(self, verb: Verb) -> bool:
        return verb.base == "be" and self.line.at(verb.at - 1) == "there"

    def _next(self) -> int:
        """The token behind the figure and its period: "$12 a month"."""
        line, at = self.line, self.figure + 1
        while at < self.clause.end:
            found = _PER.match(line.text, line.tokens[at - 1].end)
            if found is None or found.end() <= line.tokens[at].start:
                return at
            while at < self.clause.end and line.tokens[at].start < found.end():
                at += 1
        return at

    def _place(self, subject: Tokens | None) -> Place | None:
        """With its unit, where that is a word and "of" follows: "hectares of vanilla"."""
        found = place(self.line, subject)
        figure = self.line.tokens[self.figure]
        if found is None or subject is None or self.kind not in _MEASURES:
            return found
        unit = _UNIT.search(self.line.text, figure.start, figure.end)
        of = self.line.at(self.figure + 1) == "of" and self.figure < subject[0] <= self.figure + 4
        return (unit.start(), found[1]) if unit and of else found

    def _right(self) -> Tokens | None:
        """What the words right behind the figure name: its noun, or "of", "in", "worth of" and one."""
        line, end, at = self.line, self.clause.end, self._next()
        word = line.at(at)
        if line.sort(at) is Sort.WORD and word == "worth" and line.at(at + 1) == "of":
            return phrase(line, at + 2, end)
        if word == "of" and line.at(at + 1) not in {"them", "which", "whom", "it", "this", "that", "these", "those"}:
            return phrase(line, at + 1, end)
        if self._is_attached(at):
            return phrase(line, at, end)
        if word == "in" and self.kind is Kind.MONEY and self._names_a_thing(at + 1):
            return phrase(line, at + 1, end)
        return None

    def _inside(self) -> Place | None:
        """The noun of a rate, within its span: "27 homicides per 100,000"."""
        token = self.line.tokens[self.figure]
        found = _RATED.search(self.line.text, token.start, token.end) if self.kind is Kind.RATE else None
        return found.span(1) if found is not None else None

    def _is_attached(self, at: int) -> bool:
        """Whether a noun stands right behind the figure: "a $4bn budget", "600 nurses"."""
        line = self.line
        if at >= self.clause.end or line.sort(at) not in {Sort.WORD, Sort.NAME} or (at != self.figure + 1):
            return False
        word = line.at(at)
        if word in PREPOSITIONS or is_verb(line, at) or phrase(line, at, self.clause.end) is None:
            return False
        counted = self.kind in {Kind.COUNT, Kind.RATE}
        if word in TIME_NOUNS or word in {
            "long",
            "high",
            "wide",
            "deep",
            "tall",
            "more",
            "less",
            "higher",
            "lower",
            "old",
        }:
            return False
        if word in VERBS and not counted and line.at(self.figure - 1) not in DETERMINERS:
            return False
        if word.startswith(("d'", "de ")) or (word.endswith("ed") and line.at(at + 1) in PREPOSITIONS):
            return False
        first = phrase(line, at, self.clause.end)
        if first is None or first[0] != at:
            return self.kind is Kind.PERCENT
        gap = line.text[line.tokens[self.figure].end : line.tokens[at].start]
        return gap in {" ", "-", " “", " ‘"} and (self.kind is not Kind.DURATION or self._is_modifier())

    def _is_modifier(self) -> bool:
        token = self.line.tokens[self.figure]
        return "-" in self.line.text[token.start : token.end] or self.line.at(self.figure - 1) in DETERMINERS

    def _names_a_thing(self, at: int) -> bool:
        found = phrase(self.line, at, self.clause.end)
        if found is None:
            return False
        if self.line.sort(found[0]) is Sort.NAME:
            return found[1] > found[0] + 1 and self.line.labels[self.line.tokens[found[0]].index] is Label.NORP
        head = next((one for one in range(*found) if self.line.at(one) in PREPOSITIONS), found[1])
        words = [self.line.at(one) for one in range(found[0], head) if self.line.sort(one) is Sort.WORD]
        return bool(words) and not HOLDERS_OF_PLACES.intersection(words) and words[0] not in TIME_NOUNS

    def _left(self, verb: Verb | None) -> Tokens | None:
        """What stands before the figure: the noun of "a budget of $3m", the subject of "reached", before a bracket."""
        line, figure = self.line, self.figure
        start = self._start()
        if line.sort(start - 1) is Sort.OPEN:
            return phrase_before(line, start - 1, 0)
        if line.sort(start - 1) is Sort.BREAK and 0 < start <= 8:
            return phrase_before(line, start - 1, 0)
        near = line.at(start)
        if near == "of" and line.sort(start - 1) is Sort.WORD and self.kind is not Kind.DURATION:
            found = phrase_before(line, start, self.clause.head, frozenset({"of", "on", "for"}))
            if found is not None and line.at(found[1] - 1) not in GENERIC:
                return found
        if verb is None:
            return self._beside(start)
        if near == "worth":
            return phrase_before(line, verb.at if verb.base == "be" else start, 0)
        return self._measured(verb, start)

    def _start(self) -> int:
        """The token at which the figure with its small words begins: "at about $3m"."""
        at = self.figure
        while (
            at > self.clause.head
            and self.line.sort(at - 1) is Sort.WORD
            and leads(self.line, at - 1)
            and not is_verb(self.line, at - 1)
        ):
            at -= 1
            if self.line.at(at) == "of":
                break
        while self.line.at(at - 1) in {"at", "worth"} and at > self.clause.head:
            at -= 1
        return at

    def _beside(self, start: int) -> Tokens | None:
        """A noun right before the figure, where no verb is: "clinics $2m"."""
        line = self.line
        if line.at(start) == "worth" or (line.sort(start - 1) is Sort.WORD and start == self.figure):
            if self.kind in {Kind.MONEY, Kind.PERCENT, Kind.RATE} or line.at(start) == "worth":
                found = phrase_before(line, start, self.clause.start)
                return None if found is None or self._is_name(found) else found
        return None

    def _measured(self, verb: Verb, start: int) -> Tokens | None:
        """The subject of a verb that tells how large it is; the object of one that changes or puts it."""
        line = self.line
        near = line.at(start) if start < self.figure else ""
        objects = phrase_before(line, start, verb.at + 1) if start > verb.at + 1 else None
        if self.kind is Kind.DURATION and line.at(verb.at) not in DURATIONS_OF and near != "by":
            return None
        if objects is not None and near in {"at", "to", "by", "from", "for"} and verb.base not in INTRANSITIVE:
            return objects
        level = verb.base in LEVEL or (verb.passive and near in {"at", "by", "to", "from", "for"})
        if level or near == "from" or (verb.base != "go" and near == "by"):
            found = subject_of(line, verb.at, self.clause.head)
            return found
        if near == "for" and verb.base == "sell":
            return objects or subject_of(line, verb.at, self.clause.head)
        return None

    def _beyond(self, verb: Verb | None) -> Tokens | None:
        """What "for", "on", "to" or "from" behind the figure names; else who receives it."""
        line, at, end = self.line, self._next(), self.clause.end
        if self.kind is not Kind.MONEY:
            return None
        behind = verb_behind(line, at, end) if verb is None else None
        here = behind.at + 1 if behind is not None else at
        words = {"for", "on", "towards", "toward", "into", "to", "against"}
        if (verb or behind or Verb(0, "", passive=False)).base in CUTTING:
            words |= {"from"}
        for one in range(here, min(end, here + 14)):
            if line.sort(one) in {Sort.BREAK, Sort.FIGURE, Sort.OPEN} or (one > here and is_verb(line, one)):
                break
            if behind is not None and line.at(one) == "in" and self._names_a_thing(one + 1):
                return phrase(line, one + 1, end)
            if line.at(one) in words and line.sort(one) is Sort.WORD and (found := self._aim(one)) is not None:
                return found
        if verb is not None and any(line.at(one) in {"it", "them", "this"} for one in range(verb.at, self.figure)):
            return None
        if verb is not None and verb.base in RECEIVE:
            found = subject_of(line, verb.at, self.clause.head)
            return None if found is None or self._is_name(found) else found
        if verb is not None and verb.passive and verb.base not in {"fine"}:
            found = subject_of(line, verb.at, self.clause.head)
            return None if found is None or self._is_name(found) else found
        return None

    def _aim(self, at: int) -> Tokens | None:
        """The noun behind the preposition, or the verb with its object behind "to"; None for names and times."""
        line, end = self.line, self.clause.end
        if line.at(at) == "to" and line.at(at + 1) in VERBS and not line.at(at + 1).endswith(("ed", "s")):
            found = phrase(line, at + 2, end)
            return (at + 1, found[1]) if found is not None else None
        found = phrase(line, at + 1, end)
        if found is None or self._is_name(found):
            return None
        return None if line.at(found[0]) in TIME_NOUNS else found

    def _is_name(self, tokens: Tokens) -> bool:
        line, last = self.line, tokens[1] - 1
        if line.sort(last) is not Sort.NAME:
            return False
        return all(
            line.text[line.tokens[at].start].isupper() or line.at(at) in {"and", "or", "the"} for at in range(*tokens)
        )

    def _behind(self, subject: Tokens | None) -> Verb | None:
        """The verb whose subject the figure is: "About 3,000 teachers were hired"."""
        at = self._next()
        if subject is not None and subject[0] >= self.figure:
            at = max(at, subject[1])
        return verb_behind(self.line, at, self.clause.end)
