"""What a process that helps to add papers does: its share of the processor, and one file after another.

This file loads nothing heavy: how many threads a process may use has to be said before numpy and torch are there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.pipeline import Analysis

THREADS = "OMP_NUM_THREADS"
"""Read by numpy and torch; a user's own choice is left alone."""


def begin(jobs: int) -> None:
    """Take one of `jobs` equal shares of this machine's processors."""
    os.environ.setdefault(THREADS, str(max(1, (os.cpu_count() or 1) // jobs)))


def analyse_named(path: Path, name: str, names: str) -> Analysis:
    """Read the file at `path` as the paper `name` and analyse it; `names` says who finds the names in it.

    Raises UnreadableFileError and MissingEngineError.
    """
    from api.pipeline import analyse_file  # noqa: PLC0415 - see above
    from api.recognisers import recogniser  # noqa: PLC0415

    return analyse_file(path, name, recogniser(names))
