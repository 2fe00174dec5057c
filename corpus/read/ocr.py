"""The picture of a page -> its words, by the program tesseract, one paragraph a block.

Nothing is installed or fetched: if there is no tesseract on the path, `find_tesseract` says so and the caller
tells the user. The program reads the picture from its standard input and writes a table of words (TSV).
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Sequence

from corpus.errors import UnreadableFileError

PROGRAM = "tesseract"
SECONDS = 120
"""For one page."""
DOTS_PER_INCH = 300
LANGUAGE = "eng"
WORD_LEVEL = "5"
LEAST_SURE = 30.0
"""Per cent: words of which the program is less sure are specks and rules."""
COLUMNS = ("level", "block_num", "par_num", "line_num", "conf", "text")

Paragraph = list[str]
"""Its lines, each a string of words."""


def find_tesseract() -> str | None:
    """The path of the program, or None where it is not installed."""
    return shutil.which(PROGRAM)


def recognise(picture: bytes, name: str, page: int, *, program: str, language: str = LANGUAGE) -> list[Paragraph]:
    """The paragraphs on a picture (PGM, PNG or TIFF) of page number `page` of the file `name`, in reading order.

    Raises UnreadableFileError if the program fails or takes longer than SECONDS.
    """
    command = [program, "stdin", "stdout", "-l", language, "--dpi", str(DOTS_PER_INCH), "tsv"]
    # One thread: several fight for the processor and are slower.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed list of arguments, no shell
            command, input=picture, capture_output=True, timeout=SECONDS, check=True, env=environment
        )
    except subprocess.TimeoutExpired as fault:
        raise UnreadableFileError(
            f"{name}: tesseract took more than {SECONDS} seconds over page {page}; recognise the file elsewhere."
        ) from fault
    except (subprocess.CalledProcessError, OSError) as fault:
        said = getattr(fault, "stderr", b"") or str(fault).encode()
        reason = " ".join(said.decode("utf-8", "replace").split())[:200]
        raise UnreadableFileError(f"{name}: tesseract failed on page {page} ({reason}).") from fault
    return paragraphs(done.stdout.decode("utf-8", "replace"))


def paragraphs(table: str) -> list[Paragraph]:
    """The paragraphs of a TSV table as tesseract writes it."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in rows:
        level, block, paragraph, line, sure, word = (row.get(column) or "" for column in COLUMNS)
        if level == WORD_LEVEL and word.strip() and _certainty(sure) >= LEAST_SURE:
            found.setdefault((block, paragraph), {}).setdefault(line, []).append(word.strip())
    return [[" ".join(words) for words in lines.values()] for lines in found.values()]


def joined(lines: Sequence[str]) -> str:
    """The lines of a recognised paragraph in one; a hyphen between two small letters at a line's end goes."""
    words = ""
    for line in lines:
        cut = words.endswith("-") and words[-2:-1].isalpha() and line[:1].islower()
        words = words[:-1] + line if cut else f"{words} {line}".strip()
    return words


def _certainty(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return -1.0
