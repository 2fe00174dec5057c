"""search, figures, ask: the library's answers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.batch import batch_format, one_query, run_batch
from api.commands.options import (
    BatchOption,
    Exit,
    FormatOption,
    JsonOption,
    LibraryOption,
    PapersOption,
    QuietOption,
    chosen,
    is_quiet,
    opened,
    tell,
)
from api.formats import ANSWER, BATCH_ANSWERS, BATCH_HITS, FIGURES, HITS, Format, write, write_one
from api.records import Record, answer_record, figure_record, hit_record
from corpus.model import PassageKind
from nlp.model import Kind, Mode

if TYPE_CHECKING:
    from api.library import Library

QueryArgument = Annotated[
    list[str] | None, typer.Argument(metavar="QUERY", help="Words or a whole question.", show_default=False)
]


def search(
    ctx: typer.Context,
    query: QueryArgument = None,
    k: Annotated[int, typer.Option("-k", "--limit", min=1, help="How many passages at most.")] = 10,
    papers: PapersOption = None,
    inside: Annotated[
        list[PassageKind] | None, typer.Option("--in", help="Only passages of this kind; may be repeated.")
    ] = None,
    mode: Annotated[Mode, typer.Option("--mode", help="By words alone, by meaning alone, or both.")] = Mode.BOTH,
    batch: BatchOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Find passages by words and by meaning, best first."""
    kinds = [str(kind) for kind in inside or ()]

    def found(asked: str) -> list[Record]:
        hits = shelf.search(asked, k=k, papers=papers or (), kinds=kinds, mode=mode)
        return [hit_record(paper, hit, rank=rank) for rank, (paper, hit) in enumerate(hits, 1)]

    def answered(asked: str) -> Record:
        return {"query": asked, "results": found(asked)}

    if batch is not None:
        written = batch_format(form, as_json)
        with opened(ctx, library) as shelf:
            run_batch(batch, query, answered, {"results": []}, form=written, layout=BATCH_HITS)
        return
    asked, written = one_query(query), chosen(form, as_json)
    with opened(ctx, library) as shelf:
        count = write(found(asked), written, HITS)
    finish(count, "no passage answers to that; try other words, or fewer filters.", quiet=is_quiet(ctx, quiet))


def ask(
    ctx: typer.Context,
    question: QueryArgument = None,
    papers: PapersOption = None,
    batch: BatchOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Answer a question in the papers' own words. Every sentence is cited; what is not there is not answered."""

    def answered(asked: str) -> Record:
        return answer_record(shelf.ask(asked, papers=papers or ()))

    if batch is not None:
        written = batch_format(form, as_json)
        refused = {"abstained": True, "text": "", "citations": [], "related": []}
        with opened(ctx, library) as shelf:
            run_batch(batch, question, answered, refused, form=written, layout=BATCH_ANSWERS)
        return
    asked, written = one_query(question), chosen(form, as_json)
    with opened(ctx, library) as shelf:
        answer = answered(asked)
    write_one(answer, written, ANSWER)
    shown = written is Format.TABLE  # which says why
    finish(not answer["abstained"], f"no answer: {answer['reason']}", quiet=shown or is_quiet(ctx, quiet))


def figures(
    ctx: typer.Context,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only figures that measure this.")] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="UNIT", help="Only this unit: USD, EUR, ha, % ...")
    ] = None,
    at_least: Annotated[float | None, typer.Option("--min", metavar="X", help="Only values of X or more.")] = None,
    at_most: Annotated[float | None, typer.Option("--max", metavar="X", help="Only values of X or less.")] = None,
    papers: PapersOption = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Stop after so many, and say so.")] = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """List the numbers that have a unit. Each with its place, full value, hedge and period."""
    check_bounds(at_least, at_most)
    written, hushed = chosen(form, as_json), is_quiet(ctx, quiet)
    with opened(ctx, library) as shelf:
        rows = figure_rows(shelf, kind, unit, at_least, at_most, papers or ())
        count = write(islice(rows, limit), written, FIGURES)
        left = sum(1 for _ in rows)
    if left and not hushed:
        tell(f"{count} of {count + left} figures; leave out --limit for all.")
    finish(count, "no figure passes these filters.", quiet=hushed)


def figure_rows(
    library: Library,
    kind: Kind | None,
    unit: str | None,
    at_least: float | None,
    at_most: float | None,
    papers: list[str] | tuple[str, ...],
) -> Iterator[Record]:
    """The records of the figures that pass."""
    from api.library import FigureFilter  # noqa: PLC0415 - see opened()

    which = FigureFilter(kind, frozenset(papers), unit, at_least, at_most)
    return (figure_record(paper, figure) for paper, figure in library.figures(which))


def check_bounds(at_least: float | None, at_most: float | None) -> None:
    """Raises a usage error for bounds that no number can keep."""
    if any(bound is not None and math.isnan(bound) for bound in (at_least, at_most)):
        raise typer.BadParameter("--min and --max must be numbers.")
    if at_least is not None and at_most is not None and at_least > at_most:
        raise typer.BadParameter(f"--min {at_least:g} is more than --max {at_most:g}.")


def finish(found: int, otherwise: str, *, quiet: bool) -> None:
    """Raises typer.Exit(1), and says why, when nothing was found."""
    if not found:
        if not quiet:
            tell(otherwise)
        raise typer.Exit(Exit.FINDINGS)
