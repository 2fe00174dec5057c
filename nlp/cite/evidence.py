"""A question and candidate passages -> their sentences, each with how well it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from corpus.model import YEAR
from nlp.cite.candidates import Candidate, Sentence, split
from nlp.cite.names import speaks_of, years
from nlp.cite.question import LABELS, Question, Want
from nlp.engines import Encoder, Vectors
from nlp.find.bm25 import rank
from nlp.find.words import terms
from nlp.model import Kind, Label

WEIGHTS = {"meaning": 1.0, "meaning_around": 0.5, "words": 0.5, "words_around": 0.25, "fit": 0.25}
"""What each leg counts for in a sentence's score; every leg lies between 0 and 1."""

NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half)\b",
    re.IGNORECASE,
)
CAUSE = re.compile(
    r"""\b(?: because | due\ to | owing\ to | thanks\ to | as\ a\ result | result(?:s|ed)?\ (?:of|from|in) | caus\w+
    | led\ to | stem\w*\ from | in\ order\ to | driven\ by | attribut\w+\ to | reasons? | explain\w* | given\ that
    | on\ account\ of | consequen\w+ | so\ that | since | therefore | thus | hence | follow(?:ed|ing|s)
    | reflect\w* )\b""",
    re.VERBOSE | re.IGNORECASE,
)
MEANING = re.compile(
    r"""\b(?: is|are|was|were )\ (?:an?|the)\b | \bmeans?\b | \brefer(?:s|red)?\ to\b | \bdefined?\ as\b | \bknown\ as\b
    | \bstands?\ for\b | \bcalled\b | [(,–—-]\ ?(?:an?|the)\ \w | \w\ \((?:the\ )?[A-Z]""",
    re.VERBOSE,
)
STANDS_FOR = re.compile(
    r"""\bstands?\ for\b | \w\ \( | \) | \bmeans\b | \bshort\ for\b   # "the Coast Agency (CA)"
    | ,\ or\ (?:the\ )?[A-Z][\w-]+ | ^\W*[A-Z][\w-]{1,9}\s?[:=–—]\s""",  # "the Coast Agency, or CA"; "CA: Coast Agency"
    re.VERBOSE,
)
DAY = re.compile(
    r"""\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)
    |Nov(?:ember|\.)|Dec(?:ember|\.)) (?!\w) | \b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b | \b(?:1[5-9]|20)\d0s\b""",
    re.VERBOSE,
)
TOTAL = re.compile(r"\b(?:total|all|sum|overall|together)\b", re.IGNORECASE)
LOOSE = frozenset({Kind.COUNT, Kind.RATE})
"""Kinds that may be printed without a sign or unit, so that a bare number may be one."""
CAPITAL = re.compile(r"(?<![.!?•*–-]\s)(?<!^)\b[A-Z][\w-]+")


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A sentence with its worth for one question; every leg lies between 0 and 1."""

    sentence: Sentence
    meaning: float
    """Cosine of sentence and question, not below 0."""
    meaning_around: float
    """The same for the mean of its vector and its neighbours'."""
    words: float
    """BM25 among all candidate sentences, as a share of the best one's."""
    words_around: float
    """The same with its neighbours, heading and title."""
    fit: float
    """Whether it holds what is asked for: 1 a figure of that kind, a date, a name; 0.5 something like it."""
    vector: NDArray[np.float32] = field(repr=False)

    @property
    def score(self) -> float:
        """The weighted sum of the legs."""
        return sum(weight * float(getattr(self, leg)) for leg, weight in WEIGHTS.items())


def gather(question: Question, candidates: Sequence[Candidate], encoder: Encoder) -> list[Evidence]:
    """Every sentence of `candidates` with its worth, best first; ties in order of paper and place.

    Method: cosine and BM25, each of the sentence and of its window of one sentence either way, and answer type.
    """
    passages = split(candidates)
    found = [sentence for passage in passages for sentence in passage]
    if not found:
        return []
    vectors = encoder.encode([question.text, *(sentence.told for sentence in found)])
    asked, rows = vectors[0], vectors[1:]
    windows = _windows(rows, [len(passage) for passage in passages])
    own, wide = [terms(s.text) for s in found], [terms(f"{s.candidate.above} {s.around}") for s in found]
    legs = zip(
        found,
        np.clip(rows @ asked, 0, 1),
        np.clip(windows @ asked, 0, 1),
        _shares(rank(own, question.terms)),
        _shares(rank(wide, question.terms)),
        rows,
        strict=True,
    )
    evidence = [
        Evidence(sentence, float(near), float(near_around), words, words_around, fit(question, sentence), row)
        for sentence, near, near_around, words, words_around, row in legs
    ]
    return sorted(evidence, key=lambda e: (-round(e.score, 6), e.sentence.candidate.paper.name, e.sentence.spans))


def fit(question: Question, sentence: Sentence) -> float:
    """How far `sentence` holds the kind of thing asked for: 1, 0.5 (something like it) or 0.

    A question of no particular kind is fitted by every sentence that is more than the name of a source.
    """
    if sentence.refers:
        return 0.0
    if not _of_row(question, sentence):
        return 0.0
    if question.kinds:
        return _fits_figure(question, sentence)
    if labels := LABELS.get(question.want):
        return _fits_name(question, sentence, labels)
    return _fits_words(question, sentence.text)


def _fits_words(question: Question, text: str) -> float:
    match question.want:
        case Want.DATE:
            return 1.0 if set(years(text)) - set(question.years) else 0.5 * bool(DAY.search(text))
        case Want.REASON:
            return 1.0 if CAUSE.search(text) else 0.5
        case Want.DEFINITION:
            return float(bool((STANDS_FOR if "stand" in question.text else MEANING).search(text)))
        case _:
            return 1.0


def _fits_figure(question: Question, sentence: Sentence) -> float:
    asked = question.text.casefold()
    printed = sentence.candidate.paper.quote
    # A figure that the question names itself ("the four stations") is not the one it asks for.
    new = (figure for figure in sentence.figures if printed(figure.span).casefold() not in asked)
    answering = [figure for figure in new if figure.kind in question.kinds]
    if any(figure.kind is not Kind.COUNT or _counts(figure.unit, question) for figure in answering):
        return 1.0
    loose = question.kinds & LOOSE and NUMBER.search(YEAR.sub(" ", sentence.text))
    return 0.75 if answering else 0.5 * bool(loose)


def _of_row(question: Question, sentence: Sentence) -> bool:
    """Whether the question asks for the row that this is: by its label, or for the total. Prose is no row."""
    if sentence.label is None or not sentence.label:
        return sentence.label is None
    asked = set(question.terms)
    return bool(TOTAL.search(sentence.label)) or not asked.isdisjoint(terms(sentence.label))


def _counts(unit: str, question: Question) -> bool:
    """Whether the thing counted is the one asked for."""
    return not set(terms(unit)).isdisjoint(question.terms)


def _fits_name(question: Question, sentence: Sentence, labels: frozenset[Label]) -> float:
    named = (m for m in sentence.mentions if m.label in labels)
    if any(not speaks_of(mention.entity, question.text) for mention in named):
        return 1.0
    return 0.5 * any(not speaks_of(word, question.text) for word in CAPITAL.findall(sentence.text))


def _windows(rows: Vectors, lengths: Sequence[int]) -> Vectors:
    """For each row the unit mean of it and its neighbours in the same passage."""
    windows = rows.copy()
    at = 0
    for length in lengths:
        for row in range(at, at + length):
            mean = rows[max(at, row - 1) : min(at + length, row + 2)].mean(axis=0)
            windows[row] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        at += length
    return windows


def _shares(scores: Sequence[float]) -> list[float]:
    """Each score as a share of the highest; all 0 if none is above 0."""
    top = max(scores)
    return [max(0.0, score) / top if top > 0 else 0.0 for score in scores]
