"""search, like: passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.batch import batch_format, one_query, run_batch
from api.commands.options import (
    BatchOption,
    EntityOption,
    FormatOption,
    JsonOption,
    LateOption,
    LibraryOption,
    PapersOption,
    QuietOption,
    chosen,
    finish,
    is_quiet,
    opened,
    tell,
)
from api.formats import BATCH_HITS, FACETS, HITS, write
from corpus.model import PassageKind
from nlp.model import Mode

if TYPE_CHECKING:
    from api.search.results import Results

QueryArgument = Annotated[
    list[str] | None, typer.Argument(metavar="QUERY", help="Words or a whole question.", show_default=False)
]
LimitOption = Annotated[int, typer.Option("-k", "--limit", min=1, help="How many passages at most.")]
AroundOption = Annotated[
    bool, typer.Option("--around", help="With the notes, figures and names of each passage (in json and jsonl).")
]


def search(
    ctx: typer.Context,
    query: QueryArgument = None,
    k: LimitOption = 10,
    papers: PapersOption = None,
    entity: EntityOption = None,
    inside: Annotated[
        list[PassageKind] | None, typer.Option("--in", help="Only passages of this kind; may be repeated.")
    ] = None,
    mode: Annotated[Mode, typer.Option("--mode", help="By words alone, by meaning alone, or both.")] = Mode.BOTH,
    late: LateOption = None,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count the best passages by paper, year, section, name, kind and unit.")
    ] = False,
    around: AroundOption = False,
    batch: BatchOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Find passages by words and by meaning, best first.

    Words rank. What is more than words must hold: "a phrase", "near words"~5, begin*, +word, -word, AND, OR, NOT,
    brackets, and paper: author: year: section: entity: kind: unit: value: in: with a value right behind. How a query
    was read is said on standard error.
    """
    kinds = [str(kind) for kind in inside or ()]

    def found(asked: str, also: Sequence[str] = ()) -> Results:
        named = [*(entity or ()), *also]
        return shelf.search(asked, k=k, papers=papers or (), kinds=kinds, entities=named, mode=mode)

    if batch is not None:
        written = batch_format(form, as_json)
        with opened(ctx, library, late=late) as shelf:
            from api.hits import results_record  # noqa: PLC0415 - loads much

            run_batch(
                batch,
                query,
                lambda asked: results_record(found(asked.query, asked.entities), around=around, facets=facets),
                {"results": []},
                form=written,
                layout=BATCH_HITS,
            )
        return
    asked, written, silent = one_query(query), chosen(form, as_json), is_quiet(ctx, quiet)
    with opened(ctx, library, late=late) as shelf:
        from api.hits import facet_records, hit_records  # noqa: PLC0415

        results = found(asked)
        say_how_read(results, quiet=silent)
        if facets:
            write(facet_records(results), written, FACETS)
        else:
            write(hit_records(results, around=around), written, HITS)
    finish(len(results), "no passage answers to that; try other words, or fewer filters.", quiet=silent)


def like(
    ctx: typer.Context,
    paper: Annotated[str, typer.Argument(metavar="PAPER", help="A paper, or the beginning of its name.")],
    start: Annotated[int, typer.Argument(metavar="START", min=0, help="A character of the passage: `start` of a hit.")],
    k: LimitOption = 10,
    papers: PapersOption = None,
    around: AroundOption = False,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Find more passages like one that was found.

    They share its most telling words and its meaning.
    """
    written = chosen(form, as_json)
    with opened(ctx, library) as shelf:
        from api.hits import hit_records  # noqa: PLC0415 - loads much

        results = shelf.alike(paper, start, k=k, papers=papers or ())
        write(hit_records(results, around=around), written, HITS)
    finish(len(results), "no other passage is like it.", quiet=is_quiet(ctx, quiet))


def say_how_read(results: Results, *, quiet: bool) -> None:
    """What was made of a query that is more than words, what was not read as typed, and what may have been meant."""
    if quiet:
        return
    if results.query.condition is not None:
        tell(results.query.readable)
    for notice in results.notices:
        typed = results.query.text[notice.at : notice.at + notice.length]
        tell(f"{typed}: {notice.message}")
    if results.suggestion is not None:
        tell(f"did you mean: {results.suggestion}")
