"""What was found for a judged query -> nDCG, recall and reciprocal rank.

A result answers a judged place when it covers half of it or more. Each place counts once, at the first result that
covers it; a result that covers several earns the highest of their grades, and all of them are found. nDCG has the gain
2^grade - 1 (Burges et al., 2005) and the judged places themselves, best first, as its ideal; a marginal place (grade 1)
counts there alone. Discounting is done by ir-measures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, nDCG

from api.evaluation.judgements import Judged, Relevant
from corpus.model import Spans

COVERED = 0.5
RELEVANT = 2
"""The grade from which recall and reciprocal rank count a place."""
Result = tuple[str, Spans]
"""A paper's name, and the passage's spans in it."""


def measured(judged: Judged, results: Sequence[Result], k: int) -> Mapping[str, float]:
    """The measures of the first `k` results, 0 to 1, by name: "nDCG@10", "recall@10", "MRR@10"."""
    covers = [_covered(judged.relevant, result) for result in results[:k]]
    gained, seen = [], set[int]()
    for covered in covers:
        new = covered - seen
        gained.append(max(new, key=lambda number: judged.relevant[number].grade, default=None))
        seen |= covered
    wanted = {number for number, one in enumerate(judged.relevant) if one.grade >= RELEVANT}
    ranked = [
        ir_measures.ScoredDoc("q", f"none {rank}" if number is None else str(number), float(-rank))
        for rank, number in enumerate(gained)
    ]
    grades = [ir_measures.Qrel("q", str(n), 2**one.grade - 1) for n, one in enumerate(judged.relevant)]
    told = {"nDCG": nDCG @ k, "MRR": RR(rel=2**RELEVANT - 1) @ k}
    values = ir_measures.calc_aggregate(told.values(), grades, ranked) if ranked else {}
    return {
        f"nDCG@{k}": float(values.get(told["nDCG"], 0.0)),
        f"recall@{k}": len(seen & wanted) / len(wanted) if wanted else 0.0,
        f"MRR@{k}": float(values.get(told["MRR"], 0.0)),
    }


def _covered(relevant: Sequence[Relevant], result: Result) -> set[int]:
    """The numbers of the judged places that a result covers."""
    paper, spans = result
    return {
        number
        for number, one in enumerate(relevant)
        if one.paper == paper
        and (
            one.span is None
            or sum(max(0, min(s.end, one.span.end) - max(s.start, one.span.start)) for s in spans)
            >= COVERED * one.span.length
        )
    }
