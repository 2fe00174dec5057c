"""How far a long command is -> a bar on standard error."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from api.rows import words


class Meter:
    """A bar on standard error: the stage, how much of it is done, and papers a second. A context manager."""

    def __init__(self) -> None:
        self._papers = 0
        self._began = time.monotonic()
        self._console = Console(file=sys.stderr, highlight=False, markup=False, emoji=False)
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}", markup=False),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("starting", total=None, rate="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def stage(self, name: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of the stage `name` are done."""
        self._bar.update(self._task, description=words(name), completed=done, total=total or None)

    def tell(self, line: str) -> None:
        """Print a line above the bar, which reports on one more paper."""
        self._papers += 1
        rate = self._papers / max(time.monotonic() - self._began, 0.001)
        self._bar.update(self._task, rate=f"{rate:.1f} papers a second")
        self._bar.console.print(Text(words(line)), soft_wrap=True)
