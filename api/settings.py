"""Where is the library, and which engines does it use?  Options beat the environment, which beats defaults."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

LIBRARY_VARIABLE = "PINCITE_LIBRARY"
MODEL_VARIABLE = "PINCITE_MODEL"
DEFAULT_LIBRARY = Path("pincite-library")
DEFAULT_MODEL = "all-MiniLM-L6-v2"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a library needs to know before it opens."""

    library: Path
    model: str = DEFAULT_MODEL
    """"all-MiniLM-L6-v2" (shipped), a folder, or a name that sentence-transformers finds on this machine."""


def settings(library: str | Path | None = None, model: str | None = None) -> Settings:
    """The settings in force: arguments first, then ``$PINCITE_LIBRARY`` and ``$PINCITE_MODEL``, then defaults."""
    return Settings(
        library=Path(library or os.environ.get(LIBRARY_VARIABLE) or DEFAULT_LIBRARY),
        model=model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL,
    )
