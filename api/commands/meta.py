"""meta: what a paper says about itself, and putting it right."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from api.commands.options import FormatOption, JsonOption, LibraryOption, chosen, opened
from api.formats import META, write
from api.records import metadata_records


class Change(StrEnum):
    """What can be done to a paper's metadata."""

    SET = "set"
    UNSET = "unset"


def meta(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORD",
            help="PAPER; or set PAPER FIELD=VALUE...; or unset PAPER FIELD... (PAPER may be the beginning of a name).",
            show_default=False,
        ),
    ],
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Show a paper's metadata and who says so, or set it.

    What is set by hand holds before what a file beside the paper says, and that before what the paper says; unset
    brings that back. The fields are title, authors ("A; B"), date, institution, language, series and genre.
    """
    written = chosen(form, as_json)
    change = Change(words[0]) if words[0] in set(Change) else None
    if change and not words[1:]:
        raise typer.BadParameter(f"name a paper after {change}.")
    name, *fields = words[1:] if change else words
    typed = told(change, fields)
    with opened(ctx, library) as shelf:
        if change is Change.SET:
            shelf.metadata.set(name, **typed)
        elif change is Change.UNSET:
            shelf.metadata.unset(name, *typed)
        paper = shelf.paper(name)
        write(metadata_records(paper, shelf.metadata.sources(name)), written, META)


def told(change: Change | None, fields: list[str]) -> dict[str, str]:
    """Field -> the value typed for it (empty after unset). Raises a usage error when it is incomplete."""
    if change is None:
        if fields:
            raise typer.BadParameter(
                f"{fields[0]!r} is one word too many; to change something, begin with set or unset."
            )
        return {}
    if not fields:
        raise typer.BadParameter(
            f'say what to {change}: "title=The wells of Elm"' if change is Change.SET else "say which field to unset."
        )
    if change is Change.UNSET:
        return dict.fromkeys(fields, "")
    apart = [field.partition("=") for field in fields]
    bare = next((name for name, sign, _ in apart if not sign), None)
    if bare is not None:
        raise typer.BadParameter(f'{bare!r} has no value; write {bare}="...".')
    return {name.strip(): value for name, _, value in apart}
