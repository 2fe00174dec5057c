"""The measures against figures reckoned by hand, and against ir-measures where both count alike."""

import math
import random

import ir_measures
import pytest
from ir_measures import RR, R, nDCG

from api.evaluation.comparison import compared
from api.evaluation.judgements import Judged, Relevant
from api.evaluation.measures import measured
from api.evaluation.ways import way
from corpus.errors import BadQueryError
from corpus.model import Span
from nlp.model import Mode

A, B, C = Relevant("p", Span(0, 100), 3), Relevant("p", Span(100, 200), 2), Relevant("q", Span(0, 50), 1)
JUDGED = Judged("1", "wells", (A, B, C))
IDEAL = 7 + 3 / math.log2(3) + 1 / 2


def hit(paper, *spans):
    return paper, tuple(Span(start, end) for start, end in spans)


@pytest.mark.parametrize(
    ("results", "ndcg", "recall", "mrr"),
    [
        ([], 0.0, 0.0, 0.0),
        ([hit("p", (0, 100)), hit("p", (100, 200)), hit("q", (0, 50))], 1.0, 1.0, 1.0),
        ([hit("q", (0, 50)), hit("p", (0, 100))], (1 + 7 / math.log2(3)) / IDEAL, 0.5, 0.5),
        ([hit("p", (0, 50))], 7 / IDEAL, 0.5, 1.0),  # half of A is enough
        ([hit("p", (0, 49))], 0.0, 0.0, 0.0),  # less is not
        ([hit("p", (0, 25), (60, 85))], 7 / IDEAL, 0.5, 1.0),  # in two pieces
        ([hit("p", (0, 200))], 7 / IDEAL, 1.0, 1.0),  # both places found, the better one gained
        ([hit("p", (0, 100)), hit("p", (0, 100))], 7 / IDEAL, 0.5, 1.0),  # a place counts once
        ([hit("p", (0, 100)), hit("p", (0, 200))], (7 + 3 / math.log2(3)) / IDEAL, 1.0, 1.0),
        ([hit("x", (0, 100)), hit("q", (0, 50))], (1 / math.log2(3)) / IDEAL, 0.0, 0.0),  # marginal: in nDCG alone
        ([hit("x", (0, 9))] * 10 + [hit("p", (0, 100))], 0.0, 0.0, 0.0),  # beyond the tenth
    ],
)
def test_measures_reckoned_by_hand(results, ndcg, recall, mrr):
    found = measured(JUDGED, results, 10)
    assert found == {
        "nDCG@10": pytest.approx(ndcg),
        "recall@10": pytest.approx(recall),
        "MRR@10": pytest.approx(mrr),
    }


def test_a_whole_paper_is_answered_by_any_passage_of_it_once():
    judged = Judged("1", "wells", (Relevant("p", None, 2),))
    found = measured(judged, [hit("x", (0, 1)), hit("p", (7, 9)), hit("p", (0, 3))], 5)
    assert found == {"nDCG@5": pytest.approx(1 / math.log2(3)), "recall@5": 1.0, "MRR@5": 0.5}


def test_only_marginal_judgements_have_no_recall():
    assert measured(Judged("1", "wells", (C,)), [hit("q", (0, 50))], 10)["recall@10"] == 0.0


@pytest.mark.parametrize("seed", range(20))
def test_where_each_result_covers_one_place_ir_measures_says_the_same(seed):
    rng = random.Random(seed)
    relevant = tuple(Relevant("p", Span(n * 10, n * 10 + 10), rng.randint(0, 3)) for n in range(8))
    order = rng.sample(range(16), 12)
    results = [hit("p", (n * 10, n * 10 + 10)) for n in order]
    run = [ir_measures.ScoredDoc("q", str(n), -float(rank)) for rank, n in enumerate(order)]
    gains = [ir_measures.Qrel("q", str(n), 2**one.grade - 1) for n, one in enumerate(relevant)]
    theirs = ir_measures.calc_aggregate([nDCG @ 10, R(rel=3) @ 10, RR(rel=3) @ 10], gains, run)
    found = measured(Judged("1", "wells", relevant), results, 10)
    assert found["nDCG@10"] == pytest.approx(theirs[nDCG @ 10])
    assert found["MRR@10"] == pytest.approx(theirs[RR(rel=3) @ 10])
    if any(one.grade >= 2 for one in relevant):
        assert found["recall@10"] == pytest.approx(theirs[R(rel=3) @ 10])


def test_a_steady_difference_is_found_and_noise_is_not():
    steady = compared([0.5 + 0.1 + n % 3 / 100 for n in range(30)], [0.5] * 30)
    assert steady.p < 0.001
    assert steady.low > 0.09
    assert steady.low <= steady.difference <= steady.high
    rng = random.Random(1)
    noise = compared([rng.random() for _ in range(30)], [rng.random() for _ in range(30)])
    assert noise.p > 0.05
    assert noise.low < 0 < noise.high


def test_equal_ways_do_not_differ():
    assert compared([0.1, 0.9], [0.1, 0.9]) == (0.0, 0.0, 0.0, 1.0)
    assert compared([], []).p == 1.0


def test_the_test_is_exact_where_there_are_few_queries():
    assert compared([1.0, 1.0, 1.0], [0.0, 0.0, 0.0]).p == pytest.approx(2 / 8)


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        ("default", {}),
        ("mode=words", {"mode": Mode.WORDS}),
        ("mode=both,late=off", {"mode": Mode.BOTH, "late": False}),
        (" late = on ", {"late": True}),
    ],
)
def test_ways_of_asking(typed, options):
    assert way(typed) == options


@pytest.mark.parametrize("typed", ["speed=fast", "mode", "mode=loud", "late=perhaps", "mode=words,", ""])
def test_ways_that_there_are_not(typed):
    with pytest.raises(BadQueryError):
        way(typed)
