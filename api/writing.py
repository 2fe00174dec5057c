"""Analyses -> the store and its indexes: one paper, one transaction; the store first, the indexes after.

A crash between the two costs a little re-indexing on the next opening, never a wrong result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from api.adding import Plan, Task, analysed, expand
from api.indexes import Indexes, index_stamp
from api.loaded import Loaded
from api.pipeline import Analysis, analyse, stamp
from api.reports import Added, Outcome, Progress
from corpus.read.decode import is_declared
from corpus.store import Held, Store

COMMIT_EVERY = 50
"""Papers: how much indexing a crash can cost to do again."""


class Writer:
    """The one that may change a library: a context manager that keeps others from writing meanwhile."""

    def __init__(self, store: Store, indexes: Indexes) -> None:
        self._store = store
        self._indexes = indexes
        self._stamp = stamp()
        self._held: dict[str, Held] = {}
        self._uncommitted = 0

    def __enter__(self) -> Self:
        self._indexes.claim()
        self._held = dict(self._store.held())
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._indexes.keyword.commit()
        finally:
            self._indexes.release()

    def add(self, paths: Sequence[Path], jobs: int, progress: Progress) -> Iterator[Added]:
        """Add the files that `paths` name; a report for each, those that need no work first."""
        tasks: list[Task] = []
        plan = Plan(self._held, self._stamp)
        for item in expand(paths):
            step = plan.step(item) if isinstance(item, Path) else item
            if isinstance(step, Added):
                yield step
            else:
                tasks.append(step)
        for done, (task, result) in enumerate(analysed(tasks, jobs)):
            progress(task.name, done, len(tasks))
            yield result if isinstance(result, Added) else self._added(task, result)
        progress("", len(tasks), len(tasks))

    def _added(self, task: Task, analysis: Analysis) -> Added:
        self.keep(analysis)
        encoding = analysis.paper.source.encoding
        return Added(
            path=str(task.path),
            outcome=Outcome.REPLACED if task.replaces else Outcome.ADDED,
            paper=analysis.paper.name,
            passages=len(analysis.passages),
            figures=len(analysis.figures),
            message=None if is_declared(encoding) else f"{task.name} is not UTF-8; it was read as {encoding}.",
        )

    def keep(self, analysis: Analysis) -> None:
        """Put one paper into the store, in place of what has its name, and into the keyword index."""
        told = analysis.entries()
        vectors = self._indexes.encode(told)
        self._store.put(analysis.paper, self._stamp, analysis.layers(), vectors)
        name, source = analysis.paper.name, analysis.paper.source
        self._indexes.index(name, index_stamp(source.sha256, self._stamp), analysis.passages, told)
        self._uncommitted += 1
        if self._uncommitted >= COMMIT_EVERY:
            self._indexes.keyword.commit()
            self._uncommitted = 0

    def remove(self, name: str) -> None:
        """Forget one paper."""
        self._store.remove(name)
        self._indexes.keyword.remove([name])

    def refresh(self, progress: Progress) -> list[str]:
        """Analyse anew, from the texts kept, what another pipeline analysed, and encode what the model has not.

        Returns the names of the papers that were redone.
        """
        stale = [name for name, each in self._held.items() if each.stamp != self._stamp]
        bare = [name for name in self._indexes.unencoded(self._held) if name not in set(stale)]
        for done, name in enumerate([*stale, *bare]):
            progress(name, done, len(stale) + len(bare))
            if name in stale:
                self.keep(analyse(self._store.paper(name)))
            else:
                model, rows = self._indexes.encode(Loaded(self._store, name).entries())
                self._store.put_vectors(self._held[name], model, rows)
        return [*stale, *bare]
