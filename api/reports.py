"""What became of each file that was to be added, and of each correction that was to be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from nlp.link.record import Correction

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


class Became(StrEnum):
    """What became of a correction that was to be made."""

    KEPT = "kept"
    SAME = "same"
    """It would have changed nothing and was not kept."""
    CONFLICT = "conflict"
    """An earlier one says the opposite: it was not kept."""
    FAILED = "failed"
    """It is no correction."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The report on one correction."""

    outcome: Became
    correction: Correction | None = None
    number: int | None = None
    """By which it can be undone; None unless it was kept."""
    message: str | None = None
    """Why it was not kept, in a sentence."""
    line: int | None = None
    """Where it stands in the file that was read."""
