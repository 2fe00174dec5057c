"""correct: what a reader knows better than the taggers of who is who."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import (
    Exit,
    FormatOption,
    JsonOption,
    LibraryOption,
    QuietOption,
    chosen,
    is_quiet,
    opened,
    tell,
)
from api.commands.verbs import Asked, Verb
from api.files import written_whole
from api.formats import CORRECTED, CORRECTIONS, Format, output, write, write_text
from api.identities.wording import sentence
from api.records import corrected_record, correction_record
from api.reports import Became, Corrected
from corpus.model import Span

if TYPE_CHECKING:
    from api.corrections.making import Corrections


def correct(
    ctx: typer.Context,
    verb: Annotated[Verb, typer.Argument(metavar="VERB", help="What to do: one of the words below.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help="The names, as below; ORG:CIC means that label only.", show_default=False),
    ] = None,
    to: Annotated[str | None, typer.Option("--as", metavar="NAME", help="split: who it is instead.")] = None,
    name: Annotated[str | None, typer.Option("--of", metavar="NAME", help="split: from whom.")] = None,
    printed: Annotated[
        str | None, typer.Option("--printed", metavar="FORM", help="drop: only where it is printed so.")
    ] = None,
    paper: Annotated[
        str | None, typer.Option("--paper", metavar="PAPER", help="split, retype, drop: only in this paper.")
    ] = None,
    at: Annotated[
        tuple[int, int] | None,
        typer.Option("--at", metavar="START END", help="The same: only there in the paper (characters)."),
    ] = None,
    orphans: Annotated[bool, typer.Option("--orphans", help="list: only those that fit nothing now.")] = False,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Put right who is who, for good: it outlives changed papers.

    \b
    merge NAME OTHER...      they are the same, shown as NAME
    split FORM --as NAME     what is printed FORM is another
    rename NAME NEW          show it under another name
    retype NAME LABEL        PERSON, ORG, GPE, LOC, NORP, PROGRAM, EVENT or WORK
    drop NAME                it names nobody
    apart NAME OTHER         never the same, whatever is merged later
    list                     what was corrected, with numbers; --orphans: what fits nothing now
    undo NUMBER              take one back
    export FILE, import FILE a plain file of all corrections, a line each; "-": standard output or input
    """  # noqa: D301 - a real backspace, which keeps the lines as they are
    asked = Asked(verb, words or [], to, name, printed, paper, None if at is None else Span(*at), orphans)
    asked.check()
    written, hushed = chosen(form, as_json), is_quiet(ctx, quiet)
    with opened(ctx, library) as shelf:
        if verb is Verb.LIST:
            show(shelf.corrections, written, orphans=orphans, hushed=hushed)
        elif verb is Verb.UNDO:
            take_back(shelf.corrections, asked.words[0], written, hushed=hushed)
        elif verb is Verb.EXPORT:
            export(shelf.corrections, Path(asked.words[0]))
        elif verb is Verb.IMPORT:
            take_in(shelf.corrections, Path(asked.words[0]), written)
        else:
            write(map(corrected_record, made(shelf.corrections, asked)), written, CORRECTED)


def made(corrections: Corrections, asked: Asked) -> Iterator[Corrected]:
    """What became of the corrections that a verb asks for: one, but for merge one for each further name."""
    first, *rest = asked.words
    if asked.verb is Verb.MERGE:
        yield from (corrections.merge(first, other) for other in rest)
    elif asked.verb is Verb.SPLIT:
        yield corrections.split(first, asked.to or "", name=asked.name, paper=asked.paper, at=asked.at)
    elif asked.verb is Verb.RENAME:
        yield corrections.rename(first, rest[0])
    elif asked.verb is Verb.RETYPE:
        yield corrections.retype(first, rest[0], paper=asked.paper, at=asked.at)
    elif asked.verb is Verb.DROP:
        yield corrections.drop(first, form=asked.printed, paper=asked.paper, at=asked.at)
    else:
        yield corrections.apart(first, rest[0])


def show(corrections: Corrections, form: Format, *, orphans: bool, hushed: bool) -> None:
    """Write what was corrected; a word on standard error where that is nothing, and on what fits nothing now."""
    listed = corrections.orphans() if orphans else list(corrections)
    write((correction_record(each.number, each.correction, each.orphan) for each in listed), form, CORRECTIONS)
    if not listed and not hushed:
        tell("every correction has its place." if orphans else "nothing has been corrected.")


def take_back(corrections: Corrections, typed: str, form: Format, *, hushed: bool) -> None:
    """Undo the correction of that number, and write what it was; those that hung on it are named."""
    if not typed.isdecimal():
        raise typer.BadParameter(f"{typed!r} is no number of a correction; `pincite correct list` shows them.")
    lost = {each.number for each in corrections.orphans()}
    gone = corrections.undo(int(typed))
    if form is Format.TABLE:
        write_text(f"taken back {int(typed)}: {sentence(gone)}\n")
    else:
        write([correction_record(int(typed), gone)], form, CORRECTIONS)
    for each in corrections.orphans():
        if each.number not in lost and not hushed:
            tell(f"correction {each.number} fits nothing now: {each.orphan}.")


def export(corrections: Corrections, target: Path) -> None:
    """Write all corrections to a plain file, whole or not at all."""
    if str(target) == "-":
        with output() as out:
            out.writelines(corrections.lines())
    else:
        with written_whole(target) as draft, draft.open("w", encoding="utf-8", newline="") as file:
            file.writelines(corrections.lines())


def take_in(corrections: Corrections, source: Path, form: Format) -> None:
    """Add the corrections of a plain file, and write what became of each. Raises typer.Exit(3) if some are refused."""
    from api.corrections import plainfile  # noqa: PLC0415 - see opened()

    if str(source) == "-":
        lines = plainfile.read_bytes(sys.stdin.buffer.read(plainfile.LARGEST + 1), "standard input")
        reports = corrections.take_lines(list(lines))
    else:
        reports = corrections.take(source)
    tally = Counter(report.outcome for report in reports)
    refused = tally[Became.CONFLICT] + tally[Became.FAILED]
    if form is Format.TABLE:
        write((corrected_record(each) for each in reports if each.outcome is not Became.SAME), form, CORRECTED)
        write_text(f"{', '.join(f'{each} {tally[each]}' for each in Became if tally[each]) or 'nothing in it'}.\n")
    else:
        write(map(corrected_record, reports), form, CORRECTED)
    if refused:
        raise typer.Exit(Exit.FAILED)
