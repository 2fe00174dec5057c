"""A path -> a Paper: which reader takes which file. To read a new format, add a reader and a line to FORMATS."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.model import Paper, Source
from corpus.read.scribe import Reading

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Format:
    """A file format that pincite reads."""

    reader: str
    """Module and function, "corpus.read.text:read_text": imported when the first such file is read."""
    version: int = 1
    """A reader that gives another text for the same bytes gets another version."""
    largest: int = 64 * MEGABYTE
    """Bytes: larger files are refused. Text alone is never so large; pictures are."""


FORMATS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".epub": "epub",
}
"""File suffix -> format."""
READERS = {
    "txt": Format("corpus.read.text:read_text"),
    "markdown": Format("corpus.read.text:read_text"),
    "html": Format("corpus.read.html.reader:read_html"),
    "docx": Format("corpus.read.docx.reader:read_docx", largest=256 * MEGABYTE),
    "pdf": Format("corpus.read.pdf.reader:read_pdf", largest=512 * MEGABYTE),
    "epub": Format("corpus.read.epub:read_epub", largest=256 * MEGABYTE),
}


def versions() -> Iterator[str]:
    """Each format with its reader's version: another reader may give another text."""
    for form, known in sorted(READERS.items()):
        yield f"{form} {known.version}"


def read_file(path: Path, name: str | None = None) -> Paper:
    """The paper in the file at `path`, called `name` or else by its file name.

    Raises UnreadableFileError, with one sentence, for a file that is missing, too large, of another format,
    empty, encrypted, broken or of an unknown encoding.
    """
    form = _format(path)
    return read_bytes(file_bytes(path), name or path.name, form, str(path.absolute()))


def file_bytes(path: Path) -> bytes:
    """The bytes of a file; UnreadableFileError when it cannot be had or is larger than its format may be."""
    largest = READERS[_format(path)].largest
    try:
        size = path.stat().st_size
        if path.is_dir() or size > largest:
            what = (
                "a folder"
                if path.is_dir()
                else f"{size / MEGABYTE:.0f} MB, more than the {largest / MEGABYTE:.0f} MB such a file may have"
            )
            raise UnreadableFileError(f"{path.name} is {what}: it cannot be read as a paper.")
        return path.read_bytes()
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise UnreadableFileError(f"{path} cannot be read ({reason}): check the name and your rights.") from fault


def read_bytes(data: bytes, name: str, form: str, path: str = "-") -> Paper:
    """The paper in `data`, a file of the format `form`, one of READERS. Raises UnreadableFileError."""
    known = READERS[form]
    module, function = known.reader.split(":")
    read: Callable[[bytes, str], Reading] = getattr(import_module(module), function)
    seen = read(data, name)
    if not seen.text.strip():
        raise UnreadableFileError(f"{name} has no words in it: there is nothing to keep.")
    source = Source(path, form, hashlib.sha256(data).hexdigest(), f"{form} {known.version}", seen.encoding)
    return Paper(name, seen.text, source, seen.pages, seen.metadata, seen.regions, seen.warnings)


def _format(path: Path) -> str:
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UnreadableFileError(f"{path.name} has a format pincite cannot read (it reads {', '.join(FORMATS)}).")
    return form


def find_files(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every file under `folder` in order of path, and whether pincite reads its format. Hidden ones are passed over."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(root, name), Path(name).suffix.lower() in FORMATS
