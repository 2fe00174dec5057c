"""exhibits: the captioned tables, charts, maps, photos and boxes of papers, and what is missing of them."""

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
from api.exhibits import ExhibitKind, ExhibitState, exhibits_found
from api.formats import EXHIBITS, write


def exhibits(
    ctx: typer.Context,
    papers: Annotated[
        list[str] | None,
        typer.Argument(metavar="PAPER", help="Papers, or the beginnings of their names.", show_default="all papers"),
    ] = None,
    kind: Annotated[
        list[ExhibitKind] | None, typer.Option("--kind", help="Only exhibits of this kind; may be repeated.")
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", "-n", metavar="N", help="Only those of this number, such as 6 or A.1.")
    ] = None,
    state: Annotated[
        list[ExhibitState] | None,
        typer.Option("--state", help="Only those the text refers to, or not, or that are missing; may be repeated."),
    ] = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """List tables, charts, maps and photos.

    Each comes with the sentences that refer to it, its source and notes. A reference to an exhibit that is not in the
    paper is listed as missing.
    """
    written = chosen(form, as_json)
    with opened(ctx, library) as shelf:
        passing = exhibits_found(shelf, papers or shelf.names(), kind or (), number, state or ())
        count = write(passing, written, EXHIBITS)
    finish(count, "no exhibit passes these filters.", quiet=is_quiet(ctx, quiet))
