"""A string of prose -> the places where a number may begin; all who read numbers look nowhere else."""

from __future__ import annotations

import re

from nlp.tag.figures.number_words import COUNTED_SCALES, TEENS, TENS, UNITS

_DIGITS = re.compile(r"\d+|[½¼¾⅓⅔]")
_WORDED = re.compile(
    rf"""[^\w](?:
        (?:{"|".join((*UNITS, *TEENS, *TENS, "zero", "half", "quarter"))})(?:\b|fold)
      | (?:several|many|tens|dozens|scores|hundreds|thousands|lakhs|crores|millions|billions|trillions)\b
      | an?[\s-](?=few|couple|half|quarter|third|fifth|sixth|seventh|eighth|ninth|tenth|{COUNTED_SCALES})
    )""",
    re.VERBOSE,
)
"""What may open a number in words, in lower-case text."""


def starts(text: str) -> list[int]:
    """Where in `text` a number, a fraction or a multiple may begin, in order.

    Most of a text has none of these: whoever looks only here reads ten times faster.
    """
    found = [match.start() for match in _DIGITS.finditer(text)]
    found += [match.start() for match in _WORDED.finditer(" " + lowered(text))]
    return sorted(found)


def lowered(text: str) -> str:
    """In lower case, of the same length: the lower case of "İ" is two characters."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[:1] for char in text)
