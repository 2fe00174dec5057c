"""Words of a query that no passage has -> the corpus's own word that was probably meant.

Nearness is the Damerau-Levenshtein distance of Unicode code points (a letter more, less, other, or two changed over),
by rapidfuzz; of the nearest words the most frequent is proposed. A word that the corpus has is never corrected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from nlp.engines import Keyword
from nlp.find.words import fold, terms

SHORTEST, LONG = 4, 6
"""Letters of a word that one slip may be in, and of one that two may."""
MOST = 50_000
"""Words of the corpus that one is compared with."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Meant(NamedTuple):
    """A word of the query that nothing says, and what was probably meant."""

    at: int
    length: int
    typed: str
    meant: str


def misspelt(text: str, keyword: Keyword) -> list[Meant]:
    """The words of `text` for which the corpus has a likely other, in order; places are code points of `text`."""
    found = []
    for match in WORD.finditer(text):
        typed = match.group()
        if len(typed) < SHORTEST or any(keyword.frequency(token) for token in terms(typed)):
            continue
        meant = _near(fold(typed), keyword) or _apart(fold(typed), keyword)
        if meant:
            found.append(Meant(match.start(), len(typed), typed, meant))
    return found


def corrected(text: str, words: list[Meant]) -> str:
    """`text` with what was meant in place of what was typed."""
    for word in reversed(words):
        text = f"{text[: word.at]}{word.meant}{text[word.at + word.length :]}"
    return text


def _near(typed: str, keyword: Keyword) -> str | None:
    """The most frequent of the nearest words that begin with the first letter typed, or the second."""
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - only where a word is unknown

    slips = 1 if len(typed) < LONG else 2
    forms: dict[str, int] = {}
    for letter in dict.fromkeys(typed[:2]):
        forms.update(keyword.beginning(letter)[:MOST])
    likely = [form for form in forms if abs(len(form) - len(typed)) <= slips and form.isalpha()]
    distances = {form: DamerauLevenshtein.distance(typed, form, score_cutoff=slips) for form in likely}
    near = [form for form, distance in distances.items() if distance <= slips]
    return min(near, key=lambda form: (distances[form], -forms[form], form), default=None)


def _apart(typed: str, keyword: Keyword) -> str | None:
    """The two words that were typed as one."""
    halves: Mapping[str, int] = {
        f"{typed[:at]} {typed[at:]}": min(_many(typed[:at], keyword), _many(typed[at:], keyword))
        for at in range(SHORTEST - 1, len(typed) - SHORTEST + 2)
    }
    likely = max(halves, key=lambda both: (halves[both], both), default=None)
    return likely if likely and halves[likely] else None


def _many(form: str, keyword: Keyword) -> int:
    """How many passages have exactly this word."""
    return next((count for other, count in keyword.beginning(form) if other == form), 0)
