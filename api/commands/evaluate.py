"""eval: how good search is on a user's own queries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import (
    Exit,
    FormatOption,
    JsonOption,
    LateOption,
    LibraryOption,
    QuietOption,
    chosen,
    is_quiet,
    opened,
    tell,
)
from api.formats import EVALUATION, Layout, write


def evaluate(
    ctx: typer.Context,
    queries: Annotated[
        Path,
        typer.Argument(
            metavar="QUERIES",
            help='JSON lines {"id", "query", "relevant": [{"paper", "grade", "start", "end"}]}; in place of "start", '
            '"end" a "quote", or neither for the whole paper. With --qrels: lines of id, tab, query.',
        ),
    ],
    qrels: Annotated[
        Path | None,
        typer.Option(
            "--qrels", metavar="FILE", help="Judgements as TREC has them; documents are PAPER or PAPER:START-END."
        ),
    ] = None,
    k: Annotated[int, typer.Option("-k", "--limit", min=1, help="How many passages count.")] = 10,
    ways: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="SETTING",
            help="Ask with mode=words, mode=meaning, mode=both, late=on, late=off, or several with commas; may be "
            "repeated, then each is tested against the first.",
        ),
    ] = None,
    per_query: Annotated[bool, typer.Option("--per-query", help="A line for each query.")] = False,
    late: LateOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Measure search on your own judged queries.

    Gives nDCG, recall and MRR. Several settings are compared by a paired randomisation test.
    """
    written, silent = chosen(form, as_json), is_quiet(ctx, quiet)
    with opened(ctx, library, late=late) as shelf:
        from api.evaluation.evaluating import evaluate as evaluated  # noqa: PLC0415 - loads much
        from api.evaluation.evaluating import query_records, summary_records  # noqa: PLC0415
        from api.evaluation.judgements import read  # noqa: PLC0415

        judged = read(queries, qrels, shelf.paper)
        found = evaluated(shelf, judged.queries, ways or (), k)
        refused = {f"query {number}: {why}" for one in found for number, why in one.refused.items()}
        if per_query:
            measures = tuple(found[0].measures[0]) if found[0].measures else ()
            layout = Layout("per-query", ("setting", "id", "query", "relevant", *measures, "error"))
            write(query_records(found, judged.queries), written, layout)
        else:
            write(summary_records(found), written, EVALUATION)
    for problem in [*judged.problems, *judged.unjudged, *sorted(refused)]:
        if not silent:
            tell(problem)
    if judged.problems or refused or not judged.queries:
        raise typer.Exit(Exit.FAILED)
