"""A library and judged queries -> how good each way of asking is, and whether they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.evaluation.comparison import TEST, Compared, compared
from api.evaluation.judgements import Judged
from api.evaluation.measures import measured
from api.evaluation.ways import DEFAULT, way
from corpus.errors import BadQueryError

if TYPE_CHECKING:
    from api.library import Library
    from api.records import Record


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One way of asking: its measures for each query, in the order of the queries."""

    way: str
    measures: Sequence[Mapping[str, float]]
    refused: Mapping[str, str]
    """Query -> why it could not be asked; it counts as nothing found."""

    def mean(self, name: str) -> float:
        """The mean of a measure over all queries."""
        return sum(one[name] for one in self.measures) / max(1, len(self.measures))


def evaluate(library: Library, queries: Sequence[Judged], ways: Sequence[str] = (), k: int = 10) -> list[Evaluation]:
    """Ask every query in every one of `ways` ("mode=words", "late=off"; none: as the settings are), and measure.

    Raises BadQueryError for a way that there is not. A query that cannot be read counts as one that found nothing.
    """
    asked = {typed: way(typed) for typed in ways or (DEFAULT,)}
    found = []
    for typed, options in asked.items():
        measures, refused = [], {}
        for one in queries:
            try:
                hits = library.search(one.query, k=k, **options)
                results = [(paper.name, hit.passage.spans) for paper, hit in hits]
            except BadQueryError as error:
                refused[one.id], results = str(error), []
            measures.append(measured(one, results, k))
        found.append(Evaluation(typed, measures, refused))
    return found


def summary_records(evaluations: Sequence[Evaluation]) -> Iterator[Record]:
    """A record for each way and measure: its mean, and how it compares with the first way."""
    first = evaluations[0]
    for one in evaluations:
        for name in one.measures[0] if one.measures else ():
            own, its = [m[name] for m in one.measures], [m[name] for m in first.measures]
            against = None if one is first else compared(own, its)
            yield {
                "setting": one.way,
                "measure": name,
                "queries": len(one.measures),
                "mean": one.mean(name),
                **(Compared(*[None] * 4) if against is None else against)._asdict(),  # type: ignore[arg-type]
                "test": None if against is None else f"{TEST} against {first.way}",
            }


def query_records(evaluations: Sequence[Evaluation], queries: Sequence[Judged]) -> Iterator[Record]:
    """A record for each way and query."""
    for one in evaluations:
        for query, measures in zip(queries, one.measures, strict=True):
            yield {
                "setting": one.way,
                "id": query.id,
                "query": query.query,
                "relevant": len(query.relevant),
                **measures,
                "error": one.refused.get(query.id),
            }
