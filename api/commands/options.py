"""What the commands share: their options, the library they name, and what they say on standard error."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.formats import Format
from api.settings import (
    AUTO,
    DEFAULT_LIBRARY,
    DEFAULT_NAMES,
    LATE_VARIABLE,
    LIBRARY_VARIABLE,
    NAMES_VARIABLE,
    RULES,
    LateUse,
    settings,
)
from corpus.errors import (
    BadQueryError,
    BadSpanError,
    ContradictionError,
    LibraryMissingError,
    NoSuchPaperError,
    PinciteError,
)

if TYPE_CHECKING:
    from api.library import Library


class Exit(IntEnum):
    """What the exit code says; `pincite --help` lists them."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    FAILED = 3
    NO_LIBRARY = 4


CODES: tuple[tuple[type[PinciteError], Exit], ...] = (
    (LibraryMissingError, Exit.NO_LIBRARY),
    (BadQueryError, Exit.USAGE),
    (BadSpanError, Exit.USAGE),
    (NoSuchPaperError, Exit.USAGE),
    (ContradictionError, Exit.USAGE),
    (PinciteError, Exit.FAILED),
)
"""The first that fits an error gives its exit code."""


def exit_code(error: PinciteError) -> Exit:
    """The exit code of a command that ended with `error`."""
    return next(code for kind, code in CODES if isinstance(error, kind))


LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="DIR",
        help=f"The library folder. Else ${LIBRARY_VARIABLE}, else ./{DEFAULT_LIBRARY}.",
        show_default=False,
    ),
]
NamesOption = Annotated[
    str | None,
    typer.Option(
        "--names",
        metavar="MODEL",
        help=f"Who finds names from now on: {DEFAULT_NAMES} (pincite's own), {RULES}, {AUTO} (the best spaCy model "
        f"here), or a spaCy model. Else ${NAMES_VARIABLE}, else as before.",
        show_default=False,
    ),
]
LateOption = Annotated[
    LateUse | None,
    typer.Option(
        "--late",
        help="Whether the best passages are compared with the query word by word (auto: in libraries of up to 100,000 "
        f"passages). Else ${LATE_VARIABLE}.",
        show_default="auto",
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings.")]
FormatOption = Annotated[
    Format | None, typer.Option("--format", "-f", help="How to write the results.", show_default="table")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
PapersOption = Annotated[
    list[str] | None,
    typer.Option("--paper", metavar="PAPER", help="Only this paper, by name or beginning of it; may be repeated."),
]
EntityOption = Annotated[
    list[str] | None,
    typer.Option(
        "--entity",
        metavar="NAME",
        help="Only where this body, person or place is named, by any of its names; may be repeated, then all of them."
        " Colombia also counts Colombians, GPE:Colombia does not.",
    ),
]
BatchOption = Annotated[
    Path | None,
    typer.Option(
        "--batch",
        metavar="FILE",
        help='Ask every line {"id": ..., "query": ...} of FILE ("-": standard input); a JSON line for each.',
    ),
]


def chosen(form: Format | None, as_json: bool, *, default: Format = Format.TABLE) -> Format:
    """The format asked for. Raises a usage error when two are."""
    if as_json and form not in (None, Format.JSON):
        raise typer.BadParameter("--json and --format name two formats; leave one out.")
    return Format.JSON if as_json else form or default


def folder(ctx: typer.Context, library: Path | None) -> Path | None:
    """The folder named after the command, else the one named before it."""
    named: Path | None = library or ctx.find_root().params.get("library")
    return named


def is_quiet(ctx: typer.Context, quiet: bool) -> bool:
    """Whether --quiet stands after the command or before it."""
    return quiet or bool(ctx.find_root().params.get("quiet"))


def opened(
    ctx: typer.Context,
    library: Path | None,
    *,
    create: bool = False,
    names: str | None = None,
    late: LateUse | None = None,
) -> Library:
    """The library the user means, open. Raises LibraryMissingError."""
    from api.library import Library  # noqa: PLC0415 - indexes and models load when a command needs them

    return Library.open(settings(folder(ctx, library), names=names, late=late), create=create)


def tell(message: str) -> None:
    """A line on standard error; control characters (of file names) are shown as "?"."""
    typer.echo("".join(c if c.isprintable() else "?" for c in f"pincite: {message}"), err=True)


def finish(found: int, otherwise: str, *, quiet: bool) -> None:
    """Raises typer.Exit(1), and says why, when nothing was found."""
    if not found:
        if not quiet:
            tell(otherwise)
        raise typer.Exit(Exit.FINDINGS)
