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
from api.formats import ANSWERS, EVALUATION, Format, Layout, write


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
    answers: Annotated[
        bool,
        typer.Option(
            "--answers",
            help='Measure `ask` instead: QUERIES are lines {"question", "says": [words of the sentences that answer]}, '
            "an empty list for what no paper answers.",
        ),
    ] = False,
    late: LateOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Measure search on your own judged queries.

    Gives nDCG, recall and MRR. Several settings are compared by a paired randomisation test. With --answers: how many
    questions are answered at each threshold, how many of them rightly, and how many without an answer are refused.
    """
    written, silent = chosen(form, as_json), is_quiet(ctx, quiet)
    if answers:
        if qrels or ways or per_query:
            raise typer.BadParameter("--answers goes with none of --qrels, --with and --per-query.")
        _answers(ctx, queries, library, written, silent=silent)
        return
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


def _answers(ctx: typer.Context, file: Path, library: Path | None, written: Format, *, silent: bool) -> None:
    """Raises typer.Exit(3) when some lines are no questions, or there are none."""
    with opened(ctx, library) as shelf:
        from api.evaluation.answers import answer_records, read_questions  # noqa: PLC0415 - loads much

        questions, problems = read_questions(file)
        write(answer_records(shelf, questions) if questions else [], written, ANSWERS)
    if not silent:
        for problem in problems or ([] if questions else [f"there is no question in {file}."]):
            tell(problem)
    if problems or not questions:
        raise typer.Exit(Exit.FAILED)
