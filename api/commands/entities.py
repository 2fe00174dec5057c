"""entities: who, where and what the papers name, with whom, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.columns import Type
from api.commands.options import JsonOption, LibraryOption, PapersOption, QuietOption, finish, is_quiet, opened, tell
from api.commands.tables import TYPED, TableFormat, TableFormatOption, TargetOption, check_picture, chosen_format, put
from api.entities.which import Order, Which
from api.formats import Format, Layout, write_one
from api.records import Record
from nlp.model import Label

if TYPE_CHECKING:
    from api.library import Library

TOP = 20


def entities(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Show this one in full, by any of its names.", show_default=False),
    ] = None,
    label: Annotated[
        list[Label] | None, typer.Option("--label", help="Only entities of this label; may be repeated.")
    ] = None,
    papers: PapersOption = None,
    least: Annotated[int, typer.Option("--min-mentions", min=1, help="Only those named so often.")] = 1,
    words: Annotated[
        str | None, typer.Option("--words", metavar="WORDS", help="Only those whose name has all these words.")
    ] = None,
    sort: Annotated[Order, typer.Option("--sort", help="By falling mentions or papers, or by name.")] = Order.MENTIONS,
    mentions: Annotated[bool, typer.Option("--mentions", help="Every place where NAME is named.")] = False,
    beside: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="NAME", help="Who is named in one passage with this one; may be repeated."),
    ] = None,
    together: Annotated[bool, typer.Option("--together", help="Which two are named together, surest first.")] = False,
    passages: Annotated[
        bool, typer.Option("--passages", help="The passages that name NAME and all of --with.")
    ] = False,
    picture: Annotated[
        Path | None,
        typer.Option("--plot", metavar="FILE.svg", help="Draw who is named with whom instead: a matrix and a network."),
    ] = None,
    top: Annotated[int, typer.Option("--top", min=2, max=30, help="How many entities to draw.")] = TOP,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Stop after so many, and say so.")] = None,
    target: TargetOption = None,
    form: TableFormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """List who, where and what the papers name.

    Names that mean the same are one entity; with a name, that one is shown.
    """
    asked = Asked(" ".join(name or ()), tuple(beside or ()), mentions, passages, together)
    check(asked, picture)
    check_picture(picture, form, target, as_json=as_json)
    chosen, hushed = chosen_format(form, target, as_json=as_json), is_quiet(ctx, quiet)
    with opened(ctx, library) as shelf:
        which = Which(label or (), shelf.full_names(papers) if papers else (), least, words or "")
        if picture is not None:
            count = draw(shelf, asked, which, top, picture)
        else:
            table = listed(shelf, asked, which, sort)
            rows = iter(table.rows)
            count = written(table, islice(rows, limit), chosen, target)
            remark(count, sum(1 for _ in rows), hushed=hushed)
    finish(count, "no passage names them." if passages else "no entity passes these filters.", quiet=hushed)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for; empty means not."""

    name: str
    beside: tuple[str, ...]
    mentions: bool
    passages: bool
    together: bool

    @property
    def names(self) -> list[str]:
        """All that a passage must name."""
        return [*([self.name] if self.name else []), *self.beside]


@dataclass(frozen=True, slots=True)
class Table:
    """Records, and what they are called and made of."""

    rows: Iterable[Record]
    name: str
    columns: Mapping[str, Type]
    more: tuple[str, ...] = ()
    """Fields that a typed table does not have."""


def check(asked: Asked, picture: Path | None) -> None:
    """Raises a usage error for options that do not go together."""
    if asked.together and (asked.names or asked.mentions or asked.passages):
        raise typer.BadParameter("--together lists all pairs; leave out NAME, --with, --mentions and --passages.")
    if asked.mentions and (not asked.name or asked.beside or asked.passages):
        raise typer.BadParameter("--mentions goes with one NAME, without --with and --passages.")
    if asked.passages and not asked.names:
        raise typer.BadParameter("--passages needs a NAME or --with NAME.")
    if picture is not None and (asked.mentions or asked.passages or asked.together):
        raise typer.BadParameter("--plot draws instead of listing; leave out --mentions, --passages and --together.")


def listed(library: Library, asked: Asked, which: Which, sort: Order) -> Table:
    """The records asked for. Raises BadQueryError for a name that nobody has, or that more than one has."""
    from api.entities.listed import COLUMNS, full_record, identity_records  # noqa: PLC0415
    from api.entities.namings import MENTIONS, PASSAGES, mention_records, passage_records  # noqa: PLC0415
    from api.entities.together import BESIDE, PAIRS, beside_records, pair_records  # noqa: PLC0415
    from api.identities.name_index import address  # noqa: PLC0415
    from api.identities.naming import everyone, the_one  # noqa: PLC0415 - see opened()

    papers = library.full_names(which.papers)
    if asked.together:
        return Table(pair_records(library, which), "pairs", PAIRS)
    if asked.mentions:
        one = the_one(library.directory(), asked.name)
        return Table(mention_records(library, {address(one)}, papers), "mentions", MENTIONS)
    groups = [frozenset(map(address, group)) for group in everyone(library.directory(), asked.names)]
    if asked.passages:
        return Table(passage_records(library, groups, papers), "passages", PASSAGES)
    if asked.beside:
        return Table(beside_records(library, groups, which, asked.names), "beside", BESIDE)
    if asked.name:
        full = full_record(library, the_one(library.directory(), asked.name), which.papers)
        return Table([full], "entity", COLUMNS, ("sources",))
    return Table(identity_records(library, which, sort), "entities", COLUMNS)


def written(table: Table, rows: Iterator[Record], form: TableFormat, target: Path | None) -> int:
    """Write the records; how many. One entity in full is an object in JSON, not a list of one."""
    layout = Layout(table.name, (*table.columns, *table.more))
    if table.name == "entity" and target is None and form not in TYPED:
        write_one(next(rows), Format(form), layout)
        return 1
    return put(rows, form, target, layout, table.columns)


def draw(library: Library, asked: Asked, which: Which, top: int, picture: Path) -> int:
    """Draw who is named with whom; how many are drawn. Raises as `listed` does."""
    from api.entities.together import web_records  # noqa: PLC0415
    from api.identities.name_index import address  # noqa: PLC0415 - see opened()
    from api.identities.naming import everyone  # noqa: PLC0415
    from api.plot.together import plot_together  # noqa: PLC0415 - drawing loads when it is wanted

    groups = [frozenset(map(address, group)) for group in everyone(library.directory(), asked.names)]
    drawn, pairs = web_records(library, which, groups, top)
    if drawn:
        title = f"Who is named with {' and '.join(asked.names)}" if asked.names else "Who is named with whom"
        plot_together(drawn, pairs, picture, title=title)
    return len(drawn)


def remark(count: int, left: int, *, hushed: bool) -> None:
    """Say on standard error what was left out."""
    if left and not hushed:
        tell(f"{count:,} of {count + left:,}; leave out --limit for all.")
