"""Records -> table, json, jsonl or csv on standard output.

JSON lines and CSV are written as the records come; nothing is cut short in any format. JSON is exact. In CSV
a cell that a spreadsheet would run as a formula gets a leading apostrophe, and lists and objects are JSON.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TextIO

from api.records import Record
from corpus.errors import StorageError

PLACE = ("paper", "page", "start", "end", "spans", "text")


class Format(StrEnum):
    """How records are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of record: its name, by which a terminal knows how to show it, and its columns in CSV."""

    name: str
    fields: tuple[str, ...]


HITS = Layout(
    "hits",
    (
        *("rank", *PLACE, "kind", "section", "paragraph", "note", "score", "words", "meaning", "late"),
        *("matched", "best", "also", "citation"),
    ),
)
ANSWER = Layout("answer", ("question", "verdict", "abstained", "text", "citations", "figures", "reason", "related"))
REPHRASED = Layout("answer", (*ANSWER.fields, "rephrased"))
PAPER = Layout(
    "paper",
    (
        *(
            "paper",
            "title",
            "authors",
            "date",
            "year",
            "institution",
            "language",
            "series",
            "genre",
            "characters",
            "pages",
        ),
        *("format", "encoding", "path", "sha256", "reader", "counts", "outline"),
    ),
)
META = Layout("meta", ("paper", "field", "value", "source", "origin"))
REPLAY = Layout("replay", ("question", "same", "changes", "then", "now"))
CITES = Layout(
    "cites",
    (
        *("number", "paper", "key", "style", "citation", "full", "short", "ibid", "entry", "pandoc", "quote"),
        *(
            "page",
            "paragraph",
            "note",
            "spans",
            "locator",
            "link",
            "fragment",
            "state",
            "missing",
            "warnings",
            "through",
        ),
    ),
)
LINKS = Layout("links", ("link", "state", "paper", "spans", "text", "was", "difference"))
QUOTED = Layout("quoted", ("quotation", "verdict", "holds", "told", "places", "more", "differences", "left_out"))
NOTES = Layout(
    "notes",
    (*PLACE, "number", "state", "mark", "markers", "supports", "sentence", "references", "citation"),
)
EXHIBITS = Layout(
    "exhibits",
    (
        *(*PLACE[:4], "text", "kind", "label", "number", "state", "title", "source", "notes", "body", "continued"),
        *("markers", "references", "citation"),
    ),
)
READING = Layout("reading", (*PLACE, "kind", "section", "paragraph", "notes"))
EXCERPT = Layout("excerpt", PLACE)
ADDED = Layout("added", ("path", "outcome", "paper", "passages", "figures", "message"))
SAID = (
    *("change", "name", "label", "other", "other_label", "form"),
    *("paper", "quote", "prefix", "suffix", "said_at", "told"),
)
CORRECTIONS = Layout("corrections", ("number", *SAID, "orphan"))
CORRECTED = Layout("corrected", ("outcome", "line", "number", *SAID, "message"))
STATUS = Layout("status", ("name", "value"))
TOKENS = Layout("tokens", ("name", "may", "made"))
BATCH_HITS = Layout("batch", ("id", "query", "read_as", "notices", "suggestion", "results", "error"))
EVALUATION = Layout("evaluation", ("setting", "measure", "queries", "mean", "difference", "low", "high", "p", "test"))
ANSWERS = Layout("answers", ("threshold", "in_use", "questions", "answered", "right", "coverage", "refused"))
FACETS = Layout("facets", ("facet", "value", "passages", "query"))
BATCH_ANSWERS = Layout("batch", ("id", *ANSWER.fields, "error"))


class ReaderGoneError(Exception):
    """Whoever read our output (`head`, a pager) has closed it: not a fault, and nobody is left to tell."""


def write(records: Iterable[Record], form: Format, layout: Layout) -> int:
    """Write a list of records to standard output; how many there were.

    Raises ReaderGoneError when the other end of a pipe is closed, StorageError when a disk is full.
    """
    with output() as out:
        return write_to(out, records, form, layout)


def write_to(out: TextIO, records: Iterable[Record], form: Format, layout: Layout) -> int:
    """Write a list of records to a file that is open; how many there were."""
    counted = _Counted(records)
    _WRITERS[form](counted, layout, out)
    return counted.count


def write_bytes(data: bytes) -> None:
    """Write a file that is no text to standard output. Raises as `write` does."""
    with output() as out:
        out.buffer.write(data)


def write_one(record: Record, form: Format, layout: Layout) -> None:
    """Write a single record: in JSON an object and not a list of one. Raises as `write` does."""
    if form is Format.JSON:
        with output() as out:
            out.write(dumps(record, indent=2) + "\n")
    else:
        write([record], form, layout)


def write_text(text: str) -> None:
    """Write a paper's own words as they are; a terminal gets a line end after them. Raises as `write` does."""
    with output() as out:
        out.write(text)
        if out.isatty() and not text.endswith("\n"):
            out.write("\n")


@contextmanager
def output() -> Iterator[TextIO]:
    """Standard output as UTF-8 with line ends untouched, whatever the locale; flushed at the end."""
    out = sys.stdout
    try:
        if isinstance(out, io.TextIOWrapper):
            out.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
        yield out
        out.flush()
    except BrokenPipeError:
        _abandon(out)
        raise ReaderGoneError from None
    except OSError as error:
        _abandon(out)
        raise StorageError(f"the results could not be written: {error.strerror or error}; free some space") from error


def _abandon(out: TextIO) -> None:
    """Let what is still in the buffer go nowhere, or Python complains about it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, out.fileno())
    os.close(nowhere)


class _Counted:
    """Records that are counted as they pass."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self.count = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.count += 1
            yield record


# ---- JSON

UNSAFE = re.compile("[\ud800-\udfff\u0085\u2028\u2029]")
"""Half characters cannot be written as UTF-8; the others end a line for some readers of JSON lines."""


def dumps(value: Any, *, indent: int | None = None) -> str:
    r"""JSON with letters as they are; what cannot be written safely becomes an escape such as ``\udc80``."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _json(records: Iterable[Record], _: Layout, out: TextIO) -> None:
    before = "[\n"
    for record in records:
        out.write(before + dumps(record))
        before = ",\n"
    out.write("\n]\n" if before == ",\n" else "[]\n")


def _jsonl(records: Iterable[Record], _: Layout, out: TextIO) -> None:
    for record in records:
        out.write(dumps(record) + "\n")
        out.flush()


def write_export(record: Record) -> None:
    """Write one large JSON object to standard output, a record a line. Raises as `write` does."""
    with output() as out:
        out.writelines(export_lines(record))


def export_lines(record: Record) -> Iterator[str]:
    """A JSON object in pieces: each member of each list on a line of its own, for `grep` and `diff`."""
    opening = "{\n"
    for key, value in record.items():
        yield f"{opening}{dumps(key)}: "
        opening = ",\n"
        if isinstance(value, list) and value:
            yield "[\n" + dumps(value[0])
            yield from (",\n" + dumps(item) for item in value[1:])
            yield "\n]"
        else:
            yield dumps(value)
    yield "\n}\n" if record else "{}\n"


# ---- CSV

FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""What makes a spreadsheet run a cell when the cell begins with it: "=cmd", "@SUM(A1)"."""
PLAIN_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
HALF = re.compile("[\ud800-\udfff]")


def cell(value: object) -> str:
    """A value as a CSV cell: empty for None, JSON for lists and objects, never a formula."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return dumps(value)
    text = HALF.sub("\ufffd", value)
    return f"'{text}" if FORMULA.match(text) and not PLAIN_NUMBER.fullmatch(text) else text


def _csv(records: Iterable[Record], layout: Layout, out: TextIO) -> None:
    rows = csv.writer(out, lineterminator="\n")
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)  # a bare "\r" would end a row for readers
    rows.writerow(layout.fields)
    for record in records:
        cells = [cell(record.get(field)) for field in layout.fields]
        (quoted if any("\r" in each for each in cells) else rows).writerow(cells)


# ---- for people


def _table(records: Iterable[Record], layout: Layout, out: TextIO) -> None:
    from api.terminal import show  # noqa: PLC0415 - rich takes a tenth of a second that machines need not wait

    show(records, layout.name, out)


_WRITERS: dict[Format, Callable[[Iterable[Record], Layout, TextIO], None]] = {
    Format.TABLE: _table,
    Format.JSON: _json,
    Format.JSONL: _jsonl,
    Format.CSV: _csv,
}
