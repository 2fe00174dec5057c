"""What is asked for to find more like a passage."""

from __future__ import annotations

import pytest

from nlp.find.alike import TELLING, asked_like


def rarity(token: str) -> float:
    return {"well": 3.0, "council": 2.0, "water": 1.0}.get(token, 0.5)


def test_telling_words_weigh_more_and_the_most_telling_one() -> None:
    asked = asked_like("The council drilled wells. Wells bring water, says the council; wells!", rarity)
    assert asked.tokens["well"] == 1.0
    assert asked.tokens["council"] == pytest.approx(2 * 2 / 9)
    assert asked.tokens["water"] == pytest.approx(1 / 9)
    assert asked.condition is None
    assert "the" not in asked.tokens


def test_numbers_count_only_where_there_is_nothing_else() -> None:
    assert "2008" not in asked_like("Wells in 2008", rarity).tokens
    assert set(asked_like("2008 156,000", rarity).tokens) == {"2008", "156000"}


def test_a_long_passage_asks_for_a_few() -> None:
    said = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200))
    assert len(asked_like(said, rarity).tokens) == TELLING


def test_a_passage_without_words_asks_for_nothing() -> None:
    assert asked_like("— … —", rarity).tokens == {}
