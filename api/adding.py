"""Paths -> what is to be done with each file: added, replaced, or left alone, and under which name."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from api.pipeline import Analysis
from api.reports import Added, Outcome
from api.workers import Analyse, analyse_named, begin
from corpus.errors import MissingEngineError, PinciteError, UnreadableFileError
from corpus.metadata.facts import NOTHING, Statement
from corpus.metadata.sidecars import Sidecars
from corpus.read.readers import FORMATS, file_bytes, find_files
from corpus.store import Held

AHEAD = 4
"""Files in work for each process: enough to keep it busy, few enough to keep memory flat."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read, and the name its paper is to have."""

    path: Path
    name: str
    replaces: bool
    beside: Statement | None = None
    """What a file beside it says of the paper."""
    warning: str | None = None
    """What could not be read beside it."""


@dataclass(frozen=True, slots=True)
class Update:
    """A paper that is held as it is, of which a file beside it says something new."""

    path: Path
    name: str
    beside: Statement
    warning: str | None = None


def expand(paths: Sequence[Path], sidecars: Sidecars) -> Iterator[Path | Added]:
    """The files that `paths` name, folders walked in order; a report for what cannot or need not be read."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        known = 0
        for file, readable in find_files(path):
            known += readable
            if readable:
                yield file
            elif not sidecars.is_one(file):
                yield Added(str(file), Outcome.SKIPPED, message=f"{file.name} has a {UNKNOWN}.")
        if not known:
            yield Added(str(path), Outcome.FAILED, message=f"There are no papers in {path} (a folder needs {LIKE}).")


LIKE = " or ".join(f"*{suffix}" for suffix in FORMATS)
UNKNOWN = f"format pincite cannot read (it reads {', '.join(FORMATS)})"


class Plan:
    """What to do with each file of a batch, given what the library holds and today's pipeline.

    `beside` is what files beside the papers held said of them.
    """

    def __init__(
        self, held: Mapping[str, Held], stamp: str, beside: Mapping[str, Statement], sidecars: Sidecars
    ) -> None:
        self._held = held
        self._stamp = stamp
        self._beside = beside
        self._sidecars = sidecars
        self._contents = {other.sha256: name for name, other in held.items()}
        self._places = {other.path: name for name, other in held.items()}

    def step(self, path: Path) -> Task | Update | Added:
        """The task of reading one file or what is beside it, or a report on why neither is needed."""
        try:
            sha256 = hashlib.sha256(file_bytes(path)).hexdigest()
        except UnreadableFileError as refusal:
            return Added(str(path), Outcome.FAILED, message=str(refusal))
        name = self._name(path)
        there = self._held.get(name)
        if there is not None and there.sha256 == sha256 and there.stamp == self._stamp:
            return self._known(path, name)
        twin = self._contents.get(sha256, name)
        if twin != name:
            return Added(str(path), Outcome.DUPLICATE, twin, message=f"{path.name} is, byte for byte, {twin}.")
        self._contents[sha256] = name
        self._places[str(path.absolute())] = name
        return Task(path, name, there is not None, *self._sidecars.of(path))

    def _known(self, path: Path, name: str) -> Update | Added:
        """What to do with a paper that is held as it is."""
        beside, warning = self._sidecars.of(path)
        if (beside or NOTHING) == self._beside.get(name, NOTHING):
            return Added(str(path), Outcome.UNCHANGED, name, message=warning)
        return Update(path, name, beside or NOTHING, warning)

    def _name(self, path: Path) -> str:
        """The file's name, with folders before it if that is taken by another file that is still there."""
        place = path.absolute()
        if str(place) in self._places:
            return self._places[str(place)]
        taken = {name: where for where, name in self._places.items()}
        names = ("/".join(place.parts[-count:]) for count in range(1, len(place.parts)))
        free = (name for name in names if name not in taken or not Path(taken[name]).exists())
        return next(free, str(place))


Result = Analysis | Added


def analysed(
    tasks: Sequence[Task], jobs: int, names: str, analyse: Analyse = analyse_named
) -> Iterator[tuple[Task, Result]]:
    """Each task with its analysis, or a report on why there is none; in order, `jobs` processes at work.

    `names` says who finds names; each process loads that model for itself, once. `analyse` is for one job.
    """
    if jobs <= 1 or len(tasks) <= 1:
        for task in tasks:
            yield task, _guarded(task, partial(analyse, task.path, task.name, names))
        return
    waiting: deque[tuple[Task, Future[Analysis]]] = deque()
    # A fresh interpreter a process: forking one whose libraries run threads can hang.
    spawn = get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(tasks)), spawn, initializer=begin, initargs=(jobs,)) as pool:
        left = iter(tasks)
        for task in left:
            waiting.append((task, pool.submit(analyse_named, task.path, task.name, names)))
            if len(waiting) >= jobs * AHEAD:
                first, future = waiting.popleft()
                yield first, _guarded(first, future.result)
        while waiting:
            first, future = waiting.popleft()
            yield first, _guarded(first, future.result)


def _guarded(task: Task, result: Callable[[], Analysis]) -> Result:
    """One bad file never stops a batch: what goes wrong with it becomes its report."""
    try:
        return result()
    except MissingEngineError:
        raise  # no file is to blame, and none would fare better
    except PinciteError as refusal:
        return Added(str(task.path), Outcome.FAILED, message=str(refusal))
    except BrokenProcessPool:
        why = "the process that read it died, perhaps for want of memory; add it again with --jobs 1"
    except Exception as fault:  # noqa: BLE001 - the door of the batch
        why = f"pincite failed on it ({type(fault).__name__}: {fault}); no other paper is touched; please report it"
    return Added(str(task.path), Outcome.FAILED, message=f"{task.path.name}: {why}.")
