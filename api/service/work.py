"""Files that were sent -> jobs that read them into the library in the background, one file after another.

A job says what it is doing and what became of each file; one bad file never stops it. Jobs are remembered until the
service ends, the last thousand of them; what they have added stays.
"""

from __future__ import annotations

import secrets
import shutil
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread

from api.apart import Apart
from api.library import Library
from api.records import Record, added_record
from api.reports import Added, Outcome
from api.service.desk import Desk
from api.service.uploads import Refused, Taken
from api.workers import Analyse
from corpus.errors import PinciteError, StorageError

KEPT = 1_000
"""Jobs remembered."""
STOPPING = 10.0
"""Seconds to wait for the file in work when the service ends."""
FOREVER = -1.0
"""A job waits for other changes as long as they take."""
UPLOADS = "uploads"
"""The folder of the library in which files that were sent are kept; those not yet read in `ARRIVING` of it."""
ARRIVING = ".arriving"


class State(StrEnum):
    """How a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    """Every file has its result, be it that it could not be read."""


@dataclass
class Job:
    """Files to be read, and what became of them."""

    id: str
    files: Sequence[Taken]
    results: list[Added]
    paper: str | None = None
    """The paper that the one file takes the place of; None for files to be added."""
    state: State = State.WAITING
    made: str = ""
    ended: str | None = None
    refused: int = 0
    changes: int = 0
    """Counts up with everything that happens."""

    def record(self) -> Record:
        """As every door hands it out."""
        total, done = len(self.files) + self.refused, len(self.results)
        at = self.files[done - self.refused].name if self.state is State.RUNNING and done < total else None
        return {
            "id": self.id,
            "state": str(self.state),
            "progress": {"done": done, "total": total, "file": at},
            "results": [added_record(each) for each in self.results],
            "made": self.made,
            "ended": self.ended,
        }


class Jobs:
    """The jobs of a service: each is begun by `add` or `replace`, and looked up by its number."""

    def __init__(self, desk: Desk, analyse: Analyse | None = None) -> None:
        """`analyse` reads a file; in a process of its own if it is None."""
        self._desk = desk
        self._apart = Apart()
        self._analyse = analyse or self._apart
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._stopping = False

    @property
    def uploads(self) -> Path:
        """Where files that were sent are kept."""
        return self._desk.settings.library.absolute() / UPLOADS

    def arriving(self) -> Path:
        """A folder for the files of one request, until they are read."""
        return self.uploads / ARRIVING / secrets.token_hex(8)

    def add(self, files: Sequence[Taken], refused: Sequence[Refused] = (), paper: str | None = None) -> Job:
        """Begin a job for these files; `refused` are in its results from the start.

        With a `paper` the one file takes its place; else each is added as `Library.add` does.
        """
        failed = [Added(each.name, Outcome.FAILED, message=each.reason) for each in refused]
        job = Job(secrets.token_hex(8), files, failed, paper, made=_now(), refused=len(failed))
        with self._lock:
            self._jobs[job.id] = job
            done = [each.id for each in self._jobs.values() if each.state is State.DONE]
            for old in done[: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[old]
            if self._thread is None:
                self._thread = Thread(target=self._work, name="reads papers", daemon=True)
                self._thread.start()
        self._queue.put(job)
        return job

    def get(self, number: str) -> Job | None:
        """The job of that number, None if there is none."""
        return self._jobs.get(number)

    def listed(self) -> list[Job]:
        """All that are remembered, the latest first."""
        return list(reversed(list(self._jobs.values())))

    def forget(self, path: str) -> None:
        """Delete the file of a paper that is gone, if it is one that was sent."""
        file = Path(path)
        if file.parent == self.uploads:
            file.unlink(missing_ok=True)

    def close(self) -> None:
        """Stop: the file in work is given up, and those waiting are not read."""
        self._stopping = True
        self._queue.put(None)
        self._apart.kill()
        if self._thread is not None:
            self._thread.join(STOPPING)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            job.state = State.RUNNING
            job.changes += 1
            for file in job.files:
                if self._stopping:
                    break
                job.results.append(self._read(job, file))
                job.changes += 1
            if job.files:
                shutil.rmtree(job.files[0].path.parent, ignore_errors=True)
            job.state, job.ended = State.DONE, _now()
            job.changes += 1
        self._apart.close()

    def _read(self, job: Job, file: Taken) -> Added:
        try:
            with self._desk.changing(FOREVER) as library:
                report = self._into(library, job, file)
        except PinciteError as refusal:
            report = Added(file.name, Outcome.FAILED, message=str(refusal))
        except Exception as fault:  # noqa: BLE001 - the door of the batch
            why = f"pincite failed on it ({type(fault).__name__}); no other paper is touched; please report it."
            report = Added(file.name, Outcome.FAILED, message=f"{file.name}: {why}")
        return replace(report, path=file.name)

    def _into(self, library: Library, job: Job, file: Taken) -> Added:
        """Read one file; it is kept if its paper is, and what had its place comes back if not."""
        place = self.uploads / (file.name if job.paper is None else _own_name(job.paper, file.name))
        before = file.path.with_name(file.name + ".before")
        try:
            if place.exists():
                place.replace(before)
            file.path.replace(place)
        except OSError as error:
            raise StorageError(f"{file.name} could not be kept: {error.strerror}.") from error
        kept = False
        try:
            if job.paper is None:
                (report,) = library.add([place], analyse=self._analyse)
            else:
                old = library.paper(job.paper).source.path
                report = library.replace(job.paper, place, analyse=self._analyse)
                if report.outcome is not Outcome.FAILED and old != str(place):
                    self.forget(old)
            kept = report.outcome not in {Outcome.FAILED, Outcome.DUPLICATE}
            return report
        finally:
            if not kept:
                place.unlink(missing_ok=True)
                if before.exists():
                    before.replace(place)


def _own_name(paper: str, sent: str) -> str:
    """The name of the file that takes the place of a paper's: its own, with the ending of what was sent."""
    name, ending = paper.replace("/", "_").lstrip("."), Path(sent).suffix.lower()
    return name if name.lower().endswith(ending) else name + ending


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
