"""Text -> what its acronyms stand for, as the text itself says: "the Andean Water Council (AWC)"."""

from __future__ import annotations

import re

from corpus.references.names import SMALL, body, fold, initials, words

IN_BRACKETS = re.compile(r"[(\[]\s*[“\"‘']?([A-Z][A-Za-z&-]{0,10}[A-Z])s?[”\"’']?\s*[)\]]")
LINE_END = re.compile(r"[\r\n]{2,}|[.;:!?]\s")
LONGEST = 160
"""Characters before the bracket among which the full name must stand."""


def definitions(text: str) -> dict[str, str]:
    """Folded acronym -> the folded full name printed just before it in brackets.

    An acronym that the text explains in two ways is left out. Method: the shortest run of words before the
    bracket whose initials, small words apart, spell the acronym (Schwartz and Hearst 2003, simplified).
    """
    found: dict[str, set[str]] = {}
    for match in IN_BRACKETS.finditer(text):
        before = LINE_END.split(text[max(0, match.start() - LONGEST) : match.start()])[-1]
        full = _spelt(words(before), "".join(words(match.group(1))))
        if full:
            found.setdefault(fold(match.group(1)), set()).add(full)
    return {short: next(iter(names)) for short, names in found.items() if len(names) == 1}


def _spelt(before: list[str], letters: str) -> str:
    for at in range(len(before) - 1, max(-1, len(before) - 3 * len(letters) - 1), -1):
        name = body(" ".join(before[at:]))
        if before[at] not in SMALL and initials(name) == letters:
            return name
    return ""


def fits(name: str, other: str) -> bool:
    """Whether two bodies can be one: word by word the same, but for acronyms that stand for several words.

    >>> fits("us water council", "united states water council")
    True
    """
    return _covers(name.split(), [w for w in other.split() if w not in SMALL])


def _covers(short: list[str], full: list[str]) -> bool:
    at = 0
    for word in (w for w in short if w not in SMALL):
        if full[at : at + 1] == [word]:
            at += 1
        elif len(word) > 1 and [w[0] for w in full[at : at + len(word)]] == list(word):
            at += len(word)
        else:
            return False
    return at == len(full)
