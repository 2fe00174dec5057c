"""A question and one sentence -> the plain features that speak for and against it as the answer."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from nlp.cite.candidates import Sentence
from nlp.cite.evidence import Evidence
from nlp.cite.names import speaks_of, years
from nlp.cite.question import Question, Want
from nlp.find.words import terms
from nlp.model import Label

SUBJECT = 1000
FEWEST = 6
"""A paper that has a name once in SUBJECT characters, and FEWEST times at least, is about it."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the library knows about its words."""

    passages: int
    """How many it holds."""
    document_frequency: Callable[[str], int]
    """In how many of them an index term stands."""

    def weight(self, term: str) -> float:
        """The term's inverse document frequency, above 0; one that no passage has weighs like one in three."""
        n = min(max(self.document_frequency(term), 3), self.passages)
        return math.log1p((self.passages - n + 0.5) / (n + 0.5))


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for and against one sentence as the answer."""

    meaning: float
    coverage: float
    """The share of the question's words that stand in the sentence, weighted by rarity."""
    coverage_around: float
    """The same in its window, heading and title."""
    said: float
    """The same of those words that are neither name nor year: what is said of the things named."""
    said_there: float
    """The same in the sentence alone."""
    fit: float
    missing_years: tuple[str, ...]
    missing_names: tuple[str, ...]
    missing_numbers: tuple[str, ...]
    missing_thing: tuple[str, ...]
    """What is to be counted or measured, if none of its words stands in the sentence or before it."""
    missing_words: tuple[str, ...]
    """Words of the question that stand nowhere around, the rarest first."""

    @property
    def missing(self) -> tuple[str, ...]:
        """All that the question insists on and the sentence lacks."""
        return self.missing_years + self.missing_names + self.missing_numbers + self.missing_thing


def measure(question: Question, evidence: Evidence, statistics: Statistics) -> Features:
    """Measure one sentence against the question."""
    sentence = evidence.sentence
    wide = f"{sentence.candidate.above} {sentence.around}"
    passage = f"{sentence.candidate.above} {sentence.earlier} {sentence.text} {sentence.after}"
    near = _covered(question, sentence.told, sentence.entities)
    around = near | _covered(question, wide, ())
    weights = {term: statistics.weight(term) for term in question.terms}
    total = sum(weights.values()) or 1.0
    rarest = sorted(question.words, key=lambda pair: -weights[pair[1]])
    return Features(
        meaning=max(evidence.meaning, evidence.meaning_around),
        coverage=sum(weights[term] for term in near) / total,
        coverage_around=sum(weights[term] for term in around) / total,
        said=_said(question, around | _covered(question, passage, ()), weights),
        said_there=_said(question, near, weights),
        fit=evidence.fit,
        missing_years=_missing_years(question, sentence),
        missing_names=tuple(name for name in question.names if not _has_name(name, question, sentence)),
        missing_numbers=tuple(n for n in question.numbers if set(terms(n)).isdisjoint(terms(wide))),
        missing_thing=_missing_thing(question, sentence),
        missing_words=tuple(dict.fromkeys(word for word, term in rarest if term not in around)),
    )


def _covered(question: Question, text: str, also: Iterable[str]) -> set[str]:
    """Those of the question's terms that stand in `text` or one of the names in `also`."""
    held = set(terms(" ".join((text, *also))))
    return {term for word, term in question.words if term in held or _same_name(word, text)}


def _same_name(word: str, text: str) -> bool:
    return word[0].isupper() and speaks_of(word, text)


def _said(question: Question, around: set[str], weights: Mapping[str, float]) -> float:
    named = {term for each in question.names + question.years for term in terms(each)}
    others = [term for term in question.terms if term not in named]
    return sum(weights[t] for t in others if t in around) / (sum(weights[t] for t in others) or 1.0) if others else 1.0


def _missing_years(question: Question, sentence: Sentence) -> tuple[str, ...]:
    """Asked years that neither the sentence states nor, if it states no other, what stands around it."""
    stated = set(years(sentence.text))
    if not stated - set(question.years):
        stated |= set(years(f"{sentence.before} {sentence.candidate.above}"))
    return tuple(year for year in question.years if year not in stated)


def _has_name(name: str, question: Question, sentence: Sentence) -> bool:
    """Whether the sentence speaks of `name`, or what stands before and above it does.

    A figure belongs to the nearest place, so a sentence that names another place than the asked one is not
    trusted with one; for other questions a name further off than the sentence before is none.
    """
    if speaks_of(name, sentence.text, sentence.entities) or _meant(name, sentence):
        return True
    above = sentence.candidate.above
    if not question.kinds:
        near = speaks_of(name, f"{above} {sentence.before}")
        return near or (not question.topic and _about(name, sentence))
    if _is_place(name, sentence) and any(
        m.label is Label.GPE and not speaks_of(m.entity, question.text) for m in sentence.mentions
    ):
        return False
    return speaks_of(name, f"{above} {sentence.earlier}") or _about(name, sentence)


def _is_place(name: str, sentence: Sentence) -> bool:
    """Whether it may be one, as far as the passage tells."""
    labels = {mention.label for mention in sentence.candidate.mentions if speaks_of(name, mention.entity)}
    return not labels or not labels.isdisjoint({Label.GPE, Label.LOC, Label.NORP})


def _meant(name: str, sentence: Sentence) -> bool:
    """Whether it says "the Compact" in a paper that has the whole name."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    short = " " in name and re.search(rf"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir) {last}\b", sentence.text)
    return bool(short) and len(_places(name, sentence)) > 0


def _about(name: str, sentence: Sentence) -> bool:
    """Whether the paper is about `name`: it stands there all the time, so that a sentence need not repeat it."""
    times = len(_places(name, sentence))
    return times >= FEWEST and times * SUBJECT >= len(sentence.candidate.paper.text)


def _places(name: str, sentence: Sentence) -> list[str]:
    pattern = r"\s+".join(map(re.escape, name.split()))
    return re.findall(rf"\b{pattern}\b", sentence.candidate.paper.text)


def _missing_thing(question: Question, sentence: Sentence) -> tuple[str, ...]:
    """What is asked about, as far as it is neither in the sentence, nor before or above it, nor a unit."""
    units = " ".join(figure.unit for figure in sentence.figures)
    text = f"{sentence.candidate.above} {sentence.before} {sentence.text} {units}"
    held = set(terms(text))
    lacking = tuple(w for w in _things(question) if held.isdisjoint(terms(w)) and not _same_name(w, text))
    whole = question.want is Want.DEFINITION
    return lacking if whole or len(lacking) == len(question.thing) else ()


def _things(question: Question) -> tuple[str, ...]:
    """What is counted or measured, of which one word will do; or what is to be defined, of which all must."""
    return tuple(w for w, _ in question.words) if question.want is Want.DEFINITION else question.thing
