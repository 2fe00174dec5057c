"""figures: every number that has a unit, filtered, sorted, in every format."""

from __future__ import annotations

import io
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.columns import columns, fields
from api.commands.find import finish
from api.commands.options import (
    EntityOption,
    JsonOption,
    LibraryOption,
    PapersOption,
    QuietOption,
    is_quiet,
    opened,
    tell,
)
from api.files import written_whole
from api.formats import Format, Layout, write, write_bytes, write_to
from api.records import Record
from nlp.model import Kind, Place

if TYPE_CHECKING:
    from api.listing import Listing


class FigureFormat(StrEnum):
    """How figures are written: as other records are, or as a typed table."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


TYPED = frozenset({FigureFormat.XLSX, FigureFormat.PARQUET})
SUFFIXES = {f".{form}": form for form in FigureFormat if form is not FigureFormat.TABLE}


def figures(
    ctx: typer.Context,
    kind: Annotated[
        list[Kind] | None, typer.Option("--kind", help="Only figures that measure this; may be repeated.")
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option(
            "--unit",
            "--currency",
            metavar="UNIT",
            help="Only this unit, by name, sign or code: USD, dollars, hectares, % ... or the noun that is counted;"
            " may be repeated.",
        ),
    ] = None,
    at_least: Annotated[
        str | None,
        typer.Option("--min", metavar="X", help="Only values of X or more: 5000, 1.5bn, '$2 million', 20%."),
    ] = None,
    at_most: Annotated[str | None, typer.Option("--max", metavar="X", help="Only values of X or less.")] = None,
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="YEARS", help="Only figures of this time: 2008, 2000-2012, 2004-."),
    ] = None,
    papers: PapersOption = None,
    entity: EntityOption = None,
    words: Annotated[
        str | None, typer.Option("--words", metavar="WORDS", help="Only where the sentence has all these words.")
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--subject", metavar="WORDS", help="Only where what is measured has these words.")
    ] = None,
    inside: Annotated[
        list[Place] | None, typer.Option("--in", help="Only figures that stand there; may be repeated.")
    ] = None,
    total: Annotated[
        bool | None, typer.Option("--total/--no-total", help="Only totals of tables, or none of them.")
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="ORDER",
            help="place, value, -value, year, -year, paper, unit or kind; several with commas. By value: kind and"
            " unit first, so that unlike units never mix.",
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Stop after so many, and say so.")] = None,
    context: Annotated[bool, typer.Option("--context", help="With the sentence each stands in.")] = False,
    convert: Annotated[
        str | None, typer.Option("--convert", metavar="UNIT", help="Also in this unit, beside the original; no money.")
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option("--out", "--output", "-o", metavar="FILE", help="Write to FILE; its suffix tells the format."),
    ] = None,
    picture: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE.svg", help="Draw the values over the years instead.")
    ] = None,
    form: Annotated[
        FigureFormat | None, typer.Option("--format", "-f", help="How to write the results.", show_default="table")
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """List the numbers that have a unit. Each with its place, full value, hedge, period and year."""
    from api.filters import FigureFilter  # noqa: PLC0415 - see opened()
    from api.listing import Listing, Wanted  # noqa: PLC0415

    which = FigureFilter(
        kind or (), papers or (), unit or (), at_least, at_most, year, entity or (), words, subject, inside or (), total
    )
    check_picture(picture, form, target, as_json=as_json)
    chosen, hushed = chosen_format(form, target, as_json=as_json), is_quiet(ctx, quiet)
    with opened(ctx, library) as shelf:
        listing = Listing(shelf, which, Wanted(sort, convert, context))
        rows = iter(listing)
        count = put(islice(rows, limit), chosen, target, picture, wide={"context": context, "converted": bool(convert)})
        left = sum(1 for _ in rows)
        remark(listing, count, left, hushed=hushed)
        finish(count, "" if count or hushed else listing.emptied(), quiet=hushed)


def put(
    rows: Iterator[Record], form: FigureFormat, target: Path | None, picture: Path | None, *, wide: dict[str, bool]
) -> int:
    """Write or draw the records; how many. An empty list makes an empty file, as an export equals what is shown."""
    if picture is not None:
        return draw(list(rows), picture)
    if form in TYPED:
        return put_typed(rows, form, target, columns_of=wide)
    layout = Layout("figures", fields(**wide))
    if target is None:
        return write(rows, Format(form), layout)
    with written_whole(target) as draft, draft.open("w", encoding="utf-8", newline="") as out:
        return write_to(out, rows, Format(form), layout)


def draw(rows: list[Record], picture: Path) -> int:
    """Draw the records; how many there were. Says how many the drawing leaves out."""
    from api.plot.drawing import plot  # noqa: PLC0415 - drawing loads when it is wanted

    if rows:
        report = plot(rows, picture, title="Figures")
        left = len(rows) - len(report.drawn)
        if left:
            tell(f"{len(report.drawn):,} of {len(rows):,} figures are drawn: {left:,} have no year or no room.")
    return len(rows)


def check_picture(picture: Path | None, form: FigureFormat | None, target: Path | None, *, as_json: bool) -> None:
    """Raises a usage error where a drawing and a list are both asked for, BadQueryError for an ending not drawn."""
    if picture is None:
        return
    if form is not None or target is not None or as_json:
        raise typer.BadParameter("--plot draws instead of listing; leave out --format, --json and --out.")
    from api.plot.drawing import form_of  # noqa: PLC0415 - drawing loads when it is wanted

    form_of(picture)


def put_typed(rows: Iterator[Record], form: FigureFormat, target: Path | None, *, columns_of: dict[str, bool]) -> int:
    """Write a typed table to a file or a pipe, whole or not at all."""
    table = io.BytesIO()
    if form is FigureFormat.XLSX:
        from api.sheets import write_xlsx  # noqa: PLC0415 - loads when it is wanted

        count = write_xlsx(rows, columns(**columns_of), table)
    else:
        from api.parquet import write_parquet  # noqa: PLC0415

        count = write_parquet(rows, columns(**columns_of), table)
    if target is None:
        write_bytes(table.getvalue())
    else:
        with written_whole(target) as draft:
            draft.write_bytes(table.getvalue())
    return count


def chosen_format(form: FigureFormat | None, target: Path | None, *, as_json: bool) -> FigureFormat:
    """The format asked for by name or by a file's suffix. Raises a usage error for two, or a table no screen shows."""
    if as_json and form not in (None, FigureFormat.JSON):
        raise typer.BadParameter("--json and --format name two formats; leave one out.")
    form = FigureFormat.JSON if as_json else form
    named = SUFFIXES.get(target.suffix.lower()) if target is not None else None
    if form is None and target is not None and named is None:
        raise typer.BadParameter(f"{target.name} does not tell its format; end it in {', '.join(SUFFIXES)}.")
    if form and named and form is not named:
        raise typer.BadParameter(f"{target and target.name} and --format {form} name two formats; leave one out.")
    chosen = form or named or FigureFormat.TABLE
    if chosen in TYPED and target is None:
        import sys  # noqa: PLC0415

        if sys.stdout.isatty():
            raise typer.BadParameter(f"{chosen} is no text for a terminal; name a file with --out.")
    return chosen


def remark(listing: Listing, count: int, left: int, *, hushed: bool) -> None:
    """Say on standard error what was left out."""
    if hushed:
        return
    if left:
        tell(f"{count} of {count + left} figures; leave out --limit for all.")
    for sentence in listing.remarks() if count else ():
        tell(f"{sentence}.")
