"""What speaks for and against a sentence -> how likely it is to answer: a logistic model over plain features.

The numbers are in calibration.json, made by `python -m training.answers` from training/questions.jsonl and the
sample papers alone (Kamath et al., 2020, "Selective question answering": a calibrator over plain features refuses
better than any single score). They are read, never run.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from nlp.cite.evidence import Evidence
from nlp.cite.features import Features

MOST_MISSING = 3
"""Words beyond which one more missing says nothing new."""
MEASURES: Mapping[str, Callable[[Features, Evidence], float]] = {
    "meaning": lambda found, _: found.meaning,
    "meaning of the sentence": lambda _, each: each.meaning,
    "coverage": lambda found, _: found.coverage,
    "coverage around": lambda found, _: found.coverage_around,
    "said": lambda found, _: found.said,
    "said there": lambda found, _: found.said_there,
    "fit": lambda found, _: found.fit,
    "words": lambda _, each: each.words,
    "words around": lambda _, each: each.words_around,
    "missing years": lambda found, _: float(bool(found.missing_years)),
    "missing names": lambda found, _: float(bool(found.missing_names)),
    "missing numbers": lambda found, _: float(bool(found.missing_numbers)),
    "missing thing": lambda found, _: float(bool(found.missing_thing)),
    "missing words": lambda found, _: float(min(MOST_MISSING, len(found.missing_words))),
}
"""What is measured of a sentence, in the order of the weights."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fitted model with the thresholds that were chosen on the questions it was fitted to."""

    weights: Mapping[str, float]
    bias: float
    answered: float
    """The probability from which a sentence is shown as an answer."""
    related: float
    """The relation from which it is shown beside a refusal."""

    def probability(self, found: Features, each: Evidence) -> float:
        """How likely the sentence is to answer, from 0 to 1."""
        return self._likely(measures(found, each))

    def relation(self, found: Features, each: Evidence) -> float:
        """How likely it would be to answer if it lacked nothing that the question insists on."""
        told = measures(found, each)
        return self._likely({name: 0.0 if name.startswith("missing") else value for name, value in told.items()})

    def _likely(self, told: Mapping[str, float]) -> float:
        total = self.bias + sum(self.weights[name] * value for name, value in told.items())
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


def measures(found: Features, each: Evidence) -> dict[str, float]:
    """The measures of one sentence."""
    return {name: float(measure(found, each)) for name, measure in MEASURES.items()}


@cache
def calibration() -> Calibration:
    """The one that comes with pincite."""
    told = json.loads((files("nlp.cite") / "calibration.json").read_text(encoding="utf-8"))
    return Calibration(told["weights"], told["bias"], told["answered"], told["related"])
