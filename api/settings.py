"""Where is the library, and which engines does it use?  Options beat the environment, which beats defaults."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

LIBRARY_VARIABLE = "PINCITE_LIBRARY"
MODEL_VARIABLE = "PINCITE_MODEL"
NAMES_VARIABLE = "PINCITE_NAMES"
DEFAULT_LIBRARY = Path("pincite-library")
DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_NAMES, RULES, AUTO = "head", "rules", "auto"
"""Who finds names: the head that comes with pincite, rules alone, or the best spaCy model that is installed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a library needs to know before it opens."""

    library: Path
    model: str = DEFAULT_MODEL
    """"all-MiniLM-L6-v2" (shipped), a folder, or a name that sentence-transformers finds on this machine."""
    names: str | None = None
    """"head", "rules", "auto", or a spaCy model: an installed package or a folder. None: as the library was told."""


def settings(library: str | Path | None = None, model: str | None = None, names: str | None = None) -> Settings:
    """The settings in force: arguments first, then the environment, then defaults.

    The variables are ``$PINCITE_LIBRARY``, ``$PINCITE_MODEL`` and ``$PINCITE_NAMES``.
    """
    return Settings(
        library=Path(library or os.environ.get(LIBRARY_VARIABLE) or DEFAULT_LIBRARY),
        model=model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL,
        names=names or os.environ.get(NAMES_VARIABLE) or None,
    )
