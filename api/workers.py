"""What a process that helps to add papers does: its share of the processor, and one file after another.

This file loads nothing heavy: how many threads a process may use has to be said before numpy and torch are there.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import PinciteError

if TYPE_CHECKING:
    from api.pipeline import Analysis

THREADS = "OMP_NUM_THREADS"
"""Read by numpy and torch; a user's own choice is left alone."""
Analyse = Callable[[Path, str, str], "Analysis"]
"""As `analyse_named`."""


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


def answer_files(pipe: Connection) -> None:
    """Analyse each file that is asked for through `pipe` and send back its analysis, or the error, until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asks: it ends this process when it is done
    begin(1)
    while True:
        try:
            path, name, names = pipe.recv()
        except EOFError:
            return
        try:
            answer: Analysis | Exception = analyse_named(path, name, names)
        except PinciteError as refusal:
            answer = refusal
        except Exception as fault:  # noqa: BLE001 - told to whoever asked; it may be of a kind that does not travel
            answer = RuntimeError(f"{type(fault).__name__}: {fault}")
        pipe.send(answer)
