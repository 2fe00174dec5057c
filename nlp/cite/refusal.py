"""A question and its evidence -> answered, related only, or nothing; and what is missing, in words.

A sentence may answer only if it lacks nothing the question insists on: its years, its names, the kind of
thing it asks for, and enough of its words, the rare ones counting most. Of those the calibration says how likely
each is to answer, and from where on it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.cite.calibration import calibration
from nlp.cite.evidence import Evidence
from nlp.cite.features import Features, Statistics, measure
from nlp.cite.question import Question, Want
from nlp.find.words import terms
from nlp.model import Verdict

THRESHOLDS = {
    "fit": 0.5,
    "said": 0.3,
    "paraphrase": 0.7,
    "behind": 0.1,
}
"""From where on a feature counts; `paraphrase` is the meaning that makes up for words not said, `behind` how much
less of the question a further sentence may cover than the best one."""
SOUGHT: dict[Want, str] = {
    Want.MONEY: "how much money",
    Want.AREA: "how large an area",
    Want.PERCENT: "what percentage",
    Want.RATE: "what rate",
    Want.MASS: "what weight",
    Want.DISTANCE: "how far",
    Want.DURATION: "how long",
    Want.ENERGY: "how much energy",
    Want.COUNT: "how many",
    Want.QUANTITY: "how much",
    Want.DATE: "when",
    Want.PERSON: "who",
    Want.PLACE: "where",
    Want.BODY: "which organisation",
    Want.DEFINITION: "what it means",
    Want.REASON: "why",
    Want.OTHER: "this",
}
"""How a refusal names the kind of thing it did not find."""
LOOKED_AT = 12
"""How many of the best sentences are weighed."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a question."""

    verdict: Verdict
    reason: str | None = None
    """What is missing; None if answered."""
    answering: tuple[Evidence, ...] = ()
    """The sentences that may answer, best first; for RELATED, the nearest that do not."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence with what speaks for and against it, and how likely it is to answer."""

    found: Features
    evidence: Evidence
    probability: float

    @property
    def paper(self) -> str:
        """The paper it stands in."""
        return self.evidence.sentence.candidate.paper.name


def judge(question: Question, evidence: Sequence[Evidence], statistics: Statistics) -> Judgement:
    """Decide whether `evidence`, best first, answers `question`."""
    fitted = calibration()
    measured = [(measure(question, each, statistics), each) for each in evidence[:LOOKED_AT]]
    weighed = [Weighed(found, each, fitted.probability(found, each)) for found, each in measured]
    weighed.sort(key=lambda one: -one.probability)
    answering = [one for one in weighed if holds_all(one.found) and one.probability >= fitted.answered]
    if answering:
        return Judgement(Verdict.ANSWERED, None, _beside_the_best(question, answering))
    reason = gap(question, weighed, statistics)
    related = tuple(one.evidence for one in weighed if fitted.relation(one.found, one.evidence) >= fitted.related)
    return Judgement(Verdict.RELATED if related else Verdict.NOTHING, reason, related)


def _beside_the_best(question: Question, answering: Sequence[Weighed]) -> tuple[Evidence, ...]:
    """The best sentence and those that cover the question about as well, or give another paper's figure for it.

    Papers that disagree seldom use the same words: their figures are shown side by side, not the best-worded one.
    """
    best = answering[0]
    least = best.found.coverage_around - THRESHOLDS["behind"]
    return tuple(
        one.evidence
        for one in answering
        if one.found.coverage_around >= least or (question.kinds and one.paper != best.paper)
    )


def holds_all(found: Features) -> bool:
    """Whether nothing the question insists on is missing."""
    spoken = found.said >= THRESHOLDS["said"] or found.meaning >= THRESHOLDS["paraphrase"]
    return not found.missing and spoken and found.fit >= THRESHOLDS["fit"]


def gap(question: Question, weighed: Sequence[Weighed], statistics: Statistics) -> str:
    """What is missing, in words; `weighed` are the nearest sentences, likeliest first."""
    if unknown := _unknown(question, [one.found for one in weighed], statistics):
        return f"no passage mentions {_listed(unknown)}"
    likely = min(weighed, key=_lacks, default=None)
    if likely is None:
        return "there is no passage to look in"
    nearest = likely.found
    if apart := nearest.missing:
        others = _rarest(question, statistics, without=apart)
        together = f" together with {_listed(others)}" if others else ""
        return f"no passage found mentions {_listed(apart)}{together}"
    if nearest.fit < THRESHOLDS["fit"]:
        return f"nothing found says {_sought(question)}"
    if nearest.missing_words:
        return f"no passage found mentions {_listed(nearest.missing_words[:2])} in this connection"
    return "nothing found is close enough to the question"


def _lacks(one: Weighed) -> tuple[int, float]:
    """How much a sentence lacks of an answer; among equals the likelier lacks less."""
    found = one.found
    below = (found.said < THRESHOLDS["said"], found.fit < THRESHOLDS["fit"], one.probability < calibration().answered)
    return len(found.missing) + sum(below), -one.probability


def _unknown(question: Question, found: Sequence[Features], statistics: Statistics) -> tuple[str, ...]:
    """What the question insists on and no passage of the library has a word of."""
    missing = dict.fromkeys(each for near in found for each in near.missing)
    asked = missing if found else dict.fromkeys(question.years + question.names + question.numbers + question.thing)
    return tuple(x for x in asked if not all(map(statistics.document_frequency, terms(x))))


def _rarest(question: Question, statistics: Statistics, without: Sequence[str] = ()) -> tuple[str, ...]:
    """The two rarest words of the question, in its order."""
    taken = {term for each in without for term in terms(each)}
    words = {word: statistics.weight(term) for word, term in question.words if term not in taken}
    rarest = sorted(words, key=lambda word: -words[word])[:2]
    return tuple(word for word in words if word in rarest)


def _sought(question: Question) -> str:
    counted = re.search(r"\bhow (?:many|much) [\w-]+", question.text, re.IGNORECASE)
    return counted.group().lower() if counted and question.want is not Want.MONEY else SOUGHT[question.want]


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
