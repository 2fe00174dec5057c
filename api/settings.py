"""Where is the library, and which engines does it use?  Options beat the environment, which beats defaults."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.errors import BadQueryError

LIBRARY_VARIABLE = "PINCITE_LIBRARY"
MODEL_VARIABLE = "PINCITE_MODEL"
NAMES_VARIABLE = "PINCITE_NAMES"
LATE_VARIABLE = "PINCITE_LATE"
DEFAULT_LIBRARY = Path("pincite-library")
DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_NAMES, RULES, AUTO = "head", "rules", "auto"
"""Who finds names: the head that comes with pincite, rules alone, or the best spaCy model that is installed."""


class LateUse(StrEnum):
    """Whether the best passages are compared with the query word by word: in small libraries, always, or never."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a library needs to know before it opens."""

    library: Path
    model: str = DEFAULT_MODEL
    """"all-MiniLM-L6-v2" (shipped), a folder, or a name that sentence-transformers finds on this machine."""
    names: str | None = None
    """"head", "rules", "auto", or a spaCy model: an installed package or a folder. None: as the library was told."""
    late: LateUse = LateUse.AUTO
    """Whether word vectors are made and used: see `api.vectors`."""


def settings(
    library: str | Path | None = None, model: str | None = None, names: str | None = None, late: str | None = None
) -> Settings:
    """The settings in force: arguments first, then the environment, then defaults.

    The variables are ``$PINCITE_LIBRARY``, ``$PINCITE_MODEL``, ``$PINCITE_NAMES`` and ``$PINCITE_LATE``. Raises
    BadQueryError for a `late` that is none of "auto", "on" and "off".
    """
    said = (late or os.environ.get(LATE_VARIABLE) or LateUse.AUTO).lower()
    if said not in tuple(LateUse):
        raise BadQueryError(f"{said!r} is no use of word vectors: say auto, on or off (--late or ${LATE_VARIABLE}).")
    return Settings(
        library=Path(library or os.environ.get(LIBRARY_VARIABLE) or DEFAULT_LIBRARY),
        model=model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL,
        names=names or os.environ.get(NAMES_VARIABLE) or None,
        late=LateUse(said),
    )
