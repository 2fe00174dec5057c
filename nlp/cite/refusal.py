"""A question and its evidence -> answered, related only, or nothing; and what is missing, in words.

A sentence may answer only if it lacks nothing the question insists on: its years, its names, the kind of
thing it asks for, and enough of its words, the rare ones counting most. All features are plain to read, and
`support` is the one place where they become a number, so that a fitted model can take its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.cite.evidence import Evidence
from nlp.cite.features import Features, Statistics, measure
from nlp.cite.question import Question, Want
from nlp.find.words import terms
from nlp.model import Verdict

THRESHOLDS = {
    "fit": 0.5,
    "said": 0.3,
    "paraphrase": 0.7,
    "support": 0.55,
    "related": 0.3,
    "behind": 0.1,
}
"""From where on a feature counts; `paraphrase` is the meaning that makes up for words not said, `behind` how much
less of the question a further sentence may cover than the best one."""
SUPPORT = {"meaning": 0.45, "coverage": 0.2, "coverage_around": 0.2, "fit": 0.15}
"""The weight of each feature in `support`; together 1."""
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


def judge(question: Question, evidence: Sequence[Evidence], statistics: Statistics) -> Judgement:
    """Decide whether `evidence`, best first, answers `question`."""
    near = evidence[:LOOKED_AT]
    weighed = [(measure(question, each, statistics), each) for each in near]
    answering = [
        (found, each) for found, each in weighed if holds_all(found) and support(found) >= THRESHOLDS["support"]
    ]
    if answering:
        return Judgement(Verdict.ANSWERED, None, _beside_the_best(question, answering))
    reason = gap(question, [found for found, _ in weighed], statistics)
    if any(relates(found) for found, _ in weighed):
        return Judgement(Verdict.RELATED, reason, tuple(each for found, each in weighed if relates(found)))
    return Judgement(Verdict.NOTHING, reason)


def _beside_the_best(question: Question, answering: Sequence[tuple[Features, Evidence]]) -> tuple[Evidence, ...]:
    """The best sentence and those that cover the question about as well, or give another paper's figure for it.

    Papers that disagree seldom use the same words: their figures are shown side by side, not the best-worded one.
    """
    first, best = answering[0]
    least = first.coverage_around - THRESHOLDS["behind"]
    own = best.sentence.candidate.paper.name
    return tuple(
        each
        for found, each in answering
        if found.coverage_around >= least or (question.kinds and each.sentence.candidate.paper.name != own)
    )


def holds_all(found: Features) -> bool:
    """Whether nothing the question insists on is missing."""
    spoken = found.said >= THRESHOLDS["said"] or found.meaning >= THRESHOLDS["paraphrase"]
    return not found.missing and spoken and found.fit >= THRESHOLDS["fit"]


def support(found: Features) -> float:
    """How well the sentence answers, from 0 to 1."""
    return sum(weight * float(getattr(found, name)) for name, weight in SUPPORT.items())


def relates(found: Features) -> bool:
    """Whether the sentence is worth showing beside a refusal."""
    return support(found) >= THRESHOLDS["related"]


def gap(question: Question, found: Sequence[Features], statistics: Statistics) -> str:
    """What is missing, in words; `found` are the features of the nearest sentences, best first."""
    if unknown := _unknown(question, found, statistics):
        return f"no passage mentions {_listed(unknown)}"
    nearest = min(found, key=_lacks, default=None)
    if nearest is None:
        return "there is no passage to look in"
    if apart := nearest.missing:
        others = _rarest(question, statistics, without=apart)
        together = f" together with {_listed(others)}" if others else ""
        return f"no passage found mentions {_listed(apart)}{together}"
    if nearest.fit < THRESHOLDS["fit"]:
        return f"nothing found says {_sought(question)}"
    if nearest.missing_words:
        return f"no passage found mentions {_listed(nearest.missing_words[:2])} in this connection"
    return "nothing found is close enough to the question"


def _lacks(found: Features) -> tuple[int, float]:
    """How much a sentence lacks of an answer; among equals the better supported lacks less."""
    below = (found.said < THRESHOLDS["said"], found.fit < THRESHOLDS["fit"], support(found) < THRESHOLDS["support"])
    return len(found.missing) + sum(below), -support(found)


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


__all__ = ["Judgement", "Statistics", "gap", "judge", "support"]
