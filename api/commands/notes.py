"""notes: the footnotes and endnotes of papers, and what is missing of them."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import (
    FormatOption,
    JsonOption,
    LibraryOption,
    QuietOption,
    chosen,
    finish,
    is_quiet,
    opened,
)
from api.formats import NOTES, write
from api.notes import NoteState, notes_found


def notes(
    ctx: typer.Context,
    papers: Annotated[
        list[str] | None,
        typer.Argument(metavar="PAPER", help="Papers, or the beginnings of their names.", show_default="all papers"),
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", "-n", metavar="N", help="Only the note of this number or sign.")
    ] = None,
    state: Annotated[
        list[NoteState] | None,
        typer.Option("--state", help="Only notes in this state, or markers whose note is lost; may be repeated."),
    ] = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """List notes, the sentences they support, and what Ibid. and short titles in them point at.

    A marker whose note is not in the text, and a note that nothing calls, are listed as such.
    """
    written = chosen(form, as_json)
    with opened(ctx, library) as shelf:
        count = write(notes_found(shelf, papers or shelf.names(), number, state or ()), written, NOTES)
    finish(count, "no note passes these filters.", quiet=is_quiet(ctx, quiet))
