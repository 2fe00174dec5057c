"""A list of records -> a table in whatever format: on standard output or in a file, as text or with typed columns."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.columns import Type
from api.files import written_whole
from api.formats import Format, Layout, write, write_bytes, write_to
from api.records import Record


class TableFormat(StrEnum):
    """How records are written: as text, or as a typed table."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


TYPED = frozenset({TableFormat.XLSX, TableFormat.PARQUET})
SUFFIXES = {f".{form}": form for form in TableFormat if form is not TableFormat.TABLE}


TargetOption = Annotated[
    Path | None,
    typer.Option("--out", "--output", "-o", metavar="FILE", help="Write to FILE; its suffix tells the format."),
]
TableFormatOption = Annotated[
    TableFormat | None, typer.Option("--format", "-f", help="How to write the results.", show_default="table")
]


def put(
    rows: Iterator[Record], form: TableFormat, target: Path | None, layout: Layout, columns: Mapping[str, Type]
) -> int:
    """Write the records; how many. `columns` are those of a typed table.

    An empty list makes an empty file, as an export equals what is shown.
    """
    if form in TYPED:
        return _put_typed(rows, form, target, layout.name, columns)
    if target is None:
        return write(rows, Format(form), layout)
    with written_whole(target) as draft, draft.open("w", encoding="utf-8", newline="") as out:
        return write_to(out, rows, Format(form), layout)


def _put_typed(
    rows: Iterator[Record], form: TableFormat, target: Path | None, name: str, columns: Mapping[str, Type]
) -> int:
    """Write a typed table to a file or a pipe, whole or not at all."""
    table = io.BytesIO()
    if form is TableFormat.XLSX:
        from api.sheets import write_xlsx  # noqa: PLC0415 - loads when it is wanted

        count = write_xlsx(rows, columns, table, title=name)
    else:
        from api.parquet import write_parquet  # noqa: PLC0415

        count = write_parquet(rows, columns, table)
    if target is None:
        write_bytes(table.getvalue())
    else:
        with written_whole(target) as draft:
            draft.write_bytes(table.getvalue())
    return count


def chosen_format(form: TableFormat | None, target: Path | None, *, as_json: bool) -> TableFormat:
    """The format asked for by name or by a file's suffix. Raises a usage error for two, or a table no screen shows."""
    if as_json and form not in (None, TableFormat.JSON):
        raise typer.BadParameter("--json and --format name two formats; leave one out.")
    form = TableFormat.JSON if as_json else form
    named = SUFFIXES.get(target.suffix.lower()) if target is not None else None
    if form is None and target is not None and named is None:
        raise typer.BadParameter(f"{target.name} does not tell its format; end it in {', '.join(SUFFIXES)}.")
    if form and named and form is not named:
        raise typer.BadParameter(f"{target and target.name} and --format {form} name two formats; leave one out.")
    chosen = form or named or TableFormat.TABLE
    if chosen in TYPED and target is None and sys.stdout.isatty():
        raise typer.BadParameter(f"{chosen} is no text for a terminal; name a file with --out.")
    return chosen


def check_picture(picture: Path | None, form: TableFormat | None, target: Path | None, *, as_json: bool) -> None:
    """Raises a usage error where a drawing and a list are both asked for, BadQueryError for an ending not drawn."""
    if picture is None:
        return
    if form is not None or target is not None or as_json:
        raise typer.BadParameter("--plot draws instead of listing; leave out --format, --json and --out.")
    from api.plot.drawing import form_of  # noqa: PLC0415 - drawing loads when it is wanted

    form_of(picture)
