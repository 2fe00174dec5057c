"""A path or a URL -> connections to the database there; what goes wrong becomes a sentence for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from corpus.errors import LibraryBusyError, LibraryMissingError, PinciteError, StorageError

FILE_NAME = "library.db"
WRITES = "pincite_writes"

_FULL = "The disk would not take what had to be written to {where} ({cause}): nothing was changed. Free some space."
_CLOSED = "{where} cannot be opened or written here ({cause}): look at the permissions of the file and its folder."
_BUSY = "Another process is writing to {where}: wait until it has finished, then try again."
MEANINGS: Mapping[int, tuple[type[PinciteError], str]] = {
    sqlite3.SQLITE_BUSY: (LibraryBusyError, _BUSY),
    sqlite3.SQLITE_LOCKED: (LibraryBusyError, _BUSY),
    sqlite3.SQLITE_FULL: (StorageError, _FULL),
    sqlite3.SQLITE_IOERR: (StorageError, _FULL),
    sqlite3.SQLITE_TOOBIG: (StorageError, "One paper is too large for {where} ({cause}): nothing was changed."),
    sqlite3.SQLITE_READONLY: (StorageError, _CLOSED),
    sqlite3.SQLITE_CANTOPEN: (StorageError, _CLOSED),
    sqlite3.SQLITE_PERM: (StorageError, _CLOSED),
    sqlite3.SQLITE_AUTH: (StorageError, _CLOSED),
    sqlite3.SQLITE_NOTADB: (LibraryMissingError, "{where} is no pincite library: name another place for it."),
    sqlite3.SQLITE_CORRUPT: (
        LibraryMissingError,
        "The library {where} is damaged ({cause}): put back a copy of it, or delete it and add the papers again.",
    ),
}
"""SQLite's primary result code -> our error and its sentence."""


class Database:
    """Connections to one database. `where` is its name in messages; `close` it in the end."""

    def __init__(self, url: URL, *, patience: float, pragmas: Sequence[str] = ()) -> None:
        """`patience` in seconds and `pragmas`, run on each new connection, are for SQLite only."""
        self.where = url.database if _is_sqlite(url) and url.database else url.render_as_string()
        self._engine = _sqlite(url, patience, pragmas) if _is_sqlite(url) else create_engine(url)

    def reading(self) -> AbstractContextManager[Connection]:
        """One transaction in which everything stays as it is at its first look."""
        return self._transaction(writes=False)

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction: kept when the block ends well, undone as a whole when it does not.

        It waits for other writers at its start, so that it cannot fail because of them later on.
        """
        return self._transaction(writes=True)

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with self._told(), self._engine.connect() as connection:
            connection.execution_options(**{WRITES: writes})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Release files and locks."""
        self._engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn the database's errors into ours; those that only a fault of our own can cause stay as they are."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            code = getattr(cause, "sqlite_errorcode", None)
            if code is None and not isinstance(error, OperationalError):
                raise
            found = MEANINGS.get((code or sqlite3.SQLITE_IOERR) & 0xFF)
            if found is None:
                raise
            kind, sentence = found
            raise kind(sentence.format(where=self.where, cause=cause)) from error


def locate(place: str | Path, *, create: bool) -> URL:
    """The database at `place`: a library folder (``library.db`` in it), a file, or a database URL.

    With `create` the folder is made. Raises LibraryMissingError if there is no such file, StorageError if the
    folder cannot be made.
    """
    if isinstance(place, str) and "://" in place:
        url = make_url(place)
        if not _is_sqlite(url):
            return url
        if url.database in (None, "", ":memory:"):
            raise LibraryMissingError(f"A library needs a file: sqlite:///path/{FILE_NAME}, not {place}.")
        place = str(url.database)
    path = Path(place).absolute()
    try:
        if path.is_dir() or not (path.is_file() or path.suffix == Path(FILE_NAME).suffix):
            path = path / FILE_NAME
        if not create and not path.exists():
            raise LibraryMissingError(
                f"There is no library at {path}: `pincite add` makes one, --library names another."
            )
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(_CLOSED.format(where=path, cause=error.strerror)) from error
    return URL.create("sqlite", database=str(path))


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _sqlite(url: URL, patience: float, pragmas: Sequence[str]) -> Engine:
    """An engine whose transactions are what they say: Python's driver alone would start them late, or never."""
    engine = create_engine(url, connect_args={"timeout": patience}, max_overflow=-1)

    def connected(connection: Any, _: object) -> None:
        connection.isolation_level = None
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:  # a damaged file shows here, and the pool would leave the connection open
            connection.close()
            raise

    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine
