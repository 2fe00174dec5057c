"""meta: what a paper says about itself, and putting it right."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import Exit, FormatOption, JsonOption, LibraryOption, chosen, opened
from api.formats import META, Format, write, write_text
from api.records import metadata_records

if TYPE_CHECKING:
    from api.library import Library


class Change(StrEnum):
    """What can be done to a paper's metadata."""

    SET = "set"
    UNSET = "unset"
    IMPORT = "import"


def meta(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORD",
            help="PAPER; or set PAPER FIELD=VALUE...; or unset PAPER FIELD... (PAPER may be the beginning of a name); "
            "or import FILE... (.json, .bib, .ris, .yaml).",
            show_default=False,
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="import: say what would be set, and set nothing.")] = False,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Show a paper's metadata and who says so, or set it.

    What is set by hand holds before what was imported, that before what a file beside the paper says, and that before
    what the paper says; unset brings that back. The fields are title, authors ("A; B"), date, institution, language,
    series and genre. Entries of an imported list go to the paper with their DOI, else title, file name or key; what
    is ambiguous is left alone.
    """
    written = chosen(form, as_json)
    change = Change(words[0]) if words[0] in set(Change) else None
    if change and not words[1:]:
        raise typer.BadParameter(f"name a {'file' if change is Change.IMPORT else 'paper'} after {change}.")
    if dry_run and change is not Change.IMPORT:
        raise typer.BadParameter("--dry-run goes with import; leave it out.")
    if change is Change.IMPORT:
        with opened(ctx, library) as shelf:
            take_in(shelf, [Path(word) for word in words[1:]], written, dry_run=dry_run)
        return
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


def take_in(shelf: Library, files: list[Path], form: Format, *, dry_run: bool) -> None:
    """Take in lists of references, and write what became of each entry.

    Raises typer.Exit: 3 when something could not be read, else 1 when something is ambiguous or nothing fits.
    """
    from api.imports.importing import IMPORTED, Became, imported_record  # noqa: PLC0415 - see opened()

    reports = shelf.metadata.take(files, dry_run=dry_run)
    tally = Counter(report.outcome for report in reports)
    write(map(imported_record, reports), form, IMPORTED)
    if form is Format.TABLE:
        told = ", ".join(f"{each} {tally[each]}" for each in Became if tally[each]) or "nothing in it"
        write_text(f"{'nothing is changed, it would be: ' if dry_run else ''}{told}.\n")
    if tally[Became.FAILED]:
        raise typer.Exit(Exit.FAILED)
    if tally[Became.AMBIGUOUS] or not tally[Became.SET] + tally[Became.SAME]:
        raise typer.Exit(Exit.FINDINGS)
