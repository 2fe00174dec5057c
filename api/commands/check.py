"""quoted: does a quotation stand in the papers, word for word?"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.commands.options import (
    Exit,
    FormatOption,
    JsonOption,
    LibraryOption,
    PapersOption,
    chosen,
    opened,
)
from api.formats import QUOTED, write_one


def quoted(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help='The quotation as you wrote it, or "-": standard input.')],
    papers: PapersOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Say whether a quotation stands in the papers.

    Word for word, with citation and link; or the nearest place and what differs there: words, numbers, order, pieces
    put together. What you left out must be shown ("..."), and stand in one sentence. Exit code 0 if it holds, else 1.
    """
    written = chosen(form, as_json)
    with opened(ctx, library) as shelf:
        from api.checking.record import quotation_record  # noqa: PLC0415 - loads much

        found = shelf.checking.quotation(sys.stdin.read() if text == "-" else text, papers or ())
        record = quotation_record(shelf, found)
    write_one(record, written, QUOTED)
    if not found.holds:
        raise typer.Exit(Exit.FINDINGS)
