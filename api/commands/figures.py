"""figures: every number that has a unit, filtered, sorted, in every format."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.columns import columns, fields
from api.commands.options import (
    EntityOption,
    JsonOption,
    LibraryOption,
    PapersOption,
    QuietOption,
    finish,
    is_quiet,
    opened,
    tell,
)
from api.commands.tables import (
    TableFormatOption,
    TargetOption,
    check_picture,
    chosen_format,
    put,
)
from api.formats import Layout
from api.records import Record
from nlp.model import Kind, Place

if TYPE_CHECKING:
    from api.figures.listing import Listing


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
    target: TargetOption = None,
    picture: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE.svg", help="Draw the values over the years instead.")
    ] = None,
    form: TableFormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """List the numbers that have a unit. Each with its place, full value, hedge, period and year."""
    from api.figures.filters import FigureFilter  # noqa: PLC0415 - see opened()
    from api.figures.listing import Listing, Wanted  # noqa: PLC0415

    which = FigureFilter(
        kind or (), papers or (), unit or (), at_least, at_most, year, entity or (), words, subject, inside or (), total
    )
    check_picture(picture, form, target, as_json=as_json)
    chosen, hushed = chosen_format(form, target, as_json=as_json), is_quiet(ctx, quiet)
    with opened(ctx, library) as shelf:
        listing = Listing(shelf, which, Wanted(sort, convert, context))
        rows = iter(listing)
        taken, wide = islice(rows, limit), {"context": context, "converted": convert is not None}
        layout = Layout("figures", fields(**wide))
        count = draw(list(taken), picture) if picture else put(taken, chosen, target, layout, columns(**wide))
        left = sum(1 for _ in rows)
        remark(listing, count, left, hushed=hushed)
        finish(count, "" if count or hushed else listing.emptied(), quiet=hushed)


def draw(rows: list[Record], picture: Path) -> int:
    """Draw the records; how many there were. Says how many the drawing leaves out."""
    from api.plot.drawing import plot  # noqa: PLC0415 - drawing loads when it is wanted

    if rows:
        report = plot(rows, picture, title="Figures")
        left = len(rows) - len(report.drawn)
        if left:
            tell(f"{len(report.drawn):,} of {len(rows):,} figures are drawn: {left:,} have no year or no room.")
    return len(rows)


def remark(listing: Listing, count: int, left: int, *, hushed: bool) -> None:
    """Say on standard error what was left out."""
    if hushed:
        return
    if left:
        tell(f"{count} of {count + left} figures; leave out --limit for all.")
    for sentence in listing.remarks() if count else ():
        tell(f"{sentence}.")
