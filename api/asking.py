"""A question -> the sentences of a library that may answer it, weighed, and the answer or refusal that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from api.loaded import Loaded
from nlp.cite.answer import answer
from nlp.cite.candidates import Candidate
from nlp.cite.evidence import Evidence, gather
from nlp.cite.features import Features, Statistics, measure
from nlp.cite.question import understand
from nlp.engines import Encoder, Keyword
from nlp.model import Answer, Citation
from nlp.query.reading import plain

if TYPE_CHECKING:
    from api.library import Library

CANDIDATES = 20
"""Passages whose sentences are weighed."""


class Asking:
    """How a library is asked."""

    def __init__(self, library: Library, loaded: Callable[[str], Loaded], encoder: Encoder, keyword: Keyword) -> None:
        """`loaded`: a paper of the library with its layers."""
        self._library = library
        self._loaded = loaded
        self._encoder = encoder
        self._keyword = keyword

    def answer(self, question: str, papers: Iterable[str] = ()) -> Answer:
        """As `Library.ask`."""
        return answer(question, self._candidates(question, papers), self._encoder, self._statistics)

    def evidence(self, question: str, papers: Iterable[str] = ()) -> list[tuple[Features, Evidence]]:
        """The sentences that are weighed for an answer, best first, with what speaks for and against each."""
        asked = understand(question)
        found = gather(asked, self._candidates(question, papers), self._encoder)
        return [(measure(asked, each, self._statistics), each) for each in found]

    def passages(self, answer: Answer, papers: Iterable[str] = ()) -> list[Candidate]:
        """The passages that an answer's sentences stand in, in its order, then the others that were weighed."""
        found = self._candidates(answer.question, papers)
        cited = [citation for statement in answer.statements for citation in statement.citations]
        first = [one for citation in cited for one in found if _stands_in(citation, one)]
        return [*{id(one): one for one in (*first, *found)}.values()]

    def passage(self, paper: str, spans: Sequence[tuple[int, int]]) -> Candidate | None:
        """The passage of a paper that has these spans; None if it has none such. Raises NoSuchPaperError."""
        loaded = self._loaded(paper)
        wanted = [*spans]
        found = (each for each in loaded.passages if [tuple(span) for span in each.spans] == wanted)
        passage = next(found, None)
        return None if passage is None else loaded.candidate(passage, 0.0)

    @property
    def _statistics(self) -> Statistics:
        return Statistics(self._keyword.count(), self._keyword.frequency)

    def _candidates(self, question: str, papers: Iterable[str]) -> list[Candidate]:
        # Without late interaction: what counts as evidence was weighed with the scores of both legs.
        hits = self._library.search(plain(question), k=CANDIDATES, papers=papers, late=False)
        loaded = {name: self._loaded(name) for name in dict.fromkeys(paper.name for paper, _ in hits)}
        return [loaded[paper.name].candidate(hit.passage, hit.score) for paper, hit in hits]


def _stands_in(citation: Citation, one: Candidate) -> bool:
    start = citation.spans[0].start
    return citation.paper == one.paper.name and any(span.start <= start < span.end for span in one.passage.spans)
