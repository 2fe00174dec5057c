"""Questions with the words that answer them -> how often `ask` is right, at what coverage, and how well it refuses.

Each question has one likeliest sentence; at each threshold it is shown or not (risk and coverage: El-Yaniv and
Wiener, 2010, "On the foundations of noise-free selective classification").
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from api.records import Record
from corpus.errors import UnreadableFileError
from nlp.cite.calibration import calibration
from nlp.cite.refusal import LOOKED_AT, holds_all

if TYPE_CHECKING:
    from api.library import Library

THRESHOLDS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and words of the sentences that answer it; none if nothing in the library does."""

    text: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeliest:
    """What is known of a question's likeliest sentence; 0 where no sentence may answer."""

    probability: float
    right: bool
    known: bool
    """Whether the library has an answer."""


@dataclass(frozen=True, slots=True)
class Point:
    """What comes of one threshold; None where there is nothing to count."""

    threshold: float
    answered: int
    right: float | None
    """The share of what is answered that is answered rightly."""
    coverage: float | None
    """The share of the questions with an answer that get one, right or wrong."""
    refused: float | None
    """The share of those without an answer that are refused."""


def read_questions(path: Path) -> tuple[list[Question], list[str]]:
    """The questions in a file of JSON lines {"question", "says": [...]}, and a sentence on each line that is none.

    Raises UnreadableFileError.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as fault:
        raise UnreadableFileError(f"{path} cannot be read: {(fault.strerror or str(fault)).lower()}.") from fault
    except UnicodeDecodeError as fault:
        raise UnreadableFileError(f"{path} is not UTF-8: save it again as UTF-8.") from fault
    found, problems = [], []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_question(line))
            except ValueError as fault:
                problems.append(f"line {number} of {path} is left out: {fault}.")
    return found, problems


def _question(line: str) -> Question:
    try:
        told = json.loads(line)
    except json.JSONDecodeError as fault:
        raise ValueError(f"it is not JSON ({fault.msg} at column {fault.colno})") from None
    text = told.get("question") if isinstance(told, dict) else None
    says = told.get("says", []) if isinstance(told, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise ValueError('it is no object with a "question"')
    if not isinstance(says, list) or not all(isinstance(words, str) and words.strip() for words in says):
        raise ValueError('its "says" is no list of words that answer')
    return Question(text, tuple(says))


def likeliest(library: Library, question: Question) -> Likeliest:
    """Ask one question: its likeliest sentence of those that lack nothing it insists on. Raises BadQueryError."""
    best = Likeliest(0.0, right=False, known=bool(question.says))
    for found, each in library.asking.evidence(question.text)[:LOOKED_AT]:
        chance = calibration().probability(found, each)
        if holds_all(found) and chance > best.probability:
            quote = even(each.sentence.candidate.paper.quote(*each.sentence.shown))
            best = Likeliest(chance, any(even(words) in quote for words in question.says), best.known)
    return best


def points(told: Sequence[Likeliest], thresholds: Sequence[float] = THRESHOLDS) -> list[Point]:
    """What comes of each threshold."""
    return [_point(told, threshold) for threshold in thresholds]


def _point(told: Sequence[Likeliest], threshold: float) -> Point:
    shown = [one.right for one in told if one.probability > threshold]
    with_answer = [one.probability > threshold for one in told if one.known]
    without = [one.probability <= threshold for one in told if not one.known]
    return Point(threshold, len(shown), _share(shown), _share(with_answer), _share(without))


def _share(told: Sequence[bool]) -> float | None:
    return sum(told) / len(told) if told else None


def answer_records(library: Library, questions: Sequence[Question]) -> Iterator[Record]:
    """A record for each threshold; `in_use` marks the one that `ask` has."""
    used = calibration().answered
    for point in points([likeliest(library, each) for each in questions], sorted({*THRESHOLDS, used})):
        yield {
            "threshold": point.threshold,
            "in_use": point.threshold == used,
            "questions": len(questions),
            "answered": point.answered,
            "right": point.right,
            "coverage": point.coverage,
            "refused": point.refused,
        }


def even(words: str) -> str:
    """White space as one space."""
    return " ".join(words.split())
