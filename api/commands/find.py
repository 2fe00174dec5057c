"""search, ask, replay: the library's answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.batch import batch_format, one_query, run_batch
from api.commands.options import (
    BatchOption,
    EntityOption,
    Exit,
    FormatOption,
    JsonOption,
    LateOption,
    LibraryOption,
    PapersOption,
    QuietOption,
    chosen,
    is_quiet,
    opened,
    tell,
)
from api.files import written_whole
from api.formats import ANSWER, BATCH_ANSWERS, BATCH_HITS, FACETS, HITS, REPLAY, Format, write, write_one
from api.records import Record, answer_record
from corpus.model import PassageKind
from nlp.model import Mode

if TYPE_CHECKING:
    from api.library import Library
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


def ask(
    ctx: typer.Context,
    question: QueryArgument = None,
    papers: PapersOption = None,
    batch: BatchOption = None,
    receipt: Annotated[
        Path | None,
        typer.Option("--receipt", metavar="FILE", help="Keep the answer with all it rests on, for `pincite replay`."),
    ] = None,
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
        answer = answered(asked) if receipt is None else kept(shelf, asked, papers or (), receipt)
    write_one(answer, written, ANSWER)
    shown = written is Format.TABLE  # which says why
    finish(not answer["abstained"], f"no answer: {answer['reason']}", quiet=shown or is_quiet(ctx, quiet))


def kept(library: Library, question: str, papers: Sequence[str], target: Path) -> Record:
    """The answer, kept in a file with all it rests on. Raises StorageError when the file cannot be written."""
    from api.receipts import receipt  # noqa: PLC0415 - loads much

    told = receipt(library, question, papers)
    with written_whole(target) as draft:
        draft.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    answer: Record = told["answer"]
    return answer


def replay(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A receipt that `pincite ask --receipt` kept.")],
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Ask again what a receipt answers.

    Says whether the answer is the same, word for word, and which papers and engines have changed since.
    """
    from api.receipts import read_receipt, replayed  # noqa: PLC0415 - loads much

    written, told = chosen(form, as_json), read_receipt(file)
    with opened(ctx, library) as shelf:
        record = replayed(shelf, told)
    write_one(record, written, REPLAY)
    finish(int(record["same"]), "the answer is not the same.", quiet=is_quiet(ctx, quiet))


def finish(found: int, otherwise: str, *, quiet: bool) -> None:
    """Raises typer.Exit(1), and says why, when nothing was found."""
    if not found:
        if not quiet:
            tell(otherwise)
        raise typer.Exit(Exit.FINDINGS)
