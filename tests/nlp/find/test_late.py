"""Late interaction: MaxSim against a plain sum, what packing loses, and the real model's pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.engines import PieceEncoder, Pieces, Vectors
from nlp.find.late import WIDTH, Codec, MaxSim
from nlp.find.meaning import SentenceEncoder
from nlp.model import Ref

WIDE = 256


def unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.maximum(lengths, 1e-9)).astype(np.float32)


def states(seed: int, many: int, dim: int = WIDE) -> Vectors:
    """Rows that, like a model's, lie mostly in few directions."""
    rng = np.random.default_rng(seed)
    few = np.random.default_rng(0).normal(size=(40, dim))
    return unit(rng.normal(size=(many, 40)) @ few + 0.1 * rng.normal(size=(many, dim)))


class Fixed:
    """A model whose pieces are words and whose states are drawn from their letters."""

    name = "fixed@1"

    def __init__(self, dim: int = WIDE) -> None:
        self.dim = dim

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.concatenate([np.empty((0, self.dim), np.float32), *(p.row for _, p in self.pieces(texts))])

    def pieces(self, texts: Sequence[str]) -> Iterator[tuple[int, Pieces]]:
        for number, text in enumerate(texts):
            own = [states(sum(map(ord, word)), 1, self.dim) for word in text.split()]
            rows = np.concatenate([np.empty((0, self.dim), np.float32), *own])
            yield number, Pieces(unit(rows.sum(axis=0, keepdims=True)), rows)

    def asked(self, query: str) -> Pieces:
        ((_, pieces),) = self.pieces([query])
        return pieces

    def vocabulary(self) -> list[str]:
        return [f"word{number}" for number in range(500)]


def whole(dim: int = WIDE) -> Codec:
    return Codec(np.eye(dim, dtype=np.float32))


def test_a_passage_that_has_all_words_comes_before_one_that_has_half_of_them() -> None:
    codec, model = whole(), Fixed()
    cells = [codec.pack(model.asked(text).states) for text in ("rain fell", "coca fell", "coca leaf")]
    late = MaxSim(codec, lambda refs: [cells[ref.passage] for ref in refs])
    found = late.scores(model.asked("coca leaf"), [Ref("p", n) for n in range(3)])
    assert found[2] == pytest.approx(1.0, abs=0.02)
    assert found[2] > found[1] > found[0]


def test_passages_and_queries_without_a_word_get_nothing() -> None:
    codec, model = whole(), Fixed()
    cells = [b"", codec.pack(model.asked("coca").states), b""]
    late = MaxSim(codec, lambda refs: [cells[ref.passage] for ref in refs])
    refs = [Ref("p", n) for n in range(3)]
    found = late.scores(model.asked("coca"), refs)
    assert found == [0.0, pytest.approx(1.0, abs=0.02), 0.0]
    assert late.scores(model.asked(""), refs) == [0.0] * 3
    assert late.scores(model.asked("coca"), []) == []
    assert late.scores(model.asked("coca"), [refs[0], refs[2]]) == [0.0, 0.0]


@settings(max_examples=30)
@given(st.lists(st.integers(0, 6), max_size=8), st.integers(1, 5), st.integers(0, 1000))
def test_maxsim_is_the_plain_sum(lengths: list[int], asked: int, seed: int) -> None:
    codec = whole()
    query = states(seed, asked)
    cells = [codec.pack(states(seed + n + 1, many)) for n, many in enumerate(lengths)]
    late = MaxSim(codec, lambda refs: [cells[ref.passage] for ref in refs])
    found = late.scores(Pieces(query[:1], query), [Ref("p", n) for n in range(len(cells))])
    for cell, score in zip(cells, found, strict=True):
        rows, _ = codec.unpack([cell])
        plain = sum(max(float(q @ r) for r in rows) for q in query) if len(rows) else 0
        assert score == pytest.approx(plain / asked, abs=1e-4)


def test_packing_takes_98_bytes_a_piece_and_keeps_cosines() -> None:
    codec = Codec.of(Fixed())
    rows = states(7, 200)
    packed = codec.pack(rows)
    assert len(packed) == 200 * (WIDTH // 2 + 2) == 200 * 98
    back, counts = codec.unpack([packed])
    assert counts.tolist() == [200]
    kept = codec.turned(rows[:20]) @ back.T
    assert np.abs(kept - rows[:20] @ rows.T).mean() < 0.03


def test_nothing_packs_to_nothing() -> None:
    codec = Codec.of(Fixed())
    assert codec.pack(np.empty((0, WIDE), np.float32)) == b""
    rows, counts = codec.unpack([b"", b""])
    assert rows.shape == (0, WIDTH)
    assert counts.tolist() == [0, 0]


def test_a_state_of_zeros_stays_one() -> None:
    codec = whole(4)
    rows, _ = codec.unpack([codec.pack(np.zeros((1, 4), np.float32))])
    assert rows.tolist() == [[0.0] * 4]


@pytest.mark.parametrize("dim", [2, 3, 64, 191, 192])
def test_a_narrow_model_keeps_all_its_numbers(dim: int) -> None:
    codec = Codec.of(Fixed(dim))
    rows = states(3, 5, dim)
    assert codec.width % 2 == 0
    assert codec.turned(rows) @ codec.turned(rows).T == pytest.approx(rows @ rows.T, abs=1e-5)


def test_a_codec_comes_back_from_its_bytes() -> None:
    codec = Codec.of(Fixed())
    again = Codec.read(bytes(codec), WIDE)
    assert again.basis == pytest.approx(codec.basis, abs=1e-3)
    assert Codec.read(bytes(again), WIDE).pack(states(1, 9)) == again.pack(states(1, 9))


def test_a_codec_is_the_same_each_time() -> None:
    assert bytes(Codec.of(Fixed())) == bytes(Codec.of(Fixed()))


@pytest.fixture(scope="module")
def model() -> SentenceEncoder:
    return SentenceEncoder()


def test_the_real_model_tells_the_pieces_of_words(model: SentenceEncoder) -> None:
    assert isinstance(model, PieceEncoder)
    pieces = model.asked("Cocaine cultivation, aid")
    assert len(pieces.states) == 4, "three words and a comma, without the marks of beginning and end"
    assert np.linalg.norm(pieces.states, axis=1) == pytest.approx(np.ones(len(pieces.states)), abs=1e-5)
    assert pieces.row == pytest.approx(model.encode(["Cocaine cultivation, aid"]), abs=1e-5)


def test_the_real_models_pieces_of_many_texts_each_come_once(model: SentenceEncoder) -> None:
    texts = ["coca", "", "The area under coca grew to 156,000 hectares. " * 40, "a school timetable"]
    found = dict(model.pieces(texts))
    assert sorted(found) == [0, 1, 2, 3]
    assert len(found[1].states) == 0
    assert len(found[2].states) == 254, "what the model reads at once, without its two marks"
    for number, text in enumerate(texts):
        assert found[number].row == pytest.approx(model.encode([text]), abs=1e-4)
        alone = model.asked(text).states
        assert found[number].states == pytest.approx(alone, abs=1e-4)


def test_the_real_models_own_words_make_a_codec_that_keeps_who_is_near_whom(model: SentenceEncoder) -> None:
    words = model.vocabulary()
    assert len(words) > 10_000
    assert all(word.isalpha() for word in words[:100])
    codec = Codec.of(model)
    rows = model.asked("Farmers in the Andes grew coca on 156,000 hectares says the ministry").states
    kept = codec.turned(rows) @ codec.unpack([codec.pack(rows)])[0].T
    assert kept.argmax(axis=1).tolist() == list(range(len(rows))), "each piece is nearest to itself"
    assert np.corrcoef(kept.ravel(), (rows @ rows.T).ravel())[0, 1] > 0.95


def test_a_word_is_nearest_to_its_like_in_the_real_model(model: SentenceEncoder) -> None:
    codec = Codec.of(model)
    texts = ["Peasants planted poppies in the hills.", "The court heard the appeal.", "Trains run at noon."]
    cells = [codec.pack(model.asked(text).states) for text in texts]
    late = MaxSim(codec, lambda refs: [cells[ref.passage] for ref in refs])
    query = model.asked("farmers growing opium")
    found = late.scores(query, [Ref("p", n) for n in range(3)])
    assert found[0] == max(found)
