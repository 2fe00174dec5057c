"""pick, quotations: a reader's own list of passages, and what it is written out as."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.cite import CslOption, LocaleOption, StyleOption
from api.commands.options import (
    Exit,
    FormatOption,
    JsonOption,
    LibraryOption,
    QuietOption,
    chosen,
    finish,
    is_quiet,
    opened,
    tell,
)
from api.files import written_whole
from api.formats import Format, write, write_bytes

if TYPE_CHECKING:
    from api.library import Library
    from api.quotations.picking import Quotation, Quotations
    from api.quotations.printing import Printed
    from nlp.model import Citation


class Sheet(StrEnum):
    """What a list of quotations can be written as."""

    TABLE = "table"
    MARKDOWN = "markdown"
    DOCX = "docx"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


SUFFIXES = {
    ".md": Sheet.MARKDOWN, ".markdown": Sheet.MARKDOWN, ".docx": Sheet.DOCX, ".csv": Sheet.CSV, ".json": Sheet.JSON,
    ".jsonl": Sheet.JSONL,
}  # fmt: skip


class Verb(StrEnum):
    """What can be done with a quotation that is kept."""

    REMARK = "remark"
    TAG = "tag"
    UNTAG = "untag"
    MOVE = "move"
    REMOVE = "remove"


WORDS: Mapping[Verb, tuple[str, int, int | None]] = {
    Verb.REMARK: ("ID [TEXT]", 1, 2),
    Verb.TAG: ("ID TAG...", 2, None),
    Verb.UNTAG: ("ID TAG...", 2, None),
    Verb.MOVE: ("ID PLACE", 2, 2),
    Verb.REMOVE: ("ID...", 1, None),
}
"""What follows each verb, at least and at most how many words."""


def pick(
    ctx: typer.Context,
    locator: Annotated[
        str | None,
        typer.Argument(
            metavar="LOCATOR",
            help='"PAPER 1200-1350" (characters), "PAPER para. 4", "PAPER n. 7" or a link; in quotes.',
            show_default=False,
        ),
    ] = None,
    remark: Annotated[str, typer.Option("--remark", metavar="TEXT", help="What you say of it.")] = "",
    tags: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="A tag; may be repeated.")] = None,
    from_search: Annotated[
        str | None, typer.Option("--from-search", metavar="QUERY", help="Pick what a search finds.")
    ] = None,
    hit: Annotated[int, typer.Option("--hit", metavar="N", min=1, help="Which hit of the search, from 1.")] = 1,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Keep a passage in your list of quotations.

    Its words are kept as they stand, with their place, and found again when the paper was changed or renamed.
    """
    if (locator is not None) == (from_search is not None):
        raise typer.BadParameter("name a place, or --from-search QUERY.")
    written = chosen(form, as_json)
    with opened(ctx, library) as shelf:
        where = locator or "" if from_search is None else hit_of(shelf, from_search, hit)
        _write(shelf, [shelf.quotations.pick(where, remark, tags or ())], written)


def hit_of(shelf: Library, query: str, number: int) -> Citation | str:
    """The best sentences of a hit of a search. Raises typer.Exit(1) when it finds fewer, BadQueryError."""
    found = shelf.citing.found(query, number)
    finish(len(found) >= number, f"the search finds {len(found)} passages.", quiet=False)
    return found[number - 1].citation or ""


def quotations(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help="Nothing for the list, or as below.", show_default=False),
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", metavar="TAG", help="Only those with this tag.")] = None,
    paper: Annotated[
        str | None, typer.Option("--paper", metavar="PAPER", help="Only of this paper, by name or beginning of it.")
    ] = None,
    style: StyleOption = "chicago",
    csl: CslOption = None,
    locale: LocaleOption = None,
    form: Annotated[
        Sheet | None, typer.Option("--format", "-f", help="How to write them.", show_default="table")
    ] = None,
    as_json: JsonOption = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "--output", "-o", metavar="FILE", help="Into this file; its suffix tells the format."),
    ] = None,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """List what you picked, cited in a style, or change it.

    Each is shown with what has become of it: it holds, has moved, is changed (and how) or gone.

    \b
    remark ID [TEXT]   say something of it; no text takes that back
    tag ID TAG...      add tags; untag ID TAG... takes them off
    move ID PLACE      put it at that place of the list, from 1
    remove ID...       forget it
    """  # noqa: D301 - a real backspace, which keeps the lines as they are
    told = checked(words or [])
    sheet = sheet_of(form, out, as_json=as_json)
    with opened(ctx, library) as shelf:
        if told is not None:
            changed = done(shelf.quotations, *told)
            written = Format.TABLE if sheet in (Sheet.MARKDOWN, Sheet.DOCX) else Format(sheet)
            _write(shelf, changed, written, csl or style, locale)
            return
        from api.quotations.printing import printed  # noqa: PLC0415 - see opened()

        found = shelf.quotations.list(tag=tag, paper=paper)
        put(printed(shelf, found, csl or style, locale), sheet, out)
    remark_on(found, quiet=is_quiet(ctx, quiet))


def checked(words: list[str]) -> tuple[Verb, list[int], list[str]] | None:
    """The verb, the quotations' numbers and what else was typed; None for no words. Raises a usage error."""
    if not words:
        return None
    if words[0] not in set(Verb):
        raise typer.BadParameter(f"{words[0]!r} is none of {', '.join(Verb)}.")
    verb, rest = Verb(words[0]), words[1:]
    shown, least, most = WORDS[verb]
    if len(rest) < least or (most is not None and len(rest) > most):
        raise typer.BadParameter(f"write: pincite quotations {verb} {shown}.")
    numbers = rest if verb is Verb.REMOVE else rest[:1]
    places = rest[1:] if verb is Verb.MOVE else []
    strange = next((each for each in [*numbers, *places] if not each.isdecimal()), None)
    if strange is not None:
        raise typer.BadParameter(f"{strange!r} is no number; `pincite quotations` shows them.")
    return verb, [int(each) for each in numbers], [] if verb is Verb.REMOVE else rest[1:]


def done(kept: Quotations, verb: Verb, numbers: list[int], rest: list[str]) -> list[Quotation]:
    """Do what a verb asks for; the quotations as they are now, or were."""
    change: Mapping[Verb, Callable[[int], Quotation]] = {
        Verb.REMARK: lambda number: kept.remark(number, " ".join(rest)),
        Verb.TAG: lambda number: kept.tag(number, *rest),
        Verb.UNTAG: lambda number: kept.untag(number, *rest),
        Verb.MOVE: lambda number: kept.move(number, int(rest[0])),
    }
    if verb is not Verb.REMOVE:
        return [change[verb](number) for number in numbers]
    gone = [kept.one(number) for number in dict.fromkeys(numbers)]
    for each in gone:
        kept.remove(each.number)
    return gone


def sheet_of(form: Sheet | None, out: Path | None, *, as_json: bool) -> Sheet:
    """What to write, by name or by a file's suffix. Raises a usage error for two, or for what no screen shows."""
    if as_json and form not in (None, Sheet.JSON):
        raise typer.BadParameter("--json and --format name two formats; leave one out.")
    form = Sheet.JSON if as_json else form
    named = None if out is None else SUFFIXES.get(out.suffix.lower())
    if form is None and out is not None and named is None:
        raise typer.BadParameter(f"{out.name} does not tell its format; end it in {', '.join(SUFFIXES)}.")
    sheet = form or named or Sheet.TABLE
    if sheet is Sheet.DOCX and out is None and sys.stdout.isatty():
        raise typer.BadParameter("docx is no text for a terminal; name a file with --output.")
    return sheet


def put(told: Printed, sheet: Sheet, out: Path | None) -> None:
    """Write the list to a file, whole or not at all, or to standard output. Raises StorageError."""
    from api.quotations.files import QuotationFile, quotation_file  # noqa: PLC0415 - see opened()
    from api.quotations.printing import QUOTATIONS  # noqa: PLC0415

    if out is None and sheet not in (Sheet.DOCX, Sheet.MARKDOWN):
        write(told.quotations, Format(sheet), QUOTATIONS)  # as a reader at a terminal wants it
        return
    data = quotation_file(told, QuotationFile("md" if sheet is Sheet.MARKDOWN else str(sheet)))
    if out is None:
        write_bytes(data)
    else:
        with written_whole(out) as draft:
            draft.write_bytes(data)


def remark_on(found: Sequence[Quotation], *, quiet: bool) -> None:
    """Say on standard error what no longer holds. Raises typer.Exit(1) if something does not, or nothing is there."""
    lost = [each.number for each in found if not each.holds]
    if lost and not quiet:
        tell(f"{len(lost)} of {len(found)} no longer hold: {', '.join(map(str, lost))}.")
    if lost:
        raise typer.Exit(Exit.FINDINGS)
    finish(len(found), "nothing is picked: `pincite pick` does.", quiet=quiet)


def _write(
    shelf: Library, some: list[Quotation], form: Format, style: str | Path = "chicago", locale: str | None = None
) -> None:
    from api.quotations.printing import QUOTATIONS, printed  # noqa: PLC0415 - see opened()

    write(printed(shelf, some, style, locale).quotations, form, QUOTATIONS)
