"""A figure and the words around it -> the scale as it is printed: "million", "bn", "crore", or none.

The scale is already in a figure's value; this says which words put it there, so that a reader can check it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isclose

from nlp.model import Figure, Kind
from nlp.tag.figures.number_words import SCALES, SHORT_SCALES
from nlp.tag.figures.numbers import Form, Number, numbers

_PLAIN = {word: factor for word, factor in SCALES.items() if word not in {"hundred", "cr", "mm", "bio", "mill", "lac"}}
_OF_MONEY = {**SCALES, **SHORT_SCALES}
_WORD = re.compile(r"[^\W\d_]+|[’'‘´`]\s?000s?(?!\d)")
_THOUSANDS = "000"


def printed_scale(words: str, figure: Figure, near: Iterable[str] = ()) -> str | None:
    """The scale printed in `words`, the figure's own; "" for none, None where it has one that cannot be shown.

    `near` are the words that may state a scale for it, nearest first: the labels of its column and row, a caption.
    """
    own = _scales(words, figure)
    if own:
        return " ".join(own)
    factors = _factors(words, figure)
    if not factors or any(factor <= 1 or isclose(factor, 1) for factor in factors):
        return ""
    return next((word for place in near for word in _stated(place, factors)), None)


def _scales(words: str, figure: Figure) -> list[str]:
    """The scale words among the figure's own, each once. What its value is too small for is no scale."""
    names = _OF_MONEY if figure.kind is Kind.MONEY else _PLAIN
    largest = max(abs(figure.low), abs(figure.high))
    found: dict[str, None] = {}
    for match in _WORD.finditer(words):
        word = match.group()
        known = names.get(word.lower()) or names.get(word.lower().removesuffix("s"))
        if known is not None and known > 100 and largest * 1000 >= known:
            found[word] = None
    return list(found)


def _factors(words: str, figure: Figure) -> list[float]:
    """What the printed number must be multiplied by to give the value, by either reading of a comma."""
    read = [number for commas in (False, True) for number in numbers(words, decimal_commas=commas)[:1]]
    low = min(abs(figure.low), abs(figure.high))
    return [low / min(number.low, number.high) for number in read if _is_number(number)]


def _is_number(number: Number) -> bool:
    return number.low > 0 and number.form is not Form.VAGUE


def _stated(place: str, factors: list[float]) -> Iterable[str]:
    for match in _WORD.finditer(place):
        word = match.group()
        key = word.lower()
        known = 1000 if _THOUSANDS in word else _OF_MONEY.get(key) or _OF_MONEY.get(key.removesuffix("s"))
        if known is not None and any(isclose(known, factor, rel_tol=1e-9) for factor in factors):
            yield word
