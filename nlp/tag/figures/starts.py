"""A string of prose -> the places where a number may begin; all who read numbers look nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from nlp.tag.figures.number_words import COUNTED_SCALES, TEENS, TENS, UNITS

_ZEROS = "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐０"
"""Of the scripts that papers are written in; nine more digits follow each."""
_DIGITS = re.compile(f"[{''.join(f'{zero}-{chr(ord(zero) + 9)}' for zero in _ZEROS)}½¼¾⅓⅔]+")
_MANY = "several many tens dozens scores hundreds thousands lakhs crores millions billions trillions".split()
_OPENINGS = sorted(
    [f"{word}(?:\\b|fold)" for word in (*UNITS, *TEENS, *TENS, "zero", "half", "quarter")]
    + [f"{word}\\b" for word in _MANY]
    + [rf"an?[\s-](?=few|couple|half|quarter|third|fifth|sixth|seventh|eighth|ninth|tenth|{COUNTED_SCALES})"]
)


def _by_letter(patterns: Iterable[str]) -> str:
    """The choice among `patterns`, by their first letter first: most places are left after one look."""
    grouped = groupby(patterns, key=lambda pattern: pattern[0])
    return "|".join(f"{letter}(?:{'|'.join(each[1:] for each in group)})" for letter, group in grouped)


_WORDED = re.compile(rf"[^a-z](?:{_by_letter(_OPENINGS)})")
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
