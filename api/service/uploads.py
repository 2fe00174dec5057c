"""A multipart request -> files in a folder of the library, each under the name it was sent by, or why it is refused.

Nothing of a name is repaired: one with a path in it, or with characters that cannot be seen, is refused. A file is
measured while it arrives, so that one too large is not kept first.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from fastapi import HTTPException, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from corpus.errors import StorageError
from corpus.read.readers import FORMATS

MEGABYTE = 1024 * 1024
MOST_FILES = 500
FILES_AT_ONCE = 20
"""A whole request may be as large as so many of the largest files."""
LONGEST_NAME = 200
"""Bytes in UTF-8."""
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that no name may have: controls, overrides of direction, halves, private ones."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and why."""

    name: str
    status: HTTPStatus
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is kept for now, under the name it was sent by."""

    name: str
    path: Path


class TooLargeError(MultiPartException):
    """A file, or all of them together, larger than allowed."""


def check_name(name: str) -> str | None:
    """Why a file may not be called so, in a sentence; None if it may."""
    if not name.strip() or name.startswith(".") or set(name) & set("/\\:"):
        return "a file is sent by its plain name, such as report.pdf, without folders."
    if any(unicodedata.category(char) in UNSEEN for char in name):
        return "the file's name has characters that cannot be seen; give it a plain one."
    if len(name.encode()) > LONGEST_NAME:
        return f"the file's name is longer than {LONGEST_NAME} bytes."
    return None


def refusal(name: str) -> Refused | None:
    """Why a file of that name is not taken; None if it is."""
    why = check_name(name)
    if why is not None:
        return Refused("".join(c if c.isprintable() else "?" for c in name), HTTPStatus.BAD_REQUEST, why)
    if Path(name).suffix.lower() not in FORMATS:
        told = f"{name} has a format pincite cannot read (it reads {', '.join(FORMATS)})."
        return Refused(name, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, told)
    return None


async def received(request: Request, folder: Path, largest: int) -> tuple[list[Taken], list[Refused]]:
    """The files of a request, kept in `folder`; those refused by their names. `largest`: bytes a file may have.

    Raises HTTPException: 413 for what is too large, 415 for a request that is no multipart form, 400 for a broken one.
    """
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send the files as multipart/form-data.")
    parser = _Measuring(request, largest)
    try:
        form = await parser.parse()
    except TooLargeError as error:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, error.message) from error
    except MultiPartException as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"the form cannot be read: {error.message}") from error
    try:
        files = [each for _, each in form.multi_items() if isinstance(each, UploadFile)]
        return await run_in_threadpool(_kept, files, folder)
    finally:
        await form.close()


def _kept(files: Sequence[UploadFile], folder: Path) -> tuple[list[Taken], list[Refused]]:
    taken: dict[str, Taken] = {}
    refused: list[Refused] = []
    for file in files:
        name = file.filename or ""
        why = refusal(name)
        if why is None and name in taken:
            why = Refused(name, HTTPStatus.BAD_REQUEST, f"{name} is sent twice; the first is taken.")
        if why is not None:
            refused.append(why)
            continue
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with (folder / name).open("xb") as out:
                shutil.copyfileobj(file.file, out)
        except OSError as error:
            raise StorageError(f"{name} could not be kept: {error.strerror}.") from error
        taken[name] = Taken(name, folder / name)
    return list(taken.values()), refused


class _Measuring(MultiPartParser):
    """Stops reading when a file is too large, or all are."""

    def __init__(self, request: Request, largest: int) -> None:
        super().__init__(request.headers, _stream(request, largest * FILES_AT_ONCE), max_files=MOST_FILES)
        self._largest, self._size = largest, 0

    def on_part_begin(self) -> None:
        """A new part."""
        super().on_part_begin()
        self._size = 0

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        """More of the part."""
        self._size += end - start
        if self._size > self._largest:
            raise TooLargeError(f"a file may have {self._largest / MEGABYTE:g} MB.")
        super().on_part_data(data, start, end)


async def _stream(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    read = 0
    async for chunk in request.stream():
        read += len(chunk)
        if read > most:
            raise TooLargeError(f"the files of one request may have {most / MEGABYTE:g} MB together.")
        yield chunk
