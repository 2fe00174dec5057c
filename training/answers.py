"""Questions on the sample papers -> the model that says when to answer, and how often it is right at what coverage.

Run from the top folder as ``python -m training.answers [QUESTIONS.jsonl]``. A line is {"question", "says": [words of
the sentences that answer]}; an empty list says that no paper answers. To these are added questions whose year or name
was swapped for another, which no paper answers either. It prints precision and coverage at each threshold, each
question judged by a model that was not fitted to it (ten folds, by question), writes nlp/cite/calibration.json, and
draws the curve into docs/answers.svg. The same files give the same numbers.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from api.evaluation.answers import Likeliest, Point, even, points
from api.library import Library
from api.settings import Settings
from nlp.cite.calibration import MEASURES, measures
from nlp.cite.question import understand
from nlp.cite.refusal import LOOKED_AT, holds_all

SAMPLES = Path("examples/papers")
QUESTIONS = Path("training/questions.jsonl")
OUT = Path("nlp/cite/calibration.json")
CURVE = Path("docs/answers.svg")
FOLDS = 10
EARLIER = 13
"""Years by which a question's year is put back."""
LEAST_REFUSED, LEAST_RIGHT = 0.95, 0.9
"""The threshold is the least at which so many of what no paper answers are refused, and so many answers are right."""


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence weighed for one question."""

    question: int
    values: tuple[float, ...]
    allowed: bool
    """Whether it lacks nothing that the question insists on."""
    right: bool


def main() -> None:
    """Weigh, fit, choose, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, nargs="?", default=QUESTIONS)
    options = parser.parse_args()
    asked = [json.loads(line) for line in options.questions.read_text(encoding="utf-8").splitlines() if line]
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Settings(Path(folder) / "library"), create=True) as library,
    ):
        list(library.add([SAMPLES]))
        asked += list(swapped(asked, {name: even(library.paper(name).text) for name in library.names()}))
        rows = [row for number, each in enumerate(asked) for row in weighed(library, number, each)]
    points = curve(asked, rows)
    for point in points:
        print(f"{point.threshold:.2f}  answered {point.answered:3}  right {point.right:.3f}  "
              f"coverage {point.coverage:.3f}  refused {point.refused:.3f}")  # fmt: skip
    good = [p for p in points if p.refused >= LEAST_REFUSED and p.right >= LEAST_RIGHT]
    write(rows, good[0].threshold)
    draw(points)


def swapped(asked: Sequence[dict[str, Any]], papers: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Questions that no paper answers: the year put back, or a name of two words taken from another paper."""
    told = [(each["question"], understand(each["question"]), _paper(each, papers)) for each in asked if each["says"]]
    named = [(name, paper) for _, about, paper in told for name in about.names if " " in name]
    for number, (text, about, paper) in enumerate(told):
        for year in about.years[:1]:
            yield {"question": text.replace(year, str(int(year) - EARLIER)), "says": []}
        own = next((name for name in about.names if " " in name), None)
        others = [name for name, other in named[number:] + named[:number] if other != paper and name not in text]
        if own is not None and others:
            yield {"question": text.replace(own, others[len(others) // 2]), "says": []}


def _paper(asked: Mapping[str, Any], papers: Mapping[str, str]) -> str | None:
    """The paper that answers."""
    return next((name for name, text in papers.items() if any(even(words) in text for words in asked["says"])), None)


def weighed(library: Library, number: int, asked: Mapping[str, Any]) -> Iterator[Row]:
    """The best sentences of the sample papers for a question."""
    for found, each in library.asking.evidence(asked["question"])[:LOOKED_AT]:
        quote = even(each.sentence.candidate.paper.quote(*each.sentence.shown))
        right = any(even(words) in quote for words in asked["says"])
        yield Row(number, tuple(measures(found, each).values()), holds_all(found), right)


def curve(asked: Sequence[dict[str, Any]], rows: Sequence[Row]) -> list[Point]:
    """Each question judged by a model that has not seen it, at every threshold."""
    values, right, groups = _arrays(rows)
    chance = np.zeros(len(rows))
    for seen, unseen in GroupKFold(FOLDS).split(values, right, groups):
        scaler, model = _fitted(values[seen], right[seen])
        chance[unseen] = model.predict_proba(scaler.transform(values[unseen]))[:, 1]
    best: dict[int, tuple[float, bool]] = {}
    for row, p in zip(rows, chance, strict=True):
        if row.allowed and p > best.get(row.question, (0.0, False))[0]:
            best[row.question] = (float(p), row.right)
    told = [Likeliest(*best.get(number, (0.0, False)), known=bool(each["says"])) for number, each in enumerate(asked)]
    return points(told)


def _arrays(rows: Sequence[Row]) -> tuple[Any, Any, Any]:
    return np.array([r.values for r in rows]), np.array([r.right for r in rows]), np.array([r.question for r in rows])


def _fitted(values: Any, right: Any) -> tuple[StandardScaler, LogisticRegression]:
    scaler = StandardScaler().fit(values)
    return scaler, LogisticRegression(max_iter=1000).fit(scaler.transform(values), right)


def write(rows: Sequence[Row], threshold: float) -> None:
    """The model fitted to all, in the measures' own units."""
    values, right, _ = _arrays(rows)
    scaler, model = _fitted(values, right)
    weights = model.coef_[0] / scaler.scale_
    told = {
        "weights": {name: round(float(weight), 4) for name, weight in zip(MEASURES, weights, strict=True)},
        "bias": round(float(model.intercept_[0] - weights @ scaler.mean_), 4),
        "answered": threshold,
        "related": round(threshold / 2, 4),
    }
    OUT.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def draw(points: Sequence[Point]) -> None:
    """Risk against coverage."""
    figure = Figure(figsize=(5, 3.4), layout="constrained")
    axes = figure.subplots()
    axes.plot([p.coverage for p in points], [1 - p.right for p in points], "o-", color="#1b6ca8")
    for point in points:
        axes.annotate(f"{point.threshold:g}", (point.coverage, 1 - point.right), fontsize=7)
    axes.set(xlabel="coverage of questions that have an answer", ylabel="share of answers that are wrong")
    axes.set_ylim(bottom=0)
    figure.savefig(CURVE, metadata={"Date": None})


if __name__ == "__main__":
    main()
