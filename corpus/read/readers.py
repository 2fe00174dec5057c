"""A path -> a Paper: which reader takes which file. To read a new format, add a reader and a line to FORMATS."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.model import Page, Paper, Source, Span
from corpus.read.decode import decode

FORMATS = {".txt": "txt", ".text": "txt", ".md": "markdown", ".markdown": "markdown"}
"""File suffix -> format."""
VERSIONS = {"txt": 1, "markdown": 1}
"""A reader that gives another text for the same bytes gets another version."""
LARGEST = 64 * 1024 * 1024
"""Bytes: a paper of text alone is never so large."""


def read_file(path: Path, name: str | None = None) -> Paper:
    """The paper in the file at `path`, called `name` or else by its file name.

    Raises UnreadableFileError, with one sentence, for a file that is missing, too large, of another format,
    empty, binary or of an unknown encoding.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UnreadableFileError(f"{path.name} has a format pincite cannot read (it reads {', '.join(FORMATS)}).")
    return read_bytes(file_bytes(path), name or path.name, form, str(path.absolute()))


def file_bytes(path: Path) -> bytes:
    """The bytes of a file; UnreadableFileError when it cannot be had or is larger than LARGEST."""
    try:
        size = path.stat().st_size
        if path.is_dir() or size > LARGEST:
            what = (
                "a folder"
                if path.is_dir()
                else f"{size / 1e6:.0f} MB, more than the {LARGEST / 1e6:.0f} MB a text may have"
            )
            raise UnreadableFileError(f"{path.name} is {what}: it cannot be read as a paper.")
        return path.read_bytes()
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise UnreadableFileError(f"{path} cannot be read ({reason}): check the name and your rights.") from fault


def read_bytes(data: bytes, name: str, form: str, path: str = "-") -> Paper:
    """The paper in `data`, a file of the format `form` ("txt" or "markdown")."""
    text, encoding = decode(data, name)
    source = Source(path, form, hashlib.sha256(data).hexdigest(), f"{form} {VERSIONS[form]}", encoding)
    return Paper(name, text, source, _pages(text))


def _pages(text: str) -> tuple[Page, ...]:
    """Form feeds cut a text into pages. Their printed labels are not known here."""
    cuts = [at for at, char in enumerate(text) if char == "\f"]
    if not cuts:
        return ()
    starts = [0, *(cut + 1 for cut in cuts)]
    ends = [*(cut + 1 for cut in cuts), len(text)]
    return tuple(Page(Span(a, b)) for a, b in zip(starts, ends, strict=True) if a < b)


def find_files(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every file under `folder` in order of path, and whether pincite reads its format. Hidden ones are passed over."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(root, name), Path(name).suffix.lower() in FORMATS
