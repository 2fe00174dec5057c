"""A passage -> what to ask for to find more like it: its most telling words, and its meaning as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from nlp.find.asking import Asked
from nlp.find.words import analyse

TELLING = 25
"""Words of the passage that are asked for."""


def asked_like(said: str, rarity: Callable[[str], float]) -> Asked:
    """What to ask the index for passages like one that says `said`: tf * idf (`rarity`) chooses and weighs the words.

    Numbers are asked for only where there is nothing else: a year or a page makes no two passages alike.
    """
    counts = Counter(token.text for token in analyse(said) if not token.little)
    words = {token: n for token, n in counts.items() if not any(char.isdigit() for char in token)} or counts
    weights = {token: n * rarity(token) for token, n in words.items()}
    chosen = sorted(weights, key=lambda token: (-weights[token], token))[:TELLING]
    most = max((weights[token] for token in chosen), default=1.0) or 1.0
    return Asked(said, {token: weights[token] / most for token in chosen}, None, ())
