"""What became of each file that was to be added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Progress = Callable[[str, int, int], None]
"""Called with (what is in work, done, total) as work goes on."""


class Outcome(StrEnum):
    """What became of a file that was to be added."""

    ADDED = "added"
    REPLACED = "replaced"
    UPDATED = "updated"
    """Only what a file beside it says of it has changed."""
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Added:
    """The report on one file."""

    path: str
    outcome: Outcome
    paper: str | None = None
    passages: int = 0
    figures: int = 0
    message: str | None = None
    """For SKIPPED, FAILED and DUPLICATE: why, and what to do. For others: a warning, if there is one."""
