"""English words spelt in two ways -> one of them, and a phrase in each way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

AMERICAN = {
    "organisation": "organization",
    "organisations": "organizations",
    "programme": "program",
    "programmes": "programs",
    "centre": "center",
    "centres": "centers",
    "defence": "defense",
    "labour": "labor",
    "harbour": "harbor",
    "privatisation": "privatization",
    "decentralisation": "decentralization",
    "stabilisation": "stabilization",
    "modernisation": "modernization",
    "industrialisation": "industrialization",
    "globalisation": "globalization",
    "licence": "license",
    "neighbourhood": "neighborhood",
    "neighbourhoods": "neighborhoods",
    "behaviour": "behavior",
    "theatre": "theater",
    "fibre": "fiber",
    "aluminium": "aluminum",
    "tyre": "tire",
}
BRITISH = {american: british for british, american in AMERICAN.items()}


def american(word: str) -> str:
    """A word in lower case in its American spelling; any other word as it is."""
    return AMERICAN.get(word, word)


def spellings(phrase: str) -> Iterator[str]:
    """`phrase` with each of its words in either spelling, itself first.

    >>> list(spellings("World Food Programme"))
    ['World Food Programme', 'World Food Program']
    """
    ways = [(word, *_others(word)) for word in phrase.split(" ")]
    yield from (" ".join(words) for words in product(*ways))


def _others(word: str) -> Iterator[str]:
    for table in (AMERICAN, BRITISH):
        other = table.get(word.lower())
        if other is not None:
            yield other.capitalize() if word[0].isupper() else other
