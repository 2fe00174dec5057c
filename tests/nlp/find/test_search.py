"""Both legs together, with the real index and a small encoder whose meaning is plain to see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from fakes import indexed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import BadQueryError
from corpus.model import Passage, Span
from nlp.engines import Pieces, Vectors
from nlp.find.asking import words_of
from nlp.find.keyword import TantivyIndex
from nlp.find.marking import matches
from nlp.find.meaning import SentenceEncoder
from nlp.find.search import Engines, Found, search
from nlp.find.vectors import VectorIndex
from nlp.find.words import asked
from nlp.model import Mode, Ref, Where

TEXTS = {
    "andes.txt": [
        ("body", "Coca covers 156,000 ha in the Andes."),
        ("note", "Survey of coca, 2008."),
        ("body", "The rainy season begins in October."),
    ],
    "mexico.txt": [
        ("body", "The initiative was worth $1.4 billion in aid."),
        ("body", "Washington paid for helicopters and training."),
    ],
}
ABOUT = (("coca", "andes", "leaf"), ("aid", "paid", "billion", "money"), ("rainy", "weather", "season"))


class Topics:
    """An encoder of three dimensions: how much a text speaks of plants, of money and of the weather; or of none."""

    name = "topics@1"
    dim = 3

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.array([[float(sum(w in t.lower() for w in words)) for words in ABOUT] for t in texts])
        return (rows / np.maximum(1e-9, np.linalg.norm(rows, axis=1, keepdims=True))).astype(np.float32)


@pytest.fixture(scope="module")
def legs(tmp_path_factory: pytest.TempPathFactory) -> tuple[TantivyIndex, VectorIndex]:
    keyword, vectors = TantivyIndex(tmp_path_factory.mktemp("keyword")), VectorIndex(3)
    for name, passages in TEXTS.items():
        keyword.replace(name, "1", [indexed(kind, text) for kind, text in passages])
        vectors.replace(name, [kind for kind, _ in passages], Topics().encode([text for _, text in passages]))
    keyword.commit()
    return keyword, vectors


def ask(legs: tuple[TantivyIndex, VectorIndex], query: str, **options: object) -> list[Found]:
    keyword, vectors = legs
    return search(words_of(query), Engines(keyword, vectors, Topics()), **options)  # type: ignore[arg-type]


def places(found: Sequence[Found]) -> list[tuple[str, int]]:
    return [(one.ref.paper, one.ref.passage) for one in found]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("156000", ("andes.txt", 0)),
        ("coca in the Andes", ("andes.txt", 0)),
        ("US$1,400 million", ("mexico.txt", 0)),
        ("helicopters", ("mexico.txt", 1)),
        ("weather", ("andes.txt", 2)),  # by meaning alone
    ],
)
def test_the_passage_meant_comes_first(
    legs: tuple[TantivyIndex, VectorIndex], query: str, first: tuple[str, int]
) -> None:
    assert places(ask(legs, query))[0] == first


def test_every_hit_carries_the_exact_score_of_both_legs(legs: tuple[TantivyIndex, VectorIndex]) -> None:
    keyword, vectors = legs
    found = ask(legs, "coca money")
    refs = [one.ref for one in found]
    assert [one.words for one in found] == keyword.scores({"coca": 1.0, "money": 1.0}, refs)
    assert [one.meaning for one in found] == pytest.approx(vectors.scores(Topics().encode(["coca money"]), refs))
    assert all(0 <= one.score <= 1 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_leg_alone_gives_its_own_scores(legs: tuple[TantivyIndex, VectorIndex]) -> None:
    by_words = ask(legs, "coca", mode=Mode.WORDS)
    assert sorted(places(by_words)) == [("andes.txt", 0), ("andes.txt", 1)]
    assert all(one.score == one.words > 0 == one.meaning for one in by_words)
    by_meaning = ask(legs, "coca", mode=Mode.MEANING)
    assert len(by_meaning) == 5
    assert all(one.score == one.meaning and one.words == 0 for one in by_meaning)


def test_words_need_no_encoder(legs: tuple[TantivyIndex, VectorIndex]) -> None:
    found = search(words_of("coca"), Engines(legs[0]), mode=Mode.WORDS)
    assert len(found) == 2
    with pytest.raises(ValueError, match="needs vectors"):
        search(words_of("coca"), Engines(legs[0]))


@pytest.mark.parametrize("mode", list(Mode))
def test_filters_hold_in_every_mode(legs: tuple[TantivyIndex, VectorIndex], mode: Mode) -> None:
    where = Where(papers=frozenset({"andes.txt"}), kinds=frozenset({"note"}))
    assert places(ask(legs, "coca money", where=where, mode=mode)) == [("andes.txt", 1)]


@pytest.mark.parametrize("limit", [1, 3, 50])
def test_the_limit_holds(legs: tuple[TantivyIndex, VectorIndex], limit: int) -> None:
    assert places(ask(legs, "coca", limit=limit)) == places(ask(legs, "coca", limit=50))[:limit]


@pytest.mark.parametrize("query", ["", "  \n", "?!", "— …", "🙂"])
@pytest.mark.parametrize("mode", list(Mode))
def test_a_query_without_a_word_is_refused(legs: tuple[TantivyIndex, VectorIndex], query: str, mode: Mode) -> None:
    with pytest.raises(BadQueryError, match="no word or number"):
        ask(legs, query, mode=mode)


@pytest.mark.parametrize("query", ["the of and", "coca " * 2_000, "x" * 10_000, 'AND "OR (NOT *', "a:b^2~"])
def test_odd_queries_are_only_words(legs: tuple[TantivyIndex, VectorIndex], query: str) -> None:
    assert ask(legs, query)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_string_finds_or_is_refused(legs: tuple[TantivyIndex, VectorIndex], query: str) -> None:
    try:
        found = ask(legs, query)
    except BadQueryError:
        return
    assert len({one.ref for one in found}) == len(found)


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    empty = (TantivyIndex(tmp_path), VectorIndex(3))
    assert all(ask(empty, "coca", mode=mode) == [] for mode in Mode)


PAPER = "# Aid\n\nThe Mérida Initiative¹ gave\n\\$1.4 billion — for counter-narcotics, of the aid.\n"


def marked(query: str, *spans: Span) -> list[str]:
    marker = Span(PAPER.index("¹"), PAPER.index("¹") + 1)
    passage = Passage(spans or (Span(PAPER.index("The"), len(PAPER)),))
    return [PAPER[span.start : span.end] for span in matches(PAPER, passage, (marker,), asked(query))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("merida initiatives", ["Mérida", "Initiative"]),
        ("counternarcotics", ["counter-narcotics"]),
        ("counter-narcotic aid", ["counter-narcotics", "aid"]),
        ("US$1,400 million", [r"\$1.4 billion"]),
        ("the aid of Merida", ["Mérida", "aid"]),  # no little words beside others
        ("the", ["The", "the"]),
        ("Colombia", []),
        ("", []),
    ],
)
def test_matched_words_are_marked_in_the_source(query: str, expected: list[str]) -> None:
    assert marked(query) == expected


def test_a_match_over_a_gap_between_pieces_is_two_spans() -> None:
    cut = PAPER.index("Initiative") + 4
    pieces = (Span(PAPER.index("The"), cut), Span(cut + 2, len(PAPER)))
    assert marked("Merida", *pieces) == ["Mérida"]
    assert all(span in {"Mérida", "aid"} for span in marked("Merida aid", *pieces))


@given(st.text(max_size=60), st.text(max_size=30))
def test_marks_lie_inside_the_passage_in_order_and_apart(text: str, query: str) -> None:
    passage = Passage((Span(0, len(text)),))
    found = matches(text, passage, (), asked(query))
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_with_the_real_model_words_and_meaning_meet(tmp_path: Path) -> None:
    keyword, encoder = TantivyIndex(tmp_path), SentenceEncoder()
    vectors = VectorIndex(encoder.dim)
    for name, passages in TEXTS.items():
        keyword.replace(name, "1", [indexed(kind, text) for kind, text in passages])
        vectors.replace(name, [kind for kind, _ in passages], encoder.encode([text for _, text in passages]))
    keyword.commit()
    for query, ref in [
        ("156,000", Ref("andes.txt", 0)),
        ("when does the wet weather start", Ref("andes.txt", 2)),
        ("aircraft bought by the United States", Ref("mexico.txt", 1)),
    ]:
        found = search(words_of(query), Engines(keyword, vectors, encoder))
        assert found[0].ref == ref


class Letters(Topics):
    """The same with pieces: each word is one, and stands for itself."""

    def pieces(self, texts: Sequence[str]) -> Iterator[tuple[int, Pieces]]:
        for number, text in enumerate(texts):
            yield number, Pieces(self.encode([text]), np.ones((len(text.split()), 3), np.float32))

    def asked(self, query: str) -> Pieces:
        ((_, pieces),) = self.pieces([query])
        return pieces

    def vocabulary(self) -> list[str]:
        return []


class Prefers:
    """A stand-in for late interaction that knows what it likes, and notes what it was asked."""

    def __init__(self, likes: dict[tuple[str, int], float]) -> None:
        self.likes = likes
        self.asked: list[list[Ref]] = []

    def scores(self, query: Pieces, refs: Sequence[Ref]) -> list[float]:
        self.asked.append(list(refs))
        return [self.likes.get((ref.paper, ref.passage), 0.1) for ref in refs]


def test_late_interaction_ranks_anew_and_its_scores_are_in_the_hits(legs: tuple[TantivyIndex, VectorIndex]) -> None:
    plain = ask(legs, "coca in the Andes", limit=50)
    last = plain[-1].ref
    late = Prefers({(last.paper, last.passage): 1.0})
    found = search(words_of("coca in the Andes"), Engines(*legs, Letters(), late), limit=50)
    assert {one.ref for one in found} == {one.ref for one in plain}
    assert found.index(next(one for one in found if one.ref == last)) < len(plain) - 1
    assert next(one.late for one in found if one.ref == last) == 1.0
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 <= one.score <= 1 for one in found)
    (refs,) = late.asked
    assert refs == [one.ref for one in plain]


@pytest.mark.parametrize("mode", [Mode.WORDS, Mode.MEANING])
def test_late_interaction_is_not_asked_by_one_leg_alone(legs: tuple[TantivyIndex, VectorIndex], mode: Mode) -> None:
    late = Prefers({})
    found = search(words_of("coca"), Engines(*legs, Letters(), late), mode=mode)
    assert found
    assert late.asked == []
    assert {one.late for one in found} == {0.0}


def test_a_model_without_pieces_is_not_asked_for_them(legs: tuple[TantivyIndex, VectorIndex]) -> None:
    late = Prefers({})
    assert search(words_of("coca"), Engines(*legs, Topics(), late)) == ask(legs, "coca")
    assert late.asked == []


def test_a_bare_amount_is_hardly_moved(legs: tuple[TantivyIndex, VectorIndex]) -> None:
    first = ask(legs, "156000")[0].ref
    late = Prefers({(first.paper, first.passage): 0.0})
    assert search(words_of("156000"), Engines(*legs, Letters(), late))[0].ref == first
