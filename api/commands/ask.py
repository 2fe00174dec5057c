"""ask, replay: answers, in the papers' words or in a model's that were checked, and answers that were kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.batch import batch_format, one_query, run_batch
from api.commands.find import QueryArgument
from api.commands.options import (
    BatchOption,
    Exit,
    FormatOption,
    JsonOption,
    LibraryOption,
    PapersOption,
    QuietOption,
    chosen,
    finish,
    is_quiet,
    opened,
    tell,
)
from api.files import written_whole
from api.formats import ANSWER, BATCH_ANSWERS, REPHRASED, REPLAY, Format, write_one
from api.records import Record

if TYPE_CHECKING:
    from api.library import Library
    from api.phrasing.endpoint import Endpoint

ReceiptOption = Annotated[
    Path | None,
    typer.Option("--receipt", metavar="FILE", help="Keep the answer with all it rests on, for `pincite replay`."),
]
LlmOption = Annotated[
    str | None,
    typer.Option(
        "--llm",
        metavar="URL",
        envvar="PINCITE_LLM_URL",
        help="Let a language model at this OpenAI-compatible address rephrase; what does not hold is struck.",
    ),
]
ModelOption = Annotated[
    str | None, typer.Option("--llm-model", metavar="NAME", envvar="PINCITE_LLM_MODEL", help="Which model is asked.")
]


def ask(
    ctx: typer.Context,
    question: QueryArgument = None,
    papers: PapersOption = None,
    batch: BatchOption = None,
    receipt: ReceiptOption = None,
    llm: LlmOption = None,
    llm_model: ModelOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Answer a question in the papers' own words. Every sentence is cited; what is not there is not answered.

    With --llm the question and the passages of the answer are sent to that address, and to no other; a key for it is
    read from $PINCITE_LLM_KEY. Its sentences are shown where they hold, beside the papers' own.
    """
    from api.phrasing.endpoint import endpoint  # noqa: PLC0415 - loads much

    desk = Desk(papers or (), endpoint(llm, llm_model))
    if batch is not None:
        written = batch_format(form, as_json)
        refused = {"abstained": True, "text": "", "citations": [], "related": []}
        with opened(ctx, library) as shelf:
            run_batch(
                batch,
                question,
                lambda asked: desk.told(shelf, asked.query),
                refused,
                form=written,
                layout=BATCH_ANSWERS,
            )
    else:
        asked, written = one_query(question), chosen(form, as_json)
        with opened(ctx, library) as shelf:
            answer = desk.told(shelf, asked, receipt)
        write_one(answer, written, ANSWER if desk.model is None else REPHRASED)
        shown = written is Format.TABLE  # which says why
        finish(not answer["abstained"], f"no answer: {answer['reason']}", quiet=shown or is_quiet(ctx, quiet))
    if desk.failed:
        raise typer.Exit(Exit.FAILED)


@dataclass
class Desk:
    """How questions are asked of a library."""

    papers: Sequence[str]
    model: Endpoint | None
    """Who rephrases; None for nobody."""
    failed: bool = False
    """Whether a model was asked in vain: the papers' own words were given all the same."""

    def told(self, library: Library, question: str, receipt: Path | None = None) -> Record:
        """The answer, kept in a file if one is named. Raises StorageError when it cannot be written."""
        from api import receipts  # noqa: PLC0415 - loads much

        if receipt is None:
            answer, _ = receipts.answered(library, question, self.papers, self.model)
        else:
            told = receipts.receipt(library, question, self.papers, self.model)
            with written_whole(receipt) as draft:
                draft.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            answer = told["answer"]
        error = (answer.get("rephrased") or {}).get("error")
        if error:
            self.failed = True
            tell(f"{error} The papers' own words follow.")
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
