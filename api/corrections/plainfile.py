"""Corrections <-> a plain file that a person can read, edit and keep under version control.

One JSON object a line, in the order they were made, with the columns of the store's table that are not empty.
Empty lines and lines that begin with # are passed over; the first one names the format and its version. What was
said when (`said_at`) decides which of two stands above the other, wherever in the file they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from api.formats import dumps
from api.identities.wording import correction_of, kept_of, moment, now
from corpus.errors import UnreadableFileError
from corpus.kept import COLUMNS, Kept
from nlp.link.record import Correction

VERSION = 1
HEADER = "# pincite corrections, version {}: one a line; what was said later stands above what was said before"
HEADED = re.compile(r"#\s*pincite corrections,? version (\d{1,9})\b")
LARGEST = 16 * 1024 * 1024
"""Bytes of a file: some hundred thousand corrections."""
LONGEST = 2000
"""Characters of one value: much more than a name or a quotation has."""
NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def lines(corrections: Iterable[Correction]) -> Iterator[str]:
    """The file's lines, each with its end."""
    yield HEADER.format(VERSION) + "\n"
    for correction in corrections:
        told = {name: value for name, value in asdict(kept_of(correction)).items() if value}
        yield dumps(told) + "\n"


def read(path: Path) -> Iterator[tuple[int, Correction | str]]:
    """What stands in the file at `path`. Raises as `read_bytes`, and UnreadableFileError for one that is not there."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(f"{path} cannot be read: {error.strerror or error}.") from error
    yield from read_bytes(data, str(path))


def read_bytes(data: bytes, where: str) -> Iterator[tuple[int, Correction | str]]:
    """Line number with a correction, or with what is wrong with that line; one bad line never stops the rest.

    `where` names the file in messages. Raises UnreadableFileError for one that is too large or of a newer version.
    """
    if len(data) > LARGEST:
        raise UnreadableFileError(f"{where} is larger than {LARGEST // 1024 // 1024} MB: no list of corrections is.")
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            line = raw.decode().strip()
        except UnicodeDecodeError:
            yield number, "it is not UTF-8"
            continue
        headed = HEADED.match(line)
        if headed and int(headed[1]) > VERSION:
            raise UnreadableFileError(f"{where} was written by a newer pincite (version {headed[1]}): update pincite.")
        if line and not line.startswith("#"):
            try:
                yield number, parsed(line)
            except ValueError as fault:
                yield number, str(fault)


def parsed(line: str) -> Correction:
    """The correction on a line; one that does not say when it was made was made now. Raises ValueError."""
    try:
        stated = json.loads(line)
    except json.JSONDecodeError as fault:
        raise ValueError(f"it is not JSON ({fault.msg} at column {fault.colno})") from None
    except (ValueError, RecursionError):
        raise ValueError("it is not JSON that can be read") from None
    if not isinstance(stated, dict):
        raise ValueError("it is no object with fields and values")  # noqa: TRY004 - one error for a bad line
    told = {name: _value(name, value) for name, value in stated.items() if value is not None}
    needed = [name for name in ("change", "name", "label") if name not in told]
    if needed:
        raise ValueError(f"it has no {needed[0]!r}")
    return correction_of(Kept(**{"said_at": now(), **told}))


def _value(name: str, value: Any) -> str:
    """A field's words. Raises ValueError for an unknown field and for what are no words."""
    if name not in COLUMNS:
        raise ValueError(f"there is no field {name[:40]!r}; the fields are {', '.join(COLUMNS)}")
    if not isinstance(value, str):
        raise ValueError(f"{name!r} is no text")  # noqa: TRY004 - one error for a bad line
    if len(value) > LONGEST:
        raise ValueError(f"{name!r} is longer than {LONGEST:,} characters")
    if NO_TEXT.search(value):
        raise ValueError(f"{name!r} has characters that are no text")
    return moment(value) if name == "said_at" else value
