"""The scale is what is printed, or nothing: never a unit that looks like one."""

import pytest

from corpus.model import Span
from nlp.model import Figure, Kind
from nlp.tag.figures.scales import printed_scale


@pytest.mark.parametrize(
    ("words", "kind", "value", "near", "scale"),
    [
        ("US$48.5 million", Kind.MONEY, 48.5e6, (), "million"), ("£3bn", Kind.MONEY, 3e9, (), "bn"),
        ("$5m", Kind.MONEY, 5e6, (), "m"), ("2 lakh people", Kind.COUNT, 2e5, (), "lakh"),
        ("3 thousand million euros", Kind.MONEY, 3e9, (), "thousand million"), ("$500", Kind.MONEY, 500, (), ""),
        ("450 mm", Kind.DISTANCE, 450, (), ""), ("5 m", Kind.DISTANCE, 5, (), ""), ("5 t", Kind.MASS, 5, (), ""),
        ("50 cents", Kind.MONEY, 0.5, (), ""), ("4,150", Kind.MONEY, 4.15e6, ("Cost", "EUR thousand"), "thousand"),
        ("4,150", Kind.MONEY, 4.15e6, ("Cost (€ ’000)",), "’000"),
        ("4,150", Kind.MONEY, 4.15e6, ("in millions",), None),
        ("4,150", Kind.MONEY, 4150, ("in millions",), ""), ("(5.2)", Kind.MONEY, -5.2e6, ("$ m",), "m"),
        ("three", Kind.MONEY, 3e9, (), None),
    ],
)  # fmt: skip
def test_scales(words, kind, value, near, scale):
    assert printed_scale(words, Figure(Span(0, len(words)), kind, value, value, "x"), near) == scale
