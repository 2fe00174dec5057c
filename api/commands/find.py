"""search, ask: the library's answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from api.commands.batch import Asked, batch_format, one_query, run_batch
from api.commands.options import (
    BatchOption,
    EntityOption,
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
from api.formats import ANSWER, BATCH_ANSWERS, BATCH_HITS, HITS, Format, write, write_one
from api.records import Record, answer_record, hit_record
from corpus.model import PassageKind
from nlp.model import Mode

QueryArgument = Annotated[
    list[str] | None, typer.Argument(metavar="QUERY", help="Words or a whole question.", show_default=False)
]


def search(
    ctx: typer.Context,
    query: QueryArgument = None,
    k: Annotated[int, typer.Option("-k", "--limit", min=1, help="How many passages at most.")] = 10,
    papers: PapersOption = None,
    entity: EntityOption = None,
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

    def found(asked: str, also: Sequence[str] = ()) -> list[Record]:
        named = [*(entity or ()), *also]
        hits = shelf.search(asked, k=k, papers=papers or (), kinds=kinds, entities=named, mode=mode)
        return [hit_record(paper, hit, rank=rank) for rank, (paper, hit) in enumerate(hits, 1)]

    def answered(asked: Asked) -> Record:
        return {"query": asked.query, "results": found(asked.query, asked.entities)}

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
            run_batch(batch, question, lambda asked: answered(asked.query), refused, form=written, layout=BATCH_ANSWERS)
        return
    asked, written = one_query(question), chosen(form, as_json)
    with opened(ctx, library) as shelf:
        answer = answered(asked)
    write_one(answer, written, ANSWER)
    shown = written is Format.TABLE  # which says why
    finish(not answer["abstained"], f"no answer: {answer['reason']}", quiet=shown or is_quiet(ctx, quiet))


def finish(found: int, otherwise: str, *, quiet: bool) -> None:
    """Raises typer.Exit(1), and says why, when nothing was found."""
    if not found:
        if not quiet:
            tell(otherwise)
        raise typer.Exit(Exit.FINDINGS)
