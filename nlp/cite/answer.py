"""A question and candidate passages -> an Answer of verbatim sentences with citations that hold, or a refusal.

Nothing is composed: each statement is a quotation. Different figures stand side by side; the same figure
from two papers is one statement with two citations.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Spans
from nlp.cite.candidates import Candidate
from nlp.cite.evidence import Evidence, gather
from nlp.cite.features import Statistics
from nlp.cite.question import Question, understand
from nlp.cite.quote import cite
from nlp.cite.refusal import Judgement, judge
from nlp.engines import Encoder
from nlp.model import Answer, Citation, Figure, Kind, Statement, Verdict

MOST = {True: 3, False: 5}
"""How many sentences an answer has at most, for a question for a figure and for any other."""
MOST_A_PAPER = 2
"""... and how many of one paper, if more than one answers."""
MOST_RELATED = 3
LAMBDA = 0.7
"""The weight of worth against likeness to what is already chosen (maximal marginal relevance)."""
CLOSE_TO_BEST = {True: 0.65, False: 0.93}
"""The share of the best sentence's score below which a further one is not worth showing: a different figure is
worth more room than another sentence of an account."""
ALIKE = 0.8
"""The cosine from which two sentences may say the same."""

Amount = tuple[Kind, float, float, str]


def answer(question: str, candidates: Sequence[Candidate], encoder: Encoder, statistics: Statistics) -> Answer:
    """The sentences of `candidates` that answer `question`, best first; or a refusal that says what is missing.

    Every citation holds in its paper; a sentence whose citation would not is left out.
    """
    asked = understand(question)
    judged = judge(asked, gather(asked, candidates, encoder), statistics)
    if judged.verdict is Verdict.ANSWERED and (statements := _statements(asked, judged.answering)):
        return Answer(question, Verdict.ANSWERED, statements)
    return _refusal(question, judged)


def _refusal(question: str, judged: Judgement) -> Answer:
    nearest = (_citation(each) for each in judged.answering[:MOST_RELATED])
    return Answer(question, judged.verdict, reason=judged.reason, related=tuple(filter(None, nearest)))


def choose(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences to show, the best first and the others by paper and place.

    Method: maximal marginal relevance; one that is like a chosen sentence is left out only if it adds neither a
    figure nor a name.
    """
    papers = {each.sentence.candidate.paper.name for each in evidence}
    room = dict.fromkeys(papers, MOST_A_PAPER if len(papers) > 1 else max(MOST.values()))
    best = evidence[0]
    least = CLOSE_TO_BEST[bool(question.kinds)] * best.score
    left = [e for e in evidence[1:] if e.score >= least and e.fit >= best.fit]
    chosen = [best]
    room[best.sentence.candidate.paper.name] -= 1
    while left and len(chosen) < MOST[bool(question.kinds)]:
        following = max(left, key=lambda each: LAMBDA * each.score - (1 - LAMBDA) * _likeness(each, chosen))
        left.remove(following)
        name = following.sentence.candidate.paper.name
        bears_out = any(_corroborates(question, each, following) for each in chosen)
        if room[name] and not _overlaps(following, chosen) and (bears_out or not _repeats(following, chosen)):
            chosen.append(following)
            room[name] -= 1
    return [best, *sorted(chosen[1:], key=_place)]


def _statements(question: Question, evidence: Sequence[Evidence]) -> tuple[Statement, ...]:
    """One statement a chosen sentence, but for those that only bear another one out."""
    found: list[tuple[Evidence, list[Citation]]] = []
    for each in choose(question, evidence):
        if (citation := _citation(each)) is None:
            continue
        same = next((citations for first, citations in found if _corroborates(question, first, each)), None)
        if same is None:
            found.append((each, [citation]))
        else:
            same.append(citation)
    return tuple(
        Statement(citations[0].quote, tuple(citations), _asked_for(question, first)) for first, citations in found
    )


def _asked_for(question: Question, evidence: Evidence) -> tuple[Figure, ...]:
    return tuple(figure for figure in evidence.sentence.figures if figure.kind in question.kinds)


def _citation(evidence: Evidence) -> Citation | None:
    sentence, candidate = evidence.sentence, evidence.sentence.candidate
    number, note = sentence.paragraph, candidate.note
    return cite(candidate.paper, candidate.passage, sentence.shown, paragraph=number, note=note)


def _corroborates(question: Question, one: Evidence, other: Evidence) -> bool:
    """Whether two papers give the same figures, of the kind asked for."""
    amounts = _amounts(question, one)
    apart = one.sentence.candidate.paper.name != other.sentence.candidate.paper.name
    return apart and bool(amounts) and amounts == _amounts(question, other)


def _amounts(question: Question, evidence: Evidence) -> set[Amount]:
    figures = (f for f in evidence.sentence.figures if f.kind in question.kinds)
    return {(f.kind, f.low, f.high, f.unit) for f in figures}


def _repeats(evidence: Evidence, chosen: Sequence[Evidence]) -> bool:
    """Whether it is like a chosen sentence of any paper and has no figure and no name that is not shown yet."""
    shown = {(f.kind, f.low, f.high, f.unit) for each in chosen for f in each.sentence.figures}
    named = {entity for each in chosen for entity in each.sentence.entities}
    figures = {(f.kind, f.low, f.high, f.unit) for f in evidence.sentence.figures}
    return _likeness(evidence, chosen) >= ALIKE and figures <= shown and evidence.sentence.entities <= named


def _overlaps(evidence: Evidence, chosen: Sequence[Evidence]) -> bool:
    """Whether words of it are shown already: as the sentence before a pronoun, or the head of a table."""
    name = evidence.sentence.candidate.paper.name
    shown = [span for e in chosen if e.sentence.candidate.paper.name == name for span in e.sentence.shown]
    return any(span.overlaps(other) for span in evidence.sentence.shown for other in shown)


def _likeness(evidence: Evidence, chosen: Sequence[Evidence]) -> float:
    return max(float(evidence.vector @ each.vector) for each in chosen)


def _place(evidence: Evidence) -> tuple[str, Spans]:
    return evidence.sentence.candidate.paper.name, evidence.sentence.spans
