"""Papers -> whether they write decimal commas."""

from __future__ import annotations

import pytest

from nlp.tag.figures.commas import has_decimal_commas


@pytest.mark.parametrize(
    ("text", "commas"),
    [
        ("Total 1.234,50 and 2,5 %", True),
        ("Total 1.234.567 and 3.000.000", True),
        ("Total 1,234.50 and 2.5 %", False),
        ("No numbers", False),
        ("Between 1,200 and 3,400; once 2,5 million", False),
    ],
)
def test_decimal_commas_are_told_from_the_paper(text: str, commas: bool) -> None:
    assert has_decimal_commas(text) is commas


def test_long_input_is_read_in_linear_time() -> None:
    for hostile in ("1" * 200_000, "1." * 100_000, "1" + "." * 200_000, "1," * 100_000 + "x"):
        assert not has_decimal_commas(hostile)
