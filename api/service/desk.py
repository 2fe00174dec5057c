"""Settings -> the one library of a service, opened when first asked for and lent to one request at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from api.library import Library
from api.settings import Settings


class Desk:
    """One library, opened when first asked for, that one request at a time may use."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._library: Library | None = None
        self._lock = Lock()

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The library, for as long as the block lasts. Raises LibraryMissingError, and tries again next time."""
        with self._lock:
            if self._library is None:
                self._library = Library.open(self._settings)
            yield self._library

    def open(self) -> None:
        """Open the library now, so that what is wrong with it shows before anybody asks."""
        with self.library():
            pass

    def close(self) -> None:
        """Close the library when the request in hand is done."""
        with self._lock:
            if self._library is not None:
                self._library.close()
                self._library = None
