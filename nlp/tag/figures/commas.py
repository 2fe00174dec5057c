"""A paper's text -> whether it writes 1.234,5 or 1,234.5."""

from __future__ import annotations

import re

_SEPARATED = re.compile(
    r"([0-9]{1,15}(?:[.,][0-9]{1,15}){1,9})(\s?(?:%|per\s?cent\b|million|billion|€|(?:mn|bn|Mio|Mrd)\b))?"
)
_COMMA_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_COMMA_MEASURED = re.compile(r"\d+,\d{1,2}")
_COMMA_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def has_decimal_commas(text: str) -> bool:
    """Whether a paper writes 1.234,5 rather than 1,234.5, told by the numbers that can be read in one way only."""
    commas = points = 0
    for printed, measured in _SEPARATED.findall(text):
        if _COMMA_DECIMAL.fullmatch(printed) or (measured and _COMMA_MEASURED.fullmatch(printed)):
            commas += 1
        elif _COMMA_THOUSANDS.fullmatch(printed):
            points += 1
    return commas > points
