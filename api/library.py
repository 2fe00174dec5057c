"""One library, behind every door: the one place that wires stages and engines together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from api.records import Record
from api.settings import Settings
from corpus.model import Exhibit, Note, Paper, Passage
from nlp.model import Answer, Entity, Figure, Hit, Kind


class Outcome(StrEnum):
    """What became of a file that was to be added."""

    ADDED = "added"
    REPLACED = "replaced"
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


Progress = Callable[[str, int, int], None]
"""Called with (stage or file, done, total) as work goes on."""


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures to list. None or empty means any."""

    kind: Kind | None = None
    papers: frozenset[str] = frozenset()
    unit: str | None = None
    at_least: float | None = None
    at_most: float | None = None


class Library:
    """A folder with a store (the record of truth) and the indexes derived from it.

    Open it with `Library.open`; use it as a context manager or call `close`.
    """

    @classmethod
    def open(cls, settings: Settings, *, create: bool = False) -> Library:
        """Open the library at `settings.library`; make it first if `create` and it is not there.

        Raises LibraryMissingError when it is not there, or was written by a newer pincite.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Release files and locks."""
        raise NotImplementedError

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, paths: Sequence[Path], *, jobs: int = 1, progress: Progress | None = None) -> Iterator[Added]:
        """Read, analyse and keep papers, one transaction each; a report per file as it is done.

        Folders are walked for files pincite can read. A file already held, byte for byte and by this
        pipeline, is left alone; a changed one replaces its paper and nothing else.
        """
        raise NotImplementedError

    def names(self) -> list[str]:
        """The papers held, in order of name."""
        raise NotImplementedError

    def paper(self, name: str) -> Paper:
        """One paper; `name` may be any unambiguous beginning ("002"). Raises NoSuchPaperError."""
        raise NotImplementedError

    def search(self, query: str, *, k: int = 10, papers: Iterable[str] = (), kinds: Iterable[str] = ()) -> list[tuple[Paper, Hit]]:
        """The `k` best passages. Raises BadQueryError for a query without a word in it."""
        raise NotImplementedError

    def figures(self, which: FigureFilter = FigureFilter()) -> Iterator[tuple[Paper, Figure]]:
        """Every figure that passes the filter, by paper and place."""
        raise NotImplementedError

    def ask(self, question: str) -> Answer:
        """The sentences that answer, each with citations that hold; or a refusal that says what is missing."""
        raise NotImplementedError

    def export(self) -> Record:
        """Every layer of every paper as standoff records (DESIGN: `export --format standoff`)."""
        raise NotImplementedError

    def status(self) -> Record:
        """Counts, engines in use, versions and the health of the indexes."""
        raise NotImplementedError


__all__ = ["Added", "Exhibit", "Entity", "FigureFilter", "Library", "Note", "Outcome", "Passage", "Progress"]
