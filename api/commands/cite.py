"""cite, bibliography, follow: places of the library in one's own writing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from api.citing.lists import ListFormat, listed
from api.commands.find import LimitOption
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
from api.formats import CITES, LINKS, Format, write, write_text

StyleOption = Annotated[
    str,
    typer.Option(
        "--style",
        metavar="STYLE",
        help="chicago (18th edition), chicago-17, author-date, apa, mla, harvard, oscola, bluebook, or the name of any "
        "style of the CSL repository.",
    ),
]
CslOption = Annotated[
    Path | None, typer.Option("--csl", metavar="FILE", help="A style of your own, as a .csl file.", exists=True)
]
LocaleOption = Annotated[
    str | None, typer.Option("--locale", metavar="LOCALE", help="Its language, such as en-GB or de-DE.")
]


def cite(
    ctx: typer.Context,
    locators: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="LOCATOR",
            help='"PAPER 1200-1350" (characters), "PAPER p. 12", "PAPER para. 4", "PAPER n. 7", a paper, @key, or a '
            "link; each in quotes, in the order they are cited.",
            show_default=False,
        ),
    ] = None,
    from_search: Annotated[
        str | None, typer.Option("--from-search", metavar="QUERY", help="Cite what a search finds, best first.")
    ] = None,
    k: LimitOption = 3,
    style: StyleOption = "chicago",
    csl: CslOption = None,
    locale: LocaleOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Cite places in a style, with quotation, key and link.

    What is cited again is cited short, or with "ibid." where the style has it. A page is given where one is printed,
    else the paragraph. Missing fields are named on standard error, never made up.
    """
    if bool(locators) == (from_search is not None):
        raise typer.BadParameter("name places, or --from-search QUERY.")
    written = chosen(form, as_json)
    with opened(ctx, library) as shelf:
        citing = shelf.citing
        places = citing.found(from_search, k) if from_search else [citing.place(each) for each in locators or ()]
        records = citing.cite(places, csl or style, locale)
    write(records, written, CITES)
    if not is_quiet(ctx, quiet):
        for warning in dict.fromkeys(f"{record['paper']}: {each}" for record in records for each in record["warnings"]):
            tell(f"{warning}.")
    finish(len(records), "nothing is found that could be cited.", quiet=is_quiet(ctx, quiet))


def bibliography(
    ctx: typer.Context,
    papers: Annotated[
        list[str] | None,
        typer.Argument(metavar="PAPER", help="Papers, by name or its beginning; all if none.", show_default=False),
    ] = None,
    style: StyleOption = "chicago",
    csl: CslOption = None,
    locale: LocaleOption = None,
    form: Annotated[ListFormat, typer.Option("--format", "-f", help="How to write it.")] = ListFormat.TEXT,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Into this file.")] = None,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """List papers in a style, or for Zotero, LaTeX and pandoc.

    Cite keys are author, year and a word of the title, and stay the same once they were used.
    """
    with opened(ctx, library) as shelf:
        records = shelf.citing.bibliography(papers or (), csl or style, locale)
        text = listed(form, records, list(shelf.citing.items(papers or ()).values()))
    if out is None:
        write_text(text)
    else:
        with written_whole(out) as file:
            file.write_text(text, encoding="utf-8", newline="")
    if not is_quiet(ctx, quiet):
        for record in records:
            if record["missing"]:
                tell(f"{record['paper']}: nobody says its {', '.join(record['missing'])}: `pincite meta set`.")
    finish(len(records), "the library has no paper.", quiet=is_quiet(ctx, quiet))


def follow(
    ctx: typer.Context,
    links: Annotated[list[str], typer.Argument(metavar="LINK", help='Links, or "-": one a line on standard input.')],
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Say where links lead now.

    The words are here, moved, changed (and how), or gone.
    """
    from nlp.cite.links import State, read_link  # noqa: PLC0415 - loads much

    written = chosen(form, as_json)
    addresses = list(_addresses(links))
    with opened(ctx, library) as shelf:
        found = shelf.citing.follow([read_link(address) for address in addresses])
        from api.citing.printing import found_record  # noqa: PLC0415

        records = [found_record(address, each) for address, each in zip(addresses, found, strict=True)]
    write(records, written, LINKS)
    lost = sum(each.state in (State.CHANGED, State.GONE) for each in found)
    if lost:
        if not is_quiet(ctx, quiet) and written is Format.TABLE:
            tell(f"{lost} of {len(found)} no longer lead to the words they were made for.")
        raise typer.Exit(Exit.FINDINGS)


def _addresses(links: list[str]) -> Iterator[str]:
    for link in links:
        if link == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield link
