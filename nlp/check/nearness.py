"""How closely words stand by a place of a sentence: what tells which of several figures or deeds is spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nlp.check.reading import PART, Reading
from nlp.cite.names import YEARS

REACH = 3.0
"""Words off at which a word counts half."""
BREAK = 4.0
"""As many words as a comma or "while" counts for."""
NAMED = 2.0
"""What a word of a name counts for, beside others."""


def near(reading: Reading, start: int, end: int) -> Mapping[str, float]:
    """Stem -> how near it stands to ``text[start:end]``, up to 1, or NAMED for words of a name.

    Amounts and years stand for themselves, as "=40" and "@2016".
    """
    cuts = [cut.start() for cut in PART.finditer(reading.text)]
    named = [mention.span for mention in reading.mentions]
    words = reading.words
    found: dict[str, float] = {}
    for first, last, word in (*words, *_figures(reading)):
        if first < end and start < last:
            continue
        low, high = (last, start) if last <= start else (end, first)
        between = sum(low <= other[0] and other[1] <= high for other in words)
        breaks = sum(low <= cut <= high for cut in cuts)
        weight = NAMED if any(span.start <= first < span.end for span in named) else 1.0
        value = weight / (1 + (between + BREAK * breaks) / REACH)
        found[word] = max(found.get(word, 0.0), value)
    return found


def _figures(reading: Reading) -> Iterator[tuple[int, int, str]]:
    for amount in reading.amounts:
        yield amount.start, amount.end, f"={amount.low:g}"
    for time in reading.times:
        for year in {time.since, time.until} - {None}:
            yield time.start, time.end, f"@{year}"
    for found in YEARS.finditer(reading.text):
        yield *found.span(), f"@{found[1]}"


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How far two places have the same words about them."""
    return sum(value * other[word] for word, value in one.items() if word in other)


def clearly_nearer(own: Sequence[float], others: Sequence[float], by: float) -> bool:
    """Whether the best of `others` is better than the best of `own` by a factor that leaves no doubt."""
    best = max(own, default=0.0)
    return max(others, default=0.0) > max(by * best, best + 0.15)
