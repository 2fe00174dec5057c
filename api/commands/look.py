"""show, status, export: what the library holds, as it is."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import FormatOption, JsonOption, LibraryOption, chosen, opened
from api.files import written_whole
from api.formats import (
    EXCERPT,
    PAPER,
    READING,
    STATUS,
    Format,
    export_lines,
    write,
    write_export,
    write_one,
    write_text,
)
from api.notes import read_records
from api.outline import outline
from api.records import Record, place, status_records
from corpus.model import Span


class ExportFormat(StrEnum):
    """What the whole library can be written as."""

    STANDOFF = "standoff"


def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="PAPER", help="A paper's name, or the beginning of it.")],
    start: Annotated[
        int | None, typer.Argument(metavar="START", min=0, help="Show the words from here ...", show_default=False)
    ] = None,
    end: Annotated[
        int | None, typer.Argument(metavar="END", min=0, help="... to here (characters).", show_default=False)
    ] = None,
    whole: Annotated[bool, typer.Option("--text", help="The whole text, as it was read.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="The whole text, each note where it is called.")] = False,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Show a paper's outline, its text, or a part of it. Text is written as it was read, untouched."""
    written = chosen(form, as_json)
    span = span_of(start, end)
    if (span is not None) + whole + notes > 1:
        raise typer.BadParameter("give one of --text, --notes and START END.")
    with opened(ctx, library) as shelf:
        paper = shelf.paper(name)
        if notes:
            write(read_records(shelf, paper.name), written, READING)
            return
        wanted = Span(0, len(paper.text)) if whole else span
        if wanted is None:
            write_one(outline(shelf, paper.name), written, PAPER)
        elif written is Format.TABLE:
            write_text(paper.quote(wanted))
        else:
            write_one(place(paper, (wanted,)), written, EXCERPT)


def span_of(start: int | None, end: int | None) -> Span | None:
    """The span that two arguments name, None for none. Raises a usage error for one alone, BadSpanError."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise typer.BadParameter("give both START and END, or neither.")
    return Span(start, end)


def status(
    ctx: typer.Context, form: FormatOption = None, as_json: JsonOption = False, library: LibraryOption = None
) -> None:
    """Say what the library holds, and how it is.

    Which engines are in use, what is stale, and whether the indexes are sound.
    """
    written = chosen(form, as_json)
    with opened(ctx, library) as shelf:
        record = shelf.status()
    if written in {Format.JSON, Format.JSONL}:
        write_one(record, written, STATUS)
    else:
        write(status_records(record), written, STATUS)


def export(
    ctx: typer.Context,
    form: Annotated[  # noqa: ARG001 - the only one as yet, and typer has checked that it is
        ExportFormat, typer.Option("--format", "-f", help="What to write.")
    ] = ExportFormat.STANDOFF,
    target: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.", show_default="standard output")
    ] = Path("-"),
    library: LibraryOption = None,
) -> None:
    """Write all papers and layers as one JSON object. Layers are spans into the text."""
    with opened(ctx, library) as shelf:
        record = shelf.export()
    if str(target) == "-":
        write_export(record)
    else:
        write_file(target, record)


def write_file(target: Path, record: Record) -> None:
    """Write `record` to `target` whole or not at all. Raises StorageError."""
    with written_whole(target) as draft, draft.open("w", encoding="utf-8", newline="") as out:
        out.writelines(export_lines(record))
