"""Tokens -> who may ask a service that others can reach: made once, shown once, kept in the library as hashes.

A token is 256 random bits, so that one round of SHA-256 is enough: there is nothing to guess.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from corpus.errors import BadQueryError, LibraryMissingError, StorageError

FILE_NAME = "tokens.json"
PREFIX = "pincite_"
NAME = re.compile(r"[\w.@-]{1,64}")


class May(StrEnum):
    """What a token is good for."""

    READ = "read"
    WRITE = "write"
    """To read, and to change the library."""


@dataclass(frozen=True, slots=True)
class Token:
    """What is kept of a token."""

    name: str
    may: May
    made: str
    """UTC, ISO 8601."""
    sha256: str


class Tokens:
    """The tokens of one library; the file is read again when it has changed, so that a removed one ends at once."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._file = library / FILE_NAME
        self._seen: tuple[int, int] | None = None
        self._kept: list[Token] = []

    def add(self, name: str, may: May) -> str:
        """Make a token and return it: it cannot be shown again. Raises BadQueryError for a name taken or odd."""
        if not NAME.fullmatch(name):
            raise BadQueryError(f"{name!r} names no token: use up to 64 letters, digits, dots, @, - and _.")
        kept = self.listed()
        if any(each.name == name for each in kept):
            raise BadQueryError(f"there is a token {name!r} already: `pincite token remove {name}` ends it.")
        secret = PREFIX + secrets.token_urlsafe(32)
        made = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self._write([*kept, Token(name, may, made, _hash(secret))])
        return secret

    def remove(self, name: str) -> None:
        """End a token. Raises BadQueryError when there is none of that name."""
        kept = self.listed()
        if all(each.name != name for each in kept):
            raise BadQueryError(f"there is no token {name!r}: `pincite token list` shows them.")
        self._write([each for each in kept if each.name != name])

    def listed(self) -> list[Token]:
        """All of them, the oldest first. Raises StorageError when the file cannot be read."""
        try:
            found = self._file.stat()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _broken(self._file, error) from error
        if self._seen != (found.st_mtime_ns, found.st_ino):
            try:
                rows = json.loads(self._file.read_bytes())
                self._kept = [Token(row["name"], May(row["may"]), row["made"], row["sha256"]) for row in rows]
            except (OSError, ValueError, KeyError, TypeError) as error:
                raise _broken(self._file, error) from error
            self._seen = (found.st_mtime_ns, found.st_ino)
        return list(self._kept)

    def known(self, secret: str) -> Token | None:
        """The token that this is; None when it is none. All are compared, however early one fits."""
        asked, found = _hash(secret), None
        for each in self.listed():
            if hmac.compare_digest(each.sha256, asked):
                found = each
        return found

    def _write(self, tokens: list[Token]) -> None:
        """Whole or not at all, and never readable by others."""
        if not self._library.is_dir():
            raise LibraryMissingError(f"There is no library at {self._library}: `pincite add` makes one.")
        draft = self._file.with_suffix(".new")
        try:
            draft.unlink(missing_ok=True)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(json.dumps([asdict(each) for each in tokens], indent=1) + "\n")
            draft.replace(self._file)
        except OSError as error:
            raise StorageError(f"{self._file} cannot be written: {error.strerror}.") from error


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _broken(file: Path, error: Exception) -> StorageError:
    return StorageError(f"{file} cannot be read ({error}): delete it and make the tokens anew.")
