"""Analyses -> the store and its indexes: one paper, one transaction; the store first, the indexes after.

A crash between the two costs a little re-indexing on the next opening, never a wrong result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Self

from api.adding import Plan, Task, Update, analysed, expand
from api.indexes import Indexes, index_stamp
from api.loaded import Loaded
from api.pipeline import Analysis, analyse, stamp
from api.recognisers import keep_choice, recogniser
from api.reports import Added, Outcome, Progress
from api.stamps import Stamp, stale
from api.workers import Analyse, analyse_named
from corpus.metadata.facts import NOTHING, Said, Statement, Told, digest, effective, facts_of
from corpus.metadata.sidecars import Sidecars
from corpus.model import Source
from corpus.read.decode import is_declared
from corpus.read.readers import FORMATS
from corpus.store import Held, Store
from nlp.find.entries import entries

COMMIT_EVERY = 50
"""Papers: how much indexing a crash can cost to do again."""


class Writer:
    """The one that may change a library: a context manager that keeps others from writing meanwhile."""

    def __init__(self, store: Store, indexes: Indexes, names: str) -> None:
        """`names`: who is to find names, as `api.recognisers.recogniser` reads it; asked for when papers are read."""
        self._store = store
        self._indexes = indexes
        self._names = names
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

    @cached_property
    def _stamp(self) -> Stamp:
        """Today's stamp. The library keeps from now on who finds its names. Raises MissingEngineError."""
        today = stamp(recogniser(self._names))
        keep_choice(self._store, self._names)
        return today

    def add(
        self, paths: Sequence[Path], jobs: int, progress: Progress, analyse_one: Analyse = analyse_named
    ) -> Iterator[Added]:
        """Add the files that `paths` name; a report for each, those that need no work first."""
        tasks: list[Task] = []
        sidecars = Sidecars(FORMATS)
        plan = Plan(self._held, str(self._stamp), self._store.sidecars(), sidecars)
        for item in expand(paths, sidecars):
            step = plan.step(item) if isinstance(item, Path) else item
            if isinstance(step, Task):
                tasks.append(step)
            else:
                yield self._updated(step) if isinstance(step, Update) else step
        for done, (task, result) in enumerate(analysed(tasks, jobs, self._names, analyse_one)):
            progress(task.name, done, len(tasks))
            yield result if isinstance(result, Added) else self._added(task, result)
        progress("", len(tasks), len(tasks))

    def replace(self, name: str, path: Path, analyse_one: Analyse = analyse_named) -> Added:
        """Put the file at `path` in place of the paper `name`, wherever that came from."""
        task = Task(path, name, True, *Sidecars(FORMATS).of(path))
        ((_, result),) = analysed([task], 1, self._names, analyse_one)
        return result if isinstance(result, Added) else self._added(task, result)

    def _added(self, task: Task, analysis: Analysis) -> Added:
        self.keep(analysis, task.beside or NOTHING)
        encoding = analysis.paper.source.encoding
        warnings = [] if is_declared(encoding) else [f"{task.name} is not UTF-8; it was read as {encoding}."]
        warnings += [*analysis.paper.warnings, *([task.warning] if task.warning else [])]
        return Added(
            path=str(task.path),
            outcome=Outcome.REPLACED if task.replaces else Outcome.ADDED,
            paper=analysis.paper.name,
            passages=len(analysis.passages),
            figures=len(analysis.figures),
            message=" ".join(warnings) or None,
        )

    def _updated(self, update: Update) -> Added:
        self.state(update.name, Told.SIDECAR, update.beside)
        now = f"its metadata are now those of {Path(update.beside.origin).name}."
        told = now if update.beside.facts else "its metadata are its own again: nothing beside it describes it."
        message = f"{told} {update.warning}" if update.warning else told
        return Added(str(update.path), Outcome.UPDATED, update.name, message=message)

    def keep(self, analysis: Analysis, beside: Statement) -> None:
        """Put one paper into the store, in place of what has its name, and into the keyword index.

        `beside` is what a file beside it says of it; what was set by hand stays. Of a paper whose text stands as
        it is held only the names are put in place, and what is read with their help.
        """
        name, source = analysis.paper.name, analysis.paper.source
        if name in self._held and self._stands(self._held[name], source):
            self._store.renew(self._held[name], str(self._stamp), analysis.named())
            if beside != self._store.said(name).get(Told.SIDECAR, NOTHING):
                self.state(name, Told.SIDECAR, beside)
            return
        said = self._store.said(name) if name in self._held else {}
        lasting = {source: said[source] for source in (Told.SET, Told.IMPORT) if source in said}
        own = Statement(facts_of(analysis.paper.metadata))
        about = effective({**lasting, Told.SIDECAR: beside, Told.PAPER: own})
        told = replace(analysis, paper=replace(analysis.paper, metadata=about)).entries()
        vectors = self._indexes.encode(told)
        today = str(self._stamp)
        self._store.put(analysis.paper, today, analysis.layers(), vectors, read=analysis.read, beside=beside)
        self._indexes.index(name, index_stamp(source.sha256, today, digest(about)), told)
        self._count()

    def _stands(self, held: Held, source: Source) -> bool:
        """Whether the same file was analysed before as it would be now, but for its names."""
        same = (held.sha256, held.path) == (source.sha256, source.path)
        return same and Stamp.read(held.stamp).text == self._stamp.text

    def state(self, name: str, source: Told, statement: Statement) -> None:
        """Keep what `source` says of a paper that is held, and index it anew under what it is called now."""
        said: Said = {**self._store.said(name), source: statement}
        about, loaded, held = effective(said), Loaded(self._store, name), self._held[name]
        told = entries(replace(loaded.paper, metadata=about), loaded.passages, loaded.markers)
        renamed = bool(told) and about.title != loaded.paper.metadata.title
        self._store.state(name, source, statement, self._indexes.encode(told) if renamed else None)
        stamp = index_stamp(held.sha256, held.stamp, digest(about))
        self._indexes.index(name, stamp, told)
        self._count()

    def _count(self) -> None:
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

        Papers whose names alone are stale keep passages, vectors and index entries. Returns the names of the
        papers that were redone.
        """
        old = stale(self._held, self._stamp)
        bare = [name for name in self._indexes.unencoded(self._held) if name not in old.whole]
        made = [*old.whole, *old.names]
        for done, name in enumerate([*made, *bare]):
            progress(name, done, len(made) + len(bare))
            if done < len(made):
                beside = self._store.said(name).get(Told.SIDECAR, NOTHING)
                self.keep(analyse(self._store.as_read(name), recogniser(self._names)), beside)
            else:
                vectors = self._indexes.encode(Loaded(self._store, name).entries())
                self._store.put_vectors(self._store.held()[name], vectors)
        return list(dict.fromkeys([*made, *bare]))
