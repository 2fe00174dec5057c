"""The bytes of a PDF -> refused if its drawings call each other so often that no machine could read them.

A form (a drawing within a page) may call others; one that calls two, each of which calls two, fills any memory
after thirty steps, and PDFium cannot be stopped once it has begun. So a file with a form that calls more than
one is first opened in a process of its own, with a limit on time and memory. Other files cost one search.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from itertools import islice

from corpus.errors import UnreadableFileError

FORM = re.compile(rb"/Subtype\s*/Form\b")
STREAM = re.compile(rb"stream\r?\n")
CALL = re.compile(rb"\bDo\b")
FILTER = re.compile(rb"/Filter\s*\[?\s*/(?!Fl\b|FlateDecode\b)")
MOST_READ = 1 << 20
"""Bytes of a form's drawing that are looked at; a longer one is suspicious."""
MOST_FORMS = 2_000
FAR = 4_096
"""Bytes around the word that names a form in which the rest of its dictionary stands."""
SECONDS = 20
MEMORY = 3 << 29
"""Bytes of address space for the trial."""
TRIAL = f"""
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
except (ImportError, ValueError, OSError):
    pass
from corpus.read.pdf.sheets import opened
with opened(sys.stdin.buffer.read(), "trial") as document:
    for page in range(document.count):
        with document.sheet(page):
            pass
"""


def refuse_bombs(data: bytes, name: str) -> None:
    """Raise UnreadableFileError, in one sentence, for a PDF that cannot be opened within the limits."""
    if not _is_suspicious(data):
        return
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            [sys.executable, "-c", TRIAL],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=environment,
        )
        failed = done.returncode != 0 and b"UnreadableFileError" not in done.stderr
    except subprocess.TimeoutExpired:
        failed = True
    if failed:
        raise UnreadableFileError(
            f"{name} cannot be opened within {SECONDS} seconds and {MEMORY / 2**30:g} GB: its drawings call each other "
            "without end; print it to a new PDF and add that."
        )


def _is_suspicious(data: bytes) -> bool:
    if b"/Form" not in data:
        return False
    forms = list(islice(FORM.finditer(data), MOST_FORMS + 1))
    return len(forms) > MOST_FORMS or any(_calls_several(data, match.start()) for match in forms)


def _calls_several(data: bytes, at: int) -> bool:
    """Whether the form whose dictionary holds `at` calls more than one other, or cannot be looked into."""
    found = STREAM.search(data, at, at + FAR)
    if found is None:
        return False
    start = data.rfind(b" obj", max(0, at - FAR), at)
    if FILTER.search(data, max(0, start), found.start()):
        return True
    packed = data[found.end() : found.end() + MOST_READ]
    if b"Flate" not in data[max(0, start) : found.start()] and b"/Fl" not in data[max(0, start) : found.start()]:
        end = packed.find(b"endstream")
        return end < 0 or sum(1 for _ in islice(CALL.finditer(packed, 0, end), 2)) > 1
    try:
        unpacking = zlib.decompressobj()
        drawing = unpacking.decompress(packed, MOST_READ)
    except zlib.error:
        return True
    return bool(unpacking.unconsumed_tail) or sum(1 for _ in islice(CALL.finditer(drawing), 2)) > 1
