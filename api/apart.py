"""A file -> its analysis, made in a process of its own: a file that kills its reader harms nobody else.

One process reads one file after another; a fresh one takes the place of one that died or was at it for too long.
"""

from __future__ import annotations

from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING

from api.workers import answer_files
from corpus.errors import UnreadableFileError

if TYPE_CHECKING:
    from api.pipeline import Analysis

LONGEST = 1_800.0
"""Seconds a file may take: a large scan takes many minutes, one that never ends must not hold up all others."""


class Apart:
    """Analyses files as `api.workers.analyse_named` does. One thread at a time may use it; `close` it in the end."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._worker: tuple[SpawnProcess, Connection] | None = None

    def __call__(self, path: Path, name: str, names: str) -> Analysis:
        """As `api.workers.analyse_named`; raises UnreadableFileError also when the process dies of the file."""
        _, ours = self._worker = self._worker or _started()
        try:
            ours.send((path, name, names))
            if not ours.poll(self._longest):
                self.close()
                raise UnreadableFileError(f"{path.name} was read for {self._longest / 60:.0f} minutes without an end.")
            answer: Analysis | Exception = ours.recv()
        except (EOFError, OSError):
            self.close()
            raise UnreadableFileError(
                f"{path.name}: the process that read it died, perhaps for want of memory; no other paper is touched."
            ) from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def kill(self) -> None:
        """End the process from another thread: the file in work fails."""
        if self._worker is not None:
            self._worker[0].kill()

    def close(self) -> None:
        """End the process; the next file gets a fresh one."""
        if self._worker is not None:
            process, ours = self._worker
            self._worker = None
            process.kill()
            process.join()
            process.close()
            ours.close()


def _started() -> tuple[SpawnProcess, Connection]:
    # A fresh interpreter: forking one whose libraries run threads can hang. A daemon ends with its parent.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=answer_files, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return process, ours
