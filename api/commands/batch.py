"""A file of questions -> a record for each; a line that cannot be read does not stop the others."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import typer

from api.commands.options import Exit, chosen, tell
from api.formats import Format, Layout, write
from api.records import Record
from corpus.errors import BadQueryError, UnreadableFileError


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a batch."""

    id: Any
    """Whatever JSON value the line gives; it is given back."""
    query: str
    entities: tuple[str, ...] = ()
    """Whom a passage must name, of "entity": one name or a list of them."""


class Batch:
    """The questions in a file ("-": standard input), with what went wrong on the way."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self.failed = 0

    def answers(self, answer: Callable[[Asked], Record], refused: Record) -> Iterator[Record]:
        """What `answer` makes of each query, with its id; `refused` and the error for one it cannot read."""
        for asked in self._asked():
            try:
                yield {"id": asked.id, **answer(asked)}
            except BadQueryError as error:
                self.failed += 1
                told = {"reason": str(error), "error": str(error), "at": error.at, "length": error.length}
                yield {"id": asked.id, "query": asked.query, **refused, **told}

    def _asked(self) -> Iterator[Asked]:
        for number, line in enumerate(self._lines(), 1):
            if not line.strip():
                continue
            try:
                yield parse(line)
            except ValueError as error:
                self.failed += 1
                tell(f"line {number} of {self._source} is left out: {error}.")

    def _lines(self) -> Iterator[bytes]:
        try:
            source: IO[bytes] | nullcontext[IO[bytes]]
            source = nullcontext(sys.stdin.buffer) if str(self._source) == "-" else self._source.open("rb")
            with source as lines:
                yield from lines
        except OSError as error:
            raise UnreadableFileError(f"{self._source} cannot be read: {error.strerror}.") from error


def parse(line: bytes) -> Asked:
    """The question on one line. Raises ValueError with what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON ({error.msg} at column {error.colno})") from None
    query = record.get("query", record.get("question")) if isinstance(record, dict) else None
    if not isinstance(query, str):
        raise ValueError('it is no object with "id" and "query"')  # noqa: TRY004 - one error for a bad line
    return Asked(record.get("id"), query, _entities(record.get("entity")))


def _entities(given: object) -> tuple[str, ...]:
    """The names that a line gives. Raises ValueError for what is none."""
    names = [given] if isinstance(given, str) else [] if given is None else given
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError('its "entity" is neither a name nor a list of names')
    return tuple(names)


def run_batch(
    source: Path,
    words: list[str] | None,
    answer: Callable[[Asked], Record],
    refused: Record,
    *,
    form: Format,
    layout: Layout,
) -> None:
    """Answer the whole batch on standard output. Raises typer.Exit(3) when some lines could not be answered."""
    if words:
        raise typer.BadParameter("give a query or --batch, not both.")
    if str(source) != "-" and (source.is_dir() or not source.exists()):
        raise typer.BadParameter(f"there is no file {source}.")
    batch = Batch(source)
    write(batch.answers(answer, refused), form, layout)
    if batch.failed:
        raise typer.Exit(Exit.FAILED)


def batch_format(form: Format | None, as_json: bool) -> Format:
    """JSON lines unless another format is asked for. Raises a usage error for a table, which would not be one."""
    batched = chosen(form, as_json, default=Format.JSONL)
    if batched is Format.TABLE:
        raise typer.BadParameter("a batch is written as jsonl, json or csv.")
    return batched


def one_query(words: list[str] | None) -> str:
    """The words of the command line as one query. Raises a usage error when there are none."""
    if not words:
        raise typer.BadParameter("say what to look for, or name a file with --batch.")
    return " ".join(words)
