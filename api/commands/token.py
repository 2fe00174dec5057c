"""token: who may ask a service that others can reach."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from api.commands.options import FormatOption, JsonOption, LibraryOption, QuietOption, chosen, folder, is_quiet, tell
from api.formats import TOKENS, write, write_text
from api.settings import settings


class Deed(StrEnum):
    """What can be done with tokens."""

    ADD = "add"
    LIST = "list"
    REMOVE = "remove"


def token(
    ctx: typer.Context,
    deed: Annotated[Deed, typer.Argument(metavar="VERB", help="add, list or remove.")],
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Of the token: whose it is, or where.", show_default=False)
    ] = None,
    write_too: Annotated[bool, typer.Option("--write/--read", help="To change the library too, or to read.")] = False,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make, list or end tokens for `serve`.

    A token is shown once, when it is made; the library keeps only its hash. One that is removed ends at once.
    """
    from api.service.tokens import May, Tokens  # noqa: PLC0415 - loads when it is wanted

    written = chosen(form, as_json)
    if (deed is Deed.LIST) != (name is None):
        raise typer.BadParameter("list takes no name." if deed is Deed.LIST else f"name the token to {deed}.")
    tokens = Tokens(settings(folder(ctx, library)).library)
    if deed is Deed.LIST:
        rows = [{"name": each.name, "may": str(each.may), "made": each.made} for each in tokens.listed()]
        write(rows, written, TOKENS)
    elif deed is Deed.ADD:
        secret = tokens.add(name or "", May.WRITE if write_too else May.READ)
        if not is_quiet(ctx, quiet):
            tell(f"{name} may {'write' if write_too else 'read'}; keep the token, it is not shown again.")
        write_text(f"{secret}\n")
    else:
        tokens.remove(name or "")
        if not is_quiet(ctx, quiet):
            tell(f"removed {name}.")
