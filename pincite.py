"""pincite: search policy papers, list every figure in them, and cite the exact place a claim stands on.

>>> import pincite
>>> with pincite.Library.open(pincite.settings("my-library")) as library:  # doctest: +SKIP
...     paper, hit = library.search("coca hectares")[0]
...     print(paper.quote(*hit.passage.spans))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.settings import Settings, settings
from corpus.errors import PinciteError
from corpus.model import Note, Paper, Passage, Span
from nlp.model import Answer, Citation, Entity, Figure, Hit, Mention

if TYPE_CHECKING:
    from api.library import Library

    __version__: str

__all__ = [
    "Answer",
    "Citation",
    "Entity",
    "Figure",
    "Hit",
    "Library",
    "Mention",
    "Note",
    "Paper",
    "Passage",
    "PinciteError",
    "Settings",
    "Span",
    "__version__",
    "settings",
]


def __getattr__(name: str) -> object:
    """The names that are dear to load, or seldom wanted, when they are first asked for."""
    if name == "Library":
        from api.library import Library  # noqa: PLC0415 - brings the indexes and the models

        return Library
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("pincite")
    raise AttributeError(f"module 'pincite' has no attribute {name!r}")
