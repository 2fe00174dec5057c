"""Settings -> the library of a service: one for readers, lent to a request at a time, and one for what changes it.

The two are open side by side, so that a paper can be searched for while another is added. The model of meaning is
loaded in the background when `warm` says so, while words can be searched already.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from threading import Event, Lock, Thread

from api.library import Library
from api.settings import Settings
from corpus.errors import LibraryBusyError, PinciteError

PATIENCE = 30.0
"""Seconds a change waits for the one before it: a paper that is being read is a change too."""
STOPPING = 5.0
"""Seconds a change may go on when the service ends: after that it is undone as by a crash, whole."""
LOADING = 60.0
"""Seconds to wait for the model at most, where nothing can be said without it."""


class Meaning(StrEnum):
    """How the model of meaning stands."""

    LOADING = "loading"
    READY = "ready"
    ABSENT = "absent"
    """It cannot be loaded: an answer that needs it says why."""


class Desk:
    """The library of a service, opened when first asked for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.meaning = Meaning.LOADING
        self._reader: Library | None = None
        self._writer: Library | None = None
        self._reading, self._writing = Lock(), Lock()
        self._warm = Event()
        self._warming = False

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The library for reading, for as long as the block lasts. Raises LibraryMissingError, and tries again."""
        with self._reading:
            if self._reader is None:
                self._reader = Library.open(self.settings)
            yield self._reader

    @contextmanager
    def apart(self) -> Iterator[Library]:
        """A library of one's own, for reading what takes so long that others should not wait for it."""
        with Library.open(self.settings) as library:
            yield library

    @contextmanager
    def changing(self, patience: float = PATIENCE) -> Iterator[Library]:
        """The library for changing it, for as long as the block lasts; readers go on as before.

        Raises LibraryBusyError when another change takes longer than `patience`, LibraryMissingError.
        """
        if not self._writing.acquire(timeout=patience):
            raise LibraryBusyError("a paper is being read into the library: wait until that is done and try again.")
        try:
            if self._writer is None:
                self._writer = Library.open(self.settings)
            yield self._writer
        finally:
            self._writing.release()

    def open(self) -> None:
        """Open the library now, so that what is wrong with it shows before anybody asks."""
        with self.library():
            pass

    def warm(self) -> None:
        """Begin to load the model of meaning, in a thread of its own."""
        self._warming = True
        Thread(target=self._load, name="loads the model", daemon=True).start()

    @property
    def warming(self) -> bool:
        """Whether the model is being loaded at this moment."""
        return self._warming and not self._warm.is_set()

    def wait(self) -> None:
        """Wait until the model is loaded, if it is being loaded, without keeping the library from others."""
        if self._warming:
            self._warm.wait(LOADING)

    def close(self) -> None:
        """Close the library when the request in hand is done; a change that goes on for long is given up."""
        with self._reading:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
        if self._writing.acquire(timeout=STOPPING):
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._writing.release()

    def _load(self) -> None:
        try:
            with self.library() as library:
                pass
            library.warm()  # without the lock: who searches by words need not wait
            self.meaning = Meaning.READY
        except PinciteError:
            self.meaning = Meaning.ABSENT
        finally:
            self._warm.set()
